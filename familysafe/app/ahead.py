"""What the first page needs besides Qt, loaded ahead of it: once Qt is there, every import takes twice as long.

PySide6 puts itself before `import`, and reads the source of each module that comes after it.
"""

from contextlib import suppress
from importlib import import_module

from familysafe.words.language import translations

NEEDED = (
    "faulthandler",
    "queue",
    "familysafe.app.opening",
    "familysafe.app.preferences",
    "familysafe.app.searching",
    "familysafe.app.offering",
    "familysafe.app.showing.family",
    "familysafe.app.showing.today",
    "familysafe.content.load",
    "familysafe.words.problems",
    "familysafe.words.numbers",
)


def load_ahead() -> None:
    """Once, before the window's face is loaded; a vault that cannot be loaded is told of when it is to be opened."""
    for module in NEEDED:
        import_module(module)
    translations()
    with suppress(ImportError):
        import_module("familysafe.store.vault")
