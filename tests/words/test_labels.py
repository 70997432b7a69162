"""Everything that a person can choose has a short name of its own."""

from enum import Enum

import pytest

from familysafe.domain.answer import AnswerReason, Evidence, State
from familysafe.domain.guide import ConnectionKind, GuideKind, Who
from familysafe.domain.household import AgeBand, Worry
from familysafe.words import labels
from familysafe.words.labels import Table, nation_name, worry_label

TABLES: tuple[tuple[type[Enum], Table[Enum]], ...] = (
    (Worry, labels.WORRIES),
    (Worry, labels.WORRY_LINES),
    (Evidence, labels.EVIDENCE),
    (Evidence, labels.EVIDENCE_SHORT),
    (State, labels.STATES),
    (Who, labels.WHO),
    (AnswerReason, labels.REASONS),
    (AgeBand, labels.BANDS),
    (GuideKind, labels.KINDS),
    (ConnectionKind, labels.CONNECTIONS),
)  # type: ignore[assignment]


@pytest.mark.parametrize(("kind", "table"), TABLES)
def test_every_choice_has_a_name(kind: type[Enum], table: Table[Enum]) -> None:
    assert set(table) == set(kind)


@pytest.mark.parametrize(("kind", "table"), TABLES)
def test_no_two_choices_have_the_same_name(kind: type[Enum], table: Table[Enum]) -> None:
    names = [name() for name in table.values()]
    assert len(set(names)) == len(kind)


def test_a_worry_is_called_as_it_was_on_the_first_page() -> None:
    assert worry_label(Worry.STRANGERS) == "Strangers and group chats"


@pytest.mark.parametrize(
    ("code", "name"),
    [("ENG", "England"), ("SCT", "Scotland"), ("WLS", "Wales"), ("NIR", "Northern Ireland"), ("XX", "XX")],
)
def test_a_nation_is_called_by_its_name_and_one_without_by_its_code(code: str, name: str) -> None:
    assert nation_name(code) == name
