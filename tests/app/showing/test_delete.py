"""What goes with a child is said as the vault will take it out."""

from datetime import date
from pathlib import Path

from familysafe.app.session import Session
from familysafe.app.showing.delete import child_goes, delete_view
from familysafe.app.showing.rows import Showing
from familysafe.content.compiled import Compiled
from familysafe.domain.answer import Answer, State
from familysafe.domain.change import BeginRecord, ChangeHousehold, GiveAnswer, RecordTalk
from familysafe.domain.household import Account, Child, Device, Household
from familysafe.domain.keeping import ChildGoes
from familysafe.domain.talk import Talk
from familysafe.domain.target import Target, TargetKind
from familysafe.store.deletion import forget_child
from familysafe.store.vault import Vault
from tests.builders import TODAY, a_record, an_entry, small_content

FAMILY = Household(
    children=(Child("c1", "Younger"), Child("c2", "Elder"), Child("c3", "")),
    devices=(Device("d1", "ipad", "", ("c1",)), Device("d2", "ipad", "the old one", ("c1", "c2"))),
    accounts=(Account("c1", "roblox"), Account("c2", "roblox")),
)
ANSWERED = (
    Answer("ipad.code", Target(TargetKind.DEVICE, device="d1"), TODAY, State.DONE),
    Answer("ipad.code", Target(TargetKind.DEVICE, device="d2"), TODAY, State.DONE),
    Answer("roblox.chat", Target(TargetKind.ACCOUNT, child="c1", service="roblox"), TODAY, State.DONE),
)
TALKS = (Talk("t1", TODAY, (), ("c1",)), Talk("t2", TODAY, (), ("c1", "c2")), Talk("t3", TODAY, ()))
RECORDS = (
    a_record("r1", an_entry()),
    a_record("r2", an_entry(), situation="money"),
    a_record("r3", children=("c1", "c2")),
    a_record("r4", children=()),
)


def a_vault(folder: Path) -> Vault:
    vault = Vault.create(folder)
    for change in (
        ChangeHousehold(FAMILY),
        *map(GiveAnswer, ANSWERED),
        *map(RecordTalk, TALKS),
        *map(BeginRecord, RECORDS),
    ):
        vault.save(change)
    return vault


def showing(vault: Vault) -> Showing:
    content: Compiled = small_content()
    return Showing(content, Session(content, StandIn(vault), lambda: TODAY).snapshot)


class StandIn:
    """The vault as a session knows it."""

    def __init__(self, vault: Vault) -> None:
        self.standing, self.read, self.save, self.close = vault.standing, vault.read, vault.save, vault.close
        self.made = lambda: vault


def test_each_child_is_listed_with_what_goes(tmp_path: Path) -> None:
    with a_vault(tmp_path / "vault") as vault:
        view = delete_view(showing(vault), throw_away=False)
    assert view.children == (
        ChildGoes("c1", "Younger", ("the iPad",), apps=1, answers=2, talks=1, records=2),
        ChildGoes("c2", "Elder", (), apps=1, answers=0, talks=0),
        ChildGoes("c3", "your child", (), apps=0, answers=0, talks=0),
    )


def test_what_is_said_is_what_the_vault_takes_out(tmp_path: Path) -> None:
    with a_vault(tmp_path / "vault") as vault:
        said = child_goes(showing(vault), "c1")
        before = vault.read()
        forget_child(vault, "c1", date(2026, 11, 22))
        after = vault.read()
    assert len(before.answers) - len(after.answers) == said.answers
    assert len(before.talks) - len(after.talks) == said.talks
    assert len(before.records) - len(after.records) == said.records
    assert len(before.household.accounts) - len(after.household.accounts) == said.apps
    assert len(before.household.devices) - len(after.household.devices) == len(said.devices)
