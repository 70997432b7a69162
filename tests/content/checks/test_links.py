"""Ids that point nowhere are told where they are written."""

import pytest

from tests.content.mistake import CARD_WORDS, CARDS, CHAT, CHAT_WORDS, LAMP, LAMP_WORDS, RETIRED, SERVICE_WORDS, Mistake
from tests.content.tree import Tree

MISTAKES = (
    Mistake("an id in capitals", CHAT, 'id = "chat.block"', 'id = "chat.Block"', "is not an id"),
    Mistake(
        "an id in use that is retired too",
        RETIRED,
        "lamp.old",
        "lamp.filter",
        "is written twice (also guides/lamp",
        "[[retired]]",
    ),
    Mistake(
        "a step without words",
        LAMP_WORDS,
        "[step.code]",
        "[step.cod]",
        "has no words",
        '[[step]]\nid = "lamp.code"',
        LAMP,
    ),
    Mistake(
        "words without a step", LAMP_WORDS, "[step.code]", "[step.cod]", "words for `lamp.cod`, which does not exist"
    ),
    Mistake(
        "a card without words",
        CARD_WORDS,
        "[card.later]",
        "[card.latr]",
        "has no words",
        '[[card]]\nid = "trust.later"',
        CARDS,
    ),
    Mistake("words without a card", CARD_WORDS, "[card.later]", "[card.latr]", "words for `trust.latr`"),
    Mistake("a service without words", SERVICE_WORDS, "gb-line", "gb-lin", "words for `gb-lin`"),
    Mistake("a topic without words", "topics.en-GB.toml", "trust", "trus", "has no words", "[[topic]]", "topics.toml"),
    Mistake("words without a topic", "topics.en-GB.toml", "trust", "trus", "words for `trus`"),
    Mistake(
        "a guide that lists a dead step", LAMP, '"lamp.account", "', '"lamp.acount", "', "did you mean `lamp.account`?"
    ),
    Mistake("a need that is dead", LAMP, 'needs = ["lamp.code"]', 'needs = ["lamp.lock"]', "`lamp.lock` in `needs`"),
    Mistake(
        "a step that no guide lists",
        LAMP,
        ', "lamp.filter"]',
        "]",
        "is in the `steps` of no guide",
        'id = "lamp.filter"',
    ),
    Mistake(
        "a condition on a dead device",
        CHAT,
        "effects = []",
        'effects = []\nwhen.devices = ["lmap"]',
        "did you mean `lamp`?",
        "when",
    ),
    Mistake(
        "a condition on a dead app",
        CHAT,
        "effects = []",
        'effects = []\nwhen.services = ["cat"]',
        "`cat` in `when`",
        "when",
    ),
    Mistake(
        "a condition on a device’s maker",
        LAMP,
        "effects = []",
        'effects = []\nwhen.devices = ["glow"]',
        "`glow` in `when`",
        "when",
    ),
    Mistake(
        "a card for a dead guide", CARDS, 'guides = ["lamp"]', 'guides = ["lmp"]', "`lmp` in `guides` does not exist"
    ),
    Mistake("a card of a dead topic", CARDS, 'topic = "trust"', 'topic = "trusting"', "`trusting` in `topic`"),
    Mistake("a rename to nowhere", RETIRED, 'to = "lamp.code"', 'to = "lamp.cod"', "did you mean `lamp.code`?"),
    Mistake(
        "a withdrawal without a reason",
        RETIRED,
        'how = "renamed"',
        'how = "withdrawn"',
        "withdrawn without a `reason`",
        "[[retired]]",
    ),
    Mistake(
        "a step that needs itself",
        LAMP,
        'needs = ["lamp.account"]',
        'needs = ["lamp.code"]',
        "round in a circle: lamp.code",
    ),
    Mistake(
        "a circle of two",
        LAMP,
        'needs = ["lamp.account"]',
        'needs = ["lamp.filter"]',
        "in a circle: lamp.code, lamp.filter",
    ),
    Mistake(
        "an account that needs a device",
        LAMP,
        "needs = []",
        'needs = ["lamp.filter"]',
        "`lamp.account` comes before `lamp.filter`",
    ),
    Mistake(
        "a device that needs an app",
        LAMP,
        'needs = ["lamp.account"]',
        'needs = ["chat.private"]',
        "`lamp.code` comes before `chat.private`",
    ),
)


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_a_mistake_is_told_at_its_own_line(tree: Tree, mistake: Mistake) -> None:
    mistake.make(tree)
    mistake.is_told(tree)


def test_two_circles_are_told_together(tree: Tree) -> None:
    tree.change(LAMP, 'needs = ["lamp.account"]', 'needs = ["lamp.filter"]')
    tree.change(CHAT, "needs = []", 'needs = ["chat.private"]')
    circles = [problem for problem in tree.problems() if "circle" in problem.says]
    assert [problem.place.file for problem in circles] == [CHAT, LAMP]


def test_an_account_that_needs_an_app_by_way_of_the_home_is_told(tree: Tree) -> None:
    tree.change("guides/home/guide.toml", "needs = []", 'needs = ["chat.private"]')
    tree.change(LAMP, "needs = []", 'needs = ["home.tell"]')
    told = {str(problem) for problem in tree.problems() if problem.place.file == LAMP}
    line = tree.line(LAMP, 'needs = ["home.tell"]')
    assert f"{LAMP}:{line}: `lamp.account` comes before `chat.private`, which it needs" in told


def test_a_step_of_the_home_in_an_app_waits_for_devices_too(tree: Tree) -> None:
    tree.change(CHAT, 'target = "account"', 'target = "home"')
    tree.change(LAMP, "needs = []", 'needs = ["chat.private"]')
    assert any("`lamp.account` comes before `chat.private`" in problem.says for problem in tree.problems())


def test_an_app_may_need_a_device_and_a_device_an_account(tree: Tree) -> None:
    tree.change(CHAT, "needs = []", 'needs = ["lamp.filter", "lamp.account", "home.tell"]')
    assert tree.problems() == ()


def test_a_guide_may_share_the_step_of_another(tree: Tree) -> None:
    tree.change(CHAT, 'steps = ["chat.private"', 'steps = ["home.tell", "chat.private"')
    assert tree.problems() == ()


def test_an_app_can_be_named_by_its_service(tree: Tree) -> None:
    tree.change(CHAT, 'service = "chat"', 'service = "chatter"')
    tree.change(LAMP, "effects = []", 'effects = []\nwhen.services = ["chatter", "chat"]\nwhen.devices = ["lamp"]')
    assert tree.problems() == ()


def test_words_that_cannot_be_read_are_not_called_missing(tree: Tree) -> None:
    tree.change(CHAT_WORDS, 'why = "It keeps the bad out."\n', "")
    assert [problem.says for problem in tree.problems()] == ["`why` is missing in `step.private`"]


def test_a_withdrawal_with_its_reason_is_fine(tree: Tree) -> None:
    tree.change(
        RETIRED, 'how = "renamed"\nto = "lamp.code"', 'how = "withdrawn"\nreason = "The lamp is no longer made."'
    )
    assert tree.problems() == ()


def test_a_mistake_in_a_step_makes_nobody_else_wrong(tree: Tree) -> None:
    tree.change(LAMP, 'needs = ["lamp.account"]', 'needs = ["lamp.account"]\nminuets = 3')
    assert ["unknown key `minuets`" in problem.says for problem in tree.problems()] == [True]


def test_a_mistake_in_a_guide_makes_nobody_else_wrong(tree: Tree) -> None:
    tree.change(LAMP, "general = true", "general = true\ngenerel = true")
    assert ["unknown key `generel`" in problem.says for problem in tree.problems()] == [True]


def test_a_mistake_in_a_situation_makes_nobody_else_wrong(tree: Tree) -> None:
    tree.change("situations/scare/situation.toml", "order =", "ordre = 1\norder =")
    assert ["unknown key `ordre`" in problem.says for problem in tree.problems()] == [True]


def test_renames_that_lead_back_to_where_they_began_are_told(tree: Tree) -> None:
    old = 'id = "lamp.old"\nhow = "renamed"\nto = "lamp.code"'
    back = 'id = "lamp.older"\nhow = "renamed"\nto = "lamp.old"'
    tree.change(RETIRED, old, f"{old.replace('lamp.code', 'lamp.older')}\n\n[[retired]]\n{back}")
    says = [problem.says for problem in tree.problems()]
    assert says == [
        "`lamp.old` leads back to itself: lamp.old, lamp.older",
        "`lamp.older` leads back to itself: lamp.old, lamp.older",
    ]


def test_a_rename_may_lead_to_another_rename(tree: Tree) -> None:
    tree.change(
        RETIRED, "[[retired]]", '[[retired]]\nid = "lamp.older"\nhow = "renamed"\nto = "lamp.old"\n\n[[retired]]'
    )
    assert tree.problems() == ()
