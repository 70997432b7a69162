"""Passive building blocks that every page is made from."""
