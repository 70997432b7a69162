"""What a plan begins with at 16 and 17: a question to the young person."""

from datetime import date

from familysafe.words.language import _
from familysafe.words.names import Names


def asked_first(names: Names, today: date) -> str:
    """Whom to ask before anything is set up; empty where nobody at home is of that age."""
    asked = tuple(child.id for child in names.household.children if child.is_asked_first(today))
    if not asked:
        return ""
    return _(
        "Ask {child} first: “What would you like help with?” At 16 and 17, what is set up is agreed with them."
    ).format(child=names.children(asked))
