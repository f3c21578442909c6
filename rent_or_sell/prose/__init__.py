"""The bond between prose and data: numbers as people write them, held against the facts."""
