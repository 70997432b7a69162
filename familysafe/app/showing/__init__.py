"""Makes from a snapshot what each page draws."""
