"""Where things lie, in a source tree and in an installed wheel."""

from pathlib import Path

import pytest

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


def test_the_vault_has_a_folder_to_itself(tmp_path: Path) -> None:
    assert paths.vault_folder(tmp_path) == tmp_path / "vault"
