"""One open household: changes go in, snapshots come out."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from familysafe.content.compiled import Compiled
from familysafe.domain.answer import Answer
from familysafe.domain.catalogue import Catalogue
from familysafe.domain.change import Change, apply, ends_first_start, inverse, is_for_good
from familysafe.domain.deed import Deed, Lately
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.memory import Memory
from familysafe.domain.safekeeping import Standing
from familysafe.domain.snapshot import Snapshot
from familysafe.domain.target import ItemKey, Target, TargetKind
from familysafe.planning.build import build_plan

if TYPE_CHECKING:
    from familysafe.store.vault import Vault

MOST_UNDO = 200


class Store(Protocol):
    """What a session needs of a vault."""

    @property
    def standing(self) -> Standing: ...

    def read(self) -> Memory: ...

    def save(self, change: Change) -> None: ...

    def made(self) -> "Vault": ...

    def close(self) -> None: ...


class Session:
    """Owns a store; every change is saved before it is shown."""

    def __init__(self, content: Compiled, store: Store, today: Callable[[], date], *, throw_away: bool = False) -> None:
        self.content = content
        self.throw_away = throw_away
        self._store = store
        self._today = today
        self._done: list[Deed] = []
        self._undone: list[Deed] = []
        self._lately: Lately | None = None
        self._revision = 0
        self._memory = current(store.read(), content)
        self.snapshot = self._look()

    def apply(self, change: Change) -> Snapshot:
        """Saves one change and answers with what is true now; a refusal of the store leaves everything as it was."""
        before = self._memory
        back = inverse(change, before, self._today())
        self._commit(change)
        if is_for_good(change) or ends_first_start(change, before):
            # An undo after it would take back something else than what was done last.
            self._forget_deeds()
        if back is not None:
            deed = Deed(change, back, before)
            self._done = [*self._done, deed][-MOST_UNDO:]
            self._undone.clear()
            self._lately = Lately(deed)
        return self._shown()

    def undo(self) -> Snapshot:
        """Takes the newest change back; nothing happens when there is none."""
        if self._done:
            deed = self._done[-1]
            self._commit(deed.back)
            self._undone.append(self._done.pop())
            self._lately = Lately(deed, undone=True)
        return self._shown()

    def redo(self) -> Snapshot:
        """Does again what was taken back last, as long as nothing else was done since."""
        if self._undone:
            deed = self._undone[-1]
            self._commit(deed.change)
            self._done.append(self._undone.pop())
            self._lately = Lately(deed)
        return self._shown()

    def refresh(self) -> Snapshot:
        """Looks at the same memory on the day that it is now."""
        return self._shown()

    def reread(self) -> Snapshot:
        """Begins again with what the store holds: it was changed by another way than `apply`."""
        self._memory = current(self._store.read(), self.content)
        self._forget_deeds()
        self._revision += 1
        return self._shown()

    def vault(self) -> "Vault":
        """The vault itself, for what keeps it safe; NOTHING_KEPT where everything is thrown away."""
        if self.throw_away:
            raise FamilySafeError(Code.NOTHING_KEPT)
        return self._store.made()

    def close(self) -> None:
        self._store.close()

    def _forget_deeds(self) -> None:
        self._done.clear()
        self._undone.clear()
        self._lately = None

    def _commit(self, change: Change) -> None:
        self._store.save(change)
        self._memory = apply(change, self._memory)
        self._revision += 1

    def _shown(self) -> Snapshot:
        self.snapshot = self._look()
        return self.snapshot

    def _look(self) -> Snapshot:
        memory = self._memory
        plan = build_plan(self.content.catalogue, memory.household, memory.by_key(), self._today())
        return Snapshot(memory, plan, self._revision, self._lately, self.throw_away, self._store.standing)


def current(memory: Memory, content: Compiled) -> Memory:
    """Answers, household and talks under the ids in use; what was withdrawn stays in the vault but is not shown.

    A record stays as it was written, under the situation that it was written about.
    """
    now = content.catalogue.current_id
    answers: dict[ItemKey, Answer] = {}
    for answer in memory.answers:
        step = now(answer.step)
        if step is not None:
            moved = replace(answer, step=step, target=target_now(content.catalogue, step, answer.target))
            answers.pop(moved.key, None)
            answers[moved.key] = moved
    household = memory.household
    household = replace(
        household,
        devices=tuple(
            replace(one, guide=now(one.guide) or one.guide, mobile=one.mobile and (now(one.mobile) or one.mobile))
            for one in household.devices
        ),
        connections=tuple(replace(one, guide=now(one.guide) or one.guide) for one in household.connections),
        accounts=tuple(replace(one, guide=now(one.guide) or one.guide) for one in household.accounts),
    )
    talks = tuple(
        replace(talk, cards=tuple(dict.fromkeys(card for card in map(now, talk.cards) if card is not None)))
        for talk in memory.talks
    )
    return replace(memory, household=household, answers=tuple(answers.values()), talks=talks)


def target_now(catalogue: Catalogue, step_id: str, target: Target) -> Target:
    """The same target; an account is one on the service that its step belongs to today."""
    if target.kind is TargetKind.ACCOUNT and step_id in catalogue.steps:
        return replace(target, service=catalogue.service_of(step_id))
    return target
