"""A plan becomes paper and files; no window."""
