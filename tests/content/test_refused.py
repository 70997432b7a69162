"""Withdrawn numbers and names are found however they are spelled; copies of pages by their host."""

import pytest

from familysafe.content.refused import NAMES, NUMBERS, mirror_in, refused_in


@pytest.mark.parametrize("number", NUMBERS)
def test_a_withdrawn_number_is_found(number: str) -> None:
    assert refused_in(f"Ring {number}.") == number


@pytest.mark.parametrize(
    "spelled",
    [
        "08088005002",
        "0808 800 5002",
        "0808-800-5002",
        "(0808) 800 5002",
        "0808\u00a0800\u00a05002",
        "0808.800.5002",
        "0808–800–5002",
        "0808\u2011800\u20115002",
        "+44 808 800 5002",
        "+44 (0)808 800 5002",
    ],
)
def test_a_withdrawn_number_is_found_in_every_spelling(spelled: str) -> None:
    assert refused_in(f"Ring {spelled} today") == "0808-800-5002"


@pytest.mark.parametrize("text", ["999 or 0808 800 5002", "999 0808 800 5002", "0808 800 5002 (0800 1111)"])
def test_a_withdrawn_number_is_found_beside_another(text: str) -> None:
    assert refused_in(text) == "0808-800-5002"


@pytest.mark.parametrize("text", ["0800 1111", "10808 800 5002", "0808 800 50021", "188858", "2026-11-21", ""])
def test_a_number_that_only_looks_alike_is_not_refused(text: str) -> None:
    assert refused_in(text) is None


@pytest.mark.parametrize("name", NAMES)
def test_a_withdrawn_name_is_found_in_small_letters_too(name: str) -> None:
    assert refused_in(f"ask {name.lower()} first") == name


def test_a_withdrawn_name_is_found_whatever_stands_between_its_words() -> None:
    assert refused_in("ask Action\u00a0Fraud") == "Action Fraud"
    assert refused_in("ask Net  Aware") == "Net Aware"
    assert refused_in("see https://www.thinkuknow.co.uk") == "thinkuknow"


@pytest.mark.parametrize(
    ("url", "mirror"),
    [
        ("https://archive.org/x", "archive.org"),
        ("https://web.archive.org/web/x", "archive.org"),
        ("https://ARCHIVE.PH:443/x", "archive.ph"),
        ("https://support-apple-com.translate.goog/x", "translate.goog"),
        ("https://support.apple.com/archive.org", None),
        ("https://notarchive.org/", None),
        ("https://archive.today./x", "archive.today"),
        ("https://r.jina.ai/https://support.apple.com", "r.jina.ai"),
        ("archive.org", None),
    ],
)
def test_a_copy_is_known_by_its_host(url: str, mirror: str | None) -> None:
    assert mirror_in(url) == mirror
