"""What can go wrong, as a code with details; sentences live in `words`."""

from enum import Enum


class Code(Enum):
    """Every way in which the core can refuse."""

    CONTENT_MISSING = "content-missing"
    CONTENT_DAMAGED = "content-damaged"
    FAMILY_FILE = "family-file"
    ALREADY_OPEN = "already-open"
    VAULT_DAMAGED = "vault-damaged"
    VAULT_KEY_MISSING = "vault-key-missing"
    VAULT_LOCKED = "vault-locked"
    VAULT_WRONG_SECRET = "vault-wrong-secret"  # noqa: S105 - a code, not a secret
    PASSPHRASE_EMPTY = "passphrase-empty"  # noqa: S105 - a code, not a secret
    VAULT_NEWER = "vault-newer"
    VAULT_NOT_ENCRYPTED = "vault-not-encrypted"
    VAULT_READ_ONLY = "vault-read-only"
    BACKUP_UNREADABLE = "backup-unreadable"
    BACKUP_NEEDS_SECRET = "backup-needs-secret"  # noqa: S105 - a code, not a secret
    INSIDE_VAULT = "inside-vault"
    NOTHING_KEPT = "nothing-kept"
    CANCELLED = "cancelled"
    DISK_FULL = "disk-full"
    DISK_REFUSES = "disk-refuses"
    NO_DISPLAY = "no-display"
    RECORD_MISSING = "record-missing"
    NO_PROOF_WITHOUT_CHILD = "no-proof-without-child"


class FamilySafeError(Exception):
    """A refusal: a code, and the facts that a sentence about it needs (never private text)."""

    def __init__(self, code: Code, **details: str | int) -> None:
        super().__init__(code.value)
        self.code = code
        self.details = details
