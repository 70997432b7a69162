"""`familysafe plan`, from a family file to what is printed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from familysafe.__main__ import main
from familysafe.cli.family_file import read_family
from familysafe.content.compiled import Compiled
from familysafe.domain.catalogue import Catalogue
from familysafe.planning.build import build_plan
from tests.builders import TODAY
from tests.cli.conftest import FAMILY

Write = Callable[[str], Path]
Out = pytest.CaptureFixture[str]
REAL = """\
country = "GB"
broadband = "sky-broadband"
dns = "dns-cloudflare-families"
[[child]]
name = "Younger"
born = "2017-03"
apps = ["roblox", "youtube"]
[[device]]
guide = "ipad"
name = "The iPad"
used_by = ["Younger"]
mobile = "ee-mobile"
"""


def test_text_is_what_one_gets_unless_one_asks(shelf: Path, write: Write, capsys: Out) -> None:
    assert main(["plan", str(write(FAMILY)), "--today", "2026-11-22"]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert "22 November 2026" in shown.out
    assert "Set a code on The iPad" in shown.out


def test_json_has_the_whole_plan_and_the_cards_for_the_ages(shelf: Path, write: Write, capsys: Out) -> None:
    assert main(["plan", str(write(FAMILY)), "--today", "2026-11-22", "--format", "json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert (plan["schema"], plan["today"]) == (1, "2026-11-22")
    assert plan["minutes"] == sum(item["minutes"] for item in plan["items"])
    assert {card["id"] for card in plan["cards"]} == {"trust.tea", "games.chat", "trust.bus"}


def test_minutes_leave_what_fits_and_a_card_for_each_child(shelf: Path, write: Write, capsys: Out) -> None:
    arguments = ["plan", str(write(FAMILY)), "--today", "2026-11-22", "--format", "json", "--minutes", "4"]
    assert main(arguments) == 0
    plan = json.loads(capsys.readouterr().out)
    assert [item["id"] for item in plan["items"]] == ["roblox.chat"]
    assert [card["id"] for card in plan["cards"]] == ["games.chat", "trust.bus"]


def test_more_minutes_than_there_is_to_do_are_the_whole_plan(shelf: Path, write: Write, capsys: Out) -> None:
    family = str(write(FAMILY))
    main(["plan", family, "--format", "json"])
    whole = json.loads(capsys.readouterr().out)["items"]
    assert main(["plan", family, "--format", "json", "--minutes", "999999999"]) == 0
    assert json.loads(capsys.readouterr().out)["items"] == whole


def test_html_goes_into_a_file(shelf: Path, write: Write, capsys: Out, tmp_path: Path) -> None:
    assert main(["plan", str(write(FAMILY)), "--format", "html", "-o", str(tmp_path / "plan.html")]) == 0
    assert capsys.readouterr().out == ""
    assert (tmp_path / "plan.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_day_before_a_birth_makes_it_a_future_one(shelf: Path, write: Write, capsys: Out) -> None:
    assert main(["plan", str(write(FAMILY)), "--today", "2017-02-28"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "in the future (today is 2017-02-28)" in shown.err
    assert shown.err.count("\n") == 1


def test_an_output_that_cannot_be_written_is_refused(shelf: Path, write: Write, capsys: Out, tmp_path: Path) -> None:
    assert main(["plan", str(write(FAMILY)), "-o", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_real_plan_follows_the_order_of_planning(content: Compiled, write: Write, capsys: Out) -> None:
    family = write(REAL)
    assert main(["plan", str(family), "--today", "2026-11-22", "--format", "json"]) == 0
    items = json.loads(capsys.readouterr().out)["items"]
    household = read_family(family, content, TODAY)
    expected = build_plan(content.catalogue, household, {}, TODAY).items
    assert [item["id"] for item in items] == [item.step for item in expected]
    assert all(item["why"] and item["do"] and item["where"] and item["test"]["try"] for item in items)
    assert all(item["reasons"] and item["official"].startswith("https://") for item in items)
    assert all("{" not in text for item in items for text in strings(item))


@pytest.mark.parametrize("form", ["text", "html"])
def test_at_sixteen_the_plan_begins_with_a_question(form: str, shelf: Path, write: Write, capsys: Out) -> None:
    family = str(write('country = "GB"\n[[child]]\nname = "Elder"\nage_band = "16-17"\n'))
    assert main(["plan", family, "--format", form, "--minutes", "15"]) == 0
    assert "Ask Elder first: “What would you like help with?”" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["text", "html"])
def test_real_paper_names_every_step(form: str, content: Compiled, write: Write, capsys: Out) -> None:
    assert main(["plan", str(write(REAL)), "--format", form, "--minutes", "15"]) == 0
    assert len(capsys.readouterr().out) > 1000


def test_every_real_guide_can_be_asked_for(content: Compiled, write: Write, capsys: Out) -> None:
    for text in one_family_for_each_guide(content.catalogue):
        assert main(["plan", str(write(text)), "--format", "json"]) == 0
        assert json.loads(capsys.readouterr().out)["items"]


def one_family_for_each_guide(catalogue: Catalogue) -> list[str]:
    """A family file around each guide of the catalogue."""
    top = 'country = "GB"\n'
    forms = {
        "device": '[[device]]\nguide = "{id}"\n',
        "app": '[[child]]\nname = "A"\napps = ["{id}"]\n',
        "broadband": 'broadband = "{id}"\n',
        "dns": 'dns = "{id}"\n',
        "mobile": '[[device]]\nguide = "other-device"\nmobile = "{id}"\n',
        "home": "",
    }
    guides = catalogue.guides.values()
    return [top + forms[(guide.connection or guide.kind).value].format(id=guide.id) for guide in guides]


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in inner for text in strings(one)]
