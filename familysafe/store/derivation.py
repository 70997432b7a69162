"""From a secret that a person holds to a key: Argon2id, as costly as this computer bears."""

import os
import time
from importlib import import_module
from typing import TYPE_CHECKING

from nacl.bindings import crypto_pwhash_alg, crypto_pwhash_ALG_ARGON2ID13

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.secret import Passphrase, RecoveryWords, Secret
from familysafe.store.slots import KEY_BYTES, MEBIBYTE, SALT_BYTES, Cost

if TYPE_CHECKING:
    from mnemonic import Mnemonic

PASSES = 3
LEAST_MEMORY = 64 * MEBIBYTE
MOST_MEMORY = 256 * MEBIBYTE
LONG_ENOUGH = 0.4  # seconds
ENTROPY_BYTES = 16
WORDS = 12


def derive(secret: Secret, salt: bytes, cost: Cost) -> bytes:
    """32 bytes from a passphrase or from recovery words; VAULT_WRONG_SECRET where the words are no words of ours."""
    said = secret.text.encode() if isinstance(secret, Passphrase) else entropy(secret)
    key: bytes = crypto_pwhash_alg(KEY_BYTES, said, salt, cost.passes, cost.memory, crypto_pwhash_ALG_ARGON2ID13)
    return key


def calibrated() -> Cost:
    """The cost at which one derivation takes about half a second here, between 64 and 256 MiB."""
    memory = LEAST_MEMORY
    while memory < MOST_MEMORY:
        begin = time.perf_counter()
        derive(Passphrase("how long does it take"), bytes(SALT_BYTES), Cost(memory, PASSES))
        if time.perf_counter() - begin >= LONG_ENOUGH:
            break
        memory *= 2
    return Cost(memory, PASSES)


def new_words() -> RecoveryWords:
    """Twelve words that hold 128 random bits (BIP-39)."""
    return RecoveryWords(tuple(word_list().to_mnemonic(os.urandom(ENTROPY_BYTES)).split()))


def entropy(secret: RecoveryWords) -> bytes:
    """The 128 bits in the words; VAULT_WRONG_SECRET when a word or the checksum in the last one is wrong."""
    try:
        found = bytes(word_list().to_entropy(list(secret.words)))
    except (ValueError, LookupError):
        found = b""
    if len(found) != ENTROPY_BYTES:
        raise FamilySafeError(Code.VAULT_WRONG_SECRET, what="words")
    return found


def word_list() -> "Mnemonic":
    """BIP-39's English list, read only when a sheet is made or used."""
    found: Mnemonic = import_module("mnemonic").Mnemonic("english")
    return found
