"""What must never be shown again: withdrawn numbers and names, and hosts that only copy other people's pages."""

import re
from collections.abc import Mapping

NUMBERS = (
    "0800-328-0904",
    "0808-800-5002",
    "0808-808-4994",
    "0808-80-10-100",
    "0300-330-0630",
    "0330-330-0630",
    "0300-999-5428",
    "0800-022-3222",
    "88858",
)
NAMES = (
    "Action Fraud",
    "HOPELINEUK",
    "thinkuknow.co.uk",
    "Net Aware",
    "Edge Kids Mode",
    "Parentline Scotland",
    "Children 1st",
)
MIRROR_HOSTS = (
    "mirrorblogs.com",
    "workers.dev",
    "archive.org",
    "archive.ph",
    "webcache.googleusercontent.com",
    "manualslib.com",
    "manualsplus.com",
    "itsmanual.com",
    "dustinice",
    "web.app",
    "pages.dev",
    "vercel.app",
    "translate.goog",
)
BETWEEN_DIGITS = r"[\s\-.()]*"
SPOKEN: Mapping[str, re.Pattern[str]] = {
    number: re.compile(rf"(?<!\d){BETWEEN_DIGITS.join(number.replace('-', ''))}(?!\d)") for number in NUMBERS
}


def refused_in(text: str) -> str | None:
    """The first withdrawn number or name in a text, as it is on the list."""
    folded = text.casefold()
    for name in NAMES:
        if name.casefold() in folded:
            return name
    return next((number for number, spoken in SPOKEN.items() if spoken.search(text)), None)


def mirror_in(url: str) -> str | None:
    """The mirror host that an address points to."""
    host = url.partition("://")[2].partition("/")[0].partition(":")[0].casefold()
    return next((mirror for mirror in MIRROR_HOSTS if host == mirror or host.endswith(f".{mirror}")), None)
