"""Numbers as people write and read them: formats, words and units."""
