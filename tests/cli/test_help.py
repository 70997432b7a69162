"""`familysafe help`: what to do and the right numbers, as the window says them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from familysafe.__main__ import main
from familysafe.app.preferences import keep_appearance
from familysafe.app.showing.help import contacts_view, help_view, situation_view
from familysafe.cli.help import Asked, help_lines
from familysafe.content.compile import written
from familysafe.content.compiled import Compiled, compiled_file
from familysafe.domain.guide import Confidence
from familysafe.domain.help_views import Contact
from familysafe.domain.service import Audience, Service, ServiceKind
from familysafe.domain.views import Appearance
from tests.builders import (
    TODAY,
    a_help_step,
    a_service,
    a_situation,
    content_of,
    help_step_words,
    service_words,
    small_content,
)

Out = pytest.CaptureFixture[str]
Say = Callable[..., str]
NATIONS = ("ENG", "SCT", "WLS", "NIR")
EVERYWHERE = ("gb-childline", "gb-desk", "gb-sct-line")


def happened() -> Compiled:
    """The small content's services and one for Scotland; somebody threatens, or a child has come alone."""
    return content_of(
        services=[
            *small_content().catalogue.services.values(),
            a_service("gb-desk", audience=Audience.ADULT, phone="0300 2222"),
            a_service("gb-sct-line", nations=("SCT",), phone="0800 3333", audience=Audience.ANYONE),
        ],
        situations=[
            a_situation("unsure", "unsure.tell"),
            a_situation("threatened", "threatened.tell", contacts={"GB": ("gb-999", *EVERYWHERE)}),
            a_situation("childs-door", "threatened.tell", contacts={"GB": EVERYWHERE}, child=True),
        ],
        help_steps=[
            a_help_step("threatened.tell", services=EVERYWHERE),
            a_help_step("unsure.tell", confidence=Confidence.TO_CONFIRM),
        ],
        words={
            "threatened.tell": help_step_words(
                "Tell somebody",
                say=("We do this together.",),
                not_to_say=("Why did you?",),
                never=("Never copy it.",),
                if_not=("Write it.",),
            )
        },
    )


@pytest.fixture
def say(shelf: Path, capsys: Out, tmp_path: Path) -> Say:
    """What `familysafe help` prints with these options about what has happened."""
    made = happened()
    compiled_file(shelf).write_bytes(written(made.digest, made.catalogue, made.phrasebook))

    def printed(*options: str) -> str:
        assert main(["--data-dir", str(tmp_path), "help", *options]) == 0
        return capsys.readouterr().out

    return printed


def refused(capsys: Out, *options: str) -> str:
    """What is said on one line when these options end with 2."""
    try:
        ended = main(["help", *options])
    except SystemExit as caught:
        ended = int(str(caught.code))
    assert ended == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    return told.err


def test_emergency_comes_first(shelf: Path, capsys: Out, tmp_path: Path) -> None:
    assert main(["--data-dir", str(tmp_path), "help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Help in United Kingdom (GB)\n")
    assert 0 < said.index("Pick up a phone: call 999") < said.index("Call: 999") < said.index("Call: 0800 1111")


def test_the_country_chosen_in_the_window_is_the_one(shelf: Path, capsys: Out, tmp_path: Path) -> None:
    keep_appearance(tmp_path, Appearance(help_country="IE"))
    assert main(["--data-dir", str(tmp_path), "help"]) == 0
    assert capsys.readouterr().out.startswith("No service in Ireland (IE) has been checked yet.\n")


def test_the_nation_chosen_in_the_window_is_the_one(say: Say, tmp_path: Path) -> None:
    keep_appearance(tmp_path, Appearance(help_country="GB", help_nation="SCT"))
    assert say().startswith("Help in Scotland, United Kingdom (GB-SCT)\n")


@pytest.mark.parametrize("nation", ["WLS", "gone"])
def test_a_nation_kept_from_before_that_has_no_services_is_passed_over(say: Say, tmp_path: Path, nation: str) -> None:
    keep_appearance(tmp_path, Appearance(help_country="GB", help_nation=nation))
    assert say().startswith("Help in United Kingdom (GB)\n")


def test_who_asks_for_a_country_is_not_held_to_the_nation_chosen_in_the_window(say: Say, tmp_path: Path) -> None:
    keep_appearance(tmp_path, Appearance(help_country="GB", help_nation="SCT"))
    assert say("--country", "GB").startswith("Help in United Kingdom (GB)\n")


@pytest.mark.parametrize("nation", ["SCT", "sct", " Sct ", "Scotland", " scotland"])
def test_a_nation_can_be_asked_for(say: Say, nation: str) -> None:
    said = say("--nation", nation)
    assert said.startswith("Help in Scotland, United Kingdom (GB-SCT)\n")
    assert "0800 3333" in said


def test_another_country_can_be_asked_for(shelf: Path, capsys: Out) -> None:
    assert main(["help", "--country", "de"]) == 0
    said = capsys.readouterr().out
    assert "Germany (DE)" in said
    assert "call the emergency number of your country" in said
    assert "0800" not in said


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--country", "UK"), "“UK” is not an ISO 3166 country code; the nearest is “GB”"),
        (("--nation", "SCO"), "GB has no nation “SCO” with services of its own (there are SCT); the nearest is “SCT”."),
        (
            ("--nation", "Scotlan"),
            "GB has no nation “Scotlan” with services of its own (there are SCT); the nearest is",
        ),
        (("--nation", "ZZ"), "GB has no nation “ZZ” with services of its own (there are SCT)."),
        (("--country", "IE", "--nation", "SCT"), "IE has no nation “SCT” with services of its own."),
        (("--situation", "Threatend"), "There is no situation “threatend”; the nearest is “threatened”."),
        (("--situation", "zzz"), "There is no situation “zzz”."),
    ],
)
def test_what_is_not_known_is_refused_with_the_nearest(
    say: Say, capsys: Out, options: tuple[str, ...], says: str
) -> None:
    assert says in refused(capsys, *options)


def test_situations_are_listed_to_choose_from(say: Say) -> None:
    said = say()
    assert re.search(r"^  threatened +Threatened$", said, re.MULTILINE)
    assert said.index("Threatened") < said.index("Childs-door")
    assert "Tell somebody" not in said


def test_a_situation_is_told_step_by_step_and_then_who_can_help(say: Say) -> None:
    said = say("--situation", " Threatened ")
    parts = (
        "Pick up a phone: call 999",
        "Someone threatens.",
        "1. Tell somebody",
        "- Sit down beside them.",
        "“We do this together.”",
        "Never: Never copy it.",
        "Better not: Why did you?",
        "Write it.",
        "→ gb-childline",
        "Who can help, most useful first",
        "Call: 999",
    )
    where = [said.index(part) for part in parts]
    assert where == sorted(where)
    assert "What has happened?" not in said


@pytest.mark.parametrize(("situation", "told"), [("unsure", True), ("threatened", False)])
def test_what_could_not_be_confirmed_says_so(say: Say, situation: str, told: bool) -> None:
    said = say("--situation", situation)
    assert ("We could not confirm all of this in an official source." in said) is told


@pytest.mark.parametrize("options", [(), ("--situation", "threatened")], ids=["all", "one"])
def test_what_leaves_traces_is_said_once_and_as_it_is_in_a_terminal(say: Say, options: tuple[str, ...]) -> None:
    said = " ".join(say(*options).split())
    assert said.count("This app saves nothing here. The terminal may remember what you typed.") == 1
    assert said.count("own call list still shows the calls") == 1


def test_a_child_gets_only_whom_a_child_can_turn_to(say: Say) -> None:
    for options in ((), ("--situation", "threatened")):
        assert "0300 2222" in say(*options)
        child = say(*options, "--child")
        assert "0300 2222" not in child
        assert "0800 1111" in child
        assert "call 999" in child


def test_the_child_s_door_names_nobody_for_adults_only(say: Say) -> None:
    said = say("--situation", "childs-door")
    assert "0800 1111" in said
    assert "0300 2222" not in said


def test_a_country_without_services_gets_the_international_ones() -> None:
    content = content_of(services=[a_service("int-portal", country="INT", web="https://example.org/")])
    said = list(help_lines(content, Asked("DE"), TODAY))
    assert said[0] == "No service in Germany (DE) has been checked yet."
    assert "  Web: https://example.org/" in said
    assert said.index("In every country") < said.index("int-portal")


def told_of(service: Service, **words: object) -> str:
    content = content_of(services=[service], words={service.id: service_words("Somebody", **words)})
    return " ".join(" ".join(help_lines(content, Asked("GB"), TODAY)).split())


def test_a_service_says_all_that_is_known_of_it() -> None:
    service = a_service(
        "gb-x", text="85258", nations=("ENG", "WLS", "XXX"), confidence=Confidence.TO_CONFIRM, kind=ServiceKind.CRISIS
    )
    said = told_of(service, hours="Always", cost="Free", access=("By post.",))
    for part in ("In a crisis", "Somebody", "Text: 85258", "Always", "Free", "By post.", "England, Wales, XXX"):
        assert part in said
    assert "to be confirmed" in said
    assert "checked on 1 November 2026" in said


@pytest.mark.parametrize(
    ("audience", "whom"),
    [
        (Audience.ADULT, "for adults"),
        (Audience.CHILD, "for children and young people"),
        (Audience.ANYONE, "for anyone"),
    ],
)
def test_a_service_says_for_whom_it_is(audience: Audience, whom: str) -> None:
    assert f"{whom} · checked on" in told_of(a_service(audience=audience))


def test_what_nobody_has_checked_for_a_year_says_so() -> None:
    assert "that is more than a year ago" in told_of(a_service(checked=TODAY.replace(year=2025, month=10)))
    assert "a year ago" not in told_of(a_service())


def test_a_sentence_that_says_what_to_text_stands_as_it_is() -> None:
    said = told_of(a_service(text="Text HOME to 741741"))
    assert "Text HOME to 741741" in said
    assert "Text: Text" not in said


def shown(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


def told(said: str, lines: tuple[str, ...]) -> list[str]:
    """Those lines that are not to be found in what was said."""
    return [line for line in lines if " ".join(line.split()) not in said]


def parts_of(contact: Contact) -> tuple[str, ...]:
    return (contact.name, contact.phone, contact.text, contact.web, contact.hours, contact.cost)


@pytest.mark.parametrize("region", ["GB", *(f"GB-{nation}" for nation in NATIONS), "AU", "FR"])
def test_the_terminal_says_what_the_window_says(content: Compiled, region: str) -> None:
    """Every tile, screen and contact of the real content."""
    start = shown(list(help_lines(content, Asked(region), TODAY)))
    view = help_view(content, region)
    assert told(start, (*(one.title for one in view.situations), *view.danger.ways, view.danger.number)) == []
    for tile in view.situations:
        said = shown(list(help_lines(content, Asked(region, tile.id), TODAY)))
        walk = situation_view(content, tile.id, region, TODAY)
        assert walk is not None
        for screen in walk.screens:
            lines = (screen.title, *screen.do, *screen.say, *screen.not_to_say, *screen.never, *screen.if_not)
            assert told(said, lines) == []
            assert told(said, tuple(part for one in screen.contacts for part in parts_of(one)[:4])) == []
        found = contacts_view(content, region, TODAY, tile.id).contacts
        assert told(said, tuple(part for one in found for part in (*parts_of(one), *one.does, *one.access))) == []


def test_a_number_is_never_broken_across_lines(content: Compiled) -> None:
    for situation in content.catalogue.situations:
        lines = set(help_lines(content, Asked("GB", situation), TODAY))
        walk = situation_view(content, situation, "GB", TODAY)
        assert walk is not None
        numbers = {one.phone for screen in walk.screens for one in screen.contacts if one.phone}
        assert [number for number in numbers if f"    Call: {number}" not in lines] == []
