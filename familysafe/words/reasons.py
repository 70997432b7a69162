"""Why a step is in the plan and why it stands there, in one sentence each."""

from collections.abc import Callable, Mapping
from datetime import date

from familysafe.domain.household import Worry
from familysafe.domain.plan import Reason, ReasonCode
from familysafe.words.labels import worry_label
from familysafe.words.language import _
from familysafe.words.names import Names, capital


def reason_sentence(reason: Reason, names: Names, today: date) -> str:
    """`The nine-year-old uses Roblox`, `It belongs to “Strangers and group chats”`."""
    sentence = SENTENCES[reason.code]()
    return capital(
        sentence.format(
            child=child_words(reason.child, names, today),
            device=names.device(reason.device) if reason.device else "",
            guide=names.guide(reason.guide) if reason.guide else "",
            worry=worry_label(Worry(reason.worry)) if reason.worry else "",
            step=names.book.steps[reason.step].title.replace("{child}", _("the child")) if reason.step else "",
        )
    )


def child_words(child_id: str, names: Names, today: date) -> str:
    """`Younger (9)`, `Younger`, or "your child"."""
    child = next((one for one in names.household.children if one.id == child_id), None)
    if child is None:
        return _("your child")
    age = child.age_on(today)
    name = child.name or _("your child")
    return _("{name} ({age})").format(name=name, age=age) if age is not None else name


SENTENCES: Mapping[ReasonCode, Callable[[], str]] = {
    ReasonCode.CHILD_USES_DEVICE: lambda: _("{child} uses {device}"),
    ReasonCode.CHILD_HAS_APP: lambda: _("{child} uses {guide}"),
    ReasonCode.DEVICE_AT_HOME: lambda: _("{device} is used at home"),
    ReasonCode.DEVICE_ON_NETWORK: lambda: _("{device} is on {guide}"),
    ReasonCode.CONNECTION_AT_HOME: lambda: _("{guide} is your connection at home"),
    ReasonCode.EVERY_HOME: lambda: _("it helps in every home"),
    ReasonCode.EVERY_CHILD: lambda: _("it helps every child"),
    ReasonCode.WORRY: lambda: _("it stands early because of “{worry}”"),
    ReasonCode.NEEDED_FIRST: lambda: _("other steps need it first"),
    ReasonCode.AFTER_NEEDS: lambda: _("it comes after a step that it needs"),
    ReasonCode.MOST_FOR_THE_TIME: lambda: _("it stands where it does most for the time it takes"),
}
