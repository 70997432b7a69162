"""First start → an iPad for a nine-year-old with Roblox → the first step, seen, then tested → closed → still there."""

from datetime import date

from tests.desktop.app import App
from tests.desktop.conftest import Start

NICKNAME = "Zaunkönig"
# On the first of January of that year of birth a birthday has been had, whatever the day is.
YEAR_OF_BIRTH = str(date.today().year - 9)  # noqa: DTZ011 - the app, too, goes by this computer's day


def title_of_first_step(app: App) -> str:
    return str(app.see(role="button", begins="Start: ")["name"]).removeprefix("Start: ")


def step_is_tested(app: App) -> None:
    app.see(role="label", begins="Saved. Tested on")
    app.see("We tested it", role="tick", states=["checked"])


def test_with_a_screen_reader(start: Start) -> None:
    app = start().has_window()
    first_start_by_ear(app)
    app.see("Today", role="filler")
    title = title_of_first_step(app)
    app.press(f"Start: {title}")
    app.see(title, role="label")
    app.miss(role="label", begins="Saved.")
    app.press("I have seen it", role="tick")
    app.see(role="label", begins="Saved. Seen on")
    app.see("I have seen it", role="tick", states=["checked"])
    app.press("We tested it", role="tick")
    app.see(role="dialog", begins="Try it as ")
    app.press("It held")
    step_is_tested(app)
    app.quit()

    again = start().has_window()
    again.see("Today", role="filler")
    again.miss(f"Start: {title}")
    again.press("Set up", role="tick")
    again.see(role="list item", begins=title)
    again.focus("The plan", role="list")
    go_down_to(again, title)
    again.keys("Return")
    again.see(title, role="label")
    step_is_tested(again)
    again.quit()


def first_start_by_ear(app: App) -> None:
    app.see("What brings you here?")
    app.tick("A new device")
    app.press("Next")
    app.see("Which country do you live in?")
    app.tick("Country: United Kingdom")
    app.press("Next")
    app.see("Who are the children?")
    app.press("Add a child")
    app.see("About a child", role="dialog")
    app.write("Nickname", NICKNAME)
    app.choose("Month", "January")
    app.choose("Year", YEAR_OF_BIRTH)
    app.press("Keep")
    app.see("9 years")
    app.press("Next")
    app.see("Which of these are at home?")
    app.tick("iPad")
    app.press("Next")
    app.see("Who uses what?")
    app.tick(f"{NICKNAME} uses iPad")
    app.press("Next")
    app.see("How does home reach the internet?")
    app.press("Skip")
    app.see("Which apps do they have, or ask for?")
    app.tick("Roblox")
    app.press("Show the plan")


def test_with_the_keyboard_alone(start: Start) -> None:
    app = start().has_window()
    first_start_by_keys(app)
    title = title_of_first_step(app)
    app.tab_to(f"Start: {title}")
    app.keys("Return")
    app.see(title, role="label")
    app.tab_to("I have seen it")
    app.keys("space")
    app.see(role="label", begins="Saved. Seen on")
    app.tab_to("We tested it")
    app.keys("space")
    app.see(role="dialog", begins="Try it as ")
    app.tab_to("It held")
    app.keys("Return")
    step_is_tested(app)
    app.quit()

    again = start().has_window()
    again.see("Today", role="filler")
    again.keys("ctrl+2")
    again.see("Set up", role="filler")
    again.tab_to("The plan", role="list item")
    go_down_to(again, title)
    again.keys("Return")
    step_is_tested(again)
    again.quit()


def first_start_by_keys(app: App) -> None:
    app.see("What brings you here?")
    app.sees_focus_on("A new device")
    app.keys("space")
    app.see("A new device", role="tick", states=["checked"])
    goes_on(app)
    app.sees_focus_on("Country: United Kingdom")
    goes_on(app)
    add_a_child(app)
    goes_on(app)
    app.see("Which of these are at home?")
    finds_a_tile(app, "ipad", "iPad")
    goes_on(app)
    app.sees_focus_on("Jo uses iPad")
    app.keys("space")
    goes_on(app)
    app.see("How does home reach the internet?")
    app.tab_to("Skip", back=True)
    app.keys("space")
    finds_a_tile(app, "robl", "Roblox")
    goes_on(app, "Show the plan")


def goes_on(app: App, by: str = "Next") -> None:
    app.tab_to(by)
    app.keys("space")


def finds_a_tile(app: App, typed: str, name: str) -> None:
    """Types the first letters where the keyboard is, and chooses what is left."""
    app.sees_focus_on("Search by name")
    app.type(typed)
    app.tab_to(name)
    app.keys("space")
    app.see(name, role="tick", states=["checked"])


def add_a_child(app: App) -> None:
    """The dialog, without letting go of the keyboard."""
    app.sees_focus_on("Add a child")
    app.keys("space")
    app.sees_focus_on("Nickname")
    app.type("Jo")
    app.keys("Tab")
    app.sees_focus_on("Month")
    app.type("January")
    app.see("January", role="combo box")
    app.keys("Tab")
    app.sees_focus_on("Year")
    app.type(YEAR_OF_BIRTH)
    app.see(YEAR_OF_BIRTH, role="combo box")
    # Enter, in any field of the dialog, keeps what was said.
    app.keys("Return")
    app.see("9 years")
    app.sees_focus_on("Add a child")


def go_down_to(app: App, title: str, most: int = 40) -> None:
    """The arrow key, until the row of this step has the keyboard."""
    for _row in range(most):
        before = app.focused()
        if before["name"].startswith(title):
            return
        app.keys("Down")
        app.waits_for_focus_to_leave(before)
    raise AssertionError(f"“{title}” is not in the list: {app.drawn()}")
