"""The nouns: frozen values with no files, no window and no sentences of their own."""
