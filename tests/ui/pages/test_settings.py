"""Settings: how it looks, where things are, and what the app says of itself."""

import pytest
from pytestqt.qtbot import QtBot

from familysafe.domain.safekeeping import Protection
from familysafe.domain.views import Appearance
from familysafe.ui.pages.settings import KEEPING, SettingsPage, locks_also
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.button import Button
from tests.ui.conftest import Show
from tests.ui.eyes import button, click, press, says, seen, texts
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
    assert says(page, "Encrypted, in one folder on this computer.")
    with qtbot.waitSignal(page.folder_opened) as said:
        press(page, "Show the folder")
    assert said.args == ["/home/somebody/FamilySafe"]


@pytest.mark.parametrize(
    ("passphrase", "recovery", "said"),
    [
        (False, False, "There is no passphrase yet: anyone who can use this computer account can open it."),
        (False, True, "There is no passphrase: anyone who can use this computer account can open it. There is a"),
        (True, False, "It opens with your passphrase only."),
        (True, True, "It opens with your passphrase, or with the recovery sheet."),
    ],
)
def test_it_says_what_opens_it(page: SettingsPage, passphrase: bool, recovery: bool, said: str) -> None:
    page.show_view(settings(protection=Protection(passphrase, recovery)))
    assert says(page, said)


def test_it_leads_to_the_pages_that_keep_it_safe(qtbot: QtBot, page: SettingsPage) -> None:
    for name, _icon, label in KEEPING:
        with qtbot.waitSignal(page.page_asked) as said:
            press(page, label())
        assert said.args == [name]


def test_what_is_thrown_away_has_nothing_to_lock(page: SettingsPage) -> None:
    page.show_view(settings(throw_away=True))
    assert says(page, "Nothing is being saved here, so there is nothing to lock.")
    assert not any(one.property("page") for one in seen(page, Button))


def test_what_is_thrown_away_has_no_folder(page: SettingsPage) -> None:
    page.show_view(settings(throw_away=True))
    assert says(page, "Nothing is being saved.")
    assert not says(page, "/home/somebody")


@pytest.mark.parametrize("throw_away", [True, False])
def test_what_cannot_be_protected_is_asked_for(qtbot: QtBot, page: SettingsPage, throw_away: bool) -> None:
    page.show_view(settings(throw_away=throw_away))
    with qtbot.waitSignal(page.limits_asked):
        press(page, "What FamilySafe cannot protect")


@pytest.mark.parametrize(("guides", "said"), [(26, "26 guides, 150 steps."), (1, "1 guide, 150 steps.")])
def test_it_says_what_it_is(page: SettingsPage, guides: int, said: str) -> None:
    page.show_view(settings(guides=guides))
    assert {said, "Version 0.1.0. The newest facts were checked on 1 Nov 2026."} <= set(texts(page))


def test_the_keys_are_asked_for(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.keys_asked):
        press(page, "Keyboard shortcuts (F1)")


WITH_PASSPHRASE = Protection(passphrase=True, recovery=False)


def test_after_how_long_it_locks_is_chosen_where_there_is_a_passphrase(qtbot: QtBot, page: SettingsPage) -> None:
    page.show_view(settings(protection=WITH_PASSPHRASE, lock_after=15))
    assert button(page, "Locks by itself after: 15 minutes").isChecked()
    for text, minutes in (("1 minute", 1), ("30 minutes", 30), ("Never", 0)):
        with qtbot.waitSignal(page.lock_after_chosen) as said:
            press(page, f"Locks by itself after: {text}")
        assert said.args == [minutes]


def test_without_a_passphrase_there_is_nothing_to_lock_with(page: SettingsPage) -> None:
    assert not any("Locks by itself" in one.accessibleName() for one in seen(page, Button))


@pytest.mark.parametrize(
    ("verb", "wanted"), [("Backups", "backups"), ("Check my data", "check-data"), ("Delete", "delete")]
)
def test_the_pages_that_keep_it_safe_are_asked_for(qtbot: QtBot, page: SettingsPage, verb: str, wanted: str) -> None:
    with qtbot.waitSignal(page.page_asked) as said:
        press(page, verb)
    assert said.args == [wanted]


@pytest.mark.parametrize(("platform", "notices"), [("linux", True), ("win32", False), ("darwin", False)])
def test_it_says_whether_it_notices_a_locked_screen(platform: str, notices: bool) -> None:
    assert ("does not notice" in locks_also(platform)) is not notices
