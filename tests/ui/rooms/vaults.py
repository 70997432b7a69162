"""A window over a real vault, in which deriving a key costs next to nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from familysafe.app.opening import LateVault, vault_class
from familysafe.domain.change import ChangeHousehold, KeepPreferences
from familysafe.domain.errors import FamilySafeError
from familysafe.domain.safekeeping import Protection
from familysafe.domain.secret import Passphrase, RecoveryWords
from familysafe.store import protection
from familysafe.store.slots import Cost
from tests.ui.homes import Home, a_memory

TEA = Passphrase("brambles teapot oboe")


def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protection, "calibrated", lambda: Cost(8192, 1))


def live_in(live: Callable[..., Home], folder: Path) -> Home:
    """A family that has started, kept in a folder."""
    store = LateVault(folder)
    memory = a_memory()
    store.save(ChangeHousehold(memory.household))
    store.save(KeepPreferences(memory.preferences))
    return live(store=store)


def now(home: Home) -> Protection:
    """What is shown as opening the vault."""
    return home.snapshot.standing.protection


def lock(home: Home, passphrase: Passphrase = TEA) -> None:
    """Turns a passphrase on, as from another page."""
    home.after(lambda: home.desk.keep_safe(lambda vault: protection.set_passphrase(vault, passphrase), ignore, ignore))


def opens(folder: Path, secret: Passphrase | RecoveryWords | None = None) -> bool:
    """Looks from outside, with the vault closed: does this open it?"""
    try:
        vault_class().open(folder, secret).close()
    except FamilySafeError:
        return False
    return True


def ignore(_result: object) -> None:
    """Nobody waits for it."""
