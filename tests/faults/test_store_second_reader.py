"""Another library, SQLite3 Multiple Ciphers, reads the vault: the format is SQLCipher's and not a secret of ours."""

import json
from pathlib import Path

import apsw
import pytest

from familysafe.store.vault import Vault
from tests.vaults.family import ANSWERS, CHANGES, HOUSEHOLD, TALKS


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Path, bytes]:
    """The database of a vault and the key that opens it."""
    with Vault.create(tmp_path / "vault") as vault:
        for change in CHANGES:
            vault.save(change)
        return vault.database.path, vault.keys.data


def opened(path: Path, key: bytes) -> apsw.Connection:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    for setting, value in (("cipher", "'sqlcipher'"), ("legacy", "4"), ("key", f"\"x'{key.hex()}'\"")):
        connection.execute(f"PRAGMA {setting} = {value}")
    return connection


def test_it_finds_the_family(kept: tuple[Path, bytes]) -> None:
    connection = opened(*kept)
    ((body,),) = connection.execute("SELECT body FROM household")
    assert [child["name"] for child in json.loads(body)["children"]] == [child.name for child in HOUSEHOLD.children]
    talks = [json.loads(body)["note"] for (body,) in connection.execute("SELECT body FROM talks ORDER BY id")]
    assert talks == [talk.note for talk in TALKS]
    answers = list(connection.execute("SELECT step, note FROM answers ORDER BY id"))
    assert answers == [(answer.step, answer.note) for answer in ANSWERS]
    assert list(connection.execute("PRAGMA integrity_check")) == [("ok",)]
    connection.close()


def test_it_finds_nothing_with_another_key(kept: tuple[Path, bytes]) -> None:
    path, _ = kept
    connection = opened(path, bytes(32))
    with pytest.raises(apsw.NotADBError):
        connection.execute("SELECT count(*) FROM sqlite_master")
    connection.close()


def test_it_is_another_library_than_ours() -> None:
    assert "SQLite3 Multiple Ciphers" in str(vars(apsw)["mc_version"])
