"""How the chapters ask the models, a module for each view."""
