"""A walk through every page and every dialog of the window, with the made-up family."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from familysafe.app.sample import sample_household
from familysafe.domain.change import RecordTalk
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.plan import PlanItem
from familysafe.domain.talk import Talk
from familysafe.ui.main import Shell
from familysafe.ui.pages.first.first_start import QUESTIONS, FirstStartPage
from tests.ui.conftest import EVENING
from tests.ui.eyes import come_to_rest, seen
from tests.ui.pseudo import in_english

Stop = tuple[str, QWidget]
PLACES = ("today", "set-up", "talk", "family", "help", "settings", "cannot-protect")
# Screens by number, None for what comes after the last one.
SITUATIONS: Mapping[str, tuple[int | None, ...]] = {
    "inside-home": (0,),
    "childs-door": (0, None),
    "threatened": (0, 4, None),
}
STEPS = ("iphone.screen-time-code", "roblox.chat", "home.real-birth-dates")


def every_stop(shell: Shell) -> Iterator[Stop]:
    """Each page in turn, everything on it unfolded, then each dialog; what is yielded is on the screen."""
    shell.desk.apply(RecordTalk(Talk("t1", EVENING.date(), (card_of(shell),), ("c1",), "Ask about Sam.")))
    for place in PLACES:
        shell.wiring.go(place)
        yield rest(place, shell)
    for item in some_steps(shell):
        shell.wiring.open_step(item.key)
        unfold(shell.window)
        yield rest(f"step {item.step}", shell)
        shell.wiring.open_group(shell.wiring.group)
        yield rest(f"guide of {item.step}", shell)
    shell.wiring.open_card(card_of(shell))
    unfold(shell.window)
    yield rest("card", shell)
    yield from every_help(shell)
    yield from every_dialog(shell)


def every_help(shell: Shell) -> Iterator[Stop]:
    """What lies behind Help now: each answer about danger, screens of each kind of situation, and who can help."""
    shell.wiring.go("help")
    for says in ("Not sure", "No, go on"):
        button_that_begins(shell.window, says).click()
        yield rest(f"help, {says}", shell)
    for situation, places in SITUATIONS.items():
        shell.wiring.open_situation(situation)
        for place in places:
            screens = shell.wiring.content.catalogue.situations[situation].steps
            shell.wiring.walks.mark(situation, screens[0], "done")
            shell.wiring.walks.move(situation, len(screens) if place is None else place)
            shell.wiring.go("situation")
            unfold(shell.window)
            yield rest(f"situation {situation}, {place}", shell)
    shell.wiring.go("help-contacts")
    button_that_begins(shell.window, "Show the QR code").click()
    yield rest("contacts", shell)


def every_dialog(shell: Shell) -> Iterator[Stop]:
    """Each dialog, open over its page."""
    first = some_steps(shell)[0]
    opened: tuple[tuple[str, Callable[[], None], str], ...] = (
        ("test", lambda: shell.wiring.open_step(first.key), "We tested it"),
        ("talked", lambda: shell.wiring.open_card(card_of(shell)), "We talked"),
        ("new child", lambda: shell.wiring.go("family"), "Add a child"),
        ("apps", lambda: shell.wiring.go("family"), "Apps: Younger"),
        ("new device", lambda: shell.wiring.go("family"), "Add a device"),
        ("child", lambda: shell.wiring.go("family"), "Change: Younger"),
        ("device", lambda: shell.wiring.go("family"), "Change iPad"),
        ("child out", lambda: shell.wiring.go("family"), "Take out: Younger"),
        ("connections", lambda: shell.wiring.go("family"), "Change connections"),
        ("talk out", lambda: shell.wiring.go("talk"), "Take out the talk"),
        ("note out", lambda: shell.wiring.go("talk"), "Delete the note of"),
        ("keys", lambda: shell.wiring.go("settings"), "Keyboard shortcuts (F1)"),
    )
    for name, go, verb in opened:
        go()
        come_to_rest()
        button_that_begins(shell.window, verb).click()
        yield from dialogs(name, shell)
    shell.desk.failed.emit(FamilySafeError(Code.DISK_FULL))
    yield from dialogs("refusal", shell)


def every_question(shell: Shell) -> Iterator[Stop]:
    """First start, question by question, with everything known."""
    page = shell.window.pages["first"]
    assert isinstance(page, FirstStartPage)
    page._draft = sample_household(EVENING.date())
    for number in range(len(QUESTIONS)):
        page._show(number)
        yield rest(f"question {number}", shell)
    shell.wiring.go("help")
    yield rest("help before first start", shell)


def some_steps(shell: Shell) -> list[PlanItem]:
    """Steps that differ in what they show: of a device, of an account, of the home, with all that a step can have."""
    assert shell.desk.snapshot is not None
    items = shell.desk.snapshot.plan.items
    kinds = {item.target.kind: item for item in reversed(items)}
    first = next(item for item in items if item.step == STEPS[0])
    return [first, *kinds.values()]


def card_of(shell: Shell) -> str:
    """A card for the younger child."""
    return next(card for card in shell.wiring.content.catalogue.cards if card.startswith("games."))


def rest(name: str, shell: Shell) -> Stop:
    come_to_rest()
    return name, shell.window


def dialogs(name: str, shell: Shell) -> Iterator[Stop]:
    come_to_rest()
    found = [dialog for dialog in shell.window.findChildren(QDialog) if dialog.isVisible()]
    assert len(found) == 1, f"{name}: {len(found)} dialogs are open"
    yield f"dialog {name}", found[0]
    found[0].reject()
    come_to_rest()


def unfold(window: QWidget) -> None:
    """Opens everything that is folded away."""
    come_to_rest()
    for one in seen(window, QAbstractButton):
        if one.objectName() == "button-quiet" and one.isCheckable() and not one.isChecked():
            one.click()


def button_that_begins(window: QWidget, name: str) -> QAbstractButton:
    """The first visible button whose name begins so, in English or in the pseudo-language."""
    return next(one for one in seen(window, QAbstractButton) if in_english(one.accessibleName()).startswith(name))
