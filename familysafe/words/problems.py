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
    Code.VAULT_WRONG_SECRET: lambda: (
        _("The key does not fit what was saved."),
        _("Put the whole folder {folder} back from one and the same copy."),
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
    Code.NO_PROOF_WITHOUT_CHILD: lambda: (
        _("From eleven on, tested means that the child was there."),
        _("Try it together, or choose “I have seen it”."),
    ),
}


def sentence(error: FamilySafeError) -> str:
    """What happened."""
    return fill(PROBLEMS[error.code]()[0], error)


def next_step(error: FamilySafeError) -> str:
    """What to do about it."""
    return fill(PROBLEMS[error.code]()[1], error)


def fill(text: str, error: FamilySafeError) -> str:
    return text.format_map({"folder": "", "why": "", "says": "", **error.details})
