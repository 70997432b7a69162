"""A family's first evening, through the real widgets and into a real vault: what was said is still there tomorrow."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from familysafe.domain.answer import Answer, Evidence, Outcome, State
from familysafe.domain.household import Account, BirthMonth
from familysafe.ui.main import Shell
from familysafe.ui.widgets.button import Button
from tests.ui.conftest import Leave, Start
from tests.ui.eyes import button, come_to_rest, open_dialog, press, says, seen, texts


class Evening:
    """What one person does in front of one window."""

    def __init__(self, shell: Shell, qtbot: QtBot) -> None:
        self.shell = shell
        self.window = shell.window
        self._qtbot = qtbot

    def saved(self, act: Callable[[], None]) -> None:
        """Does something and waits until it is saved and drawn."""
        with self._qtbot.waitSignal(self.shell.desk.changed):
            act()
        come_to_rest()

    def press(self, name: str) -> None:
        press(self.window, name)
        come_to_rest()

    def answer(self, name: str) -> None:
        self.saved(lambda: press(self.window, name))

    def say_who_is_at_home(self) -> None:
        """First start: an iPad for a nine-year-old with Roblox."""
        self.press("A new device")
        self.answer("Next")
        self.answer("Next")
        self.add_younger()
        self.answer("Next")
        self.press("iPad")
        self.answer("Next")
        self.press("Younger uses iPad")
        self.answer("Next")
        self.press("Skip")
        self.press("Roblox")
        self.press("Show the plan")
        self._qtbot.waitUntil(lambda: self.window.shown() == "today")
        come_to_rest()

    def add_younger(self) -> None:
        self.press("Add a child")
        dialog = open_dialog(self.window)
        seen(dialog, QLineEdit)[0].setText("Younger")
        month, year = seen(dialog, QComboBox)[:2]
        month.setCurrentIndex(3)
        year.setCurrentIndex(year.findText("2017"))
        press(dialog, "Keep")
        come_to_rest()

    def open_first_step(self) -> str:
        """Opens the first step that Today offers; its title."""
        first = next(one for one in seen(self.window, Button) if one.accessibleName().startswith("Start: "))
        title = first.accessibleName().removeprefix("Start: ")
        self.press(first.accessibleName())
        return title

    def answers(self) -> tuple[Answer, ...]:
        assert self.shell.desk.snapshot is not None
        return self.shell.desk.snapshot.memory.answers


def test_from_first_start_to_a_tested_step_that_is_still_there(start: Start, leave: Leave, qtbot: QtBot) -> None:
    first = Evening(start(sample=False), qtbot)
    first.say_who_is_at_home()
    title = first.open_first_step()
    assert title in texts(first.window)
    assert not says(first.window, "Saved.")

    first.answer("I have seen it")
    assert button(first.window, "I have seen it").isChecked()
    assert says(first.window, "Saved. Seen on")

    first.press("We tested it")
    first.saved(lambda: press(open_dialog(first.window), "It held"))
    assert button(first.window, "We tested it").isChecked()
    leave(first.shell)

    again = Evening(start(sample=False), qtbot)
    assert again.window.shown() == "today"
    (answer,) = again.answers()
    assert (answer.state, answer.evidence, answer.outcome) == (State.DONE, Evidence.TESTED, Outcome.HELD)
    again.shell.wiring.open_step(answer.key)
    come_to_rest()
    assert title in texts(again.window)
    assert button(again.window, "We tested it").isChecked()


def test_who_is_at_home_is_still_known(start: Start, leave: Leave, qtbot: QtBot) -> None:
    first = Evening(start(sample=False), qtbot)
    first.say_who_is_at_home()
    leave(first.shell)

    again = Evening(start(sample=False), qtbot)
    assert again.shell.desk.snapshot is not None
    household = again.shell.desk.snapshot.memory.household
    (child,) = household.children
    assert (child.name, child.born) == ("Younger", BirthMonth(2017, 3))
    assert household.accounts == (Account(child.id, "roblox"),)
    assert [(device.guide, device.used_by) for device in household.devices] == [("ipad", (child.id,))]
    again.press("Family")
    assert {"Younger", "9 years", "Apps: Roblox", "iPad"} <= set(texts(again.window))
