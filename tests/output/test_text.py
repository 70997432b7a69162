"""The sheet as plain text."""

from msgspec.structs import replace

from familysafe.output.text import WIDTH, as_text
from tests.output.plans import one_step, sheet


def test_the_sheet_of_one_step_is_this_text() -> None:
    assert (
        as_text(one_step())
        == """\
Our online-safety plan
======================
22 November 2026 · 1 step · 5 minutes

The old tablet · Younger
------------------------

[ ] 1. Set a code
      5 minutes · an adult does it · Younger (9) uses the old tablet · It
      stands where it does most for the time it takes
      Why it matters.
      Where: Settings › Codes
        1. Open it.
        2. Turn it on.
      Try it as a child would: Try to open it.
      What should happen: It stays shut.
      Did it not work? Begin again.
      What it does not do: It is one door only.
      https://example.org/ipad.code
      Checked on 1 November 2026.

You can stop after any step; what is done stays done.
Tick a box only when you have seen it work. Try it the way a child would.
Has something happened? Run “familysafe help”: it works without a network.
"""
    )


def test_what_to_ask_first_stands_before_everything_else() -> None:
    text = as_text(replace(one_step(), first="Ask Elder first. " * 8))
    head, *_rest = text.split("The old tablet")
    assert head.endswith(
        "5 minutes\n\n" + "Ask Elder first. " * 4 + "Ask Elder\n" + ("first. Ask Elder " * 3) + "first.\n\n"
    )


def test_a_label_that_asks_needs_no_colon() -> None:
    text = as_text(one_step(still_reachable=("Call somebody.",)))
    assert "      Still reachable? Call somebody.\n" in text


def test_no_line_is_wider_than_a_terminal() -> None:
    text = as_text(one_step(why=("word " * 100,)))
    assert max(map(len, text.splitlines())) <= WIDTH


def test_a_long_address_is_not_broken() -> None:
    made = one_step()
    section = made.sections[0]
    box = replace(section.boxes[0], official="https://example.org/" + "a-" * 100)
    text = as_text(replace(made, sections=(replace(section, boxes=(box,)),)))
    assert box.official in text


def test_cards_have_a_heading_of_their_own() -> None:
    assert "To talk about\n-------------\n\n  Trust · 8 to 10\n      Opener of trust.tea?\n" in as_text(sheet())
