"""What a guide page and a step page show."""

from collections.abc import Sequence

from familysafe.app.showing.cards import notes_open
from familysafe.app.showing.progress import filed, group, group_title, groups
from familysafe.app.showing.rows import Showing, group_id
from familysafe.domain.guide import Confidence
from familysafe.domain.household import AgeBand
from familysafe.domain.phrasebook import ANY_SYSTEM, Lines, StepWords, lines_in
from familysafe.domain.plan import PlanItem
from familysafe.domain.target import ItemKey
from familysafe.domain.views import Explain, GuideView, MenuPath, SetUpView, StepView
from familysafe.output.qr import qr_rows
from familysafe.words.labels import WHO
from familysafe.words.reasons import reasons_of

PRESENT_FROM = AgeBand.FROM_11.first_age


def set_up_view(showing: Showing) -> SetUpView:
    """The whole plan, grouped."""
    children = tuple((child.id, showing.names.child(child.id)) for child in showing.household.children)
    open_minutes = sum(item.minutes for item in showing.snapshot.plan.items if not item.is_settled)
    return SetUpView(groups(showing), children, open_minutes)


def guide_view(showing: Showing, name: str) -> GuideView | None:
    """One group of the plan with its guide's own words; None when it has left the plan."""
    items = filed(showing).get(name)
    if items is None:
        return None
    found = group(showing, name, items)
    guide, words = showing.catalogue.guides[found.guide], showing.book.guides[found.guide]
    country = showing.household.country
    return GuideView(
        id=name,
        title=found.title,
        icon=guide.icon,
        about=showing.names.lines(words.about, items[0]),
        room=showing.names.lines(words.room, items[0]),
        limits=showing.names.lines(words.limits, items[0]),
        birthdays=tuple((age, " ".join(lines_in(words.birthdays[str(age)], country))) for age in guide.birthdays),
        minimum_age=guide.minimum_age,
        rows=found.rows,
    )


def step_view(showing: Showing, key: ItemKey, pick: Sequence[ItemKey] = ()) -> StepView | None:
    """All of one step, and which one follows in its guide, or in the pick it was opened from; None when it has left
    the plan.
    """
    item = showing.snapshot.plan.item(key)
    if item is None:
        return None
    step, words = showing.catalogue.steps[key.step], showing.book.steps[key.step]
    own_group = group_id(item)
    items = filed(showing)[own_group]
    number = next(place for place, other in enumerate(items) if other.key == key)
    names = showing.names
    paths = menu_paths(showing, item, words)
    explain = explain_lines(showing, item, words)
    return StepView(
        row=showing.row(item),
        guide_title=group_title(showing, own_group, items),
        number=number + 1,
        count=len(items),
        children=names.children(item.children),
        who=WHO[step.who](),
        reasons=reasons_of(item, names, showing.today),
        paths=paths,
        chosen_path=chosen_path(showing, item, paths),
        explain=explain,
        chosen_explain=chosen_explain(showing, item, explain),
        official=step.official,
        maker=host_of(step.official),
        qr=qr_rows(step.official),
        checked=step.checked,
        to_confirm=step.confidence is Confidence.TO_CONFIRM,
        asks_child_there=asks_child_there(showing, item),
        notes_open=notes_open(showing, item.children),
        previous=neighbour(items, number - 1),
        following=next_picked(showing, key, pick) if key in pick else neighbour(items, number + 1),
        picked=key in pick,
        throw_away=showing.snapshot.throw_away,
        **{field: names.lines(lines, item) for field, lines in lines_of(words).items()},
    )


def lines_of(words: StepWords) -> dict[str, Lines]:
    """The sentences of a step under the names that its page gives them."""
    around = words.way_round
    return {
        "careful": words.careful,
        "do": words.do,
        "trap": words.trap,
        "attempt": words.test.attempt,
        "expect": words.test.expect,
        "if_fails": words.test.if_fails,
        "still_reachable": words.still_reachable,
        "way_round": around.what if around else (),
        "counter_check": around.counter_check if around else (),
        "limits": words.limits,
    }


def neighbour(items: list[PlanItem], number: int) -> ItemKey | None:
    return items[number].key if 0 <= number < len(items) else None


def next_picked(showing: Showing, key: ItemKey, pick: Sequence[ItemKey]) -> ItemKey | None:
    """The next one of a pick that is still to do."""
    plan = showing.snapshot.plan
    after = (plan.item(other) for other in pick[pick.index(key) + 1 :])
    return next((item.key for item in after if item is not None and not item.is_settled), None)


def menu_paths(showing: Showing, item: PlanItem, words: StepWords) -> tuple[MenuPath, ...]:
    """One path for each system of the guide that has one of its own, else the one for any."""
    names = showing.book.guides[item.guide].systems
    own = tuple(
        MenuPath(system, names.get(system, ""), words.where[system])
        for system in showing.catalogue.guides[item.guide].systems
        if system in words.where
    )
    filled = own or (MenuPath(ANY_SYSTEM, "", words.path_for(None)),)
    return tuple(
        MenuPath(path.system, path.name, tuple(showing.names.fill(label, item) for label in path.labels))
        for path in filled
    )


def chosen_path(showing: Showing, item: PlanItem, paths: tuple[MenuPath, ...]) -> int:
    """The path of the system that the device says it has, or that is at home; the newest otherwise."""
    device = next((one for one in showing.household.devices if one.id == item.target.device), None)
    at_home = showing.catalogue.guides[item.guide].system_among(showing.household.guides_of_devices())
    system = device.system if device else at_home
    return next((place for place, path in enumerate(paths) if path.system == system), 0)


def explain_lines(showing: Showing, item: PlanItem, words: StepWords) -> tuple[Explain, ...]:
    """What to say, youngest first."""
    bands = sorted(words.explain, key=lambda band: band.first_age)
    return tuple(Explain(band, " ".join(showing.names.lines(words.explain[band], item))) for band in bands)


def chosen_explain(showing: Showing, item: PlanItem, explain: tuple[Explain, ...]) -> int:
    """The line written nearest to the age of the child it is for (the youngest of several)."""
    children = [showing.household.child(child) for child in item.children]
    ages = sorted(band.first_age for child in children if (band := child.band_on(showing.today)) is not None)
    if not ages or not explain:
        return 0
    return min(range(len(explain)), key=lambda place: abs(explain[place].band.first_age - ages[0]))


def asks_child_there(showing: Showing, item: PlanItem) -> bool:
    """From 11 on, tested means that the child was there."""
    bands = (showing.household.child(child).band_on(showing.today) for child in item.children)
    return any(band is not None and band.first_age >= PRESENT_FROM for band in bands)


def host_of(url: str) -> str:
    """`support.apple.com`."""
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")
