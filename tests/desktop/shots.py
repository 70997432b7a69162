"""Writes PNG pictures of every page, from the real widgets with the sample family, to `shots/`."""

import argparse
import os
import sys
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from msgspec.structs import replace
from PySide6.QtCore import QEventLoop, QMimeData, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from familysafe.app.opening import open_kept
from familysafe.app.paths import resources, vault_folder
from familysafe.app.sample import sample_changes, sample_household
from familysafe.content.load import load
from familysafe.domain.change import AddEntry, BeginRecord, KeepPreferences, RecordTalk
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.memory import Preferences
from familysafe.domain.record import Entry, Record, RecordField
from familysafe.domain.safekeeping import BackupReason, Checkup
from familysafe.domain.secret import Passphrase
from familysafe.domain.talk import Talk
from familysafe.domain.views import Appearance
from familysafe.store import backups, protection
from familysafe.store.slots import Cost
from familysafe.store.vault import Vault
from familysafe.ui.main import Shell, make_application
from familysafe.ui.pages.first.first_start import FirstStartPage
from familysafe.ui.printing import pdf_of
from familysafe.ui.widgets.words_only import WordsEdit
from familysafe.words.record import RECIPIENTS
from tests.ui.eyes import button
from tests.ui.lock_walk import every_lock

EVENING = datetime(2026, 11, 21, 19, 30)  # noqa: DTZ001 - a wall clock
KETTLE = Passphrase("kettle boat")
SIZES = {"1280x800": (1280, 800), "1024x640": (1024, 640)}
PAGES = ("today", "set-up", "guide", "step", "talk", "card", "family", "search", "help", "settings", "cannot-protect")


def a_record_to_look_at(situation: str) -> tuple[Record, *tuple[Entry, ...]]:
    """Made up: a line that was put right, one that was taken back, and one long one."""
    first = EVENING.astimezone()
    says = (
        (RecordField.TOLD, "Somebody in a game asked her name, then her age, then wanted to go on in another app.", ""),
        (RecordField.WHO, "Somebody whom nobody here knows. Says he is thirteen.", ""),
        (RecordField.WHEN, "Since Tuesday. Last message today, about 17:40.", ""),
        (RecordField.DEMANDED, "A picture, and to tell nobody.", ""),
        (RecordField.APP, "Roblox, then WhatsApp", ""),
        (RecordField.NAMES, "sam_07 · https://www.roblox.com/users/000000/profile", ""),
        (RecordField.DONE, "Nothing was sent.", ""),
        (RecordField.TOLD_TO, "Her aunt, by telephone.", ""),
        (RecordField.DONE, "Nothing was sent. Reported in the app, then blocked.", "e6"),
        (RecordField.TOLD_TO, "", "e7"),
    )
    entries = tuple(
        Entry(f"e{number}", field, text, first + timedelta(minutes=4 * number), corrects)
        for number, (field, text, corrects) in enumerate(says)
    )
    return Record("r1", situation, first, ("c1",), entries[:1]), *entries[1:]


def settle(milliseconds: int = 250) -> None:
    """Lets the worker answer and the layouts come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Album:
    """Takes pictures of one shell in one look."""

    def __init__(self, folder: Path, application: QApplication) -> None:
        self.folder = folder
        self.application = application
        self.content = load(resources())

    def shell(
        self, appearance: Appearance, data: Path, *, sample: bool = True, secret: Passphrase | None = None
    ) -> Shell:
        shell = Shell(self.application, self.content, data, sample=sample, now=lambda: EVENING)
        shell.start()
        if secret is not None:
            shell.desk.open(partial(open_kept, self.content, data, shell.today, secret))
        while shell.desk.snapshot is None:
            settle(20)
        shell._appearance_changed(appearance)
        settle()
        return shell

    def take(self, shell: Shell, name: str) -> None:
        settle(120)
        dialog = next((w for w in shell.window.findChildren(QDialog) if w.isVisible()), None)
        picture = shell.window.grab()
        picture.save(str(self.folder / f"{name}.png"))
        if dialog is not None:
            dialog.grab().save(str(self.folder / f"{name}-dialog.png"))

    def walk(self, look: str, text: int, size: str, wanted: set[str]) -> None:
        """Every page in one look, text size and window size."""
        with TemporaryDirectory() as data:
            shell = self.shell(Appearance(look=look, text_size=text), Path(data))
            shell.window.resize(*SIZES[size])
            key = shell.desk.snapshot.plan
            step = next(i for i in key.items if i.step == "iphone.screen-time-code")
            for page in PAGES:
                if wanted and page not in wanted:
                    continue
                if page == "step":
                    shell.wiring.open_step(step.key)
                elif page == "guide":
                    shell.wiring.open_group(f"device:{step.target.device}")
                elif page == "card":
                    shell.wiring.open_card(
                        "games."
                        + next(c.partition(".")[2] for c in self.content.catalogue.cards if c.startswith("games."))
                    )
                else:
                    shell.wiring.go(page)
                self.take(shell, f"{page}-{size}-{look}-{text}")
            if not wanted or "record" in wanted:
                self.record(shell, f"{size}-{look}-{text}")
            if not wanted or "test" in wanted:
                shell.wiring.open_step(step.key)
                settle()
                shell.window.pages["step"]._open_test()
                self.take(shell, f"test-{size}-{look}-{text}")
            shell.window.close()
            shell.close()

    def record(self, shell: Shell, end: str) -> None:
        """What was written down: begun, with lines of every kind, a picture refused, and its three sheets."""
        shell.wiring.situation, shell.wiring.record = "threatened", ""
        shell.wiring.go("record")
        self.take(shell, f"record-new-{end}")
        record, *entries = a_record_to_look_at(shell.wiring.situation)
        shell.desk.apply(BeginRecord(record))
        for entry in entries:
            shell.desk.apply(AddEntry(record.id, entry))
        shell.wiring.record = record.id
        settle(400)
        shell.wiring.go("record")
        self.take(shell, f"record-{end}")
        page = shell.window.pages["record"]
        button(page, "Put right line 1: What did they tell you?").click()
        edit = page.findChildren(WordsEdit)[0]
        edit.insertFromMimeData(QMimeData())
        self.take(shell, f"record-refused-{end}")
        shell.wiring.go("record-sheet")
        page = shell.window.pages["record-sheet"]
        for recipient, name in RECIPIENTS.items():
            button(page, f"For whom: {name()}").click()
            self.take(shell, f"record-sheet-{recipient.value}-{end}")
            (self.folder / f"{recipient.value}.pdf").write_bytes(pdf_of(page.as_wanted()))

    def locks(self, look: str, text: int, size: str) -> None:
        """Passphrase and recovery sheet in every state; the words on it are nobody's."""
        with TemporaryDirectory() as data:
            shell = self.shell(Appearance(look=look, text_size=text), Path(data))
            shell.window.resize(*SIZES[size])
            settle()
            for number, (_name, shown) in enumerate(every_lock(shell.window.theme, shell.window)):
                settle(120)
                shown.grab().save(str(self.folder / f"lock-{number:02}-{size}-{look}-{text}.png"))
            shell.window.close()
            shell.close()

    def first_start(self, look: str, text: int, size: str) -> None:
        """Every question of first start."""
        with TemporaryDirectory() as data:
            shell = self.shell(Appearance(look=look, text_size=text), Path(data), sample=False)
            shell.window.resize(*SIZES[size])
            page = shell.window.pages["first"]
            assert isinstance(page, FirstStartPage)
            page._draft = sample_household(EVENING.date())
            for number in range(7):
                page._show(number)
                self.take(shell, f"first-{number}-{size}-{look}-{text}")
            shell.window.close()
            shell.close()

    def kept(self, look: str, text: int, size: str) -> None:
        """What keeps a family's data safe, with a vault that has a past."""
        with TemporaryDirectory() as data:
            self.make_vault(Path(data))
            shell = self.shell(Appearance(look=look, text_size=text), Path(data), sample=False, secret=KETTLE)
            shell.window.resize(*SIZES[size])
            end = f"{size}-{look}-{text}"
            for page in ("settings", "backups", "check-data", "delete"):
                shell.wiring.go(page)
                settle(600)
                self.take(shell, f"kept-{page}-{end}")
            self.safe_states(shell, end)
            shell.window.close()
            shell.close()

    def make_vault(self, data: Path) -> None:
        """The sample family, with a talk, copies of some days, and a passphrase that takes no time."""
        today = EVENING.date()
        with Vault.create(vault_folder(data)) as vault:
            for change in sample_changes(self.content.catalogue, today):
                vault.save(change)
            card = next(iter(self.content.catalogue.cards))
            vault.save(RecordTalk(Talk("t1", today, (card,), ("c1",), "Sam wants to play with them on Saturday.")))
            vault.save(KeepPreferences(Preferences(started=True, passphrase_offered=True)))
            protection.set_passphrase(vault, KETTLE, Cost(8192, 1))
            for days, reason in ((4, BackupReason.DAY), (3, BackupReason.MIGRATION), (1, BackupReason.DAY)):
                backups.make(vault, today - timedelta(days=days), reason)
            backups.make(vault, today, BackupReason.DAY)

    def safe_states(self, shell: Shell, end: str) -> None:
        """The same pages in the midst of something, and their dialogs."""
        shell.wiring.go("backups")
        page = shell.window.pages["backups"]
        page.begin_work("Writing the backup…")
        page.foot.come(0.6)
        self.take(shell, f"kept-backups-busy-{end}")
        page.offer_undo("It is brought back. What was here before is kept as a copy.")
        self.take(shell, f"kept-backups-undo-{end}")
        page.refuse(FamilySafeError(Code.DISK_FULL))
        self.take(shell, f"kept-backups-refused-{end}")
        button(page, "Go back to copy 4, of 21 Nov 2026").click()
        settle(600)
        self.take(shell, f"kept-contents-{end}")
        dialog = next(w for w in shell.window.findChildren(QDialog) if w.isVisible())
        dialog.ask_secret("That does not open it. Look at the keyboard and the capital letters, then try again.")
        self.take(shell, f"kept-secret-{end}")
        dialog.show_progress()
        dialog.come(0.4)
        self.take(shell, f"kept-progress-{end}")
        dialog.refuse(FamilySafeError(Code.BACKUP_UNREADABLE))
        self.take(shell, f"kept-unreadable-{end}")
        dialog.accept()
        shell.wiring.go("check-data")
        page = shell.window.pages["check-data"]
        page.show_checkup(Checkup("4.6.1 community", 2, True, False, True, True, 8, 7), EVENING)
        self.take(shell, f"kept-check-amber-{end}")
        page.begin_check()
        page.foot.come(0.3)
        self.take(shell, f"kept-check-busy-{end}")
        page.foot.clear()
        shell.wiring.go("delete")
        for name, verb in (("child", "Delete Younger…"), ("all", "Delete everything…")):
            button(shell.window.pages["delete"], verb).click()
            self.take(shell, f"kept-delete-{name}-{end}")
            next(w for w in shell.window.findChildren(QDialog) if w.isVisible()).reject()
        shell.wiring.go("talk")
        self.take(shell, f"kept-talk-{end}")
        answered = next(one for one in shell.desk.snapshot.memory.answers)
        shell.desk.answer(replace(answered, note="Ask Sam's mum."))
        settle(600)
        shell.wiring.open_step(answered.key)
        self.take(shell, f"kept-step-{end}")
        record, *_entries = a_record_to_look_at("threatened")
        shell.desk.apply(BeginRecord(record))
        shell.wiring.record = record.id
        settle(600)
        shell.wiring.go("record")
        self.take(shell, f"kept-record-{end}")
        button(shell.window.pages["record"], "Delete this for good…").click()
        self.take(shell, f"kept-record-delete-{end}")
        next(w for w in shell.window.findChildren(QDialog) if w.isVisible()).reject()


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, default=Path("shots"))
    parser.add_argument("--looks", nargs="*", default=["light", "dark"])
    parser.add_argument("--texts", nargs="*", type=int, default=[100, 200])
    parser.add_argument("--sizes", nargs="*", default=list(SIZES))
    parser.add_argument("--pages", nargs="*", default=[])
    chosen = parser.parse_args()
    chosen.out.mkdir(exist_ok=True, parents=True)
    application = make_application()
    album = Album(chosen.out, application)
    for look in chosen.looks:
        for text in chosen.texts:
            for size in chosen.sizes:
                wanted = set(chosen.pages)
                if not wanted or wanted - {"first", "kept", "lock"}:
                    album.walk(look, text, size, wanted)
                if not wanted or "kept" in wanted:
                    album.kept(look, text, size)
                if not wanted or "lock" in wanted:
                    album.locks(look, text, size)
                if not wanted or "first" in wanted:
                    album.first_start(look, text, size)
    print(f"pictures in {chosen.out}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
