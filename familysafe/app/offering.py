"""Says when a passphrase is to be offered."""

from familysafe.domain.memory import Memory
from familysafe.domain.snapshot import Snapshot


def calls_for_a_passphrase(before: Snapshot, now: Snapshot) -> bool:
    """True when a private note was just kept, nothing locks it, and nobody was asked before."""
    if now.throw_away or now.standing.protection.locks or now.memory.preferences.passphrase_offered:
        return False
    return bool(notes(now.memory) - notes(before.memory))


def notes(memory: Memory) -> frozenset[tuple[object, str]]:
    """Every private note, with what it was written to."""
    to_steps = ((answer.key, answer.note) for answer in memory.answers if answer.note)
    of_talks = ((talk.id, talk.note) for talk in memory.talks if talk.note)
    of_records = ((entry.id, entry.text) for record in memory.records for entry in record.entries if entry.text)
    return frozenset((*to_steps, *of_talks, *of_records))
