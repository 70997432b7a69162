"""Somebody is threatened: from the locked door to the right words, and back, by the keyboard alone; nothing is left."""

from itertools import groupby

import pytest

from familysafe.app.paths import vault_folder
from familysafe.app.preferences import read_appearance
from familysafe.content.compiled import Compiled
from familysafe.domain.views import Appearance
from familysafe.store import protection
from familysafe.store.vault import Vault
from tests.desktop.app import App, Home, Listing
from tests.desktop.conftest import Start
from tests.desktop.names import unclear
from tests.desktop.walks import unlock
from tests.store.family import CHEAP, KNOWN, fill

TILE = "Threatened over a picture or video"
FIRST_SCREEN = "threatened.first-words"
GLAD = "I am so glad you told me."
MOST_TABS = 6
WINDOW = "window.json"  # where it stood, how it looks, and the country of Help now
FOLDER = "."  # its time is that of the last file that came or went


@pytest.fixture
def locked(home: Home) -> Home:
    """A family is kept behind a passphrase."""
    home.data.mkdir(mode=0o700)
    with Vault.create(vault_folder(home.data)) as vault:
        fill(vault)
        protection.set_passphrase(vault, KNOWN, CHEAP)
    return home


def differ(before: Listing, after: Listing) -> set[str]:
    """What came, went, or was so much as touched."""
    return {name for name in {*before, *after} if before.get(name) != after.get(name)}


def at_the_door(start: Start) -> App:
    app = start().has_window()
    is_at_the_door(app)
    return app


def is_at_the_door(app: App) -> None:
    app.see("FamilySafe is locked", role="label")
    app.sees_focus_on("Passphrase")


def help_now(app: App) -> None:
    app.keys("F2")
    app.see("Help now", role="filler")


def press(app: App, name: str) -> None:
    app.tab_to(name)
    app.keys("Return")


def reads_in_this_order(app: App, *texts: str) -> None:
    """All of them stand within the window, without scrolling, one below the other."""
    frame = app.see(role="frame")["box"]
    found = [app.see(role="label", holds=text)["box"] for text in texts]
    tops = [top for _left, top, _width, _height in found]
    assert tops == sorted(tops)
    assert tops[-1] + found[-1][3] <= frame[1] + frame[3]


def pressed_from_now_on(app: App, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every key that is pressed, as it is pressed."""
    pressed: list[str] = []
    press_them = app.keys

    def keys(*names: str) -> None:
        pressed.extend(names)
        press_them(*names)

    monkeypatch.setattr(app, "keys", keys)
    return pressed


def test_three_actions_lead_to_the_right_words(
    start: Start, locked: Home, content: Compiled, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = content.phrasebook.help_steps[FIRST_SCREEN]
    app = at_the_door(start)
    pressed = pressed_from_now_on(app, monkeypatch)
    help_now(app)
    press(app, TILE)
    app.see("Help now: one step at a time", role="filler")
    reads_in_this_order(app, f"{TILE} · step 1 of", words.title, "Take one slow breath.", GLAD)
    # Help now, to the tile, and in; the way to the tile is short.
    assert [key for key, _run in groupby(pressed)] == ["F2", "Tab", "Return"]
    assert pressed.count("Tab") <= MOST_TABS
    app.keys("Escape")
    is_at_the_door(app)
    app.quit()


def test_a_visit_leaves_every_file_as_it_was(start: Start, locked: Home) -> None:
    before_start = locked.listing()
    app = at_the_door(start)
    before = locked.listing()
    help_now(app)
    goes_through_the_screens(app)
    asks_who_can_help(app)
    # Nothing may differ, not even a time: the window is open as before, and no country was chosen.
    assert locked.listing() == before
    app.quit()
    # Now the window says where it stood, in a file of its own in the folder.
    assert differ(before_start, locked.listing()) == {FOLDER, WINDOW}
    assert "threat" not in (locked.data / WINDOW).read_text()

    again = at_the_door(start)
    unlock(again, KNOWN.text)
    again.see("Today", role="filler")
    again.quit()


def goes_through_the_screens(app: App) -> None:
    """Next, Back, Not possible, Done; every screen is clear to a screen reader."""
    assert unclear(app) == []
    press(app, TILE)
    app.see(role="label", holds="step 1 of")
    assert unclear(app) == []
    for button, screen in (("Next", 2), ("Not possible", 3), ("Done", 4), ("Back", 3), ("Back", 2)):
        press(app, button)
        app.see(role="label", holds=f"step {screen} of")
    app.see(role="label", begins=f"{TILE} · step 2 of", holds=" · not possible")
    press(app, "Next")
    app.see(role="label", begins=f"{TILE} · step 3 of", holds=" · done")
    assert unclear(app) == []
    app.keys("Escape")
    is_at_the_door(app)


def asks_who_can_help(app: App) -> None:
    """At the beginning again, since no family is open; from a screen, for a child, back to it, and out at once."""
    help_now(app)
    press(app, TILE)
    app.see(role="label", holds="step 1 of")
    press(app, "Next")
    app.see(role="label", holds="step 2 of")
    press(app, "Everyone who can help")
    app.see("Who can help", role="filler")
    assert unclear(app) == []
    app.tab_to("Show: Everyone")
    app.keys("Right")
    app.see("Show: For a child to contact", role="tick", states=["checked"])
    press(app, TILE)
    app.see(role="label", holds="step 2 of")
    press(app, "Everyone who can help")
    app.see("Who can help", role="filler")
    app.keys("Escape")
    is_at_the_door(app)


def test_nation_and_country_are_chosen_by_keyboard(start: Start, locked: Home) -> None:
    app = at_the_door(start)
    before = locked.listing()
    help_now(app)
    app.tab_to("All nations")
    app.keys("space")
    chooses(app, "Scotland")
    app.tab_to("United Kingdom", back=True)
    chooses(app, "Ireland")
    app.see(role="label", holds="call 112")
    app.miss("Scotland", role="combo box")
    press(app, TILE)
    app.see(role="label", holds="call 112")
    # The country is kept where the window keeps its look, for the next time; it says nothing of what has happened.
    assert differ(before, locked.listing()) == {FOLDER, WINDOW}
    assert read_appearance(locked.data) == Appearance(help_country="IE")
    app.keys("Escape")
    is_at_the_door(app)
    app.quit()


def chooses(app: App, name: str) -> None:
    """Letter by letter, as a person types; nothing is chosen before Enter."""
    for letter in name:
        app.type(letter)
    app.see(name, role="list item", states=["focused"])
    app.keys("Return")
    app.see(name, role="combo box", states=["focused"])
