"""Which countries there are: ISO 3166-1 alpha-2, as Babel lists them."""

from collections.abc import Mapping

from familysafe.cli.refusals import nearest

# Codes in Babel's list that ISO 3166-1 only reserves, and such as stand for no country at all.
NOT_ISO = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"])
CODE_LENGTH = 2
ONE_LETTER = 0.1  # a likeness that one letter in common is enough for


def country_names() -> Mapping[str, str]:
    """English names by code."""
    # Babel takes longer to load than a whole plan takes to make, so only what asks for a country pays for it.
    from babel import Locale  # noqa: PLC0415 - see above

    names = Locale("en").territories.items()
    return {code: name for code, name in names if len(code) == CODE_LENGTH and code.isalpha() and code not in NOT_ISO}


def country_code(text: str) -> str | None:
    """`gb` → `GB`; None when there is no such country."""
    code = text.strip().upper()
    return code if code in country_names() else None


def nearest_country(text: str) -> str | None:
    """The code that was probably meant: by an old or common code, by its name, or by its letters."""
    # Late for the same reason.
    from babel.core import get_global  # noqa: PLC0415 - see above

    names = country_names()
    for code in get_global("territory_aliases").get(text.strip().upper(), []):
        if code in names:
            return str(code)
    by_name = nearest(text, {name: code for code, name in names.items()})
    return by_name or nearest(text, {code: code for code in names}, cutoff=ONE_LETTER)
