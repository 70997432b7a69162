"""Whether a window can be shown, and if not, why."""

import ctypes
import importlib.machinery
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from familysafe.app import display
from familysafe.app.display import PACKAGES, answers, plugin, why_no_display, why_no_wayland, why_no_x, why_not_loaded

X = {"DISPLAY": ":7"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0"}


class Xcb:
    """A libxcb that takes everybody in, or nobody; it remembers whom it was asked for."""

    def __init__(self, *, error: int) -> None:
        self.asked: list[bytes] = []
        self.xcb_connect = Function(self._connect)
        self.xcb_connection_has_error = Function(lambda _connection: error)

    def _connect(self, name: bytes, _screen: None) -> int:
        self.asked.append(name)
        return 1


class Function:
    """A function of a library, which lets its types be named."""

    argtypes: object = None
    restype: object = None

    def __init__(self, own: object) -> None:
        self._own = own

    def __call__(self, *arguments: object) -> object:
        return self._own(*arguments)  # type: ignore[operator]


@pytest.fixture
def both_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system on which X and Wayland work."""
    monkeypatch.setattr(display, "why_no_x", lambda _display: "")
    monkeypatch.setattr(display, "why_no_wayland", lambda _environment: "")


@pytest.mark.usefixtures("both_answer")
@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({}, "darwin"),
        ({}, "win32"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
        ({"QT_QPA_PLATFORM": "minimal:enable_fonts"}, "linux"),
        ({"QT_QPA_PLATFORM": "vnc;xcb"}, "linux"),
        (X, "linux"),
        (WAYLAND, "linux"),
        ({**WAYLAND, "QT_QPA_PLATFORM": "wayland"}, "linux"),
        ({**X, "QT_QPA_PLATFORM": "xcb"}, "linux"),
        ({**X, **WAYLAND}, "linux"),
    ],
)
def test_where_a_window_can_be_shown_there_is_nothing_to_say(environment: dict[str, str], platform: str) -> None:
    assert why_no_display(environment, platform) == ""


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({}, "neither DISPLAY nor WAYLAND_DISPLAY is set."),
        ({"DISPLAY": "", "WAYLAND_DISPLAY": ""}, "neither DISPLAY nor WAYLAND_DISPLAY is set."),
        ({**X, "QT_QPA_PLATFORM": "spaceship"}, "Qt knows no platform “spaceship” (QT_QPA_PLATFORM)."),
        ({**X, "QT_QPA_PLATFORM": "wayland"}, "WAYLAND_DISPLAY is not set."),
        (
            {**X, "QT_QPA_PLATFORM": "linuxfb"},
            "FamilySafe has no window for Qt's platform “linuxfb” (QT_QPA_PLATFORM).",
        ),
    ],
)
def test_what_is_missing_is_named(environment: dict[str, str], says: str) -> None:
    assert why_no_display(environment, "linux") == says


def test_x_is_asked_where_qt_would_ask_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "why_no_x", lambda name: f"asked {name!r}")
    assert why_no_display({**X}, "linux") == "asked ':7'"
    assert why_no_display({**WAYLAND, "QT_QPA_PLATFORM": "xcb"}, "linux") == "asked ''"


@pytest.mark.parametrize(
    ("environment", "asked"),
    [
        ({**X, **WAYLAND}, ["wayland", "x"]),
        ({**X, **WAYLAND, "QT_QPA_PLATFORM": "xcb;wayland-egl"}, ["x", "wayland"]),
        ({**X, **WAYLAND, "QT_QPA_PLATFORM": "wayland"}, ["wayland"]),
        (WAYLAND, ["wayland"]),
    ],
)
def test_where_one_does_not_answer_the_next_is_asked_as_qt_does(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], asked: list[str]
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(display, "why_no_wayland", lambda _environment: seen.append("wayland") or "no wayland")
    monkeypatch.setattr(display, "why_no_x", lambda _display: seen.append("x") or "no x")
    assert why_no_display(environment, "linux") == f"no {asked[0]}"
    assert seen == asked
    monkeypatch.setattr(display, "why_no_x", lambda _display: "")
    assert (why_no_display(environment, "linux") == "") is ("x" in asked)


@pytest.fixture
def compositor(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An environment in which somebody takes connections."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        yield {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-7"}


@pytest.mark.skipif(sys.platform != "linux", reason="Wayland is there on Linux only")
def test_wayland_is_asked_for_a_connection(compositor: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    folder = compositor["XDG_RUNTIME_DIR"]
    monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
    assert why_no_wayland(compositor) == ""
    assert why_no_wayland({"WAYLAND_DISPLAY": f"{folder}/wayland-7"}) == ""
    nobody = {**compositor, "WAYLAND_DISPLAY": "wayland-9"}
    assert why_no_wayland(nobody) == "nothing answers at WAYLAND_DISPLAY wayland-9."
    assert why_no_wayland({**nobody, "WAYLAND_SOCKET": "7"}) == ""
    assert why_no_wayland({"WAYLAND_DISPLAY": "wayland-7"}) == "XDG_RUNTIME_DIR is not set."


def test_a_library_of_wayland_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_name: str) -> None:
        raise OSError("libwayland-cursor.so.0: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(ctypes, "CDLL", missing)
    said = why_no_wayland({"WAYLAND_DISPLAY": "/run/wayland-0"})
    assert said == "libwayland-cursor.so.0 is missing (on Debian: apt install libwayland-cursor0)."


def test_a_library_that_is_missing_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_name: str) -> None:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(ctypes, "CDLL", missing)
    assert why_no_x(":0") == "libxcb-cursor.so.0 is missing (on Debian: apt install libxcb-cursor0)."


@pytest.mark.parametrize(("name", "shown"), [(":99", ":99"), ("", "“”")])
def test_an_x_server_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch, name: str, shown: str) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: Xcb(error=1))
    assert why_no_x(name) == f"nothing answers at DISPLAY {shown}."


def test_an_x_server_that_answers_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: Xcb(error=0))
    assert why_no_x(":0") == ""


@pytest.mark.parametrize(("name", "asked"), [(":0", b"unix:0"), ("host:0", b"host:0")])
def test_a_server_on_this_computer_is_not_looked_for_in_the_network(
    monkeypatch: pytest.MonkeyPatch, name: str, asked: bytes
) -> None:
    xcb = Xcb(error=0)
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: xcb)
    assert answers(name)
    assert xcb.asked == [asked]


@pytest.mark.parametrize(
    ("loader", "says"),
    [
        ("libEGL.so.1: cannot open shared object file", "libEGL.so.1 is missing (on Debian: apt install libegl1)."),
        ("libfoo.so: wrong ELF class", "libfoo.so cannot be loaded (wrong ELF class)."),
        ("No module named 'PySide6'", "Qt cannot be loaded (No module named 'PySide6')."),
    ],
)
def test_what_the_loader_says_becomes_a_clause(loader: str, says: str) -> None:
    assert why_not_loaded(ImportError(loader)) == says


def test_every_package_is_named_for_a_library() -> None:
    assert all(".so." in library and package.islower() for library, package in PACKAGES.items())


@pytest.mark.skipif(sys.platform != "linux", reason="other systems lay their plug-ins out in other ways")
def test_qts_plug_ins_are_found_without_loading_qt() -> None:
    assert plugin("xcb").is_file()
    assert plugin("offscreen").is_file()


@pytest.mark.parametrize("spec", [None, importlib.machinery.ModuleSpec("PySide6", None)])
def test_where_there_is_no_qt_there_is_no_plug_in(
    monkeypatch: pytest.MonkeyPatch, spec: importlib.machinery.ModuleSpec | None
) -> None:
    monkeypatch.setattr(display, "find_spec", lambda _name: spec)
    assert plugin("xcb") == Path("Qt/plugins/platforms/libqxcb.so")
