"""Shows what went wrong, and the next step."""

from PySide6.QtWidgets import QWidget

from familysafe.domain.errors import FamilySafeError
from familysafe.ui.theme import Theme
from familysafe.ui.widgets.dialog import Tell
from familysafe.words.language import _
from familysafe.words.problems import next_step, sentence


def tell(theme: Theme, error: FamilySafeError, parent: QWidget) -> Tell:
    """Opens a dialog with the sentence and the next step of a refusal."""
    dialog = Tell(theme, sentence(error), (next_step(error),), _("Close"), parent)
    dialog.open()
    return dialog
