"""What is asked for a record, what its lines are called on paper, and how it is said when a line was written."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from familysafe.domain.phrasebook import Phrasebook
from familysafe.domain.record import Entry, RecordField
from familysafe.domain.record_sheet import Recipient
from familysafe.words.labels import Table
from familysafe.words.language import _

Moment = Callable[[datetime], str]

QUESTIONS: Table[RecordField] = {
    RecordField.TOLD: lambda: _("What did they tell you?"),
    RecordField.WHO: lambda: _("Who is involved?"),
    RecordField.WHERE: lambda: _("Where did it happen?"),
    RecordField.WHEN: lambda: _("When did it happen?"),
    RecordField.DEMANDED: lambda: _("Was anything demanded?"),
    RecordField.APP: lambda: _("Which app or game?"),
    RecordField.NAMES: lambda: _("Which names and links?"),
    RecordField.DONE: lambda: _("What has been done so far?"),
    RecordField.REFERENCES: lambda: _("Are there reference numbers?"),
    RecordField.TOLD_TO: lambda: _("Who has been told?"),
}
HINTS: Table[RecordField] = {
    RecordField.TOLD: lambda: _("Their own words, as near as you can. Stop where they stopped."),
    RecordField.WHO: lambda: _("As far as they said. “Somebody we do not know” is an answer too."),
    RecordField.WHERE: lambda: _("A place, a device, a group. Do not say what a picture shows."),
    RecordField.WHEN: lambda: _("A day and a time, or “last week, after school”. Also when it began."),
    RecordField.DEMANDED: lambda: _("Money, an account, a meeting, to keep quiet. What was threatened, in short."),
    RecordField.APP: lambda: _("Its name, and the name of the chat."),
    RecordField.NAMES: lambda: _(
        "User names, profile links, numbers, as they are spelt. A link is not opened from here."
    ),
    RecordField.DONE: lambda: _("What was paid or sent, reported or blocked. Not doing anything yet is fine."),
    RecordField.REFERENCES: lambda: _("From the police, a report service, an app or a bank."),
    RecordField.TOLD_TO: lambda: _("School, family, a helpline: who, and on which day."),
}
HEADINGS: Table[RecordField] = {
    RecordField.TOLD: lambda: _("What the child said"),
    RecordField.WHO: lambda: _("Who is involved"),
    RecordField.WHERE: lambda: _("Where"),
    RecordField.WHEN: lambda: _("When"),
    RecordField.DEMANDED: lambda: _("What was demanded"),
    RecordField.APP: lambda: _("App or game"),
    RecordField.NAMES: lambda: _("Names and links"),
    RecordField.DONE: lambda: _("Done so far"),
    RecordField.REFERENCES: lambda: _("Reference numbers"),
    RecordField.TOLD_TO: lambda: _("Who has been told"),
}
RECIPIENTS: Table[Recipient] = {
    Recipient.SCHOOL: lambda: _("A school"),
    Recipient.PLATFORM: lambda: _("An app or website"),
    Recipient.POLICE: lambda: _("Police or a report form"),
}
SHEET_TITLES: Table[Recipient] = {
    Recipient.SCHOOL: lambda: _("For the school"),
    Recipient.PLATFORM: lambda: _("For the app or website"),
    Recipient.POLICE: lambda: _("For the police or a report service"),
}


def situation_title(book: Phrasebook, situation: str) -> str:
    """What happened, in the words of Help now; a situation that is no longer there is spoken of in general."""
    words = book.situations.get(situation)
    return words.title if words else _("Something that happened")


def when_written(wordings: Sequence[Entry], say: Moment) -> str:
    """When the last wording of a line was written, and whether it put an earlier one right or took it back."""
    last = wordings[-1]
    if not last.text:
        return _("Taken back {moment}").format(moment=say(last.at))
    return _("Put right {moment}").format(moment=say(last.at)) if last.corrects else written(last, say)


def written(entry: Entry, say: Moment) -> str:
    return _("Written {moment}").format(moment=say(entry.at))


def earlier_wordings(wordings: Sequence[Entry], say: Moment) -> Iterator[str]:
    """How a line was worded before, the first wording first."""
    for number, entry in enumerate(wordings[:-1]):
        if not entry.text:
            yield _("Taken back {moment}").format(moment=say(entry.at))
        else:
            said = _("Then written {moment}: “{text}”") if number else _("First written {moment}: “{text}”")
            yield said.format(moment=say(entry.at), text=entry.text)
