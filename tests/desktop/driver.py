"""Looks at windows through the accessibility bus, as a screen reader does.

Run by the system's Python, which can speak D-Bus: one JSON request on a line of standard input, one JSON answer on a
line of standard output, {"ok": …} or {"failed": why}. Every request has a limit in seconds. Nothing is remembered
between requests, so a window that changes is read as it is: libatspi, which remembers, takes a Qt program for ended
when a page of it is drawn anew.
"""

import json
import sys
import time
from typing import NamedTuple

from gi.repository import Gio, GLib

PAUSE = 0.03
DEEPEST = 40
MILLISECONDS = 10_000
REGISTRY = "org.a11y.atspi.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
SCREEN = 0
LABELLED_BY = 2
ROLES = {"button": "push button", "entry": "text", "tick": "check box"}
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
VERBS_OF_NAMES = (("name", "is"), ("begins", "begins with"), ("holds", "holds"))
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


def looked_for(wanted):
    said = [wanted.get("role") or "anything"]
    said += [f"whose name {verb} “{wanted[key]}”" for key, verb in VERBS_OF_NAMES if wanted.get(key)]
    return " ".join([*said, *(f"({state})" for state in wanted.get("states", []))])


def fits(node, wanted):
    try:
        name = node.name()
        role = wanted.get("role", "")
        if wanted.get("name") is not None and name != wanted["name"]:
            return False
        if not name.startswith(wanted.get("begins", "")) or wanted.get("holds", "") not in name:
            return False
        if role and node.role() != role:
            return False
        return {"showing", *wanted.get("states", [])} <= node.states()
    except Lost:
        return False  # It was taken down while we looked.


def candidates(window, wanted):
    """The window, and what in it may be meant."""
    yield window
    role = wanted.get("role", "")
    try:
        if role in ROLE_NUMBERS or not role:
            yield from window.matches(["showing", *wanted.get("states", [])], role)
            return
    except Lost:
        pass  # A Qt that does not search by itself.
    yield from (node for _depth, node in shown(window))


def find(bus, pid, wanted):
    """The first that fits; a dialog lies before the window that it belongs to."""
    wanted = {**wanted, "role": ROLES.get(wanted.get("role", ""), wanted.get("role", ""))}
    for window in reversed(bus.windows(pid)):
        for node in candidates(window, wanted):
            if fits(node, wanted):
                return node
    raise Lost(f"no {looked_for(wanted)}")


def pump():
    while GLib.MainContext.default().iteration(False):
        pass


def until(seconds, look):
    """What `look` gives as soon as it raises nothing; its last complaint when the time is over."""
    end = time.monotonic() + seconds
    while True:
        pump()
        try:
            return look()
        except Lost as error:
            if time.monotonic() > end:
                raise Lost(f"{error} within {seconds} s") from error
        time.sleep(PAUSE)


def act(node, *names):
    """Does the first of these actions that a node has."""
    have = node.actions()
    for name in names:
        if name in have:
            if not node.call("Action", "DoAction", "i", have.index(name))[0]:
                raise Lost(f"“{node.name()}” refused {name}")
            return
    raise Lost(f"“{node.name()}” can only {have}")


# What may be asked for.


def see(bus, request):
    return until(request["seconds"], lambda: find(bus, request["pid"], request["wanted"]).told())


def gone(bus, request):
    def look():
        bus.windows(request["pid"])  # A program that is gone altogether is no answer.
        try:
            find(bus, request["pid"], request["wanted"])
        except Lost:
            return True
        raise Lost(f"{looked_for(request['wanted'])} is still there")

    return until(request["seconds"], look)


def press(bus, request):
    wanted = {**request["wanted"], "states": [*request["wanted"].get("states", []), "enabled"]}
    until(request["seconds"], lambda: act(find(bus, request["pid"], wanted), "Press", "Toggle"))
    return True


def focus(bus, request):
    wanted = {**request["wanted"], "states": ["focused"]}
    until(request["seconds"], lambda: act(find(bus, request["pid"], request["wanted"]), "SetFocus"))
    return until(request["seconds"], lambda: find(bus, request["pid"], wanted).told())


def write(bus, request):
    node = until(request["seconds"], lambda: find(bus, request["pid"], request["wanted"]))
    if not node.call("EditableText", "SetTextContents", "s", request["text"])[0]:
        raise Lost(f"“{node.name()}” takes no text")
    return True


def text(bus, request):
    node = until(request["seconds"], lambda: find(bus, request["pid"], request["wanted"]))
    return node.call("Text", "GetText", "ii", 0, -1)[0]


def focused(bus, request):
    """What has the keyboard; None when nothing has. The innermost one counts."""
    said = bus.said_to_have_focus(request["pid"])
    try:
        if said is not None and {"focused", "showing"} <= said.states():
            return said.told()
    except Lost:
        pass  # It is gone, so the window is searched.
    found = None
    for window in reversed(bus.windows(request["pid"])):
        for _depth, node in shown(window):
            if "focused" in node.states():
                found = node
    return found.told() if found is not None else None


def tree(bus, request):
    found = []
    for number, window in enumerate(bus.windows(request["pid"])):
        for depth, node in shown(window):
            try:
                found.append({"depth": depth, "window": number, **node.told()})
            except Lost:
                continue
    return found


def pids(bus, _request):
    """The processes that show a window."""
    found = []
    for pid, application in bus.applications():
        try:
            if any("showing" in window.states() for window in application.children()):
                found.append(pid)
        except Lost:
            continue
    return found


VERBS = {verb.__name__: verb for verb in (see, gone, press, focus, write, text, focused, tree, pids)}


def answer(bus, request):
    pump()
    try:
        return {"ok": VERBS[request["do"]](bus, request)}
    except Lost as lost:
        return {"failed": str(lost)}


def main():
    bus = Bus()
    for line in sys.stdin:
        print(json.dumps(answer(bus, json.loads(line))), flush=True)


main()
