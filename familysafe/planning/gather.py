"""Finds every (step, target) that stands in a plan, with the reason why it is there."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from familysafe.domain.catalogue import Catalogue
from familysafe.domain.condition import Circumstances, holds
from familysafe.domain.guide import Guide, GuideKind, Step
from familysafe.domain.household import Child, Household
from familysafe.domain.plan import Reason, ReasonCode
from familysafe.domain.target import ItemKey, Target, TargetKind

NOBODY = ""


class Home(Struct, frozen=True):
    """The household as the gathering sees it today; grown-up children are out.

    `around` is what conditions are asked of each child by id, and of `NOBODY` in particular.
    """

    household: Household
    today: date
    children: tuple[Child, ...]
    around: dict[str, Circumstances]


class Offer(Struct, frozen=True):
    """A guide met in this home: the device or connection it was met at, and the children it touches."""

    guide: Guide
    children: tuple[Child, ...]
    reason: Reason
    device: str = ""
    connection: str = ""


class Found(Struct):
    """A step met for a target: in which guide, touching which children, for which reasons."""

    step: Step
    guide: Guide
    children: tuple[Child, ...]
    reasons: list[Reason]


def home_of(catalogue: Catalogue, household: Household, today: date) -> Home:
    """What the conditions need to know, computed once; a home without children rules no age out."""
    children = tuple(child for child in household.children if not child.is_grown_up(today))
    devices = frozenset(device.guide for device in household.devices)
    around = {NOBODY: Circumstances(frozenset({None}), household.country, devices, frozenset())}
    for child in children:
        ages, services = frozenset({child.band_on(today)}), services_of(catalogue, household, child)
        around[child.id] = Circumstances(ages, household.country, devices, services)
    return Home(household, today, children, around)


def services_of(catalogue: Catalogue, household: Household, child: Child) -> frozenset[str]:
    apps = household.apps_of(child.id)
    return frozenset(apps) | {catalogue.guides[app].service for app in apps if app in catalogue.guides}


def gather(catalogue: Catalogue, home: Home) -> dict[ItemKey, Found]:
    """Every item once; a step that several guides share keeps the reason of each."""
    found: dict[ItemKey, Found] = {}
    for offer in offers(catalogue, home):
        for step_id in offer.guide.steps:
            step = catalogue.steps[step_id]
            for target, touched in targets(catalogue, step, offer, home):
                children = concerned(step, touched, devices_around(home, offer, target), home)
                if children is not None:
                    item = found.setdefault(ItemKey(step_id, target), Found(step, offer.guide, children, []))
                    add_reason(item.reasons, reason_for(offer, target, children))
    return found


def concerned(step: Step, children: tuple[Child, ...], devices: frozenset[str], home: Home) -> tuple[Child, ...] | None:
    """Those of the children for whom a step is; None where it is for none of them."""

    def is_for(whom: str) -> bool:
        around = home.around[whom]
        return holds(step.when, replace(around, devices=devices) if step.when.devices else around)

    if not children:
        return () if is_for(NOBODY) else None
    return tuple(child for child in children if is_for(child.id)) or None


def add_reason(reasons: list[Reason], reason: Reason) -> None:
    """A reason that differs in its children only is said of all of them."""
    for place, other in enumerate(reasons):
        if (other.code, other.device, other.guide) == (reason.code, reason.device, reason.guide):
            reasons[place] = replace(other, children=tuple(dict.fromkeys(other.children + reason.children)))
            return
    reasons.append(reason)


def reason_for(offer: Offer, target: Target, children: tuple[Child, ...]) -> Reason:
    """The offer's reason, spoken of those whom the step is for."""
    reason = offer.reason
    if reason.code is ReasonCode.EVERY_HOME and target.kind is TargetKind.CHILD:
        return replace(reason, code=ReasonCode.EVERY_CHILD)
    if not reason.children:
        return reason
    ids = {child.id for child in children}
    mine = tuple(child for child in reason.children if child in ids)
    return replace(reason, children=mine or reason.children)


def offers(catalogue: Catalogue, home: Home) -> Iterator[Offer]:
    """Every guide that something in the home calls for; a guide of another release is passed over."""
    for offer in (*device_offers(catalogue, home), *connection_offers(catalogue, home), *app_offers(catalogue, home)):
        if (guide := fitting(catalogue, home, offer.guide)) is not None:
            yield replace(offer, guide=guide)
    for guide in catalogue.of_kind(GuideKind.HOME):
        yield Offer(guide, home.children, Reason(ReasonCode.EVERY_HOME, guide=guide.id))


def fitting(catalogue: Catalogue, home: Home, guide: Guide) -> Guide | None:
    """The guide itself in its own countries; elsewhere the general one for such a connection, and else none."""
    if not guide.countries or home.household.country in guide.countries:
        return guide
    general = catalogue.of_kind(guide.kind, guide.connection) if guide.kind is GuideKind.CONNECTION else ()
    return next((one for one in general if one.general), None)


def device_offers(catalogue: Catalogue, home: Home) -> Iterator[Offer]:
    for device in home.household.devices:
        users = home.household.users_of(device, home.today)
        if not users and home.household.children:
            continue
        for name, code in (
            (device.guide, ReasonCode.CHILD_USES_DEVICE if device.used_by else ReasonCode.DEVICE_AT_HOME),
            (device.mobile, ReasonCode.DEVICE_ON_NETWORK),
        ):
            if name in catalogue.guides:
                named = tuple(child.id for child in users) if code is ReasonCode.CHILD_USES_DEVICE else ()
                yield Offer(catalogue.guides[name], users, Reason(code, named, device.id, name), device=device.id)


def connection_offers(catalogue: Catalogue, home: Home) -> Iterator[Offer]:
    for connection in home.household.connections:
        if connection.guide in catalogue.guides:
            reason = Reason(ReasonCode.CONNECTION_AT_HOME, guide=connection.guide)
            yield Offer(catalogue.guides[connection.guide], home.children, reason, connection=connection.id)


def app_offers(catalogue: Catalogue, home: Home) -> Iterator[Offer]:
    for child in home.children:
        for app in home.household.apps_of(child.id):
            if app in catalogue.guides:
                reason = Reason(ReasonCode.CHILD_HAS_APP, (child.id,), guide=app)
                yield Offer(catalogue.guides[app], (child,), reason)


def targets(catalogue: Catalogue, step: Step, offer: Offer, home: Home) -> Iterator[tuple[Target, tuple[Child, ...]]]:
    """What a step is done for here, with the children it touches; nothing where the target does not exist."""
    match step.target:
        case TargetKind.ACCOUNT:
            service = catalogue.service_of(step.id)
            for child in offer.children:
                yield Target(TargetKind.ACCOUNT, child=child.id, service=service), (child,)
        case TargetKind.CHILD:
            for child in offer.children:
                yield Target(TargetKind.CHILD, child=child.id), (child,)
        case TargetKind.HOME:
            yield Target(TargetKind.HOME), home.children
        case TargetKind.CONNECTION if offer.connection:
            yield Target(TargetKind.CONNECTION, connection=offer.connection), offer.children
        case TargetKind.DEVICE | TargetKind.MOBILE if offer.device:
            yield Target(step.target, device=offer.device), offer.children
        case _:
            return


def devices_around(home: Home, offer: Offer, target: Target) -> frozenset[str]:
    """The guides of the devices that conditions are asked for: of the target's own, or of all at home."""
    return frozenset({home.household.device(offer.device).guide}) if target.device else home.around[NOBODY].devices
