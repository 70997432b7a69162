"""The copies that cannot be deleted from here."""

import pytest

from familysafe.words.out_of_reach import copies_out_of_reach


@pytest.mark.parametrize("kind", ["Backup files", "printed", "PDF", "on paper", "File History", "copied"])
def test_every_kind_is_named(kind: str) -> None:
    assert any(kind in line for line in copies_out_of_reach())
