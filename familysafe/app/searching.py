"""What can be searched for in the plan: titles, reasons, names of guides and everyday words for them."""

from familysafe.app.showing.rows import Showing
from familysafe.domain.plan import PlanItem
from familysafe.domain.target import ItemKey
from familysafe.finding.search import Entry, Index


def plan_index(showing: Showing) -> Index[ItemKey]:
    """An index over the steps of a plan; built anew when the plan has changed."""
    entries = (entry(showing, item) for item in showing.snapshot.plan.items)
    # “Bullying” is no slip for “buying”.
    return Index(
        entries, (text for words in showing.book.situations.values() for text in (words.title, *words.aliases))
    )


def entry(showing: Showing, item: PlanItem) -> Entry[ItemKey]:
    words = showing.book.steps[item.step]
    guide = showing.book.guides[item.guide]
    lines = showing.names.lines((*words.why, *words.do), item)
    return Entry(item.key, (showing.names.title(item), showing.names.target(item), guide.title, *guide.aliases, *lines))
