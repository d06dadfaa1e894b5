"""How property tests run here: no deadline, no stored examples; `--hypothesis-profile=ci` makes them the same each time."""

from hypothesis import HealthCheck, settings


def examples(most: int) -> settings:
    """Settings for so many examples. Drawing many facts is slow, and no reason to fail."""
    return settings(max_examples=most, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
