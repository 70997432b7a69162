"""Where things lie: the resources that came with the app, and the family's own folder."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def resources() -> Path:
    """The resources folder, in an installed wheel and in a source tree."""
    inside = PACKAGE / "resources"
    return inside if inside.is_dir() else PACKAGE.parent / "resources"


def data_folder() -> Path:
    """The folder of this account in which the vault and the window's preferences lie; it may not exist yet."""
    # Loaded only where the folder is not given: it reads half a dozen modules that nothing else needs.
    from platformdirs import user_data_path  # noqa: PLC0415 - see above

    return user_data_path("FamilySafe", appauthor=False, roaming=False)


def vault_folder(data: Path) -> Path:
    """The folder of the vault inside the family's folder; nothing else lies in it."""
    return data / "vault"
