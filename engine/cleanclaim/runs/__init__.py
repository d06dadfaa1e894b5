"""Runs over files of claims: which executor, what it reads, and what came of it."""
