"""Every fact of a line is the same on both executors, whether or not an edit of ours reads it."""

import os
import random
from collections import defaultdict

from tests.oracle.engine import code_library
from tests.oracle.strategies import random_case

from cleanclaim import Checker, Claim
from cleanclaim.facts import LINE_FACTS

from .comparing import as_reads, difference, one_by_one, reads_at_once
from .odd_claims import odd_claim
from .showing import SHOWS_ALL, catalogue

CASES = int(os.environ.get("RELATIONAL_CASES", "3"))
SEED = int(os.environ.get("RELATIONAL_SEED", "2026"))


def test_each_fact_of_each_line_is_what_it_is_alone_and_has_more_than_one_value() -> None:
    checker, seen = Checker(catalogue=catalogue(shown=True)), defaultdict[str, set[str]](set)
    for number in range(CASES):
        rng = random.Random(f"facts {SEED} {number}")
        _, releases, tables = random_case(rng)
        claims = [Claim.model_validate(random_case(rng)[0] | {"claim_id": f"C{place}"}) for place in range(120)]
        claims += [odd_claim(rng.choice, f"O{place}") for place in range(60)]
        own, reads = checker.with_library(code_library(releases, tables)), as_reads(claims)
        found = reads_at_once(own, reads)
        said = difference(found, one_by_one(own, reads))
        assert said is None, f"case {number}: {said}"
        for one in found.findings:
            if one["edit_id"] == SHOWS_ALL:
                told = one["message"].split("; ")
                assert len(told) >= len(LINE_FACTS)
                for name, part in zip(LINE_FACTS, told, strict=False):
                    seen[name].add(part)
        assert found.edits[SHOWS_ALL] == sum(len(claim.lines) for claim in claims)
    assert len([name for name in LINE_FACTS if len(seen[name]) > 1]) > len(LINE_FACTS) - 8
