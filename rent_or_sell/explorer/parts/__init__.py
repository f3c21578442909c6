"""The parts of explorers: each folder is one thing on the screen."""
