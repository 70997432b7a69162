"""Turns the passphrase on, changes it, takes it away, and makes a recovery sheet."""

from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec.structs import replace

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.safekeeping import Protection
from familysafe.domain.secret import Passphrase, RecoveryWords, Secret
from familysafe.store import backups, files, keys, rotation
from familysafe.store.derivation import calibrated
from familysafe.store.keys import KeyChain, protection_of
from familysafe.store.opening import DEVICE_KEY
from familysafe.store.slots import Cost, DeviceSlot, PassphraseSlot, RecoverySlot, Slot, new_key

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


def set_passphrase(
    vault: "Vault", passphrase: Passphrase, cost: Cost | None = None, words: RecoveryWords | None = None
) -> Protection:
    """Turns the passphrase on, or changes it; PASSPHRASE_EMPTY, VAULT_WRONG_SECRET where `words` do not open the vault.

    It makes new keys and ends the device key. A recovery sheet stays good where its `words` are given: only who knows
    them can put a new master key behind them. Without them turning the passphrase on ends the sheet, and a change
    leaves it, and the keys, as they are.
    """
    if not passphrase.text:
        raise FamilySafeError(Code.PASSPHRASE_EMPTY)
    if words is not None and not opens(vault, words):
        raise FamilySafeError(Code.VAULT_WRONG_SECRET)
    cost, now = cost or calibrated(), protection_of(vault.keys.chain)
    if now.passphrase and now.recovery and words is None:
        slot = keys.secret_slot(vault.keys.chain.vault, vault.keys.master, passphrase, cost)
        return keep(vault, vault.keys.chain.with_slot(slot))
    return renew(vault, (passphrase, words), cost)


def remove_passphrase(vault: "Vault") -> Protection:
    """Back to the device key alone, under new keys; a recovery sheet stays good, and then the keys stay too."""
    chain = vault.keys.chain
    if chain.slot(RecoverySlot) is None:
        return renew(vault, (), on_device=True)
    slot = device_slot(vault, vault.keys.master)
    return keep(vault, chain.with_slot(slot).without(PassphraseSlot))


def set_recovery(
    vault: "Vault", words: RecoveryWords, cost: Cost | None = None, current: Secret | None = None
) -> Protection:
    """A sheet with these words, under new keys; with the one before nothing opens that is written from now on.

    VAULT_WRONG_SECRET unless `current` is the passphrase where there is one, and the words of the sheet where nothing
    else opens the vault: only who knows the passphrase can put a new master key behind it.
    """
    now = protection_of(vault.keys.chain)
    right_kind = isinstance(current, Passphrase) is now.passphrase
    if now.locks and not (current and right_kind and opens(vault, current)):
        raise FamilySafeError(Code.VAULT_WRONG_SECRET)
    on_device = vault.keys.chain.slot(DeviceSlot) is not None
    return renew(vault, (current if now.passphrase else None, words), cost, on_device=on_device)


def renew(
    vault: "Vault", secrets: tuple[Secret | None, ...], cost: Cost | None = None, *, on_device: bool = False
) -> Protection:
    """New master and data keys behind these secrets alone, and behind the device key where that is wanted.

    So who has an older header, in a file that went elsewhere, and a secret that opened it then, opens nothing of today.
    """
    rotation.require_room(vault.database.path)
    old, master, cost = vault.keys, new_key(), cost or calibrated()
    slots: list[Slot] = [device_slot(vault, master)] if on_device else []
    slots += (keys.secret_slot(old.chain.vault, master, secret, cost) for secret in secrets if secret is not None)
    chain = replace(old.chain, slots=tuple(slots))
    backups.foresee(vault.folder, old, replace(old, chain=chain, master=master))
    vault.keys = rotation.under(vault.folder, vault.database, old, chain, master)
    return taken_over(vault)


def device_slot(vault: "Vault", master: bytes) -> DeviceSlot:
    return keys.device_slot(vault.keys.chain.vault, master, keys.make_device_key(vault.folder / DEVICE_KEY))


def keep(vault: "Vault", chain: KeyChain) -> Protection:
    """Other slots for the same keys, in the header and in every backup."""
    rotation.keep(vault.folder, chain)
    vault.keys = replace(vault.keys, chain=chain)
    return taken_over(vault)


def taken_over(vault: "Vault") -> Protection:
    """What opens the vault now: that a copy could not follow is no reason to say it had not changed."""
    with suppress(FamilySafeError):
        take_over_backups(vault)
    with suppress(FamilySafeError):
        forget_device_key(vault)
    return protection_of(vault.keys.chain)


# What a break, or a disk that refused, has left: done at the next start.


def take_over_backups(vault: "Vault") -> None:
    """Gives the backups the slots that the vault has."""
    if backups.are_behind(vault.folder, vault.keys):
        backups.reslot(vault.folder, vault.keys)


def forget_device_key(vault: "Vault") -> None:
    """Erases a device key that opens nothing any more."""
    if vault.keys.chain.slot(DeviceSlot) is None:
        files.erase(vault.folder / DEVICE_KEY)
