"""What families read when something has happened: wherever they are, there is somebody to turn to and a next step."""

import re
from collections.abc import Iterator

import pytest

from familysafe.app.showing.help import contacts_view, help_view, situation_view
from familysafe.content.compiled import Compiled
from familysafe.content.stats import stats_of
from familysafe.domain.help_views import Contact, HelpScreen, SituationView
from familysafe.domain.service import ServiceKind
from tests.builders import TODAY

COUNTRIES = ("GB", "IE", "US", "CA", "AU", "NZ")
NATIONS = ("GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR")
# France stands for every country without services of its own.
REGIONS = (*COUNTRIES, *NATIONS, "FR")
PICTURES = ("threatened", "picture-shared", "fake-picture")
QUIET = "inside-home"
DOOR = "childs-door"
DOMESTIC_ABUSE = {
    "GB-ENG": "gb-eng-national-da-helpline",
    "GB-SCT": "gb-sct-domestic-abuse-helpline",
    "GB-WLS": "gb-wls-live-fear-free",
    "GB-NIR": "gb-nir-dsa-helpline",
    "IE": "ie-womens-aid",
    "US": "us-ndvh",
    "CA": "ca-sheltersafe",
    "AU": "au-1800respect",
    "NZ": "nz-womens-refuge",
}

BELOW = re.compile(r"\bbelow\b|\b(?:on|in) the list\b")
ASKING = (
    "threatened.danger",
    "unwanted-contact.danger",
    "inside-home.danger",
    "may-have-hurt.danger",
    "self-harm.danger",
    "too-close.danger",
    "dare.danger",
    "friend-in-trouble.danger",
    "saw-something.how",
    "childs-door.safe-now",
)


def walk(content: Compiled, situation: str, region: str) -> SituationView:
    view = situation_view(content, situation, region, TODAY)
    assert view is not None
    return view


def walks(content: Compiled) -> Iterator[SituationView]:
    """Every situation in every region."""
    for region in REGIONS:
        for situation in content.catalogue.situations:
            yield walk(content, situation, region)


def kinds(view: SituationView) -> list[str]:
    return [screen.kind for screen in view.screens]


def ids(contacts: tuple[Contact, ...]) -> list[str]:
    return [one.id for one in contacts]


def can_be_reached(contact: Contact) -> bool:
    return bool(contact.phone or contact.text or contact.web)


def can_be_turned_to(contact: Contact) -> bool:
    """A form that takes a picture down counts only beside somebody else."""
    return can_be_reached(contact) and contact.kind != ServiceKind.REMOVAL.value


@pytest.mark.parametrize("child", [False, True], ids=["adult", "child"])
@pytest.mark.parametrize("region", REGIONS)
def test_every_situation_has_somebody_who_fits_and_can_be_reached(content: Compiled, region: str, child: bool) -> None:
    def fits(contact: Contact) -> bool:
        return can_be_turned_to(contact) and (contact.for_children if child else contact.for_adults)

    lonely = [
        own
        for own in content.catalogue.situations
        if not any(map(fits, contacts_view(content, region, TODAY, own).contacts))
    ]
    assert lonely == []


@pytest.mark.parametrize("region", REGIONS)
def test_every_walk_passes_somebody_and_ends_in_something_to_do(content: Compiled, region: str) -> None:
    for situation in content.catalogue.situations:
        view = walk(content, situation, region)
        met = [one for screen in view.screens for one in screen.contacts if can_be_turned_to(one)]
        assert met, f"{situation} in {region} passes nobody"
        assert not view.child or all(one.for_children for one in met)
        empty = [screen.id for screen in view.screens if not screen.title or not screen.do]
        assert empty == [], f"{situation} in {region}"


def test_all_whom_a_situation_names_for_a_country_are_shown(content: Compiled) -> None:
    for country in (*COUNTRIES, "DE"):
        for one in content.catalogue.situations.values():
            shown = ids(contacts_view(content, country, TODAY, one.id).contacts)
            named = [content.catalogue.services[own] for own in one.contacts_for(country)]
            assert shown == [service.id for service in named if one.may_name(service)], f"{one.id} in {country}"


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_situation_names_its_contacts_in_every_country_itself(content: Compiled, country: str) -> None:
    situations = content.catalogue.situations.values()
    assert [one.id for one in situations if not one.contacts.get(country)] == []


def test_nobody_is_sent_to_a_service_of_another_place(content: Compiled) -> None:
    for view in walks(content):
        country, _, nation = view.region.partition("-")
        for one in (*contacts_view(content, view.region, TODAY, view.id).contacts, *every_contact(view)):
            service = content.catalogue.services[one.id]
            assert service.country in {country, "INT"}, f"{one.id} in {view.region}"
            assert not nation or not service.nations or nation in service.nations, f"{one.id} in {view.region}"


def every_contact(view: SituationView) -> list[Contact]:
    return [one for screen in view.screens for one in screen.contacts]


@pytest.mark.parametrize(
    ("country", "number"),
    [("GB", "999"), ("IE", "112 or 999"), ("US", "911"), ("CA", "911"), ("AU", "000"), ("NZ", "111"), ("FR", "")],
)
def test_in_danger_the_right_number_is_shown(content: Compiled, country: str, number: str) -> None:
    shown = help_view(content, country).danger
    assert shown.number == number
    assert len(shown.questions) >= 4


def test_the_walk_of_somebody_threatened_in_britain_holds_in_its_order(content: Compiled) -> None:
    for region in ("GB", *NATIONS):
        view = walk(content, "threatened", region)
        by_kind: dict[str, HelpScreen] = {screen.kind: screen for screen in view.screens}
        assert kinds(view)[:10] == [
            "words",
            "stay",
            "danger",
            "stop",
            "note",
            "report",
            "block",
            "remove",
            "talk",
            "next-days",
        ]
        assert {"gb-101", "gb-ceop"} <= set(ids(by_kind["report"].contacts))
        assert "gb-report-remove" in ids(by_kind["remove"].contacts)
        assert {"gb-nspcc-helpline", "gb-childline"} <= set(ids(by_kind["talk"].contacts))
        assert "999" in " ".join(by_kind["danger"].do)


@pytest.mark.parametrize("situation", PICTURES)
def test_straight_after_the_first_words_somebody_stays_with_the_child(content: Compiled, situation: str) -> None:
    for region in REGIONS:
        view = walk(content, situation, region)
        assert kinds(view)[:2] == ["words", "stay"], f"{situation} in {region}"
        assert view.screens[0].say
        assert "feel safe with themselves" in " ".join(view.screens[1].do)


def test_notes_are_made_before_anybody_is_blocked(content: Compiled) -> None:
    both = [kinds(view) for view in walks(content) if {"note", "block"} <= set(kinds(view))]
    assert both
    assert [order for order in both if order.index("note") > order.index("block")] == []


def test_inside_our_home_nothing_is_kept(content: Compiled) -> None:
    for region in REGIONS:
        view = walk(content, QUIET, region)
        assert view.quiet
        assert "note" not in kinds(view)
        assert (view.plan, view.cards) == ((), ())


def test_inside_our_home_begins_with_another_phone(content: Compiled) -> None:
    for region in REGIONS:
        assert walk(content, QUIET, region).screens[0].do[0] == "If they use this computer, use another phone."


def test_before_any_setting_is_changed_it_is_said_that_it_may_be_noticed(content: Compiled) -> None:
    for region in REGIONS:
        screens = [screen for screen in walk(content, QUIET, region).screens if "setting" in screen.title]
        assert any("may be noticed" in line for screen in screens for line in screen.do), region
    assert "settings" not in kinds(walk(content, QUIET, "GB"))


@pytest.mark.parametrize("region", DOMESTIC_ABUSE)
def test_inside_our_home_names_domestic_abuse_services_of_the_place(content: Compiled, region: str) -> None:
    service = DOMESTIC_ABUSE[region]
    assert service in ids(contacts_view(content, region, TODAY, QUIET).contacts)
    assert service in [one.id for one in every_contact(walk(content, QUIET, region))]
    others = set(DOMESTIC_ABUSE.values()) - {service}
    assert not others & set(ids(contacts_view(content, region, TODAY, QUIET).contacts))


def test_only_the_worry_inside_our_home_is_quiet_and_only_one_door_is_the_child_s(content: Compiled) -> None:
    situations = content.catalogue.situations.values()
    assert [one.id for one in situations if one.quiet] == [QUIET]
    assert [one.id for one in situations if one.child] == [DOOR]
    assert "note" not in kinds(walk(content, DOOR, "GB"))


def test_whoever_is_pointed_to_a_contact_below_finds_one_there(content: Compiled) -> None:
    for view in (*walks(content), *(walk(content, own, "DE") for own in content.catalogue.situations)):
        for screen in view.screens:
            pointing = [line for line in (*screen.do, *screen.if_not) if BELOW.search(line)]
            assert not pointing or screen.contacts, f"{screen.id} in {view.region}: {pointing}"


def test_in_danger_every_way_to_the_emergency_services_of_a_place_is_beside_the_question(content: Compiled) -> None:
    for country in COUNTRIES:
        ways = {one.id for one in contacts_view(content, country, TODAY).contacts if one.kind == "emergency"}
        for own in ASKING:
            assert ways <= set(content.catalogue.help_steps[own].services), f"{own} in {country}"


def test_a_bullied_child_finds_a_screen_and_somebody_in_every_region(content: Compiled) -> None:
    for region in REGIONS:
        (found,) = [screen for screen in walk(content, DOOR, region).screens if "bullies" in screen.title]
        assert [one for one in found.contacts if can_be_turned_to(one)], region
        assert found.say


@pytest.mark.parametrize("region", ["GB-SCT", "GB-WLS", "GB-NIR"])
def test_a_child_hurt_at_home_is_shown_the_line_of_the_nation_that_is_for_any_age(
    content: Compiled, region: str
) -> None:
    (at_home,) = [screen for screen in walk(content, DOOR, region).screens if screen.id == "childs-door.at-home"]
    assert DOMESTIC_ABUSE[region] in ids(at_home.contacts)
    assert DOMESTIC_ABUSE[region] in ids(contacts_view(content, region, TODAY, DOOR).contacts)


def test_nobody_is_told_to_ask_about_suicide_after_a_clip_about_something_else(content: Compiled) -> None:
    for region in REGIONS:
        (asks,) = [one for one in walk(content, "saw-something", region).screens if "self-harm" in one.title]
        assert asks.do[0].startswith("If it was about something else, go on")


def test_links_are_secure(content: Compiled) -> None:
    services = content.catalogue.services.values()
    assert [one.id for one in services if one.web and not one.web.startswith("https://")] == []


def test_there_is_enough_of_it(content: Compiled) -> None:
    counts = stats_of(content.catalogue, content.phrasebook)
    assert counts.situations >= 16
    assert counts.services >= 90
    assert counts.countries == tuple(sorted(COUNTRIES))
    shown = {one.id for region in REGIONS for one in contacts_view(content, region, TODAY).contacts}
    assert len({own for own in shown if reachable(content, own)}) >= 90


def reachable(content: Compiled, own: str) -> bool:
    service = content.catalogue.services[own]
    return bool(service.phone or service.text or service.web)
