"""How property tests run: no deadline, no stored examples; the same each time with `--hypothesis-profile=ci`."""

from hypothesis import HealthCheck, Phase, settings


def examples(most: int, *, shrink: bool = True) -> settings:
    """Settings for so many examples. Drawing many facts is slow, and no reason to fail.

    Without shrinking, what fails is shown as it was found: where each try compiles rulesets, whose memory is never
    given back, some hundred tries more are too many.
    """
    phases = (Phase.explicit, Phase.generate, *((Phase.shrink,) if shrink else ()))
    slow_is_well = [HealthCheck.too_slow]
    return settings(max_examples=most, deadline=None, database=None, phases=phases, suppress_health_check=slow_is_well)
