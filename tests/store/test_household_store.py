"""The household is one row."""

from msgspec.structs import replace

from familysafe.domain.household import (
    Account,
    AgeBand,
    BirthMonth,
    Child,
    Connection,
    Device,
    Household,
    Worry,
)
from familysafe.store import household_store
from familysafe.store.database import Database

FAMILY = Household(
    country="DE",
    worries=(Worry.SLEEP,),
    children=(
        Child("c1", "Mia", born=BirthMonth(2017, 3), sometimes_here=True),
        Child("c2", "Mia", age_band=AgeBand.FROM_13, decisions_shared=True, notes_on=True),
    ),
    devices=(Device("d1", "iphone", "Mia's 📱", used_by=("c1",), mobile="o2", system="ios-26"), Device("d2", "ps5")),
    connections=(Connection("n1", "fritzbox"),),
    accounts=(Account("c2", "roblox"),),
)


def test_a_new_vault_has_an_empty_household(database: Database) -> None:
    assert household_store.read(database) == Household()


def test_a_family_comes_back_as_it_was_told(database: Database) -> None:
    household_store.write(database, FAMILY)
    assert household_store.read(database) == FAMILY


def test_the_family_written_last_is_the_only_one(database: Database) -> None:
    household_store.write(database, FAMILY)
    household_store.write(database, replace(FAMILY, country="FR"))
    assert household_store.read(database).country == "FR"
    assert database.value("SELECT count(*) FROM household") == 1


def test_pasted_names_are_kept_on_one_line(database: Database) -> None:
    pasted = Household(children=(Child("c1", "Mi\ud800a\r\nM."),), devices=(Device("d1", "ipad", "the\u2028old one"),))
    household_store.write(database, pasted)
    found = household_store.read(database)
    assert (found.children[0].name, found.devices[0].name) == ("Mia M.", "the old one")
