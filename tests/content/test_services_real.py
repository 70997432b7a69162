"""Every number and address that Help now shows is listed for those who check them; the rest is shown nowhere."""

import re
import tomllib
from collections.abc import Iterator

from familysafe.app.paths import resources
from familysafe.app.showing.help import contacts_view, situation_view
from familysafe.content.compiled import Compiled
from familysafe.domain.help_views import Contact
from tests.builders import TODAY

# France stands for every country without services of its own.
REGIONS = ("GB", "GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR", "IE", "US", "CA", "AU", "NZ", "FR")
# What a person would take for a number to call or an address: digits, and hosts.
NUMBER = re.compile(r"\d(?:[ -]?\d)+|\b[\w-]+\.[a-z]{2,}\b")
# Ages, and hours of the day.
NO_NUMBER = {"10", "12", "16", "18", "19", "24", "25", "30", "35"}


def authored() -> dict[str, dict[str, object]]:
    """Every service as its author wrote it, read past all of our own code."""
    files = sorted((resources() / "content" / "help").glob("*/services.toml"))
    read = (tomllib.loads(file.read_text(encoding="utf-8")) for file in files)
    return {service["id"]: service for table in read for service in table["service"]}


def test_a_number_is_shown_exactly_as_it_was_written(content: Compiled) -> None:
    written = authored()
    seen = set()
    for region in REGIONS:
        for one in contacts_view(content, region, TODAY).contacts:
            seen.add(one.id)
            for part in ("phone", "text", "web"):
                unsure = part in str(written[one.id].get("recheck", ""))
                assert getattr(one, part) == ("" if unsure else written[one.id].get(part, "")), one.id
    assert seen == written.keys()


def rows() -> dict[str, str]:
    """The list for people who check numbers, by the id at the beginning of a line."""
    file = resources() / "content" / "help" / "SERVICES.md"
    listed = (line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("| "))
    return {line.split("|")[1].strip(): line for line in listed}


def texts(content: Compiled) -> Iterator[tuple[str, str]]:
    """All that Help now shows anywhere, with the id of the service or the screen that shows it."""
    for region in REGIONS:
        for contact in contacts_view(content, region, TODAY).contacts:
            for text in said_of(contact):
                yield contact.id, text
        for situation in content.catalogue.situations:
            view = situation_view(content, situation, region, TODAY)
            for one in view.screens if view else ():
                for text in (one.title, *one.do, *one.say, *one.not_to_say, *one.never, *one.if_not):
                    yield one.id, text


def said_of(one: Contact) -> tuple[str, ...]:
    return (one.name, *one.does, one.phone, one.text, one.web, one.hours, one.cost, *one.access)


def test_every_number_and_address_that_is_shown_is_listed_for_those_who_check_them(content: Compiled) -> None:
    listed = rows()
    seen = [(own, one) for own, text in texts(content) for one in NUMBER.findall(text) if one not in NO_NUMBER]
    assert {("gb-101", "18001 101"), ("gb-999", "55"), ("au-nrs-emergency", "106")} <= set(seen)
    assert {("ca-cybertip", "cyberaide.ca"), ("threatened.report", "Cybertip.ca")} <= set(seen)
    assert [(own, one) for own, one in seen if one not in listed.get(own, "")] == []


def test_what_is_still_to_be_confirmed_is_listed_and_shown_nowhere(content: Compiled) -> None:
    listed, written = rows(), authored()
    shown = set(texts(content))
    waiting = [(own, part) for own, one in written.items() for part in list_of(one.get("recheck", []))]
    assert {("gb-papyrus", "text"), ("gb-wls-live-fear-free", "phone"), ("ie-childline", "text")} <= set(waiting)
    for own, part in waiting:
        assert part in listed[own].split("|")[-2]
        service, words = content.catalogue.services[own], content.phrasebook.services[own]
        assert not getattr(service if part in {"phone", "text", "web"} else words, part), f"{part} of {own}"
        if part in {"phone", "text", "web"}:
            number = str(written[own][part])
            assert number in listed[own]
            assert [found for found, text in shown if found == own and number in text] == []


def list_of(value: object) -> list[str]:
    assert isinstance(value, list)
    return value


def test_every_service_is_named_by_a_situation(content: Compiled) -> None:
    situations, steps = content.catalogue.situations.values(), content.catalogue.help_steps.values()
    named = {own for one in situations for country in one.contacts for own in one.contacts_for(country)}
    named |= {own for step in steps for own in step.services}
    assert content.catalogue.services.keys() - named == set()
