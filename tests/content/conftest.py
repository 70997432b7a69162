"""An authored tree to break."""

from pathlib import Path

import pytest

from tests.content.tree import Tree, flawless


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Content of three guides, two cards, a situation and three services, without a mistake."""
    return flawless(tmp_path)
