"""What the pages of Help now draw."""

from datetime import date

from msgspec import Struct

from familysafe.domain.record import LookIn
from familysafe.domain.views import StepRow


class Contact(Struct, frozen=True):
    """A help service as it is shown; `old` when nobody has checked it for a year."""

    id: str
    kind: str
    name: str
    does: tuple[str, ...]
    phone: str
    text: str
    web: str
    hours: str
    cost: str
    access: tuple[str, ...]
    nations: tuple[str, ...]
    checked: date
    for_children: bool
    for_adults: bool
    to_confirm: bool = False
    old: bool = False

    @property
    def says_what_to_text(self) -> bool:
        """`Text HOME to 741741` rather than a number."""
        return bool(self.text) and not self.text[0].isdigit()


class Danger(Struct, frozen=True):
    """The number to call, empty where none was checked; silent and signed ways; what to ask oneself when not sure."""

    number: str
    ways: tuple[str, ...]
    questions: tuple[str, ...]


class SituationTile(Struct, frozen=True):
    """Something that may have happened, to choose from."""

    id: str
    title: str
    about: str
    small: bool
    child: bool


class HelpView(Struct, frozen=True):
    """The first page; `nations` are those of the country that have services of their own."""

    region: str
    nations: tuple[str, ...]
    danger: Danger
    situations: tuple[SituationTile, ...]


class ContactsView(Struct, frozen=True):
    """Who can be contacted in a region; `title` names the situation, empty for all of them; `nations` as above."""

    region: str
    nations: tuple[str, ...]
    title: str
    child: bool
    contacts: tuple[Contact, ...]


class HelpScreen(Struct, frozen=True):
    """One calm screen."""

    id: str
    kind: str
    title: str
    do: tuple[str, ...]
    say: tuple[str, ...]
    not_to_say: tuple[str, ...]
    never: tuple[str, ...]
    if_not: tuple[str, ...]
    contacts: tuple[Contact, ...]
    checked: date
    to_confirm: bool


class SituationView(Struct, frozen=True):
    """A situation in a region, with its screens in order; `plan` and `cards` are ids that help afterwards."""

    id: str
    title: str
    about: str
    region: str
    quiet: bool
    child: bool
    number: str
    screens: tuple[HelpScreen, ...]
    plan: tuple[str, ...]
    cards: tuple[str, ...]

    @property
    def keeps_nothing(self) -> bool:
        """As the situation does."""
        return self.quiet or self.child


class AfterwardsView(Struct, frozen=True):
    """What may help later; `cards` are ids with their openers, `look_in` is set where the family asked for it."""

    steps: tuple[StepRow, ...]
    cards: tuple[tuple[str, str], ...]
    days: tuple[date, ...]
    look_in: LookIn | None
