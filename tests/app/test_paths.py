"""Where things lie, in a source tree and in an installed wheel."""

from pathlib import Path

import pytest
from platformdirs import user_data_path

from familysafe.app import paths


def test_in_a_source_tree_the_resources_lie_beside_the_package() -> None:
    assert (paths.resources() / "content" / "README.md").is_file()


def test_in_an_installed_wheel_the_resources_lie_inside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(paths, "PACKAGE", tmp_path)
    assert paths.resources() == tmp_path / "resources"


def test_the_family_s_folder_carries_the_name_of_the_app() -> None:
    assert paths.data_folder().name == "FamilySafe"


def test_the_family_s_folder_is_the_account_s_own() -> None:
    assert paths.data_folder().is_relative_to(Path.home())


@pytest.mark.parametrize("data", ["", "  ", "relative/folder", "/somewhere/else"])
@pytest.mark.parametrize("home", ["", "relative", "/home/somebody"])
@pytest.mark.parametrize("platform", ["linux", "another"])
def test_the_family_s_folder_is_where_the_system_keeps_such_things(
    monkeypatch: pytest.MonkeyPatch, platform: str, home: str, data: str
) -> None:
    monkeypatch.setenv("HOME", home)
    monkeypatch.setenv("XDG_DATA_HOME", data)
    assert paths.data_folder(platform) == user_data_path("FamilySafe", appauthor=False, roaming=False)


def test_the_vault_has_a_folder_to_itself(tmp_path: Path) -> None:
    assert paths.vault_folder(tmp_path) == tmp_path / "vault"
