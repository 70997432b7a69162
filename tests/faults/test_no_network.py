"""The suite in a world of its own, in which there is no network at all."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.conftest import FORM, FULL, Record
from tests.faults.tallies import FILE

ROOT = Path(__file__).parents[2]
ALONE = ("unshare", "--net", "--")
# Everything but what has a screen of its own, and this folder.
LEFT_OUT = ("architecture", "benchmarks", "desktop", "faults", "packaging", "vaults", "__pycache__")
FOLDERS = sorted(path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and path.name not in LEFT_OUT)
WHOLE = tuple(f"tests/{name}" for name in FOLDERS)
PART = ("tests/app/test_session.py", "tests/store/test_vault.py", "tests/store/test_schema.py")
PASSED = re.compile(r"(\d+) passed")
INTERFACES = "import socket; print(*(name for _, name in socket.if_nameindex()))"


@pytest.fixture(autouse=True)
def may_be_alone() -> None:
    if shutil.which("unshare") is None:
        pytest.skip("there is no unshare here")
    tried = subprocess.run([*ALONE, "true"], capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"networks cannot be taken away here: {tried.stderr.strip()}")


def alone(*words: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in (FILE, FORM)}
    return subprocess.run(
        [*ALONE, sys.executable, *words], capture_output=True, text=True, check=False, cwd=ROOT, env=kept
    )


def test_there_is_no_network_in_it() -> None:
    assert alone("-c", INTERFACES).stdout.split() == ["lo"]


@pytest.mark.timeout(1800)
def test_the_suite_passes_without_a_network(record_property: Record) -> None:
    # `-v` takes back the `-q` of the project, under which nothing is counted.
    done = alone("-m", "pytest", "-v", "-p", "no:cacheprovider", "--tb=short", *(WHOLE if FULL else PART))
    passed = PASSED.search(done.stdout)
    record_property("tests passed without a network", int(passed[1]) if passed else 0)
    assert done.returncode == 0, done.stdout[-4_000:]
    assert passed
