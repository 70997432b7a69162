"""What is written is counted once."""

from familysafe.content.author import read_tree
from familysafe.content.stats import Stats, stats_of
from tests.content.tree import Tree


def counts(tree: Tree) -> Stats:
    read = read_tree(tree.content)
    return stats_of(read.catalogue, read.phrasebook)


def test_guides_are_counted_by_shelf(tree: Tree) -> None:
    assert counts(tree).guides == {"device": 1, "connection": 0, "app": 1, "home": 1}


def test_steps_and_what_belongs_to_them_are_counted(tree: Tree) -> None:
    found = counts(tree)
    assert (found.steps, found.tests, found.traps, found.ways_round, found.explanations) == (9, 9, 9, 9, 18)


def test_a_shared_step_counts_once(tree: Tree) -> None:
    tree.change("guides/chat/guide.toml", 'steps = ["', 'steps = ["home.tell", "')
    assert counts(tree).steps == 9


def test_a_step_without_a_trap_is_not_counted_among_traps(tree: Tree) -> None:
    tree.change("guides/chat/en-GB.toml", 'trap = "It looks on when it is not."\n', "")
    assert counts(tree).traps == 8


def test_what_is_still_to_confirm_is_counted(tree: Tree) -> None:
    tree.change("guides/lamp/guide.toml", 'confidence = "checked"', 'confidence = "to-confirm"')
    assert counts(tree).to_confirm == 1


def test_every_age_band_has_its_count_of_cards(tree: Tree) -> None:
    assert counts(tree).cards == {"0-4": 0, "5-7": 0, "8-10": 1, "11-12": 0, "13-15": 1, "16-17": 0}


def test_topics_services_and_languages_are_counted(tree: Tree) -> None:
    found = counts(tree)
    assert (found.topics, found.services, found.languages) == (1, 3, ("en-GB",))


def test_the_whole_world_is_not_counted_as_a_country(tree: Tree) -> None:
    assert counts(tree).countries == ("GB",)


def test_situations_are_counted(tree: Tree) -> None:
    assert counts(tree).situations == 1
    (tree.content / "situations/scare/situation.toml").rename(tree.content / "situations/scare/gone.toml")
    assert counts(tree).situations == 0


def test_what_is_not_written_yet_counts_as_none(tree: Tree) -> None:
    found = counts(tree)
    assert (found.rehearsals, found.promises) == (0, 0)
