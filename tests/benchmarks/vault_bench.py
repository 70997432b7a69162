"""What the lock and ten years of answers cost: ratios against one derivation, milliseconds where the disk decides."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from familysafe.domain.answer import Answer, Evidence, State
from familysafe.domain.change import GiveAnswer
from familysafe.domain.secret import Passphrase
from familysafe.domain.target import Target, TargetKind
from familysafe.store import answer_store, backups, protection
from familysafe.store.derivation import derive
from familysafe.store.slots import MEBIBYTE, SALT_BYTES, Cost
from familysafe.store.vault import Vault
from tests.builders import TODAY

ROWS = 50_000
COST = Cost(64 * MEBIBYTE, 3)
KETTLE = Passphrase("kettle boat lamp river")


def an_answer(number: int) -> Answer:
    """One of ten years: eight devices, three hundred steps, now and then a note."""
    target = Target(TargetKind.DEVICE, device=f"d{number % 8}")
    note = "what was said about it " * (number % 12)
    return Answer(f"guide-{number % 40}.step-{number % 300}", target, TODAY, State.DONE, Evidence.SEEN, note=note)


def seconds(act: Callable[[], object], times: int = 1) -> list[float]:
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        act()
        taken.append(time.perf_counter() - begin)
    return taken


def main() -> int:
    with TemporaryDirectory() as name:
        folder = Path(name) / "vault"
        with Vault.create(folder) as vault:
            with vault.database.transaction():
                answer_store.add_all(vault.database, map(an_answer, range(ROWS)))
            protection.set_passphrase(vault, KETTLE, COST)
            size = (folder / "vault.db").stat().st_size / 1e6
            saving = sorted(seconds(lambda: vault.save(GiveAnswer(an_answer(7))), 200))
            copying = seconds(lambda: backups.make(vault, TODAY), 3)
        pairs = [
            (
                *seconds(lambda: derive(KETTLE, bytes(SALT_BYTES), COST)),
                *seconds(lambda: Vault.open(folder, KETTLE).close()),
            )
            for _ in range(9)
        ]
    unlock = statistics.median(opened / derived for derived, opened in pairs)
    print(f"{'vault of ten years':28} {size:6.1f} MB  {ROWS} answers")
    print(f"{'unlock':28} {unlock:6.2f} derivations   target 1.3")
    print(f"{'commit':28} {saving[189] * 1e3:6.1f} ms  target 10 ms      95th percentile of 200")
    print(f"{'backup':28} {statistics.median(copying):6.2f} s   target 1 s        off the window's thread")
    return 0


if __name__ == "__main__":
    main()
