"""A page that turned out to be damaged while the vault was open is noted, so that the next start reads everything."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store import files

NOTE = "vault.suspect"


@contextmanager
def noting(folder: Path) -> Iterator[None]:
    """Notes the damage that the block meets, and lets the refusal pass."""
    try:
        yield
    except FamilySafeError as refusal:
        if refusal.code is Code.VAULT_DAMAGED:
            note(folder)
        raise


def note(folder: Path) -> None:
    """Where nothing can be written, the next reading will have to find it again."""
    with suppress(FamilySafeError):
        files.make_file(folder / NOTE)


def is_noted(folder: Path) -> bool:
    return files.is_there(folder / NOTE)


def forget(folder: Path) -> None:
    with suppress(FamilySafeError):
        files.remove(folder / NOTE)
