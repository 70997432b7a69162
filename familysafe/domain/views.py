"""Everything a page may draw, immutable and with its words already chosen."""

from datetime import date

from msgspec import Struct

from familysafe.domain.answer import Answer
from familysafe.domain.card import Card
from familysafe.domain.household import AgeBand, Household
from familysafe.domain.phrasebook import CardWords
from familysafe.domain.safekeeping import Protection
from familysafe.domain.target import ItemKey


class StepRow(Struct, frozen=True):
    """One step in a list; `initial` is the child's letter, empty when it is for several or for the home."""

    key: ItemKey
    title: str
    why: str
    place: str
    icon: str
    initial: str
    minutes: int
    group: str
    guide: str
    children: tuple[str, ...]
    answer: Answer | None = None
    stale: bool = False


class Progress(Struct, frozen=True):
    """The six that matter most of one device, connection or home, counted by how well each is known."""

    id: str
    title: str
    who: str
    icon: str
    of: int
    tested: int = 0
    seen: int = 0
    told: int = 0
    settled: int = 0

    @property
    def done(self) -> int:
        return self.tested + self.seen + self.told + self.settled

    @property
    def to_do(self) -> int:
        return self.of - self.done


class CardRow(Struct, frozen=True):
    """A card with its words; `talked_on` is the last day it was used."""

    card: Card
    words: CardWords
    topic: str
    talked_on: date | None = None


class LookAgain(Struct, frozen=True):
    """A step that was tested longer ago than its guide says it holds, or that comes back from *later*."""

    row: StepRow
    days: int


class TodayView(Struct, frozen=True):
    """The first page; `first` is what to ask beforehand, `stop_here` when one has been through what fitted."""

    today: date
    minutes: int
    picks: tuple[StepRow, ...]
    card: CardRow | None
    look_again: tuple[LookAgain, ...]
    rings: tuple[Progress, ...]
    open_steps: int
    household: Household
    throw_away: bool
    first: str = ""
    stop_here: bool = False


class Group(Struct, frozen=True):
    """One device, account holder, connection or the home in the plan, with what belongs to it."""

    id: str
    title: str
    icon: str
    guide: str
    rows: tuple[StepRow, ...]
    progress: Progress


class SetUpView(Struct, frozen=True):
    """The plan, grouped; `children` are (id, name) for the filter."""

    groups: tuple[Group, ...]
    children: tuple[tuple[str, str], ...]
    minutes: int


class GuideView(Struct, frozen=True):
    """A guide as a page of steps."""

    id: str
    title: str
    icon: str
    about: tuple[str, ...]
    room: tuple[str, ...]
    limits: tuple[str, ...]
    birthdays: tuple[tuple[int, str], ...]
    minimum_age: int
    rows: tuple[StepRow, ...]


class Explain(Struct, frozen=True):
    """What to say to a child of one age group."""

    band: AgeBand
    text: str


class MenuPath(Struct, frozen=True):
    """A menu path for one system; the name is empty where menus do not differ."""

    system: str
    name: str
    labels: tuple[str, ...]


class StepView(Struct, frozen=True):
    """All of one step for one target; `picked` when it is one of those that fit into the time there is."""

    row: StepRow
    guide_title: str
    number: int
    count: int
    children: str
    who: str
    reasons: tuple[str, ...]
    careful: tuple[str, ...]
    paths: tuple[MenuPath, ...]
    chosen_path: int
    do: tuple[str, ...]
    trap: tuple[str, ...]
    attempt: tuple[str, ...]
    expect: tuple[str, ...]
    if_fails: tuple[str, ...]
    still_reachable: tuple[str, ...]
    way_round: tuple[str, ...]
    counter_check: tuple[str, ...]
    explain: tuple[Explain, ...]
    chosen_explain: int
    limits: tuple[str, ...]
    official: str
    maker: str
    qr: tuple[str, ...]
    checked: date
    to_confirm: bool
    asks_child_there: bool
    notes_open: bool
    previous: ItemKey | None
    following: ItemKey | None
    throw_away: bool = False
    picked: bool = False


class GuideChoice(Struct, frozen=True):
    """A guide as something to choose: on a tile or in a list."""

    id: str
    title: str
    short: str
    icon: str
    aliases: tuple[str, ...]
    general: bool


class Shelves(Struct, frozen=True):
    """What can be chosen, shelf by shelf, in this country."""

    devices: tuple[GuideChoice, ...]
    broadband: tuple[GuideChoice, ...]
    mobile: tuple[GuideChoice, ...]
    dns: tuple[GuideChoice, ...]
    apps: tuple[GuideChoice, ...]

    def connections(self) -> tuple[GuideChoice, ...]:
        """What a home can be connected by."""
        return (*self.broadband, *self.dns)

    def title(self, guide_id: str) -> str:
        """The title of a guide on any shelf; the id where it is on none."""
        every = (*self.devices, *self.broadband, *self.mobile, *self.dns, *self.apps)
        return next((choice.title for choice in every if choice.id == guide_id), guide_id)

    def icon(self, guide_id: str) -> str:
        every = (*self.devices, *self.broadband, *self.mobile, *self.dns, *self.apps)
        return next((choice.icon for choice in every if choice.id == guide_id), "device")


class FamilyView(Struct, frozen=True):
    """Who is at home, and everything that could be."""

    household: Household
    shelves: Shelves
    today: date


class TalkRow(Struct, frozen=True):
    """A talk that took place."""

    id: str
    on: date
    openers: tuple[str, ...]
    children: str
    note: str


class TalkView(Struct, frozen=True):
    """Cards and talks; `topics` are (id, title, icon); `band` is the youngest child's."""

    topics: tuple[tuple[str, str, str], ...]
    cards: tuple[CardRow, ...]
    talks: tuple[TalkRow, ...]
    children: tuple[tuple[str, str], ...]
    band: AgeBand | None
    notes_open: bool


class Appearance(Struct, frozen=True, forbid_unknown_fields=True):
    """What is kept outside the vault: nothing of the family."""

    look: str = "system"
    text_size: int = 100
    language: str = ""
    help_country: str = ""
    geometry: str = ""
    help_nation: str = ""


class SettingsView(Struct, frozen=True):
    """Settings and what the app says of itself; `lock_after` is in minutes, 0 for never."""

    appearance: Appearance
    folder: str
    version: str
    content_checked: date
    guides: int
    steps: int
    throw_away: bool
    protection: Protection = Protection(passphrase=False, recovery=False)
    lock_after: int = 5


class DoorView(Struct, frozen=True):
    """Why nothing is open; `asks` when a passphrase or the sheet would open it, `wrong` after a try that did not.

    `only_sheet` when there is no passphrase that could: the vault came from another computer by its sheet.
    """

    says: str
    next_step: str
    asks: bool = False
    wrong: str = ""
    only_sheet: bool = False
