"""Damage that is met while a vault is open is noted for the next start."""

from pathlib import Path

import pytest

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store import suspicion


def meets(folder: Path, code: Code) -> None:
    with pytest.raises(FamilySafeError) as refused, suspicion.noting(folder):
        raise FamilySafeError(code)
    assert refused.value.code is code


def test_damage_is_noted_and_said(tmp_path: Path) -> None:
    meets(tmp_path, Code.VAULT_DAMAGED)
    assert suspicion.is_noted(tmp_path)
    suspicion.forget(tmp_path)
    assert not suspicion.is_noted(tmp_path)


def test_anything_else_is_only_said(tmp_path: Path) -> None:
    meets(tmp_path, Code.DISK_FULL)
    assert not suspicion.is_noted(tmp_path)


def test_nothing_is_noted_where_nothing_goes_wrong(tmp_path: Path) -> None:
    with suspicion.noting(tmp_path):
        pass
    assert not suspicion.is_noted(tmp_path)


def test_a_note_that_cannot_be_written_is_no_second_failure(tmp_path: Path) -> None:
    meets(tmp_path / "absent", Code.VAULT_DAMAGED)
    suspicion.forget(tmp_path / "absent")
