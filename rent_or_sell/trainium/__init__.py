"""The subject: all that knows a chip. Equations, views, figures and tables of its own."""
