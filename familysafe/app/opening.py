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
from familysafe.domain.safekeeping import Standing
from familysafe.domain.secret import Passphrase, RecoveryWords, Secret

if TYPE_CHECKING:
    from familysafe.store.vault import Vault

Today = Callable[[], date]


def vault_class() -> type["Vault"]:
    """The vault with its ciphers, loaded by the worker that opens it, while the window is already being drawn."""
    found: type[Vault] = import_module("familysafe.store.vault").Vault
    return found


class LateVault:
    """A store that makes its vault when the first thing is saved, so that looking around leaves nothing behind."""

    def __init__(self, folder: Path, vault: "Vault | None" = None) -> None:
        self._folder = folder
        self._vault = vault

    @property
    def standing(self) -> Standing:
        return self._vault.standing if self._vault else Standing()

    def read(self) -> Memory:
        return self._vault.read() if self._vault else Memory()

    def save(self, change: Change) -> None:
        self.made().save(change)

    def made(self) -> "Vault":
        """The vault, made where nothing was saved yet."""
        if self._vault is None:
            self._vault = vault_class().open_or_create(self._folder)
        return self._vault

    def close(self) -> None:
        if self._vault:
            self._vault.close()


def open_kept(content: Compiled, data: Path, today: Today, secret: Secret | None = None) -> Session:
    """The household in a data folder, opened with a secret where one is needed; an empty one where there is none."""
    folder = vault_folder(data)
    vault = vault_class()
    kept = vault.open(folder, secret, today()) if vault.is_in(folder) else None
    return Session(content, LateVault(folder, kept), today)


def is_kept(data: Path) -> bool:
    """True when something of a household was kept in a data folder."""
    return vault_class().is_in(vault_folder(data))


def open_emptied(content: Compiled, data: Path, today: Today) -> Session:
    """Everything that was kept is deleted, and an empty household takes its place."""
    import_module("familysafe.app.safekeeping").delete_everything(data)
    return open_kept(content, data, today)


def open_recovered(content: Compiled, data: Path, today: Today, words: RecoveryWords, new: Passphrase) -> Session:
    """The household opened with the words on the sheet, which stays good, and a passphrase for a forgotten one."""
    vault = vault_class().open(vault_folder(data), words, today())
    try:
        import_module("familysafe.store.protection").set_passphrase(vault, new, words=words)
    except BaseException:
        vault.close()
        raise
    return Session(content, LateVault(vault.folder, vault), today)


def open_thrown_away(content: Compiled, today: Today) -> Session:
    """An empty household that is gone when it is closed."""
    vault = vault_class().throw_away()
    return Session(content, LateVault(vault.folder, vault), today, throw_away=True)


def open_sample(content: Compiled, today: Today) -> Session:
    """The made-up family, gone when it is closed."""
    vault = vault_class().throw_away()
    for change in import_module("familysafe.app.sample").sample_changes(content.catalogue, today()):
        vault.save(change)
    return Session(content, LateVault(vault.folder, vault), today, throw_away=True)
