"""Passive pages: they draw a view and say what a person wants."""
