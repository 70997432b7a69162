"""A small authored tree without a single mistake, to make one mistake in."""

from datetime import date
from pathlib import Path

from familysafe.content.check import check_content
from familysafe.content.problem import Problem
from tests.content import help_tree

TODAY = date(2026, 6, 1)

STEP = """
[[step]]
id = "{guide}.{name}"
target = "{target}"
who = "together"
minutes = 5
weight = 4
needs = [{needs}]
effects = [{effects}]
official = "https://{guide}.example/{name}"
sources = ["https://{guide}.example/{name}"]
checked = 2026-01-10
confidence = "checked"
"""

STEP_WORDS = """
[step.{name}]
title = "Set the {name} of the {guide}"
why = "It keeps the bad out."
do = ["Open the menu.", "Tap {name}."]
trap = "It looks on when it is not."
still_reachable = "Try the help line. It must work."
limits = "It can not do it all."
explain.8-10 = "We do this to keep you safe."
explain.13-15 = "We do this to keep you safe. Tell us if it is in the way."

[step.{name}.where]
any = ["Menu", "{name}"]

[step.{name}.test]
try = "Try to get in."
expect = "It says no."
if_fails = "Do it once more."

[step.{name}.way_round]
what = "Some use a friend’s code."
counter_check = "Look at it each week."
"""

GUIDE = """\
id = "{guide}"
kind = "{kind}"
icon = "{guide}"
service = "{service}"
shelf_life = 120
general = true
steps = [{steps}]
{more}"""

GUIDE_WORDS = """\
title = "The {guide}"
said = "the {guide}"
about = "It is a {guide}."
room = "You and the child."
limits = "It can not do it all."
"""

LAMP_MORE = """\
systems = ["glow-2", "glow-1"]
birthdays = [13]
countries = ["GB"]
"""

LAMP_WORDS_MORE = """
[systems]
glow-2 = "Glow 2"
glow-1 = "Glow 1"

[birthdays]
13 = "At 13 the child may turn it off."
"""

CARDS = """
[[card]]
id = "trust.start"
topic = "trust"
band = "8-10"
guides = ["lamp"]

[[card]]
id = "trust.later"
topic = "trust"
band = "13-15"
"""

CARD_WORDS = """
[card.{name}]
opener = "What was fun today?"
follow_ups = ["Who was there?"]
listen_for = "A child who says not much."
not_to_say = "I told you so."
if_they_tell = "Thank them first."
"""

TOPICS = """
[[topic]]
id = "trust"
icon = "heart"
"""

LAMP = ("lamp.account", "lamp.code", "lamp.filter")
CHAT = ("chat.private", "chat.people", "chat.block")
HOME = ("home.tell", "home.who", "home.phones")


class Tree:
    """Writes and changes authored files below a resources folder."""

    def __init__(self, resources: Path) -> None:
        self.resources = resources
        self.content = resources / "content"

    def write(self, name: str, text: str) -> None:
        file = self.content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def text(self, name: str) -> str:
        return (self.content / name).read_text(encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        """Puts `new` in the place of the first `old`."""
        text = self.text(name)
        assert old in text, f"{old!r} is not in {name}"
        self.write(name, text.replace(old, new, 1))

    def line(self, name: str, text: str) -> int:
        """The line on which the first `text` stands."""
        before, found, _ = self.text(name).partition(text)
        assert found, f"{text!r} is not in {name}"
        return before.count("\n") + 1

    def problems(self) -> tuple[Problem, ...]:
        return check_content(self.content, TODAY)


def flawless(resources: Path) -> Tree:
    """A device, an app, a home, two cards, a situation and whom to contact."""
    tree = Tree(resources)
    guide(tree, "lamp", "device", "glow", *LAMP, more=LAMP_MORE)
    guide(tree, "chat", "app", "chat", *CHAT)
    guide(tree, "home", "home", "", *HOME)
    tree.change("guides/lamp/en-GB.toml", "\n[step.", LAMP_WORDS_MORE + "\n[step.")
    tree.write("topics.toml", TOPICS)
    tree.write("topics.en-GB.toml", 'trust = "Trust and telling"\n')
    tree.write("cards/trust/cards.toml", CARDS)
    tree.write("cards/trust/en-GB.toml", CARD_WORDS.format(name="start") + CARD_WORDS.format(name="later"))
    tree.write("help/GB/services.toml", help_tree.SERVICES)
    tree.write("help/GB/en-GB.toml", help_tree.SERVICE_WORDS)
    tree.write("help/INT/services.toml", help_tree.WORLD_SERVICES)
    tree.write("help/INT/en-GB.toml", help_tree.WORLD_SERVICE_WORDS)
    tree.write("situations/scare/situation.toml", help_tree.SITUATION)
    tree.write("situations/scare/en-GB.toml", help_tree.SITUATION_WORDS)
    tree.write("retired.toml", '[[retired]]\nid = "lamp.old"\nhow = "renamed"\nto = "lamp.code"\n')
    return tree


def guide(tree: Tree, name: str, kind: str, service: str, *steps: str, more: str = "") -> None:
    listed = ", ".join(f'"{step}"' for step in steps)
    structure = GUIDE.format(guide=name, kind=kind, service=service, steps=listed, more=more)
    words = GUIDE_WORDS.format(guide=name)
    for step in steps:
        own = step.partition(".")[2]
        structure += STEP.format(guide=name, name=own, **SPECIAL.get(step, plain(kind)))
        words += STEP_WORDS.format(guide=name, name=own)
    tree.write(f"guides/{name}/guide.toml", structure)
    tree.write(f"guides/{name}/en-GB.toml", words)


def plain(kind: str) -> dict[str, str]:
    return {"target": {"app": "account"}.get(kind, kind), "needs": "", "effects": ""}


SPECIAL = {
    "lamp.account": {"target": "account", "needs": "", "effects": ""},
    "lamp.code": {"target": "device", "needs": '"lamp.account"', "effects": ""},
    "lamp.filter": {"target": "device", "needs": '"lamp.code"', "effects": '"filter"'},
}
