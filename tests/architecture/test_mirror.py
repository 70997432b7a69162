"""Every module has its tests under the same name."""

from pathlib import Path

import pytest

from tests.architecture.house import ROOT, functions, modules, name_of, tree_of

TESTS = ROOT / "tests"
COVERED_ELSEWHERE: dict[str, str] = {
    "__main__.py": "tests/cli starts it as people do",
}
WITH_CODE = [file for file in modules() if any(functions(tree_of(file)))]


@pytest.mark.parametrize("file", [file for file in WITH_CODE if name_of(file) not in COVERED_ELSEWHERE], ids=name_of)
def test_a_module_with_code_has_tests_under_the_same_name(file: Path) -> None:
    name = Path(name_of(file))
    own = "init" if name.stem == "__init__" else name.stem
    mirror = TESTS / name.parent / f"test_{own}.py"
    assert mirror.is_file(), f"{mirror.relative_to(ROOT)} is missing"


@pytest.mark.parametrize("name", COVERED_ELSEWHERE)
def test_an_exception_is_still_needed(name: str) -> None:
    assert name in map(name_of, WITH_CODE)


def test_exceptions_are_few() -> None:
    assert len(COVERED_ELSEWHERE) <= 5
