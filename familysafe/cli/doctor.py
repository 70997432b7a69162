"""`familysafe doctor`: is everything that FamilySafe needs in order on this computer? It looks and makes nothing."""

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from getpass import getpass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from familysafe import __version__
from familysafe.app.display import why_no_display
from familysafe.app.paths import data_folder, resources, vault_folder
from familysafe.cli.parsing import add_verb
from familysafe.content.load import load
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.safekeeping import Checkup
from familysafe.domain.secret import Secret, passphrase_of, words_of
from familysafe.words.language import _, ngettext
from familysafe.words.problems import next_step, sentence

if TYPE_CHECKING:
    from familysafe.store.vault import Vault

LIBRARIES = ("PySide6-Essentials", "sqlcipher3", "PyNaCl", "msgspec", "babel")
EXAMPLES = """\
examples:
  familysafe doctor
  familysafe doctor --deep                    read through the backups too
  familysafe --data-dir DIR doctor
"""


class Finding(Struct, frozen=True):
    """One thing that was looked at; `wrong` when something has to be done about it."""

    label: str
    says: str
    wrong: bool = False


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Registers the verb."""
    parser = add_verb(commands, "doctor", _("look whether everything is in order on this computer"), EXAMPLES, run)
    parser.add_argument("--deep", action="store_true", help=_("read every page of what was saved, and every backup"))


def run(arguments: argparse.Namespace) -> int:
    """0 when all is well, 1 when something is wrong; every finding on a line."""
    folder = arguments.data_dir or data_folder()
    found = [
        *versions(),
        *content(resources()),
        data(folder),
        *(vault(vault_folder(folder), deep=arguments.deep) if nearest(folder).is_dir() else ()),
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
    standing = nearest(folder)
    if not standing.is_dir():
        return Finding(label, _("{folder} is not a folder").format(folder=standing), wrong=True)
    if not os.access(standing, os.W_OK | os.X_OK):
        return Finding(label, _("{folder} cannot be written to").format(folder=standing), wrong=True)
    if standing != folder:
        return Finding(label, _("{folder} (not there yet)").format(folder=folder))
    return Finding(label, str(folder))


def nearest(folder: Path) -> Path:
    """The folder, or the part of the way to it that is there."""
    return next(place for place in (folder, *folder.absolute().parents) if place.exists())


def vault(folder: Path, *, deep: bool = False) -> Iterator[Finding]:
    """Opens what is there and has it checked through; where there is nothing, nothing is made."""
    label = _("what was saved")
    try:
        # Late: it loads the cipher, which no other verb needs, and a cipher that does not load is worth a line here.
        from familysafe.store.vault import Vault  # noqa: PLC0415 - see above

        if not Vault.is_in(folder):
            yield Finding(label, _("nothing yet"))
            yield cipher(Vault.throw_away)
            return
        with opened(Vault.look_at, folder, ask=deep) as found:
            checkup = found.check() if deep else found.facts()
    except ImportError as error:
        yield Finding(label, _("the cipher cannot be loaded ({why})").format(why=error.name), wrong=True)
    except FamilySafeError as error:
        yield locked(label) if error.code is Code.VAULT_LOCKED and not deep else refusal(label, error)
    else:
        yield from facts(label, checkup)
        if deep:
            yield copies(checkup)


def cipher(throw_away: "Callable[[], Vault]") -> Finding:
    """Whether what would be saved would be encrypted, tried in a temporary folder that is gone afterwards."""
    with throw_away() as tried:
        found = tried.facts()
    return yes_or_no(_("encryption works"), found.encryption_on, f"SQLCipher {found.cipher_version}")


def opened(look_at: Callable[[Path, Secret | None], "Vault"], folder: Path, *, ask: bool) -> "Vault":
    """The vault as it is; asks for the passphrase where one is needed and somebody is there to type it."""
    try:
        return look_at(folder, None)
    except FamilySafeError as error:
        if error.code is not Code.VAULT_LOCKED or not (ask and sys.stdin.isatty()):
            raise
    typed = getpass(_("Passphrase, or the twelve words of the recovery sheet: "))
    try:
        return look_at(folder, passphrase_of(typed))
    except FamilySafeError as refused:
        if refused.code is not Code.VAULT_WRONG_SECRET:
            raise
    return look_at(folder, words_of(typed))


def locked(label: str) -> Finding:
    return Finding(label, _("locked, as it should be; “familysafe doctor --deep” asks for the passphrase"))


def facts(label: str, checkup: Checkup) -> Iterator[Finding]:
    """One line for each fact about the vault itself."""
    yield Finding(label, _("schema {number}").format(number=checkup.schema_version))
    yield yes_or_no(_("encryption is on"), checkup.encryption_on, f"SQLCipher {checkup.cipher_version}")
    yield yes_or_no(_("only you can read it"), checkup.modes_ok)
    yield yes_or_no(_("both key headers"), checkup.header_copies_ok)
    yield yes_or_no(_("every page is whole"), checkup.integrity_ok)


def copies(checkup: Checkup) -> Finding:
    """The verdict over the backups; to have none yet is no fault."""
    label = _("backups")
    if not checkup.backups:
        return Finding(label, _("none yet"))
    says = _("{sound} of {count} can be read through").format(sound=checkup.backups_sound, count=checkup.backups)
    return Finding(label, says, wrong=checkup.backups_sound < checkup.backups)


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
    asked, wayland, x = (environment.get(name, "") for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"))
    why = why_no_display(environment, system)
    if why and (wayland or x):
        return Finding(label, why, wrong=True)
    if asked:
        return Finding(label, _("only {platform}").format(platform=asked))
    if why:
        return Finding(label, _("none in this session; the commands in the terminal work, the window does not"))
    return Finding(label, f"Wayland {wayland}" if wayland else f"X11 {x}")
