"""Scenarios in which keys change, or copies are made or take the place of what is there."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace

from familysafe.domain.change import Change
from familysafe.domain.errors import Code, FamilySafeError
from familysafe.domain.memory import Memory
from familysafe.domain.safekeeping import Backup
from familysafe.domain.secret import Passphrase, RecoveryWords, Secret
from familysafe.store import backups, deletion, exporting, protection, restoring, rotation
from familysafe.store.slots import Cost
from familysafe.store.vault import Vault
from tests.faults.power.scenarios import FEW, PLACE, TODAY, Scenario, changes, make, remembered
from tests.vaults.family import CHANGES

# Costs nothing: how hard a secret is to guess is not what is asked here.
CHEAP = Cost(memory=8 * 1024, passes=1)
ONE, OTHER = Passphrase("one passphrase of many words"), Passphrase("another passphrase of other words")
WORDS = RecoveryWords(("abandon",) * 11 + ("about",))
EARLY, LATER = changes(3), changes(9)
STICK = "stick/backup.familysafe"
GOLDEN = Path(__file__).parents[2] / "vaults"
Secrets = tuple[Secret | None, ...]
Check = Callable[[Path, int], None]


def place(root: Path) -> Path:
    return root / PLACE


# What is there before.


def with_copies(root: Path, *, secret: Passphrase | None = None, damage: bool = False) -> None:
    """A vault, a copy of it as it was before the last changes, and perhaps a passphrase."""
    make(root, EARLY)
    with Vault.open(place(root)) as vault:
        backups.make(vault, TODAY)
        for change in LATER[len(EARLY) :]:
            vault.save(change)
        if secret is not None:
            protection.set_passphrase(vault, secret, CHEAP)
    if damage:
        spoil(place(root) / "vault.db")


def spoil(path: Path) -> None:
    """From its first page on, so that no key opens it."""
    content = bytearray(path.read_bytes())
    content[:600] = bytes(600)
    path.write_bytes(content)


def with_older_export(root: Path) -> None:
    with_copies(root, secret=ONE)
    (root / STICK).parent.mkdir()
    with Vault.open(place(root), ONE) as vault:
        exporting.export(vault, root / STICK, TODAY)
        vault.save(FEW[2])


def export_only(root: Path) -> None:
    """Another computer: the file, and no vault."""
    with_older_export(root)
    shutil.rmtree(place(root).parent)


def golden(schema: int, root: Path) -> None:
    place(root).parent.mkdir()
    shutil.copytree(GOLDEN / f"schema-{schema}", place(root))
    place(root).chmod(0o700)
    for path in place(root).iterdir():
        path.chmod(0o600)  # a checkout does not keep it


# What is done.


def on(secret: Secret | None, *acts: Callable[[Vault], object]) -> Callable[[Path], Iterator[None]]:
    """Opens the vault and does one thing after the other to it."""

    def act(root: Path) -> Iterator[None]:
        with Vault.open(place(root), secret, TODAY) as vault:
            for one in acts:
                one(vault)
                yield

    return act


def set_passphrase(new: Passphrase) -> Callable[[Vault], object]:
    return partial(protection.set_passphrase, passphrase=new, cost=CHEAP)


def save(change: Change) -> Callable[[Vault], object]:
    return lambda vault: vault.save(change)


def rotate(vault: Vault) -> None:
    vault.keys = rotation.rotate(vault.folder, vault.database, vault.keys)


def back_up(vault: Vault) -> None:
    backups.make(vault, TODAY)


def oldest(vault: Vault) -> Backup:
    return backups.listed(vault.folder)[-1]


def restore(vault: Vault) -> None:
    restoring.restore(vault, oldest(vault), None, TODAY)


def make_sheet(vault: Vault) -> None:
    protection.set_recovery(vault, WORDS, CHEAP, ONE)


def delete_child(vault: Vault) -> None:
    deletion.forget_child(vault, "c1", TODAY)


def export(vault: Vault) -> None:
    exporting.export(vault, vault.folder.parent.parent / STICK, TODAY)


def adopt(root: Path) -> Iterator[None]:
    restoring.adopt(place(root), root / STICK, ONE)
    yield


def delete_everything(root: Path) -> Iterator[None]:
    deletion.delete_vault(place(root))
    yield


# What has to be there afterwards.


def opens(root: Path, secrets: Secrets) -> Vault:
    """With one of the secrets; what the last of them was answered when none opens it."""
    for secret in secrets[:-1]:
        try:
            return Vault.open(place(root), secret, TODAY)
        except FamilySafeError as refused:
            if refused.code not in (Code.VAULT_LOCKED, Code.VAULT_WRONG_SECRET, Code.VAULT_KEY_MISSING):
                raise
    return Vault.open(place(root), secrets[-1], TODAY)


def stands(
    allowed: tuple[tuple[Memory, ...], ...], secrets: tuple[Secrets, ...] = ((None,),), *, rescued: bool = False
) -> Check:
    """What may be remembered and what may open it, by how much was acknowledged; the last entry stands for all after.

    From the first entry on with one secret less, that secret opens it no more.
    """

    def check(root: Path, said: int) -> None:
        for gone in set(secrets[0]) - set(at(secrets, said)):
            assert not does_open(root, gone), "a secret that was taken away still opens it"
        with opens(root, at(secrets, said)) as vault:
            assert vault.read() in at(allowed, said), "what was acknowledged is not there"
            assert (vault.rescue is not None) <= rescued, "a copy had to take its place"
            facts = vault.check()
            assert facts.integrity_ok, "the database is damaged"
            assert facts.header_copies_ok, "the copies of the header differ"
            assert facts.backups_sound == facts.backups, "a copy is not sound"
            vault.save(FEW[3])
            assert vault.read().preferences == remembered(FEW).preferences, "it saves no more"

    return check


def at(entries: tuple[tuple[object, ...], ...], said: int) -> tuple:  # type: ignore[type-arg]
    return entries[min(said, len(entries) - 1)]


def does_open(root: Path, secret: Secret | None) -> bool:
    try:
        Vault.open(place(root), secret, TODAY).close()
    except FamilySafeError:
        return False
    return True


def has_copies(count: int, check: Check) -> Check:
    """Once it was acknowledged there are so many copies."""

    def both(root: Path, said: int) -> None:
        check(root, said)
        assert not said or len(backups.listed(place(root))) >= count, "a copy that was acknowledged is gone"

    return both


def opens_too(secret: Secret, check: Check) -> Check:
    """Once it was acknowledged another secret opens the vault as well."""

    def both(root: Path, said: int) -> None:
        check(root, said)
        assert not said or does_open(root, secret), "a secret that was acknowledged does not open it"

    return both


def exported(root: Path, said: int) -> None:
    """The older file or the new one, whole; and the vault as it was."""
    stands(((MORE,),), ((ONE,),))(root, said)
    found = restoring.look_into(None, root / STICK, ONE)
    children = {len(memory.household.children) for memory in ((MORE,) if said else (ALL, MORE))}
    assert found.children in children, "the file holds something else"


def adopted(root: Path, said: int) -> None:
    """The vault of the file, or none yet, and then it can be made."""
    if not said and not Vault.is_in(place(root)):
        restoring.adopt(place(root), root / STICK, ONE)
    stands(((ALL,),), ((ONE,),))(root, said)


def deleted(root: Path, said: int) -> None:
    """Nothing is left once it was acknowledged; before that it opens, or says why not."""
    if said:
        assert not [path for path in place(root).rglob("*") if path.is_file()], "something is left"
    elif Vault.is_in(place(root)) and does_open(root, None):
        stands(((ALL, after(EARLY)),), rescued=True)(root, said)


def rescued(root: Path, said: int) -> None:
    """The copy has taken the place of what was damaged, which is kept."""
    stands(((after(EARLY),),), rescued=True)(root, said)
    assert list((place(root) / "aside").glob("*-vault.db")), "the damaged file is gone"


def after(done: tuple[Change, ...], *more: Change) -> Memory:
    return remembered((*done, *more))


ALL, MORE = after(LATER), after(LATER, FEW[2])
# Every record of these changes names this child alone.
WITHOUT_CHILD = replace(ALL, household=ALL.household.without_child("c1"), records=(), look_ins=())
LOCKED = partial(with_copies, secret=ONE)
SAVE = save(FEW[2])
THEN_SAVED = ((ALL,), (ALL, MORE), (MORE,))

KEYS_AND_COPIES: Mapping[str, Scenario] = MappingProxyType(
    {
        "passphrase on": Scenario(
            with_copies, on(None, set_passphrase(ONE), SAVE), stands(THEN_SAVED, ((None, ONE), (ONE,)))
        ),
        "passphrase changed": Scenario(
            LOCKED, on(ONE, set_passphrase(OTHER), SAVE), stands(THEN_SAVED, ((ONE, OTHER), (OTHER,)))
        ),
        "passphrase off": Scenario(
            LOCKED, on(ONE, protection.remove_passphrase, SAVE), stands(THEN_SAVED, ((ONE, None), (None,)))
        ),
        "recovery sheet": Scenario(LOCKED, on(ONE, make_sheet, SAVE), opens_too(WORDS, stands(THEN_SAVED, ((ONE,),)))),
        "rotation": Scenario(with_copies, on(None, rotate, SAVE), stands(THEN_SAVED)),
        "backup": Scenario(with_copies, on(None, back_up, SAVE), has_copies(2, stands(THEN_SAVED))),
        "restore": Scenario(
            with_copies,
            on(None, restore, SAVE),
            has_copies(2, stands(((ALL, after(EARLY)), (after(EARLY), after(EARLY, FEW[2])), (after(EARLY, FEW[2]),)))),
        ),
        "child deleted": Scenario(
            with_copies, on(None, delete_child), stands(((ALL, WITHOUT_CHILD), (WITHOUT_CHILD,)))
        ),
        "everything deleted": Scenario(with_copies, delete_everything, deleted),
        "damage": Scenario(partial(with_copies, damage=True), on(None, lambda _vault: None), rescued),
        "export": Scenario(with_older_export, on(ONE, export), exported),
        "another computer": Scenario(export_only, adopt, adopted),
        "migration": Scenario(partial(golden, 1), on(None, lambda _vault: None), stands(((after(CHANGES),),))),
    }
)
