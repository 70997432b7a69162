"""Writes PNG pictures of Help now from one end to the other, with the sample family, to `shots/`."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from familysafe.domain.views import Appearance
from familysafe.ui.main import Shell, make_application
from tests.desktop.shots import SIZES, Album, settle
from tests.ui.eyes import press

ALL_OF_IT = "threatened"
BEGINNINGS = ("inside-home", "childs-door")


class HelpAlbum(Album):
    """The whole path in one look."""

    def help(self, look: str, text: int, size: str, region: str = "", *, sample: bool = True) -> None:
        """Without `sample` there is no family, as on the first day."""
        country, _dash, nation = region.partition("-")
        chosen = Appearance(look=look, text_size=text, help_country=country, help_nation=nation)
        with TemporaryDirectory() as data:
            shell = self.shell(chosen, Path(data), sample=sample)
            shell.window.resize(*SIZES[size])
            settle()
            end = "-".join(filter(None, (size, look, str(text), region, "" if sample else "first")))
            self.asked(shell, end)
            for situation in (ALL_OF_IT, *BEGINNINGS):
                self.walked(shell, situation, end)
            self.called(shell, end)
            shell.window.close()
            shell.close()

    def asked(self, shell: Shell, end: str) -> None:
        """The first page with each answer about danger."""
        shell.wiring.go("help")
        self.take(shell, f"help-asked-{end}")
        for says, name in (("Not sure", "unsure"), ("No, go on", "no")):
            press(shell.window.pages["help"], says)
            self.take(shell, f"help-{name}-{end}")

    def walked(self, shell: Shell, situation: str, end: str) -> None:
        """Every screen of the one, the first of the others, and what comes after the last."""
        shell.wiring.open_situation(situation)
        count = len(self.content.catalogue.situations[situation].steps_for("GB"))
        for number in range(count + 1) if situation == ALL_OF_IT else (0, count):
            shell.wiring.walks.move(situation, number)
            shell.wiring.go("situation")
            name = "afterwards" if number == count else f"{number + 1:02}"
            self.take(shell, f"help-{situation}-{name}-{end}")

    def called(self, shell: Shell, end: str) -> None:
        """Who can help: with what happened, and with anything."""
        for situation in (ALL_OF_IT, ""):
            shell.wiring.situation = situation
            shell.wiring.go("help-contacts")
            self.take(shell, f"help-contacts-{situation or 'all'}-{end}")


def main() -> int:
    parser = ArgumentParser()
    parser.add_argument("--out", type=Path, default=Path("shots"))
    parser.add_argument("--looks", nargs="*", default=["light", "dark"])
    parser.add_argument("--texts", nargs="*", type=int, default=[100, 200])
    parser.add_argument("--sizes", nargs="*", default=list(SIZES))
    parser.add_argument("--regions", nargs="*", default=[""], help="such as AU or GB-SCT; the family's own without")
    parser.add_argument("--first", action="store_true", help="without a family")
    chosen = parser.parse_args()
    chosen.out.mkdir(exist_ok=True, parents=True)
    album = HelpAlbum(chosen.out, make_application())
    for look in chosen.looks:
        for text in chosen.texts:
            for size in chosen.sizes:
                for region in chosen.regions:
                    album.help(look, text, size, region, sample=not chosen.first)
    print(f"pictures in {chosen.out}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
