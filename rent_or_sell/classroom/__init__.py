"""What a class takes away: the chapters as notebooks."""
