"""A slot wraps the master key, and is bound to where it stands."""

import msgspec
import pytest

from familysafe.store.slots import (
    WRAPPED_BYTES,
    Cost,
    DeviceSlot,
    PassphraseSlot,
    RecoverySlot,
    Slot,
    label,
    new_key,
    new_salt,
    tag_of,
    unwrap,
    wrap,
)


@pytest.mark.parametrize(
    ("kind", "tag"), [(DeviceSlot, "device"), (PassphraseSlot, "passphrase"), (RecoverySlot, "recovery")]
)
def test_every_kind_has_the_name_that_stands_in_the_file(kind: type[Slot], tag: str) -> None:
    assert tag_of(kind) == tag


def test_keys_and_salts_are_never_the_same_twice() -> None:
    assert (len(new_key()), len(new_salt())) == (32, 16)
    assert len({new_key() for _ in range(50)} | {new_salt() for _ in range(50)}) == 100


def test_the_same_key_is_wrapped_differently_each_time() -> None:
    key, secret = new_key(), new_key()
    first, second = wrap(key, secret, b"here"), wrap(key, secret, b"here")
    assert first != second
    assert (len(first), unwrap(first, secret, b"here"), unwrap(second, secret, b"here")) == (WRAPPED_BYTES, key, key)


def test_a_label_names_vault_kind_and_cost() -> None:
    labels = {label("v", "device"), label("w", "device"), label("v", "recovery"), label("v", "device", Cost(8192, 1))}
    assert len(labels) == 4


def test_a_slot_of_another_length_is_not_read() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"kind":"device","wrapped":"AAAA"}', type=DeviceSlot)
