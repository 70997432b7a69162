"""Whether a window can be shown at all, asked before Qt, which would end the process without a word."""

import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from familysafe.words.language import _

HEADLESS = frozenset({"offscreen", "minimal", "vnc"})
X, WAYLAND = "xcb", "wayland"
# What Qt loads from the system, and the Debian package that brings it.
PACKAGES = MappingProxyType(
    {
        "libEGL.so.1": "libegl1",
        "libGL.so.1": "libgl1",
        "libglib-2.0.so.0": "libglib2.0-0",
        "libgthread-2.0.so.0": "libglib2.0-0",
        "libdbus-1.so.3": "libdbus-1-3",
        "libfontconfig.so.1": "libfontconfig1",
        "libfreetype.so.6": "libfreetype6",
        "libxkbcommon.so.0": "libxkbcommon0",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
        "libwayland-egl.so.1": "libwayland-egl1",
        "libX11.so.6": "libx11-6",
        "libX11-xcb.so.1": "libx11-xcb1",
        "libxcb.so.1": "libxcb1",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render.so.0": "libxcb-render0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-shm.so.0": "libxcb-shm0",
        "libxcb-sync.so.1": "libxcb-sync1",
        "libxcb-xfixes.so.0": "libxcb-xfixes0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
    }
)


def why_no_display(environment: Mapping[str, str], platform: str = sys.platform) -> str:
    """One clause that names the missing display or package; empty when a window can be shown."""
    asked = [name.partition(":")[0] for name in environment.get("QT_QPA_PLATFORM", "").split(";") if name]
    if platform != "linux" or HEADLESS.intersection(asked):
        return ""
    here = [name for name, said in ((WAYLAND, "WAYLAND_DISPLAY"), (X, "DISPLAY")) if environment.get(said)]
    if not here:
        return _("neither DISPLAY nor WAYLAND_DISPLAY is set.")
    # Where Qt cannot have the first it goes on to the next; where it can have none it ends the process.
    first = ""
    for name in asked or here:
        why = why_not(name, environment)
        if not why:
            return ""
        first = first or why
    return first


def why_not(name: str, environment: Mapping[str, str]) -> str:
    """The same for one of Qt's platforms."""
    if name == X:
        return why_no_x(environment.get("DISPLAY", ""))
    if name.partition("-")[0] == WAYLAND:
        return why_no_wayland(environment)
    if plugin(name).exists():
        return _("FamilySafe has no window for Qt's platform “{name}” (QT_QPA_PLATFORM).").format(name=name)
    return _("Qt knows no platform “{name}” (QT_QPA_PLATFORM).").format(name=name)


def why_no_wayland(environment: Mapping[str, str]) -> str:
    name = environment.get("WAYLAND_DISPLAY", "")
    if "WAYLAND_SOCKET" in environment:  # handed over by who started us; it can be used once only, by Qt
        return ""
    if not name:
        return _("WAYLAND_DISPLAY is not set.")
    if not (name.startswith("/") or environment.get("XDG_RUNTIME_DIR")):
        return _("XDG_RUNTIME_DIR is not set.")
    import ctypes  # noqa: PLC0415 - loaded only where the screen is not an X server's

    try:
        ctypes.CDLL(str(plugin(WAYLAND)))
        client = ctypes.CDLL("libwayland-client.so.0")
    except OSError as error:
        return why_not_loaded(error)
    client.wl_display_connect.argtypes, client.wl_display_connect.restype = [ctypes.c_char_p], ctypes.c_void_p
    client.wl_display_disconnect.argtypes = [ctypes.c_void_p]
    connection = client.wl_display_connect(name.encode())
    if not connection:
        return _("nothing answers at WAYLAND_DISPLAY {display}.").format(display=name)
    client.wl_display_disconnect(connection)
    return ""


def why_no_x(display: str) -> str:
    # Loaded only on Linux: Windows and macOS do without.
    import ctypes  # noqa: PLC0415 - see above

    try:
        ctypes.CDLL(str(plugin(X)))
    except OSError as error:
        return why_not_loaded(error)
    return "" if answers(display) else _("nothing answers at DISPLAY {display}.").format(display=display or "“”")


def why_not_loaded(error: OSError | ImportError) -> str:
    """A clause for what the loader says: `libEGL.so.1: cannot open shared object file: …`."""
    library, _colon, why = str(error).partition(":")
    if library in PACKAGES:
        says = _("{library} is missing (on Debian: apt install {package}).")
        return says.format(library=library, package=PACKAGES[library])
    if why:
        return _("{library} cannot be loaded ({why}).").format(library=library, why=why.strip())
    return _("Qt cannot be loaded ({why}).").format(why=library)


def plugin(name: str) -> Path:
    """Qt's plug-in for a platform; found without loading Qt."""
    spec = find_spec("PySide6")
    folder = spec.submodule_search_locations[0] if spec and spec.submodule_search_locations else "."
    return Path(folder) / "Qt" / "plugins" / "platforms" / f"libq{name}.so"


def answers(display: str) -> bool:
    """True when an X server takes us in.

    The connection stays open: a bare server starts anew when its last one closes, and would miss Qt's.
    """
    import ctypes  # noqa: PLC0415 - as above

    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.argtypes, xcb.xcb_connect.restype = [ctypes.c_char_p, ctypes.c_void_p], ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    # “unix” keeps it from trying the network where nothing answers on this computer.
    name = f"unix{display}" if display.startswith(":") else display
    return not xcb.xcb_connection_has_error(xcb.xcb_connect(name.encode(), None))
