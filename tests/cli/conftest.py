"""Small content in place of the real one, and a family file to write."""

from collections.abc import Callable
from pathlib import Path

import pytest

from familysafe.content.compile import written
from familysafe.content.compiled import Compiled, compiled_file
from tests.builders import small_content

Write = Callable[[str], Path]
FAMILY = """\
country = "GB"
broadband = "sky"
dns = "clean-dns"
worries = ["strangers"]
[[child]]
name = "Younger"
born = "2017-03"
apps = ["roblox"]
[[child]]
name = "Elder"
age_band = "13-15"
[[device]]
guide = "ipad"
name = "The iPad"
used_by = ["Younger"]
mobile = "ee"
[[device]]
guide = "other-device"
"""


@pytest.fixture
def small() -> Compiled:
    return small_content()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes text into `family.toml`."""

    def into_file(text: str) -> Path:
        file = tmp_path / "family.toml"
        file.write_text(text, encoding="utf-8")
        return file

    return into_file


@pytest.fixture
def shelf(tmp_path: Path, small: Compiled, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A resources folder with the small content, which every verb reads from."""
    folder = tmp_path / "resources"
    file = compiled_file(folder)
    file.parent.mkdir(parents=True)
    file.write_bytes(written(small.digest, small.catalogue, small.phrasebook))
    for verb in ("plan", "help", "doctor", "content"):
        monkeypatch.setattr(f"familysafe.cli.{verb}.resources", lambda: folder)
    return folder
