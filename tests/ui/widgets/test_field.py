"""A line to write in, of which nothing is learned."""

from pytestqt.qtbot import QtBot

from familysafe.ui.widgets.field import UNLEARNED, Field


def test_it_has_a_name_a_hint_and_an_end(qtbot: QtBot) -> None:
    field = Field("Nickname", "Any will do", "Sam", longest=5)
    qtbot.addWidget(field)
    assert (field.accessibleName(), field.placeholderText(), field.text()) == ("Nickname", "Any will do", "Sam")
    qtbot.keyClicks(field, "antha")
    assert field.text() == "Saman"


def test_a_longer_name_that_is_there_is_kept(qtbot: QtBot) -> None:
    field = Field("Nickname", "", "Bartholomew", longest=5)
    qtbot.addWidget(field)
    assert field.text() == "Bartholomew"


def test_a_keyboard_on_the_screen_is_asked_to_learn_nothing(qtbot: QtBot) -> None:
    field = Field("Nickname", "")
    qtbot.addWidget(field)
    assert field.inputMethodHints() & UNLEARNED == UNLEARNED
