"""Speed of checking one claim at a time, on one core, as ratios from one run on one machine.

Measured: clean claims of four lines from models to findings, facts included; and, on the same claims, the bare
durable_rules loop, to which the facts are handed ready-made. The better of several rounds counts for each.
"""

import time
from collections.abc import Callable

from cleanclaim import Checker, Claim

CLAIMS = 5_000
ROUNDS = 5


def clean_claims(count: int) -> list[Claim]:
    """Claims that pass every edit: half with skin substitutes and their application, half without."""
    with_products = ("15271", "15272", "Q4257", "Q4390")
    without = ("99213", "97597", "15275", "99214")
    claims = []
    for number in range(count):
        day = f"2026-{1 + number % 3:02d}-{1 + number % 28:02d}"
        codes = with_products if number % 2 else without
        units = (1, 2, 30 + number % 20, 25) if number % 2 else (1, 1, 1, 1)
        lines = [
            {"line_number": place, "procedure_code": code, "units": one, "date_of_service": day}
            for place, (code, one) in enumerate(zip(codes, units, strict=True), start=1)
        ]
        claims.append(
            Claim.model_validate(
                {"claim_id": str(number), "payer_type": "medicare", "rendering_provider": "A", "lines": lines}
            )
        )
    return claims


def best(action: Callable[[], None]) -> float:
    """The shortest time of several rounds, in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Measure and print."""
    claims = clean_claims(CLAIMS)
    checker = Checker()
    assert not any(checker.check(claim) for claim in claims)
    rulesets = checker._strata.first._rulesets
    ready_made = [
        [
            [
                f'{{{ruleset.fields.json(line.facts)},"row":{row},"kind":"line","id":"{row}"'
                for row, line in enumerate(checker.enricher.lines(claim))
            ]
            + ['{"kind":"go","id":"go"']
            for ruleset in rulesets
        ]
        for claim in claims
    ]

    def whole() -> None:
        for claim in claims:
            checker.check(claim)

    def bare() -> None:
        for of_claim in ready_made:
            for ruleset, facts in zip(rulesets, of_claim, strict=True):
                ruleset._run(facts)

    bare_seconds, whole_seconds = best(bare), best(whole)
    print(f"{len(checker.catalogue.rules)} rules, {CLAIMS:,} clean claims of four lines, best of {ROUNDS} rounds")
    for name, seconds in (("bare durable_rules loop", bare_seconds), ("models to findings", whole_seconds)):
        print(f"{name:<26}{CLAIMS / seconds:>10,.0f} claims/s{seconds / bare_seconds:>8.2f} x the bare loop")


if __name__ == "__main__":
    main()
