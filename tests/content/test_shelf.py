"""Words are decoded when they are asked for, and once."""

import msgspec
import pytest

from familysafe.content.shelf import Shelf
from familysafe.domain.phrasebook import ServiceWords

RAW = {
    "a": msgspec.Raw(b'{"name":"Childline","does":["Listens."]}'),
    "b": msgspec.Raw(b'{"name":7}'),
}


@pytest.fixture
def shelf() -> Shelf[ServiceWords]:
    return Shelf(RAW, ServiceWords)


def test_what_is_asked_for_is_decoded(shelf: Shelf[ServiceWords]) -> None:
    assert shelf["a"] == ServiceWords("Childline", ("Listens.",))


def test_it_is_decoded_once(shelf: Shelf[ServiceWords]) -> None:
    assert shelf["a"] is shelf["a"]


def test_nothing_is_decoded_to_count_or_name_them(shelf: Shelf[ServiceWords]) -> None:
    assert (len(shelf), list(shelf), "b" in shelf, "c" in shelf) == (2, ["a", "b"], True, False)


def test_what_is_damaged_is_noticed_when_it_is_asked_for(shelf: Shelf[ServiceWords]) -> None:
    with pytest.raises(msgspec.ValidationError):
        shelf["b"]


def test_what_is_not_there_is_not_there(shelf: Shelf[ServiceWords]) -> None:
    with pytest.raises(KeyError):
        shelf["c"]
    assert shelf.get("c") is None
