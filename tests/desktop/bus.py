"""The accessibility bus as it is: programs, the nodes of their windows, and what can be asked of a node.

For the system's Python, which has GLib's D-Bus; the driver beside this file imports it.
"""

from typing import NamedTuple

from gi.repository import Gio, GLib

DEEPEST = 40
MILLISECONDS = 10_000
REGISTRY = "org.a11y.atspi.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
SCREEN = 0
LABELLED_BY = 2
# The number of AtspiRole by the name that the bus gives it; others are looked for one by one.
ROLE_NUMBERS = {
    "check box": 7,
    "combo box": 11,
    "filler": 20,
    "label": 29,
    "list": 31,
    "list item": 32,
    "push button": 43,
    "text": 61,
}
CANONICAL, ALL, ANY = 1, 1, 2
# The places of AtspiStateType in the two numbers that make a set of states.
STATES = {
    "active": 1,
    "checked": 4,
    "editable": 7,
    "enabled": 8,
    "expanded": 10,
    "focusable": 11,
    "focused": 12,
    "modal": 16,
    "selected": 23,
    "showing": 25,
    "visible": 30,
}


class Lost(Exception):  # noqa: N818 - nothing is wrong with the driver
    """What was looked for is not there."""


class Node(NamedTuple):
    """Something on the bus; what is said of it is asked for every time."""

    bus: "Bus"
    owner: str
    path: str

    def call(self, interface, method, signature="", *values):
        given = GLib.Variant(f"({signature})", values) if signature else None
        return self.bus.call(self.owner, self.path, f"org.a11y.atspi.{interface}", method, given)

    def get(self, interface, name):
        given = GLib.Variant("(ss)", (f"org.a11y.atspi.{interface}", name))
        return self.bus.call(self.owner, self.path, "org.freedesktop.DBus.Properties", "Get", given)[0]

    def states(self):
        low, high = self.call("Accessible", "GetState")[0]
        return {name for name, place in STATES.items() if (low | high << 32) >> place & 1}

    def role(self):
        return self.call("Accessible", "GetRoleName")[0]

    def name(self):
        return self.get("Accessible", "Name")

    def children(self):
        return [Node(self.bus, owner, path) for owner, path in self.call("Accessible", "GetChildren")[0]]

    def matches(self, states, role):
        """Everything below it that has all these states and this role ("": any), found by the program itself."""
        wanted = bits((STATES[name] for name in states), 2)
        roles = bits([ROLE_NUMBERS[role]] if role else [], 4)
        rule = (wanted, ALL, {}, ALL, roles, ANY if role else ALL, [], ALL, False)
        found = self.call("Collection", "GetMatches", "(aiia{ss}iaiiasib)uib", rule, CANONICAL, 0, True)[0]
        return [Node(self.bus, owner, path) for owner, path in found]

    def actions(self):
        return [action[0] for action in self.call("Action", "GetActions")[0]]

    def labels(self):
        """The names of what is said to be its label."""
        found = []
        for kind, targets in self.call("Accessible", "GetRelationSet")[0]:
            if kind == LABELLED_BY:
                found += [Node(self.bus, owner, path).name() for owner, path in targets]
        return found

    def box(self):
        return list(self.call("Component", "GetExtents", "u", SCREEN)[0])

    def told(self):
        """What a screen reader would say of it."""
        has = self.states()
        return {
            "role": self.role(),
            "name": self.name(),
            "description": self.get("Accessible", "Description"),
            "labels": self.labels(),
            "states": sorted(has),
            "box": self.box(),
        }


class Bus:
    """The accessibility bus, and what was last said on it about the focus."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        asked = ("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        address = session.call_sync(*asked, None, None, 0, MILLISECONDS, None)[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self._connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self._focused = {}
        events = ("object:state-changed:focused", [], "")
        listening = GLib.Variant("(sass)", events)
        self.call(REGISTRY, "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "RegisterEvent", listening)
        of_focus = (None, "org.a11y.atspi.Event.Object", "StateChanged", None, "focused")
        self._connection.signal_subscribe(*of_focus, Gio.DBusSignalFlags.NONE, self._focus_moved)

    def _focus_moved(self, _connection, owner, path, _interface, _signal, said):
        if said[1]:
            self._focused[owner] = path

    def call(self, owner, path, interface, method, given):
        try:
            return self._connection.call_sync(owner, path, interface, method, given, None, 0, MILLISECONDS, None)
        except GLib.Error as error:
            raise Lost(f"{method} of {owner}{path}: {error.message}") from error

    def applications(self):
        """What is on the bus, with the number of its process."""
        for node in Node(self, REGISTRY, ROOT).children():
            given = GLib.Variant("(s)", (node.owner,))
            daemon = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
            try:
                yield self.call(*daemon, "GetConnectionUnixProcessID", given)[0], node
            except Lost:
                continue  # It has just ended.

    def windows(self, pid):
        """Those of one process, the one in front last."""
        for own, application in self.applications():
            if own == pid:
                return [window for window in application.children() if "showing" in window.states()]
        raise Lost(f"process {pid} is not on the accessibility bus")

    def said_to_have_focus(self, pid):
        for own, application in self.applications():
            if own == pid and application.owner in self._focused:
                return Node(self, application.owner, self._focused[application.owner])
        return None


def bits(places, count):
    """A set of numbers as AT-SPI writes it: one bit each, in signed words of 32."""
    value = sum(1 << place for place in places)
    words = [(value >> 32 * word) & 0xFFFFFFFF for word in range(count)]
    return [word - (1 << 32) if word >> 31 else word for word in words]


def shown(node, depth=0):
    """Every node from this one down that is on the screen, with how deep it lies."""
    try:
        if depth > DEEPEST or "showing" not in node.states():
            return
        below = node.children()
    except Lost:
        return  # It was taken down while we looked.
    yield depth, node
    for child in below:
        yield from shown(child, depth + 1)


def pump():
    """Lets the bus say what has happened."""
    while GLib.MainContext.default().iteration(False):
        pass
