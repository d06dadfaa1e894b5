"""What mutation takes to hold of the facts of every line does, on generated claims and tables, after evaluation."""

import random

from hypothesis import HealthCheck, given, settings

from cleanclaim import Checker, Claim
from cleanclaim.claims import ReadClaim
from cleanclaim.mutation.always import ALWAYS
from cleanclaim.predicate.parse import parse
from cleanclaim.predicate.python import python_test

from .engine import code_library
from .strategies import Case, cases, random_case

CHECKER = Checker(information=True)
TESTS = {
    text: python_test(parse(text, CHECKER.catalogue.line_facts, CHECKER.catalogue.parameters), {}) for text in ALWAYS
}


def broken(case: Case) -> tuple[int, list[str]]:
    claim, releases, tables = case
    checker = CHECKER.with_library(code_library(releases, tables))
    lines = checker.evaluated(ReadClaim(claim=Claim.model_validate(claim))).lines
    return len(lines), [text for line in lines for text, holds in TESTS.items() if not holds(line.facts)]


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=cases())
def test_it_holds_of_generated_claims(case: Case) -> None:
    assert broken(case)[1] == []


def test_it_holds_of_many_seeded_cases() -> None:
    rng = random.Random(11)
    lines = 0
    for _ in range(800):
        count, wrong = broken(random_case(rng))
        assert wrong == []
        lines += count
    assert lines > 1_500
