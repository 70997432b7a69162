"""Deletes notes and records for good, for the pages on which they stand."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from familysafe.domain.change import RecordTalk
from familysafe.domain.errors import FamilySafeError
from familysafe.domain.target import ItemKey
from familysafe.ui.widgets.for_good import ForGood
from familysafe.ui.wiring import Wiring

if TYPE_CHECKING:
    from familysafe.store.vault import Vault


def forget_note(wiring: Wiring, key: ItemKey, asked: ForGood) -> None:
    """Both notes of a step, as they are and as they ever were."""
    answer = wiring.showing().snapshot.memory.by_key().get(key)
    if wiring.thrown_away() and answer is not None:
        asked.over()
        wiring.desk.answer(replace(answer, note="", menu_note=""))
        return
    catalogue, today = wiring.content.catalogue, wiring.now().date()

    def forget(vault: "Vault") -> None:
        safekeeping().forget_note(vault, catalogue, key, today)

    wiring.desk.rework(forget, partial(forgotten, asked), partial(kept, wiring, asked))


def forget_talk_note(wiring: Wiring, talk_id: str, asked: ForGood) -> None:
    """The note of a talk; that it took place stays."""
    talk = next((one for one in wiring.showing().snapshot.memory.talks if one.id == talk_id), None)
    if wiring.thrown_away() and talk is not None:
        asked.over()
        wiring.desk.apply(RecordTalk(replace(talk, note="")))
        return
    today = wiring.now().date()

    def forget(vault: "Vault") -> None:
        safekeeping().forget_talk_note(vault, talk_id, today)

    wiring.desk.rework(forget, partial(forgotten, asked), partial(kept, wiring, asked))


def forget_record(wiring: Wiring, record_id: str, asked: ForGood, then: Callable[[], None]) -> None:
    """A record with every wording of every line; `then` follows when it is gone."""
    today = wiring.now().date()

    def forget(vault: "Vault") -> None:
        safekeeping().forget_record(vault, record_id, today)

    def gone(result: None) -> None:
        then()
        forgotten(asked, result)

    wiring.desk.rework(forget, gone, partial(kept, wiring, asked))


def safekeeping() -> Any:
    """Loaded on the worker, by those who delete something."""
    return import_module("familysafe.app.safekeeping")


def forgotten(asked: ForGood, _result: None) -> None:
    """The page is drawn anew, without the note."""
    asked.over()


def kept(wiring: Wiring, asked: ForGood, error: FamilySafeError) -> None:
    asked.over()
    wiring.desk.failed.emit(error)
