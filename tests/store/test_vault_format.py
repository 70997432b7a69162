"""The page for reviewers, held to the code; and a reader that knows no more of a vault than that page."""

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import msgspec
import pytest
from msgspec import Struct
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_pwhash_alg,
    crypto_pwhash_ALG_ARGON2ID13,
)
from sqlcipher3 import dbapi2 as sqlcipher

from familysafe.domain.change import ChangeHousehold
from familysafe.domain.household import Child, Household
from familysafe.domain.secret import Passphrase, passphrase_of
from familysafe.store import (
    archive,
    backups,
    copies,
    database,
    derivation,
    exporting,
    header,
    keys,
    protection,
    schema,
    slots,
    text,
)
from familysafe.store.slots import MEBIBYTE, Cost
from familysafe.store.vault import Vault
from tests.builders import TODAY

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "resources" / "vault-format.md").read_text(encoding="utf-8")
TYPED = "  correct horse ba\N{LATIN SMALL LIGATURE FF}le "
CHEAP = Cost(MEBIBYTE // 8, 1)
NAME = "Zaunkoenig"


# A reader of the page


def read_header(content: bytes) -> dict[str, Any]:
    body, checksum = content[:-64], content[-64:]
    assert hashlib.blake2b(body, digest_size=32).hexdigest().encode() == checksum
    assert body.endswith(b"\n")
    found: dict[str, Any] = json.loads(body)
    return found


def unwrapped(wrapped: str, secret: bytes, bound_to: list[object]) -> bytes:
    raw = base64.b64decode(wrapped, validate=True)
    assert len(raw) == 72
    label = json.dumps(bound_to, separators=(",", ":")).encode()
    return crypto_aead_xchacha20poly1305_ietf_decrypt(raw[24:], label, raw[:24], secret)


def data_key(chain: dict[str, Any], kind: str, secret: bytes) -> bytes:
    (slot,) = (slot for slot in chain["slots"] if slot["kind"] == kind)
    cost = slot.get("cost")
    if cost is not None:
        salt = base64.b64decode(slot["salt"])
        lane = crypto_pwhash_ALG_ARGON2ID13
        secret = crypto_pwhash_alg(32, secret, salt, cost["passes"], cost["memory"], lane)
    master = unwrapped(slot["wrapped"], secret, [chain["vault"], kind, cost])
    return unwrapped(chain["data_key"], master, [chain["vault"], "data", None])


def names_in(path: Path, key: bytes) -> list[str]:
    connection = sqlcipher.connect(path)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    ((body,),) = connection.execute("SELECT body FROM household WHERE id = 1").fetchall()
    connection.close()
    return [child["name"] for child in json.loads(body)["children"]]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    folder = tmp_path / "vault"
    with Vault.create(folder) as vault:
        vault.save(ChangeHousehold(Household(children=(Child("c1", NAME),))))
    return folder


def test_a_vault_is_read_by_the_device_key(kept: Path) -> None:
    for name in ("vault.header", "vault.header2"):
        found = read_header((kept / name).read_bytes())
        key = data_key(found["keys"], "device", (kept / "device.key").read_bytes())
        assert names_in(kept / "vault.db", key) == [NAME]


def test_a_vault_its_backup_and_its_export_are_read_by_the_passphrase(kept: Path, tmp_path: Path) -> None:
    with Vault.open(kept) as vault:
        protection.set_passphrase(vault, passphrase_of(TYPED), CHEAP)
        backups.make(vault, TODAY)
        exporting.export(vault, tmp_path / "out.familysafe", TODAY)
    secret = b"correct horse baffle"
    found = read_header((kept / "vault.header").read_bytes())
    assert names_in(kept / "vault.db", data_key(found["keys"], "passphrase", secret)) == [NAME]
    stem = kept / "backups" / f"0001-{TODAY.isoformat()}-day"
    found = read_header(stem.with_suffix(".header").read_bytes())
    assert names_in(stem.with_suffix(".db"), data_key(found["keys"], "passphrase", secret)) == [NAME]
    with ZipFile(tmp_path / "out.familysafe") as travelled:
        assert travelled.namelist() == ["vault.header", "vault.db"]
        travelled.extractall(tmp_path / "out")
    found = read_header((tmp_path / "out" / "vault.header").read_bytes())
    assert [slot["kind"] for slot in found["keys"]["slots"]] == ["passphrase"]
    assert names_in(tmp_path / "out" / "vault.db", data_key(found["keys"], "passphrase", secret)) == [NAME]


def test_a_vault_is_read_by_the_recovery_words(kept: Path) -> None:
    entropy = bytes(range(16))
    words = derivation.word_list().to_mnemonic(entropy)
    with Vault.open(kept) as vault:
        protection.set_recovery(vault, derivation.RecoveryWords(tuple(words.split())), CHEAP)
    found = read_header((kept / "vault.header").read_bytes())
    assert names_in(kept / "vault.db", data_key(found["keys"], "recovery", entropy)) == [NAME]


# The page and the code


def code_in(page: str) -> set[str]:
    """Everything between backticks."""
    return set(re.findall(r"`([^`\n]+)`", page))


def fields(kind: type[Struct]) -> tuple[str, ...]:
    return kind.__struct_fields__


def test_it_says_of_which_versions_it_speaks() -> None:
    assert f"**Header format {header.FORMAT}, schema {len(schema.MIGRATIONS)}.**" in PAGE
    told = re.findall(r"^\| (\d+) \| ", PAGE, re.MULTILINE)
    assert told == [str(number) for number in range(1, len(schema.MIGRATIONS) + 1)]


def test_every_field_of_a_header_is_on_it() -> None:
    wanted = {name for name in fields(header.Header) if name != "keys"}
    wanted |= {f"keys.{name}" for name in fields(keys.KeyChain)}
    wanted |= {*fields(slots.PassphraseSlot), "cost.memory", "cost.passes"} - {"kind"}
    wanted |= {slots.tag_of(kind) for kind in (slots.DeviceSlot, slots.PassphraseSlot, slots.RecoverySlot)}
    assert wanted <= code_in(PAGE)


def test_every_pragma_is_on_it_in_order() -> None:
    block = PAGE.partition("```\n")[2].partition("```")[0].strip().splitlines()
    assert block == ["cipher_log_level = NONE", *database.PRAGMAS]


def test_every_table_and_column_is_on_it(kept: Path) -> None:
    with Vault.open(kept) as vault:
        tables = schema.tables(vault.database)
        columns = {one: [row[1] for row in vault.database.rows(f"PRAGMA table_info({one})")] for one in tables}
        indices = vault.database.rows("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        page_size, hmac = (vault.database.value(f"PRAGMA cipher_{one}") for one in ("page_size", "hmac_algorithm"))
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", PAGE, re.MULTILINE))
    for table, found in columns.items():
        assert re.findall(r"`(\w+)`", rows[table]) == found
    assert {name for (name,) in indices} <= code_in(PAGE)
    assert f"`cipher_page_size` {page_size}" in PAGE
    assert hmac.replace("_", "-") in PAGE


@pytest.mark.parametrize(
    "said",
    [
        *(f"`{name}`" for name in (*header.COPIES, "vault.db", "device.key", "vault.suspect")),
        *(f"`{name}/`" for name in (copies.FOLDER, copies.ASIDE, copies.UNPACKED)),
        f"{slots.KEY_BYTES} random bytes",
        f"`salt` of {slots.SALT_BYTES} bytes",
        f"{slots.NONCE_BYTES} bytes of random nonce, then the sealed key with its tag, {slots.WRAPPED_BYTES} bytes",
        f"{derivation.PASSES} passes and {derivation.LEAST_MEMORY // MEBIBYTE} MiB",
        f"takes {derivation.LONG_ENOUGH} s",
        f"{derivation.MOST_MEMORY // MEBIBYTE} MiB are reached",
        "more than 1 GiB or 20 passes, or less than 8 KiB or 1 pass",
        f"At most {header.LARGEST // 1024} KiB",
        f"BLAKE2b checksum ({header.DIGEST_BYTES} bytes",
        f"at most {text.LONGEST_NOTE:,} characters, {text.LONGEST_LINE:,} a line",
        f"{backups.DAILY} of the last days, one of each\nof the {backups.WEEKLY} weeks",
        f"{backups.BEFORE_RESTORING} from before restoring",
        f"`{archive.HEADER}` (at most {archive.LARGEST[archive.HEADER] // 1024} KiB)",
        f"`{archive.DATABASE}` (at most {archive.LARGEST[archive.DATABASE] // MEBIBYTE} MiB)",
        f"directory of at most {archive.LARGEST_DIRECTORY:,} bytes",
        f"`{exporting.default_name(TODAY)}`",
        f"`{copies.FOLDER}/0012-{TODAY.isoformat()}-day.db`",
    ],
)
def test_every_number_and_name_on_it_is_that_of_the_code(said: str) -> None:
    assert said in PAGE


def test_what_is_refused_is_what_it_says() -> None:
    gibibyte = 1 << 30
    for memory, passes, fits in (
        (gibibyte, 20, True),
        (gibibyte + 1, 20, False),
        (gibibyte, 21, False),
        (8 * 1024, 1, True),
        (8 * 1024 - 1, 1, False),
        (8 * 1024, 0, False),
    ):
        assert decodes({"memory": memory, "passes": passes}) is fits


def decodes(cost: dict[str, int]) -> bool:
    try:
        msgspec.convert(cost, Cost)
    except msgspec.ValidationError:
        return False
    return True


def test_the_example_of_associated_data_is_one() -> None:
    told = slots.label("…", "passphrase", Cost(64 * MEBIBYTE, 3)).decode()
    assert f"`{told}`" in PAGE
    for kind in ("device", "data"):
        assert f"`{slots.label('…', kind).decode()}`" in PAGE


def test_the_passphrase_of_this_test_has_two_forms() -> None:
    assert passphrase_of(TYPED) == Passphrase("correct horse baffle")
