"""The vault of every schema that was released: opens, survives a kill at each step on the way, refuses to go back."""

import shutil
from functools import reduce
from pathlib import Path

import pytest
from msgspec import to_builtins
from msgspec.structs import replace

from familysafe.domain.change import apply
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.memory import Memory
from familysafe.domain.target import ItemKey
from familysafe.store import header
from familysafe.store.schema import MIGRATIONS
from familysafe.store.vault import Vault
from tests.faults.conftest import Record
from tests.faults.killing import killed_at_each_step
from tests.vaults.family import ANSWERS, IPAD
from tests.vaults.later import changes_of


def schema_of(golden: Path) -> int:
    return int(golden.name.partition("-")[2])


VAULTS = sorted((Path(__file__).parents[1] / "vaults").glob("schema-*"), key=schema_of)
every = pytest.mark.parametrize("golden", VAULTS, ids=lambda folder: folder.name)


def copied(golden: Path, folder: Path) -> Path:
    """With the modes that a checkout does not keep."""
    shutil.copytree(golden, folder)
    folder.chmod(0o700)
    for path in folder.iterdir():
        path.chmod(0o600)
    return folder


def kept(golden: Path) -> Memory:
    """What the release that wrote it remembered."""
    return remembered(schema_of(golden))


def remembered(number: int) -> Memory:
    return reduce(lambda memory, change: apply(change, memory), changes_of(number), Memory())


def says_all(folder: Path, golden: Path) -> None:
    with Vault.open(folder) as vault:
        assert vault.read() == kept(golden)
        assert vault.history(ItemKey("ipad.code", IPAD)) == (ANSWERS[1], ANSWERS[0])
        facts = vault.check()
    assert facts.schema_version == len(MIGRATIONS)
    assert (facts.modes_ok, facts.header_copies_ok, facts.integrity_ok) == (True, True, True)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@every
def test_it_opens_and_nothing_is_missing(golden: Path, tmp_path: Path, record_property: Record) -> None:
    folder = copied(golden, tmp_path / "vault")
    says_all(folder, golden)
    says_all(folder, golden)
    record_property("golden vaults opened", 1)


@every
def test_killed_at_each_step_on_the_way_it_still_opens(golden: Path, tmp_path: Path, record_property: Record) -> None:
    folders = list(killed_at_each_step(copied(golden, tmp_path / "before"), tmp_path / "vaults"))
    record_property("steps killed at", len(folders) - 1)
    for folder in folders:
        says_all(folder, golden)
    assert len(folders) > 2


@every
def test_tables_of_a_newer_schema_are_refused_and_not_touched(
    golden: Path, tmp_path: Path, record_property: Record
) -> None:
    folder = copied(golden, tmp_path / "vault")
    with Vault.open(folder) as vault:
        vault.database.run(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    is_refused(folder)
    record_property("downgrades refused", 1)


@every
def test_a_header_of_a_newer_format_is_refused_and_not_touched(
    golden: Path, tmp_path: Path, record_property: Record
) -> None:
    folder = copied(golden, tmp_path / "vault")
    newer = replace(header.read(folder), format=header.FORMAT + 1)
    (folder / header.COPIES[1]).write_bytes(header.encode(newer))
    is_refused(folder)
    record_property("downgrades refused", 1)


def is_refused(folder: Path) -> None:
    before = contents(folder)
    with pytest.raises(FamilySafeError) as refused:
        Vault.open_or_create(folder)
    assert refused.value.code is Code.VAULT_NEWER
    assert contents(folder) == before


def test_what_goes_into_the_next_one_fills_every_part_of_a_memory(tmp_path: Path) -> None:
    newest = len(MIGRATIONS)
    with Vault.create(tmp_path / "vault") as vault:
        for change in changes_of(newest):
            vault.save(change)
        assert vault.read() == remembered(newest)
    empty = to_builtins(Memory())
    assert all(part != empty[name] for name, part in to_builtins(remembered(newest)).items())


def test_there_is_one_for_the_first_schema_and_none_is_skipped() -> None:
    assert [folder.name for folder in VAULTS] == [f"schema-{number}" for number in range(1, len(VAULTS) + 1)]
    assert VAULTS


def test_the_key_that_opens_it_lies_beside_it() -> None:
    for golden in VAULTS:
        assert {path.name for path in golden.iterdir()} == {"device.key", "vault.db", *header.COPIES}
