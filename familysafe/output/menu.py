"""Which of a step's menu paths is printed where only one fits."""

from familysafe.domain.guide import Guide
from familysafe.domain.phrasebook import StepWords


def newest_path(words: StepWords, guide: Guide) -> tuple[str, ...]:
    """The path of the guide's newest system that has one; without systems, the one written first."""
    system = next((one for one in guide.systems if one in words.where), None)
    return words.path_for(system)
