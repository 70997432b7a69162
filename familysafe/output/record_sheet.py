"""A record as a sheet for one recipient, each with the least that they need."""

from collections.abc import Iterator, Mapping

from familysafe.domain.record import Record, RecordField
from familysafe.domain.record_sheet import Recipient, RecordSheet, SheetLine, SheetPart
from familysafe.output.dates import spoken_moment
from familysafe.words.language import _
from familysafe.words.names import Names
from familysafe.words.record import HEADINGS, SHEET_TITLES, earlier_wordings, situation_title, when_written

# Whoever keeps a paper keeps what stands on it, so nobody gets more than they can act on:
# - a platform finds an account by its name, its link and the time. What a child told is none of its business.
# - a school looks after the child: what was told, where it may go on, what was done. User names and links would only
#   lead somebody to look; they are offered, and left out unless a parent wants them. Demands and reference numbers are
#   for those who investigate.
# - the police, or a report form, get everything, with the first wording of what was put right.
FIELDS: Mapping[Recipient, tuple[RecordField, ...]] = {
    Recipient.PLATFORM: (RecordField.APP, RecordField.NAMES, RecordField.WHEN),
    Recipient.SCHOOL: (
        RecordField.TOLD,
        RecordField.WHO,
        RecordField.WHERE,
        RecordField.WHEN,
        RecordField.APP,
        RecordField.NAMES,
        RecordField.DONE,
        RecordField.TOLD_TO,
    ),
    Recipient.POLICE: tuple(RecordField),
}
ONLY_IF_WANTED = frozenset({(Recipient.SCHOOL, RecordField.NAMES)})
MADE_WITH = "FamilySafe"


def record_sheet(record: Record, recipient: Recipient, names: Names) -> RecordSheet:
    """All that may stand on it, in the order in which it was asked for."""
    acts_on_an_account = recipient is Recipient.PLATFORM
    facts = [_("Written down by a parent or carer. Each line says when.")]
    if not acts_on_an_account:
        facts.insert(0, situation_title(names.book, record.situation))
    here = names.household.at_home(record.children)
    about = "" if acts_on_an_account or not here else names.children(here)
    parts = (SheetPart(HEADINGS[field](), tuple(lines(record, field, recipient))) for field in FIELDS[recipient])
    return RecordSheet(
        recipient=recipient,
        title=SHEET_TITLES[recipient](),
        facts=tuple(facts),
        child=_("About: {child}").format(child=about) if about else "",
        parts=tuple(part for part in parts if part.lines),
        notes=(_("No pictures are attached. None should be asked for or sent."),),
        made_with=_("Made with {app}").format(app=MADE_WITH),
    )


def lines(record: Record, field: RecordField, recipient: Recipient) -> Iterator[SheetLine]:
    """A line as it reads now; for the police with what it was before, also where it was taken back."""
    for wordings in record.wordings(field):
        last, when = wordings[-1], when_written(wordings, spoken_moment)
        if recipient is Recipient.POLICE:
            before = tuple(earlier_wordings(wordings, spoken_moment))
            says = last.text or _("This line was taken back.")
            yield SheetLine(wordings[0].id, says, when, before, left_out=not last.text)
        elif last.text:
            wanted = (recipient, field) not in ONLY_IF_WANTED
            yield SheetLine(wordings[0].id, last.text, when, left_out=not wanted)


def record_text(sheet: RecordSheet) -> str:
    """The same as plain text, for a form that wants to be filled in."""
    heads = "\n".join(part for part in (sheet.title, *sheet.facts, sheet.child) if part)
    parts = ("\n".join([part.title, *map(line_text, part.lines)]) for part in sheet.parts)
    return "\n\n".join([heads, *parts, *sheet.notes, sheet.made_with]) + "\n"


def line_text(line: SheetLine) -> str:
    return "\n".join([f"- {line.text}", *(f"  ({said})" for said in (line.written, *line.before))])
