"""Claim scenarios in Gherkin, run by pytest: `.feature` files that need no Python beside them.

`plugin` is what pytest loads; `steps` are the sentences that a feature file may use.
"""
