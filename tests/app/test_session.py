"""One open household: every change is saved before it is shown, and can be taken back."""

from datetime import date

import pytest

from familysafe.app.session import MOST_UNDO, Session, current
from familysafe.content.compiled import Compiled
from familysafe.domain.answer import Answer, State
from familysafe.domain.catalogue import Retired, RetiredKind
from familysafe.domain.change import (
    AddEntry,
    BeginRecord,
    Change,
    ChangeHousehold,
    ForgetTalk,
    GiveAnswer,
    KeepLookIn,
    KeepPreferences,
    RecordTalk,
    apply,
)
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.guide import GuideKind
from familysafe.domain.household import Account, Connection, Device, Household
from familysafe.domain.memory import Memory, Preferences
from familysafe.domain.record import LookIn
from familysafe.domain.safekeeping import Standing
from familysafe.domain.snapshot import Snapshot
from familysafe.domain.talk import Talk
from familysafe.domain.target import Target, TargetKind
from tests.builders import TODAY, a_guide, a_household, a_record, a_step, an_entry, content_of, small_content

HOME = Target(TargetKind.HOME)
DONE = Answer("home.drawer", HOME, TODAY, State.DONE)
LATER = Answer("home.drawer", HOME, TODAY, State.LATER)


class Shelf:
    """A store in memory that can be told to refuse."""

    def __init__(self, memory: Memory = Memory()) -> None:  # noqa: B008 - frozen
        self.memory = memory
        self.saved: list[Change] = []
        self.refuses = False
        self.closed = False

    @property
    def standing(self) -> Standing:
        return Standing()

    def made(self) -> str:
        return "the vault"

    def read(self) -> Memory:
        return self.memory

    def save(self, change: Change) -> None:
        if self.refuses:
            raise FamilySafeError(Code.DISK_FULL)
        self.saved.append(change)
        self.memory = apply(change, self.memory)

    def close(self) -> None:
        self.closed = True


def open_household(shelf: Shelf, content: Compiled | None = None) -> Session:
    return Session(content or small_content(), shelf, lambda: TODAY)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(Memory(household=a_household()))


@pytest.fixture
def session(shelf: Shelf) -> Session:
    return open_household(shelf)


def answer_in(snapshot: Snapshot) -> Answer | None:
    return next(item.answer for item in snapshot.plan.items if item.step == "home.drawer")


def test_what_was_kept_is_there_when_the_household_is_opened(session: Session) -> None:
    assert session.snapshot.memory.household == a_household()
    assert {item.step for item in session.snapshot.plan.items} >= {"ipad.code", "home.drawer"}


def test_a_change_is_saved_and_shown(session: Session, shelf: Shelf) -> None:
    shown = session.apply(GiveAnswer(DONE))
    assert shelf.saved == [GiveAnswer(DONE)]
    assert answer_in(shown) == DONE


def test_what_is_shown_is_what_the_session_holds(session: Session) -> None:
    assert session.apply(GiveAnswer(DONE)) is session.snapshot


def test_a_change_of_the_household_changes_the_plan(session: Session) -> None:
    shown = session.apply(ChangeHousehold(Household()))
    assert {item.step for item in shown.plan.items} == {"home.drawer"}


def test_every_change_has_a_higher_number(session: Session) -> None:
    numbers = [session.snapshot.revision, session.apply(GiveAnswer(DONE)).revision, session.undo().revision]
    assert numbers == sorted(set(numbers))


def test_a_store_that_refuses_leaves_everything_as_it_was(session: Session, shelf: Shelf) -> None:
    before = session.snapshot
    shelf.refuses = True
    with pytest.raises(FamilySafeError):
        session.apply(GiveAnswer(DONE))
    assert session.snapshot is before
    assert session.refresh() == before


def test_a_store_that_refuses_an_undo_leaves_it_to_be_undone_later(session: Session, shelf: Shelf) -> None:
    shown = session.apply(GiveAnswer(DONE))
    shelf.refuses = True
    with pytest.raises(FamilySafeError):
        session.undo()
    assert session.refresh() == shown
    shelf.refuses = False
    assert answer_in(session.undo()) != DONE


def test_before_anything_was_done_nothing_can_be_undone(session: Session, shelf: Shelf) -> None:
    assert session.snapshot.lately is None
    assert session.undo() == session.snapshot
    assert shelf.saved == []


def test_changes_are_taken_back_one_by_one_the_newest_first(session: Session) -> None:
    session.apply(GiveAnswer(DONE))
    session.apply(GiveAnswer(LATER))
    assert answer_in(session.undo()) == DONE
    last = session.undo()
    assert answer_in(last) == Answer("home.drawer", HOME, TODAY, State.TO_DO)
    assert session.undo() == last


def lately(snapshot: Snapshot) -> tuple[Change, bool] | None:
    return (snapshot.lately.deed.change, snapshot.lately.undone) if snapshot.lately else None


def test_what_was_done_last_is_told_and_whether_it_was_taken_back(session: Session) -> None:
    first = session.apply(GiveAnswer(DONE))
    second = session.apply(GiveAnswer(LATER))
    assert (lately(first), lately(second)) == ((GiveAnswer(DONE), False), (GiveAnswer(LATER), False))
    assert second.lately is not None
    assert second.lately.deed.before == first.memory
    assert lately(session.undo()) == (GiveAnswer(LATER), True)
    assert lately(session.undo()) == (GiveAnswer(DONE), True)


def test_what_was_taken_back_can_be_done_again(session: Session, shelf: Shelf) -> None:
    session.apply(GiveAnswer(DONE))
    session.apply(GiveAnswer(LATER))
    session.undo()
    session.undo()
    assert answer_in(session.redo()) == DONE
    again = session.redo()
    assert (answer_in(again), lately(again)) == (LATER, (GiveAnswer(LATER), False))
    assert session.redo() == again
    assert shelf.saved[-1] == GiveAnswer(LATER)
    assert answer_in(session.undo()) == DONE


def test_after_something_else_nothing_is_done_again(session: Session) -> None:
    session.apply(GiveAnswer(LATER))
    session.undo()
    shown = session.apply(GiveAnswer(DONE))
    assert session.redo() == shown


def test_a_store_that_refuses_leaves_it_to_be_done_again_later(session: Session, shelf: Shelf) -> None:
    session.apply(GiveAnswer(DONE))
    shown = session.undo()
    shelf.refuses = True
    with pytest.raises(FamilySafeError):
        session.redo()
    assert session.refresh() == shown
    shelf.refuses = False
    assert answer_in(session.redo()) == DONE


def test_when_first_start_ends_nothing_of_it_is_taken_back_piece_by_piece(session: Session) -> None:
    session.apply(ChangeHousehold(Household()))
    shown = session.apply(KeepPreferences(Preferences(started=True)))
    assert shown.lately is None
    assert session.undo() == shown


def test_an_undo_is_saved_too(session: Session, shelf: Shelf) -> None:
    session.apply(ChangeHousehold(Household()))
    session.undo()
    assert shelf.memory.household == a_household()


def test_a_preference_is_kept_and_not_undone(session: Session, shelf: Shelf) -> None:
    shown = session.apply(KeepPreferences(Preferences(90)))
    assert shelf.memory.preferences.minutes == 90
    assert shown.lately is None


def test_forgetting_what_never_was_is_nothing_to_undo(session: Session) -> None:
    assert session.apply(ForgetTalk("t9")).lately is None


@pytest.mark.parametrize("change", [BeginRecord(a_record("r2")), AddEntry("r1", an_entry("e2"))])
def test_what_is_written_down_is_kept_and_an_undo_after_it_takes_nothing_else_back(
    session: Session, shelf: Shelf, change: Change
) -> None:
    session.apply(BeginRecord(a_record("r1", an_entry("e1"))))
    session.apply(GiveAnswer(DONE))
    shown = session.apply(change)
    assert shown.lately is None
    assert session.undo() == shown
    assert shelf.saved[-1] == change


def test_what_is_done_after_something_was_written_down_can_be_taken_back(session: Session) -> None:
    session.apply(BeginRecord(a_record("r1")))
    before = session.apply(AddEntry("r1", an_entry("e1")))
    session.apply(KeepLookIn(LookIn("l1", "pictures", (TODAY,))))
    session.apply(GiveAnswer(DONE))
    session.undo()
    after = session.undo()
    assert session.undo() == after
    assert (after.memory.records, after.memory.look_ins) == (before.memory.records, ())


def test_a_line_that_could_not_be_saved_takes_no_undo_away(session: Session, shelf: Shelf) -> None:
    shown = session.apply(GiveAnswer(DONE))
    shelf.refuses = True
    with pytest.raises(FamilySafeError):
        session.apply(BeginRecord(a_record("r1")))
    assert session.refresh() == shown
    assert shown.lately is not None


def test_only_so_many_changes_can_be_undone(session: Session) -> None:
    for number in range(MOST_UNDO + 5):
        session.apply(RecordTalk(Talk(f"t{number}", TODAY, ())))
    for _ in range(MOST_UNDO + 5):
        session.undo()
    assert len(session.snapshot.memory.talks) == 5


def test_on_another_day_the_same_household_has_another_plan(shelf: Shelf) -> None:
    days = iter([TODAY, date(2035, 3, 1)])
    session = Session(small_content(), shelf, lambda: next(days))
    assert "ipad.code" in {item.step for item in session.snapshot.plan.items}
    assert "ipad.code" not in {item.step for item in session.refresh().plan.items}


def test_what_keeps_it_safe_is_given_the_vault(session: Session) -> None:
    assert session.vault() == "the vault"


def test_where_everything_is_thrown_away_there_is_no_vault_to_keep(shelf: Shelf) -> None:
    with pytest.raises(FamilySafeError) as refusal:
        Session(small_content(), shelf, lambda: TODAY, throw_away=True).vault()
    assert refusal.value.code is Code.NOTHING_KEPT


def test_closing_closes_the_store(session: Session, shelf: Shelf) -> None:
    session.close()
    assert shelf.closed


def test_a_household_that_is_not_kept_says_so(shelf: Shelf) -> None:
    assert Session(small_content(), shelf, lambda: TODAY, throw_away=True).snapshot.throw_away


ACCOUNT = Target(TargetKind.ACCOUNT, child="c1", service="old-service")
IPAD = Target(TargetKind.DEVICE, device="d1")
RETIRED = (
    Retired("ipad.lock", RetiredKind.RENAMED, "ipad.code"),
    Retired("ipad.pin", RetiredKind.MERGED, "ipad.code"),
    Retired("ipad.gone", RetiredKind.WITHDRAWN, reason="over"),
    Retired("tablet", RetiredKind.RENAMED, "ipad"),
    Retired("vanished", RetiredKind.WITHDRAWN, reason="over"),
    Retired("blocks.chat", RetiredKind.RENAMED, "roblox.chat"),
    Retired("blocks", RetiredKind.RENAMED, "roblox"),
    Retired("trust.old", RetiredKind.MERGED, "trust.tea"),
    Retired("trust.gone", RetiredKind.WITHDRAWN, reason="over"),
    Retired("images", RetiredKind.RENAMED, "pictures"),
    Retired("rumours", RetiredKind.WITHDRAWN, reason="over"),
)
RENEWED = content_of(
    guides=(
        a_guide("ipad", "ipad.code"),
        a_guide("roblox", "roblox.chat", kind=GuideKind.APP, service="roblox"),
        a_guide("home", "home.drawer", kind=GuideKind.HOME),
    ),
    steps=(
        a_step("ipad.code"),
        a_step("roblox.chat", target=TargetKind.ACCOUNT),
        a_step("home.drawer", target=TargetKind.HOME),
    ),
    retired=RETIRED,
)


def states(*answers: Answer) -> dict[str, State]:
    """What a family sees of its old answers in a new release."""
    seen = open_household(Shelf(Memory(a_household(), answers)), RENEWED).snapshot
    return {item.step: item.answer.state for item in seen.plan.items if item.answer}


def test_the_answer_to_a_renamed_step_follows_it() -> None:
    assert states(Answer("ipad.lock", IPAD, TODAY, State.DONE)) == {"ipad.code": State.DONE}


def test_of_the_answers_to_merged_steps_the_newest_decides() -> None:
    older, newer = Answer("ipad.pin", IPAD, TODAY, State.DONE), Answer("ipad.lock", IPAD, TODAY, State.NOT_FOR_US)
    assert states(older, newer) == {"ipad.code": State.NOT_FOR_US}
    assert states(newer, older) == {"ipad.code": State.DONE}


def test_the_answer_to_a_withdrawn_step_is_kept_and_not_shown() -> None:
    shelf = Shelf(Memory(a_household(), (Answer("ipad.gone", IPAD, TODAY, State.DONE),)))
    assert open_household(shelf, RENEWED).snapshot.memory.answers == ()
    assert len(shelf.memory.answers) == 1


def test_an_answer_for_an_account_follows_its_step_to_another_service() -> None:
    assert states(Answer("blocks.chat", ACCOUNT, TODAY, State.DONE)) == {"roblox.chat": State.DONE}


def test_an_answer_of_a_newer_release_is_left_alone() -> None:
    newer = Answer("xbox.chat", ACCOUNT, TODAY, State.DONE)
    assert current(Memory(answers=(newer,)), RENEWED).answers == (newer,)


def test_answers_stay_in_the_order_in_which_they_were_given() -> None:
    first, second = Answer("home.drawer", HOME, TODAY), Answer("ipad.lock", IPAD, TODAY)
    again = Answer("home.drawer", HOME, TODAY, State.DONE)
    kept = current(Memory(answers=(first, second, again)), RENEWED).answers
    assert [answer.step for answer in kept] == ["ipad.code", "home.drawer"]


def test_devices_connections_and_apps_follow_their_guides() -> None:
    old = Household(
        devices=(Device("d1", "tablet", mobile="tablet"), Device("d2", "vanished")),
        connections=(Connection("n1", "vanished"),),
        accounts=(Account("c1", "blocks"),),
    )
    now = current(Memory(old), RENEWED).household
    assert [(one.guide, one.mobile) for one in now.devices] == [("ipad", "ipad"), ("vanished", None)]
    assert now.connections == old.connections
    assert now.accounts == (Account("c1", "roblox"),)


def test_a_talk_names_the_cards_in_use_each_once() -> None:
    talk = Talk("t1", TODAY, ("trust.tea", "trust.old", "trust.gone", "trust.bus"))
    assert current(Memory(talks=(talk,)), RENEWED).talks[0].cards == ("trust.tea", "trust.bus")


def test_a_record_stays_under_the_situation_that_it_was_written_about() -> None:
    written = tuple(
        a_record(f"r{number}", an_entry(), situation=situation)
        for number, situation in enumerate(("images", "rumours", "pictures"))
    )
    assert current(Memory(records=written), RENEWED).records == written
