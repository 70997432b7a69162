"""Palettes, type, spacing and icons."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import asdict
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from familysafe.app.paths import resources
from familysafe.ui import theme as themes
from familysafe.ui.theme import (
    CONTRAST_DARK,
    DARK,
    LIGHT,
    LOOKS,
    PLAIN_FONTS,
    SMALL,
    SMALLEST_BODY_PT,
    SMALLEST_PT,
    TITLE,
    Palette,
    Theme,
    better_family,
    palette_for,
)

MakeTheme = Callable[..., Theme]


@pytest.mark.parametrize(("look", "palette"), LOOKS.items())
def test_a_look_that_was_chosen_is_taken(qapp: QApplication, look: str, palette: Palette) -> None:
    assert palette_for(look) is palette


@pytest.mark.parametrize(("paper", "palette"), [("#1e1e1e", DARK), ("#efefef", LIGHT)])
def test_without_a_choice_the_desktop_decides(monkeypatch: pytest.MonkeyPatch, paper: str, palette: Palette) -> None:
    monkeypatch.setattr(QGuiApplication, "palette", lambda: QPalette(QColor(paper)))
    assert palette_for("system") is palette
    assert palette_for("a look of another version") is palette


def test_our_own_look_does_not_hide_what_the_desktop_decides(qapp: QApplication, make_theme: MakeTheme) -> None:
    qapp.setPalette(make_theme(DARK).qt_palette())
    assert palette_for("system") is LIGHT


@pytest.mark.parametrize("look", LOOKS)
def test_every_token_is_a_colour(look: str) -> None:
    colours = {name: value for name, value in asdict(LOOKS[look]).items() if name != "border"}
    assert all(QColor(value).isValid() and len(value) == 7 for value in colours.values())


@pytest.mark.parametrize("size", [90, 100, 150, 200])
def test_text_grows_as_it_was_asked_for(make_theme: MakeTheme, size: int) -> None:
    theme = make_theme(LIGHT, size)
    assert theme.scale == size / 100
    assert theme.font(TITLE).pointSizeF() > theme.font().pointSizeF() >= theme.font(SMALL).pointSizeF()
    assert theme.font().pointSizeF() >= SMALLEST_BODY_PT * size / 100
    assert theme.points(0.1) == SMALLEST_PT * size / 100


def test_a_font_may_be_heavier(theme: Theme) -> None:
    assert theme.font(weight=QFont.Weight.DemiBold).weight() == QFont.Weight.DemiBold


def test_lengths_grow_half_as_fast_as_text(make_theme: MakeTheme) -> None:
    assert make_theme(LIGHT, 100).px(40) == 40
    assert make_theme(LIGHT, 200).px(40) == 60


def colours_of(pixmap: QPixmap) -> set[str]:
    picture = pixmap.toImage()
    every = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    solid = (picture.pixelColor(x, y) for x, y in every if picture.pixelColor(x, y).alpha() == 255)
    return {colour.name() for colour in solid}


def test_an_icon_takes_the_colour_of_its_token(theme: Theme) -> None:
    assert colours_of(theme.pixmap("home", "teal", 48)) == {LIGHT.teal.lower()}
    assert colours_of(theme.pixmap("home", "#123456", 48)) == {"#123456"}


def test_an_icon_is_drawn_once(theme: Theme) -> None:
    assert theme.icon("home") is theme.icon("home")
    assert theme.icon("home") is not theme.icon("home", "teal")


def test_an_icon_that_is_missing_is_a_plain_device(theme: Theme) -> None:
    assert theme.pixmap("not-drawn-yet", "ink", 24).toImage() == theme.pixmap("device", "ink", 24).toImage()


def test_an_icon_is_as_large_as_it_was_asked_for(theme: Theme) -> None:
    pixmap = theme.pixmap("home", "ink", 31)
    assert pixmap.deviceIndependentSize().width() == 31


def test_without_a_screen_an_icon_can_still_be_drawn(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QGuiApplication, "primaryScreen", lambda: None)
    assert theme.pixmap("home", "ink", 24).width() == 24


def test_qts_own_palette_is_in_our_tokens(make_theme: MakeTheme) -> None:
    palette = make_theme(CONTRAST_DARK).qt_palette()
    roles = QPalette.ColorRole
    assert palette.color(roles.Window) == QColor(CONTRAST_DARK.paper)
    assert palette.color(roles.Text) == QColor(CONTRAST_DARK.ink)
    assert palette.color(QPalette.ColorGroup.Disabled, roles.Text) == QColor(CONTRAST_DARK.ink2)


def test_the_systems_own_font_is_kept() -> None:
    assert better_family("Segoe UI") == "Segoe UI"


@pytest.mark.parametrize(
    ("installed", "taken"), [(("Cantarell", "Noto Sans"), "Noto Sans"), ((), "DejaVu Sans"), (("Ubuntu",), "Ubuntu")]
)
def test_a_bare_fallback_gives_way_to_the_first_well_drawn_font(
    monkeypatch: pytest.MonkeyPatch, installed: tuple[str, ...], taken: str
) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda: list(installed))
    monkeypatch.setattr(QFontDatabase, "hasFamily", lambda family: family in installed)
    assert "DejaVu Sans" in PLAIN_FONTS
    assert better_family("DejaVu Sans") == taken


def test_a_small_system_font_is_not_taken_as_it_is(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(themes.QFontDatabase, "systemFont", lambda _which: QFont("Somewhere", 7))
    assert Theme(LIGHT, 100, Path(resources() / "icons")).base_pt == SMALLEST_BODY_PT
