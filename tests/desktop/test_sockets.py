"""What strace sees of a whole session: nothing but this computer's own sockets."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop.conftest import Start
from tests.desktop.screen import Screen
from tests.desktop.tracing import Trace, why_not
from tests.desktop.walks import add_child, open_first_step, say_seen

OPENS_ONE = "import socket; socket.socket().close(); socket.socket(socket.AF_INET6).close()"


@pytest.fixture
def trace(tmp_path: Path) -> Trace:
    if why := why_not():
        pytest.skip(why)
    return Trace(tmp_path / "trace")


def test_a_whole_session_opens_no_socket_to_the_network(start: Start, screen: Screen, trace: Trace) -> None:
    app = start(before=trace.before).has_window()
    add_child(app, "Jo")
    open_first_step(app)
    say_seen(app)
    for page in ("Today", "Set up", "Talk", "Family", "Help now", "Settings"):
        app.press(page, role="tick")
        app.see(page, role="filler")
    app.tick("Look: Dark")
    app.quit()

    assert trace.sockets() == []
    # What is left is how a window is shown and read aloud: the X server, the session's bus, the accessibility bus.
    number = screen.environment["DISPLAY"].removeprefix(":")
    session = screen.environment["DBUS_SESSION_BUS_ADDRESS"].partition("path=")[2].partition(",")[0]
    runtime = screen.environment["XDG_RUNTIME_DIR"]
    explained = (f"/tmp/.X11-unix/X{number}", session, f"{runtime}/at-spi/")  # noqa: S108 - where X servers listen
    joined = trace.joined()
    assert joined
    assert [name for name in joined if not name.startswith(explained)] == []


def test_a_socket_to_the_network_would_be_seen(trace: Trace) -> None:
    subprocess.run([*trace.before, sys.executable, "-c", OPENS_ONE], check=True, timeout=60)
    families = [line.partition("socket(")[2].partition(",")[0] for line in trace.sockets()]
    assert families == ["AF_INET", "AF_INET6"]
