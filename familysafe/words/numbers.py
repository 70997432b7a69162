"""Small numbers as words."""

from collections.abc import Callable

from familysafe.words.language import _

SPELLED: tuple[Callable[[], str], ...] = (
    lambda: _("none"),
    lambda: _("one"),
    lambda: _("two"),
    lambda: _("three"),
    lambda: _("four"),
    lambda: _("five"),
    lambda: _("six"),
    lambda: _("seven"),
    lambda: _("eight"),
    lambda: _("nine"),
    lambda: _("ten"),
)


def spelled(number: int) -> str:
    """`six`; digits from eleven on."""
    return SPELLED[number]() if 0 <= number < len(SPELLED) else str(number)
