"""Chance that comes out the same every time."""

import random

Dice = random.Random


def dice_of(seed: str) -> Dice:
    """Dice that fall in the order of their seed."""
    return Dice(seed)
