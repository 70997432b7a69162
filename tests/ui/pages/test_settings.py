"""Settings: how it looks, where things are, and what the app says of itself."""

import pytest
from pytestqt.qtbot import QtBot

from familysafe.domain.views import Appearance
from familysafe.ui.pages.settings import SettingsPage
from familysafe.ui.theme import Theme
from tests.ui.conftest import Show
from tests.ui.eyes import button, click, press, says, texts
from tests.ui.views import settings

KEPT = Appearance(look="dark", text_size=120, help_country="IE", geometry="AQID")


@pytest.fixture
def page(theme: Theme, show: Show) -> SettingsPage:
    page = SettingsPage(theme)
    page.show_view(settings(appearance=KEPT))
    show(page, 900, 900)
    return page


def test_what_was_chosen_is_marked(page: SettingsPage) -> None:
    assert button(page, "Look: Dark").isChecked()
    assert button(page, "Text size: 120 %").isChecked()


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("Look: As the computer", Appearance("system", 120, "", "IE", "AQID")),
        ("Look: High contrast", Appearance("contrast", 120, "", "IE", "AQID")),
        ("Text size: 200 %", Appearance("dark", 200, "", "IE", "AQID")),
    ],
)
def test_a_choice_changes_nothing_else(qtbot: QtBot, page: SettingsPage, name: str, changed: Appearance) -> None:
    with qtbot.waitSignal(page.appearance_changed) as said:
        click(qtbot, button(page, name))
    assert said.args == [changed]


def test_it_says_where_the_data_is_and_who_could_read_it(qtbot: QtBot, page: SettingsPage) -> None:
    assert {"/home/somebody/FamilySafe"} <= set(texts(page))
    assert says(page, "There is no passphrase yet")
    with qtbot.waitSignal(page.folder_opened) as said:
        press(page, "Show the folder")
    assert said.args == ["/home/somebody/FamilySafe"]


def test_what_is_thrown_away_has_no_folder(page: SettingsPage) -> None:
    page.show_view(settings(throw_away=True))
    assert says(page, "Nothing is being saved.")
    assert not says(page, "/home/somebody")


@pytest.mark.parametrize(("guides", "said"), [(26, "26 guides, 150 steps."), (1, "1 guide, 150 steps.")])
def test_it_says_what_it_is(page: SettingsPage, guides: int, said: str) -> None:
    page.show_view(settings(guides=guides))
    assert {said, "Version 0.1.0. The newest facts were checked on 1 Nov 2026."} <= set(texts(page))


def test_the_keys_are_asked_for(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.keys_asked):
        press(page, "Keyboard shortcuts (F1)")
