"""What was found, in lines that a parent understands."""

from typing import Any

import pytest
from msgspec.structs import replace

from familysafe.domain.safekeeping import Checkup
from familysafe.words.checkup import findings, verdict

WELL = Checkup("4.6.1 community", 2, True, True, True, True, backups=4, backups_sound=4)


def test_when_all_is_well_every_line_says_so() -> None:
    assert [finding.says for finding in findings(WELL)] == [
        "Everything is encrypted (SQLCipher 4.6.1).",
        "Every page can be read.",
        "Both copies of the lock are whole.",
        "All 4 copies can be read through.",
        "Only this computer account may read the files.",
    ]
    assert all(finding.well for finding in findings(WELL))
    assert verdict(WELL) == "All is well."


@pytest.mark.parametrize(
    ("change", "says", "judged"),
    [
        ({"encryption_on": False}, "It is not encrypted.", "One thing needs a look."),
        ({"integrity_ok": False}, "A page of what you saved cannot be read.", "Close FamilySafe and open it again."),
        ({"header_copies_ok": False}, "One of the two copies of the lock is damaged.", "One thing needs a look."),
        ({"modes_ok": False}, "Other accounts of this computer may be allowed", "One thing needs a look."),
        ({"backups_sound": 3}, "3 of 4 copies can be read through.", "One thing needs a look."),
        ({"backups": 0, "backups_sound": 0}, "There is no copy yet.", "One thing needs a look."),
    ],
)
def test_each_thing_that_is_not_well_is_the_one_that_is_told(change: dict[str, Any], says: str, judged: str) -> None:
    found = replace(WELL, **change)
    (wrong,) = [finding for finding in findings(found) if not finding.well]
    assert wrong.says.startswith(says)
    assert judged in verdict(found)


def test_the_only_copy_is_one() -> None:
    assert "The one copy can be read through." in [
        one.says for one in findings(replace(WELL, backups=1, backups_sound=1))
    ]


def test_several_things_are_counted() -> None:
    assert verdict(replace(WELL, modes_ok=False, backups_sound=0)).endswith("2 things need a look.")
