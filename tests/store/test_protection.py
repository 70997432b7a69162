"""A passphrase and a sheet: what opens a vault, and what no longer does."""

import os
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from familysafe.domain.change import KeepPreferences
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.memory import Preferences
from familysafe.domain.safekeeping import Protection
from familysafe.domain.secret import Passphrase, RecoveryWords, Secret
from familysafe.store import backups, copies, header, keys, protection, rotation
from familysafe.store.copies import Copy
from familysafe.store.database import Database
from familysafe.store.derivation import new_words
from familysafe.store.keys import KeyChain
from familysafe.store.slots import Cost, DeviceSlot
from familysafe.store.vault import Vault

CHEAP = Cost(8192, 1)
TODAY = date(2026, 11, 22)
FIRST, SECOND = Passphrase("kettle boat lamp river"), Passphrase("another one")
KNOWN = KeepPreferences(Preferences(started=True, minutes=30))


@pytest.fixture
def kept(folder: Path) -> Path:
    """A closed vault that holds something, behind the device key."""
    with Vault.create(folder) as vault:
        vault.save(KNOWN)
    return folder


def refusal(folder: Path, secret: Secret | None = None) -> Code:
    with pytest.raises(FamilySafeError) as refused:
        Vault.open(folder, secret)
    return refused.value.code


def holds_what_was_kept(folder: Path, secret: Secret | None = None) -> bool:
    with Vault.open(folder, secret) as vault:
        return vault.read().preferences == KNOWN.preferences


def test_with_a_passphrase_nothing_opens_without_being_asked(kept: Path) -> None:
    with Vault.open(kept) as vault:
        assert protection.set_passphrase(vault, FIRST, CHEAP) == Protection(passphrase=True, recovery=False)
    assert refusal(kept) is Code.VAULT_LOCKED
    assert refusal(kept, SECOND) is Code.VAULT_WRONG_SECRET
    assert holds_what_was_kept(kept, FIRST)


def test_turning_it_on_ends_the_device_key_and_changes_both_keys(kept: Path) -> None:
    device_key = keys.read_device_key(kept / "device.key")
    before = header.read(kept).keys
    with Vault.open(kept) as vault:
        old = vault.keys
        protection.set_passphrase(vault, FIRST, CHEAP)
        assert (vault.keys.master != old.master, vault.keys.data != old.data) == (True, True)
    assert not (kept / "device.key").exists()
    assert header.read(kept).keys.slot(DeviceSlot) is None
    # Who kept an old copy of header and device key cannot open what is written from now on.
    header.write(kept, header.Header(before, database_made=True))
    (kept / "device.key").write_bytes(device_key or b"")
    assert refusal(kept) is Code.VAULT_DAMAGED


def test_an_open_vault_goes_on_saving_after_the_change(kept: Path) -> None:
    with Vault.open(kept) as vault:
        protection.set_passphrase(vault, FIRST, CHEAP)
        vault.save(KeepPreferences(Preferences(minutes=5)))
    with Vault.open(kept, FIRST) as vault:
        assert vault.read().preferences == Preferences(minutes=5)


def test_a_changed_passphrase_leaves_the_sheet_as_it_is(kept: Path) -> None:
    words = new_words()
    with Vault.open(kept) as vault:
        protection.set_passphrase(vault, FIRST, CHEAP)
        protection.set_recovery(vault, words, CHEAP, FIRST)
        protection.set_passphrase(vault, SECOND, CHEAP)
    assert refusal(kept, FIRST) is Code.VAULT_WRONG_SECRET
    assert holds_what_was_kept(kept, SECOND)
    assert holds_what_was_kept(kept, words)


def test_a_new_sheet_voids_the_old_one(kept: Path) -> None:
    old, new = new_words(), new_words()
    with Vault.open(kept) as vault:
        protection.set_recovery(vault, old, CHEAP)
        protection.set_recovery(vault, new, CHEAP)
    assert refusal(kept, old) is Code.VAULT_WRONG_SECRET
    assert holds_what_was_kept(kept, new)


def opened_by_way_of(before: KeyChain, secret: Secret, kept: Path) -> bool:
    """Who has an older header, as every backup file does, and its secret: does the vault of today open with it?"""
    master = keys.unlock(before, secret).master
    try:
        Database.open(kept / "vault.db", keys.behind(header.read(kept).keys, master).data).close()
    except FamilySafeError:
        return False
    return True


def test_with_a_voided_sheet_and_an_older_file_nothing_opens(kept: Path) -> None:
    old = new_words()
    with Vault.open(kept) as vault:
        protection.set_passphrase(vault, FIRST, CHEAP)
        protection.set_recovery(vault, old, CHEAP, FIRST)
        before = vault.keys.chain
        protection.set_passphrase(vault, SECOND, CHEAP)
        assert opened_by_way_of(before, old, kept)
        # What the form says: the words could not be put behind other keys.
        assert opened_by_way_of(before, FIRST, kept)
        protection.set_recovery(vault, new_words(), CHEAP, SECOND)
    assert not opened_by_way_of(before, old, kept)
    assert not opened_by_way_of(before, FIRST, kept)
    assert holds_what_was_kept(kept, SECOND)


@pytest.mark.parametrize("words", [None, new_words()])
def test_without_a_sheet_or_with_its_words_a_changed_passphrase_changes_the_keys(
    kept: Path, words: RecoveryWords | None
) -> None:
    with Vault.open(kept) as vault:
        protection.set_passphrase(vault, FIRST, CHEAP)
        if words is not None:
            protection.set_recovery(vault, words, CHEAP, FIRST)
        before = vault.keys.chain
        now = protection.set_passphrase(vault, SECOND, CHEAP, words)
    assert now == Protection(passphrase=True, recovery=words is not None)
    assert not opened_by_way_of(before, FIRST, kept)
    assert holds_what_was_kept(kept, SECOND)
    assert words is None or holds_what_was_kept(kept, words)


def test_without_a_sheet_taking_the_passphrase_away_changes_the_keys(kept: Path) -> None:
    with Vault.open(kept) as vault:
        protection.set_passphrase(vault, FIRST, CHEAP)
        before = vault.keys.chain
        assert protection.remove_passphrase(vault) == Protection(passphrase=False, recovery=False)
    assert not opened_by_way_of(before, FIRST, kept)
    assert holds_what_was_kept(kept)


@pytest.mark.parametrize("current", [None, SECOND, new_words()])
def test_who_does_not_know_the_passphrase_makes_no_sheet(kept: Path, current: Secret | None) -> None:
    words = new_words()
    with Vault.open(kept) as vault:
        protection.set_passphrase(vault, FIRST, CHEAP)
        before = header.read(kept)
        with pytest.raises(FamilySafeError) as refused:
            protection.set_recovery(vault, words, CHEAP, current)
    assert refused.value.code is Code.VAULT_WRONG_SECRET
    assert header.read(kept) == before
    assert refusal(kept, words) is Code.VAULT_WRONG_SECRET


def behind_a_sheet_alone(kept: Path, words: RecoveryWords) -> None:
    """As on another computer, where there is no device key."""
    with Vault.open(kept) as vault:
        protection.set_recovery(vault, words, CHEAP)
        protection.keep(vault, vault.keys.chain.without(DeviceSlot))


def test_where_the_sheet_is_all_that_opens_it_a_new_one_asks_for_its_words(kept: Path) -> None:
    old, new = new_words(), new_words()
    behind_a_sheet_alone(kept, old)
    with Vault.open(kept, old) as vault:
        for current in (None, new, FIRST):
            with pytest.raises(FamilySafeError) as refused:
                protection.set_recovery(vault, new, CHEAP, current)
            assert refused.value.code is Code.VAULT_WRONG_SECRET
        protection.set_recovery(vault, new, CHEAP, old)
    assert refusal(kept, old) is Code.VAULT_WRONG_SECRET
    assert holds_what_was_kept(kept, new)
    assert refusal(kept) is Code.VAULT_LOCKED


def test_with_its_words_the_sheet_stays_good_behind_a_first_passphrase(kept: Path) -> None:
    words = new_words()
    behind_a_sheet_alone(kept, words)
    with Vault.open(kept, words) as vault:
        with pytest.raises(FamilySafeError) as refused:
            protection.set_passphrase(vault, FIRST, CHEAP, new_words())
        assert refused.value.code is Code.VAULT_WRONG_SECRET
        now = protection.set_passphrase(vault, FIRST, CHEAP, words)
    assert now == Protection(passphrase=True, recovery=True)
    assert holds_what_was_kept(kept, words)
    assert holds_what_was_kept(kept, FIRST)


def test_turning_the_passphrase_on_ends_an_older_sheet(kept: Path) -> None:
    words = new_words()
    with Vault.open(kept) as vault:
        protection.set_recovery(vault, words, CHEAP)
        assert protection.set_passphrase(vault, FIRST, CHEAP) == Protection(passphrase=True, recovery=False)
    assert refusal(kept, words) is Code.VAULT_WRONG_SECRET


def test_without_the_passphrase_again_it_opens_by_itself(kept: Path) -> None:
    words = new_words()
    with Vault.open(kept) as vault:
        protection.set_passphrase(vault, FIRST, CHEAP)
        protection.set_recovery(vault, words, CHEAP, FIRST)
        assert protection.remove_passphrase(vault) == Protection(passphrase=False, recovery=True)
    assert holds_what_was_kept(kept)
    assert holds_what_was_kept(kept, words)
    assert refusal(kept, FIRST) is Code.VAULT_WRONG_SECRET


def test_an_empty_passphrase_is_refused_and_changes_nothing(kept: Path) -> None:
    with Vault.open(kept) as vault, pytest.raises(FamilySafeError) as refused:
        protection.set_passphrase(vault, Passphrase(""), CHEAP)
    assert refused.value.code is Code.PASSPHRASE_EMPTY
    assert holds_what_was_kept(kept)


def test_a_secret_can_be_asked_for_again(kept: Path) -> None:
    words = new_words()
    with Vault.open(kept) as vault:
        protection.set_passphrase(vault, FIRST, CHEAP)
        protection.set_recovery(vault, words, CHEAP, FIRST)
        asked = [protection.opens(vault, secret) for secret in (FIRST, SECOND, words, new_words())]
    assert asked == [True, False, True, False]


def test_secrets_are_told_apart_by_their_kind(kept: Path) -> None:
    words = new_words()
    with Vault.open(kept) as vault:
        protection.set_passphrase(vault, FIRST, CHEAP)
    assert refusal(kept, words) is Code.VAULT_WRONG_SECRET


@pytest.mark.parametrize("breaks_at", ["rekey", "finish", "erase"])
def test_a_break_while_the_passphrase_is_turned_on_locks_nobody_out(
    kept: Path, monkeypatch: pytest.MonkeyPatch, breaks_at: str
) -> None:
    places = {"rekey": "store.database.Database.rekey", "finish": "store.rotation.finish", "erase": "store.files.erase"}

    def breaks(*_: object, **__: object) -> None:
        raise SystemExit

    vault = Vault.open(kept)
    with monkeypatch.context() as patch:
        patch.setattr(f"familysafe.{places[breaks_at]}", breaks)
        with pytest.raises(SystemExit):
            protection.set_passphrase(vault, FIRST, CHEAP)
    vault.close()
    assert holds_what_was_kept(kept, FIRST)
    assert holds_what_was_kept(kept, FIRST)
    assert not (kept / "device.key").exists()
    assert header.read(kept).keys.slot(DeviceSlot) is None


def with_a_copy(kept: Path) -> tuple[Copy, ...]:
    with Vault.open(kept) as vault:
        backups.make(vault, TODAY)
        backups.make(vault, TODAY)
    return copies.copies(kept)


@pytest.mark.parametrize("breaks_at", ["rotation.under", "rotation.finish", "backups.reslot"])
def test_a_break_while_a_sheet_is_made_costs_no_copy(
    kept: Path, monkeypatch: pytest.MonkeyPatch, breaks_at: str
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise SystemExit

    whole = with_a_copy(kept)
    with Vault.open(kept) as vault:
        protection.set_passphrase(vault, FIRST, CHEAP)
        with monkeypatch.context() as patch, suppress(SystemExit):
            patch.setattr(f"familysafe.store.{breaks_at}", breaks)
            protection.set_recovery(vault, new_words(), CHEAP, FIRST)
    with Vault.open(kept, FIRST) as vault:
        assert copies.copies(kept) == whole
        assert all(backups.is_sound(copy, vault.keys) for copy in whole)
        chains = [copies.chain_in(copy.header) for copy in whole]
        assert {chain and chain.slots for chain in chains} == {vault.keys.chain.slots}
    assert not [path for path in kept.rglob("*") if path.name.endswith(".next")]


def test_a_header_of_a_copy_that_cannot_be_read_keeps_nothing_else_back(kept: Path) -> None:
    last, first = with_a_copy(kept)
    last.header.unlink()
    last.header.mkdir()
    with Vault.open(kept) as vault:
        assert protection.set_passphrase(vault, FIRST, CHEAP) == Protection(passphrase=True, recovery=False)
        assert not (kept / "device.key").exists()
        chain = copies.chain_in(first.header)
        assert chain is not None
        assert chain.slots == vault.keys.chain.slots
        facts = vault.check()
    assert (facts.backups, facts.backups_sound) == (2, 1)


def test_copies_that_cannot_follow_now_do_at_the_next_start(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise FamilySafeError(Code.DISK_FULL)

    whole = with_a_copy(kept)
    with Vault.open(kept) as vault, monkeypatch.context() as patch:
        patch.setattr(backups, "reslot", full)
        assert protection.set_passphrase(vault, FIRST, CHEAP) == Protection(passphrase=True, recovery=False)
        assert not (kept / "device.key").exists()
        assert backups.are_behind(kept, vault.keys)
    with Vault.open(kept, FIRST) as vault:
        assert not backups.are_behind(kept, vault.keys)
        assert [backups.is_sound(copy, vault.keys) for copy in whole] == [True, True]


def test_the_wrapped_keys_of_every_header_differ(kept: Path) -> None:
    with Vault.open(kept) as vault:
        first = rotation.rotate(vault.folder, vault.database, vault.keys)
        second = rotation.rotate(vault.folder, vault.database, first)
        assert len({vault.keys.data, first.data, second.data}) == 3
        assert {first.master, second.master} == {vault.keys.master}
    assert holds_what_was_kept(kept)


def test_no_secret_and_no_key_stands_in_any_file(kept: Path) -> None:
    words = new_words()
    with Vault.open(kept) as vault:
        protection.set_passphrase(vault, FIRST, CHEAP)
        protection.set_recovery(vault, words, CHEAP, FIRST)
        opened = vault.keys
    everything = b"".join(path.read_bytes() for path in kept.rglob("*") if path.is_file())
    for secret in (opened.master, opened.data, FIRST.text.encode(), " ".join(words.words[:2]).encode()):
        assert secret not in everything
        assert secret.hex().encode() not in everything


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such bits")
def test_everything_stays_private(kept: Path) -> None:
    with Vault.open(kept) as vault:
        protection.set_passphrase(vault, FIRST, CHEAP)
        assert vault.check().modes_ok
