"""The charts that authors make: their look, their labels, their pictures and the table behind."""
