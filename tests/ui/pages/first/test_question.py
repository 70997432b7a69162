"""What every question of first start can do."""

import pytest
from pytestqt.qtbot import QtBot

from familysafe.domain.household import Household
from familysafe.ui.pages.first.question import Question


def test_a_question_must_say_what_was_answered(qtbot: QtBot) -> None:
    question = Question()
    qtbot.addWidget(question)
    assert question.count_text() == ""
    assert not question.comes_first()
    with pytest.raises(NotImplementedError):
        question.answered(Household())
