"""The same claims as JSON and as FHIR give the same findings, on both executors."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from cleanclaim import Checker, Finding
from cleanclaim.claims import Claim
from cleanclaim.read.source import read_claims

from .claims import shipped_catalogue
from .read.fhir_making import as_fhir, bundle

FIXTURES = Path(__file__).parents[2] / "fixtures" / "claims"
BUNDLE, JSON_LINES = "bundle.json", "claims.ndjson"


@pytest.fixture(scope="module")
def claims() -> list[Claim]:
    """The sample claims, with what holds for a claim said on each line, as FHIR has it, and none of it unsaid."""
    found = []
    for name in ("demonstration.json", "samples.json"):
        for read in read_claims(FIXTURES / name):
            assert read.claim is not None
            claim = read.claim
            provider = next((one.rendering_provider for one in claim.lines if one.rendering_provider), None)
            lines = tuple(
                line.model_copy(update={
                    "place_of_service": line.place_of_service or claim.place_of_service,
                    "rendering_provider": line.rendering_provider or claim.rendering_provider or provider,
                    "unit_of_measure": line.unit_of_measure if line.units is not None else "UN",
                })
                for line in claim.lines
                if line.procedure_code is not None or line.revenue_code is not None
            )  # fmt: skip
            update = {"lines": lines, "place_of_service": None, "billing_provider": "Organization/1"}
            found.append(claim.model_copy(update=update))
    return [claim for claim in found if claim.lines]


def told(findings: Iterable[Finding]) -> list[str]:
    """The findings but for their places, in an order that does not rest on them."""
    return sorted(one.model_copy(update={"location": None}).model_dump_json() for one in findings)


def test_the_same_claims_as_fhir_give_the_same_findings(claims: list[Claim], tmp_path: Path) -> None:
    (tmp_path / BUNDLE).write_text(json.dumps(bundle(claims), indent=1))
    (tmp_path / JSON_LINES).write_text("".join(json.dumps(as_fhir(claim)) + "\n" for claim in claims))
    checker = Checker(catalogue=shipped_catalogue(), information=True)
    wanted = told(finding for claim in claims for finding in checker.check(claim))
    assert len(wanted) > 20
    assert len(claims) > 40
    for name in (BUNDLE, JSON_LINES):
        one_by_one = [finding for read in read_claims(tmp_path / name) for finding in checker.check_read(read)]
        assert told(one_by_one) == wanted
        with checker.check_table(tmp_path / name) as together:
            assert told(together) == wanted
