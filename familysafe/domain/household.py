"""What the family told us: who is at home, on what, through which connection."""

from collections.abc import Iterable
from datetime import date
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

ADULT_AGE = 18
NOTES_OFF_FROM = 13


class AgeBand(Enum):
    """The six age groups that content is written for."""

    UNDER_5 = "0-4"
    FROM_5 = "5-7"
    FROM_8 = "8-10"
    FROM_11 = "11-12"
    FROM_13 = "13-15"
    FROM_16 = "16-17"

    @property
    def first_age(self) -> int:
        return int(self.value.partition("-")[0])

    @property
    def last_age(self) -> int:
        return int(self.value.partition("-")[2])


class Worry(Enum):
    """What brings a family here; it decides what the plan begins with."""

    NEW_DEVICE = "new-device"
    ASKED_FOR_APP = "asked-for-app"
    STRANGERS = "strangers"
    SEEING = "seeing"
    SLEEP = "sleep"
    CHECKING = "checking"


class BirthMonth(Struct, frozen=True, order=True):
    """A year and a month (1–12); enough to know an age, and no more than that."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> "BirthMonth":
        """`2017-03` → BirthMonth; ValueError for anything else."""
        first = date.fromisoformat(f"{text}-01")
        return cls(first.year, first.month)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    def age_on(self, today: date) -> int:
        """Whole years, 0 before the birth too; the birthday counts as the first of its month."""
        return max(0, today.year - self.year - (today.month < self.month))


class Child(Struct, frozen=True, forbid_unknown_fields=True):
    """A nickname, and a month of birth or only an age band; either may be unknown."""

    id: str
    name: str
    born: BirthMonth | None = None
    age_band: AgeBand | None = None
    sometimes_here: bool = False
    decisions_shared: bool = False
    notes_on: bool = False

    def age_on(self, today: date) -> int | None:
        """Whole years, or None where only a band (or nothing) is known."""
        return self.born.age_on(today) if self.born else None

    def band_on(self, today: date) -> AgeBand | None:
        """The age band today; None when unknown and from the eighteenth birthday on."""
        return band_of(self.born.age_on(today)) if self.born else self.age_band

    def is_grown_up(self, today: date) -> bool:
        age = self.age_on(today)
        return age is not None and age >= ADULT_AGE

    def is_asked_first(self, today: date) -> bool:
        """True at 16 and 17: a plan begins with what they would like help with."""
        return self.band_on(today) is AgeBand.FROM_16

    def keeps_own_notes(self, today: date) -> bool:
        """True from 13 on: private notes about them are off unless they are switched on."""
        band = self.band_on(today)
        return self.is_grown_up(today) or (band is not None and band.first_age >= NOTES_OFF_FROM)


def band_of(age: int) -> AgeBand | None:
    """The band of an age in years; None from 18 on."""
    return next((band for band in AgeBand if max(age, 0) <= band.last_age), None)


class Device(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing in the home; `used_by` empty means everybody."""

    id: str
    guide: str
    name: str = ""
    used_by: tuple[str, ...] = ()
    mobile: str | None = None
    system: str | None = None


class Connection(Struct, frozen=True, forbid_unknown_fields=True):
    """Home broadband or a DNS filter; its guide says which."""

    id: str
    guide: str


class Account(Struct, frozen=True, forbid_unknown_fields=True):
    """An app that a child has."""

    child: str
    guide: str


class Household(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything a plan is made from, besides the answers."""

    country: str = "GB"
    worries: tuple[Worry, ...] = ()
    children: tuple[Child, ...] = ()
    devices: tuple[Device, ...] = ()
    connections: tuple[Connection, ...] = ()
    accounts: tuple[Account, ...] = ()

    def child(self, child_id: str) -> Child:
        return next(child for child in self.children if child.id == child_id)

    def device(self, device_id: str) -> Device:
        return next(device for device in self.devices if device.id == device_id)

    def connection(self, connection_id: str) -> Connection:
        return next(connection for connection in self.connections if connection.id == connection_id)

    def at_home(self, child_ids: Iterable[str]) -> tuple[str, ...]:
        """Those of these ids that are still of this household."""
        known = {child.id for child in self.children}
        return tuple(child_id for child_id in child_ids if child_id in known)

    def guides_of_devices(self) -> frozenset[str]:
        return frozenset(device.guide for device in self.devices)

    def users_of(self, device: Device, today: date) -> tuple[Child, ...]:
        """The children under 18 who use a device."""
        wanted = set(device.used_by) or {child.id for child in self.children}
        return tuple(child for child in self.children if child.id in wanted and not child.is_grown_up(today))

    def apps_of(self, child_id: str) -> tuple[str, ...]:
        return tuple(account.guide for account in self.accounts if account.child == child_id)

    def with_child(self, child: Child, apps: tuple[str, ...]) -> "Household":
        """Adds a child, or takes the place of the one with the same id; `apps` are guide ids."""
        others = tuple(account for account in self.accounts if account.child != child.id)
        mine = tuple(Account(child.id, app) for app in apps)
        return replace(self, children=put(self.children, child), accounts=others + mine)

    def devices_only_of(self, child_id: str) -> tuple[Device, ...]:
        """What one child uses and nobody else."""
        return tuple(device for device in self.devices if device.used_by == (child_id,))

    def without_child(self, child_id: str) -> "Household":
        """Takes a child out, with the devices that only this child used: left behind, they would be everybody's."""
        own = self.devices_only_of(child_id)
        return replace(
            self,
            children=tuple(child for child in self.children if child.id != child_id),
            accounts=tuple(account for account in self.accounts if account.child != child_id),
            devices=tuple(
                replace(device, used_by=tuple(user for user in device.used_by if user != child_id))
                for device in self.devices
                if device not in own
            ),
        )

    def with_device(self, device: Device) -> "Household":
        return replace(self, devices=put(self.devices, device))

    def without_device(self, device_id: str) -> "Household":
        return replace(self, devices=tuple(device for device in self.devices if device.id != device_id))

    def with_connection(self, connection: Connection) -> "Household":
        return replace(self, connections=put(self.connections, connection))

    def without_connection(self, connection_id: str) -> "Household":
        kept = tuple(connection for connection in self.connections if connection.id != connection_id)
        return replace(self, connections=kept)


def put(things: tuple["Thing", ...], thing: "Thing") -> tuple["Thing", ...]:
    """The same tuple with `thing` in the place of its namesake by id, or at the end."""
    if any(other.id == thing.id for other in things):
        return tuple(thing if other.id == thing.id else other for other in things)
    return (*things, thing)


Thing = Child | Device | Connection
