"""Content that was changed in any way is refused or can be read; nothing else ever happens."""

from collections import Counter
from pathlib import Path
from zlib import crc32

import pytest
from msgspec import DecodeError

from familysafe.content.compile import compile_content
from familysafe.content.compiled import BODY, Compiled
from familysafe.content.load import decode
from familysafe.domain.errors import Code, FamilySafeError
from tests.content.tree import flawless
from tests.faults.chance import Dice, dice_of
from tests.faults.conftest import Record, Size

# What a reader of JSON may stumble over.
TRAPS = (
    b"null",
    b"true",
    b"-1",
    b"1e999",
    b"99999999999999999999999999",
    b'""',
    b'"\\ud800"',
    b'"\xff"',
    b"[]",
    b"{}",
    b"[" * 3_000,
    b'{"":' * 3_000,
    b'"9999-99-99"',
    b",",
    b'"',
    b"}",
    b"\x00",
)


@pytest.fixture
def raw(tmp_path: Path) -> bytes:
    """A small catalogue, so that no place in it is seldom hit."""
    return compile_content(flawless(tmp_path).resources).read_bytes()


def mutated(raw: bytes, dice: Dice) -> bytes:
    """One to eight places changed; half of them with a sum that is right again, so that the reader sees them all."""
    found = bytearray(raw)
    for _ in range(dice.randint(1, 8)):
        dice.choice(WAYS)(found, dice)
    at = found.find(BODY)
    if at < 0 or dice.randrange(2):
        return bytes(found)
    sum_now = crc32(memoryview(found)[at + len(BODY) : -1])
    return with_sum(bytes(found[:at]), sum_now) + bytes(found[at:])


def with_sum(head: bytes, number: int) -> bytes:
    before, name, _ = head.partition(b'"crc32":')
    return before + name + str(number).encode()


def change_a_byte(content: bytearray, dice: Dice) -> None:
    content[dice.randrange(len(content))] = dice.randrange(256)


def take_out(content: bytearray, dice: Dice) -> None:
    at = dice.randrange(len(content) - 20)
    del content[at : at + dice.randint(1, 12)]


def double(content: bytearray, dice: Dice) -> None:
    at, to = dice.randrange(len(content)), dice.randrange(len(content))
    content[to:to] = bytes(content[at : at + dice.randint(1, 60)])


def set_a_trap(content: bytearray, dice: Dice) -> None:
    at = dice.randrange(len(content))
    content[at : at + dice.randint(0, 4)] = dice.choice(TRAPS)


def replace_a_value(content: bytearray, dice: Dice) -> None:
    """What follows a colon, up to the next comma."""
    at = content.find(b":", dice.randrange(len(content))) + 1
    end = content.find(b",", at)
    if 0 < at < end:
        content[at:end] = dice.choice(TRAPS)


WAYS = (change_a_byte, take_out, double, set_a_trap, replace_a_value)


def outcome(content: bytes) -> str:
    """How reading ends: refused, read, or (after a forged sum) with words that say that they are damaged."""
    try:
        found = decode(content)
    except FamilySafeError as refused:
        return "refused" if refused.code is Code.CONTENT_DAMAGED else f"unexpected {refused.code}"
    except Exception as error:  # noqa: BLE001 - it is what we look for
        return f"unexpected {type(error).__name__}"
    return words(found)


def words(found: Compiled) -> str:
    book = found.phrasebook
    try:
        for shelf in (book.guides, book.steps, book.cards, book.services):
            for own in shelf:
                shelf[own]
    except (DecodeError, UnicodeDecodeError):
        return "words refused"
    except Exception as error:  # noqa: BLE001 - it is what we look for
        return f"unexpected {type(error).__name__} in words"
    return "read"


def test_mutated_catalogues_end_in_no_unexpected_error(raw: bytes, size: Size, record_property: Record) -> None:
    dice, found = dice_of("catalogues"), Counter[str]()
    for _ in range(size(4_000, 200_000)):
        found[outcome(mutated(raw, dice))] += 1
    unexpected = {how: count for how, count in found.items() if how.startswith("unexpected")}
    record_property("mutated catalogues", found.total())
    record_property("unexpected errors", sum(unexpected.values()))
    assert unexpected == {}
    # The dice reached every door.
    assert set(found) == {"refused", "words refused", "read"}
