"""What the window asks of the vault: the lock, the copies, its state, and taking something out."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from familysafe.app import safekeeping
from familysafe.app.paths import vault_folder
from familysafe.app.preferences import keep_appearance
from familysafe.domain.answer import Answer
from familysafe.domain.catalogue import Retired, RetiredKind
from familysafe.domain.change import BeginRecord, ChangeHousehold, GiveAnswer, RecordTalk
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.guide import GuideKind
from familysafe.domain.safekeeping import BackupReason, Contents, Protection
from familysafe.domain.secret import passphrase_of
from familysafe.domain.talk import Talk
from familysafe.domain.target import ItemKey, Target, TargetKind
from familysafe.domain.views import Appearance
from familysafe.store import protection as lock
from familysafe.store import suspicion
from familysafe.store.slots import Cost
from familysafe.store.vault import Vault
from tests.builders import TODAY, a_guide, a_household, a_record, a_step, an_entry, content_of

KNOWN, OTHER = passphrase_of("kettle boat lamp river"), passphrase_of("another one")
TABLET = Target(TargetKind.DEVICE, device="d1")
NOTE = Answer("ipad.code", TABLET, TODAY, note="what was said")


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derivations that take no time."""
    monkeypatch.setattr(lock, "calibrated", lambda: Cost(8192, 1))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def vault(data: Path) -> Iterator[Vault]:
    """An open vault with a family in it."""
    with Vault.create(vault_folder(data)) as made:
        made.save(ChangeHousehold(a_household()))
        made.save(GiveAnswer(NOTE))
        made.save(RecordTalk(Talk("t1", TODAY, (), ("c1",), "with Younger")))
        made.save(BeginRecord(a_record("r1", an_entry())))
        yield made


def refusal(work: Callable[[], object]) -> Code:
    with pytest.raises(FamilySafeError) as refused:
        work()
    return refused.value.code


# The lock


def test_a_passphrase_is_set_changed_and_removed(vault: Vault) -> None:
    assert safekeeping.protection(vault) == Protection(passphrase=False, recovery=False)
    safekeeping.set_passphrase(vault, KNOWN)
    safekeeping.set_passphrase(vault, OTHER, KNOWN)
    words = safekeeping.new_words()
    assert safekeeping.set_recovery(vault, words, OTHER) == Protection(passphrase=True, recovery=True)
    safekeeping.set_passphrase(vault, KNOWN, words)
    assert lock.opens(vault, words)
    assert safekeeping.remove_passphrase(vault, KNOWN) == Protection(passphrase=False, recovery=True)


def test_who_does_not_know_the_passphrase_can_neither_change_nor_remove_it(vault: Vault) -> None:
    safekeeping.set_passphrase(vault, KNOWN)
    for work in (
        lambda: safekeeping.set_passphrase(vault, OTHER),
        lambda: safekeeping.set_passphrase(vault, OTHER, OTHER),
        lambda: safekeeping.set_passphrase(vault, OTHER, safekeeping.new_words()),
        lambda: safekeeping.remove_passphrase(vault, OTHER),
        lambda: safekeeping.set_recovery(vault, safekeeping.new_words()),
        lambda: safekeeping.set_recovery(vault, safekeeping.new_words(), OTHER),
    ):
        assert refusal(work) is Code.VAULT_WRONG_SECRET
    assert lock.opens(vault, KNOWN)


# Copies


def test_a_copy_is_made_once_a_day(vault: Vault) -> None:
    first = safekeeping.back_up_if_due(vault, TODAY)
    assert first is not None
    assert safekeeping.back_up_if_due(vault, TODAY) is None
    second = safekeeping.back_up_if_due(vault, TODAY + timedelta(1))
    assert safekeeping.backups(vault) == (second, first)


def test_damage_that_is_met_while_copying_is_noted(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(*_: object, **__: object) -> None:
        raise FamilySafeError(Code.VAULT_DAMAGED)

    monkeypatch.setattr(safekeeping.copies, "make", damaged)
    assert refusal(lambda: safekeeping.back_up_if_due(vault, TODAY)) is Code.VAULT_DAMAGED
    assert suspicion.is_noted(vault.folder)


def test_a_file_travels_from_one_computer_to_another(vault: Vault, tmp_path: Path) -> None:
    path = tmp_path / safekeeping.export_name(TODAY)
    assert refusal(lambda: safekeeping.export(vault, path, TODAY)) is Code.BACKUP_NEEDS_SECRET
    safekeeping.set_passphrase(vault, KNOWN)
    safekeeping.export(vault, path, TODAY)
    memory = vault.read()
    vault.close()
    assert safekeeping.look_into(None, path, KNOWN) == Contents(
        TODAY, children=1, devices=1, answers=1, talks=1, records=1
    )
    safekeeping.adopt(tmp_path / "new", path, KNOWN, TODAY)
    with Vault.open(vault_folder(tmp_path / "new"), KNOWN) as there:
        assert there.read() == memory


def test_restoring_can_be_taken_back(vault: Vault) -> None:
    copy = safekeeping.back_up_if_due(vault, TODAY)
    assert copy is not None
    memory = vault.read()
    safekeeping.forget_talk_note(vault, "none", TODAY)
    vault.save(ChangeHousehold(a_household(country="IE")))
    changed = vault.read()
    (copy,) = safekeeping.backups(vault)
    assert safekeeping.look_into(vault, copy).children == 1
    before = safekeeping.restore(vault, copy, None, TODAY)
    assert before.reason is BackupReason.RESTORE
    assert vault.read() == memory
    safekeeping.restore(vault, before, None, TODAY)
    assert vault.read() == changed


# The state


def test_a_damaged_page_that_is_found_by_checking_is_mended_at_the_next_start(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert safekeeping.check(vault).integrity_ok
    assert not suspicion.is_noted(vault.folder)
    damaged = bytearray(vault.database.path.read_bytes())
    damaged[-100] ^= 1
    vault.database.path.write_bytes(damaged)
    assert not safekeeping.check(vault).integrity_ok
    assert suspicion.is_noted(vault.folder)


# Deleting


def test_a_child_is_forgotten(vault: Vault) -> None:
    safekeeping.forget_child(vault, "c1", TODAY)
    assert vault.read().household.children == ()
    assert vault.read().talks == ()
    assert vault.read().records == ()


def test_a_note_is_forgotten_under_every_id_that_its_step_has_had(vault: Vault) -> None:
    guides = (a_guide("ipad", "ipad.lock"), a_guide("roblox", "roblox.chat", kind=GuideKind.APP, service="roblox"))
    catalogue = content_of(
        guides,
        steps=(a_step("ipad.lock"), a_step("roblox.chat", target=TargetKind.ACCOUNT)),
        retired=(
            Retired("ipad.code", RetiredKind.RENAMED, "ipad.lock"),
            Retired("ipad.old", RetiredKind.WITHDRAWN),
        ),
    ).catalogue
    vault.save(GiveAnswer(Answer("ipad.lock", TABLET, TODAY, note="said today")))
    vault.save(GiveAnswer(Answer("ipad.old", TABLET, TODAY, note="withdrawn")))
    vault.save(GiveAnswer(Answer("ipad.lock", Target(TargetKind.DEVICE, device="d2"), TODAY, note="of another")))
    before = Target(TargetKind.ACCOUNT, child="c1", service="older-name")
    vault.save(GiveAnswer(Answer("roblox.chat", before, TODAY, note="of an account")))
    safekeeping.forget_note(vault, catalogue, ItemKey("ipad.lock", TABLET), TODAY)
    safekeeping.forget_note(
        vault, catalogue, ItemKey("roblox.chat", Target(TargetKind.ACCOUNT, child="c1", service="roblox")), TODAY
    )
    assert {answer.note for answer in vault.read().answers if answer.note} == {"withdrawn", "of another"}


def test_the_note_of_a_talk_is_forgotten(vault: Vault) -> None:
    safekeeping.forget_talk_note(vault, "t1", TODAY)
    assert [talk.note for talk in vault.read().talks] == [""]


def test_a_record_is_forgotten(vault: Vault) -> None:
    safekeeping.forget_record(vault, "r1", TODAY)
    assert vault.read().records == ()


def test_everything_goes_and_nothing_else_in_the_folder(vault: Vault, data: Path) -> None:
    safekeeping.back_up_if_due(vault, date(2026, 1, 1))
    vault.close()
    keep_appearance(data, Appearance("dark"))
    (data / "notes.txt").touch()
    safekeeping.delete_everything(data)
    assert [path.name for path in data.iterdir()] == ["notes.txt"]
    (data / "notes.txt").unlink()
    safekeeping.delete_everything(data)
    assert not data.exists()
