"""Whether a window can be shown at all, asked before Qt, which would end the process without a word."""

import ctypes.util
import os
import sys
from collections.abc import Mapping
from gettext import gettext as _
from pathlib import Path

NEEDED = ("xcb-cursor", "xcb-icccm", "xcb-keysyms")
HEADLESS = frozenset({"offscreen", "minimal", "vnc"})


def why_no_display(environment: Mapping[str, str], platform: str = sys.platform) -> str:
    """One clause that names the missing display or packages; empty when a window can be shown."""
    if platform != "linux" or environment.get("QT_QPA_PLATFORM", "").partition(":")[0] in HEADLESS:
        return ""
    display, wayland = environment.get("DISPLAY", ""), environment.get("WAYLAND_DISPLAY", "")
    if not display and not wayland:
        return _("neither DISPLAY nor WAYLAND_DISPLAY is set.")
    if display and not wayland:
        if missing := [name for name in NEEDED if ctypes.util.find_library(name) is None]:
            return _("these libraries are missing: {names}.").format(names=", ".join(f"lib{name}" for name in missing))
        if display.startswith(":") and not local_server(display):
            return _("nothing answers at DISPLAY {display}.").format(display=display)
    return ""


def local_server(display: str) -> bool:
    """True when a local X server has a socket for this display (`:99`, `:0.0`)."""
    number = display[1:].partition(".")[0]
    return (Path("/tmp/.X11-unix") / f"X{number}").exists() or os.path.exists(f"/tmp/.X{number}-lock")  # noqa: S108, PTH110
