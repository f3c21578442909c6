"""The engine of a model: its parameters, operators, equations, formulas and JavaScript."""
