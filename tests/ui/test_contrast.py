"""Words can be read on everything they stand on (WCAG 2.2: 1.4.3 at AA, 1.4.6 in high contrast)."""

import pytest

from familysafe.ui.theme import LOOKS, Palette

# What text of a token stands on, as the style sheet and the painters have it.
STANDS_ON = {
    "ink": ("paper", "surface", "sunk", "tint", "ambertint", "helptint"),
    "ink2": ("paper", "surface", "sunk", "tint", "ambertint", "helptint"),
    "teal": ("paper", "surface", "sunk", "tint"),
    "tealink": ("surface", "tint"),
    "amber": ("surface", "ambertint"),
    "help": ("paper", "surface", "helptint"),
    "on_teal": ("teal",),
    "surface": ("tealink",),
}
PAIRS = [(token, ground) for token, grounds in STANDS_ON.items() for ground in grounds]
# What is no text but must be seen: a ring, a tick's edge, the edge of what one writes into (1.4.11).
SHAPES = [("focus", ground) for ground in ("paper", "surface", "sunk", "tint")] + [
    ("ink2", "surface"),
    ("teal", "surface"),
]


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("one", "other", "ratio"), [("#000000", "#FFFFFF", 21), ("#777777", "#FFFFFF", 4.48)])
def test_contrast_is_counted_as_wcag_does(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize(("token", "ground"), PAIRS)
@pytest.mark.parametrize("look", LOOKS)
def test_text_stands_out_from_its_ground(look: str, token: str, ground: str) -> None:
    palette: Palette = LOOKS[look]
    least = 7.0 if look.startswith("contrast") else 4.5
    assert contrast(getattr(palette, token), getattr(palette, ground)) >= least


@pytest.mark.parametrize(("token", "ground"), SHAPES)
@pytest.mark.parametrize("look", LOOKS)
def test_shapes_that_say_something_stand_out(look: str, token: str, ground: str) -> None:
    palette: Palette = LOOKS[look]
    assert contrast(getattr(palette, token), getattr(palette, ground)) >= 3.0
