"""What the golden vaults hold besides the family, from the schema on that brought it. It is never changed."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from familysafe.domain.change import AddEntry, BeginRecord, Change, ForgetLookIn, KeepLookIn
from familysafe.domain.record import Entry, LookIn, Record, RecordField
from familysafe.store.schema import MIGRATIONS
from tests.vaults.family import CHANGES

AT = datetime.fromisoformat("2026-11-22T14:05:06.789+05:30")
LINES = tuple(
    Entry(f"e{number}", field, f"{field.value}: “Zaunkönig” 🦉\nالسطر الثاني", AT)
    for number, field in enumerate(RecordField)
)
SINCE: Mapping[int, tuple[Change, ...]] = MappingProxyType(
    {
        3: (
            BeginRecord(Record("r1", "pictures", AT, ("c1", "c2"), LINES)),
            BeginRecord(Record("r2", "money", AT)),
            AddEntry("r1", Entry("e90", RecordField.TOLD, "x" * 2_000, AT, "e0")),
            AddEntry("r1", Entry("e91", RecordField.WHO, "", AT, "e1")),
            KeepLookIn(LookIn("l1", "pictures", (date(2026, 11, 29), date(2026, 12, 22)))),
            KeepLookIn(LookIn("l2", "money", ())),
            KeepLookIn(LookIn("l3", "money", (date(2026, 12, 1),))),
            ForgetLookIn("l3"),
        ),
    }
)


def changes_of(schema: int) -> tuple[Change, ...]:
    """What was saved into the golden vault of a schema."""
    return (*CHANGES, *(change for since, changes in SINCE.items() if since <= schema for change in changes))


TODAYS = changes_of(len(MIGRATIONS))
