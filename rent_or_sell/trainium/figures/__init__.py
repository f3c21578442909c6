"""The charts of this book, a module for each subject."""
