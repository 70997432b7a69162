"""An address as rows of light and dark."""

from hypothesis import given, settings
from hypothesis import strategies as st

from familysafe.output.qr import qr_rows

FINDER = ("1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111")


@settings(deadline=None, max_examples=40)
@given(path=st.text("abcdefghijklmnopqrstuvwxyz0123456789-/?=&", max_size=300))
def test_every_address_becomes_a_square_with_three_corners(path: str) -> None:
    rows = qr_rows(f"https://example.org/{path}")
    size = len(rows)
    assert {len(row) for row in rows} == {size}
    assert set("".join(rows)) == {"0", "1"}
    assert (size - 17) % 4 == 0
    assert tuple(row[:7] for row in rows[:7]) == FINDER
    assert tuple(row[-7:] for row in rows[:7]) == FINDER
    assert tuple(row[:7] for row in rows[-7:]) == FINDER
