"""Looks at windows through the accessibility bus, as a screen reader does.

Run by the system's Python, which can speak D-Bus: one JSON request on a line of standard input, one JSON answer on a
line of standard output, {"ok": …} or {"failed": why}. Every request has a limit in seconds. Nothing is remembered
between requests, so a window that changes is read as it is: libatspi, which remembers, takes a Qt program for ended
when a page of it is drawn anew.
"""

import json
import sys
import time

from bus import ROLE_NUMBERS, Bus, Lost, pump, shown

PAUSE = 0.03
ROLES = {"button": "push button", "entry": "text", "tick": "check box"}
VERBS_OF_NAMES = (("name", "is"), ("begins", "begins with"), ("holds", "holds"))


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
