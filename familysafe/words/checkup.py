"""What was found by reading through a vault, in lines that a parent understands."""

from familysafe.domain.keeping import Finding
from familysafe.domain.safekeeping import Checkup
from familysafe.words.language import _, ngettext


def findings(checkup: Checkup) -> tuple[Finding, ...]:
    """One line for each thing that was looked at."""
    return (
        line(checkup.encryption_on, encryption_on(checkup), _("It is not encrypted. Install FamilySafe again.")),
        line(checkup.integrity_ok, _("Every page can be read."), _("A page of what you saved cannot be read.")),
        line(
            checkup.header_copies_ok,
            _("Both copies of the lock are whole."),
            _("One of the two copies of the lock is damaged. It is mended at the next start."),
        ),
        Finding(copies(checkup), well=checkup.backups_sound == checkup.backups > 0),
        line(
            checkup.modes_ok,
            _("Only this computer account may read the files."),
            _("Other accounts of this computer may be allowed to open the files, which are encrypted."),
        ),
    )


def line(well: bool, yes: str, no: str) -> Finding:
    return Finding(yes if well else no, well)


def encryption_on(checkup: Checkup) -> str:
    version = checkup.cipher_version.partition(" ")[0]
    return _("Everything is encrypted (SQLCipher {version}).").format(version=version)


def copies(checkup: Checkup) -> str:
    """How many copies there are, and how many of them can be read through."""
    if not checkup.backups:
        return _("There is no copy yet. One is made after the next change.")
    whole, sound = checkup.backups, checkup.backups_sound
    if sound == whole:
        every = ngettext("The one copy can be read through.", "All {count} copies can be read through.", whole)
        return every.format(count=whole)
    some = _("{sound} of {count} copies can be read through. The others are of no use.")
    return some.format(sound=sound, count=whole)


def verdict(checkup: Checkup) -> str:
    """The one sentence, with what to do where something is to be done."""
    if not checkup.integrity_ok:
        return _("Close FamilySafe and open it again. It then goes back to the newest copy that is whole.")
    wrong = sum(not finding.well for finding in findings(checkup))
    if not wrong:
        return _("All is well.")
    return ngettext(
        "All that you saved can be read. One thing needs a look.",
        "All that you saved can be read. {count} things need a look.",
        wrong,
    ).format(count=wrong)
