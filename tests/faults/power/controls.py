"""Stores that are broken on purpose: each must be caught, or the search for losses proves nothing."""

import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from familysafe.store import database, files, rotation
from familysafe.store.database import Database
from familysafe.store.keys import KeyChain, Keys
from familysafe.store.slots import label, new_key, wrap


class Control(Struct, frozen=True):
    """`breaks` changes the store of its own process; losses must be found in the scenario."""

    scenario: str
    breaks: Callable[[], None]


def synchronous(level: str) -> Callable[[], None]:
    def breaks() -> None:
        kept = tuple(pragma for pragma in database.PRAGMAS if not pragma.startswith("synchronous"))
        assert len(kept) == len(database.PRAGMAS) - 1
        database.PRAGMAS = (*kept, f"synchronous = {level}")  # type: ignore[assignment]

    return breaks


def files_are_not_waited_for() -> None:
    """Written and renamed, and what was written may come later."""
    whole = files.sync

    def sync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            whole(handle)

    files.sync = sync


def folders_are_not_waited_for() -> None:
    def sync_folder(folder: Path) -> None:
        """The name may come later."""

    assert callable(files.sync_folder)
    files.sync_folder = sync_folder


def the_key_changes_before_the_header() -> None:
    """As if nothing could come between the two."""

    def under(folder: Path, database: Database, keys: Keys, chain: KeyChain, master: bytes) -> Keys:
        new = new_key()
        database.rekey(new, keys.data)
        done = replace(chain, data_key=wrap(new, master, label(chain.vault, "data")), pending_data_key=None)
        rotation.keep(folder, done)
        return Keys(done, master, new)

    assert callable(rotation.under)
    rotation.under = under


CONTROLS: Mapping[str, Control] = MappingProxyType(
    {
        "synchronous off": Control("saves", synchronous("OFF")),
        "synchronous full, not extra": Control("saves", synchronous("FULL")),
        "no wait for the header before it is renamed": Control("first start", files_are_not_waited_for),
        "the key changes before the header": Control("rotation", the_key_changes_before_the_header),
        "no wait for the folder": Control("first start", folders_are_not_waited_for),
    }
)
