"""The authored tree becomes a catalogue and a phrasebook, with every problem collected."""

import pytest

from familysafe.content.author import read_tree
from familysafe.domain.catalogue import RetiredKind
from familysafe.domain.household import AgeBand
from familysafe.domain.phrasebook import Local
from familysafe.domain.situation import HelpStepKind
from tests.content.mistake import CARDS, CHAT, LAMP, LAMP_WORDS, RETIRED, SCARE, SCARE_WORDS, SERVICES, Mistake
from tests.content.tree import Tree

TWICE = "is written twice"
MISTAKES = (
    Mistake(
        "a guide in another folder", LAMP, 'id = "lamp"', 'id = "lantern"', "`lantern` stands in the folder `lamp`"
    ),
    Mistake("a step of another guide", CHAT, 'id = "chat.block"', 'id = "lamp.block"', "must begin with `chat.`"),
    Mistake("a card of another topic", CARDS, 'id = "trust.later"', 'id = "games.later"', "must begin with `trust.`"),
    Mistake("a step written twice", LAMP, 'id = "lamp.filter"', 'id = "lamp.code"', TWICE),
    Mistake("words written twice", LAMP_WORDS, "[step.filter]", "[step.code]", TWICE),
    Mistake("an unknown key", LAMP, "weight = 4", "wieght = 4", "unknown key `wieght` in `lamp.account`"),
    Mistake("an unknown key of a guide", LAMP, "shelf_life", "shelflife", "did you mean `shelf_life`?"),
    Mistake("an unknown key of words", LAMP_WORDS, "about =", "abuot =", "unknown key `abuot`; did you mean `about`?"),
    Mistake("a target of no kind", LAMP, 'target = "device"', 'target = "phone"', "Invalid enum value 'phone'"),
    Mistake("a date that never was", LAMP, "checked = 2026-01-10", "checked = 2026-02-30", "is not valid TOML"),
    Mistake("an age group of no kind", LAMP_WORDS, "explain.8-10", "explain.8-11", "Invalid enum value '8-11'"),
    Mistake("a step that left in no way", RETIRED, '"renamed"', '"lost"', "Invalid enum value 'lost'"),
    Mistake(
        "a situation in another folder", SCARE, 'id = "scare"', 'id = "shock"', "`shock` stands in the folder `scare`"
    ),
    Mistake("a step of another situation", SCARE, 'id = "scare.note"', 'id = "x.note"', "must begin with `scare.`"),
    Mistake("an unknown key of a situation", SCARE, "order = 10", "odrer = 10", "did you mean `order`?"),
    Mistake("a step of help of no kind", SCARE, 'kind = "note"', 'kind = "notes"', "Invalid enum value 'notes'"),
    Mistake("a contact that is no list", SCARE, 'INT = ["int-help"]', 'INT = "int-help"', "`contacts`", "[contacts]"),
    Mistake("an unknown key of what is said", SCARE_WORDS, "if_not", "if_nto", "did you mean `if_not`?"),
    Mistake("an unknown key of a tile", SCARE_WORDS, "about =", "abuot =", "did you mean `about`?"),
    Mistake(
        "a part of a service that is none",
        SERVICES,
        'audience = "child"',
        'audience = "child"\nrecheck = ["phon"]',
        "Invalid enum value 'phon'",
        "recheck",
    ),
)


@pytest.mark.parametrize("mistake", [one for one in MISTAKES if one.says != TWICE], ids=str)
def test_a_mistake_is_told_at_its_own_line(tree: Tree, mistake: Mistake) -> None:
    mistake.make(tree)
    mistake.is_told(tree)


@pytest.mark.parametrize("mistake", [one for one in MISTAKES if one.says == TWICE], ids=str)
def test_what_is_written_twice_is_told_with_the_other_place(tree: Tree, mistake: Mistake) -> None:
    mistake.make(tree)
    told = [problem for problem in tree.problems() if problem.place.file == mistake.file and TWICE in problem.says]
    other = tree.line(mistake.file, mistake.new)
    assert len(told) == 1
    assert told[0].place.line > other


@pytest.mark.parametrize(
    "file",
    [LAMP, LAMP_WORDS, CARDS, "cards/trust/en-GB.toml", SERVICES, SCARE, SCARE_WORDS, "topics.toml", RETIRED],
)
def test_a_file_that_is_not_there_is_missing(tree: Tree, file: str) -> None:
    (tree.content / file).unlink()
    assert f"{file}:1: is missing" in [str(problem) for problem in read_tree(tree.content).problems]


def test_a_guide_knows_its_steps_in_the_authors_order(tree: Tree) -> None:
    guide = read_tree(tree.content).catalogue.guides["lamp"]
    assert guide.steps == ("lamp.account", "lamp.code", "lamp.filter")


def test_structure_and_words_meet_under_one_id(tree: Tree) -> None:
    read = read_tree(tree.content)
    assert read.catalogue.steps.keys() == read.phrasebook.steps.keys()
    assert read.catalogue.cards.keys() == read.phrasebook.cards.keys()
    assert read.catalogue.guides.keys() == read.phrasebook.guides.keys()
    assert read.catalogue.services.keys() == read.phrasebook.services.keys()
    assert read.catalogue.situations.keys() == read.phrasebook.situations.keys()
    assert read.catalogue.help_steps.keys() == read.phrasebook.help_steps.keys()
    assert read.catalogue.topics.keys() == read.phrasebook.topics.keys()


def test_a_guide_s_systems_and_birthdays_are_among_its_words(tree: Tree) -> None:
    said = read_tree(tree.content).phrasebook.guides["lamp"]
    assert said.systems == {"glow-2": "Glow 2", "glow-1": "Glow 1"}
    assert said.birthdays == {"13": ("At 13 the child may turn it off.",)}


def test_a_card_is_written_for_one_age_group(tree: Tree) -> None:
    cards = read_tree(tree.content).catalogue.cards
    assert {own: card.band for own, card in cards.items()} == {
        "trust.start": AgeBand.FROM_8,
        "trust.later": AgeBand.FROM_13,
    }


def test_a_situation_knows_its_steps_and_contacts_by_country(tree: Tree) -> None:
    scare = read_tree(tree.content).catalogue.situations["scare"]
    assert scare.steps == ("scare.tell", "scare.note")
    assert scare.steps_in == {"AU": ("scare.note", "scare.tell")}
    assert scare.contacts == {"GB": ("gb-line", "gb-desk"), "INT": ("int-help",)}
    assert (scare.plan, scare.cards) == (("lamp.code",), ("trust.start",))
    assert (scare.quiet, scare.child, scare.small) == (False, False, False)


def test_a_step_of_help_knows_its_services_and_its_words(tree: Tree) -> None:
    read = read_tree(tree.content)
    step, said = read.catalogue.help_steps["scare.tell"], read.phrasebook.help_steps["scare.tell"]
    assert (step.kind, step.services) == (HelpStepKind.WORDS, ("gb-line", "int-help"))
    assert said.do == ("Sit down.", Local("Call 999 if you must.", ("GB",)))
    assert (said.say, said.not_to_say, said.never, said.if_not) == (
        ("I am glad you told me.",),
        ("Why did you?",),
        ("Do not ask to see it.",),
        ("Let them draw it.",),
    )


def test_a_situation_has_its_title_and_aliases(tree: Tree) -> None:
    said = read_tree(tree.content).phrasebook.situations["scare"]
    assert (said.title, said.about, said.aliases) == ("A scare", ("Some thing made the child sad.",), ("fright",))


def test_a_situation_that_cannot_be_read_does_not_hide_its_steps(tree: Tree) -> None:
    tree.change(SCARE, "order = 10", 'order = "first"')
    read = read_tree(tree.content)
    assert "scare" not in read.catalogue.situations
    assert "scare.note" in read.catalogue.help_steps


def test_words_of_a_situation_that_cannot_be_read_do_not_hide_those_of_its_steps(tree: Tree) -> None:
    tree.change(SCARE_WORDS, 'title = "A scare"', "title = 5")
    read = read_tree(tree.content)
    assert "scare" not in read.phrasebook.situations
    assert "scare.note" in read.phrasebook.help_steps


def test_a_situation_whose_files_cannot_be_read_is_told(tree: Tree) -> None:
    tree.write(SCARE, "nonsense")
    tree.write(SCARE_WORDS, "nonsense")
    told = {problem.place.file for problem in read_tree(tree.content).problems}
    assert told >= {SCARE, SCARE_WORDS}


def test_a_retired_id_says_where_answers_go(tree: Tree) -> None:
    old = read_tree(tree.content).catalogue.retired["lamp.old"]
    assert (old.how, old.to) == (RetiredKind.RENAMED, "lamp.code")


def test_a_guide_that_cannot_be_read_does_not_hide_its_steps(tree: Tree) -> None:
    tree.change(LAMP, 'kind = "device"', 'kind = "gadget"')
    read = read_tree(tree.content)
    assert "lamp" not in read.catalogue.guides
    assert "lamp.code" in read.catalogue.steps


def test_words_of_a_guide_that_cannot_be_read_do_not_hide_those_of_its_steps(tree: Tree) -> None:
    tree.change(LAMP_WORDS, 'title = "The lamp"', "title = 5")
    read = read_tree(tree.content)
    assert "lamp" not in read.phrasebook.guides
    assert "lamp.code" in read.phrasebook.steps


def test_a_first_block_that_is_not_toml_is_told(tree: Tree) -> None:
    tree.change(LAMP_WORDS, 'title = "The lamp"', 'title = "The lamp')
    assert [str(problem).partition(": ")[0] for problem in read_tree(tree.content).problems] == [f"{LAMP_WORDS}:1"]


def test_a_file_that_is_no_folder_is_passed_over(tree: Tree) -> None:
    tree.write("guides/notes.txt", "remember the milk")
    assert tree.problems() == ()


def test_the_small_tables_of_a_guide_are_read_as_sentences_too(tree: Tree) -> None:
    tree.change(LAMP_WORDS, "At 13 the child may turn it off.", "At 13 they <b>may</b> turn it off.")
    line = tree.line(LAMP_WORDS, "13 = ")
    assert [problem.place.line for problem in tree.problems()] == [line]
