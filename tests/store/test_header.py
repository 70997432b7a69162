"""Two copies of the header, of which one is enough."""

import os
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store import files, header, keys
from familysafe.store.header import Header

DEVICE = bytes(32)


@pytest.fixture
def written(tmp_path: Path) -> Header:
    return header.write(tmp_path, Header(keys.new_chain(DEVICE)))


def refusal(folder: Path) -> Code:
    with pytest.raises(FamilySafeError) as refused:
        header.read(folder)
    return refused.value.code


def copies(folder: Path) -> tuple[Path, Path]:
    return folder / "vault.header", folder / "vault.header2"


def forged(folder: Path, written: Header, **fields: Any) -> None:
    """Both copies with other fields and a right checksum."""
    body = msgspec.json.encode({**msgspec.to_builtins(written), **fields}) + b"\n"
    for path in copies(folder):
        path.write_bytes(body + header.checksum(body))


def test_what_is_written_is_read(tmp_path: Path, written: Header) -> None:
    assert header.read(tmp_path) == written
    assert header.both_sound(tmp_path)
    assert [path.stat().st_mode & 0o777 for path in copies(tmp_path)] == [0o600, 0o600]


def test_every_write_raises_the_sequence(tmp_path: Path, written: Header) -> None:
    assert (written.sequence, header.write(tmp_path, written).sequence) == (1, 2)


def test_a_copy_is_json_with_a_checksum_at_the_end(tmp_path: Path, written: Header) -> None:
    body, end = copies(tmp_path)[0].read_text().split("\n")
    assert msgspec.json.decode(body)["format"] == 1
    assert len(end) == 64


@pytest.mark.parametrize("which", [0, 1])
def test_any_changed_byte_in_one_copy_is_noticed_and_mended(tmp_path: Path, written: Header, which: int) -> None:
    path = copies(tmp_path)[which]
    whole = path.read_bytes()
    for place in range(len(whole)):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << place % 8
        path.write_bytes(damaged)
        assert header.examine(path) is Code.VAULT_DAMAGED
        assert header.read(tmp_path) == written
    assert not header.both_sound(tmp_path)
    header.repair(tmp_path, written)
    assert path.read_bytes() == whole


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("rest", [0, 1, 63, 64, 300])
def test_a_copy_cut_short_is_noticed(tmp_path: Path, written: Header, which: int, rest: int) -> None:
    path = copies(tmp_path)[which]
    path.write_bytes(path.read_bytes()[:rest])
    assert header.examine(path) is Code.VAULT_DAMAGED
    assert header.read(tmp_path) == written


@pytest.mark.parametrize("which", [0, 1])
def test_a_copy_that_is_gone_is_written_anew(tmp_path: Path, written: Header, which: int) -> None:
    copies(tmp_path)[which].unlink()
    assert header.read(tmp_path) == written
    header.repair(tmp_path, written)
    assert header.both_sound(tmp_path)


def test_two_damaged_copies_are_damage_and_stay_as_they_are(tmp_path: Path, written: Header) -> None:
    for path in copies(tmp_path):
        path.write_bytes(b"x" + path.read_bytes())
    before = [path.read_bytes() for path in copies(tmp_path)]
    assert refusal(tmp_path) is Code.VAULT_DAMAGED
    assert [path.read_bytes() for path in copies(tmp_path)] == before


def test_one_copy_gone_and_one_damaged_is_damage(tmp_path: Path, written: Header) -> None:
    copies(tmp_path)[0].unlink()
    copies(tmp_path)[1].write_bytes(b"")
    assert refusal(tmp_path) is Code.VAULT_DAMAGED


def test_without_a_header_the_key_is_missing(tmp_path: Path) -> None:
    assert refusal(tmp_path) is Code.VAULT_KEY_MISSING
    assert not header.is_there(tmp_path)


def test_the_copy_written_last_wins(tmp_path: Path, written: Header) -> None:
    old = copies(tmp_path)[1].read_bytes()
    second = header.write(tmp_path, replace(written, database_made=True))
    copies(tmp_path)[1].write_bytes(old)
    assert header.read(tmp_path) == second
    header.repair(tmp_path, second)
    assert header.both_sound(tmp_path)


def test_a_write_that_breaks_off_between_the_copies_counts(
    tmp_path: Path, written: Header, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_file = os.replace

    def first_only(old: Path, new: Path) -> None:
        if new.name == "vault.header2":
            raise SystemExit
        replace_file(old, new)

    monkeypatch.setattr(os, "replace", first_only)
    with pytest.raises(SystemExit):
        header.write(tmp_path, replace(written, database_made=True))
    assert header.read(tmp_path).database_made
    assert header.examine(copies(tmp_path)[1]) == written


def test_where_nothing_can_be_written_one_copy_has_to_do(
    tmp_path: Path, written: Header, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies(tmp_path)[0].unlink()

    def refuse(*_: object) -> None:
        raise FamilySafeError(Code.VAULT_READ_ONLY)

    monkeypatch.setattr(files, "write", refuse)
    header.repair(tmp_path, written)
    assert header.read(tmp_path) == written


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("at", ["the content", "the folder"])
def test_what_could_not_be_written_twice_is_not_in_force(
    tmp_path: Path, written: Header, monkeypatch: pytest.MonkeyPatch, which: int, at: str
) -> None:
    whole, refused_once = files.write, [copies(tmp_path)[which]]

    def write(path: Path, content: bytes) -> None:
        if at == "the folder" or path not in refused_once:
            whole(path, content)
        if path in refused_once:
            refused_once.remove(path)
            raise FamilySafeError(Code.DISK_FULL)

    monkeypatch.setattr(files, "write", write)
    with pytest.raises(FamilySafeError) as refused:
        header.write(tmp_path, replace(written, database_made=True))
    assert refused.value.code is Code.DISK_FULL
    assert header.read(tmp_path) == written
    assert header.both_sound(tmp_path)


def test_a_later_format_is_newer_and_not_damage(tmp_path: Path, written: Header) -> None:
    forged(tmp_path, written, format=2, keys="of a kind not thought of yet")
    assert refusal(tmp_path) is Code.VAULT_NEWER


def test_one_copy_of_a_later_format_is_enough_to_stop(tmp_path: Path, written: Header) -> None:
    mine = copies(tmp_path)[1].read_bytes()
    forged(tmp_path, written, format=2)
    copies(tmp_path)[1].write_bytes(mine)
    assert refusal(tmp_path) is Code.VAULT_NEWER


@pytest.mark.parametrize("cost", [{"memory": (1 << 30) + 1, "passes": 3}, {"memory": 1 << 26, "passes": 21}])
def test_a_header_that_asks_for_too_much_is_refused(tmp_path: Path, written: Header, cost: dict[str, int]) -> None:
    chain = msgspec.to_builtins(written.keys)
    slot = {
        **chain["slots"][0],
        "kind": "passphrase",
        "salt": "A" * 22 + "==",
        "cost": {"memory": 1 << 26, "passes": 3},
    }
    forged(tmp_path, written, keys={**chain, "slots": [slot]})
    assert len(header.read(tmp_path).keys.slots) == 1
    forged(tmp_path, written, keys={**chain, "slots": [{**slot, "cost": cost}]})
    assert refusal(tmp_path) is Code.VAULT_DAMAGED


@pytest.mark.parametrize("fields", [{"sequence": "x"}, {"unknown": 1}, {"keys": None}])
def test_a_right_checksum_over_wrong_fields_is_damage(tmp_path: Path, written: Header, fields: dict[str, Any]) -> None:
    forged(tmp_path, written, **fields)
    assert refusal(tmp_path) is Code.VAULT_DAMAGED


@pytest.mark.parametrize("body", [b"", b"[" * 30_000, b'{"format": 1, "vault": "\xff"}', b"\xff"])
def test_a_right_checksum_over_anything_is_damage(tmp_path: Path, body: bytes) -> None:
    for path in copies(tmp_path):
        path.write_bytes(body + header.checksum(body))
    assert refusal(tmp_path) is Code.VAULT_DAMAGED


def test_a_header_without_end_is_not_read_to_its_end(tmp_path: Path) -> None:
    body = b" " * (64 * 1024)
    copies(tmp_path)[0].write_bytes(body + header.checksum(body))
    assert refusal(tmp_path) is Code.VAULT_DAMAGED


def test_a_copy_that_the_disk_does_not_give_is_like_a_damaged_one(tmp_path: Path, written: Header) -> None:
    copies(tmp_path)[0].unlink()
    copies(tmp_path)[0].mkdir()
    assert header.read(tmp_path) == written
    copies(tmp_path)[1].write_bytes(b"")
    assert refusal(tmp_path) is Code.DISK_REFUSES
