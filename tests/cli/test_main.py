"""The command as a whole: what it answers, and how it ends."""

import argparse
import os
import signal
import subprocess
import sys
import types
from collections.abc import Callable
from pathlib import Path

import pytest

from familysafe import __version__
from familysafe.__main__ import main
from familysafe.cli.main import run
from familysafe.content.compiled import Compiled
from tests.cli.conftest import FAMILY

Write = Callable[[str], Path]
Out = pytest.CaptureFixture[str]
COMMAND = [sys.executable, "-m", "familysafe"]


def raising(error: BaseException) -> argparse.Namespace:
    def act(_: argparse.Namespace) -> int:
        raise error

    return argparse.Namespace(run=act)


@pytest.mark.parametrize("verb", [[], ["plan"], ["help"], ["doctor"], ["content"]])
def test_help_has_examples(verb: list[str], capsys: Out) -> None:
    with pytest.raises(SystemExit) as caught:
        main([*verb, "--help"])
    assert caught.value.code == 0
    assert "examples:\n  familysafe" in capsys.readouterr().out


def test_the_version_is_told(capsys: Out) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"familysafe {__version__}\n"


@pytest.mark.parametrize("arguments", [["pln"], ["plan"], ["--nix"], ["--sample", "doctor"], ["content"]])
def test_a_mistake_is_one_line_and_exit_2(arguments: list[str], capsys: Out) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_refusal_of_the_core_says_what_to_do_next(shelf: Path, write: Write, capsys: Out) -> None:
    (shelf / "compiled" / "en-GB.json").write_text("nonsense")
    assert main(["plan", str(write(FAMILY))]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.count(".") >= 2


def test_without_a_verb_the_window_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[argparse.Namespace] = []
    window = types.ModuleType("familysafe.ui.main")
    vars(window)["run_window"] = asked.append
    monkeypatch.setitem(sys.modules, "familysafe.ui.main", window)
    main(["--sample", "--data-dir", "somewhere"])
    assert asked[0].sample
    assert asked[0].data_dir == Path("somewhere")


def test_an_interruption_is_quiet(capsys: Out) -> None:
    assert run(raising(KeyboardInterrupt())) == 130
    assert capsys.readouterr().err == ""


def test_a_reader_that_left_is_quiet(capsys: Out) -> None:
    assert run(raising(BrokenPipeError())) == 141
    assert capsys.readouterr().err == ""


def test_a_terminal_that_refuses_is_one_line(capsys: Out) -> None:
    assert run(raising(OSError(28, "No space left on device"))) == 2
    assert capsys.readouterr().err == "The output cannot be written (No space left on device).\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_device_is_told_once(content: Compiled, write: Write) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*COMMAND, "help"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


@pytest.mark.skipif(os.name == "nt", reason="pipes end in another way there")
def test_the_end_of_a_pipe_is_no_traceback(content: Compiled) -> None:
    with subprocess.Popen([*COMMAND, "help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.wait() == 141
        assert process.stderr.read() == ""


def test_a_verb_runs_without_the_window_s_libraries(content: Compiled) -> None:
    code = "import sys; sys.modules['PySide6'] = None; from familysafe.__main__ import main; sys.exit(main(['help']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="signals are sent in another way there")
def test_ctrl_c_ends_with_130(tmp_path: Path) -> None:
    code = (
        "import argparse, os, signal, sys; from familysafe.cli.main import run;"
        "sys.exit(run(argparse.Namespace(run=lambda _: os.kill(os.getpid(), signal.SIGINT) or 0)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (128 + signal.SIGINT, b"")
