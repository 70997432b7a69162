"""A step."""

from functools import partial

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from familysafe.app.showing.step import step_view
from familysafe.domain.views import StepView
from familysafe.ui.links import open_link
from familysafe.ui.pages.step import StepPage
from familysafe.ui.rooms.forgetting import forget_note
from familysafe.ui.wiring import Wiring


def make(wiring: Wiring) -> QWidget:
    """The page, connected."""
    page = StepPage(wiring.theme)

    def view() -> StepView | None:
        found = step_view(wiring.showing(), wiring.step, wiring.pick) if wiring.step else None
        if found is not None:
            wiring.group = found.row.group
        return found

    wiring.shows("step", view, lambda found: page.show_view(found, wiring.now().date()))
    page.answered.connect(wiring.desk.answer)
    page.step_opened.connect(partial(go_on, wiring))
    page.pick_ended.connect(partial(end_pick, wiring))
    page.group_opened.connect(wiring.open_group)
    page.system_chosen.connect(partial(choose_system, wiring))
    page.link_opened.connect(open_link)
    page.notes_forgotten.connect(partial(forget_note, wiring))
    return page


def end_pick(wiring: Wiring) -> None:
    """One has been through what fits into the time there is."""
    wiring.stop_here = True
    wiring.go("today")


def go_on(wiring: Wiring, key: object) -> None:
    """To the next one of the same guide, or of the same pick."""
    wiring.open_step(key, wiring.pick)


def choose_system(wiring: Wiring, device_id: str, system: str) -> None:
    """A device says which system it has."""
    snapshot = wiring.desk.snapshot
    if snapshot is not None and device_id:
        household = snapshot.memory.household
        device = replace(household.device(device_id), system=system)
        wiring.desk.change_household(household.with_device(device))
