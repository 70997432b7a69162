"""What every test may ask for."""

import pytest

from familysafe.app.paths import resources
from familysafe.content.compile import compile_when_stale
from familysafe.content.compiled import Compiled
from familysafe.content.load import load


@pytest.fixture(scope="session")
def content() -> Compiled:
    """The real content, compiled when it has changed."""
    compile_when_stale(resources())
    return load(resources())
