"""Looks at a window through the accessibility bus, as a screen reader does.

Run by the system's Python, which has the bindings: one JSON request on a line of standard input, one JSON answer on a
line of standard output. An answer is {"ok": …} or {"failed": why}. Every request has a limit in seconds.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

PAUSE = 0.03
DEEPEST = 40
NAMED = {"button": "push button", "entry": "text", "tick": "check box"}


class Lost(Exception):
    """What was looked for is not there."""


def states(node):
    return {state.value_nick for state in node.get_state_set().get_states()}


def told(node):
    """What a screen reader would say of a node."""
    has = states(node)
    return {
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "states": sorted(has),
        "focusable": "focusable" in has,
        "box": box(node),
    }


def box(node):
    try:
        found = node.get_extents(Atspi.CoordType.SCREEN)
    except GLib.Error:
        return None
    return [found.x, found.y, found.width, found.height]


def children(node):
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is not None:
            yield child


def shown(node, depth=0):
    """Every node below `node` that is on the screen, with how deep it lies."""
    if depth > DEEPEST or "showing" not in states(node):
        return
    yield depth, node
    for child in children(node):
        yield from shown(child, depth + 1)


def applications():
    desktop = Atspi.get_desktop(0)
    for application in children(desktop):
        try:
            yield application.get_process_id(), application
        except GLib.Error:
            continue


def application_of(pid):
    for own, application in applications():
        if own == pid:
            return application
    raise Lost(f"process {pid} is not on the accessibility bus")


def windows(pid):
    return [window for window in children(application_of(pid)) if "showing" in states(window)]


def looked_for(wanted):
    said = [wanted.get("role", "anything")]
    said += [f"{key} “{wanted[key]}”" for key in ("name", "begins", "holds") if wanted.get(key)]
    return " ".join([*said, *wanted.get("states", [])])


def fits(node, wanted):
    role = wanted.get("role", "")
    if role and node.get_role_name() != NAMED.get(role, role):
        return False
    name = node.get_name() or ""
    if wanted.get("name") is not None and name != wanted["name"]:
        return False
    if not name.startswith(wanted.get("begins", "")) or wanted.get("holds", "") not in name:
        return False
    return set(wanted.get("states", [])) <= states(node)


def find(pid, wanted):
    """The first that fits; a dialog lies before the window that it belongs to."""
    for window in reversed(windows(pid)):
        for _depth, node in shown(window):
            if fits(node, wanted):
                return node
    raise Lost(f"no {looked_for(wanted)}")


def until(seconds, look):
    """What `look` gives as soon as it raises nothing; its last complaint when the time is over."""
    end = time.monotonic() + seconds
    while True:
        try:
            return look()
        except (Lost, GLib.Error) as error:
            if time.monotonic() > end:
                raise Lost(f"{error} within {seconds} s") from error
        pump()
        time.sleep(PAUSE)


def pump():
    while GLib.MainContext.default().iteration(False):
        pass


def act(node, *names):
    """Does the first of these actions that a node has."""
    have = [Atspi.Action.get_action_name(node, number) for number in range(node.get_n_actions())]
    for name in names:
        if name in have:
            if not node.do_action(have.index(name)):
                raise Lost(f"“{node.get_name()}” refused {name}")
            return
    raise Lost(f"“{node.get_name()}” can only {have}")


# What may be asked for.


def see(request):
    return told(until(request["seconds"], lambda: find(request["pid"], request["wanted"])))


def gone(request):
    def look():
        try:
            find(request["pid"], request["wanted"])
        except Lost:
            return True
        raise Lost(f"{looked_for(request['wanted'])} is still there")

    return until(request["seconds"], look)


def press(request):
    wanted = {**request["wanted"], "states": [*request["wanted"].get("states", []), "enabled"]}
    node = until(request["seconds"], lambda: find(request["pid"], wanted))
    act(node, "Press", "Toggle", "SetFocus")
    return True


def focus(request):
    node = until(request["seconds"], lambda: find(request["pid"], request["wanted"]))
    act(node, "SetFocus")
    return until(request["seconds"], lambda: told(find(request["pid"], {**request["wanted"], "states": ["focused"]})))


def write(request):
    node = until(request["seconds"], lambda: find(request["pid"], request["wanted"]))
    if not node.set_text_contents(request["text"]):
        raise Lost(f"“{node.get_name()}” takes no text")
    return True


def text(request):
    node = until(request["seconds"], lambda: find(request["pid"], request["wanted"]))
    return Atspi.Text.get_text(node, 0, -1)


def focused(request):
    """What has the keyboard; None when nothing has. The innermost one counts."""
    found = None
    for window in reversed(windows(request["pid"])):
        if "active" in states(window):
            for _depth, node in shown(window):
                if "focused" in states(node):
                    found = node
    return told(found) if found is not None else None


def tree(request):
    return [
        {"depth": depth, "window": number, **told(node)}
        for number, window in enumerate(windows(request["pid"]))
        for depth, node in shown(window)
    ]


def pids(_request):
    """The processes that show a window."""
    found = []
    for pid, application in applications():
        try:
            if any("showing" in states(window) for window in children(application)):
                found.append(pid)
        except GLib.Error:
            continue
    return found


VERBS = {verb.__name__: verb for verb in (see, gone, press, focus, write, text, focused, tree, pids)}


def answer(request):
    try:
        return {"ok": VERBS[request["do"]](request)}
    except (Lost, GLib.Error) as error:
        return {"failed": str(error)}


def main():
    # Nothing is remembered between requests: a window that changes is read as it is.
    Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)
    for line in sys.stdin:
        pump()
        print(json.dumps(answer(json.loads(line))), flush=True)


main()
