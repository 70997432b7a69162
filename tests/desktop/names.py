"""What a screen reader could not make clear."""

from typing import Any

from tests.desktop.app import App

Node = dict[str, Any]
BUTTONS = ("push button", "check box")
SAME_PLACE = ("Open http", "Show the QR code of http", "Help now")


def nameless(nodes: list[Node]) -> list[Node]:
    """What can have the keyboard and does not say what it is."""
    return [node for node in nodes if "focusable" in node["states"] and not says_what_it_is(node)]


def says_what_it_is(node: Node) -> bool:
    """A list to choose from is named by what is chosen, on Linux; what it is for has to be said by another way."""
    if node["role"] == "combo box":
        return bool(any(node["labels"]) or node["description"])
    return bool(node["name"].strip())


def twins(nodes: list[Node]) -> set[str]:
    """Names of buttons that stand more than once in one window and do not all lead to the same place."""
    names = [(node["window"], node["name"]) for node in nodes if node["role"] in BUTTONS and node["name"]]
    return {name for window, name in names if names.count((window, name)) > 1 and not name.startswith(SAME_PLACE)}


def unclear(app: App) -> list[str]:
    """Everything on the screen that a screen reader could not make clear."""
    nodes = app.tree()
    assert len(nodes) > 10
    without = [f"a {node['role']} (“{node['name']}”) does not say what it is for" for node in nameless(nodes)]
    return without + [f"several buttons are called “{name}”" for name in sorted(twins(nodes))]
