"""What was done last, in a sentence."""

from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from familysafe.app.showing.rows import Showing
from familysafe.domain.answer import Answer, Outcome, State
from familysafe.domain.change import ChangeHousehold, ForgetTalk, GiveAnswer, RecordTalk
from familysafe.domain.deed import Deed
from familysafe.domain.household import Child, Device, Household
from familysafe.words.labels import EVIDENCE_SHORT, STATES
from familysafe.words.language import _, ngettext
from familysafe.words.names import Names, capital

# Fields of a household that are spoken of as a whole.
WHOLES: Mapping[str, Callable[[], str]] = {
    "connections": lambda: _("The connections were changed"),
    "accounts": lambda: _("The apps were changed"),
    "country": lambda: _("The country was changed"),
    "worries": lambda: _("What brings you here was changed"),
}


def what_was_done(showing: Showing, deed: Deed) -> str:
    """`Sam was taken out`, `“Set a code” (The iPad): tested`."""
    match deed.change:
        case ChangeHousehold(after):
            return household_sentence(showing, deed.before.household, after)
        case GiveAnswer(answer):
            return answer_sentence(showing, deed, answer)
        case RecordTalk(talk):
            known = any(other.id == talk.id for other in deed.before.talks)
            return _("A talk was changed") if known else _("A talk was noted")
        case ForgetTalk():
            return _("A talk was taken out")
        case _:
            # Who asked to be asked again need not be told so before others.
            return _("Something was changed")


def household_sentence(showing: Showing, before: Household, after: Household) -> str:
    """What differs, said of children first; their devices and apps come and go with them."""
    was, now = (Names(showing.catalogue, showing.book, household) for household in (before, after))
    for field in ("children", "devices"):
        old, new = ({one.id: one for one in getattr(household, field)} for household in (before, after))
        gone = [name_of(was, old[own]) for own in old if own not in new]
        come = [name_of(now, new[own]) for own in new if own not in old]
        changed = [name_of(now, new[own]) for own in new if own in old and new[own] != old[own]]
        if gone:
            return named(ngettext("{names} was taken out", "{names} were taken out", len(gone)), gone)
        if come:
            return named(ngettext("{names} was added", "{names} were added", len(come)), come)
        if changed:
            return named(ngettext("{names} was changed", "{names} were changed", len(changed)), changed)
    whole = next((field for field in WHOLES if getattr(before, field) != getattr(after, field)), "")
    return WHOLES[whole]() if whole else _("The family was changed")


def name_of(names: Names, one: Child | Device) -> str:
    return names.device_name(one) if isinstance(one, Device) else names.child(one.id)


def named(sentence: str, names: Iterable[str]) -> str:
    return capital(sentence.format(names=", ".join(names)))


def answer_sentence(showing: Showing, deed: Deed, answer: Answer) -> str:
    """The step, what it is done for, and what is now said of it."""
    item = showing.snapshot.plan.item(answer.key)
    if item is None:
        return _("A step was answered")
    step = _("“{step}” ({place})").format(step=showing.names.title(item), place=showing.names.target(item))
    before = deed.before.by_key().get(answer.key) or Answer(answer.step, answer.target, answer.on)
    as_before = replace(answer, note=before.note, menu_note=before.menu_note)
    if as_before != answer and replace(as_before, on=before.on) == before:
        return _("{step}: a note").format(step=step)
    return _("{step}: {said}").format(step=step, said=said_in_short(answer))


def said_in_short(answer: Answer) -> str:
    if answer.outcome is Outcome.DID_NOT_HOLD:
        return _("did not hold")
    if answer.state is State.DONE and answer.evidence is not None:
        return EVIDENCE_SHORT[answer.evidence]()
    return STATES[answer.state]().lower()
