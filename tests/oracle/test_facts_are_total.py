"""Every line of every case has every fact, each a value of its kind: LineFact says which there are."""

import random

from cleanclaim import Claim, load_catalogue
from cleanclaim.enrich.lines import Enricher
from cleanclaim.facts import CLAIM_FACTS, LINE_FACTS, ClaimFact, LineFact

from .engine import code_library
from .strategies import random_case


def test_facts_are_total_and_of_their_kind() -> None:
    parameters = load_catalogue().parameters
    rng = random.Random(7)
    lines = 0
    for _ in range(500):
        case, releases, tables = random_case(rng)
        claim = Claim.model_validate(case)
        enricher = Enricher(code_library(releases, tables), parameters)
        of_claim = enricher.claim_facts(claim)
        assert of_claim.keys() == CLAIM_FACTS.keys()
        assert ClaimFact.model_validate(of_claim, strict=True).model_dump() == of_claim
        for line in enricher.lines(claim):
            lines += 1
            assert line.facts.keys() == LINE_FACTS.keys()
            assert LineFact.model_validate(line.facts, strict=True).model_dump() == line.facts
    assert lines > 1_000
