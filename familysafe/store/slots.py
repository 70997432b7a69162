"""Slots: each wraps the master key behind one secret."""

import os
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
)
from nacl.exceptions import CryptoError

KEY_BYTES = 32
NONCE_BYTES = 24
TAG_BYTES = 16
SALT_BYTES = 16
WRAPPED_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BYTES
MEBIBYTE = 1 << 20
GIBIBYTE = 1 << 30

Wrapped = Annotated[bytes, Meta(min_length=WRAPPED_BYTES, max_length=WRAPPED_BYTES)]
Salt = Annotated[bytes, Meta(min_length=SALT_BYTES, max_length=SALT_BYTES)]


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


def tag_of(kind: type[Slot]) -> str:
    """The name that a kind of slot carries in the file."""
    return str(kind.__struct_config__.tag)


def new_key() -> bytes:
    return os.urandom(KEY_BYTES)


def new_salt() -> bytes:
    return os.urandom(SALT_BYTES)


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
