"""What Settings shows."""

from familysafe import __version__
from familysafe.content.compiled import Compiled
from familysafe.domain.safekeeping import Protection
from familysafe.domain.views import Appearance, SettingsView


def settings_view(
    content: Compiled,
    appearance: Appearance,
    folder: str,
    protection: Protection,
    *,
    throw_away: bool,
    lock_after: int = 0,
) -> SettingsView:
    """Appearance, what opens the vault, and what the app says of itself."""
    return SettingsView(
        appearance=appearance,
        folder=folder,
        version=__version__,
        content_checked=max(step.checked for step in content.catalogue.steps.values()),
        guides=len(content.catalogue.guides),
        steps=len(content.catalogue.steps),
        throw_away=throw_away,
        protection=protection,
        lock_after=lock_after,
    )
