"""Hears on Linux's buses that the screen is locked or that the computer goes to sleep."""

from PySide6.QtCore import SLOT, QObject
from PySide6.QtDBus import QDBusConnection

# Bus, path, interface, signal, and the slot that is told.
SAYS_SO = (
    ("session", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", "gone_if(bool)"),
    ("session", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", "gone_if(bool)"),
    ("system", "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", "gone_if(bool)"),
    ("system", "", "org.freedesktop.login1.Session", "Lock", "gone()"),
)


def listen(watch: QObject) -> None:
    """Connects the slots `gone_if(bool)` and `gone()`; a bus that is not there says nothing."""
    for bus, path, interface, name, slot in SAYS_SO:
        connection = QDBusConnection.sessionBus() if bus == "session" else QDBusConnection.systemBus()
        if connection.isConnected():
            # The stub asks for bytes, the call for text.
            connection.connect("", path, interface, name, watch, SLOT(slot))  # type: ignore[call-overload]
