"""What Today shows."""

from familysafe.app.showing.cards import next_card
from familysafe.app.showing.progress import rings
from familysafe.app.showing.rows import Showing
from familysafe.domain.views import LookAgain, StepRow, TodayView
from familysafe.planning.pick import pick
from familysafe.words.asking import asked_first

MOST_LOOK_AGAIN = 3


def today_view(showing: Showing, *, stop_here: bool = False) -> TodayView:
    """The steps that fit into the time last chosen, the next talk, what has aged, and the rings."""
    plan, memory = showing.snapshot.plan, showing.snapshot.memory
    minutes = memory.preferences.minutes
    picks = tuple(map(showing.row, pick(plan, minutes)))
    aged = sorted(
        (LookAgain(row, days_since(showing, row)) for row in showing.stale_rows()),
        key=lambda again: (-again.days, again.row.key.step, again.row.key.target),
    )
    return TodayView(
        today=plan.today,
        minutes=minutes,
        picks=picks,
        card=next_card(showing, frozenset(row.guide for row in picks)),
        look_again=tuple(aged[:MOST_LOOK_AGAIN]),
        rings=rings(showing),
        open_steps=sum(not item.is_settled for item in plan.items),
        household=showing.household,
        throw_away=showing.snapshot.throw_away,
        first=asked_first(showing.names, plan.today),
        stop_here=stop_here,
    )


def days_since(showing: Showing, row: StepRow) -> int:
    """Days since the answer; never below nothing, also when the clock was put back."""
    return max(0, (showing.today - row.answer.on).days) if row.answer else 0
