"""Opens a household: the one that is kept, a new one, one that is thrown away, or the sample."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from familysafe.app.paths import vault_folder
from familysafe.app.sample import sample_changes
from familysafe.app.session import Session
from familysafe.content.compiled import Compiled
from familysafe.domain.change import Change
from familysafe.domain.memory import Memory
from familysafe.store.vault import Vault, holds_a_vault

Today = Callable[[], date]


class LateVault:
    """A store that makes its vault when the first thing is saved, so that looking around leaves nothing behind."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._vault: Vault | None = None

    def read(self) -> Memory:
        return self._vault.read() if self._vault else Memory()

    def save(self, change: Change) -> None:
        if self._vault is None:
            self._vault = Vault.open_or_create(self._folder)
        self._vault.save(change)

    def close(self) -> None:
        if self._vault:
            self._vault.close()


def open_kept(content: Compiled, data: Path, today: Today) -> Session:
    """The household in a data folder; an empty one where there is none yet."""
    folder = vault_folder(data)
    store = Vault.open(folder) if holds_a_vault(folder) else LateVault(folder)
    return Session(content, store, today)


def open_thrown_away(content: Compiled, today: Today) -> Session:
    """An empty household that is gone when it is closed."""
    return Session(content, Vault.throw_away(), today, throw_away=True)


def open_sample(content: Compiled, today: Today) -> Session:
    """The made-up family, gone when it is closed."""
    vault = Vault.throw_away()
    for change in sample_changes(content.catalogue, today()):
        vault.save(change)
    return Session(content, vault, today, throw_away=True)
