"""The window: the only folder that says PySide6."""
