"""Engines of others, each with the catalogue's own conditions in its own language, measured by one_claim.py."""
