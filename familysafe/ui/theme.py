"""Palettes, type scale, spacing, and icons tinted from the palette."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

RADIUS = 12
TARGET = 44
AVATAR, LARGE_AVATAR = 36, 44
SMALLEST_BODY_PT = 11.0
SMALLEST_PT = 10.0
HALF_LIGHT = 128
TITLE, SECTION, BODY, SMALL = 1.85, 1.2, 1.0, 0.9
PLAIN_FONTS = frozenset({"DejaVu Sans", "Bitstream Vera Sans", "Sans Serif", ""})
BETTER_FONTS = ("Inter", "Noto Sans", "Cantarell", "Ubuntu")


class Palette(Struct, frozen=True):
    """The tokens of one look, as #rrggbb."""

    paper: str
    surface: str
    sunk: str
    line: str
    ink: str
    ink2: str
    teal: str
    tint: str
    tealink: str
    amber: str
    ambertint: str
    help: str
    helptint: str
    focus: str
    on_teal: str
    border: int = 1


LIGHT = Palette(
    paper="#FAF7F2",
    surface="#FFFFFF",
    sunk="#F3EEE6",
    line="#E4DDD1",
    ink="#1D2930",
    ink2="#56636C",
    teal="#0B6E69",
    tint="#E2F1EE",
    tealink="#07504C",
    amber="#8A5200",
    ambertint="#FCF0D6",
    help="#6B2C68",
    helptint="#F5E9F4",
    focus="#1B5FD1",
    on_teal="#FFFFFF",
)
DARK = Palette(
    paper="#14191D",
    surface="#1C2328",
    sunk="#11161A",
    line="#313B42",
    ink="#EDF1F3",
    ink2="#A7B3BB",
    teal="#4FC0B6",
    tint="#17363A",
    tealink="#A9E4DD",
    amber="#F0BE62",
    ambertint="#3A2E14",
    help="#E3A6DF",
    helptint="#3A2239",
    focus="#7FB0FF",
    on_teal="#0F1A1C",
)
CONTRAST_LIGHT = Palette(
    paper="#FFFFFF",
    surface="#FFFFFF",
    sunk="#FFFFFF",
    line="#000000",
    ink="#000000",
    ink2="#000000",
    teal="#004A46",
    tint="#FFFFFF",
    tealink="#004A46",
    amber="#5C3700",
    ambertint="#FFFFFF",
    help="#55184F",
    helptint="#FFFFFF",
    focus="#0037A6",
    on_teal="#FFFFFF",
    border=2,
)
CONTRAST_DARK = Palette(
    paper="#000000",
    surface="#000000",
    sunk="#000000",
    line="#FFFFFF",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    teal="#7FE3DA",
    tint="#000000",
    tealink="#7FE3DA",
    amber="#FFD486",
    ambertint="#000000",
    help="#F3C4F0",
    helptint="#000000",
    focus="#9CC3FF",
    on_teal="#000000",
    border=2,
)
LOOKS: Mapping[str, Palette] = {
    "light": LIGHT,
    "dark": DARK,
    "contrast": CONTRAST_LIGHT,
    "contrast-dark": CONTRAST_DARK,
}


def palette_for(look: str) -> Palette:
    """The palette of a chosen look; `system` follows the desktop."""
    if look in LOOKS:
        return LOOKS[look]
    # The system's own comes back where ours is taken away.
    QGuiApplication.setPalette(QPalette())
    return DARK if QGuiApplication.palette().window().color().lightness() < HALF_LIGHT else LIGHT


class Theme:
    """One look at one text size; hands out fonts in points and icons in device pixels."""

    def __init__(self, palette: Palette, text_size: int, icons: Path) -> None:
        self.palette = palette
        self.text_size = text_size
        self._icons = icons
        self._drawn: dict[tuple[str, str, int], QIcon] = {}
        general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self.family = better_family(general.family())
        self.base_pt = max(general.pointSizeF(), SMALLEST_BODY_PT) * text_size / 100

    @property
    def scale(self) -> float:
        """How much larger than usual things that follow the text are drawn."""
        return self.text_size / 100

    def points(self, factor: float) -> float:
        return max(self.base_pt * factor, SMALLEST_PT * self.scale)

    def font(self, factor: float = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(self.family)
        font.setPointSizeF(self.points(factor))
        font.setWeight(weight)
        return font

    def color(self, token: str) -> QColor:
        return QColor(getattr(self.palette, token))

    def px(self, size: float) -> int:
        """A length that grows with the text, half as fast."""
        return round(size * (1 + (self.scale - 1) / 2))

    def icon(self, name: str, token: str = "ink", size: int = 24) -> QIcon:
        """An icon tinted with a token; a missing file gives the icon of a plain device."""
        key = (name, token, size)
        if key not in self._drawn:
            self._drawn[key] = QIcon(self.pixmap(name, token, size))
        return self._drawn[key]

    def pixmap(self, name: str, token: str, size: int) -> QPixmap:
        file = self._icons / f"{name}.svg"
        if not file.is_file():
            file = self._icons / "device.svg"
        drawing = file.read_text("utf-8").replace("currentColor", getattr(self.palette, token, token))
        ratio = QGuiApplication.primaryScreen().devicePixelRatio() if QGuiApplication.primaryScreen() else 1.0
        pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
        pixmap.fill(QColor("transparent"))
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def qt_palette(self) -> QPalette:
        """Qt's own palette in our tokens, for what no style sheet reaches."""
        roles = QPalette.ColorRole
        result = QPalette()
        for role, token in (
            (roles.Window, "paper"),
            (roles.Base, "surface"),
            (roles.AlternateBase, "sunk"),
            (roles.WindowText, "ink"),
            (roles.Text, "ink"),
            (roles.ButtonText, "ink"),
            (roles.Button, "surface"),
            (roles.PlaceholderText, "ink2"),
            (roles.Highlight, "teal"),
            (roles.HighlightedText, "on_teal"),
            (roles.Link, "teal"),
            (roles.ToolTipBase, "surface"),
            (roles.ToolTipText, "ink"),
        ):
            result.setColor(role, self.color(token))
        result.setColor(QPalette.ColorGroup.Disabled, roles.ButtonText, self.color("ink2"))
        result.setColor(QPalette.ColorGroup.Disabled, roles.Text, self.color("ink2"))
        return result


def better_family(system: str) -> str:
    """The system's own font; where that is a bare fallback, the first well-drawn one that is installed."""
    if system not in PLAIN_FONTS:
        return system
    return next((family for family in BETTER_FONTS if QFontDatabase.hasFamily(family)), system)
