"""Reads a family and what is expected for it, and tells in domain words what came out differently."""

import tomllib
from collections.abc import Iterator
from datetime import date
from fnmatch import fnmatchcase
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from familysafe.cli.family_file import Family
from familysafe.content.blocks import Block
from familysafe.content.compiled import Compiled
from familysafe.content.problem import Place
from familysafe.domain.answer import Answer, State
from familysafe.domain.household import Household
from familysafe.domain.plan import Plan, PlanItem
from familysafe.domain.target import TargetKind
from familysafe.planning.build import build_plan
from familysafe.planning.pick import pick
from familysafe.words.names import Names
from familysafe.words.reasons import reasons_of


class Because(Struct, forbid_unknown_fields=True):
    """A step, and a reason that must be among those it is here for."""

    step: str
    says: str


class Titled(Struct, forbid_unknown_fields=True):
    """A step, and what it is called for this family."""

    step: str
    says: str


class Pick(Struct, forbid_unknown_fields=True):
    """What is done in so many minutes."""

    minutes: int
    contains: list[str] = []
    lacks: list[str] = []


class Expected(Struct, forbid_unknown_fields=True):
    """Steps are written `step @ target`; `absent` may have stars, `before` are chains, `first` begins the plan."""

    steps: list[str] = []
    absent: list[str] = []
    before: list[list[str]] = []
    first: list[str] = []
    because: list[Because] = []
    titles: list[Titled] = []
    pick: list[Pick] = []


class Scenario(Struct, forbid_unknown_fields=True):
    """`family` is written as in a family file; `done` steps have been tested the day before."""

    says: str
    today: date
    family: dict[str, Any]
    expect: Expected
    sometimes_here: list[str] = []
    done: list[str] = []


class Outcome:
    """The plan of one scenario, spoken of as its author does."""

    def __init__(self, file: Path, content: Compiled) -> None:
        self.scenario = msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Scenario)
        self.household = household_of(self.scenario, str(file), content)
        self.content = content
        unanswered = build_plan(content.catalogue, self.household, {}, self.scenario.today)
        done = [item for item in unanswered.items if self.name(item) in self.scenario.done]
        answers = {item.key: Answer(item.step, item.target, self.scenario.today, State.DONE) for item in done}
        self.plan: Plan = build_plan(content.catalogue, self.household, answers, self.scenario.today)
        self.names = [self.name(item) for item in self.plan.items]

    def name(self, item: PlanItem) -> str:
        """`roblox.chat @ Younger`."""
        target = item.target
        match target.kind:
            case TargetKind.ACCOUNT | TargetKind.CHILD:
                spoken = self.household.child(target.child).name
            case TargetKind.DEVICE | TargetKind.MOBILE:
                device = self.household.device(target.device)
                spoken = device.name or device.guide
            case TargetKind.CONNECTION:
                spoken = self.household.connection(target.connection).guide
            case TargetKind.HOME:
                spoken = "home"
        return f"{item.step} @ {spoken}"

    def surprises(self) -> Iterator[str]:
        """Everything that came out differently."""
        yield from self.wrong_steps()
        yield from self.wrong_order()
        yield from self.wrong_reasons()
        yield from self.wrong_titles()
        for wanted in self.scenario.expect.pick:
            yield from self.wrong_pick(wanted)

    def wrong_steps(self) -> Iterator[str]:
        wanted = self.scenario.expect
        for name in dict.fromkeys([*wanted.steps, *wanted.first, *self.scenario.done]):
            if self.names.count(name) != 1:
                yield f"{name} stands {self.names.count(name)} times"
        for pattern in wanted.absent:
            yield from (f"{name} must not stand here" for name in self.names if fnmatchcase(name, pattern))

    def wrong_order(self) -> Iterator[str]:
        wanted = self.scenario.expect
        for first, then in (pair for chain in wanted.before for pair in pairwise(chain)):
            if first not in self.names or then not in self.names:
                yield f"{first} and {then} do not both stand here"
            elif self.names.index(first) >= self.names.index(then):
                yield f"{first} does not come before {then}"
        if self.names[: len(wanted.first)] != wanted.first:
            yield f"the plan begins with {self.names[: len(wanted.first)]}"

    def wrong_reasons(self) -> Iterator[str]:
        for because in self.scenario.expect.because:
            said = self.reasons(because.step)
            if because.says not in said:
                yield f"{because.step} is here because of {said}"

    def reasons(self, name: str) -> list[str]:
        speaker = Names(self.content.catalogue, self.content.phrasebook, self.household)
        items = [item for item in self.plan.items if self.name(item) == name]
        return [said for item in items for said in reasons_of(item, speaker, self.scenario.today)]

    def wrong_titles(self) -> Iterator[str]:
        speaker = Names(self.content.catalogue, self.content.phrasebook, self.household)
        titles = {self.name(item): speaker.title(item) for item in self.plan.items}
        for wanted in self.scenario.expect.titles:
            if titles.get(wanted.step) != wanted.says:
                yield f"{wanted.step} is called “{titles.get(wanted.step)}”"

    def wrong_pick(self, wanted: Pick) -> Iterator[str]:
        picked = pick(self.plan, wanted.minutes)
        names = [self.name(item) for item in picked]
        spent = sum(item.minutes for item in picked)
        if spent > wanted.minutes:
            yield f"the pick takes {spent} minutes and not {wanted.minutes}"
        yield from (
            f"{name} is not picked in {wanted.minutes} minutes" for name in wanted.contains if name not in names
        )
        yield from (f"{name} is picked in {wanted.minutes} minutes" for name in wanted.lacks if name in names)


def household_of(scenario: Scenario, file: str, content: Compiled) -> Household:
    """The household that a family file with these lines would give."""
    block = Block("", Place(file), scenario.family, {})
    household = Family(content, scenario.today, block).household("")
    children = tuple(replace(one, sometimes_here=one.name in scenario.sometimes_here) for one in household.children)
    return replace(household, children=children)
