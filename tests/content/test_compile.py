"""Authored content is compiled when it has changed, and only when it can be read."""

import pytest

from familysafe.content import compile as compiling
from familysafe.content.author import read_tree
from familysafe.content.compile import ContentProblems, compile_content, compile_when_stale, digest_of, is_stale
from familysafe.content.compiled import Compiled, compiled_file
from familysafe.content.load import load
from tests.content.mistake import LAMP, SERVICES
from tests.content.tree import Tree

PARTS = ("phone", "web", "hours", "access")


def test_what_was_compiled_is_what_was_written(tree: Tree) -> None:
    compile_content(tree.resources)
    compiled, authored = load(tree.resources), read_tree(tree.content)
    assert (compiled.catalogue, compiled.phrasebook) == (authored.catalogue, authored.phrasebook)


def rechecking(tree: Tree, *parts: str) -> Compiled:
    """The tree compiled with these parts of The Desk still to be confirmed."""
    listed = ", ".join(f'"{part}"' for part in parts)
    tree.change(SERVICES, 'audience = "adult"', f'audience = "adult"\nrecheck = [{listed}]')
    compile_content(tree.resources)
    return load(tree.resources)


def test_what_is_still_to_be_confirmed_of_a_service_is_not_compiled(tree: Tree) -> None:
    made = rechecking(tree, "phone", "text", "web", "hours", "cost", "access")
    desk, said = made.catalogue.services["gb-desk"], made.phrasebook.services["gb-desk"]
    assert (desk.phone, desk.text, desk.web) == ("", "", "")
    assert (said.hours, said.cost, said.access) == ("", "", ())
    raw = compiled_file(tree.resources).read_text(encoding="utf-8")
    assert "0800 2222" not in raw
    assert "By post" not in raw


@pytest.mark.parametrize("part", PARTS)
def test_the_rest_of_a_service_is_compiled(tree: Tree, part: str) -> None:
    made = rechecking(tree, part)
    desk, said = made.catalogue.services["gb-desk"], made.phrasebook.services["gb-desk"]
    shown = {"phone": desk.phone, "web": desk.web, "hours": said.hours, "access": said.access}
    assert [name for name, value in shown.items() if not value] == [part]
    assert (said.name, desk.recheck) == ("The Desk", ())


def test_what_one_service_has_to_confirm_is_not_taken_from_another(tree: Tree) -> None:
    assert rechecking(tree, *PARTS).catalogue.services["gb-line"].phone == "0800 1111"


def test_a_service_without_words_does_not_stop_the_compiler(tree: Tree) -> None:
    tree.change("help/GB/en-GB.toml", "[service.gb-desk]", "[service.gb-desc]")
    assert rechecking(tree, "phone", "hours").catalogue.services["gb-desk"].phone == ""


def test_the_content_of_a_fresh_tree_is_stale(tree: Tree) -> None:
    assert is_stale(tree.resources)


def test_compiled_content_is_up_to_date(tree: Tree) -> None:
    assert compile_when_stale(tree.resources)
    assert not compile_when_stale(tree.resources)


def test_a_changed_word_makes_it_stale(tree: Tree) -> None:
    compile_content(tree.resources)
    tree.change("guides/lamp/en-GB.toml", "The lamp", "The big lamp")
    assert compile_when_stale(tree.resources)
    assert load(tree.resources).phrasebook.guides["lamp"].title == "The big lamp"


def test_a_renamed_folder_makes_it_stale(tree: Tree) -> None:
    before = digest_of(tree.content)
    (tree.content / "help" / "GB").rename(tree.content / "help" / "IE")
    assert digest_of(tree.content) != before


def test_a_file_that_came_makes_it_stale(tree: Tree) -> None:
    before = digest_of(tree.content)
    tree.write("help/IE/services.toml", "")
    assert digest_of(tree.content) != before


def test_a_new_shape_makes_it_stale(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest_of(tree.content)
    monkeypatch.setattr(compiling, "SCHEMA", compiling.SCHEMA + 1)
    assert digest_of(tree.content) != before


def test_the_readme_for_authors_does_not_count(tree: Tree) -> None:
    before = digest_of(tree.content)
    tree.write("README.md", "How to write a guide")
    assert digest_of(tree.content) == before


def test_a_damaged_compiled_file_with_another_digest_is_compiled_again(tree: Tree) -> None:
    compile_content(tree.resources)
    compiled_file(tree.resources).write_bytes(b"{")
    assert compile_when_stale(tree.resources)
    assert "lamp" in load(tree.resources).catalogue.guides


def test_content_with_problems_is_refused_with_all_of_them(tree: Tree) -> None:
    tree.change(LAMP, "weight = 4", "wieght = 4")
    tree.change("topics.toml", "icon", "icno")
    with pytest.raises(ContentProblems) as refused:
        compile_content(tree.resources)
    assert {problem.place.file for problem in refused.value.problems} == {LAMP, "topics.toml"}
    assert f"{LAMP}:{tree.line(LAMP, 'wieght')}: unknown key `wieght`" in str(refused.value)


def test_content_with_problems_leaves_the_compiled_file_as_it_was(tree: Tree) -> None:
    compile_content(tree.resources)
    before = compiled_file(tree.resources).read_bytes()
    tree.change(LAMP, "weight = 4", "wieght = 4")
    with pytest.raises(ContentProblems):
        compile_when_stale(tree.resources)
    assert compiled_file(tree.resources).read_bytes() == before


def test_no_draft_is_left_beside_the_compiled_file(tree: Tree) -> None:
    file = compile_content(tree.resources)
    assert list(file.parent.iterdir()) == [file]


def test_the_same_content_compiles_to_the_same_bytes(tree: Tree) -> None:
    first = compile_content(tree.resources).read_bytes()
    assert compile_content(tree.resources).read_bytes() == first
