"""Forgiving search over guides, steps and cards."""
