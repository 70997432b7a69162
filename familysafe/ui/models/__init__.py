"""Qt models for long lists whose rows have one action."""
