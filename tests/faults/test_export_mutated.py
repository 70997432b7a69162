"""A backup file that was changed in any way is refused by its own code, or holds what it held; nothing else happens."""

import io
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest
from msgspec import Struct

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.safekeeping import Contents
from familysafe.domain.secret import Secret
from familysafe.store import exporting, header, keys, protection, restoring
from familysafe.store.database import Database
from familysafe.store.derivation import derive
from familysafe.store.slots import Cost
from familysafe.store.vault import Vault
from tests.faults.chance import Dice, dice_of
from tests.faults.conftest import Record, Size
from tests.faults.damage import damaged
from tests.faults.power.keys_and_copies import CHEAP, ONE
from tests.faults.power.scenarios import TODAY
from tests.vaults.later import TODAYS

MEMORY = Path("/dev/shm")  # noqa: S108 - many small files that live for a moment
REFUSED = {Code.BACKUP_UNREADABLE, Code.VAULT_WRONG_SECRET, Code.VAULT_NEWER, Code.VAULT_LOCKED}
NAMES = ("../vault.db", "/etc/passwd", "vault.db", "vault.header", "", "a" * 300, "vault.db\x00x", "VAULT.DB", "x/")
# What somebody who knows the passphrase could put into the database.
STRANGE = (
    "CREATE TRIGGER t AFTER INSERT ON talks BEGIN DELETE FROM answers; END",
    "CREATE VIEW v AS SELECT * FROM answers",
    "CREATE TABLE more (x)",
    "DROP TABLE talks",
    "ALTER TABLE answers ADD COLUMN x",
    "UPDATE household SET body = '{\"children\": 7}'",
    "UPDATE household SET body = zeroblob(1000)",
    "UPDATE talks SET body = replace(body, '20', '99')",
    "UPDATE answers SET state = 'never'",
    "UPDATE answers SET \"on\" = '2026-13-45'",
    "UPDATE preferences SET body = '[]'",
    "PRAGMA user_version = 99",
    "PRAGMA user_version = 0",
    "PRAGMA user_version = -1",
    "PRAGMA application_id = 1",
)


class File(Struct, frozen=True):
    """The parts of a backup file, and the key of its database."""

    whole: bytes
    header: bytes
    database: bytes
    key: bytes
    holds: Contents


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A place in memory, which is also where files are unpacked; a derivation costs nothing, whatever a header asks."""

    def cheap(secret: Secret, salt: bytes, _cost: Cost) -> bytes:
        return derive(secret, salt, CHEAP)

    monkeypatch.setattr(keys, "derive", cheap)
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
        (Path(name) / UNPACKED).mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(Path(name) / UNPACKED))
        yield Path(name)


@pytest.fixture
def file(work: Path) -> File:
    with Vault.create(work / "vault") as vault:
        for change in TODAYS:
            vault.save(change)
        protection.set_passphrase(vault, ONE, CHEAP)
        exporting.export(vault, work / "file", TODAY)
        key = vault.keys.data
    with ZipFile(work / "file") as archive:
        parts = archive.read("vault.header"), archive.read("vault.db")
    return File((work / "file").read_bytes(), *parts, key, restoring.look_into(None, work / "file", ONE))


def zipped(*members: tuple[str, bytes], how: int = zipfile.ZIP_STORED, comment: bytes = b"") -> bytes:
    target = io.BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in members:
            info = ZipInfo(name, (TODAY.year, TODAY.month, TODAY.day, 0, 0, 0))
            info.compress_type = how
            archive.writestr(info, content)
        archive.comment = comment
    return target.getvalue()


def bytes_changed(file: File, dice: Dice, _work: Path) -> bytes:
    return damaged(file.whole, dice)


def directory_changed(file: File, dice: Dice, _work: Path) -> bytes:
    """A byte or two in what describes the members: names, sizes, flags, places."""
    content = bytearray(file.whole)
    for _ in range(dice.randint(1, 3)):
        at = dice.choice((dice.randrange(60), dice.randrange(len(content) - 200, len(content))))
        content[at] = dice.choice((0, 1, 0x7F, 0xFF, dice.randrange(256)))
    return bytes(content)


def header_changed(file: File, dice: Dice, _work: Path) -> bytes:
    """With a checksum that is right again, half of the time."""
    body = damaged(file.header[: -2 * header.DIGEST_BYTES], dice)
    end = header.checksum(body) if dice.randrange(2) else file.header[-2 * header.DIGEST_BYTES :]
    return zipped(("vault.header", body + end), ("vault.db", file.database))


def database_changed(file: File, dice: Dice, _work: Path) -> bytes:
    return zipped(("vault.header", file.header), ("vault.db", damaged(file.database, dice)))


def members_changed(file: File, dice: Dice, _work: Path) -> bytes:
    """Other names, other orders, more of them, packed, with a comment."""
    members = [("vault.header", file.header), ("vault.db", file.database)]
    members += [(dice.choice(NAMES), dice.choice((b"", b"x", file.header))) for _ in range(dice.randrange(2))]
    dice.shuffle(members)
    named = [(dice.choice(NAMES) if dice.randrange(3) == 0 else name, content) for name, content in members]
    how = dice.choice((zipfile.ZIP_STORED, zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    return zipped(*named, how=how, comment=dice.choice((b"", b"", b"hello")))


def tables_changed(file: File, dice: Dice, work: Path) -> bytes:
    """A sound database with a sound key, in which something is not as we write it."""
    (work / "tables").write_bytes(file.database)
    database = Database.open(work / "tables", file.key)
    for sql in dice.sample(STRANGE, dice.randint(1, 2)):
        # What one statement has made impossible for the next is left out.
        with suppress(Exception):
            database.run(sql)
    database.close()
    return zipped(("vault.header", file.header), ("vault.db", (work / "tables").read_bytes()))


WAYS = (bytes_changed, directory_changed, header_changed, database_changed, members_changed)
UNPACKED = "unpacked"
RARELY = 100  # a database is opened twice for it


def outcome(path: Path, file: File) -> str:
    try:
        found = restoring.look_into(None, path, ONE)
    except FamilySafeError as refused:
        return "refused" if refused.code in REFUSED else f"unexpected {refused.code.value}"
    except Exception as error:  # noqa: BLE001 - it is what we look for
        return f"unexpected {type(error).__name__}"
    return "read" if found == file.holds else "read otherwise"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_mutated_exports_end_in_no_unexpected_error(
    work: Path, file: File, size: Size, record_property: Record
) -> None:
    dice, found = dice_of("exports"), Counter[tuple[str, str]]()
    for turn in range(size(600, 100_000)):
        way = tables_changed if turn % RARELY == 0 else dice.choice(WAYS)
        (work / "file").write_bytes(way(file, dice, work))
        found[way.__name__, outcome(work / "file", file)] += 1
    unexpected = {how: count for how, count in found.items() if how[1].startswith("unexpected")}
    record_property("mutated exports", found.total())
    record_property("unexpected errors", sum(unexpected.values()))
    assert unexpected == {}
    # Only the day, which stands in the zip and nowhere else, and what was changed in sound tables can differ.
    otherwise = {way for way, how in found if how == "read otherwise"}
    assert otherwise <= {"directory_changed", "tables_changed", "bytes_changed"}
    assert {how for _, how in found} >= {"refused", "read"}
    assert list((work / UNPACKED).iterdir()) == []
    assert {path.name for path in work.iterdir()} == {UNPACKED, "vault", "file", "tables"}
