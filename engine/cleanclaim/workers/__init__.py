"""Checking many claims in worker processes: what dies there costs one claim."""
