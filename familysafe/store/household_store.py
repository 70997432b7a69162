"""The household, kept as one row."""

from msgspec.structs import replace

from familysafe.domain.household import Household
from familysafe.store import stored
from familysafe.store.database import Database
from familysafe.store.text import clean_name


def read(database: Database) -> Household:
    """The household last written; an empty one before that."""
    body = database.value("SELECT body FROM household")
    return Household() if body is None else stored.from_json(body, Household)


def write(database: Database, household: Household) -> None:
    body = stored.to_json(with_clean_names(household))
    database.run("INSERT OR REPLACE INTO household (id, body) VALUES (1, ?)", body)


def with_clean_names(household: Household) -> Household:
    """The same household, its names on one line each."""
    return replace(
        household,
        children=tuple(replace(child, name=clean_name(child.name)) for child in household.children),
        devices=tuple(replace(device, name=clean_name(device.name)) for device in household.devices),
    )
