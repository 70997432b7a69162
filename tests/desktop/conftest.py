"""A screen for the session, and for each test a home and as many FamilySafes as it starts."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from familysafe.content.compiled import Compiled

pytest.register_assert_rewrite("tests.desktop.app", "tests.desktop.names", "tests.desktop.screen")

from tests.desktop.app import App, Home  # noqa: E402 - see above
from tests.desktop.screen import Screen, why_not  # noqa: E402 - see above

HERE = Path(__file__).parent
Start = Callable[..., App]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.desktop)


@cache
def missing() -> str:
    return why_not()


@pytest.fixture(scope="session")
def screen(content: Compiled) -> Iterator[Screen]:
    """Everything in it ends with the session; what does not is a failure."""
    if why := missing():
        pytest.skip(f"no virtual screen: {why}")
    with Screen() as opened:
        yield opened
    assert opened.processes() == []


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def start(screen: Screen, home: Home) -> Iterator[Start]:
    """Starts FamilySafe on the screen; whatever is still running after the test is ended."""
    started: list[App] = []

    def begin(*words: str, **more: object) -> App:
        started.append(App(screen, home, *words, **more))
        return started[-1]

    yield begin
    for app in started:
        app.end()
