"""A passphrase, a note, the lock, the sheet, the words, a copy that is brought back: by the keyboard alone."""

from tests.desktop.app import App, Home
from tests.desktop.conftest import Start
from tests.desktop.walks import open_first_step, say_seen, skip_first_start, unlock

FIRST, SECOND = "kettle boat lamp river", "another kettle"
KEEPING = "Passphrase and recovery sheet"


def to_settings(app: App, button: str) -> None:
    """Settings, and one of its buttons."""
    app.keys("ctrl+comma")
    app.see("Settings", role="filler")
    app.tab_to(button)
    app.keys("Return")


def set_passphrase(app: App) -> None:
    to_settings(app, KEEPING)
    app.see(KEEPING, role="filler")
    app.tab_to("Set a passphrase")
    app.keys("Return")
    app.sees_focus_on("New passphrase")
    app.type(FIRST)
    app.tab_to("New passphrase once more")
    app.type(FIRST)
    app.keys("Return")
    app.see("The passphrase is set", role="dialog")
    app.tab_to("Make the recovery sheet now")
    app.keys("Return")


def make_sheet(app: App) -> list[str]:
    """The twelve words as they stand on the screen; the three that are asked for are typed, and the passphrase."""
    app.see("The twelve words", role="label")
    labels = [node["name"] for node in app.tree() if node["role"] == "label"]
    first = labels.index("1.")
    words = labels[first : first + 24]
    by_number = dict(zip(words[::2], words[1::2], strict=True))
    app.tab_to("Check three words")
    app.keys("Return")
    for number in asked_for(app):
        app.tab_to(f"Word {number}")
        app.type(by_number[f"{number}."])
    app.tab_to("Your passphrase now")
    app.type(FIRST)
    app.keys("Return")
    app.see("The recovery sheet counts", role="dialog")
    app.keys("Escape")
    return [by_number[f"{number}."] for number in range(1, 13)]


def asked_for(app: App) -> list[int]:
    app.see("Three of the words", role="label")
    names = {node["name"] for node in app.tree() if node["name"].startswith("Word ")}
    return sorted(int(name.removeprefix("Word ")) for name in names)


def test_a_family_locks_forgets_recovers_and_goes_back(start: Start, home: Home) -> None:
    app = skip_first_start(start().has_window())
    set_passphrase(app)
    words = make_sheet(app)
    app.keys("ctrl+1")
    app.see("Today", role="filler")
    open_first_step(app)
    say_seen(app)

    app.keys("ctrl+l")
    unlock(app, "kettle")
    app.see(role="label", begins="That does not open it.")
    unlock(app, FIRST)
    app.see("Today", role="filler")

    app.keys("ctrl+l")
    app.see("FamilySafe is locked", role="label")
    app.has_window().keys("F2")
    app.see("Help now", role="filler")
    app.keys("Escape")
    app.tab_to("I have forgotten it: use the recovery sheet")
    app.keys("Return")
    app.sees_focus_on("The twelve words")
    app.type(" ".join(words))
    for field in ("A new passphrase", "The new passphrase once more"):
        app.tab_to(field)
        app.type(SECOND)
    app.keys("Return")
    app.see("Today", role="filler")

    to_settings(app, "Backups")
    app.see("Backups", role="filler")
    copy = app.see(role="button", begins="Go back to copy")["name"]
    app.tab_to(copy)
    app.keys("Return")
    app.see("Bring this back?", role="dialog")
    app.tab_to("Bring it back")
    app.keys("Return")
    app.miss(role="dialog")
    app.see(role="button", begins="Undo")
    assert app.is_running()
    assert not (home.data / "vault" / "device.key").exists()
    app.quit()

    again = start().has_window()
    unlock(again, SECOND)
    again.see("Today", role="filler")
    again.quit()
