"""What has happened, the calm steps that follow, and who can be contacted, region by region."""

from datetime import timedelta

import pytest

from familysafe.app.showing.help import contacts_view, help_view, situation_view
from familysafe.content.compiled import Compiled
from familysafe.domain.guide import Confidence
from familysafe.domain.help_views import Contact, HelpScreen, SituationView
from familysafe.domain.phrasebook import Local
from familysafe.domain.service import Audience, ServiceKind
from familysafe.domain.situation import HelpStepKind
from tests.builders import (
    CHECKED,
    TODAY,
    a_help_step,
    a_service,
    a_situation,
    content_of,
    help_step_words,
    service_words,
    situation_words,
)

EMERGENCY = ServiceKind.EMERGENCY
IN_BRITAIN = Local("In Britain.", ("GB",))
CONTENT = content_of(
    services=[
        a_service("gb-line", phone="0800 1111"),
        a_service("gb-police", kind=EMERGENCY, audience=Audience.ADULT, phone="999"),
        a_service("gb-text", kind=EMERGENCY, audience=Audience.ANYONE, text="999", order=101),
        a_service("gb-first", kind=ServiceKind.ADVICE, audience=Audience.ANYONE, order=1),
        a_service("gb-wales", nations=("WLS",)),
        a_service("gb-north", nations=("SCT", "NIR"), order=200),
        a_service("ie-line", country="IE"),
        a_service("world", country="INT", audience=Audience.ANYONE),
    ],
    situations=[
        a_situation("door", "threatened.note", order=1, child=True, contacts={"GB": ("gb-police", "gb-line")}),
        a_situation("lost", "lost.first-words", order=30, small=True),
        a_situation(
            "threatened",
            "threatened.danger",
            "threatened.note",
            "threatened.report",
            order=10,
            contacts={"GB": ("gb-wales", "gb-police", "gb-line"), "INT": ("world",)},
            steps_in={"AU": ("threatened.report", "threatened.note")},
            plan=("roblox.chat",),
            cards=("trust.tea",),
        ),
        a_situation("home", "threatened.danger", order=20, quiet=True),
    ],
    help_steps=[
        a_help_step("lost.first-words"),
        a_help_step("threatened.danger", kind=HelpStepKind.DANGER),
        a_help_step(
            "threatened.note",
            kind=HelpStepKind.NOTE,
            services=("gb-line", "gb-police", "gb-wales", "ie-line", "world"),
            confidence=Confidence.TO_CONFIRM,
        ),
        a_help_step("threatened.report", kind=HelpStepKind.REPORT, countries=("GB", "AU")),
    ],
    words={
        "gb-line": service_words(
            "The Line",
            does=("They listen.", Local("In Ireland.", ("IE",))),
            hours="always",
            cost="free",
            access=("By post.", IN_BRITAIN, Local("In Wales.", ("GB-WLS",))),
        ),
        "gb-police": service_words("Police", access=("Press 55 when asked.", Local("In Cork.", ("IE",)))),
        "gb-text": service_words("Police by text", access=("Register first.",)),
        "threatened": situation_words("Threatened", about=("Someone threatens.", IN_BRITAIN)),
        "threatened.danger": help_step_words("In danger?", do=("Is anyone missing?", Local("Call 999.", ("GB",)))),
        "threatened.note": help_step_words(
            "Write it down",
            do=("Who.", IN_BRITAIN),
            say=("We stop here.", IN_BRITAIN),
            not_to_say=("Why did you?", IN_BRITAIN),
            never=("Never copy it.", IN_BRITAIN),
            if_not=("From memory.", IN_BRITAIN),
        ),
    },
)


def ids(contacts: tuple[Contact, ...]) -> list[str]:
    return [one.id for one in contacts]


def walk(situation: str, region: str = "GB") -> SituationView:
    view = situation_view(CONTENT, situation, region, TODAY)
    assert view is not None
    return view


def note(situation: str = "threatened", region: str = "GB") -> HelpScreen:
    return next(screen for screen in walk(situation, region).screens if screen.id == "threatened.note")


def test_situations_stand_in_the_authors_order_with_the_child_s_door_last() -> None:
    tiles = help_view(CONTENT, "GB").situations
    assert [one.id for one in tiles] == ["threatened", "home", "lost", "door"]
    assert [(one.small, one.child) for one in tiles] == [(False, False), (False, False), (True, False), (False, True)]


def test_a_tile_says_what_it_is_about_where_it_is_read() -> None:
    assert help_view(CONTENT, "GB").situations[0].about == "Someone threatens. In Britain."
    assert help_view(CONTENT, "IE").situations[0].about == "Someone threatens."


def test_nations_to_choose_are_those_with_services_of_their_own() -> None:
    assert help_view(CONTENT, "GB-WLS").nations == ("WLS", "SCT", "NIR")
    assert help_view(CONTENT, "IE").nations == ()
    assert contacts_view(CONTENT, "GB-WLS", TODAY).nations == ("WLS", "SCT", "NIR")
    assert contacts_view(CONTENT, "GB", TODAY, "threatened").nations == ("WLS", "SCT", "NIR")


@pytest.mark.parametrize(("region", "number"), [("GB", "999"), ("GB-SCT", "999"), ("IE", ""), ("FR", "")])
def test_an_emergency_number_is_shown_only_where_one_was_checked(region: str, number: str) -> None:
    assert help_view(CONTENT, region).danger.number == number
    assert walk("threatened", region).number == number


def test_silent_ways_are_those_of_the_number_that_is_shown() -> None:
    assert help_view(CONTENT, "GB").danger.ways[0] == "Press 55 when asked."
    assert help_view(CONTENT, "FR").danger.ways == ()


@pytest.mark.parametrize(
    ("service", "name", "access", "says"),
    [
        ({"text": "111 (register first)"}, "111 TXT", ("Write where you are.",), "111 TXT: text 111 (register first)"),
        ({"text": "999 (register)"}, "emergencySMS: text 999", (), "emergencySMS: text 999 (register)"),
        ({"text": "Text HELP to 123"}, "By text", (), "By text: Text HELP to 123"),
        ({"phone": "106"}, "Textphone: 106", (), "Textphone: 106"),
        ({"web": "https://example.org/"}, "Text with 9-1-1", ("Register.", "Call."), "Text with 9-1-1: Register."),
        ({"web": "https://example.org/"}, "On the web", (), "On the web: https://example.org/"),
    ],
)
def test_each_further_way_to_the_emergency_services_is_one_line(
    service: dict[str, str], name: str, access: tuple[str, ...], says: str
) -> None:
    first = a_service("gb-police", kind=EMERGENCY, phone="999", order=1)
    own = {"phone": "", "text": "", "web": "", **service}
    content = content_of(
        services=[first, a_service("gb-other", kind=EMERGENCY, order=2, **own)],
        words={
            "gb-police": service_words("Police", access=("Press 55.", "Sign.")),
            "gb-other": service_words(name, access=access),
        },
    )
    assert help_view(content, "GB").danger.ways == ("Press 55.", "Sign.", says)


def test_every_country_with_a_further_way_to_its_emergency_services_names_it_beside_the_number(
    content: Compiled,
) -> None:
    further = {"GB": "emergencySMS", "IE": "112", "US": "911", "CA": "9-1-1", "AU": "Relay", "NZ": "111 TXT"}
    found = {country: help_view(content, country).danger.ways for country in further}
    assert {country for country, way in found.items() if further[country] not in " ".join(way)} == set()


def test_who_is_not_sure_is_asked_the_questions_of_the_region() -> None:
    assert help_view(CONTENT, "GB-ENG").danger.questions == ("Is anyone missing?", "Call 999.")
    assert help_view(CONTENT, "FR").danger.questions == ("Is anyone missing?",)


def test_content_without_the_questions_asks_none() -> None:
    assert help_view(content_of(), "GB").danger.questions == ()


def test_what_an_author_put_first_comes_first_then_the_most_urgent_and_the_world_last() -> None:
    found = contacts_view(CONTENT, "GB", TODAY)
    assert ids(found.contacts) == ["gb-first", "gb-police", "gb-line", "gb-wales", "gb-text", "gb-north", "world"]
    assert (found.title, found.child) == ("", False)


@pytest.mark.parametrize(
    ("region", "own"),
    [("GB", {"gb-wales", "gb-north"}), ("GB-WLS", {"gb-wales"}), ("GB-NIR", {"gb-north"}), ("GB-ENG", set())],
)
def test_a_nation_leaves_out_the_services_of_the_others(region: str, own: set[str]) -> None:
    assert {"gb-wales", "gb-north"} & set(ids(contacts_view(CONTENT, region, TODAY).contacts)) == own


def test_a_country_without_services_has_the_international_ones() -> None:
    assert ids(contacts_view(CONTENT, "FR", TODAY).contacts) == ["world"]


def test_a_situation_names_its_own_contacts_in_its_own_order() -> None:
    found = contacts_view(CONTENT, "GB", TODAY, "threatened")
    assert ids(found.contacts) == ["gb-wales", "gb-police", "gb-line"]
    assert found.title == "Threatened"


def test_a_situation_leaves_out_the_contacts_of_another_nation() -> None:
    assert ids(contacts_view(CONTENT, "GB-SCT", TODAY, "threatened").contacts) == ["gb-police", "gb-line"]
    assert ids(contacts_view(CONTENT, "IE", TODAY, "threatened").contacts) == ["world"]


def test_a_situation_that_is_not_known_has_every_contact() -> None:
    assert contacts_view(CONTENT, "GB", TODAY, "gone") == contacts_view(CONTENT, "GB", TODAY)


def test_the_child_s_door_names_only_whom_a_child_can_turn_to() -> None:
    found = contacts_view(CONTENT, "GB", TODAY, "door")
    assert (ids(found.contacts), found.child) == (["gb-line"], True)
    assert ids(note("door").contacts) == ["gb-line", "gb-wales", "world"]


def test_a_fallback_stands_among_the_contacts_that_name_it_and_on_a_screen_where_nobody_better_does() -> None:
    listed = ("gb-desk", "int-list")
    content = content_of(
        services=[
            a_service("gb-desk", audience=Audience.ADULT),
            a_service("int-list", country="INT", audience=Audience.ANYONE, fallback=True),
        ],
        situations=[
            a_situation("scam", "scam.tell", contacts={"GB": listed, "INT": ("int-list",)}),
            a_situation("door", "scam.tell", contacts={"GB": listed}, child=True),
        ],
        help_steps=[a_help_step("scam.tell", services=listed)],
    )

    def found(situation: str, region: str) -> list[list[str]]:
        view = situation_view(content, situation, region, TODAY)
        assert view is not None
        return [ids(contacts_view(content, region, TODAY, situation).contacts), ids(view.screens[0].contacts)]

    assert found("scam", "GB") == [["gb-desk", "int-list"], ["gb-desk"]]
    assert found("scam", "FR") == [["int-list"]] * 2
    assert found("door", "GB") == [["int-list"]] * 2


def test_a_contact_says_what_is_known_of_it_in_its_region() -> None:
    line = next(one for one in contacts_view(CONTENT, "GB-WLS", TODAY).contacts if one.id == "gb-line")
    assert (line.name, line.does, line.phone, line.hours, line.cost) == (
        "The Line",
        ("They listen.",),
        "0800 1111",
        "always",
        "free",
    )
    assert line.access == ("By post.", "In Britain.", "In Wales.")
    assert (line.checked, line.kind, line.nations) == (CHECKED, "helpline", ())


@pytest.mark.parametrize(
    ("audience", "whom"),
    [(Audience.CHILD, (True, False)), (Audience.ADULT, (False, True)), (Audience.ANYONE, (True, True))],
)
def test_a_contact_says_for_whom_it_is_and_one_for_anyone_is_for_both(
    audience: Audience, whom: tuple[bool, bool]
) -> None:
    (only,) = contacts_view(content_of(services=[a_service(audience=audience)]), "GB", TODAY).contacts
    assert (only.for_children, only.for_adults) == whom


@pytest.mark.parametrize(("days", "old"), [(0, False), (365, False), (366, True)])
def test_what_nobody_has_checked_for_a_year_is_old(days: int, old: bool) -> None:
    (only,) = contacts_view(content_of(services=[a_service()]), "GB", CHECKED + timedelta(days=days)).contacts
    assert only.old is old


@pytest.mark.parametrize("confidence", Confidence)
def test_what_is_not_confirmed_says_so(confidence: Confidence) -> None:
    unsure = confidence is Confidence.TO_CONFIRM
    (only,) = contacts_view(content_of(services=[a_service(confidence=confidence)]), "GB", TODAY).contacts
    assert only.to_confirm is unsure


def test_a_situation_that_is_not_known_has_no_walk() -> None:
    assert situation_view(CONTENT, "gone", "GB", TODAY) is None


@pytest.mark.parametrize(
    ("region", "steps"),
    [
        ("GB-SCT", ["danger", "note", "report"]),
        ("AU", ["report", "note"]),
        ("IE", ["danger", "note"]),
    ],
)
def test_a_walk_follows_the_guidance_of_the_region(region: str, steps: list[str]) -> None:
    assert [screen.kind for screen in walk("threatened", region).screens] == steps


def test_a_walk_says_whether_it_is_quiet_and_what_helps_afterwards() -> None:
    threatened = walk("threatened")
    assert (threatened.quiet, threatened.child, threatened.plan, threatened.cards) == (
        False,
        False,
        ("roblox.chat",),
        ("trust.tea",),
    )
    assert (walk("home").quiet, walk("door").child) == (True, True)
    assert (threatened.title, threatened.about) == ("Threatened", "Someone threatens. In Britain.")


def test_every_line_of_a_screen_is_true_where_it_is_read() -> None:
    here, away = note(), note(region="FR")
    groups = ("do", "say", "not_to_say", "never", "if_not")
    assert [getattr(here, name)[1:] for name in groups] == [("In Britain.",)] * len(groups)
    assert [getattr(away, name) for name in groups] == [
        ("Who.",),
        ("We stop here.",),
        ("Why did you?",),
        ("Never copy it.",),
        ("From memory.",),
    ]


def test_a_screen_has_its_services_of_the_region_in_the_authors_order() -> None:
    assert ids(note().contacts) == ["gb-line", "gb-police", "gb-wales", "world"]
    assert ids(note(region="GB-SCT").contacts) == ["gb-line", "gb-police", "world"]
    assert ids(note(region="IE").contacts) == ["ie-line", "world"]


def test_a_screen_says_when_it_was_checked_and_whether_it_is_sure() -> None:
    sure = walk("threatened").screens[0]
    assert (sure.checked, sure.to_confirm, note().to_confirm) == (CHECKED, False, True)
