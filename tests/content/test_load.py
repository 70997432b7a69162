"""The app reads compiled content, or says that it is missing or damaged."""

import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from familysafe.content.compile import compile_content
from familysafe.content.compiled import BODY, SCHEMA, compiled_file
from familysafe.content.load import decode, load
from familysafe.domain.errors import Code, FamilySafeError
from tests.content.tree import Tree

ROUNDS = 2_000
RUBBISH = (
    b"",
    b"{",
    b"null",
    b"[]",
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"digest":"x"}',
    b'{"digest":"\xc3"}',
    b'{"digest":"\\ud800"}',
)


def refusal(raw: bytes) -> Code:
    with pytest.raises(FamilySafeError) as refused:
        decode(raw)
    return refused.value.code


@pytest.fixture
def raw(tree: Tree) -> bytes:
    return compile_content(tree.resources).read_bytes()


def test_content_that_was_never_compiled_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FamilySafeError) as refused:
        load(tmp_path)
    assert refused.value.code is Code.CONTENT_MISSING


def test_a_folder_in_its_place_is_damaged_content(tmp_path: Path) -> None:
    compiled_file(tmp_path).mkdir(parents=True)
    with pytest.raises(FamilySafeError) as refused:
        load(tmp_path)
    assert refused.value.code is Code.CONTENT_DAMAGED


@pytest.mark.parametrize("rubbish", RUBBISH, ids=lambda rubbish: repr(rubbish[:20]))
def test_rubbish_is_damaged_content(rubbish: bytes) -> None:
    assert refusal(rubbish) is Code.CONTENT_DAMAGED


def test_content_cut_short_anywhere_is_damaged(raw: bytes) -> None:
    lengths = random.Random(1).sample(range(len(raw)), 200)  # noqa: S311 - repeatable
    assert {refusal(raw[:length]) for length in lengths} == {Code.CONTENT_DAMAGED}


def test_content_of_another_shape_is_damaged(raw: bytes) -> None:
    assert refusal(raw.replace(b'"schema":%d' % SCHEMA, b'"schema":%d' % (SCHEMA + 1))) is Code.CONTENT_DAMAGED


def test_content_with_a_key_nobody_knows_is_damaged(raw: bytes) -> None:
    assert refusal(raw.replace(b'"language":', b'"script":"x","language":', 1)) is Code.CONTENT_DAMAGED


def test_the_file_is_one_json_object(raw: bytes) -> None:
    assert set(msgspec.json.decode(raw)) == {"digest", "schema", "language", "crc32", "body"}


def test_damage_of_any_kind_is_noticed_and_never_another_error(raw: bytes) -> None:
    for damaged in mutations(raw, random.Random(2)):  # noqa: S311 - repeatable
        if damaged != raw:
            assert harmless(damaged, raw) or refusal(damaged) is Code.CONTENT_DAMAGED


def harmless(damaged: bytes, raw: bytes) -> bool:
    """Only the two words of the head that the app does not act on, or what JSON may say in another way, were hit."""
    return damaged.endswith(raw[raw.index(BODY) :])


def mutations(raw: bytes, dice: random.Random) -> Iterator[bytes]:
    """Bytes changed, taken out, doubled or put elsewhere, one to eight times each."""
    for _ in range(ROUNDS):
        damaged = bytearray(raw)
        for _ in range(dice.randint(1, 8)):
            at, length = dice.randrange(len(damaged)), dice.randint(1, 12)
            kind = dice.randrange(4)
            if kind == 0:
                damaged[at] = dice.randrange(256)
            elif kind == 1:
                del damaged[at : at + length]
            elif kind == 2:
                damaged[at:at] = damaged[at : at + length]
            else:
                to = dice.randrange(len(damaged))
                damaged[to:to] = bytes(damaged[at : at + length])
        yield bytes(damaged)
