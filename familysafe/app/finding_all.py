"""Search over everything there is: Help now, guides, steps and cards, those of this family's plan first."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from familysafe.app.showing.rows import Showing
from familysafe.domain.finds import Find, FindKind, Finds, Preview
from familysafe.domain.guide import Guide, GuideKind
from familysafe.domain.phrasebook import Line, Lines, lines_in
from familysafe.finding.search import Entry, Index
from familysafe.words.labels import BANDS
from familysafe.words.language import _
from familysafe.words.names import PLACEHOLDER, capital

MOST_SITUATIONS, MOST_GUIDES, MOST_STEPS, MOST_CARDS = 3, 5, 7, 4
SHORTEST, SHORTEST_SITUATION = 2, 3  # letters
GENERAL = ("other-app", "other-device", "other-mobile")


class Finder:
    """An index of one moment; `find` answers while somebody types."""

    def __init__(self, showing: Showing) -> None:
        self._showing = showing
        entries = [*self._plan(), *self._guides(), *self._situations(), *self._cards()]
        guides = {entry.key.id: entry.key for entry in entries if entry.key.kind is FindKind.GUIDE}
        self._general = tuple(guides[own] for own in GENERAL if own in guides)
        self._index = Index(entries)

    def find(self, text: str) -> Finds:
        """The best of each kind for what was typed."""
        letters = len(text.strip())
        found = self._index.find(text) if letters >= SHORTEST else ()
        return Finds(
            text,
            guides=tuple(one for one in found if one.kind is FindKind.GUIDE)[:MOST_GUIDES],
            steps=tuple(one for one in found if one.kind is FindKind.STEP)[:MOST_STEPS],
            cards=tuple(one for one in found if one.kind is FindKind.CARD)[:MOST_CARDS],
            situations=worries(found)[:MOST_SITUATIONS] if letters >= SHORTEST_SITUATION else (),
            general=self._general if letters >= SHORTEST and not found else (),
        )

    def _guides(self) -> Iterator[Entry[Find]]:
        """Guides with their everyday names; the steps of those that are not in the plan lead to them."""
        groups = {row.guide: row.group for row in map(self._showing.row, self._showing.snapshot.plan.items)}
        for guide in fitting(self._showing):
            words = self._showing.book.guides[guide.id]
            group = groups.get(guide.id, "")
            about = " ".join(lines_in(words.about, self._showing.household.country))
            find = Find(FindKind.GUIDE, guide.id, words.title, about, guide.icon, group=group)
            yield Entry(find, (words.title, words.short, *words.aliases, about))
            if not group:
                yield from self._other_steps(guide)

    def _other_steps(self, guide: Guide) -> Iterator[Entry[Find]]:
        words = self._showing.book.guides[guide.id]
        for own in guide.steps:
            if own.startswith(f"{guide.id}."):
                said = self._showing.book.steps[own]
                title = plain(self._showing, guide, (said.title,))[0]
                find = Find(FindKind.STEP, guide.id, title, words.title, guide.icon)
                yield Entry(find, (title, *plain(self._showing, guide, (*said.why, *said.do)), words.title))

    def _plan(self) -> Iterator[Entry[Find]]:
        names = self._showing.names
        for item in self._showing.snapshot.plan.items:
            row = self._showing.row(item)
            words = self._showing.book.steps[item.step]
            guide = self._showing.book.guides[item.guide]
            find = Find(FindKind.STEP, item.step, row.title, row.place, row.icon, item.key, row.group)
            more = names.lines((*words.why, *words.do), item)
            yield Entry(find, (row.title, row.place, *more, guide.title, *guide.aliases))

    def _situations(self) -> Iterator[Entry[Find]]:
        """What may have happened, in the words that somebody has for it."""
        for one in sorted(self._showing.catalogue.situations.values(), key=lambda one: (one.child, one.order, one.id)):
            words = self._showing.book.situations[one.id]
            about = " ".join(lines_in(words.about, self._showing.household.country))
            find = Find(FindKind.SITUATION, one.id, words.title, about, "help")
            yield Entry(find, (words.title, words.short, *words.aliases))

    def _cards(self) -> Iterator[Entry[Find]]:
        country = self._showing.household.country
        for card in self._showing.catalogue.cards.values():
            words = self._showing.book.cards[card.id]
            topic = self._showing.book.topics[card.topic]
            said = f"{topic} · {BANDS[card.band]()}"
            icon = self._showing.catalogue.topics[card.topic].icon
            find = Find(FindKind.CARD, card.id, words.opener, said, icon)
            yield Entry(find, (words.opener, topic, *lines_in(words.follow_ups, country)))


def worries(found: Iterable[Find]) -> tuple[Find, ...]:
    """Situations that fit better than any guide: whoever types the name of an app may not want Help now."""
    before = takewhile(lambda one: one.kind is not FindKind.GUIDE, found)
    return tuple(one for one in before if one.kind is FindKind.SITUATION)


def fitting(showing: Showing) -> tuple[Guide, ...]:
    """The guides that make sense in this family's country."""
    country = showing.household.country
    guides = showing.catalogue.guides.values()
    return tuple(guide for guide in guides if not guide.countries or country in guide.countries)


def plain(showing: Showing, guide: Guide, lines: Lines | tuple[Line, ...]) -> tuple[str, ...]:
    """Sentences about nobody in particular, for a guide that nobody has yet."""
    names = showing.names
    said = names.spoken(guide.id)
    device = said if guide.kind is GuideKind.DEVICE else _("the child’s device")
    put = {"{child}": names.child(""), "{device}": device, "{network}": said}
    here = lines_in(lines, showing.household.country)
    return tuple(capital(PLACEHOLDER.sub(lambda found: put[found[0]], line)) for line in here)


def preview(showing: Showing, guide_id: str) -> Preview | None:
    """A guide that is not in the plan; None where there is none of that id in this country."""
    guide = next((one for one in fitting(showing) if one.id == guide_id), None)
    if guide is None:
        return None
    words = showing.book.guides[guide.id]
    steps = [showing.book.steps[own] for own in guide.steps]
    return Preview(
        id=guide.id,
        title=words.title,
        icon=guide.icon,
        about=plain(showing, guide, words.about),
        room=plain(showing, guide, words.room),
        limits=plain(showing, guide, words.limits),
        steps=tuple(
            (plain(showing, guide, (said.title,))[0], " ".join(plain(showing, guide, said.why))) for said in steps
        ),
    )
