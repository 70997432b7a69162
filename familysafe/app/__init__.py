"""Use cases: what the faces ask for and the islands do."""
