"""What a finished situation must have: each rule is broken once."""

import pytest

from tests.content.mistake import SCARE, SCARE_WORDS, SERVICES, Mistake
from tests.content.tree import Tree

WORLD = "help/INT/services.toml"
HARD = "Administrators occasionally accumulate considerable organisational responsibilities."
# Too hard for a child, and not for a grown-up.
MIDDLING = (
    "Somebody responsible may have to consider carefully what happens after that, and who else has to know about it."
)
STEPS = 'steps = ["scare.tell", "scare.note"]'
TELL_SERVICES = 'services = ["gb-line", "int-help"]'
MISTAKES = (
    Mistake(
        "no source",
        SCARE,
        'sources = ["https://scare.example/tell"]',
        "sources = []",
        "a step without a source is not finished (`scare.tell`)",
    ),
    Mistake("an empty title", SCARE_WORDS, 'title = "Sit with them"', 'title = ""', "a title has at most 60"),
    Mistake("a long title", SCARE_WORDS, "Sit with them", "Sit with " + "them " * 11, "a title has at most 60"),
    Mistake("nothing to do", SCARE_WORDS, 'do = "Put down who it was."', "do = []", "`do` is empty (`scare.note`)"),
    Mistake("a dead step", SCARE, STEPS, 'steps = ["scare.tel", "scare.note"]', "did you mean `scare.tell`?"),
    Mistake(
        "a dead step in one country",
        SCARE,
        'AU = ["scare.note", "scare.tell"]',
        'AU = ["scare.not", "scare.tell"]',
        "`scare.not` in `steps` does not exist",
        STEPS,
    ),
    Mistake("a dead contact", SCARE, '"gb-desk"]\nINT', '"gb-dsk"]\nINT', "did you mean `gb-desk`?", "[contacts]"),
    Mistake("a dead step of the plan", SCARE, 'plan = ["lamp.code"]', 'plan = ["lamp.cod"]', "`lamp.cod` in `plan`"),
    Mistake("a dead card", SCARE, 'cards = ["trust.start"]', 'cards = ["trust.stat"]', "`trust.stat` in `cards`"),
    Mistake("a dead service on a step", SCARE, TELL_SERVICES, 'services = ["gb-lin", "int-help"]', "`gb-lin` in"),
    Mistake("no step at all", SCARE, STEPS, "steps = []", "`scare` has 0 steps, not 1 to 14"),
    Mistake(
        "more steps than anybody walks",
        SCARE,
        STEPS,
        "steps = [" + '"scare.tell", ' * 14 + '"scare.note"]',
        "`scare` has 15 steps, not 1 to 14",
    ),
    Mistake(
        "a record of what nobody may find",
        SCARE,
        STEPS,
        f"quiet = true\n{STEPS}",
        "`scare.note` leads to the record, which `scare` never offers",
        STEPS,
    ),
    Mistake(
        "a record at the child’s door",
        SCARE,
        STEPS,
        f"child = true\n{STEPS}",
        "`scare.note` leads to the record",
        STEPS,
    ),
    Mistake(
        "contacts of a country without services",
        SCARE,
        'INT = ["int-help"]',
        'INT = ["int-help"]\nXX = ["int-help"]',
        "`XX` has no services",
        "XX =",
    ),
    Mistake(
        "nobody for a grown-up",
        SCARE,
        'GB = ["gb-line", "gb-desk"]',
        'GB = ["gb-line"]',
        "`scare` has no contact for an adult in GB",
    ),
    Mistake(
        "nobody for a child",
        SCARE,
        'GB = ["gb-line", "gb-desk"]',
        'GB = ["gb-desk"]',
        "`scare` has no contact for a child in GB",
    ),
    Mistake(
        "nobody in a country that names nobody",
        SCARE,
        'INT = ["int-help"]\n',
        "",
        "`scare` has no contact for a child in NZ",
        "[contacts]",
    ),
    Mistake(
        "nobody in the rest of the world",
        WORLD,
        'audience = "anyone"',
        'audience = "adult"',
        "`scare` has no contact for a child in INT",
        "INT =",
        SCARE,
    ),
    Mistake(
        "nobody for a child in one nation",
        SERVICES,
        'audience = "child"',
        'audience = "child"\nnations = ["ENG", "WLS", "NIR"]',
        "`scare` has no contact for a child in GB-SCT",
        "GB =",
        SCARE,
    ),
    Mistake(
        "a contact that cannot be reached",
        SERVICES,
        'phone = "0800 1111"\nweb = "https://line.example/"\n',
        "",
        "`scare` has no contact for a child in GB",
        "GB =",
        SCARE,
    ),
    Mistake(
        "a contact of which nothing is confirmed",
        SERVICES,
        'audience = "child"',
        'audience = "child"\nrecheck = ["phone", "web"]',
        "`scare` has no contact for a child in GB",
        "GB =",
        SCARE,
    ),
    Mistake(
        "a contact of another country",
        SCARE,
        'INT = ["int-help"]',
        'INT = ["int-help"]\nIE = ["int-help", "gb-line"]',
        "`gb-line` is not a service of IE",
        "IE =",
    ),
    Mistake(
        "a walk past nobody",
        SCARE,
        TELL_SERVICES,
        'services = ["gb-line"]',
        "no step of `scare` names a service for US",
        STEPS,
    ),
    Mistake(
        "a walk past somebody of one country only",
        SCARE,
        TELL_SERVICES,
        f'{TELL_SERVICES}\ncountries = ["GB"]',
        "no step of `scare` names a service for IE",
        STEPS,
    ),
    Mistake(
        "a walk past somebody who cannot be reached",
        WORLD,
        'web = "https://help.example/"\n',
        "",
        "no step of `scare` names a service for CA",
        STEPS,
        SCARE,
    ),
    Mistake(
        "a hard line for a parent",
        SCARE_WORDS,
        "Let them draw it.",
        f"{HARD} {HARD}",
        "its steps: reading age is grade",
        'title = "A scare"',
    ),
    Mistake(
        "a situation without words",
        SCARE_WORDS,
        "[step.note]",
        "[step.not]",
        "`scare.note` has no words",
        '[[step]]\nid = "scare.note"',
        SCARE,
    ),
    Mistake("words without a step", SCARE_WORDS, "[step.note]", "[step.not]", "words for `scare.not`, which does not"),
    Mistake("a source without https", SCARE, "https://scare.example/note", "http://scare.example/note", "not an https"),
    Mistake("a copy as source", SCARE, "https://scare.example/note", "https://archive.org/note", "is a copy on"),
    Mistake("a step read tomorrow", SCARE, "checked = 2026-01-10", "checked = 2026-06-02", "is in the future"),
    Mistake("a withdrawn name", SCARE_WORDS, "Sit down.", "Ask Action Fraud.", "“Action Fraud” was withdrawn"),
    Mistake("a line of no country", SCARE_WORDS, '["GB"]', '["gb"]', "`gb` is not a region", "countries ="),
)


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_a_mistake_is_told_at_its_own_line(tree: Tree, mistake: Mistake) -> None:
    mistake.make(tree)
    mistake.is_told(tree)


def test_a_step_that_no_situation_lists_is_told_and_one_of_one_country_is_listed(tree: Tree) -> None:
    tree.change(SCARE, STEPS, 'steps = ["scare.tell"]')
    assert says(tree) == []
    tree.change(SCARE, 'AU = ["scare.note", "scare.tell"]', 'AU = ["scare.tell"]')
    (problem,) = map(str, tree.problems())
    line = tree.line(SCARE, 'id = "scare.note"')
    assert problem == f"{SCARE}:{line}: `scare.note` is in the `steps` of no situation"


def the_child_s_door(tree: Tree) -> None:
    """The situation of the tree, spoken to a child: without a record, and with somebody on the way."""
    tree.change(SCARE, STEPS, f"child = true\n{STEPS}")
    tree.change(SCARE, 'kind = "note"', 'kind = "talk"')
    tree.change(SERVICES, 'audience = "child"', 'audience = "anyone"')


def says(tree: Tree) -> list[str]:
    return [problem.says for problem in tree.problems()]


def test_the_child_s_door_is_measured_more_strictly_than_the_others(tree: Tree) -> None:
    tree.change(SCARE_WORDS, '"Do it in a day or so."', str([MIDDLING] * 4))
    assert says(tree) == []
    the_child_s_door(tree)
    (problem,) = says(tree)
    assert "its steps: reading age is grade" in problem
    assert "the limit is 4" in problem


def test_a_hard_step_of_one_country_is_measured_too(tree: Tree) -> None:
    tree.change(SCARE, STEPS, 'steps = ["scare.tell"]')
    tree.change(SCARE_WORDS, "Do it in a day or so.", f"{HARD} {HARD}")
    (problem,) = says(tree)
    assert "the limit is 6" in problem


def test_the_child_s_door_passes_somebody_whom_a_child_can_turn_to(tree: Tree) -> None:
    the_child_s_door(tree)
    assert says(tree) == []
    tree.change(SCARE, TELL_SERVICES, 'services = ["gb-desk", "int-help"]')
    assert says(tree) == []
    tree.change(SCARE, 'services = ["gb-desk", "int-help"]', 'services = ["gb-desk"]')
    assert {problem.rpartition(" ")[2] for problem in says(tree)} >= {"GB", "GB-SCT", "US", "INT"}


def test_a_quiet_situation_without_a_record_is_fine(tree: Tree) -> None:
    tree.change(SCARE, STEPS, f"quiet = true\n{STEPS}")
    tree.change(SCARE, 'kind = "note"', 'kind = "talk"')
    assert says(tree) == []


def test_a_situation_may_share_the_steps_of_another(tree: Tree) -> None:
    other = tree.text(SCARE).partition("[[step]]")[0].replace('id = "scare"', 'id = "dare"')
    tree.write("situations/dare/situation.toml", other)
    tree.write("situations/dare/en-GB.toml", 'title = "A dare"\nabout = "They were asked to."\n')
    assert says(tree) == []


def test_a_service_of_one_nation_may_stand_among_the_contacts_of_its_country(tree: Tree) -> None:
    tree.change(SERVICES, 'audience = "adult"', 'audience = "anyone"')
    tree.change(SERVICES, 'audience = "child"', 'audience = "child"\nnations = ["NIR"]')
    assert says(tree) == []


def test_a_fallback_that_a_country_names_itself_is_somebody(tree: Tree) -> None:
    tree.change(WORLD, 'audience = "anyone"', 'audience = "anyone"\nfallback = true')
    tree.change(SCARE, 'GB = ["gb-line", "gb-desk"]', 'GB = ["gb-desk", "int-help"]')
    assert says(tree) == []


def test_a_form_that_takes_a_picture_down_is_nobody_to_turn_to(tree: Tree) -> None:
    tree.change(WORLD, 'kind = "helpline"', 'kind = "removal"')
    found = says(tree)
    assert "`scare` has no contact for a child in INT" in found
    assert "no step of `scare` names a service for US" in found
