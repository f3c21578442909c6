"""Facts and results as tables that people read."""
