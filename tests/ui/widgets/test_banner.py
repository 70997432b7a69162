"""A line above the pages."""

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from familysafe.ui.theme import Theme
from familysafe.ui.widgets.banner import Banner
from tests.ui.eyes import button, says, seen


def test_it_says_one_thing_and_has_one_thing_to_do(qtbot: QtBot, theme: Theme) -> None:
    banner = Banner(theme, "idle", "Locking soon.", "Stay")
    qtbot.addWidget(banner)
    assert says(banner, "Locking soon.")
    assert banner.accessibleName() == "Locking soon."
    with qtbot.waitSignal(banner.asked) as asked:
        button(banner, "Stay").click()
    assert asked.args == ["idle"]


def test_another_sentence_takes_its_place(qtbot: QtBot, theme: Theme) -> None:
    banner = Banner(theme, "idle", "In 9 seconds.", "Stay")
    qtbot.addWidget(banner)
    banner.say("In 8 seconds.", "Stay here")
    assert says(banner, "In 8 seconds.")
    assert not says(banner, "In 9 seconds.")
    assert banner.accessibleName() == "In 8 seconds."
    assert button(banner, "Stay here").accessibleDescription() == "In 8 seconds."


def test_what_is_no_warning_is_quiet(qtbot: QtBot, theme: Theme) -> None:
    tones = []
    for kind in ("unsaved", "read-only"):
        banner = Banner(theme, kind, "Nothing is being saved.")
        qtbot.addWidget(banner)
        tones.append(banner.tone)
    assert tones == ["sunk", "amber"]


def test_where_nothing_can_be_done_there_is_no_button(qtbot: QtBot, theme: Theme) -> None:
    banner = Banner(theme, "read-only", "Nothing can be saved.")
    qtbot.addWidget(banner)
    assert seen(banner, QAbstractButton) == []
