"""The same secret in every spelling, and never in a log."""

import pytest

from familysafe.domain.secret import Passphrase, RecoveryWords, passphrase_of, words_of


@pytest.mark.parametrize("typed", ["kettle  é", "  kettle  e\u0301 ", "kettle  é\n"])
def test_a_passphrase_is_the_same_on_every_keyboard(typed: str) -> None:
    assert passphrase_of(typed) == Passphrase("kettle  é")


def test_capital_letters_and_inner_spaces_of_a_passphrase_count() -> None:
    assert passphrase_of("A b") not in (passphrase_of("a b"), passphrase_of("A  b"))


@pytest.mark.parametrize("typed", ["abandon ability able", " Abandon, ability,\nABLE ", "abandon\tability  able"])
def test_words_are_the_same_however_they_are_written_down(typed: str) -> None:
    assert words_of(typed) == RecoveryWords(("abandon", "ability", "able"))


def test_a_secret_does_not_show_itself() -> None:
    shown = f"{Passphrase('kettle')!r} {RecoveryWords(('abandon',))!r} {Passphrase('kettle')} {(Passphrase('kettle'),)}"
    assert "kettle" not in shown
    assert "abandon" not in shown
