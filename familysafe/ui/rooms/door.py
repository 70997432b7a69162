"""The door."""

from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path

from PySide6.QtWidgets import QWidget

from familysafe.app.opening import open_kept, open_recovered
from familysafe.domain.errors import Code
from familysafe.domain.secret import Passphrase, RecoveryWords
from familysafe.domain.views import DoorView
from familysafe.ui.links import open_folder
from familysafe.ui.pages.door import DoorPage
from familysafe.ui.wiring import Wiring
from familysafe.words.problems import next_step, sentence

ASKING = frozenset({Code.VAULT_LOCKED, Code.VAULT_WRONG_SECRET, Code.PASSPHRASE_EMPTY})


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = DoorPage(wiring.theme)
    data = Path(wiring.folder)

    def today() -> date:
        return wiring.now().date()

    def unlock(secret: Passphrase) -> None:
        wiring.desk.open(partial(open_kept, wiring.content, data, today, secret))

    def recover(words: RecoveryWords, new: Passphrase) -> None:
        wiring.desk.open(partial(open_recovered, wiring.content, data, today, words, new))

    def again() -> None:
        wiring.desk.open(partial(open_kept, wiring.content, data, today))

    def bring_back() -> None:
        # Late, and once more each time: most people at the door have their passphrase.
        restoring = import_module("familysafe.ui.rooms.restore").Restoring(wiring, page)
        restoring.ask_file()

    wiring.shows("door", partial(door_view, wiring), page.show_view)
    page.backup_asked.connect(bring_back)
    page.unlocked.connect(unlock)
    page.recovered.connect(recover)
    page.tried_again.connect(again)
    page.folder_asked.connect(partial(open_folder, wiring.folder))
    page.unsaved_asked.connect(wiring.unsaved_asked)
    page.help_asked.connect(partial(wiring.go, "help"))
    return page


def door_view(wiring: Wiring) -> DoorView | None:
    """What keeps the vault shut, and what can be done about it."""
    refused = wiring.refused
    if refused is None:
        return None
    asks = refused.code in ASKING
    wrong = asks and refused.code is not Code.VAULT_LOCKED
    says, then = sentence(refused), next_step(refused)
    only_sheet = bool(refused.details.get("only_sheet"))
    return DoorView(says, then, asks=asks, wrong=f"{says} {then}" if wrong else "", only_sheet=only_sheet)
