"""Everything that the window does with the lock, the copies and the state of a vault; loaded when it is first needed.

Long functions take `tell`, which hears from 0 to 1 how far it has come, and which may end the work by raising
FamilySafeError(Code.CANCELLED): then nothing was changed. They belong on the worker that owns the vault.
"""

from datetime import date
from pathlib import Path

from familysafe.app import preferences
from familysafe.app.paths import vault_folder
from familysafe.app.session import target_now
from familysafe.domain.catalogue import Catalogue
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.safekeeping import Backup, Checkup, Contents, Protection
from familysafe.domain.secret import Passphrase, RecoveryWords, Secret
from familysafe.domain.target import ItemKey
from familysafe.store import backups as copies
from familysafe.store import deletion, derivation, exporting, restoring
from familysafe.store import protection as lock
from familysafe.store.copies import beside
from familysafe.store.database import Tell, silent
from familysafe.store.keys import protection_of
from familysafe.store.suspicion import note, noting
from familysafe.store.vault import Vault

# The lock


def protection(vault: Vault) -> Protection:
    """What the vault can be opened with besides this computer's account."""
    return protection_of(vault.keys.chain)


def set_passphrase(vault: Vault, new: Passphrase, current: Secret | None = None) -> Protection:
    """Turns the passphrase on, or changes it; takes two derivations, about a second.

    PASSPHRASE_EMPTY; VAULT_WRONG_SECRET where one is set and `current` (the passphrase, or the words of the sheet)
    does not open the vault. A sheet stays good after a change, and where `current` is its words; turning the
    passphrase on without them ends it. See `store.protection` for what happens to the keys.
    """
    words = current if isinstance(current, RecoveryWords) else None
    if words is None:
        require(vault, current)
    return lock.set_passphrase(vault, new, words=words)


def remove_passphrase(vault: Vault, current: Secret) -> Protection:
    """Back to this computer's account alone; VAULT_WRONG_SECRET where `current` does not open the vault."""
    require(vault, current)
    return lock.remove_passphrase(vault)


def new_words() -> RecoveryWords:
    """Words for a sheet that is to be printed; they count from `set_recovery` on."""
    return derivation.new_words()


def set_recovery(vault: Vault, words: RecoveryWords, current: Secret | None = None) -> Protection:
    """The sheet with these words opens the vault from now on, and the one before no longer does.

    VAULT_WRONG_SECRET unless `current` is the passphrase where there is one, and the words of the sheet before where
    nothing else opens the vault.
    """
    return lock.set_recovery(vault, words, current=current)


# Copies


def backups(vault: Vault) -> tuple[Backup, ...]:
    """The copies beside the vault, the newest first."""
    return copies.listed(vault.folder)


def back_up_if_due(vault: Vault, today: date, tell: Tell = silent) -> Backup | None:
    """A verified copy after the first change of a day, None where there is one already.

    VAULT_DAMAGED where a page of the vault cannot be read: the next start then sets the file aside and takes a copy.
    """
    with noting(vault.folder):
        return copies.make(vault, today, tell=tell) if copies.due(vault, today) else None


def export_name(today: date) -> str:
    """What a backup file is called unless somebody says otherwise: nothing of the family is in it."""
    return exporting.default_name(today)


def export(vault: Vault, path: Path, today: date, tell: Tell = silent) -> None:
    """One file that opens on another computer with the passphrase or the recovery words.

    BACKUP_NEEDS_SECRET where there is neither; INSIDE_VAULT for a place among the vault's own files; DISK_FULL and
    DISK_REFUSES leave an older file of that name as it was.
    """
    with noting(vault.folder):
        exporting.export(vault, path, today, tell)


def look_into(vault: Vault | None, source: Path | Backup, secret: Secret | None = None) -> Contents:
    """What a copy beside the vault (a Backup) or a file (a Path) holds; changes nothing.

    A Backup needs no secret, nor does a file of this very vault; VAULT_LOCKED says that a file needs one.
    VAULT_WRONG_SECRET, VAULT_NEWER, BACKUP_UNREADABLE. `vault` is None where there is none yet (see `adopt`).
    """
    return restoring.look_into(vault, source, secret)


def restore(vault: Vault, source: Path | Backup, secret: Secret | None, today: date, tell: Tell = silent) -> Backup:
    """Puts what a copy holds in the place of what is here; the copy of what was here, for taking it back.

    The keys, passphrase and sheet of this computer stay. Refuses as `look_into` does; the session has to be made anew.
    """
    return restoring.restore(vault, source, secret, today, tell)


def adopt(data: Path, path: Path, secret: Secret, today: date, tell: Tell = silent) -> None:
    """Makes a file the vault of this computer; it then opens with the file's passphrase or words.

    A vault that cannot be opened is set beside it, whole and dated. Refuses as `look_into` does.
    """
    folder = vault_folder(data)
    restoring.adopt(folder, path, secret, tell, beside(folder, today))


# The state


def check(vault: Vault, tell: Tell = silent) -> Checkup:
    """Reads every page of the vault and of its copies.

    Where `integrity_ok` is False the next start sets the file aside and takes the newest sound copy.
    """
    found = vault.check(tell)
    if not found.integrity_ok:
        note(vault.folder)
    return found


# Deleting; the session has to be made anew. Which copies are out of reach is for the words.


def forget_child(vault: Vault, child_id: str, today: date) -> None:
    """A child and everything about them, in the vault and in its copies here; cannot be undone."""
    deletion.forget_child(vault, child_id, today)


def forget_note(vault: Vault, catalogue: Catalogue, key: ItemKey, today: date) -> None:
    """Every note ever written to a step, in the vault and in its copies here; cannot be undone."""
    deletion.forget_notes(vault, tuple(stored_keys(vault, catalogue, key)), today)


def forget_talk_note(vault: Vault, talk_id: str, today: date) -> None:
    """The note of a talk, in the vault and in its copies here; cannot be undone."""
    deletion.forget_talk_note(vault, talk_id, today)


def forget_record(vault: Vault, record_id: str, today: date) -> None:
    """A record with every line of it, in the vault and in its copies here; cannot be undone.

    The days on which to ask about its situation go too, unless another record is of the same one.
    """
    deletion.forget_record(vault, record_id, today)


def delete_everything(data: Path) -> None:
    """Everything that FamilySafe keeps on this computer. The vault is to be closed before; cannot be undone."""
    deletion.delete_vault(vault_folder(data))
    preferences.forget_appearance(data)


def stored_keys(vault: Vault, catalogue: Catalogue, key: ItemKey) -> list[ItemKey]:
    """The keys under which answers to a step were written, since a step may have had other ids before."""
    return [
        answer.key
        for answer in vault.read().answers
        if (step := catalogue.current_id(answer.step)) is not None
        and ItemKey(step, target_now(catalogue, step, answer.target)) == key
    ]


def require(vault: Vault, current: Secret | None) -> None:
    """VAULT_WRONG_SECRET where a passphrase is set and `current` does not open the vault."""
    if protection(vault).passphrase and not (current and lock.opens(vault, current)):
        raise FamilySafeError(Code.VAULT_WRONG_SECRET)
