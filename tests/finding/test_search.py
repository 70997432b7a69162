"""People find what they mean, also when they do not spell it as we do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysafe.finding.search import Entry, Index, fold

INDEX = Index(
    [
        Entry("code", ("Give the iPad a Screen Time code", "Settings, Screen Time")),
        Entry("chat", ("Decide who may chat in Roblox", "Roblox")),
        Entry("filter", ("Turn the filter on", "what they might see")),
        Entry("café", ("Wi-Fi in the café",)),
    ]
)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("roblox", "chat"),
        ("ROBLOX", "chat"),
        ("robl", "chat"),
        ("screen time", "code"),
        ("time scr", "code"),
        ("  filter!  ", "filter"),
        ("café", "café"),
        ("wi-fi", "café"),
        ("robolx", "chat"),
        ("scren time", "code"),
    ],
)
def test_a_thing_is_found_by_its_words_their_beginnings_and_near_misses(typed: str, key: str) -> None:
    assert INDEX.find(typed)[:1] == (key,)


@pytest.mark.parametrize("typed", ["", "   ", "!?", "zzzzzzzz", "zz"])
def test_nothing_is_found_for_nothing_and_for_what_is_nowhere(typed: str) -> None:
    assert INDEX.find(typed) == ()


def test_fewer_wrong_letters_come_first() -> None:
    index = Index([Entry("two", ("Snepchit",)), Entry("one", ("Snapchit",))])
    assert index.find("snapchat") == ("one", "two")


@pytest.mark.parametrize("typed", ["bully", "bullying"])
def test_a_word_that_is_there_or_begins_one_is_no_slip_for_another(typed: str) -> None:
    index = Index([Entry("buying", ("Buying by voice", "a bulky thing")), Entry("bullying", ("Bullying",))])
    assert index.find(typed) == ("bullying",)


def test_a_known_word_is_no_slip_for_another() -> None:
    entries = [Entry("buying", ("Buying by voice",))]
    assert Index(entries).find("bullying") == ("buying",)
    assert Index(entries, known=["Bullying or a pile-on"]).find("bullying") == ()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("robloks", "Roblox"),
        ("roblocs", "Roblox"),
        ("instgram", "Instagram"),
        ("watsapp", "WhatsApp"),
        ("hwatsapp", "WhatsApp"),
        ("snapchap", "Snapchat"),
        ("playstashun", "PlayStation"),
    ],
)
def test_names_are_found_through_their_slips(typed: str, name: str) -> None:
    assert Index([Entry("it", (name,))]).find(typed) == ("it",)


@pytest.mark.parametrize(("typed", "word"), [("vtech", "tech"), ("garmin", "gaming"), ("telstra", "Telegram")])
def test_what_differs_by_more_than_a_slip_is_another_name(typed: str, word: str) -> None:
    assert Index([Entry("other", (word,))]).find(typed) == ()


def test_a_thing_is_found_once_by_however_many_of_its_texts() -> None:
    assert INDEX.find("screen") == ("code",)


def test_a_long_list_is_cut_short() -> None:
    index = Index(Entry(number, ("step",)) for number in range(20))
    assert index.find("step", most=3) == (0, 1, 2)


def test_a_short_word_is_not_guessed_at() -> None:
    assert INDEX.find("rbx") == ()


@given(st.text(max_size=30))
def test_whatever_is_typed_nothing_breaks(typed: str) -> None:
    assert set(INDEX.find(typed)) <= {"code", "chat", "filter", "café"}


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
