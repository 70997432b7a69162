"""The style sheet stands on its own."""

from familysafe.output.html_style import STYLE


def test_it_loads_nothing_and_can_stand_in_a_page() -> None:
    assert "url(" not in STYLE
    assert "@import" not in STYLE
    assert "<" not in STYLE


def test_it_has_paper_and_darkness_in_mind() -> None:
    assert "size:A4" in STYLE
    assert "@media print" in STYLE
    assert "prefers-color-scheme:dark" in STYLE


def test_its_braces_close() -> None:
    assert STYLE.count("{") == STYLE.count("}")
