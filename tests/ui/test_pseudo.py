"""In a language that nobody speaks, every page is in that language: nothing was forgotten in English."""

import gettext
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from familysafe.content.compiled import Compiled
from familysafe.domain.views import Appearance
from familysafe.ui.countries import all_countries
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.card import Card
from familysafe.ui.widgets.plain import PlainLabel
from familysafe.words.language import DOMAIN, _, ngettext, translations
from tests.ui.conftest import Show, Start
from tests.ui.eyes import seen, texts
from tests.ui.keep_walk import every_keep
from tests.ui.lock_walk import every_lock
from tests.ui.pseudo import LANGUAGE, in_english, left_over, marked, messages, pseudo, write_language
from tests.ui.record_walk import every_record
from tests.ui.sheets import WORDS
from tests.ui.walk import Stop, every_question, every_stop

# The family's names, the product's name, keys, and what was written into a note on the walk.
NO_WORDS = {"Younger", "Elder", "FamilySafe", "Ask", "about", "Sam"}
KEYS = {"Ctrl", "Shift", "Tab", "Space", "Enter", "Esc"}
ADDRESS = re.compile(r"\S*[./]\S+")


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer that speaks the pseudo-language."""
    write_language(tmp_path / "locale")
    before = gettext.bindtextdomain(DOMAIN)
    monkeypatch.setenv("LANGUAGE", LANGUAGE)
    gettext.bindtextdomain(DOMAIN, str(tmp_path / "locale"))
    translations.cache_clear()
    yield
    gettext.bindtextdomain(DOMAIN, before)
    translations.cache_clear()


def said_at(root: QWidget) -> Iterator[str]:
    """Everything that is read or spoken on what is shown, one text after the other."""
    yield from texts(root)
    yield root.windowTitle()
    for widget in seen(root, QWidget):
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    for button in seen(root, QAbstractButton):
        yield button.text()
        menu = button.menu() if isinstance(button, QPushButton) else None
        if menu is not None:
            menu.aboutToShow.emit()
            yield from (action.text() for action in menu.actions())
    for box in seen(root, QComboBox):
        yield from (box.itemText(number) for number in range(box.count()))
    for field in (*seen(root, QLineEdit), *seen(root, QPlainTextEdit)):
        yield field.placeholderText()
    for rows in seen(root, QListView):
        model = rows.model()
        for number in range(model.rowCount()):
            index = model.index(number, 0)
            yield from (str(index.data()), str(index.data(Qt.ItemDataRole.AccessibleTextRole)))


def words_of_qt() -> set[str]:
    """Names of days, months and countries: Qt translates them."""
    locale = QLocale()
    kinds = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    days = {locale.dayName(day, kind) for day in range(1, 8) for kind in kinds}
    months = {locale.monthName(month, kind) for month in range(1, 13) for kind in kinds}
    months |= {locale.standaloneMonthName(month) for month in range(1, 13)}
    return days | months | {word for _code, name in all_countries() for word in letters(name)}


def letters(text: str) -> list[str]:
    """Words of two letters or more; one alone is a child's initial or a key."""
    return re.findall(r"[^\W\d_]{2,}", text)


def english_at(stops: Iterator[Stop], known: Iterable[str] = ()) -> list[str]:
    """What was forgotten, each with where it was met; `known` words are nobody's language."""
    known = {*known, *NO_WORDS, *KEYS, *words_of_qt()}
    found = []
    for name, root in stops:
        for text in dict.fromkeys(said_at(root)):
            rest = ADDRESS.sub(" ", left_over(text))
            if any(word not in known for word in letters(rest)):
                found.append(f"{name}: {text!r}")
    return found


def test_a_message_keeps_its_placeholders_and_grows() -> None:
    said = pseudo("Take {name} out?")
    assert said == "⟦Táké {name} óút?~~~~~~⟧"
    assert in_english(said) == "Take {name} out?"
    assert left_over(f"{said.format(name='⟪x⟫')} now") == "  now"


def test_what_was_forgotten_is_found(theme: Theme, show: Show) -> None:
    card = Card().add(PlainLabel("⟪Content⟫ · Forgotten"), PlainLabel("⟦Translated⟧ · Younger · 21 Nov 2026 · a.org"))
    card.setToolTip("Also forgotten")
    assert english_at(iter([("card", show(card))])) == ["card: '⟪Content⟫ · Forgotten'"]
    holder = Card().add(card)
    assert english_at(iter([("holder", show(holder))]))[1:] == ["holder: 'Also forgotten'"]


def test_every_message_has_words(nowhere: None) -> None:
    every = list(messages())
    assert len(every) > 200
    for message in every:
        said = _(message) if isinstance(message, str) else ngettext(*message, 2)
        assert said.startswith("⟦")


def test_every_page_and_dialog_speaks_the_language(nowhere: None, start: Start, content: Compiled) -> None:
    shell = start(content=marked(content), appearance=Appearance(look="light"))
    assert english_at(every_stop(shell)) == []


def test_the_way_to_a_passphrase_and_a_sheet_speaks_the_language(nowhere: None, start: Start) -> None:
    shell = start(appearance=Appearance(look="light"))
    shell.wiring.go("talk")
    assert english_at(every_lock(shell.window.theme, shell.window), known=set(WORDS)) == []


def test_what_keeps_the_data_safe_speaks_the_language(nowhere: None, start: Start) -> None:
    shell = start(appearance=Appearance(look="light"))
    shell.wiring.go("talk")
    assert english_at(every_keep(shell.window.theme, shell.window), known={"SQLCipher"}) == []


def test_what_was_written_down_speaks_the_language(nowhere: None, start: Start, content: Compiled) -> None:
    shell = start(content=marked(content), appearance=Appearance(look="light"))
    shell.wiring.go("talk")
    assert english_at(every_record(shell.wiring.content, shell.window.theme, shell.window)) == []


def test_first_start_speaks_the_language(nowhere: None, start: Start, content: Compiled) -> None:
    shell = start(sample=False, content=marked(content), appearance=Appearance(look="light"))
    assert english_at(every_question(shell)) == []
