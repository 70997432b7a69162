"""How sentences must be, wherever they stand."""

import pytest

from tests.content.mistake import CARD_WORDS, CARDS, CHAT_WORDS, LAMP, LAMP_WORDS, SERVICE_WORDS, SERVICES, Mistake
from tests.content.tree import CARD_WORDS as CARD
from tests.content.tree import Tree

CODE = "Set the code of"
WHY = "It keeps the bad out."
LINES_OF_13 = 'explain.13-15 = "We do this to keep you safe. Tell us if it is in the way."'
LINES_OF_8 = 'explain.8-10 = "We do this to keep you safe."'
HARD = "Administrators occasionally accumulate considerable organisational responsibilities."
MISTAKES = (
    Mistake("a line too long", LAMP_WORDS, WHY, "It is so. " * 24 + "Or so.", "a line has at most 240 characters"),
    Mistake("an empty line", LAMP_WORDS, WHY, "", "empty, or with spaces", "why ="),
    Mistake("a space at the end", LAMP_WORDS, WHY, "It keeps it out. ", "empty, or with spaces"),
    Mistake("a line break", LAMP_WORDS, WHY, r"It keeps\nit out.", "empty, or with spaces or line breaks"),
    Mistake("HTML", LAMP_WORDS, WHY, "It keeps <b>it</b> out.", "HTML or Markdown"),
    Mistake("an entity", LAMP_WORDS, WHY, "It keeps you &amp; me.", "HTML or Markdown"),
    Mistake("bold Markdown", LAMP_WORDS, WHY, "It keeps **it** out.", "HTML or Markdown"),
    Mistake("a Markdown link", LAMP_WORDS, WHY, "See [the page](https://lamp.example).", "HTML or Markdown"),
    Mistake("a Markdown list", LAMP_WORDS, WHY, "- It keeps it out.", "HTML or Markdown"),
    Mistake("an HTML comment", LAMP_WORDS, WHY, "It keeps it out. <!-- x -->", "HTML or Markdown"),
    Mistake("an HTML sign", LAMP_WORDS, WHY, "It&#39;s out.", "HTML or Markdown"),
    Mistake("slanted Markdown", LAMP_WORDS, WHY, "It keeps *it* out.", "HTML or Markdown"),
    Mistake("slanted Markdown with lines", LAMP_WORDS, WHY, "It keeps _it_ out.", "HTML or Markdown"),
    Mistake("struck Markdown", LAMP_WORDS, WHY, "It keeps ~~it~~ out.", "HTML or Markdown"),
    Mistake("a numbered Markdown list", LAMP_WORDS, WHY, "1. It keeps it out.", "HTML or Markdown"),
    Mistake("quoted Markdown", LAMP_WORDS, WHY, "> It keeps it out.", "HTML or Markdown"),
    Mistake("a straight quote", LAMP_WORDS, WHY, "It doesn't let it in.", "straight quotes"),
    Mistake("just do it", LAMP_WORDS, WHY, "You just tap it.", "“just” makes it sound easier"),
    Mistake(
        "what one child does", LAMP_WORDS, CODE, "See what {child} uses on", "“{child} uses” does not read with two"
    ),
    Mistake("asking of one child", LAMP_WORDS, CODE, "Does {child} like", "“Does {child}” does not read with two"),
    Mistake("an unknown placeholder", LAMP_WORDS, WHY, "It keeps {name} out.", "`{name}` is not a placeholder"),
    Mistake("a withdrawn number", LAMP_WORDS, WHY, "Ring 0808 800 5002.", "“0808-800-5002” was withdrawn"),
    Mistake(
        "a withdrawn name in a service",
        SERVICE_WORDS,
        "They listen.",
        "Ask Action Fraud.",
        "“Action Fraud” was withdrawn",
    ),
    Mistake(
        "a withdrawn page as address",
        SERVICES,
        'web = "https://line.example/"',
        'web = "https://thinkuknow.co.uk/"',
        "was withdrawn",
    ),
    Mistake("a withdrawn name in a menu", LAMP_WORDS, '"Menu", "account"', '"Edge Kids Mode"', "was withdrawn"),
    Mistake("a country in small letters", LAMP, 'countries = ["GB"]', 'countries = ["gb"]', "`gb` is not a region"),
    Mistake(
        "a sentence for no country",
        CHAT_WORDS,
        f'"{WHY}"',
        '[{ text = "It is so.", countries = ["UK"] }]',
        "`UK` is not a region",
    ),
    Mistake("a hard why", LAMP_WORDS, WHY, HARD, "why, do and test: reading age"),
    Mistake("a why far too hard", LAMP_WORDS, WHY, HARD, "`why` alone: reading age"),
    Mistake("a hard test", LAMP_WORDS, "Try to get in.", f"{HARD} {HARD}", "why, do and test: reading age", "why ="),
    Mistake(
        "a hard line for a small child",
        LAMP_WORDS,
        LINES_OF_8,
        f'explain.8-10 = "{HARD}"',
        "explain under 11: reading age",
        "title =",
    ),
    Mistake(
        "a hard line for a teenager",
        LAMP_WORDS,
        LINES_OF_13,
        f'explain.13-15 = "{HARD} {HARD}"',
        "explain from 11: reading age",
        "title =",
    ),
    Mistake(
        "a hard card",
        CARD_WORDS,
        "Thank them first.",
        f"{HARD} {HARD}",
        "the grown-up's lines: reading age",
        "listen_for",
    ),
    Mistake("a hard opener", CARD_WORDS, "What was fun today?", HARD, "openers under 11: reading age"),
)


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_a_mistake_is_told_at_its_own_line(tree: Tree, mistake: Mistake) -> None:
    mistake.make(tree)
    mistake.is_told(tree)


def test_openers_for_teenagers_may_be_harder_than_those_for_small_children(tree: Tree) -> None:
    plainer = "Would you tell me about the people whom you meet in the evening when you play together?"
    tree.write(
        CARD_WORDS, CARD.format(name="start") + CARD.format(name="later").replace("What was fun today?", plainer)
    )
    assert tree.problems() == ()


def test_a_card_without_words_does_not_stop_the_check_of_the_others(tree: Tree) -> None:
    tree.write(
        CARDS,
        tree.text(CARDS).replace(
            'id = "trust.start"', 'id = "trust.a-first"\ntopic = "trust"\nband = "8-10"\n\n[[card]]\nid = "trust.start"'
        ),
    )
    assert [problem.says for problem in tree.problems()] == ["`trust.a-first` has no words in en-GB"]


def test_a_guide_whose_words_are_gone_is_told_once(tree: Tree) -> None:
    (tree.content / LAMP_WORDS).unlink()
    says = [problem.says for problem in tree.problems() if problem.place.file == LAMP_WORDS]
    assert says == ["is missing"]


def test_two_words_beside_each_other_are_one_number_after_another(tree: Tree) -> None:
    tree.change(LAMP_WORDS, WHY, "Ring 0800 1111 (0808 800 5002).")
    (problem,) = tree.problems()
    assert "0808-800-5002" in problem.says


@pytest.mark.parametrize(
    ("own", "words"),
    [
        (CODE, "Let {child} press, as {child} always may, on"),
        ("Set the account of", "See what {child} uses on"),
    ],
)
def test_words_that_read_with_one_child_or_two_are_fine(tree: Tree, own: str, words: str) -> None:
    """An account is of one child."""
    tree.change(LAMP_WORDS, own, words)
    assert tree.problems() == ()
