"""The headless face: the same core, in a terminal."""
