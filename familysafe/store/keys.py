"""Slots unwrap the master key, the master key unwraps the data key."""

import os
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
)
from nacl.exceptions import CryptoError

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store import files

KEY_BYTES = 32
NONCE_BYTES = 24
TAG_BYTES = 16
WRAPPED_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BYTES
GIBIBYTE = 1 << 30

Wrapped = Annotated[bytes, Meta(min_length=WRAPPED_BYTES, max_length=WRAPPED_BYTES)]
Salt = Annotated[bytes, Meta(min_length=16, max_length=16)]


class Cost(Struct, frozen=True, forbid_unknown_fields=True):
    """What one derivation takes: bytes of memory and passes; what would stall a computer cannot be decoded."""

    memory: Annotated[int, Meta(ge=8 * 1024, le=GIBIBYTE)]
    passes: Annotated[int, Meta(ge=1, le=20)]


class DeviceSlot(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="device"):
    """Opened by the device key file."""

    wrapped: Wrapped


class PassphraseSlot(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="passphrase"):
    """Opened by what a parent knows."""

    cost: Cost
    salt: Salt
    wrapped: Wrapped


class RecoverySlot(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="recovery"):
    """Opened by the words on the recovery sheet."""

    cost: Cost
    salt: Salt
    wrapped: Wrapped


Slot = DeviceSlot | PassphraseSlot | RecoverySlot


class KeyChain(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything wrapped for one vault; `pending_data_key` stands there while a rotation is under way."""

    vault: str
    slots: tuple[Slot, ...]
    data_key: Wrapped
    pending_data_key: Wrapped | None = None


def new_chain(device_key: bytes) -> KeyChain:
    """Fresh master and data keys behind one device slot."""
    vault, master, data = os.urandom(16).hex(), new_key(), new_key()
    slot = DeviceSlot(wrap(master, device_key, label(vault, "device")))
    return KeyChain(vault, (slot,), wrap(data, master, label(vault, "data")))


def data_key(chain: KeyChain, device_key: bytes | None) -> bytes:
    """The raw data key; VAULT_KEY_MISSING without a device slot or the key that fits it."""
    slot = next((slot for slot in chain.slots if isinstance(slot, DeviceSlot)), None)
    if slot is None or device_key is None:
        raise FamilySafeError(Code.VAULT_KEY_MISSING)
    master = unwrap(slot.wrapped, device_key, label(chain.vault, "device"))
    if master is None:
        raise FamilySafeError(Code.VAULT_KEY_MISSING)
    data = unwrap(chain.data_key, master, label(chain.vault, "data"))
    if data is None:
        raise FamilySafeError(Code.VAULT_DAMAGED, what="data-key")
    return data


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


def new_key() -> bytes:
    return os.urandom(KEY_BYTES)


def wrap(key: bytes, secret: bytes, bound_to: bytes) -> bytes:
    """Nonce and sealed key (XChaCha20-Poly1305); unwraps only with the same `bound_to`."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + crypto_aead_xchacha20poly1305_ietf_encrypt(key, bound_to, nonce, secret)


def unwrap(wrapped: bytes, secret: bytes, bound_to: bytes) -> bytes | None:
    """The key, or None when the secret is another one."""
    nonce, sealed = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
    try:
        return crypto_aead_xchacha20poly1305_ietf_decrypt(sealed, bound_to, nonce, secret)
    except CryptoError:
        return None


def label(vault: str, kind: str, cost: Cost | None = None) -> bytes:
    """What a wrapped key is bound to, so that it cannot be moved to another vault, slot or cost."""
    return msgspec.json.encode((vault, kind, cost))
