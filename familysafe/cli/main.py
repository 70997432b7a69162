"""The command line: which verbs there are, and how a refusal is told."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from familysafe import __version__
from familysafe.cli.parsing import BAD_INPUT, new_parser
from familysafe.cli.refusals import Refusal, one_line
from familysafe.cli.writing import forgive_encodings, silence_stdout
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.words.language import _
from familysafe.words.problems import next_step, sentence

# 128 and the number of the signal, as shells count: what `head` and Ctrl+C leave behind.
READER_LEFT = 141
INTERRUPTED = 130
VERBS = ("plan", "help", "doctor", "content")
EXAMPLES = """\
examples:
  familysafe                                  open the window
  familysafe --sample                         open it with a made-up family; nothing is kept
  familysafe plan family.toml --minutes 15    what to do in a quarter of an hour
  familysafe plan family.toml --format html -o plan.html
  familysafe help --country GB                who can help when something has happened
  familysafe doctor                           is everything in order on this computer?
"""


def window_parser() -> argparse.ArgumentParser:
    """What the window understands; without a verb `run` is None, and the window is meant."""
    about = _("Set up a child's devices, prove that each control holds, and talk about it: private and offline.")
    root = new_parser("familysafe", about, EXAMPLES)
    root.add_argument("--version", action="version", version=f"familysafe {__version__}")
    root.add_argument("--data-dir", metavar="DIR", type=Path, help=_("keep what is saved in this folder"))
    root.add_argument("--sample", action="store_true", help=_("a made-up family in the window; nothing is kept"))
    root.add_argument("--minimised", action="store_true", help=_("do not show the window yet"))
    root.set_defaults(run=None)
    return root


def parser() -> argparse.ArgumentParser:
    """The window's arguments and every verb."""
    root = window_parser()
    commands = root.add_subparsers(metavar="COMMAND", title=_("commands (without one, the window opens)"))
    for verb in VERBS:
        # Loaded only where a verb is asked for: together they take as long as half the start of the window.
        import_module(f"familysafe.cli.{verb}").add_to(commands)
    return root


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """The arguments; the process ends here for --help, --version and mistakes."""
    forgive_encodings()
    words = sys.argv[1:] if argv is None else list(argv)
    root = window_parser() if is_for_window(words) else parser()
    arguments = root.parse_args(words)
    if arguments.sample and arguments.run is not None:
        root.error(_("--sample is for the window"))
    return arguments


def is_for_window(words: Sequence[str]) -> bool:
    """True when nothing but the window's own options was given."""
    rest = [word for word, before in zip(words, ["", *words], strict=False) if before != "--data-dir"]
    return all(
        word in ("--sample", "--version", "--minimised", "--data-dir") or word.startswith("--data-dir=")
        for word in rest
    )


def run(arguments: argparse.Namespace) -> int:
    """The exit code of the verb that was asked for; every refusal is told here, on one line."""
    try:
        code: int = arguments.run(arguments)
        print(end="", flush=True)
    except BrokenPipeError:
        silence_stdout()
        return READER_LEFT
    except KeyboardInterrupt:
        return INTERRUPTED
    except Refusal as refusal:
        return tell(str(refusal))
    except FamilySafeError as error:
        return tell(told(error))
    except OSError as error:
        # Everything else that touches a disk refuses in its own words: this is the terminal's side, say a full disk.
        silence_stdout()
        return tell(_("The output cannot be written ({why}).").format(why=error.strerror))
    return code


def tell(says: str) -> int:
    print(one_line(says), file=sys.stderr)
    return BAD_INPUT


def told(error: FamilySafeError) -> str:
    """What happened and what to do; a family file's sentence already says both."""
    if error.code is Code.FAMILY_FILE:
        return sentence(error)
    return f"{sentence(error)} {next_step(error)}"
