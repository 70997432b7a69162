"""Writes PNG pictures of every page, from the real widgets with the sample family, to `shots/`."""

import argparse
import os
import sys
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from familysafe.app.paths import resources
from familysafe.app.sample import sample_household
from familysafe.content.load import load
from familysafe.domain.views import Appearance
from familysafe.ui.main import Shell, make_application
from familysafe.ui.pages.first.first_start import FirstStartPage

EVENING = datetime(2026, 11, 21, 19, 30)  # noqa: DTZ001 - a wall clock
SIZES = {"1280x800": (1280, 800), "1024x640": (1024, 640)}
PAGES = ("today", "set-up", "guide", "step", "talk", "card", "family", "help", "settings")


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

    def shell(self, appearance: Appearance, data: Path, *, sample: bool = True) -> Shell:
        shell = Shell(self.application, self.content, data, sample=sample, now=lambda: EVENING)
        shell.start()
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
            if not wanted or "test" in wanted:
                shell.wiring.open_step(step.key)
                settle()
                shell.window.pages["step"]._open_test()
                self.take(shell, f"test-{size}-{look}-{text}")
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
                if not wanted or wanted - {"first"}:
                    album.walk(look, text, size, wanted)
                if not wanted or "first" in wanted:
                    album.first_start(look, text, size)
    print(f"pictures in {chosen.out}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
