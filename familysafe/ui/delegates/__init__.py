"""Painters for the rows of long lists."""
