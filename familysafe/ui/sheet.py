"""The style sheet: every token of the look, in one place.

Kinds and tones are looked up by object name, which Qt indexes; an attribute selector would be tried on every widget.
"""

from string import Template

from msgspec.structs import asdict

from familysafe.ui.theme import AVATAR, LARGE_AVATAR, RADIUS, SECTION, SMALL, TARGET, TITLE, Theme

SHEET = Template("""
QMainWindow, QDialog, #paper { background: $paper; }
QScrollArea { background: transparent; border: none; }
#qt_scrollarea_viewport, #body { background: transparent; }
QToolTip { background: $surface; color: $ink; border: ${border}px solid $line; padding: 4px 8px; }
#side { background: $paper; border: none; border-right: ${border}px solid $line; }

#label-title { font-size: ${title}pt; font-weight: 650; }
#label-section { font-size: ${section}pt; font-weight: 650; }
#label-strong { font-weight: 600; }
#label-muted { color: $ink2; }
#label-small { font-size: ${small}pt; }
#label-small-muted { font-size: ${small}pt; color: $ink2; }
#label-amber { color: $amber; font-weight: 600; }
#label-teal { color: $tealink; font-weight: 600; }
#label-opener { font-size: ${opener}pt; }
#label-help { color: $help; font-weight: 600; }
#label-help-key { font-size: ${small}pt; color: $help; }
#label-help-title { font-size: ${title}pt; color: $help; font-weight: 600; }
#label-help-big { font-size: ${big}pt; color: $help; font-weight: 600; }
#label-number { font-size: ${section}pt; font-weight: 600; }
#label-chip { background: $sunk; border: ${chipborder}px solid $line; border-radius: 8px; padding: 4px 10px;
  font-weight: 500; }
#label-avatar, #label-avatar-large { background: $tint; color: $tealink; font-weight: 600;
  border: ${chipborder}px solid $line; }
#label-avatar { border-radius: ${round}px; }
#label-avatar-large { border-radius: ${largeround}px; }

Card { background: $surface; border: ${border}px solid $line; border-radius: ${radius}px; }
#card-tint { background: $tint; border: ${chipborder}px solid $line; }
#card-amber { background: $ambertint; border: ${chipborder}px solid $line; }
#card-help { background: $helptint; border: ${chipborder}px solid $line; }
#card-help-line { border: ${helpborder}px solid $help; }
#card-sunk { background: $sunk; border: ${chipborder}px solid $line; }

QPushButton { background: $surface; border: ${border}px solid $line; border-radius: ${radius}px; padding: 0 20px;
  min-height: ${inner}px; font-weight: 600; outline: none; }
QPushButton:hover { background: $sunk; border-color: $ink2; }
QPushButton:pressed { background: $tint; }
QPushButton:disabled { color: $ink2; background: $sunk; }
#button-go { background: $teal; border-color: $teal; color: $on_teal; }
#button-go:hover { background: $tealink; border-color: $tealink; color: $surface; }
#button-go:disabled { background: $sunk; border-color: $line; color: $ink2; }
#button-help { color: $help; border: ${helpborder}px solid $help; text-align: left; padding: 0 12px; }
#button-help:hover { background: $helptint; }
#button-help:checked { background: $helptint; border-width: ${helpchosen}px; }
#button-nav { background: transparent; border: none; text-align: left; padding: 0 12px; color: $ink2;
  font-weight: 500; min-height: ${target}px; }
#button-nav:hover { background: $sunk; }
#button-nav:checked { background: $tint; color: $tealink; font-weight: 600;
  border: ${chipborder}px solid $tealink; }
#button-quiet { background: transparent; border: none; padding: 0 8px; font-weight: 500; color: $ink2;
  min-height: ${target}px; }
#button-quiet:hover { background: $sunk; color: $ink; }
#button-link { background: transparent; border: none; padding: 0 4px; font-weight: 500; color: $teal;
  text-align: left; min-height: ${target}px; }
#button-link:hover { text-decoration: underline; }
#button-heading { background: transparent; border: none; padding: 0 4px; font-size: ${section}pt; font-weight: 650;
  text-align: left; min-height: ${target}px; }
#button-heading:hover { color: $teal; text-decoration: underline; }
#button-snug { padding: 0 12px; }
#button-chip { border-radius: ${pill}px; padding: 0 14px; font-weight: 500; }
#button-chip:checked { background: $teal; border-color: $teal; color: $on_teal; font-weight: 600; }
QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit { background: $surface; border: ${border}px solid $line;
  border-radius: ${radius}px; padding: 0 12px; min-height: ${inner}px; selection-background-color: $teal;
  selection-color: $on_teal; }
QPlainTextEdit { padding: 8px; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: $ink2; }
QComboBox::drop-down { border: none; width: 32px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; border: ${border}px solid $line; border-radius: 8px; padding: 6px;
  outline: none; }
QComboBox QAbstractItemView::item { min-height: ${target}px; padding: 0 12px; border-radius: 8px; color: $ink; }
QComboBox QAbstractItemView::item:selected { background: $tint; color: $tealink;
  border: ${chipborder}px solid $tealink; }
QMenu { background: $surface; border: ${border}px solid $line; border-radius: 8px; padding: 6px; }
QMenu::item { padding: 12px 20px 12px 14px; border-radius: 8px; }
QMenu::item:selected { background: $tint; color: $tealink; }
QMenu::item:disabled { color: $ink2; }

QProgressBar { background: $sunk; border: ${border}px solid $line; border-radius: 5px; }
QProgressBar::chunk { background: $teal; border-radius: 4px; }

QListView { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $line; border-radius: 4px; min-height: 40px; margin: 2px; }
QScrollBar::handle:vertical:hover { background: $ink2; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $line; border-radius: 4px; min-width: 40px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(theme: Theme) -> str:
    """The sheet of a theme."""
    tokens = {name: str(value) for name, value in asdict(theme.palette).items()}
    border = theme.palette.border
    return SHEET.substitute(
        tokens,
        title=theme.points(TITLE),
        section=theme.points(SECTION),
        small=theme.points(SMALL),
        opener=theme.points(1.13),
        big=theme.points(1.5),
        radius=RADIUS,
        target=TARGET,
        inner=TARGET - 2 * border,
        round=theme.px(AVATAR) // 2,
        largeround=theme.px(LARGE_AVATAR) // 2,
        pill=TARGET // 2,
        chipborder=border if border > 1 else 0,
        helpborder=max(border, 2),
        # Where tints are as white as the rest, what is chosen has the broader line.
        helpchosen=max(border, 2) + (2 if border > 1 else 0),
    )
