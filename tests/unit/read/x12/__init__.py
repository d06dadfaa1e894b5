"""Tests of reading X12 837."""
