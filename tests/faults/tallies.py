"""A pytest plugin that writes what tests measured to the file named in the environment, one JSON object a line."""

import json
import os
from pathlib import Path

import pytest

FILE = "FAMILYSAFE_TALLIES"


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """What `record_property` was given; why a test was left out."""
    if report.when == "call" or report.outcome != "passed":
        why = str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else ""
        line = {"test": report.nodeid, "outcome": report.outcome, "why": why, "counts": report.user_properties}
        with Path(os.environ[FILE]).open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
