"""An address as a QR code."""


def qr_rows(url: str) -> tuple[str, ...]:
    """One string of `0` (light) and `1` (dark) for each row; whoever draws it leaves four light modules around."""
    # segno is only needed where a code is drawn, which the first page of the window does not do.
    import segno  # noqa: PLC0415 - see above

    matrix = segno.make(url, error="m", micro=False).matrix
    return tuple("".join(map(str, row)) for row in matrix)
