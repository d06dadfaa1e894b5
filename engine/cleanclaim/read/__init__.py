"""Claims from what billers hold them in: one module for each format, and one that recognizes formats."""
