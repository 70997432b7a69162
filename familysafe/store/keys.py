"""Slots unwrap the master key, the master key unwraps the data key."""

import os
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.safekeeping import Protection
from familysafe.domain.secret import Passphrase, Secret
from familysafe.store import files
from familysafe.store.derivation import derive
from familysafe.store.slots import (
    KEY_BYTES,
    Cost,
    DeviceSlot,
    PassphraseSlot,
    RecoverySlot,
    Slot,
    Wrapped,
    label,
    new_key,
    new_salt,
    tag_of,
    unwrap,
    wrap,
)

AnySlot = TypeVar("AnySlot", DeviceSlot, PassphraseSlot, RecoverySlot)


class KeyChain(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything wrapped for one vault; `pending_data_key` stands there while the data key is being changed."""

    vault: str
    slots: tuple[Slot, ...]
    data_key: Wrapped
    pending_data_key: Wrapped | None = None

    def slot(self, kind: type[AnySlot]) -> AnySlot | None:
        """The slot of a kind; there is at most one."""
        return next((slot for slot in self.slots if isinstance(slot, kind)), None)

    def with_slot(self, new: Slot) -> "KeyChain":
        """The same chain with a slot in the place of the one of its kind."""
        return replace(self, slots=(*self.without(type(new)).slots, new))

    def without(self, kind: type[Slot]) -> "KeyChain":
        """The same chain without the slot of a kind."""
        return replace(self, slots=tuple(slot for slot in self.slots if not isinstance(slot, kind)))


class Keys(Struct, frozen=True):
    """An opened chain; `pending` is the key to which the database may have been changed already."""

    chain: KeyChain
    master: bytes
    data: bytes
    pending: bytes | None = None

    def __repr__(self) -> str:
        return "Keys(…)"


def protection_of(chain: KeyChain) -> Protection:
    """What opens a chain besides the device key."""
    passphrase, recovery = chain.slot(PassphraseSlot) is not None, chain.slot(RecoverySlot) is not None
    device = chain.slot(DeviceSlot) is not None
    return Protection(passphrase, recovery, recovery and not passphrase and not device)


def new_chain(device_key: bytes) -> KeyChain:
    """Fresh master and data keys behind one device slot."""
    vault, master, data = os.urandom(16).hex(), new_key(), new_key()
    return KeyChain(vault, (device_slot(vault, master, device_key),), wrap(data, master, label(vault, "data")))


def device_slot(vault: str, master: bytes, device_key: bytes) -> DeviceSlot:
    return DeviceSlot(wrap(master, device_key, label(vault, "device")))


def secret_slot(vault: str, master: bytes, secret: Secret, cost: Cost) -> PassphraseSlot | RecoverySlot:
    """The master key behind a passphrase or recovery words; takes as long as the cost says."""
    kind = kind_for(secret)
    salt = new_salt()
    key = derive(secret, salt, cost)
    return kind(cost, salt, wrap(master, key, label(vault, tag_of(kind), cost)))


def kind_for(secret: Secret) -> type[PassphraseSlot] | type[RecoverySlot]:
    """The kind of slot that a secret opens."""
    return PassphraseSlot if isinstance(secret, Passphrase) else RecoverySlot


def unlock(chain: KeyChain, secret: Secret | bytes | None) -> Keys:
    """Opens a chain by a passphrase, by recovery words or by the device key's bytes.

    VAULT_LOCKED when nothing is given and there is no device slot, VAULT_KEY_MISSING when the device key is missing
    or another one, VAULT_WRONG_SECRET, VAULT_DAMAGED when the chain does not hang together.
    """
    master = by_device(chain, secret) if secret is None or isinstance(secret, bytes) else by_secret(chain, secret)
    return behind(chain, master)


def behind(chain: KeyChain, master: bytes) -> Keys:
    """Opens a chain by its master key; VAULT_DAMAGED when it is behind another one."""
    data = unwrap(chain.data_key, master, label(chain.vault, "data"))
    pending = chain.pending_data_key
    if data is None:
        raise FamilySafeError(Code.VAULT_DAMAGED, what="data-key")
    return Keys(chain, master, data, None if pending is None else unwrap(pending, master, label(chain.vault, "data")))


def by_device(chain: KeyChain, device_key: bytes | None) -> bytes:
    """The master key; the device slot is the only one that opens without being asked."""
    slot = chain.slot(DeviceSlot)
    if slot is None:
        if not chain.slots:
            raise FamilySafeError(Code.VAULT_KEY_MISSING)
        raise FamilySafeError(Code.VAULT_LOCKED, only_sheet=int(protection_of(chain).only_sheet))
    master = None if device_key is None else unwrap(slot.wrapped, device_key, label(chain.vault, tag_of(type(slot))))
    if master is None:
        raise FamilySafeError(Code.VAULT_KEY_MISSING)
    return master


def by_secret(chain: KeyChain, secret: Secret) -> bytes:
    """The master key; VAULT_WRONG_SECRET where there is no such slot, too, since only its owner could know."""
    known = isinstance(secret, Passphrase)
    slot = chain.slot(PassphraseSlot) if known else chain.slot(RecoverySlot)
    what = "passphrase" if known else "words"
    if slot is None:
        raise FamilySafeError(Code.VAULT_WRONG_SECRET, what=what)
    key = derive(secret, slot.salt, slot.cost)
    master = unwrap(slot.wrapped, key, label(chain.vault, tag_of(type(slot)), slot.cost))
    if master is None:
        raise FamilySafeError(Code.VAULT_WRONG_SECRET, what=what)
    return master


def read_device_key(path: Path) -> bytes | None:
    """The key in a device key file; None when there is no whole key in it."""
    key = files.read(path, KEY_BYTES + 1)
    return key if key is not None and len(key) == KEY_BYTES else None


def make_device_key(path: Path) -> bytes:
    """The device key, made where there is none; one that is there is kept, since a backup may need it."""
    key = read_device_key(path)
    if key is None:
        key = new_key()
        files.write(path, key)
    return key
