"""A recovery sheet to look at; its words are nobody's."""

from familysafe.domain.recovery_sheet import RecoverySheet
from familysafe.domain.secret import RecoveryWords
from familysafe.output.qr import qr_rows
from tests.builders import TODAY

TYPED = "legal winner thank year wave sausage worth useful vintage acid mechanic yellow"
WORDS = tuple(TYPED.split())
SHEET = RecoverySheet(RecoveryWords(WORDS), qr_rows(" ".join(WORDS)), TODAY, (2, 7, 12))
RIGHT = {2: "winner", 7: "worth", 12: "yellow"}
