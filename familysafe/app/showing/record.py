"""What was written down, as its page and its sheets show it."""

from datetime import datetime

from familysafe.app.showing.rows import Showing
from familysafe.content.compiled import Compiled
from familysafe.domain.ids import new_id
from familysafe.domain.record import Record
from familysafe.domain.record_sheet import Recipient, RecordSheet
from familysafe.domain.record_views import RecordChoice, RecordView
from familysafe.output.record_sheet import record_sheet
from familysafe.words.record import situation_title


def may_be_written(content: Compiled, situation: str) -> bool:
    """False where nothing is kept: a worry inside the home, and a child who was told that nothing is saved."""
    found = content.catalogue.situations.get(situation)
    return found is None or not found.keeps_nothing


def new_record(situation: str, now: datetime) -> Record:
    """A record that is nowhere yet."""
    return Record(new_id(), situation, now)


def record_view(showing: Showing, record: Record) -> RecordView:
    """A record, with what it can be exchanged for."""
    records = showing.snapshot.memory.records
    here = showing.household.at_home(record.children)
    choices = sorted(records, key=lambda one: one.begun)[::-1]
    return RecordView(
        record=record,
        title=situation_title(showing.book, record.situation),
        begun=any(one.id == record.id for one in records),
        choices=tuple(
            RecordChoice(one.id, one.begun.date(), situation_title(showing.book, one.situation)) for one in choices
        ),
        children=tuple((child.id, showing.names.child(child.id)) for child in showing.household.children),
        about=showing.names.children(here) if here else "",
        throw_away=showing.snapshot.throw_away,
        protected=showing.snapshot.standing.protection.locks,
    )


def record_sheets(showing: Showing, record: Record) -> tuple[RecordSheet, ...]:
    """A sheet for everybody to whom it may be handed."""
    return tuple(record_sheet(record, recipient, showing.names) for recipient in Recipient)
