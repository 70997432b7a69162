"""What a finished guide and a finished step must have."""

import pytest

from tests.content.mistake import CHAT, CHAT_WORDS, LAMP, LAMP_WORDS, SERVICES, Mistake
from tests.content.tree import Tree, guide

SOURCE = 'sources = ["https://lamp.example/account"]'
OFFICIAL = 'official = "https://lamp.example/account"'
STEP_LIMITS = 'limits = "It can not do it all."\nexplain'
MISTAKES = (
    Mistake("a step of no time", LAMP, "minutes = 5", "minutes = 0", "`minutes` must be 1 to 90"),
    Mistake("a step of two hours", LAMP, "minutes = 5", "minutes = 120", "`minutes` must be 1 to 90"),
    Mistake("a weight of nothing", LAMP, "weight = 4", "weight = 0", "`weight` must be 1 to 5"),
    Mistake("a weight of six", LAMP, "weight = 4", "weight = 6", "`weight` must be 1 to 5"),
    Mistake("no source", LAMP, SOURCE, "sources = []", "a step without a source is not finished"),
    Mistake(
        "an empty title", LAMP_WORDS, 'title = "Set the account of the lamp"', 'title = ""', "a title has at most 70"
    ),
    Mistake("a long title", LAMP_WORDS, "Set the account", "Set " + "the account and " * 6, "a title has at most 70"),
    Mistake("no why", LAMP_WORDS, 'why = "It keeps the bad out."', "why = []", "`why` is empty"),
    Mistake("nothing to do", LAMP_WORDS, 'do = ["Open the menu.", "Tap account."]', "do = []", "`do` is empty"),
    Mistake(
        "no menu path", LAMP_WORDS, 'any = ["Menu", "account"]', "any = []", "no menu path", "[step.account.where]"
    ),
    Mistake("nothing said", LAMP_WORDS, 'said = "the lamp"', 'said = ""', "`said` is empty"),
    Mistake("no limits", LAMP_WORDS, STEP_LIMITS, "limits = []\nexplain", "`limits` is empty: say what this cannot"),
    Mistake(
        "a test that expects nothing",
        LAMP_WORDS,
        'expect = "It says no."',
        "expect = []",
        "has no `expect`",
        "[step.account.test]",
    ),
    Mistake(
        "a test without a next step",
        LAMP_WORDS,
        'if_fails = "Do it once more."',
        "if_fails = []",
        "`if_fails`",
        "[step.account.test]",
    ),
    Mistake(
        "one age group only",
        LAMP_WORDS,
        'explain.13-15 = "We do this to keep you safe. Tell us if it is in the way."\n',
        "",
        "two age groups",
        "explain.8-10",
    ),
    Mistake(
        "a path for a dead system", LAMP_WORDS, 'any = ["Menu", "account"]', 'glow-3 = ["Menu"]', "`glow-3` in `where`"
    ),
    Mistake(
        "a step without a page",
        LAMP,
        'official = "https://lamp.example/account"',
        'official = ""',
        "`official` is empty",
    ),
    Mistake(
        "an age below nothing",
        LAMP,
        "general = true",
        "general = true\nminimum_age = -4",
        "must be 0 to 18",
        "minimum_age",
    ),
    Mistake("too few steps", CHAT, "general = true", "general = false", "has 3 steps, not 5 to 12", "steps ="),
    Mistake(
        "a connection that is a device",
        LAMP,
        "general = true",
        'general = true\nconnection = "dns"',
        "belongs to guides of that kind",
        "connection",
    ),
    Mistake("an app without a service", CHAT, 'service = "chat"', 'service = ""', "needs a `service`", 'id = "chat"'),
    Mistake(
        "an account without a service", LAMP, 'service = "glow"', 'service = ""', "needs a `service`", 'id = "lamp"'
    ),
    Mistake("a shelf life of a week", LAMP, "shelf_life = 120", "shelf_life = 7", "30 to 400 days"),
    Mistake(
        "a birthday without words",
        LAMP,
        "birthdays = [13]",
        "birthdays = [13, 18]",
        "no words for `18`",
        "[birthdays]",
        LAMP_WORDS,
    ),
    Mistake(
        "words for no birthday",
        LAMP_WORDS,
        "13 = ",
        '18 = "At 18 it ends."\n13 = ',
        "`18` in `birthdays` is not in guide.toml",
    ),
    Mistake(
        "a system without words",
        LAMP,
        '["glow-2", "glow-1"]',
        '["glow-3", "glow-2", "glow-1"]',
        "no words for `glow-3`",
        "[systems]",
        LAMP_WORDS,
    ),
    Mistake(
        "words for no system",
        LAMP_WORDS,
        'glow-1 = "Glow 1"',
        'glow-1 = "Glow 1"\nglow-0 = "Glow"',
        "`glow-0` in `systems`",
        "glow-0",
    ),
    Mistake(
        "two steps of one title",
        LAMP_WORDS,
        "Set the code",
        "Set the account",
        "two steps of `lamp` are called",
        "steps =",
        LAMP,
    ),
    Mistake("no room", LAMP_WORDS, 'room = "You and the child."', "room = []", "`room` is empty"),
    Mistake("a date to come", LAMP, "checked = 2026-01-10", "checked = 2026-06-02", "2026-06-02 is in the future"),
    Mistake("a service read tomorrow", SERVICES, "checked = 2026-01-10", "checked = 2026-06-02", "is in the future"),
    Mistake("a source without https", LAMP, SOURCE, 'sources = ["http://lamp.example/"]', "is not an https address"),
    Mistake(
        "an address with a space",
        LAMP,
        OFFICIAL,
        'official = "https://lamp.example/my page"',
        "is not an https address",
    ),
    Mistake("a copy as source", LAMP, SOURCE, 'sources = ["https://web.archive.org/lamp"]', "is a copy on archive.org"),
    Mistake(
        "a copy as official page", LAMP, OFFICIAL, 'official = "https://lamp.pages.dev/"', "is a copy on pages.dev"
    ),
    Mistake(
        "a service on a copy",
        SERVICES,
        'web = "https://line.example/"',
        'web = "https://archive.ph/line"',
        "is a copy on archive.ph",
    ),
)


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_a_mistake_is_told_at_its_own_line(tree: Tree, mistake: Mistake) -> None:
    mistake.make(tree)
    mistake.is_told(tree)


def test_a_filter_owes_a_way_to_try_that_help_is_still_reachable(tree: Tree) -> None:
    tree.change(LAMP, 'effects = ["filter"]', 'effects = ["bedtime", "filter"]')
    before, _, after = tree.text(LAMP_WORDS).rpartition('still_reachable = "Try the help line. It must work."\n')
    tree.write(LAMP_WORDS, before + after)
    (problem,) = tree.problems()
    assert "owes a `still_reachable` (`lamp.filter`)" in problem.says


def test_a_step_that_limits_nothing_owes_no_second_try(tree: Tree) -> None:
    tree.change(CHAT_WORDS, 'still_reachable = "Try the help line. It must work."\n', "")
    assert tree.problems() == ()


def test_a_service_without_a_page_is_finished(tree: Tree) -> None:
    tree.change(SERVICES, 'web = "https://line.example/"\n', "")
    assert tree.problems() == ()


def test_a_source_read_today_is_not_in_the_future(tree: Tree) -> None:
    tree.change(LAMP, "checked = 2026-01-10", "checked = 2026-06-01")
    assert tree.problems() == ()


def test_a_guide_may_have_twelve_steps_and_not_thirteen(tree: Tree) -> None:
    guide(tree, "box", "device", "box", *(f"box.s{number}" for number in range(13)))
    (problem,) = tree.problems()
    assert "`box` has 13 steps" in problem.says
