"""What can be chosen for a household, and what is known of it."""

from datetime import date

from familysafe.content.compiled import Compiled
from familysafe.domain.guide import ConnectionKind, Guide, GuideKind
from familysafe.domain.household import Household
from familysafe.domain.views import FamilyView, GuideChoice, Shelves


def shelves(content: Compiled, country: str) -> Shelves:
    """Every guide that makes sense in a country, by shelf."""

    def shelf(kind: GuideKind, connection: ConnectionKind | None = None) -> tuple[GuideChoice, ...]:
        found = content.catalogue.of_kind(kind, connection)
        return tuple(choice(content, guide) for guide in found if not guide.countries or country in guide.countries)

    return Shelves(
        devices=shelf(GuideKind.DEVICE),
        broadband=shelf(GuideKind.CONNECTION, ConnectionKind.BROADBAND),
        mobile=shelf(GuideKind.CONNECTION, ConnectionKind.MOBILE),
        dns=shelf(GuideKind.CONNECTION, ConnectionKind.DNS),
        apps=shelf(GuideKind.APP),
    )


def choice(content: Compiled, guide: Guide) -> GuideChoice:
    words = content.phrasebook.guides[guide.id]
    return GuideChoice(guide.id, words.title, words.short or words.title, guide.icon, words.aliases, guide.general)


def family_view(content: Compiled, household: Household, today: date) -> FamilyView:
    return FamilyView(household, shelves(content, household.country), today)
