"""Opens a household: the one that is kept, a new one, one that is thrown away, or the sample."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from familysafe.app.paths import vault_folder
from familysafe.app.session import Session
from familysafe.content.compiled import Compiled
from familysafe.domain.change import Change
from familysafe.domain.memory import Memory

if TYPE_CHECKING:
    from familysafe.store.vault import Vault

Today = Callable[[], date]


def vault_class() -> type["Vault"]:
    """The vault with its ciphers, loaded by the worker that opens it, while the window is already being drawn."""
    found: type[Vault] = import_module("familysafe.store.vault").Vault
    return found


class LateVault:
    """A store that makes its vault when the first thing is saved, so that looking around leaves nothing behind."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._vault: Vault | None = None

    def read(self) -> Memory:
        return self._vault.read() if self._vault else Memory()

    def save(self, change: Change) -> None:
        if self._vault is None:
            self._vault = vault_class().open_or_create(self._folder)
        self._vault.save(change)

    def close(self) -> None:
        if self._vault:
            self._vault.close()


def open_kept(content: Compiled, data: Path, today: Today) -> Session:
    """The household in a data folder; an empty one where there is none yet."""
    folder = vault_folder(data)
    vault = vault_class()
    return Session(content, vault.open(folder) if vault.is_in(folder) else LateVault(folder), today)


def open_thrown_away(content: Compiled, today: Today) -> Session:
    """An empty household that is gone when it is closed."""
    return Session(content, vault_class().throw_away(), today, throw_away=True)


def open_sample(content: Compiled, today: Today) -> Session:
    """The made-up family, gone when it is closed."""
    vault = vault_class().throw_away()
    for change in import_module("familysafe.app.sample").sample_changes(content.catalogue, today()):
        vault.save(change)
    return Session(content, vault, today, throw_away=True)
