"""Damage to the database or the header is noticed, never shown as the family's words, and never made worse."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from familysafe.app import safekeeping
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.memory import Memory
from familysafe.store import backups, header
from familysafe.store.vault import Vault
from tests.faults.chance import Dice, dice_of
from tests.faults.conftest import Record, Size
from tests.faults.damage import damaged
from tests.faults.power.scenarios import TODAY
from tests.vaults.later import TODAYS

DATABASE = "vault.db"
CLEAR = {Code.VAULT_DAMAGED, Code.VAULT_KEY_MISSING, Code.VAULT_NEWER, Code.VAULT_NOT_ENCRYPTED}


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Path, Memory]:
    """A vault, and what is in it; something was taken out again, so that it has free pages too."""
    with Vault.create(tmp_path / "kept") as vault:
        for turn in range(3):
            for change in TODAYS:
                vault.save(change)
            if turn == 0:
                vault.database.run("CREATE TABLE gone AS SELECT hex(zeroblob(9000)) AS body")
                vault.database.run("DROP TABLE gone")
        return tmp_path / "kept", vault.read()


def seen(folder: Path, memory: Memory) -> str:
    """How the damage shows: the code of a refusal, “checked” when only a close look finds it, or what is wrong."""
    try:
        with Vault.open(folder) as vault:
            if vault.read() != memory:
                return "WRONG: other words than were kept"
            facts = vault.check()
    except FamilySafeError as refused:
        return refused.code.value if refused.code in CLEAR else f"WRONG: {refused.code.value}"
    return "WRONG: not noticed" if facts.integrity_ok else "checked"


def is_kept(folder: Path, content: bytes) -> bool:
    """The damaged bytes are there still, under whatever name: somebody may be able to mend them."""
    return any(path.read_bytes() == content for path in folder.rglob("*") if path.is_file())


def copies(kept: Path, work: Path, number: int) -> Iterator[Path]:
    """One copy after the other, each removed when the next is asked for."""
    for turn in range(number):
        folder = work / str(turn)
        shutil.copytree(kept, folder)
        yield folder
        shutil.rmtree(folder)


def test_every_damaged_database_is_noticed(
    kept: tuple[Path, Memory], tmp_path: Path, size: Size, record_property: Record
) -> None:
    (source, memory), dice = kept, dice_of("databases")
    found: Counter[str] = Counter()
    for folder in copies(source, tmp_path / "work", size(60, 500)):
        content = damaged((source / DATABASE).read_bytes(), dice)
        (folder / DATABASE).write_bytes(content)
        said = seen(folder, memory)
        found[said if is_kept(folder, content) else "WRONG: the original is gone"] += 1
    tell(found, "databases", record_property)


def test_a_copy_takes_the_place_of_every_damaged_database(
    kept: tuple[Path, Memory], tmp_path: Path, size: Size, record_property: Record
) -> None:
    (source, memory), dice = kept, dice_of("databases with copies")
    with Vault.open(source) as vault:
        backups.make(vault, TODAY)
    found: Counter[str] = Counter()
    for folder in copies(source, tmp_path / "work", size(40, 500)):
        content = damaged((source / DATABASE).read_bytes(), dice)
        (folder / DATABASE).write_bytes(content)
        said = rescued(folder, memory)
        found[said if is_kept(folder, content) else "WRONG: the original is gone"] += 1
    tell(found, "databases with a copy", record_property)


def rescued(folder: Path, memory: Memory) -> str:
    """At once, or at the start after “Check my data” has found it."""
    with Vault.open(folder, today=TODAY) as vault:
        if vault.read() != memory:
            return "WRONG: other words than were kept"
        if vault.rescue is None and not safekeeping.check(vault).integrity_ok:
            vault.close()
            return again(folder, memory)
        return "rescued" if vault.rescue is not None else "WRONG: not noticed"


def again(folder: Path, memory: Memory) -> str:
    with Vault.open(folder, today=TODAY) as vault:
        return "checked" if vault.rescue is not None and vault.read() == memory else "WRONG: not rescued"


def test_every_damaged_header_is_noticed(
    kept: tuple[Path, Memory], tmp_path: Path, size: Size, record_property: Record
) -> None:
    """One copy is mended from the other; both together are refused, and stay as they are."""
    (source, memory), dice = kept, dice_of("headers")
    found: Counter[str] = Counter()
    for turn, folder in enumerate(copies(source, tmp_path / "work", size(60, 500))):
        found[spoil_one(folder, memory, dice) if turn % 2 else spoil_both(folder, memory, dice)] += 1
    tell(found, "headers", record_property)


def spoil_one(folder: Path, memory: Memory, dice: Dice) -> str:
    copy = folder / dice.choice(header.COPIES)
    copy.write_bytes(damaged(copy.read_bytes(), dice))
    if isinstance(header.examine(copy), header.Header) or header.both_sound(folder):
        return "WRONG: not noticed"
    with Vault.open(folder) as vault:
        whole = vault.read() == memory and vault.check().header_copies_ok
    return "mended" if whole else "WRONG: not mended"


def spoil_both(folder: Path, memory: Memory, dice: Dice) -> str:
    contents = {}
    for name in header.COPIES:
        contents[name] = damaged((folder / name).read_bytes(), dice)
        (folder / name).write_bytes(contents[name])
    said = seen(folder, memory)
    gone = [name for name, content in contents.items() if not is_kept(folder, content)]
    return "WRONG: the original is gone" if gone else said


def test_a_header_that_says_something_else_is_refused_or_harmless(
    kept: tuple[Path, Memory], tmp_path: Path, size: Size, record_property: Record
) -> None:
    """Somebody who changes it can make the checksum right again; the words in the database stay out of reach."""
    (source, memory), dice = kept, dice_of("forged")
    found: Counter[str] = Counter()
    for folder in copies(source, tmp_path / "work", size(60, 500)):
        body = header.encode(header.read(folder))[: -2 * header.DIGEST_BYTES]
        forged = damaged(body, dice)
        for name in header.COPIES:
            (folder / name).write_bytes(forged + header.checksum(forged))
        said = seen(folder, memory)
        found["harmless" if said == "WRONG: not noticed" else said] += 1
    tell(found, "forged headers", record_property)


def test_a_header_of_another_vault_is_refused(kept: tuple[Path, Memory], tmp_path: Path) -> None:
    Vault.create(tmp_path / "other").close()
    other = header.read(tmp_path / "other")
    for name in header.COPIES:
        (kept[0] / name).write_bytes(header.encode(replace(other, sequence=99)))
    assert seen(*kept) == Code.VAULT_KEY_MISSING.value


def tell(found: Counter[str], what: str, record_property: Record) -> None:
    wrong = {how: count for how, count in found.items() if how.startswith("WRONG")}
    record_property(f"damaged {what}", found.total())
    record_property("not noticed or made worse", sum(wrong.values()))
    if found["checked"]:
        record_property("of these seen by the close check only", found["checked"])
    assert wrong == {}, found
