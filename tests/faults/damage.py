"""What happens to files: bits turn, blocks are lost, doubled or mixed up, ends are cut off or grow."""

from collections.abc import Callable

from tests.faults.chance import Dice

BLOCK = 4096
Damage = Callable[[bytearray, Dice], None]


def turn_a_bit(content: bytearray, dice: Dice) -> None:
    content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)


def write_over(content: bytearray, dice: Dice) -> None:
    """Zeros or anything, from one byte to a whole block."""
    at = dice.randrange(len(content))
    length = min(dice.choice((1, 16, 512, BLOCK)), len(content) - at)
    content[at : at + length] = dice.choice((bytes(length), dice.randbytes(length)))


def cut_short(content: bytearray, dice: Dice) -> None:
    del content[dice.randrange(len(content)) :]


def lose_the_last_block(content: bytearray, _dice: Dice) -> None:
    del content[-min(BLOCK, len(content)) :]


def take_out(content: bytearray, dice: Dice) -> None:
    at = dice.randrange(len(content))
    del content[at : at + dice.choice((1, 512, BLOCK))]


def put_in(content: bytearray, dice: Dice) -> None:
    at = dice.randrange(len(content))
    content[at:at] = dice.randbytes(dice.choice((1, 512, BLOCK)))


def copy_a_block(content: bytearray, dice: Dice) -> None:
    """A block in the place of another one, as when a disk writes to the wrong place."""
    blocks = max(2, len(content) // BLOCK)
    size = max(1, len(content) // blocks)
    one, other = dice.sample(range(blocks), 2)
    content[other * size : (other + 1) * size] = content[one * size : (one + 1) * size]


def swap_blocks(content: bytearray, dice: Dice) -> None:
    blocks = max(2, len(content) // BLOCK)
    size = max(1, len(content) // blocks)
    one, other = (slice(at * size, (at + 1) * size) for at in dice.sample(range(blocks), 2))
    content[one], content[other] = content[other], content[one]


def empty(content: bytearray, _dice: Dice) -> None:
    content.clear()


def erase(content: bytearray, _dice: Dice) -> None:
    """As long as before, and nothing in it."""
    content[:] = bytes(len(content))


USUAL: tuple[Damage, ...] = (
    turn_a_bit,
    write_over,
    cut_short,
    lose_the_last_block,
    take_out,
    put_in,
    copy_a_block,
    swap_blocks,
)
RARE: tuple[Damage, ...] = (empty, erase)


def damaged(content: bytes, dice: Dice, rare: int = 50) -> bytes:
    """The same bytes with damage of one kind; other bytes in any case."""
    while True:
        chosen = dice.choice(RARE if dice.randrange(rare) == 0 else USUAL)
        found = bytearray(content)
        chosen(found, dice)
        if found != content:
            return bytes(found)
