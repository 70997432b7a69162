"""What is said about a vault can be compared and is never changed."""

from datetime import date

import pytest

from familysafe.domain.safekeeping import Backup, BackupReason


def test_a_copy_is_known_by_its_number_not_by_the_clock() -> None:
    later = Backup(8, date(2020, 1, 1), BackupReason.DAY)
    assert max(later, Backup(7, date(2026, 1, 1), BackupReason.DAY), key=lambda copy: copy.number) is later


def test_a_copy_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Backup(7, date(2026, 1, 1), BackupReason.DAY).number = 9  # type: ignore[misc]
