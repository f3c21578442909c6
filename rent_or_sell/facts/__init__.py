"""The tables of `data/`: typed, checked, and shown with their evidence."""
