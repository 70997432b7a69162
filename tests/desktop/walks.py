"""Ways through the window that several tests go."""

from tests.desktop.app import App

QUESTIONS = (
    "What brings you here?",
    "Which country do you live in?",
    "Who are the children?",
    "Which of these are at home?",
    "How does home reach the internet?",
    "Which apps do they have, or ask for?",
)


def skip_first_start(app: App) -> App:
    """Answers nothing; the steps for every home remain."""
    for question in QUESTIONS:
        app.see(question)
        app.press("Skip")
    app.see("Today", role="filler")
    return app


def add_child(app: App, nickname: str) -> None:
    """From the first question on: a child with a nickname and an age group; saved when this returns."""
    for question in QUESTIONS[:2]:
        app.see(question)
        app.press("Skip")
    app.see(QUESTIONS[2])
    app.press("Add a child")
    app.see("About a child", role="dialog")
    app.write("Nickname", nickname)
    app.choose("Age group", "8 to 10")
    app.press("Keep")
    app.see(nickname)
    app.press("Next")
    for question in QUESTIONS[3:]:
        app.see(question)
        app.press("Skip")
    app.see("Today", role="filler")


def open_first_step(app: App) -> str:
    """The first step that Today offers; its title."""
    title = str(app.see(role="button", begins="Start: ")["name"]).removeprefix("Start: ")
    app.press(f"Start: {title}")
    app.see("Step", role="filler")
    app.see(title, role="label")
    return title


def say_seen(app: App, *, kept: str = "Saved.") -> None:
    """“I have seen it”, and waits until it is kept, which is said in other words where nothing is saved."""
    app.press("I have seen it", role="tick")
    app.see(role="label", begins=f"{kept} Seen on")


def unlock(app: App, passphrase: str) -> None:
    """The door, and the passphrase typed where the keyboard already is."""
    app.see("FamilySafe is locked", role="label")
    app.sees_focus_on("Passphrase")
    app.type(passphrase)
    app.keys("Return")
