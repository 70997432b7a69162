"""One window for one data folder, whoever starts first, and however the last one ended."""

import subprocess

import pytest

from familysafe.domain.secret import passphrase_of
from familysafe.store import protection
from familysafe.store.slots import Cost
from familysafe.store.vault import Vault
from tests.desktop.app import App, Home
from tests.desktop.conftest import Start
from tests.desktop.screen import Screen, wait_for
from tests.desktop.walks import open_first_step, say_seen, skip_first_start

ALREADY = "FamilySafe is already open on this computer. Use the window that is open, or close it first."
AT_ONCE = 8
LONG = 90.0


def test_a_second_start_says_so_and_the_first_stays(start: Start, screen: Screen) -> None:
    first = start().has_window()
    second = start()
    assert second.ended() == 2
    assert second.said() == [ALREADY]
    assert screen.reader.ask("pids") == [first.pid]
    first.press("Next")
    first.see("Which country do you live in?")
    first.quit()


@pytest.mark.parametrize("locked", [False, True], ids=["open", "locked"])
def test_a_second_start_brings_the_first_forward(start: Start, screen: Screen, home: Home, locked: bool) -> None:
    if locked:
        with Vault.create(home.data / "vault") as vault:
            protection.set_passphrase(vault, passphrase_of("kettle boat lamp river"), Cost(8192, 1))
    first = start().has_window()
    window = active(screen)
    xdotool(screen, "windowminimize", window)
    wait_for("the window to be minimised", lambda: active(screen) != window)
    second = start()
    assert second.ended() == 2
    assert second.said() == [ALREADY]
    wait_for("the window to come forward", lambda: active(screen) == window)
    first.see("FamilySafe is locked" if locked else "Next", role="label" if locked else "button")
    first.quit()
    assert not (home.data / "open.bell").exists()


def active(screen: Screen) -> str:
    """The window that has the keyboard; empty when none has."""
    return xdotool(screen, "getactivewindow")


def xdotool(screen: Screen, *words: str) -> str:
    done = subprocess.run(
        ["xdotool", *words], env=screen.environment, capture_output=True, text=True, timeout=20, check=False
    )
    return done.stdout.strip()


def test_a_sample_opens_beside_it(start: Start, screen: Screen) -> None:
    first = start().has_window()
    sample = start("--sample").has_window()
    assert sorted(screen.reader.ask("pids")) == sorted([first.pid, sample.pid])
    sample.quit()
    assert first.is_running()


def test_after_a_kill_it_starts_again_with_all_that_was_saved(start: Start) -> None:
    first = skip_first_start(start().has_window())
    title = open_first_step(first)
    say_seen(first)
    first.kill()

    again = start().has_window()
    again.see("Today", role="filler")
    again.press("Set up", role="tick")
    row = again.see(role="list item", begins=f"{title}, ")
    assert row["name"].endswith(", seen")
    again.quit()


@pytest.mark.parametrize("ends", ["quit", "kill"])
def test_eight_starts_at_once_give_one_window(start: Start, screen: Screen, ends: str) -> None:
    for _round in range(2):
        apps = [start() for _number in range(AT_ONCE)]
        wait_for("seven of eight to end", lambda now=apps: len(running(now)) == 1, LONG)
        (winner,) = running(apps)
        winner.has_window()
        assert screen.reader.ask("pids") == [winner.pid]
        others = [app for app in apps if app is not winner]
        assert [(app.ended(), app.said()) for app in others] == [(2, [ALREADY])] * (AT_ONCE - 1)
        # A lock that a killed process left behind must not let two of the next round in.
        winner.kill() if ends == "kill" else winner.quit()


def running(apps: list[App]) -> list[App]:
    return [app for app in apps if app.is_running()]
