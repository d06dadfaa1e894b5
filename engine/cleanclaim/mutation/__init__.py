"""Mutation of the catalogue: what scenarios let pass when an edit is altered by a little.

`mutants` alters edits and parameters, `recording` runs the scenarios once and keeps what they check, `judging` puts
each mutant to them, `telling` says of a survivor what would kill it, or that nothing can.
"""
