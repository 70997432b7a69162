"""Where things lie: the resources that came with the app, and the family's own folder."""

import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def resources() -> Path:
    """The resources folder, in an installed wheel and in a source tree."""
    inside = PACKAGE / "resources"
    return inside if inside.is_dir() else PACKAGE.parent / "resources"


def data_folder(platform: str = sys.platform) -> Path:
    """The folder of this account in which the vault and the window's preferences lie; it may not exist yet."""
    home, data = os.environ.get("HOME", ""), os.environ.get("XDG_DATA_HOME", "")
    if platform == "linux" and home.startswith("/") and (not data or data.startswith("/")):
        # By hand where it is so short: the library reads half a dozen modules that nothing else at the start needs.
        return Path(data or f"{home}/.local/share") / "FamilySafe"
    from platformdirs import user_data_path  # noqa: PLC0415 - see above

    return user_data_path("FamilySafe", appauthor=False, roaming=False)


def vault_folder(data: Path) -> Path:
    """The folder of the vault inside the family's folder; nothing else lies in it."""
    return data / "vault"
