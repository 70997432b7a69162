"""Which of a step's menu paths is printed where only one fits."""

from collections.abc import Collection

from familysafe.domain.guide import Guide
from familysafe.domain.phrasebook import StepWords


def one_path(words: StepWords, guide: Guide, devices: Collection[str]) -> tuple[str, ...]:
    """The path of a system at home, or of the newest one that has a path; without systems, the one written first."""
    written = [one for one in guide.systems if one in words.where]
    system = guide.system_among(devices)
    return words.path_for(system if system in written else next(iter(written), None))
