"""A whole window over a store that is kept in memory: real pages, a real desk, and nothing on the disk."""

from collections.abc import Callable
from datetime import date, datetime

from msgspec import Struct
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from familysafe.app.session import Session
from familysafe.content.compiled import Compiled
from familysafe.domain.change import Change, apply
from familysafe.domain.errors import FamilySafeError
from familysafe.domain.memory import Memory, Preferences
from familysafe.domain.safekeeping import Standing
from familysafe.domain.snapshot import Snapshot
from familysafe.domain.target import ItemKey
from familysafe.ui.desk import Desk
from familysafe.ui.window import Window
from familysafe.ui.wiring import Wiring
from tests.builders import TODAY, a_household
from tests.ui.eyes import come_to_rest

NOON = datetime.fromisoformat("2026-11-22T12:00")


def a_memory(**parts: object) -> Memory:
    """A household that has first start behind it."""
    default: dict[str, object] = {"household": a_household(), "preferences": Preferences(started=True)}
    return Memory(**{**default, **parts})  # type: ignore[arg-type]


class MemoryStore:
    """A store that keeps what it is given until it is closed, or refuses it."""

    standing = Standing()

    def __init__(self, memory: Memory | None = None) -> None:
        self.memory = memory or Memory()
        self.refuses: FamilySafeError | None = None
        self.saved: list[Change] = []
        self.closed = False
        self.vault = object()

    def made(self) -> object:
        return self.vault

    def read(self) -> Memory:
        return self.memory

    def save(self, change: Change) -> None:
        if self.refuses is not None:
            raise self.refuses
        self.saved.append(change)
        self.memory = apply(change, self.memory)

    def close(self) -> None:
        self.closed = True


def opener(
    content: Compiled, store: MemoryStore, today: date = TODAY, *, throw_away: bool = False
) -> Callable[[], Session]:
    """What a desk is given to open."""
    return lambda: Session(content, store, lambda: today, throw_away=throw_away)


class Home(Struct):
    """One window, its desk, and what it saved."""

    window: Window
    wiring: Wiring
    desk: Desk
    store: MemoryStore
    qtbot: QtBot

    @property
    def snapshot(self) -> Snapshot:
        found = self.desk.snapshot
        assert found is not None
        return found

    @property
    def page(self) -> QWidget:
        """The page in front, laid out."""
        come_to_rest()
        return self.window.pages[self.window.shown()]

    def go(self, name: str) -> QWidget:
        self.wiring.go(name)
        assert self.window.shown() == name
        return self.page

    def key(self, step: str) -> ItemKey:
        """The plan's own key of a step."""
        return next(item.key for item in self.snapshot.plan.items if item.step == step)

    def open_step(self, step: str) -> QWidget:
        self.wiring.open_step(self.key(step))
        return self.page

    def after(self, act: Callable[[], None]) -> Snapshot:
        """Does something, and waits for what is true then."""
        with self.qtbot.waitSignal(self.desk.changed):
            act()
        return self.snapshot
