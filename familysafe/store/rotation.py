"""Changes the key of the database so that a break at any moment leaves a header that opens it."""

from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from familysafe.domain.errors import Code, FamilySafeError
from familysafe.store import files, header
from familysafe.store.database import Database
from familysafe.store.keys import KeyChain, Keys
from familysafe.store.slots import label, new_key, wrap

# For the headers of the vault and of its copies.
ROOM = 256 * 1024


def rotate(folder: Path, database: Database, keys: Keys) -> Keys:
    """A fresh data key under the same slots; the keys as they are now."""
    return under(folder, database, keys, keys.chain, keys.master)


def under(folder: Path, database: Database, keys: Keys, chain: KeyChain, master: bytes) -> Keys:
    """A fresh data key under the slots of `chain`, which hold `master`: a header with both keys, the change, the rest.

    Until the last header is written both keys are tried when the vault is opened. DISK_FULL and DISK_REFUSES leave the
    slots and the key as they were.
    """
    require_room(database.path)
    new, bound_to = new_key(), label(chain.vault, "data")
    both = replace(chain, data_key=wrap(keys.data, master, bound_to), pending_data_key=wrap(new, master, bound_to))
    keep(folder, both)
    if not database.rekey(new, keys.data):
        # Where this cannot be written the header with both keys goes on opening it.
        with suppress(FamilySafeError):
            keep(folder, keys.chain)
        require_room(database.path)
        raise FamilySafeError(Code.DISK_REFUSES, what="rekey")
    changed = Keys(both, master, new, new)
    # Where the last header cannot be written the one with both keys goes on opening it; the next start ends this.
    with suppress(FamilySafeError):
        return finish(folder, changed)
    return changed


def require_room(database: Path) -> None:
    """DISK_FULL where every page could not be written anew beside what is there, and the header too."""
    with files.reading():
        size = database.stat().st_size
    files.require_room(database.parent, 2 * size + ROOM)


def finish(folder: Path, keys: Keys) -> Keys:
    """The last header, once the database has the pending key."""
    if keys.pending is None or keys.chain.pending_data_key is None:
        return keys
    done = replace(keys.chain, data_key=keys.chain.pending_data_key, pending_data_key=None)
    keep(folder, done)
    return Keys(done, keys.master, keys.pending)


def keep(folder: Path, chain: KeyChain) -> None:
    """Puts a chain into both copies of the header."""
    header.write(folder, replace(header.read(folder), keys=chain))
