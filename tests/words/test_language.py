"""Words come in the language of the computer where it was written, and in English elsewhere."""

import gettext
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from familysafe.words.language import DOMAIN, _, ngettext, translations


@pytest.fixture
def welsh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer that speaks Welsh, with three messages of ours."""
    said = Catalog(locale="cy")
    said.add("Later", "Wedyn")
    said.add(("{n} step", "{n} steps"), tuple(f"{{n}} cam{form}" for form in range(said.num_plurals)))
    folder = tmp_path / "cy" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / f"{DOMAIN}.mo").open("wb") as stream:
        write_mo(stream, said)
    before = gettext.bindtextdomain(DOMAIN)
    monkeypatch.setenv("LANGUAGE", "cy")
    gettext.bindtextdomain(DOMAIN, str(tmp_path))
    translations.cache_clear()
    yield
    gettext.bindtextdomain(DOMAIN, before)
    translations.cache_clear()


def test_a_word_is_said_in_the_language_of_the_computer(welsh: None) -> None:
    assert _("Later") == "Wedyn"


def test_a_word_that_was_not_translated_is_said_in_english(welsh: None) -> None:
    assert _("To do") == "To do"


def test_the_plural_of_the_language_decides(welsh: None) -> None:
    assert ngettext("{n} step", "{n} steps", 1).startswith("{n} cam")


@pytest.mark.parametrize(("count", "said"), [(0, "steps"), (1, "step"), (2, "steps")])
def test_without_a_translation_english_counts(count: int, said: str) -> None:
    translations.cache_clear()
    assert ngettext("step", "steps", count) == said
