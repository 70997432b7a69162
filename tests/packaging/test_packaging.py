"""What a release, a desktop menu and a software centre are told about FamilySafe agrees with the project itself."""

import configparser
import os
import re
import shutil
import struct
import subprocess
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "resources" / "packaging"
ICONS = ROOT / "resources" / "icons"
APP_ID = "org.familysafe.FamilySafe"
DESKTOP = PACKAGING / f"{APP_ID}.desktop"
METAINFO = PACKAGING / f"{APP_ID}.metainfo.xml"
REQUIREMENTS = PACKAGING / "requirements.txt"
APP_ICON = ICONS / "familysafe.svg"
LINE_ICONS = sorted(path for path in ICONS.glob("*.svg") if path != APP_ICON)
PNG_SIZES = (16, 32, 48, 64, 128, 256)
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {f"{SVG}{name}" for name in ("svg", "path", "circle", "rect")}


def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def name_of(requirement: str) -> str:
    """The name at the start of a requirement, spelt as package indexes compare names."""
    return re.sub(r"[-_.]+", "-", re.match(r"[A-Za-z0-9._-]+", requirement)[0]).lower()


def locked() -> list[str]:
    """One text for each requirement, its hashes with it."""
    text = REQUIREMENTS.read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def desktop_entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str
    parser.read_string(DESKTOP.read_text(encoding="utf-8"))
    return parser["Desktop Entry"]


def metainfo() -> ElementTree.Element:
    return ElementTree.fromstring(METAINFO.read_text(encoding="utf-8"))  # noqa: S314 - our own file


def validate(*command: str) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr


# ---- the menu entry


def test_menu_entry_says_what_a_desktop_needs() -> None:
    entry = desktop_entry()
    assert entry["Type"] == "Application"
    assert entry["Name"] == "FamilySafe"
    assert entry["Icon"] == APP_ID
    assert entry["Terminal"] == "false"
    for key in ("Comment", "Categories", "Keywords", "StartupWMClass"):
        assert entry[key]
    for key in ("Categories", "Keywords"):
        assert entry[key].endswith(";")


def test_menu_entry_starts_a_command_that_the_wheel_installs() -> None:
    entry = desktop_entry()
    commands = project()["scripts"] | project()["gui-scripts"]
    assert entry["Exec"] in commands
    assert entry["TryExec"] == entry["Exec"]


def test_menu_entry_is_valid() -> None:
    validate("desktop-file-validate", str(DESKTOP))


# ---- the software centre


def test_metainfo_says_what_a_software_centre_needs() -> None:
    component = metainfo()
    assert component.get("type") == "desktop-application"
    assert component.findtext("id") == APP_ID
    assert component.findtext("launchable") == DESKTOP.name
    assert component.findtext("project_license") == project()["license"]
    for tag in ("metadata_license", "name", "summary", "description/p", "developer_name", "categories/category"):
        assert component.findtext(tag), tag


def test_metainfo_is_rated_for_age() -> None:
    rating = metainfo().find("content_rating")
    assert rating is not None
    assert rating.get("type") == "oars-1.1"
    rated = {attribute.get("id"): attribute.text for attribute in rating}
    for kind in ("social-chat", "social-info", "social-location", "money-purchasing", "money-gambling"):
        assert rated[kind] == "none"


def test_metainfo_names_only_commands_that_the_wheel_installs() -> None:
    named = {binary.text for binary in metainfo().findall("provides/binary")}
    assert named == set(project()["scripts"] | project()["gui-scripts"])


def test_newest_release_is_this_version() -> None:
    newest = metainfo().find("releases/release")
    assert newest is not None
    assert newest.get("version") == project()["version"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", newest.get("date", ""))


def test_metainfo_is_valid() -> None:
    validate("appstreamcli", "validate", "--no-net", str(METAINFO))


# ---- the locked requirements


def test_every_run_time_requirement_is_locked() -> None:
    wanted = {name_of(requirement) for requirement in project()["dependencies"]}
    assert wanted - {name_of(requirement) for requirement in locked()} == set()


def test_run_time_packages_stay_few() -> None:
    assert len({name_of(requirement) for requirement in locked()}) <= 16


@pytest.mark.parametrize("requirement", locked(), ids=name_of)
def test_requirement_has_one_version_and_hashes(requirement: str) -> None:
    assert re.match(r"[a-z0-9-]+==[0-9][^\s;]*\s", requirement)
    assert re.search(r"--hash=sha256:[0-9a-f]{64}(?:\s|$)", requirement)


def test_requirements_name_no_index_and_no_machine() -> None:
    text = REQUIREMENTS.read_text(encoding="utf-8")
    assert "://" not in text
    assert "#" not in text
    assert re.search(r"--(?:index|extra-index|find-links|trusted)", text) is None
    assert re.search(r"(?:^|\s)(?:/|[A-Za-z]:\\|\.\.?/)", text) is None


# ---- icons


def icons_named_by_content() -> list[tuple[str, str]]:
    found = []
    for path in sorted((ROOT / "resources" / "content").rglob("*.toml")):
        text = path.read_text(encoding="utf-8")
        where = path.relative_to(ROOT).as_posix()
        found += [(where, name) for name in re.findall(r'(?m)^\s*icon\s*=\s*"([^"]*)"', text)]
    return found


def test_every_icon_that_content_names_exists() -> None:
    named = icons_named_by_content()
    assert named
    assert [(where, name) for where, name in named if not (ICONS / f"{name}.svg").is_file()] == []


@pytest.mark.parametrize("path", [*LINE_ICONS, APP_ICON], ids=lambda path: path.stem)
def test_icon_draws_and_does_nothing_else(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "<!" not in text
    assert "<?" not in text
    root = ElementTree.fromstring(text)  # noqa: S314 - our own file
    for element in root.iter():
        assert element.tag in DRAWN
        for key, value in element.attrib.items():
            assert not key.startswith("on")
            assert "href" not in key
            assert "url(" not in value


@pytest.mark.parametrize("path", LINE_ICONS, ids=lambda path: path.stem)
def test_line_icon_takes_the_colour_around_it(path: Path) -> None:
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - our own file
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("fill") == "none"
    assert root.get("stroke") == "currentColor"
    assert root.get("stroke-width") == "2"
    for element in root:
        assert not {"fill", "stroke", "style"} & element.attrib.keys()


@pytest.mark.parametrize("size", PNG_SIZES)
def test_app_icon_comes_in_pixels(size: int) -> None:
    head = (ICONS / f"familysafe-{size}.png").read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", head[16:24]) == (size, size)


# ---- what CI runs


def run_ci(folder: Path, readme: str) -> subprocess.CompletedProcess[str]:
    """Runs the script in a folder of its own, as somebody who is not root and so installs nothing."""
    (folder / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "run", folder / ".ci" / "run")
    (folder / "README.md").write_text(readme, encoding="utf-8")
    (folder / "bin").mkdir()
    (folder / "bin" / "id").write_text("#!/bin/sh\necho 1000\n", encoding="utf-8")
    (folder / "bin" / "id").chmod(0o755)
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", str(folder / ".ci" / "run")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=os.environ | {"PATH": path},
    )


needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


@needs_bash
def test_ci_runs_the_command_of_the_readme(tmp_path: Path) -> None:
    run = "# It\n\n## Run\n```\necho run\n```\n\n"
    test = "## Test\nSo:\n\n```sh\necho one && echo two; exit 7\n```\n```\necho other\n```\n"
    done = run_ci(tmp_path, run + test)
    assert done.stdout.splitlines()[-2:] == ["one", "two"]
    assert done.returncode == 7


@needs_bash
@pytest.mark.parametrize(
    ("readme", "says"),
    [
        ("# It\n\n## Run\n```\necho run\n```\n", "no code block"),
        ("# It\n\n## Test\nnothing\n\n## More\n```\necho more\n```\n", "no code block"),
        ("# It\n\n## Test\n```\necho one\necho two\n```\n", "must be one line"),
    ],
)
def test_ci_fails_when_the_readme_has_no_test_command(tmp_path: Path, readme: str, says: str) -> None:
    done = run_ci(tmp_path, readme)
    assert done.returncode == 1
    assert says in done.stderr
    assert done.stdout == ""


def test_ci_can_be_started() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
