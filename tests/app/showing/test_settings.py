"""Settings say how the window looks and what the app is."""

from datetime import date

from familysafe import __version__
from familysafe.app.showing.settings import settings_view
from familysafe.domain.safekeeping import Protection
from familysafe.domain.views import Appearance, SettingsView
from tests.builders import a_guide, a_step, content_of

CONTENT = content_of(
    [a_guide("ipad", "ipad.code", "ipad.filter")],
    steps=[a_step("ipad.code", checked=date(2026, 1, 1)), a_step("ipad.filter", checked=date(2026, 5, 1))],
)
LOCKED = Protection(passphrase=True, recovery=False)


def shown() -> SettingsView:
    return settings_view(CONTENT, Appearance("dark"), "/home/x", LOCKED, throw_away=True)


def test_content_is_as_fresh_as_its_newest_step() -> None:
    assert shown().content_checked == date(2026, 5, 1)


def test_guides_and_steps_are_counted() -> None:
    assert (shown().guides, shown().steps) == (1, 2)


def test_settings_know_the_look_the_folder_and_the_version() -> None:
    view = shown()
    assert view.protection == LOCKED
    assert (view.appearance.look, view.folder, view.version, view.throw_away) == ("dark", "/home/x", __version__, True)


def test_settings_know_after_how_long_it_locks() -> None:
    found = settings_view(CONTENT, Appearance(), "/home/x", LOCKED, throw_away=False, lock_after=30)
    assert found.lock_after == 30
