"""A plan becomes boxes to tick, in its own order."""

from itertools import pairwise

from familysafe.domain.household import BirthMonth, Child, Household
from familysafe.domain.phrasebook import Local
from familysafe.output.sheet import Look, Sheet, in_minutes, sheet_of
from tests.builders import a_household, content_of
from tests.output.plans import one_step, plan_and_names, sheet


def labels(made: Sheet) -> list[str]:
    return [part.label for part in made.sections[0].boxes[0].parts]


def test_boxes_are_numbered_in_the_order_of_the_plan() -> None:
    plan, names = plan_and_names()
    boxes = [box for section in sheet().sections for box in section.boxes]
    assert [box.number for box in boxes] == list(range(1, len(plan.items) + 1))
    assert [box.title for box in boxes] == [names.title(item) for item in plan.items]


def test_neighbours_for_the_same_target_share_a_heading() -> None:
    titles = [section.title for section in sheet().sections]
    assert all(first != second for first, second in pairwise(titles))


def test_the_summary_counts_steps_and_minutes() -> None:
    assert sheet().summary == "22 November 2026 · 5 steps · 30 minutes"
    assert in_minutes(1) == "1 minute"


def test_at_sixteen_the_paper_begins_with_a_question() -> None:
    elder = Child("c1", "Elder", BirthMonth(2010, 3))
    assert sheet(household=a_household(children=(elder,))).first.startswith("Ask Elder first: ")
    assert sheet().first == ""


def test_a_box_says_how_long_who_and_why() -> None:
    (section,) = one_step().sections
    assert section.boxes[0].facts == (
        "5 minutes",
        "an adult does it",
        "Younger (9) uses the old tablet",
        "It stands where it does most for the time it takes",
    )


def test_parts_without_words_are_left_out() -> None:
    assert labels(one_step(careful=("Somebody may notice.",))) == [
        "First",
        "",
        "Where",
        "Do",
        "Try it as a child would",
        "What should happen",
        "Did it not work?",
        "What it does not do",
    ]


def test_traps_and_what_must_stay_reachable_are_on_the_paper() -> None:
    assert {"Looks on, but", "Still reachable?"} <= set(
        labels(one_step(trap=("Not yet.",), still_reachable=("Call.",)))
    )


def test_sentences_of_other_countries_are_left_out() -> None:
    made = one_step(why=("Everywhere.", Local("Here.", ("GB",)), Local("There.", ("DE",))))
    plain = next(part for part in made.sections[0].boxes[0].parts if part.look is Look.PLAIN)
    assert plain.lines == ("Everywhere.", "Here.")


def test_a_step_that_is_to_be_confirmed_says_so() -> None:
    notes = {box.official.rpartition("/")[2]: box.note for section in sheet().sections for box in section.boxes}
    assert notes["ee.filter"] == "Checked on 1 November 2026. The menu words may differ on yours."
    assert notes["ipad.code"] == "Checked on 1 November 2026."


def test_cards_are_something_to_talk_about() -> None:
    opener = sheet().openers[0]
    assert (opener.topic, opener.band, opener.opener) == ("Trust", "8 to 10", "Opener of trust.tea?")


def test_an_empty_plan_says_what_to_do() -> None:
    plan, names = plan_and_names(content_of([]), Household())
    made = sheet_of(plan, names, ())
    assert made.sections == ()
    assert made.notes[0].startswith("There is no step that fits.")


def test_every_sheet_points_to_help() -> None:
    assert "familysafe help" in sheet(household=a_household(devices=())).notes[-1]
