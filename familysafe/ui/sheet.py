"""The style sheet: every token of the look, in one place."""

from string import Template

from msgspec.structs import asdict

from familysafe.ui.theme import BODY, RADIUS, SECTION, SMALL, TARGET, TITLE, Theme

SHEET = Template("""
* { font-family: "$family"; font-size: ${body}pt; color: $ink; outline: none; }
QMainWindow, QDialog, #paper { background: $paper; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QToolTip { background: $surface; color: $ink; border: ${border}px solid $line; padding: 4px 8px; }
#side { background: $paper; border: none; border-right: ${border}px solid $line; }
[lang="rtl"] #side { border-right: none; border-left: ${border}px solid $line; }

PlainLabel[kind="title"] { font-size: ${title}pt; font-weight: 650; }
PlainLabel[kind="section"] { font-size: ${section}pt; font-weight: 650; }
PlainLabel[kind="strong"] { font-weight: 600; }
PlainLabel[kind="muted"] { color: $ink2; }
PlainLabel[kind="small"] { font-size: ${small}pt; }
PlainLabel[kind="small-muted"] { font-size: ${small}pt; color: $ink2; }
PlainLabel[kind="amber"] { color: $amber; font-weight: 600; }
PlainLabel[kind="teal"] { color: $tealink; font-weight: 600; }
PlainLabel[kind="opener"] { font-size: ${opener}pt; }
PlainLabel[kind="help"] { color: $help; font-weight: 600; }
PlainLabel[kind="help-title"] { font-size: ${title}pt; color: $help; font-weight: 600; }
PlainLabel[kind="help-big"] { font-size: ${big}pt; color: $help; font-weight: 600; }
PlainLabel[kind="number"] { font-size: ${section}pt; font-weight: 600; }
PlainLabel[kind="chip"] { background: $sunk; border: ${chipborder}px solid $line; border-radius: 8px; padding: 4px 10px;
  font-weight: 500; }
PlainLabel[kind="avatar"] { background: $tint; color: $tealink; font-weight: 600; border: ${chipborder}px solid $line; }

Card { background: $surface; border: ${border}px solid $line; border-radius: ${radius}px; }
Card[tone="tint"] { background: $tint; border: ${chipborder}px solid $line; }
Card[tone="amber"] { background: $ambertint; border: ${chipborder}px solid $line; }
Card[tone="help"] { background: $helptint; border: ${chipborder}px solid $line; }
Card[tone="help-line"] { background: $surface; border: 2px solid $help; }
Card[tone="sunk"] { background: $sunk; border: ${chipborder}px solid $line; }

QPushButton { background: $surface; border: ${border}px solid $line; border-radius: ${radius}px; padding: 0 20px;
  min-height: ${inner}px; font-weight: 600; }
QPushButton:hover { background: $sunk; border-color: $ink2; }
QPushButton:pressed { background: $tint; }
QPushButton:disabled { color: $ink2; background: $sunk; }
QPushButton[kind="go"] { background: $teal; border-color: $teal; color: $on_teal; }
QPushButton[kind="go"]:hover { background: $tealink; border-color: $tealink; color: $surface; }
QPushButton[kind="go"]:disabled { background: $sunk; border-color: $line; color: $ink2; }
QPushButton[kind="help"] { color: $help; border: ${helpborder}px solid $help; text-align: left; padding: 0 12px; }
QPushButton[kind="help"]:hover { background: $helptint; }
QPushButton[kind="help"]:checked { background: $helptint; }
QPushButton[kind="nav"] { background: transparent; border: none; text-align: left; padding: 0 12px; color: $ink2;
  font-weight: 500; min-height: ${target}px; }
QPushButton[kind="nav"]:hover { background: $sunk; }
QPushButton[kind="nav"]:checked { background: $tint; color: $tealink; font-weight: 600; }
QPushButton[kind="quiet"] { background: transparent; border: none; padding: 0 8px; font-weight: 500; color: $ink2;
  min-height: ${target}px; }
QPushButton[kind="quiet"]:hover { background: $sunk; color: $ink; }
QPushButton[kind="link"] { background: transparent; border: none; padding: 0 4px; font-weight: 500; color: $teal;
  text-align: left; min-height: ${target}px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="snug"] { padding: 0 12px; }
QPushButton[kind="chip"] { border-radius: ${pill}px; padding: 0 14px; font-weight: 500; }
QPushButton[kind="chip"]:checked { background: $teal; border-color: $teal; color: $on_teal; font-weight: 600; }
QPushButton[kind="table"] { background: transparent; border: 1px solid #7FA5A1; color: #F3FAF9; }
QPushButton[kind="table-go"] { background: #F5FBFA; border: none; color: #0A403D; min-height: ${target}px; }
QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit { background: $surface; border: ${border}px solid $line;
  border-radius: ${radius}px; padding: 0 12px; min-height: ${inner}px; selection-background-color: $teal;
  selection-color: $on_teal; }
QPlainTextEdit { padding: 8px; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: $ink2; }
QComboBox::drop-down { border: none; width: 32px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; border: ${border}px solid $line; padding: 4px;
  selection-background-color: $tint; selection-color: $tealink; }
QComboBox QAbstractItemView::item { min-height: ${inner}px; padding: 0 8px; }
QMenu { background: $surface; border: ${border}px solid $line; border-radius: 8px; padding: 6px; }
QMenu::item { padding: 10px 20px 10px 14px; border-radius: 8px; }
QMenu::item:selected { background: $tint; color: $tealink; }
QMenu::item:disabled { color: $ink2; }

QListView { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $line; border-radius: 4px; min-height: 40px; margin: 2px; }
QScrollBar::handle:vertical:hover { background: $ink2; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $line; border-radius: 4px; min-width: 40px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
#table { background: #0A403D; }
#table PlainLabel { color: #D8EAE7; }
#table #tablecard { background: #FFFDFA; border-radius: 24px; }
#table #tablecard PlainLabel { color: #1D2930; }
#table PlainLabel[kind="table-opener"] { font-size: ${table}pt; font-weight: 600; }
""")


def style_sheet(theme: Theme) -> str:
    """The sheet of a theme."""
    tokens = {name: str(value) for name, value in asdict(theme.palette).items()}
    border = theme.palette.border
    return SHEET.substitute(
        tokens,
        family=theme.family,
        body=theme.points(BODY),
        title=theme.points(TITLE),
        section=theme.points(SECTION),
        small=theme.points(SMALL),
        opener=theme.points(1.13),
        big=theme.points(1.5),
        table=theme.points(2.9),
        radius=RADIUS,
        target=TARGET,
        inner=TARGET - 2 * border,
        pill=TARGET // 2,
        chipborder=border if border > 1 else 0,
        helpborder=max(border, 2),
    )
