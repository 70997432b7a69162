"""Slots unwrap the master key, the master key unwraps the data key, and nothing else does."""

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store import keys
from familysafe.store.keys import KeyChain
from familysafe.store.slots import Cost, PassphraseSlot, RecoverySlot, Slot, label, unwrap, wrap

DEVICE = bytes(range(32))
OTHER = bytes(range(1, 33))


@pytest.fixture
def chain() -> KeyChain:
    return keys.new_chain(DEVICE)


def refusal_of(chain: KeyChain, device_key: bytes | None) -> Code:
    with pytest.raises(FamilySafeError) as refusal:
        keys.unlock(chain, device_key)
    return refusal.value.code


def test_the_device_key_opens_a_chain(chain: KeyChain) -> None:
    assert len(keys.unlock(chain, DEVICE).data) == 32
    assert keys.unlock(chain, DEVICE).data == keys.unlock(chain, DEVICE).data


def test_two_vaults_share_no_key(chain: KeyChain) -> None:
    second = keys.new_chain(DEVICE)
    assert keys.unlock(chain, DEVICE).data != keys.unlock(second, DEVICE).data
    assert chain.vault != second.vault


def test_no_key_in_clear_stands_in_a_chain(chain: KeyChain) -> None:
    data = keys.unlock(chain, DEVICE).data
    assert data not in chain.data_key
    assert DEVICE not in chain.slots[0].wrapped


@pytest.mark.parametrize("device_key", [None, OTHER])
def test_without_the_right_device_key_the_key_is_missing(chain: KeyChain, device_key: bytes | None) -> None:
    assert refusal_of(chain, device_key) is Code.VAULT_KEY_MISSING


def test_a_chain_of_other_slots_asks_for_their_secret(chain: KeyChain) -> None:
    assert refusal_of(replace(chain, slots=other_slots()), DEVICE) is Code.VAULT_LOCKED


def test_a_chain_without_any_slot_has_lost_its_key(chain: KeyChain) -> None:
    assert refusal_of(replace(chain, slots=()), DEVICE) is Code.VAULT_KEY_MISSING


def test_the_device_slot_is_found_among_others(chain: KeyChain) -> None:
    mixed = replace(chain, slots=(*other_slots(), *chain.slots))
    assert keys.unlock(mixed, DEVICE).data == keys.unlock(chain, DEVICE).data


def test_every_kind_of_slot_survives_writing_and_reading(chain: KeyChain) -> None:
    mixed = replace(chain, slots=(*chain.slots, *other_slots()), pending_data_key=bytes(72))
    assert msgspec.json.decode(msgspec.json.encode(mixed), type=KeyChain) == mixed


def test_a_slot_does_not_open_in_another_vault(chain: KeyChain) -> None:
    assert refusal_of(replace(chain, vault=keys.new_chain(DEVICE).vault), DEVICE) is Code.VAULT_KEY_MISSING


def test_a_data_key_from_elsewhere_is_damage(chain: KeyChain) -> None:
    foreign = replace(chain, data_key=keys.new_chain(DEVICE).data_key)
    assert refusal_of(foreign, DEVICE) is Code.VAULT_DAMAGED


@pytest.mark.parametrize("bound_to", [("v", "passphrase", None), ("w", "device", None), ("v", "device", Cost(8192, 1))])
def test_a_wrapped_key_is_bound_to_vault_kind_and_cost(bound_to: tuple[str, str, Cost | None]) -> None:
    wrapped = wrap(OTHER, DEVICE, label("v", "device"))
    assert unwrap(wrapped, DEVICE, label("v", "device")) == OTHER
    assert unwrap(wrapped, DEVICE, label(*bound_to)) is None


def test_any_changed_byte_of_a_wrapped_key_is_noticed() -> None:
    wrapped = wrap(OTHER, DEVICE, b"")
    for place in range(len(wrapped)):
        changed = bytearray(wrapped)
        changed[place] ^= 1
        assert unwrap(bytes(changed), DEVICE, b"") is None


@pytest.mark.parametrize(("memory", "passes"), [((1 << 30) + 1, 3), (1 << 26, 21), (1 << 26, 0), (0, 3)])
def test_a_cost_that_would_stall_a_computer_is_not_decoded(memory: int, passes: int) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(msgspec.json.encode({"memory": memory, "passes": passes}), type=Cost)


def test_the_highest_cost_allowed_is_decoded() -> None:
    assert msgspec.json.decode(b'{"memory": 1073741824, "passes": 20}', type=Cost) == Cost(1 << 30, 20)


def test_a_device_key_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "device.key"
    assert keys.read_device_key(path) is None
    made = keys.make_device_key(path)
    assert (len(made), path.stat().st_mode & 0o777) == (32, 0o600)
    assert keys.make_device_key(path) == keys.read_device_key(path) == made


@pytest.mark.parametrize("content", [b"", bytes(31), bytes(33)])
def test_a_device_key_of_another_length_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "device.key").write_bytes(content)
    assert keys.read_device_key(tmp_path / "device.key") is None


def other_slots() -> tuple[Slot, ...]:
    cost = Cost(1 << 26, 3)
    return PassphraseSlot(cost, bytes(16), bytes(72)), RecoverySlot(cost, bytes(16), bytes(72))
