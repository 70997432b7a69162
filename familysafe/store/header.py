"""The vault's header: how to come to the data key, kept in two copies that each carry a checksum."""

from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import MsgspecError, Struct
from msgspec.structs import replace
from nacl.bindings import crypto_generichash_blake2b_salt_personal as blake2b

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store import files
from familysafe.store.keys import KeyChain

FORMAT = 1
COPIES = ("vault.header", "vault.header2")
LARGEST = 64 * 1024
DIGEST_BYTES = 32
# Where no copy can be used, the first of these that was met is said.
REASONS = (Code.VAULT_NEWER, Code.DISK_REFUSES, Code.VAULT_DAMAGED, Code.VAULT_KEY_MISSING)


class Stamp(Struct, frozen=True):
    """The one field that every format has, read before the others are trusted."""

    format: int


class Header(Struct, frozen=True, forbid_unknown_fields=True):
    """`sequence` grows with every write; `database_made` is false until the first start is through."""

    keys: KeyChain
    sequence: int = 0
    database_made: bool = False
    format: int = FORMAT


def is_there(folder: Path) -> bool:
    """True when a folder holds a header, in whatever state."""
    return any(files.is_there(folder / name) for name in COPIES)


def read(folder: Path) -> Header:
    """The sound copy with the highest sequence.

    VAULT_KEY_MISSING without a header, VAULT_DAMAGED when no copy is sound, VAULT_NEWER when a later FamilySafe
    wrote one, DISK_REFUSES when none can be read.
    """
    copies = [examine(folder / name) for name in COPIES]
    newest = newest_of(copies)
    if newest is None or Code.VAULT_NEWER in copies:
        raise FamilySafeError(next(code for code in REASONS if code in copies))
    return newest


def write(folder: Path, header: Header) -> Header:
    """Puts both copies down under the next sequence number, one after the other; the header as written.

    Where one cannot be written, what was there before is put back: who is told that nothing was changed has to be
    able to rely on it.
    """
    following = replace(header, sequence=header.sequence + 1)
    before = newest_of([examine(folder / name) for name in COPIES])
    try:
        for name in COPIES:
            files.write(folder / name, encode(following))
    except FamilySafeError:
        if before is not None:
            repair(folder, before)
        raise
    return following


def newest_of(copies: list[Header | Code]) -> Header | None:
    """The sound copy with the highest sequence."""
    sound = [copy for copy in copies if isinstance(copy, Header)]
    return max(sound, key=lambda header: header.sequence, default=None)


def repair(folder: Path, header: Header) -> None:
    """Puts `header` in the place of a copy that differs; where nothing can be written, one copy has to do."""
    for name in COPIES:
        if examine(folder / name) != header:
            with suppress(FamilySafeError):
                files.write(folder / name, encode(header))


def both_sound(folder: Path) -> bool:
    """True when both copies can be used and say the same."""
    first, second = (examine(folder / name) for name in COPIES)
    return isinstance(first, Header) and first == second


def examine(path: Path) -> Header | Code:
    """The header in one copy, or why there is none."""
    try:
        content = files.read(path, LARGEST + 1)
        return Code.VAULT_KEY_MISSING if content is None else decode(content)
    except FamilySafeError as refusal:
        return refusal.code


def encode(header: Header) -> bytes:
    """JSON, a newline, and the checksum of both in hexadecimal."""
    body = msgspec.json.encode(header) + b"\n"
    return body + checksum(body)


def decode(content: bytes) -> Header:
    """The header of a copy; VAULT_DAMAGED or VAULT_NEWER."""
    body, found = content[: -2 * DIGEST_BYTES], content[-2 * DIGEST_BYTES :]
    if len(content) > LARGEST or found != checksum(body):
        raise FamilySafeError(Code.VAULT_DAMAGED, what="header")
    try:
        if msgspec.json.decode(body, type=Stamp).format > FORMAT:
            raise FamilySafeError(Code.VAULT_NEWER)
        return msgspec.json.decode(body, type=Header)
    except (MsgspecError, UnicodeDecodeError, RecursionError):
        raise FamilySafeError(Code.VAULT_DAMAGED, what="header") from None


def checksum(body: bytes) -> bytes:
    """Tells damage from a wrong secret; it is no protection against forgery, which unwrapping is."""
    return bytes(blake2b(body, digest_size=DIGEST_BYTES).hex().encode())
