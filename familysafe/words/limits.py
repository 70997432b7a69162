"""What FamilySafe cannot protect, each with what helps instead; the same sentences stand in the README."""

from msgspec import Struct

from familysafe.words.language import _


class Limit(Struct, frozen=True):
    """A danger by name, how it comes about, and what helps against it."""

    what: str
    how: str
    helps: str


def limits_intro() -> str:
    return _(
        "FamilySafe keeps what you write encrypted on this computer. No app can guard against everything. "
        "Here is what this one cannot do, and what helps instead."
    )


def limits() -> tuple[Limit, ...]:
    """In the order in which a family is likely to meet them."""
    return (*about_the_lock(), *about_the_computer())


def about_the_lock() -> tuple[Limit, ...]:
    return (
        Limit(
            _("Someone at your open screen"),
            _("While FamilySafe is open, anyone who sits down here can read it."),
            _("Lock FamilySafe or the whole computer when you walk away."),
        ),
        Limit(
            _("No passphrase"),
            _("Without one, anyone who can use this computer account can open FamilySafe."),
            _("Set a passphrase in Settings. Or give each person an account of their own on this computer."),
        ),
        Limit(
            _("A forgotten passphrase and a lost recovery sheet"),
            _("If both are gone, nobody can open what you wrote. We cannot either."),
            _("Print the recovery sheet. Keep it in a safe place, away from this computer."),
        ),
        Limit(
            _("What you have printed, saved or copied"),
            _(
                "Paper, files and pasted words are out of our reach. A printer or its queue may keep a copy. "
                "A backup file goes on opening with the passphrase it was made with."
            ),
            _("Print and save only what you need. Keep it where others do not look, and shred or delete it later."),
        ),
    )


def about_the_computer() -> tuple[Limit, ...]:
    return (
        Limit(
            _("Pictures of the screen"),
            _("A screenshot, a photo or a shared screen shows what is on it. FamilySafe cannot stop that."),
            _("Lock FamilySafe before you share your screen. Switch off tools that take pictures of it all the time."),
        ),
        Limit(
            _("Harmful software"),
            _("A hidden program can read along, or note every key you press. Your passphrase would be among them."),
            _("Install updates, and only programs you trust. If you are in doubt, use another computer for this."),
        ),
        Limit(
            _("What the computer puts aside on its disk"),
            _("When memory runs short, or the computer sleeps, it may write what is open to its disk."),
            _(
                "Turn on encryption for the whole disk. "
                "It is called BitLocker or device encryption on Windows, FileVault on a Mac, and LUKS on Linux."
            ),
        ),
    )
