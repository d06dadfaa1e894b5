"""Coverage of the catalogue by scenarios: what of each edit they have seen.

`points` says what there is to be seen, `seen` what one check shows of it, `report` tells both, `session` is what pytest
loads.
"""
