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
    "actionfraud.police.uk",
    "HOPELINEUK",
    "thinkuknow",
    "Net Aware",
    "Edge Kids Mode",
    "Parentline Scotland",
    "Children 1st",
)
MIRROR_HOSTS = (
    "mirrorblogs.com",
    "workers.dev",
    "archive.org",
    "archive.is",
    "archive.ph",
    "archive.today",
    "cc.bingj.com",
    "r.jina.ai",
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
BETWEEN_DIGITS = r"[^\w+]*"
ABROAD = rf"(?:\+{BETWEEN_DIGITS}44{BETWEEN_DIGITS}(?:0{BETWEEN_DIGITS})?|0{BETWEEN_DIGITS})"


def spoken(number: str) -> re.Pattern[str]:
    """A number with any spaces, dashes and brackets between its digits, as it is dialled here or from abroad."""
    digits = number.replace("-", "")
    begins = ABROAD if digits.startswith("0") else ""
    return re.compile(rf"(?<!\d){begins}{BETWEEN_DIGITS.join(digits.removeprefix('0'))}(?!\d)")


SPOKEN: Mapping[str, re.Pattern[str]] = {number: spoken(number) for number in NUMBERS}


def refused_in(text: str) -> str | None:
    """The first withdrawn number or name in a text, as it is on the list."""
    folded = " ".join(text.casefold().split())
    for name in NAMES:
        if name.casefold() in folded:
            return name
    return next((number for number, spoken in SPOKEN.items() if spoken.search(text)), None)


def mirror_in(url: str) -> str | None:
    """The mirror host that an address points to."""
    host = url.partition("://")[2].partition("/")[0].partition(":")[0].rstrip(".").casefold()
    return next((mirror for mirror in MIRROR_HOSTS if host == mirror or host.endswith(f".{mirror}")), None)
