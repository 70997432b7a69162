"""Why a step is in the plan and why it stands there, in one sentence each."""

from collections.abc import Callable, Mapping
from datetime import date

from msgspec.structs import replace

from familysafe.domain.household import Worry
from familysafe.domain.plan import PlanItem, Reason, ReasonCode
from familysafe.words.labels import worry_label
from familysafe.words.language import _, ngettext
from familysafe.words.names import Names, capital, listed


def reasons_of(item: PlanItem, names: Names, today: date) -> tuple[str, ...]:
    """First why it is here, last why it stands there."""
    return tuple(reason_sentence(reason, item, names, today) for reason in item.reasons)


def reason_sentence(reason: Reason, item: PlanItem, names: Names, today: date) -> str:
    """`The nine-year-old uses Roblox`, `It belongs to what brought you here: “Strangers and group chats”`."""
    sentence = SENTENCES[reason.code](len(reason.children) or 1)
    return capital(
        sentence.format(
            children=children_words(reason.children, names, today),
            device=names.device(reason.device) if reason.device else "",
            guide=names.spoken(reason.guide) if reason.guide else "",
            worry=worry_label(Worry(reason.worry)) if reason.worry else "",
            step=needed_title(reason, item, names) if reason.step else "",
        )
    )


def needed_title(reason: Reason, item: PlanItem, names: Names) -> str:
    """What the step that comes before is called, for the same child and the same device."""
    target = next((need.target for need in reversed(item.needs) if need.step == reason.step), item.target)
    children = (target.child,) if target.child else item.children
    return names.title(replace(item, step=reason.step, target=target, children=children))


def children_words(child_ids: tuple[str, ...], names: Names, today: date) -> str:
    """`Younger (9) and Elder (13)`; "your children" where none of several has a nickname."""
    if len(child_ids) != 1 and not any(child.name for child in names.household.children if child.id in child_ids):
        return names.children(child_ids)
    return listed([child_words(child_id, names, today) for child_id in child_ids])


def child_words(child_id: str, names: Names, today: date) -> str:
    """`Younger (9)`, `Younger`, or "your child"."""
    child = next((one for one in names.household.children if one.id == child_id), None)
    if child is None:
        return _("your child")
    age = child.age_on(today)
    name = child.name or _("your child")
    return _("{name} ({age})").format(name=name, age=age) if age is not None else name


SENTENCES: Mapping[ReasonCode, Callable[[int], str]] = {
    ReasonCode.CHILD_USES_DEVICE: lambda count: ngettext("{children} uses {device}", "{children} use {device}", count),
    ReasonCode.CHILD_HAS_APP: lambda count: ngettext("{children} uses {guide}", "{children} use {guide}", count),
    ReasonCode.DEVICE_AT_HOME: lambda _count: _("{device} is used at home"),
    ReasonCode.DEVICE_ON_NETWORK: lambda _count: _("{device} is on {guide}"),
    ReasonCode.CONNECTION_AT_HOME: lambda _count: _("you use {guide} at home"),
    ReasonCode.EVERY_HOME: lambda _count: _("it helps in every home"),
    ReasonCode.EVERY_CHILD: lambda _count: _("it helps every child"),
    ReasonCode.WORRY: lambda _count: _("it belongs to what brought you here: “{worry}”"),
    ReasonCode.NEEDED_FIRST: lambda _count: _("other steps need it first"),
    ReasonCode.AFTER_NEEDS: lambda _count: _("it comes after “{step}”"),
    ReasonCode.AFTER_ACCOUNTS: lambda _count: _("accounts come before the settings of a device"),
    ReasonCode.AFTER_DEVICES: lambda _count: _("devices come before the apps on them"),
    ReasonCode.MOST_FOR_THE_TIME: lambda _count: _("it stands where it does most for the time it takes"),
}
