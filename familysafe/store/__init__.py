"""The encrypted vault: what the family told us, kept on this computer only."""
