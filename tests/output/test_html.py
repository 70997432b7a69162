"""The sheet as a web page that loads and runs nothing."""

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from familysafe.domain.household import BirthMonth, Child
from familysafe.output.html import as_html, dark_runs
from tests.builders import a_household
from tests.output.plans import one_step, sheet

VOID = {"meta", "input", "path"}
LOADING = {"script", "link", "img", "iframe", "object", "embed", "video", "audio", "source", "base", "form"}


class Reader(HTMLParser):
    """Checks that tags nest, and collects what is there."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def test_what_to_ask_first_stands_before_everything_else() -> None:
    page = as_html(replace(sheet(), first="Ask <Elder> first."))
    assert '<main>\n<section class="test"><p>Ask &lt;Elder&gt; first.</p></section>\n<section>' in page
    assert 'class="test"><p>Ask' not in as_html(sheet())


def test_every_box_and_card_is_on_the_page() -> None:
    made = sheet()
    reader = read(as_html(made))
    assert reader.tags.count("input") == sum(len(section.boxes) for section in made.sections)
    assert reader.tags.count("blockquote") == len(made.openers)
    assert all(box.title in reader.text for section in made.sections for box in section.boxes)


def test_nothing_is_loaded_and_nothing_runs() -> None:
    reader = read(as_html(sheet()))
    assert LOADING.isdisjoint(reader.tags)
    assert not any(name.startswith("on") or name in {"src", "srcset", "style"} for name, _ in reader.attributes)
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in reader.attributes
    assert "url(" not in as_html(sheet())


@settings(deadline=None, max_examples=40)
@given(name=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_a_name_is_text_whatever_is_in_it(name: str) -> None:
    before = read(as_html(sheet())).tags
    name = name.replace("{", "(")  # a name that looks like a placeholder is another matter
    nasty = a_household(children=(Child("c1", f"<script>&{name}\"'", BirthMonth(2017, 3)),))
    reader = read(as_html(sheet(household=nasty)))
    assert reader.tags == before
    assert f"<script>&{name}\"'" in reader.text


def test_the_address_is_escaped_where_it_is_a_link() -> None:
    page = as_html(one_step())
    assert '<a href="https://example.org/ipad.code" rel="noreferrer">https://example.org/ipad.code</a>' in page


def test_a_page_without_cards_has_no_talk() -> None:
    assert 'class="talk"' not in as_html(one_step())


def test_dark_modules_are_drawn_in_runs_inside_the_quiet_zone() -> None:
    assert list(dark_runs(("1101", "0000", "0001"))) == ["M4 4h2v1h-2z", "M7 4h1v1h-1z", "M7 6h1v1h-1z"]
