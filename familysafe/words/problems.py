"""One sentence, and one next step, for everything the core can refuse."""

from collections.abc import Callable, Mapping

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.words.language import _

PROBLEMS: Mapping[Code, Callable[[], tuple[str, str]]] = {
    Code.CONTENT_MISSING: lambda: (
        _("The guides are missing."),
        _("Install FamilySafe again, or run “uv run poe content” in a source tree."),
    ),
    Code.CONTENT_DAMAGED: lambda: (
        _("The guides that came with FamilySafe cannot be read."),
        _("Install FamilySafe again. What you saved is not touched."),
    ),
    Code.FAMILY_FILE: lambda: ("{says}", _("Mend that line and try again.")),
    Code.ALREADY_OPEN: lambda: (
        _("FamilySafe is already open on this computer."),
        _("Use the window that is open, or close it first."),
    ),
    Code.VAULT_DAMAGED: lambda: (
        _("What was saved cannot be read: the file is damaged."),
        _("Nothing was deleted. Keep the folder {folder} and ask for help with it."),
    ),
    Code.VAULT_KEY_MISSING: lambda: (
        _("What was saved is locked, and its key is missing from this computer."),
        _("Put the whole folder {folder} back from a copy, with the key file in it."),
    ),
    Code.VAULT_LOCKED: lambda: (
        _("What was saved is locked."),
        _("Open it with the passphrase, or with the words on the recovery sheet."),
    ),
    Code.VAULT_WRONG_SECRET: lambda: (
        _("That does not open it."),
        _("Look at the keyboard and the capital letters, then try again. You can try as often as you like."),
    ),
    Code.PASSPHRASE_EMPTY: lambda: (
        _("There is no passphrase yet."),
        _("Type one that you will remember, such as four words that do not belong together."),
    ),
    Code.VAULT_NEWER: lambda: (
        _("What was saved comes from a newer FamilySafe."),
        _("Install the newest FamilySafe on this computer. Nothing was changed."),
    ),
    Code.VAULT_NOT_ENCRYPTED: lambda: (
        _("What was saved is not encrypted, so FamilySafe will not use it."),
        _("Install FamilySafe again. Nothing was written."),
    ),
    Code.VAULT_READ_ONLY: lambda: (
        _("What was saved can be read but not changed."),
        _("Check that this account may write to {folder}."),
    ),
    Code.BACKUP_UNREADABLE: lambda: (
        _("This file cannot be read as a FamilySafe backup."),
        _("Choose a file that ends in .familysafe, or an earlier backup. Nothing was changed."),
    ),
    Code.BACKUP_NEEDS_SECRET: lambda: (
        _("A backup for another place needs a passphrase or a recovery sheet to open it."),
        _("Set one of them in Settings first, then make the backup."),
    ),
    Code.INSIDE_VAULT: lambda: (
        _("FamilySafe keeps its own files in this folder, so nothing was written there."),
        _("Choose another folder, best on a stick or another computer."),
    ),
    Code.NOTHING_KEPT: lambda: (
        _("Nothing is being saved here, so there is nothing to lock, to copy or to bring back."),
        _("Start FamilySafe again and choose to save. Then this is here for you."),
    ),
    Code.CANCELLED: lambda: (
        _("Stopped, as you asked."),
        _("Nothing was changed."),
    ),
    Code.DISK_FULL: lambda: (
        _("The disk is full, so this was not saved."),
        _("Make some room, then try again. What you wrote is still here."),
    ),
    Code.DISK_REFUSES: lambda: (
        _("The disk refused to save this."),
        _("Check that the disk is there and can be written to, then try again."),
    ),
    Code.NO_DISPLAY: lambda: (
        _("There is no screen for the window: {why}"),
        _("Without a screen, “familysafe plan FILE” and “familysafe help” work in the terminal."),
    ),
    Code.RECORD_MISSING: lambda: (
        _("The record that this line belongs to is not here, so the line was not saved."),
        _("Begin another record and write it there."),
    ),
    Code.NO_PROOF_WITHOUT_CHILD: lambda: (
        _("From eleven on, tested means that the child was there."),
        _("Try it together, or choose “I have seen it”."),
    ),
}


# Where the same refusal asks for something else.
OTHER_STEPS: Mapping[tuple[Code, str], Callable[[], str]] = {
    (Code.VAULT_WRONG_SECRET, "words"): lambda: _(
        "Compare each word with the sheet, and the order too. Only the newest sheet opens it."
    ),
}


def sentence(error: FamilySafeError) -> str:
    """What happened."""
    return fill(PROBLEMS[error.code]()[0], error)


def next_step(error: FamilySafeError) -> str:
    """What to do about it."""
    other = OTHER_STEPS.get((error.code, str(error.details.get("what", ""))))
    return fill(other() if other else PROBLEMS[error.code]()[1], error)


def fill(text: str, error: FamilySafeError) -> str:
    return text.format_map({"folder": "", "why": "", "says": "", **error.details})
