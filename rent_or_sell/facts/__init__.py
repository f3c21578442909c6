"""The facts of a book: tables with schema and sources, checked, and looked up by address."""
