"""The compiled file has one place for each language."""

from pathlib import Path

from familysafe.content.compiled import compiled_file


def test_each_language_has_a_file_of_its_own() -> None:
    assert compiled_file(Path("r"), "cy-GB") == Path("r/compiled/cy-GB.json")


def test_british_english_comes_first() -> None:
    assert compiled_file(Path("r")) == Path("r/compiled/en-GB.json")
