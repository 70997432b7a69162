"""What Linux's buses say arrives."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LISTENS = """
import subprocess
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from familysafe.ui.sleep import listen

class Watch(QObject):
    @Slot(bool)
    def gone_if(self, away):
        print("away" if away else "back", flush=True)
        if not away:
            QCoreApplication.quit()
    @Slot()
    def gone(self):
        pass

application = QCoreApplication([])
watch = Watch()
listen(watch)
for away in ("true", "false"):
    subprocess.run(["dbus-send", "--session", "--type=signal", "/org/freedesktop/ScreenSaver",
        "org.freedesktop.ScreenSaver.ActiveChanged", "boolean:" + away], check=True)
QTimer.singleShot(20000, application.quit)
application.exec()
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="there is no bus to be had")
def test_a_screen_that_is_locked_and_unlocked_is_heard(tmp_path: Path) -> None:
    words = ["dbus-run-session", "--", sys.executable, "-c", LISTENS]
    environment = {**os.environ, "HOME": str(tmp_path)}
    run = subprocess.run(words, check=False, capture_output=True, text=True, timeout=60, env=environment)
    assert run.stdout.split() == ["away", "back"], run.stderr
