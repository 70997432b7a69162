"""A step: what is answered is saved, and one goes on from there."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from familysafe.content.compiled import Compiled
from familysafe.domain.answer import Evidence, State
from familysafe.ui.rooms.step import choose_system
from familysafe.ui.widgets.button import Button
from tests.builders import small_content
from tests.ui.conftest import Live
from tests.ui.eyes import button, choose, press, seen


def test_an_answer_is_saved(live: Live) -> None:
    home = live()
    home.open_step("ipad.code")
    home.after(lambda: press(home.page, "Someone says so"))
    (answer,) = home.store.memory.answers
    assert (answer.step, answer.state, answer.evidence) == ("ipad.code", State.DONE, Evidence.TOLD)


def test_next_goes_through_the_guide_and_ends_there(live: Live) -> None:
    home = live()
    home.wiring.open_group("device:d1")
    first = next(one for one in seen(home.page, Button) if one.accessibleName().startswith("Start: "))
    first.click()
    steps = {home.wiring.step}
    while home.window.shown() == "step":
        press(home.page, "Next" if len(steps) < 2 else "Back to the guide")
        steps.add(home.wiring.step)
    assert home.window.shown() == "guide"
    assert len(steps) == 2


def with_two_systems() -> Compiled:
    """The small content, with an iPad whose menus differ by system."""
    content = small_content()
    guide = replace(content.catalogue.guides["ipad"], systems=("ipados-27", "ipados-26"))
    words = replace(content.phrasebook.guides["ipad"], systems={"ipados-27": "iPadOS 27", "ipados-26": "iPadOS 26"})
    step = replace(content.phrasebook.steps["ipad.code"], where={"ipados-27": ("New",), "ipados-26": ("Old",)})
    book = replace(
        content.phrasebook,
        guides={**content.phrasebook.guides, "ipad": words},
        steps={**content.phrasebook.steps, "ipad.code": step},
    )
    return replace(
        content,
        catalogue=replace(content.catalogue, guides={**content.catalogue.guides, "ipad": guide}),
        phrasebook=book,
    )


def test_the_system_of_a_device_is_kept(live: Live) -> None:
    home = live(content=with_two_systems())
    home.open_step("ipad.code")
    home.after(lambda: choose(button(home.page, "System: iPadOS 27"), "iPadOS 26"))
    assert home.store.memory.household.device("d1").system == "ipados-26"
    assert button(home.page, "System: iPadOS 26").text() == "iPadOS 26"


def test_the_official_page_is_opened_by_a_click_only(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    home = live()
    home.open_step("ipad.code")
    assert opened == []
    press(home.page, "Open https://example.org/ipad.code in the browser")
    assert [url.toString() for url in opened] == ["https://example.org/ipad.code"]


def test_a_device_says_which_system_it_has(live: Live) -> None:
    home = live()
    home.after(lambda: choose_system(home.wiring, "d1", "ipados-26"))
    assert home.store.memory.household.device("d1").system == "ipados-26"


def test_a_step_without_a_device_has_no_system_to_choose(live: Live) -> None:
    home = live()
    saved = list(home.store.saved)
    choose_system(home.wiring, "", "ipados-26")
    home.after(home.desk.refresh)
    assert home.store.saved == saved
