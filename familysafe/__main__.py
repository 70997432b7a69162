"""Composition root: arguments → paths → content → store → face."""

import sys
from collections.abc import Sequence

from familysafe.cli.main import parse, run


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code of the face that was asked for."""
    arguments = parse(argv)
    if arguments.run is not None:
        return run(arguments)
    # Only here, so that a verb works where the window's libraries cannot be loaded, and does not wait for them.
    from familysafe.ui.main import run_window  # noqa: PLC0415 - see above

    return run_window(arguments)


if __name__ == "__main__":
    sys.exit(main())
