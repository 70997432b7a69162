"""Turns the passphrase on, changes it, takes it away, and makes a recovery sheet."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.safekeeping import Protection
from familysafe.domain.secret import Passphrase, RecoveryWords, Secret
from familysafe.store import backups, files, keys, rotation
from familysafe.store.derivation import calibrated
from familysafe.store.keys import KeyChain, protection_of
from familysafe.store.opening import DEVICE_KEY
from familysafe.store.slots import Cost, DeviceSlot, PassphraseSlot, new_key

if TYPE_CHECKING:
    from familysafe.store.vault import Vault


def opens(vault: "Vault", secret: Secret) -> bool:
    """Asks again, before something weighty; takes as long as opening does."""
    try:
        return keys.unlock(vault.keys.chain, secret).master == vault.keys.master
    except FamilySafeError as refusal:
        if refusal.code is Code.VAULT_WRONG_SECRET:
            return False
        raise


def set_passphrase(vault: "Vault", passphrase: Passphrase, cost: Cost | None = None) -> Protection:
    """Turns the passphrase on, or changes it; PASSPHRASE_EMPTY.

    Turning it on makes new master and data keys and ends the device key. It ends an older recovery sheet too: only who
    knows its words could put the new master key behind them. Changing it leaves the sheet as it is.
    """
    if not passphrase.text:
        raise FamilySafeError(Code.PASSPHRASE_EMPTY)
    cost = cost or calibrated()
    if vault.keys.chain.slot(PassphraseSlot) is None:
        turn_on(vault, passphrase, cost)
    else:
        slot = keys.secret_slot(vault.keys.chain.vault, vault.keys.master, passphrase, cost)
        keep(vault, vault.keys.chain.with_slot(slot))
    return protection_of(vault.keys.chain)


def turn_on(vault: "Vault", passphrase: Passphrase, cost: Cost) -> None:
    old, master = vault.keys, new_key()
    slot = keys.secret_slot(old.chain.vault, master, passphrase, cost)
    vault.keys = rotation.under(vault.folder, vault.database, old, replace(old.chain, slots=(slot,)), master)
    backups.reslot(vault.folder, vault.keys, old.master)
    # Last, so that a break before it can still take the backups over (`forget_device_key` at the next start).
    files.erase(vault.folder / DEVICE_KEY)


def remove_passphrase(vault: "Vault") -> Protection:
    """Back to the device key alone; a recovery sheet goes on opening copies."""
    device_key = keys.make_device_key(vault.folder / DEVICE_KEY)
    chain = vault.keys.chain
    slot = keys.device_slot(chain.vault, vault.keys.master, device_key)
    keep(vault, chain.with_slot(slot).without(PassphraseSlot))
    return protection_of(vault.keys.chain)


def set_recovery(vault: "Vault", words: RecoveryWords, cost: Cost | None = None) -> Protection:
    """A sheet with these words; the one before no longer opens this vault or its backups."""
    slot = keys.secret_slot(vault.keys.chain.vault, vault.keys.master, words, cost or calibrated())
    keep(vault, vault.keys.chain.with_slot(slot))
    return protection_of(vault.keys.chain)


def keep(vault: "Vault", chain: KeyChain) -> None:
    """Other slots for the same keys, in the header and in every backup."""
    rotation.keep(vault.folder, chain)
    vault.keys = replace(vault.keys, chain=chain)
    backups.reslot(vault.folder, vault.keys)


def forget_device_key(vault: "Vault") -> None:
    """Ends what `turn_on` had begun: takes the backups over, then erases a device key that opens nothing any more."""
    left = keys.read_device_key(vault.folder / DEVICE_KEY)
    if left is not None and vault.keys.chain.slot(DeviceSlot) is None:
        backups.reslot(vault.folder, vault.keys, device_key=left)
        files.erase(vault.folder / DEVICE_KEY)


def take_over_backups(vault: "Vault") -> None:
    """Ends what `keep` had begun: gives the backups the slots that the vault has."""
    if backups.are_behind(vault.folder, vault.keys):
        backups.reslot(vault.folder, vault.keys)
