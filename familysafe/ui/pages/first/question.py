"""What every question of first start can do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysafe.domain.household import Household


class Question(QWidget):
    """Shows a household's part and gives back the household with what was answered."""

    count_changed = Signal()
    title = ""
    line = ""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("body")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)

    def answered(self, household: Household) -> Household:
        """The household as it is after this question."""
        raise NotImplementedError

    def comes_first(self) -> bool:
        """True while a button of its own is the one to press, and not yet Next."""
        return False

    def count_text(self) -> str:
        """What was chosen so far, in a few words; may be empty."""
        return ""
