"""A damaged vault is set aside, never deleted, and the newest sound copy takes its place."""

from contextlib import suppress
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.safekeeping import Rescue
from familysafe.domain.secret import Secret
from familysafe.store import backups, copies, files, header, keys, suspicion
from familysafe.store.copies import ASIDE, Copy
from familysafe.store.database import Database
from familysafe.store.header import Header
from familysafe.store.keys import KeyChain, Keys
from familysafe.store.opening import DATABASE, Opened, bring_up_to_date, open_files, this_day, unlock
from familysafe.store.slots import label, wrap

JOURNAL = f"{DATABASE}-journal"
ARRIVING = f"{DATABASE}.new"
OF_THE_DISK = (Code.DISK_FULL, Code.DISK_REFUSES)


class Found(Struct, frozen=True):
    """A sound copy, and the key that opens it."""

    copy: Copy
    key: bytes


def open_or_rescue(
    folder: Path, secret: Secret | bytes | None = None, today: date | None = None
) -> tuple[Opened, Rescue | None]:
    """Opens a vault; where it is damaged, after the newest sound copy has taken its place.

    Refuses as `open_files` does, with VAULT_DAMAGED when there is nothing to take its place, and with DISK_FULL when
    there is no room for it.
    """
    try:
        opened = open_files(folder, secret, today)
    except FamilySafeError as refusal:
        if not is_damage(folder, refusal):
            raise
        rescue = rescued(folder, secret, refusal)
        return open_files(folder, secret, today), rescue
    return look_again(folder, opened, today) if suspicion.is_noted(folder) else (opened, None)


def is_damage(folder: Path, refusal: FamilySafeError) -> bool:
    """True for a damaged file, and for a header that is gone altogether."""
    lost = refusal.code is Code.VAULT_KEY_MISSING and not header.is_there(folder)
    return refusal.code is Code.VAULT_DAMAGED or lost


def look_again(folder: Path, opened: Opened, today: date | None = None) -> tuple[Opened, Rescue | None]:
    """Reads an open vault through, and takes a copy where it is damaged and there is one; else it stays as it is."""
    found = None if opened.database.is_whole() else newest_sound(folder, opened.keys)
    if found is None:
        suspicion.forget(folder)
        return opened, None
    try:
        stage(folder, found)
    except FamilySafeError:
        # What can be read is better than nothing; the next start tries again.
        return opened, None
    opened.database.close()
    rescue = put_in_place(folder, opened.keys, found)
    return opened_in_place(folder, opened.keys, today), rescue


def opened_in_place(folder: Path, before: Keys, today: date | None) -> Opened:
    """Opens the copy by keys that are open already."""
    unlocked = keys.behind(header.read(folder).keys, before.master)
    opened = Opened(Database.open(folder / DATABASE, unlocked.data), unlocked)
    bring_up_to_date(folder, opened, today or this_day())
    return opened


# What a vault can be opened with, and what can take its place


def rescued(folder: Path, secret: Secret | bytes | None, refusal: FamilySafeError) -> Rescue | None:
    """Puts a copy in place, or a new header where that is all that was lost; `refusal` when neither can be done."""
    lost = None
    try:
        unlocked = unlock(folder, header.read(folder).keys, secret)
        tried = {unlocked.data, unlocked.pending}
    except FamilySafeError as worse:
        if not is_damage(folder, worse):
            raise
        lost = newest_chain(folder)
        if lost is None:
            raise refusal from None
        unlocked, tried = unlock(folder, lost, secret), set()
    if opened_by_a_copy(folder, unlocked, tried):
        return None
    found = newest_sound(folder, unlocked)
    if found is None:
        raise refusal
    try:
        stage(folder, found)
        if lost is not None:
            make_header(folder, lost)
        return put_in_place(folder, unlocked, found)
    except FamilySafeError as worse:
        raise worse if worse.code in OF_THE_DISK else refusal from None


def newest_chain(folder: Path) -> KeyChain | None:
    """The chain of the newest copy whose header can be read."""
    chains = (copies.chain_in(copy.header) for copy in copies.copies(folder))
    return next((chain for chain in chains if chain is not None), None)


def opened_by_a_copy(folder: Path, unlocked: Keys, tried: set[bytes | None]) -> bool:
    """Makes a new header where that of a copy names the key of the database, of which nothing is lost then.

    So it is where the header is lost, and where an older one was put in its place.
    """
    for copy in copies.copies(folder):
        with suppress(FamilySafeError):
            chain = copies.chain_in(copy.header)
            both = None if chain is None else keys.behind(chain, unlocked.master)
            for key in () if both is None else (both.pending, both.data):
                if key is not None and key not in tried and Database.fits(folder / DATABASE, key):
                    make_header(folder, around(unlocked, key))
                    return True
    return False


def newest_sound(folder: Path, unlocked: Keys) -> Found | None:
    """The newest copy that opens and can be read through."""
    for copy in copies.copies(folder):
        key = copies.key_of(copy, unlocked) if backups.is_sound(copy, unlocked) else None
        if key is not None:
            return Found(copy, key)
    return None


def around(unlocked: Keys, key: bytes) -> KeyChain:
    """The slots that are open, around one data key."""
    chain = unlocked.chain
    return replace(chain, data_key=wrap(key, unlocked.master, label(chain.vault, "data")), pending_data_key=None)


# In its place


def stage(folder: Path, found: Found) -> None:
    """Brings the copy beside the database; where there is no room, nothing has changed yet."""
    files.copy(found.copy.path, folder / ARRIVING)


def put_in_place(folder: Path, unlocked: Keys, found: Found) -> Rescue:
    """The copy that is staged takes the place of the database, which goes aside with what belongs to it.

    The header names both keys before the files change and one afterwards, so a break anywhere either opens or begins
    this again. The journal leaves after its database: alone it would be taken for that of the next one.
    """
    before = header.read(folder).keys
    aside = room_aside(folder)
    copies.write_header(copies.header_of(aside), before)
    if found.key != unlocked.data:
        pending = wrap(found.key, unlocked.master, label(before.vault, "data"))
        keep_chain(folder, replace(before, pending_data_key=pending))
    was_there = files.is_there(folder / DATABASE)
    for name, target in ((DATABASE, aside), (JOURNAL, aside.with_name(f"{aside.name}-journal"))):
        if files.is_there(folder / name):
            files.move(folder / name, target)
    files.move(folder / ARRIVING, folder / DATABASE)
    keep_chain(folder, around(unlocked, found.key))
    suspicion.forget(folder)
    return Rescue(found.copy.backup, str(aside) if was_there else "")


def room_aside(folder: Path) -> Path:
    """A name that no file aside has had yet."""
    files.make_folder(folder / ASIDE)
    numbers = [int(path.name[:4]) for path in files.inside(folder / ASIDE) if path.name[:4].isdecimal()]
    return folder / ASIDE / f"{1 + max(numbers, default=0):04d}-{DATABASE}"


def keep_chain(folder: Path, chain: KeyChain) -> None:
    """Puts a chain into both copies of the header."""
    header.write(folder, replace(header.read(folder), keys=chain, database_made=True))


def make_header(folder: Path, chain: KeyChain) -> None:
    """A new header; the damaged copies are kept aside."""
    aside = room_aside(folder)
    for name in header.COPIES:
        if files.is_there(folder / name):
            files.copy(folder / name, aside.with_name(f"{aside.name[:5]}{name}.damaged"))
    header.write(folder, Header(chain, database_made=True))
