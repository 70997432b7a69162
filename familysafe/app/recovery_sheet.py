"""Makes a recovery sheet, and the file that it is printed into."""

import secrets
from datetime import date
from pathlib import Path

from familysafe.app.safekeeping import new_words
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.recovery_sheet import RecoverySheet
from familysafe.output.qr import qr_rows
from familysafe.store import files

ASKED = 3


def new_sheet(today: date) -> RecoverySheet:
    """Fresh words; they open nothing until they are given to the vault."""
    secret = new_words()
    numbers = secrets.SystemRandom().sample(range(1, len(secret.words) + 1), ASKED)
    return RecoverySheet(secret, qr_rows(" ".join(secret.words)), today, tuple(sorted(numbers)))


def save_sheet(path: Path, pdf: bytes) -> str:
    """Writes the printed sheet where somebody chose, readable to this account only; the file's name.

    DISK_FULL, DISK_REFUSES.
    """
    try:
        files.write(path, pdf)
    except FamilySafeError as refusal:
        if refusal.code is Code.VAULT_READ_ONLY:  # it is not the vault that cannot be written to
            raise FamilySafeError(Code.DISK_REFUSES) from refusal
        raise
    return path.name
