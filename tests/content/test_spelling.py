"""The authored words are spelt as in Britain."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

TYPOS = Path(sys.executable).with_name("typos")


def misspelt(*where: str, cwd: Path = ROOT) -> str:
    words = [str(TYPOS), "--config", str(ROOT / "pyproject.toml"), "--format", "brief", *where]
    return subprocess.run(words, capture_output=True, text=True, check=False, cwd=cwd).stdout


def test_no_word_of_the_content_is_misspelt() -> None:
    assert misspelt("resources/content", "README.md", "CHANGELOG.md") == ""


@pytest.mark.parametrize("sentence", ["Choose a color.", "Recieve no mesages."])
def test_american_and_mistyped_words_are_found(tmp_path: Path, sentence: str) -> None:
    (tmp_path / "words.toml").write_text(f'why = "{sentence}"\n')
    assert misspelt("words.toml", cwd=tmp_path) != ""
