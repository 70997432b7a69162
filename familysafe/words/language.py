"""The one door to gettext: the catalogue of the language in use is looked for once, not at every word."""

import gettext
from functools import lru_cache

DOMAIN = "familysafe"


@lru_cache(maxsize=1)
def translations() -> gettext.NullTranslations:
    """The words of the language that the environment asks for, from the folder bound to our domain; English else."""
    return gettext.translation(DOMAIN, gettext.bindtextdomain(DOMAIN), fallback=True)


def _(message: str) -> str:
    return translations().gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The form that fits a count; plural rules come with the catalogue."""
    return translations().ngettext(one, many, count)
