"""Every page as a screen reader meets it: names for everything that can have the keyboard, and Help now everywhere."""

from collections.abc import Callable, Mapping

import pytest

from tests.desktop.app import App
from tests.desktop.conftest import Start
from tests.desktop.names import unclear
from tests.desktop.walks import QUESTIONS

Walk = Callable[[App], None]
NOTE = 5  # of the screens about a threat


def side(name: str) -> Walk:
    def walk(app: App) -> None:
        app.press(name, role="tick")
        app.see(name, role="filler")

    return walk


def step(app: App) -> None:
    app.press(begins="Start: ")
    app.see("Step", role="filler")


def guide(app: App) -> None:
    app.press("Open The iPad")
    app.see("Guide", role="filler")


def card(app: App) -> None:
    side("Talk")(app)
    app.press(begins="Open: ")
    app.see("Card", role="filler")


def situation(app: App) -> None:
    side("Help now")(app)
    app.press("Threatened over a picture or video")
    app.see("Help now: one step at a time", role="filler")


def contacts(app: App) -> None:
    situation(app)
    app.press("Everyone who can help")
    app.see("Who can help", role="filler")


def record(app: App) -> None:
    """From wherever one was in a threat to the screen on which to write it down, and there."""
    situation(app)
    where = app.see(role="label", holds=" · step ")["name"]
    reached = int(where.partition(" · step ")[2].partition(" ")[0])
    for number in range(reached + 1, NOTE + 1):
        app.press("Next")
        app.see(role="label", holds=f"step {number} of")
    app.press("Write it down here")
    app.see("What you wrote down", role="filler")


def record_sheet(app: App) -> None:
    record(app)
    app.write("What did they tell you?", "Somebody in the game asked.")
    app.press(begins="Keep this line")
    app.press("See the sheets")
    app.see(role="filler", begins="A sheet")


def search(app: App) -> None:
    side("Search")(app)
    app.write("Search everything", "snap")
    app.see(role="button", begins="Open: Snapchat")


def cannot_protect(app: App) -> None:
    side("Settings")(app)
    app.press("What FamilySafe cannot protect")
    app.see("What FamilySafe cannot protect", role="filler")


def dialog(page: Walk, button: str, title: str, role: str = "button") -> Walk:
    """A dialog that opens from a page."""

    def walk(app: App) -> None:
        page(app)
        app.press(button, role=role)
        app.see(role="dialog", begins=title)

    return walk


PAGES: Mapping[str, Walk] = {
    "today": lambda _app: None,
    "set-up": side("Set up"),
    "guide": guide,
    "step": step,
    "talk": side("Talk"),
    "card": card,
    "family": side("Family"),
    "help": side("Help now"),
    "situation": situation,
    "help-contacts": contacts,
    "record": record,
    "record-sheet": record_sheet,
    "search": search,
    "settings": side("Settings"),
    "cannot-protect": cannot_protect,
}
DIALOGS: Mapping[str, Walk] = {
    "test": dialog(step, "We tested it", "Try it as ", "tick"),
    "talked": dialog(card, "We talked", "We talked"),
    "child": dialog(side("Family"), "Change: Younger", "About a child"),
    "apps": dialog(side("Family"), "Apps: Younger", "Apps of Younger"),
    "device": dialog(side("Family"), "Change iPad", "iPad"),
    "devices": dialog(side("Family"), "Add a device", "Which devices?"),
    "connections": dialog(side("Family"), "Change connections", "Connections"),
    "take-out": dialog(side("Family"), "Take out: Younger", "Take Younger out?"),
    "keys": dialog(side("Settings"), "Keyboard shortcuts (F1)", "Keyboard shortcuts"),
}


@pytest.fixture
def sample(start: Start) -> App:
    app = start("--sample").has_window()
    app.see("Today", role="filler")
    app.see(role="button", begins="Start: ")
    return app


def test_every_page_names_what_can_have_the_keyboard(sample: App) -> None:
    found = {}
    for name, walk in PAGES.items():
        walk(sample)
        found[name] = unclear(sample)
        side("Today")(sample)
    assert {name: problems for name, problems in found.items() if problems} == {}


def test_every_dialog_names_what_can_have_the_keyboard(sample: App) -> None:
    found = {}
    for name, walk in DIALOGS.items():
        walk(sample)
        found[name] = unclear(sample)
        sample.keys("Escape")
        sample.miss(role="dialog")
        side("Today")(sample)
    assert {name: problems for name, problems in found.items() if problems} == {}


def test_first_start_names_what_can_have_the_keyboard(start: Start) -> None:
    app = start().has_window()
    found = {}
    for question in QUESTIONS:
        app.see(question)
        found[question] = unclear(app)
        app.press("Skip")
    app.see("Today", role="filler")
    assert {name: problems for name, problems in found.items() if problems} == {}


def test_help_now_is_one_key_away_from_every_page(sample: App) -> None:
    for name, walk in PAGES.items():
        walk(sample)
        sample.keys("F2")
        sample.see("Help now", role="filler")
        sample.see(role="label", holds="999")
        sample.keys("Escape")
        sample.see("Today", role="filler")
        sample.see(role="button", begins="Start: ")
        assert name in PAGES


def test_help_now_is_one_key_away_from_every_question_of_first_start(start: Start) -> None:
    app = start().has_window()
    for question in QUESTIONS:
        app.see(question)
        app.keys("F2")
        app.see("Help now", role="filler")
        app.see(role="label", holds="999")
        app.keys("Escape")
        app.see(question)
        app.press("Skip")
    app.see("Today", role="filler")


def test_enter_presses_what_has_the_keyboard_as_space_does(sample: App) -> None:
    sample.focus(role="button", begins="Start: ")
    sample.keys("Return")
    sample.see("Step", role="filler")
    sample.press("We tested it", role="tick")
    sample.see(role="dialog", begins="Try it as ")
    sample.focus("Cancel", role="button")
    sample.keys("Return")
    sample.miss(role="dialog")
    sample.press("Family", role="tick")
    sample.press("Change: Younger")
    sample.see("About a child", role="dialog")
    sample.write("Nickname", "Nobody")
    sample.focus("Cancel", role="button")
    sample.keys("Return")
    sample.miss(role="dialog")
    sample.see("Younger", role="label")
    sample.miss("Nobody")


def test_the_keyboard_is_somewhere_after_every_change_of_page(sample: App) -> None:
    for walk in PAGES.values():
        walk(sample)
        now = sample.focused()
        assert {"focused", "showing"} <= set(now["states"]), sample.drawn()
        sample.press("Today", role="tick")
        sample.see("Today", role="filler")
