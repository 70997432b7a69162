"""What every test may ask for, and what none gets."""

import socket

import pytest
from hypothesis import settings

from familysafe.app.paths import resources
from familysafe.content.compile import compile_when_stale
from familysafe.content.compiled import Compiled
from familysafe.content.load import load

settings.register_profile("families", deadline=None)  # no test is timed
settings.load_profile("families")


class NoInternet(socket.socket):
    """A socket that leads nowhere but into this computer."""

    def __init__(self, family: int = -1, kind: int = -1, proto: int = -1, fileno: int | None = None) -> None:
        if fileno is None and family in {-1, socket.AF_INET, socket.AF_INET6}:
            raise AssertionError("a test asked for the internet")
        super().__init__(family, kind, proto, fileno)


@pytest.fixture(autouse=True)
def no_internet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs as if this computer were alone in the world."""
    monkeypatch.setattr(socket, "socket", NoInternet)


@pytest.fixture(scope="session")
def content() -> Compiled:
    """The real content, compiled when it has changed."""
    compile_when_stale(resources())
    return load(resources())
