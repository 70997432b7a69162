"""A folder for a vault, an open vault, an open database."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from familysafe.store import files
from familysafe.store.database import Database
from familysafe.store.schema import migrate
from familysafe.store.vault import Vault


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a vault may be made; its name has what a URI would stumble over."""
    return tmp_path / "Müller & Söhne? 100% #1"


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    with Vault.create(folder) as vault:
        yield vault


@pytest.fixture
def closed(folder: Path) -> Path:
    """The folder of a vault that was made and closed."""
    Vault.create(folder).close()
    return folder


@pytest.fixture
def key() -> bytes:
    return secrets.token_bytes(32)


@pytest.fixture
def bare(tmp_path: Path, key: bytes) -> Iterator[Database]:
    """An open database without tables."""
    files.make_file(tmp_path / "bare.db")
    database = Database.open(tmp_path / "bare.db", key)
    yield database
    database.close()


@pytest.fixture
def database(bare: Database) -> Database:
    """An open database with its tables."""
    migrate(bare)
    return bare
