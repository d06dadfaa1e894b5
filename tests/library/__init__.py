"""Tests of the library: what a library file says, and how it is added to."""
