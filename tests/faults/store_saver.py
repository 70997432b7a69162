"""Saves to the vault named on the command line until it is killed, and says aloud what was saved."""

import sys
from datetime import date
from pathlib import Path

from familysafe.domain.answer import Answer, State
from familysafe.domain.change import GiveAnswer, RecordTalk
from familysafe.domain.talk import Talk
from familysafe.domain.target import Target, TargetKind
from familysafe.store.vault import Vault

TODAY = date(2026, 6, 1)
PHONE = Target(TargetKind.DEVICE, device="d1")


def main(folder: Path, note: str) -> None:
    vault = Vault.open(folder)
    number = len(vault.read().answers)
    while True:
        vault.save(GiveAnswer(Answer(f"step-{number}", PHONE, TODAY, State.DONE, note=note * 100)))
        # A talk written anew is two statements: half of it must never be seen.
        vault.save(RecordTalk(Talk("t1", TODAY, (), note=f"{number} {note * 100}")))
        print(number, flush=True)
        number += 1


main(Path(sys.argv[1]), sys.argv[2])
