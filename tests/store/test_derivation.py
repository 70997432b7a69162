"""From passphrases and words to keys."""

import pytest
from nacl.pwhash import argon2id

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.secret import Passphrase, RecoveryWords, words_of
from familysafe.store import derivation
from familysafe.store.derivation import calibrated, derive, entropy, new_words
from familysafe.store.slots import MEBIBYTE, Cost

CHEAP = Cost(8192, 1)
SALT = bytes(range(16))
ALL_ZERO = words_of("abandon " * 11 + "about")  # the first vector of BIP-39


def test_a_passphrase_is_derived_by_argon2id() -> None:
    expected = argon2id.kdf(32, "kettle é".encode(), SALT, opslimit=1, memlimit=8192)
    assert derive(Passphrase("kettle é"), SALT, CHEAP) == expected


def test_words_are_derived_from_the_bits_in_them() -> None:
    assert derive(ALL_ZERO, SALT, CHEAP) == argon2id.kdf(32, bytes(16), SALT, opslimit=1, memlimit=8192)


def test_salt_and_cost_make_another_key() -> None:
    kettle = Passphrase("kettle")
    assert (
        len({derive(kettle, SALT, CHEAP), derive(kettle, bytes(16), CHEAP), derive(kettle, SALT, Cost(8192, 2))}) == 3
    )


def test_new_words_are_twelve_and_hold_128_bits() -> None:
    words = new_words()
    assert len(words.words) == 12
    assert len(entropy(words)) == 16
    assert new_words() != words


@pytest.mark.parametrize(
    "typed",
    ["", "abandon", "abandon " * 12, "abandon " * 11 + "kettle", "abandon " * 23 + "art", "абв " * 12],
    ids=["none", "one", "checksum", "no-such-word", "twenty-four", "another-alphabet"],
)
def test_words_that_are_no_sheet_of_ours_are_a_wrong_secret(typed: str) -> None:
    with pytest.raises(FamilySafeError) as refused:
        derive(words_of(typed), SALT, CHEAP)
    assert refused.value.code is Code.VAULT_WRONG_SECRET


@pytest.mark.parametrize(("seconds", "memory"), [(0.5, 64), (0.3, 128), (0.01, 256)])
def test_the_cost_doubles_until_it_takes_long_enough(
    monkeypatch: pytest.MonkeyPatch, seconds: float, memory: int
) -> None:
    clock = [0.0]

    def pretend(_secret: Passphrase | RecoveryWords, _salt: bytes, cost: Cost) -> bytes:
        clock[0] += seconds * cost.memory / (64 * MEBIBYTE)
        return b""

    monkeypatch.setattr(derivation, "derive", pretend)
    monkeypatch.setattr(derivation.time, "perf_counter", lambda: clock[0])
    assert calibrated() == Cost(memory * MEBIBYTE, 3)
