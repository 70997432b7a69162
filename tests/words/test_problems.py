"""Every refusal has a sentence and a next step, and every gap in them can be filled."""

from string import Formatter

import pytest

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.words.problems import PROBLEMS, next_step, sentence

FACTS = {"folder": "/home/x", "why": "none was found", "says": "family.toml, line 3: odd"}


def refusal(code: Code) -> FamilySafeError:
    return FamilySafeError(code, **FACTS)


def test_every_code_has_words() -> None:
    assert set(PROBLEMS) == set(Code)


@pytest.mark.parametrize("code", Code)
def test_a_refusal_says_what_happened_and_what_to_do(code: Code) -> None:
    assert len(sentence(refusal(code))) > 10
    assert len(next_step(refusal(code))) > 10


@pytest.mark.parametrize("code", Code)
def test_only_known_facts_are_asked_for(code: Code) -> None:
    asked = {name for text in PROBLEMS[code]() for _, name, _, _ in Formatter().parse(text) if name is not None}
    assert asked <= set(FACTS)


@pytest.mark.parametrize("code", Code)
def test_a_refusal_without_facts_can_still_be_told(code: Code) -> None:
    told = sentence(FamilySafeError(code)) + next_step(FamilySafeError(code))
    assert "{" not in told


def test_two_refusals_never_read_alike() -> None:
    told = [sentence(refusal(code)) for code in Code]
    assert len(set(told)) == len(told)


def test_what_a_refusal_tells_is_never_taken_for_a_gap() -> None:
    error = FamilySafeError(Code.FAMILY_FILE, says="line 3: {folder} is odd")
    assert sentence(error) == "line 3: {folder} is odd"


def test_wrong_words_ask_for_another_look_than_a_wrong_passphrase() -> None:
    words, passphrase = (next_step(FamilySafeError(Code.VAULT_WRONG_SECRET, what=what)) for what in ("words", ""))
    assert "with the sheet" in words
    assert "keyboard" in passphrase
