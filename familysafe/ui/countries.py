"""Countries by name, in the language of the window."""

from PySide6.QtCore import QLocale

FIRST = ("GB", "IE", "US", "CA", "AU", "NZ")


def country_name(code: str) -> str:
    """`United Kingdom`; the code itself where Qt knows none."""
    territory = QLocale.codeToTerritory(code)
    return QLocale.territoryToString(territory) if territory is not QLocale.Country.AnyTerritory else code


def all_countries() -> list[tuple[str, str]]:
    """(code, name) of every country, those with checked help contacts first, then by name."""
    codes = {QLocale.territoryToCode(territory) for territory in QLocale.Country}
    others = sorted((country_name(code), code) for code in codes if len(code) == 2 and code not in FIRST)
    return [(code, country_name(code)) for code in FIRST] + [(code, name) for name, code in others]
