"""The copies that FamilySafe cannot delete, named wherever something is deleted for good."""

from familysafe.words.language import _


def copies_out_of_reach() -> tuple[str, ...]:
    """One line for each kind."""
    return (
        _("Backup files that you keep in other places, on a stick or another disk"),
        _("What was printed or saved as a PDF, and recovery sheets on paper"),
        _("The computer’s own backups and earlier versions of files, such as Time Machine or File History"),
        _("What you copied from here into other programs"),
    )
