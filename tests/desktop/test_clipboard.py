"""What another program on the same screen gets of a note: nothing that was not copied, and that as a secret."""

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.desktop.app import App
from tests.desktop.conftest import Start
from tests.desktop.screen import PATIENCE, Screen, wait_for
from tests.desktop.walks import open_first_step

PRIVATE = "Zaunkoenig7261"
NOTE = "What your menu says"
# What any program of this account can ask for; words first, so that a clipboard that is somebody's is waited for.
ASK = """
import json
from PySide6.QtGui import QClipboard, QGuiApplication
application = QGuiApplication(["ask", "-platform", "xcb"])
clipboard, told = application.clipboard(), {}
for name, mode in (("clipboard", QClipboard.Mode.Clipboard), ("selection", QClipboard.Mode.Selection)):
    data = clipboard.mimeData(mode)
    kinds = data.formats() if data else ()
    told[name] = {kind: bytes(data.data(kind).data()).decode("utf-8", "replace") for kind in kinds}
print(json.dumps(told))
"""


def held(screen: Screen) -> dict[str, dict[str, Any]]:
    """What the clipboard and the selection hold, by kind, as seen by another program."""
    command = [sys.executable, "-c", ASK]
    done = subprocess.run(command, env=screen.environment, capture_output=True, timeout=PATIENCE, check=True)
    found: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.fixture
def app(start: Start) -> App:
    """A note with words in it, all of them chosen by keyboard."""
    app = start("--sample").has_window()
    open_first_step(app)
    app.press("Menu looks different?", role="tick")
    app.write(NOTE, PRIVATE)
    app.focus(NOTE, role="entry")
    app.keys("ctrl+a")
    return app


def test_what_is_chosen_is_not_in_the_selection(app: App, screen: Screen) -> None:
    app.keys("shift+Left", "ctrl+a", "ctrl+c")
    wait_for("the copy", lambda: PRIVATE in str(held(screen)["clipboard"]))
    assert PRIVATE not in str(held(screen)["selection"])
    app.quit()


def test_what_is_copied_is_a_secret_and_gone_with_the_app(app: App, screen: Screen) -> None:
    app.keys("ctrl+c")
    wait_for("the copy", lambda: PRIVATE in str(held(screen)["clipboard"]))
    assert held(screen)["clipboard"]["x-kde-passwordManagerHint"] == "secret"
    app.quit()
    assert PRIVATE not in str(held(screen))


def test_what_was_cut_can_be_pasted(app: App, screen: Screen) -> None:
    app.keys("ctrl+x")
    wait_for("the note to be empty", lambda: app.text(NOTE) == "")
    assert held(screen)["clipboard"]["text/plain"] == PRIVATE
    app.keys("ctrl+v")
    wait_for("the note to be full", lambda: app.text(NOTE) == PRIVATE)
    app.quit()
