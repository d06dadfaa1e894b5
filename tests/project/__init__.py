"""The project as a whole: its documents, its wheel, its catalogue, and what it is to those who install it."""
