"""`familysafe doctor`: is everything that FamilySafe needs in order on this computer? It looks and makes nothing."""

import argparse
import os
import platform
import sys
from collections.abc import Iterator, Mapping
from ctypes.util import find_library
from importlib import metadata
from pathlib import Path

from msgspec import Struct

from familysafe import __version__
from familysafe.app.paths import data_folder, resources, vault_folder
from familysafe.cli.parsing import add_verb
from familysafe.content.load import load
from familysafe.domain.errors import FamilySafeError
from familysafe.words.language import _, ngettext
from familysafe.words.problems import next_step, sentence

LIBRARIES = ("PySide6-Essentials", "sqlcipher3", "PyNaCl", "msgspec", "babel")
EXAMPLES = """\
examples:
  familysafe doctor
  familysafe --data-dir DIR doctor
"""


class Finding(Struct, frozen=True):
    """One thing that was looked at; `wrong` when something has to be done about it."""

    label: str
    says: str
    wrong: bool = False


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Registers the verb."""
    add_verb(commands, "doctor", _("look whether everything is in order on this computer"), EXAMPLES, run)


def run(arguments: argparse.Namespace) -> int:
    """0 when all is well, 1 when something is wrong; every finding on a line."""
    folder = arguments.data_dir or data_folder()
    found = [
        *versions(),
        *content(resources()),
        data(folder),
        *vault(vault_folder(folder)),
        display(os.environ, sys.platform),
    ]
    for finding in found:
        mark = _("WRONG") if finding.wrong else _("ok")
        print(f"{mark:6} {finding.label:20} {finding.says}")
    wrong = sum(finding.wrong for finding in found)
    print(verdict(wrong))
    return 1 if wrong else 0


def verdict(wrong: int) -> str:
    if not wrong:
        return _("All is well.")
    return ngettext("{count} thing is wrong.", "{count} things are wrong.", wrong).format(count=wrong)


def versions() -> Iterator[Finding]:
    yield Finding("FamilySafe", __version__)
    yield Finding("Python", f"{platform.python_version()} ({platform.system()} {platform.machine()})")
    for library in LIBRARIES:
        try:
            # Asked of the package's papers: loading Qt takes long, and may be the very thing that fails.
            yield Finding(library, metadata.version(library))
        except metadata.PackageNotFoundError:
            yield Finding(library, _("is missing; install FamilySafe again"), wrong=True)


def content(folder: Path) -> Iterator[Finding]:
    label = _("guides")
    try:
        compiled = load(folder)
    except FamilySafeError as error:
        yield refusal(label, error)
        return
    catalogue = compiled.catalogue
    yield Finding(
        label,
        _("{guides} guides, {steps} steps, {cards} cards, {services} services ({digest})").format(
            guides=len(catalogue.guides),
            steps=len(catalogue.steps),
            cards=len(catalogue.cards),
            services=len(catalogue.services),
            digest=compiled.digest,
        ),
    )


def data(folder: Path) -> Finding:
    """Whether something can be saved in the folder, or in the one in which it would be made."""
    label = _("data folder")
    standing = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    if not standing.is_dir():
        return Finding(label, _("{folder} is not a folder").format(folder=standing), wrong=True)
    if not os.access(standing, os.W_OK | os.X_OK):
        return Finding(label, _("{folder} cannot be written to").format(folder=standing), wrong=True)
    if standing != folder:
        return Finding(label, _("{folder} (not there yet)").format(folder=folder))
    return Finding(label, str(folder))


def vault(folder: Path) -> Iterator[Finding]:
    """Opens what is there and has it checked through; where there is nothing, nothing is made."""
    label = _("what was saved")
    try:
        # Late: it loads the cipher, which no other verb needs, and a cipher that does not load is worth a line here.
        from familysafe.store.vault import Vault, holds_a_vault  # noqa: PLC0415 - see above

        if not holds_a_vault(folder):
            yield Finding(label, _("nothing yet"))
            return
        with Vault.open(folder) as opened:
            checkup = opened.check()
    except ImportError as error:
        yield Finding(label, _("the cipher cannot be loaded ({why})").format(why=error.name), wrong=True)
    except FamilySafeError as error:
        yield refusal(label, error)
    else:
        yield Finding(label, _("schema {number}").format(number=checkup.schema_version))
        yield yes_or_no(_("encryption is on"), checkup.encryption_on, f"SQLCipher {checkup.cipher_version}")
        yield yes_or_no(_("only you can read it"), checkup.modes_ok)
        yield yes_or_no(_("both key headers"), checkup.header_copies_ok)
        yield yes_or_no(_("every page is whole"), checkup.integrity_ok)


def yes_or_no(label: str, well: bool, more: str = "") -> Finding:
    says = _("yes") if well else _("no")
    return Finding(label, f"{says} ({more})" if more else says, wrong=not well)


def refusal(label: str, error: FamilySafeError) -> Finding:
    return Finding(label, f"{sentence(error)} {next_step(error)}", wrong=True)


def display(environment: Mapping[str, str], system: str) -> Finding:
    """Whether a window could open. To have no screen is no fault: FamilySafe has a face for terminals too."""
    label = _("screen")
    if not system.startswith("linux"):
        return Finding(label, _("the system's own"))
    asked = environment.get("QT_QPA_PLATFORM", "")
    if environment.get("WAYLAND_DISPLAY"):
        return Finding(label, f"Wayland {environment['WAYLAND_DISPLAY']}")
    if not environment.get("DISPLAY"):
        none = _("none in this session; the commands in the terminal work, the window does not")
        return Finding(label, _("only {platform}").format(platform=asked) if asked else none)
    if find_library("xcb-cursor") is None:
        missing = _("the window needs libxcb-cursor; on Debian: apt install libxcb-cursor0")
        return Finding(label, missing, wrong=not asked)
    return Finding(label, f"X11 {environment['DISPLAY']}")
