"""`familysafe help`: the right numbers, the most urgent first."""

from pathlib import Path

import pytest

from familysafe.__main__ import main
from familysafe.app.preferences import keep_appearance
from familysafe.cli.help import help_lines
from familysafe.content.compiled import Compiled
from familysafe.domain.guide import Confidence
from familysafe.domain.service import ServiceKind
from familysafe.domain.views import Appearance
from tests.builders import a_service, content_of, service_words

Out = pytest.CaptureFixture[str]


def test_emergency_comes_first(shelf: Path, capsys: Out, tmp_path: Path) -> None:
    assert main(["--data-dir", str(tmp_path), "help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Help in United Kingdom (GB)\n")
    assert 0 < said.index("Call: 999") < said.index("Call: 0800 1111")


def test_the_country_chosen_in_the_window_is_the_one(shelf: Path, capsys: Out, tmp_path: Path) -> None:
    keep_appearance(tmp_path, Appearance(help_country="IE"))
    assert main(["--data-dir", str(tmp_path), "help"]) == 0
    assert capsys.readouterr().out.startswith("No service in Ireland (IE) has been checked yet.\n")


def test_another_country_can_be_asked_for(shelf: Path, capsys: Out) -> None:
    assert main(["help", "--country", "de"]) == 0
    said = capsys.readouterr().out
    assert "Germany (DE)" in said
    assert "0800" not in said


def test_an_unknown_country_is_refused(shelf: Path, capsys: Out) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["help", "--country", "UK"])
    assert caught.value.code == 2
    assert "the nearest is “GB”" in capsys.readouterr().err


def test_a_country_without_services_gets_the_international_ones() -> None:
    content = content_of([], services=[a_service("int-portal", country="INT", web="https://example.org/")])
    said = list(help_lines(content, "DE"))
    assert said[0] == "No service in Germany (DE) has been checked yet."
    assert "  Web: https://example.org/" in said


def test_a_service_says_all_that_is_known_of_it() -> None:
    service = a_service(
        "gb-x", text="85258", nations=("ENG", "WLS", "XXX"), confidence=Confidence.TO_CONFIRM, kind=ServiceKind.CRISIS
    )
    words = service_words("Somebody", hours="Always", cost="Free", access=("By post.",))
    said = " ".join(" ".join(help_lines(content_of([], services=[service], words={"gb-x": words}), "GB")).split())
    for part in ("In a crisis", "Somebody", "Text: 85258", "Always", "Free", "By post.", "England, Wales, XXX"):
        assert part in said
    assert "to be confirmed" in said
    assert "checked on 1 November 2026" in said


def test_the_real_content_has_help_for_this_country(content: Compiled) -> None:
    assert any(line.endswith("999") for line in help_lines(content, "GB"))
