"""One thing that an author gets wrong, and where it should be told."""

from typing import NamedTuple

from tests.content.tree import Tree

LAMP = "guides/lamp/guide.toml"
LAMP_WORDS = "guides/lamp/en-GB.toml"
CHAT = "guides/chat/guide.toml"
CHAT_WORDS = "guides/chat/en-GB.toml"
CARDS = "cards/trust/cards.toml"
CARD_WORDS = "cards/trust/en-GB.toml"
SERVICES = "help/GB/services.toml"
SERVICE_WORDS = "help/GB/en-GB.toml"
SCARE = "situations/scare/situation.toml"
SCARE_WORDS = "situations/scare/en-GB.toml"
RETIRED = "retired.toml"


class Mistake(NamedTuple):
    """`old` becomes `new` in `file`; `says` is told at the line of `at` (or of `new`), in `told_in` (or in `file`)."""

    name: str
    file: str
    old: str
    new: str
    says: str
    at: str = ""
    told_in: str = ""

    def __str__(self) -> str:
        return self.name

    def make(self, tree: Tree) -> None:
        tree.change(self.file, self.old, self.new)

    def is_told(self, tree: Tree) -> None:
        """Fails unless the problem stands at its own file and line."""
        file = self.told_in or self.file
        line = tree.line(file, self.at or self.new)
        found = [str(problem) for problem in tree.problems()]
        here = [told for told in found if told.startswith(f"{file}:{line}: ") and self.says in told]
        assert here, f"“{self.says}” not at {file}:{line} among {found}"
