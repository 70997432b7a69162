"""Family: what is changed there is saved."""

from tests.ui.conftest import Live
from tests.ui.eyes import button, open_dialog, press, says
from tests.ui.homes import a_memory


def test_what_is_taken_out_can_be_undone(live: Live) -> None:
    home = live()
    home.go("family")
    press(home.page, "Take out the old tablet")
    home.after(lambda: press(open_dialog(home.page), "Take out"))
    assert home.store.memory.household.devices == ()
    home.after(home.desk.undo)
    assert home.store.memory == a_memory()
    assert says(home.page, "the old tablet")


def test_a_reason_to_be_here_is_kept(live: Live) -> None:
    home = live()
    home.go("family")
    home.after(lambda: press(home.page, "Strangers and group chats"))
    assert [worry.value for worry in home.store.memory.household.worries] == ["strangers"]
    assert button(home.page, "Strangers and group chats").isChecked()
