"""Explorers in lessons: embedded in other pages, with a question, and the links of a class."""
