"""A made-up family, for trying the app out and for pictures of it."""

from datetime import date, timedelta

from familysafe.domain.answer import Answer, Evidence, Outcome, State
from familysafe.domain.catalogue import Catalogue
from familysafe.domain.change import Change, ChangeHousehold, GiveAnswer, KeepPreferences
from familysafe.domain.household import Account, BirthMonth, Child, Connection, Device, Household, Worry
from familysafe.domain.memory import Preferences
from familysafe.planning.build import build_plan


def sample_household(today: date) -> Household:
    """Two children, an iPad, an iPhone, a Switch and an ordinary British broadband line."""
    return Household(
        country="GB",
        worries=(Worry.STRANGERS, Worry.SEEING),
        children=(
            Child("c1", "Younger", BirthMonth(today.year - 9, 1)),
            Child("c2", "Elder", BirthMonth(today.year - 13, 1)),
        ),
        devices=(
            Device("d1", "ipad", "", ("c1",)),
            Device("d2", "iphone", "", ("c2",), mobile="ee-mobile"),
            Device("d3", "nintendo-switch", "", ("c1", "c2")),
        ),
        connections=(Connection("n1", "sky-broadband"),),
        accounts=(
            Account("c1", "roblox"),
            Account("c1", "youtube"),
            Account("c2", "whatsapp"),
            Account("c2", "tiktok"),
        ),
    )


def sample_changes(catalogue: Catalogue, today: date) -> tuple[Change, ...]:
    """The household, and some answers of every kind; every third step is answered, some of them long ago."""
    household = sample_household(today)
    changes: list[Change] = [ChangeHousehold(household)]
    kinds = (Evidence.TESTED, Evidence.SEEN, Evidence.TESTED, Evidence.TOLD)
    for number, item in enumerate(build_plan(catalogue, household, {}, today).items):
        if number % 3 == 1 and item.guide != "roblox":
            evidence = kinds[number // 3 % len(kinds)]
            outcome = Outcome.HELD if evidence is Evidence.TESTED else None
            on = today - timedelta(days=94 if item.guide == "sky-broadband" else 6)
            changes.append(GiveAnswer(Answer(item.step, item.target, on, State.DONE, evidence, outcome)))
    changes.append(KeepPreferences(Preferences(started=True)))
    return tuple(changes)
