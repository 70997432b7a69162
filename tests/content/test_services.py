"""The list of every number and address says what is shown; what nobody looked at for half a year is told."""

from datetime import date, timedelta

import pytest

from familysafe.content import services
from familysafe.content.author import read_tree
from familysafe.content.problem import Problem
from tests.content.mistake import SCARE, SCARE_WORDS, SERVICE_WORDS, SERVICES
from tests.content.tree import Tree

CHECKED = date(2026, 1, 10)
LIST = "help/SERVICES.md"


def lines(tree: Tree) -> list[list[str]]:
    """The cells of every service, in the order of the list."""
    read = read_tree(tree.content)
    table = services.table(read.catalogue, read.phrasebook).partition(services.STEPS_HEAD)[0]
    rows = table.removeprefix(services.HEAD).splitlines()
    return [[cell.strip() for cell in row.removeprefix("|").removesuffix("|").split("|")] for row in rows]


def said_on_screens(tree: Tree) -> str:
    read = read_tree(tree.content)
    return services.table(read.catalogue, read.phrasebook).partition(services.STEPS_HEAD)[2]


def stale(tree: Tree) -> tuple[Problem, ...]:
    read = read_tree(tree.content)
    return services.stale(tree.content, read.catalogue, read.phrasebook)


def written(tree: Tree) -> None:
    read = read_tree(tree.content)
    services.write(tree.content, read.catalogue, read.phrasebook)


def test_a_service_has_all_that_is_shown_of_it_with_its_source_and_day(tree: Tree) -> None:
    tree.change(SERVICES, 'phone = "0800 2222"', 'phone = "0800 2222"\ntext = "85258"\nrecheck = ["web", "hours"]')
    desk = next(cells for cells in lines(tree) if cells[0] == "gb-desk")
    assert desk == [
        "gb-desk",
        "The Desk",
        "0800 2222",
        "85258",
        "https://desk.example/",
        "always",
        "",
        "https://desk.example/",
        "2026-01-10",
        "checked",
        "web, hours",
    ]


def test_every_service_has_as_many_cells_as_the_head(tree: Tree) -> None:
    columns = services.HEAD.splitlines()[-1].count("---")
    assert {len(cells) for cells in lines(tree)} == {columns}


@pytest.mark.parametrize(
    "line",
    ["TTY: 106.", "Call 1800 555 727 and ask.", "Call, then press 2.", "In French: aide.example.", "Ring 13 11 14."],
)
def test_a_number_or_an_address_beside_those_of_a_service_is_listed(tree: Tree, line: str) -> None:
    tree.change(SERVICE_WORDS, 'access = "By post, too."', f'access = ["By post, too.", "{line}"]')
    assert lines(tree)[0][6] == line


def test_hours_and_ages_are_no_number_to_call(tree: Tree) -> None:
    tree.change(SERVICE_WORDS, '"By post, too."', '"For anyone under 19, from 9am to 5pm, 24 hours. By post."')
    assert lines(tree)[0][6] == ""


def test_a_number_that_a_screen_says_is_listed_with_where_it_is_said(tree: Tree) -> None:
    assert said_on_screens(tree) == (
        "| scare.tell | Call 999 if you must. (GB) | https://scare.example/tell | 2026-01-10 |\n"
    )
    tree.change(SCARE_WORDS, '"Let them draw it."', '["Let them draw it.", "Ask Hotline.ie."]')
    assert "Call 999 if you must. (GB) Ask Hotline.ie." in said_on_screens(tree)


def test_services_stand_by_country_and_in_the_authors_order(tree: Tree) -> None:
    assert [cells[0] for cells in lines(tree)] == ["gb-desk", "gb-line", "int-help"]
    tree.change(SERVICES, 'audience = "child"', 'audience = "child"\norder = 1')
    assert [cells[0] for cells in lines(tree)] == ["gb-line", "gb-desk", "int-help"]


def test_a_service_without_words_is_listed_all_the_same(tree: Tree) -> None:
    tree.change(SERVICE_WORDS, "[service.gb-desk]", "[service.gb-desc]")
    assert lines(tree)[0][:3] == ["gb-desk", "", "0800 2222"]


def test_a_list_that_was_never_made_is_a_problem(tree: Tree) -> None:
    assert [problem.place.file for problem in stale(tree)] == [LIST]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (SERVICES, 'phone = "0800 1111"', 'phone = "0800 1112"'),
        (SERVICES, 'web = "https://line.example/"', 'web = "https://line.example/talk"'),
        (SERVICES, "checked = 2026-01-10", "checked = 2026-01-11"),
        (SERVICES, 'confidence = "checked"', 'confidence = "to-confirm"'),
        (SERVICE_WORDS, 'hours = "always"', 'hours = "at night"'),
        (SERVICE_WORDS, '"By post, too."', '"By post, too: desk.example."'),
        (SCARE_WORDS, "Call 999 if", "Call 112 if"),
    ],
)
def test_a_list_is_up_to_date_until_something_changes(tree: Tree, file: str, old: str, new: str) -> None:
    written(tree)
    assert stale(tree) == ()
    tree.change(file, old, new)
    assert len(stale(tree)) == 1


def test_where_no_service_is_written_no_list_is_asked_for(tree: Tree) -> None:
    for folder in ("GB", "INT"):
        tree.write(f"help/{folder}/services.toml", "")
    assert stale(tree) == ()


@pytest.mark.parametrize(("days", "aged"), [(0, 0), (183, 0), (184, 5)])
def test_services_and_screens_age_after_half_a_year(tree: Tree, days: int, aged: int) -> None:
    assert len(services.aged(read_tree(tree.content), CHECKED + timedelta(days=days))) == aged


def test_an_aged_service_is_told_at_its_own_line(tree: Tree) -> None:
    tree.change(SERVICES, "checked = 2026-01-10", "checked = 2025-11-01")
    (problem,) = services.aged(read_tree(tree.content), CHECKED + timedelta(days=183))
    line = tree.line(SERVICES, "checked = 2025-11-01")
    assert str(problem) == f"{SERVICES}:{line}: `gb-line` was checked on 2025-11-01: look at it again"


def test_an_aged_screen_is_told_at_its_own_line(tree: Tree) -> None:
    tree.change(SCARE, "checked = 2026-01-10", "checked = 2025-11-01")
    (problem,) = services.aged(read_tree(tree.content), CHECKED + timedelta(days=183))
    line = tree.line(SCARE, "checked = 2025-11-01")
    assert str(problem) == f"{SCARE}:{line}: `scare.tell` was checked on 2025-11-01: look at it again"
