"""Who may import whom, as import-linter reads it."""

import logging
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tests.architecture.house import ROOT

CONFIG = ROOT / "pyproject.toml"


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """import-linter looks for the package where it is started, and switches off every logger that was there before."""
    monkeypatch.chdir(ROOT)
    yield
    for logger in list(logging.root.manager.loggerDict.values()):
        if isinstance(logger, logging.Logger):
            logger.disabled = False


def test_every_contract_of_the_house_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    broken = lint_imports(config_filename=str(CONFIG), no_cache=True)
    assert not broken, capsys.readouterr().out


def test_a_broken_contract_would_be_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "contracts.toml"
    config.write_text(
        """
        [tool.importlinter]
        root_package = "familysafe"
        [[tool.importlinter.contracts]]
        name = "plans are made of nothing"
        type = "forbidden"
        source_modules = ["familysafe.planning"]
        forbidden_modules = ["familysafe.domain"]
        """,
        encoding="utf-8",
    )
    assert lint_imports(config_filename=str(config), no_cache=True)
    assert "BROKEN" in capsys.readouterr().out


def test_floors_qt_ciphers_and_sockets_have_a_contract_each() -> None:
    settings = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["tool"]["importlinter"]
    names = {contract["name"] for contract in settings["contracts"]}
    assert names >= {
        "the house has floors",
        "Qt stays in the window",
        "ciphers stay in the store",
        "no sockets anywhere",
        "pages are passive",
    }
