"""The 837 files of other projects: each claim and each service line is accounted for, as a plain search finds them."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from cleanclaim.claims import Claim, ReadClaim
from cleanclaim.read.source import read_claims

ROOT = Path(__file__).parents[4]
FOLDER = ROOT.parent / "shared" / "data" / "837"
SAMPLES = ROOT / "fixtures" / "claims" / "samples.json"
FILES = sorted(FOLDER.glob("*")) if FOLDER.is_dir() else []
pytestmark = pytest.mark.skipif(not FILES, reason="../shared/data/837 is not there")

CONTRADICTED = {
    "lfh__demo.cob.2ndary.example4.837", "lfh__demo.example11.837", "lfh__demo.example12.837", "lfh__demo.example6.837",
    "lfh__demo.example9.837", "lfh__out-of-network-repriced-claim.837i", "lfh__ppo-repriced-claim.837i",
}  # fmt: skip
"""Files whose header names another separator of components than they use: their services cannot be told apart."""
WITHOUT_LX = {"hccinfhir__sample_837_11.txt", "hccinfhir__sample_837_12.txt"}
"""Files in which a line has no LX, and the count of segments is wrong."""
WRONG_REVENUE_CODES = {"lfh__workers-compensation.837"}
"""A file whose revenue codes have decimal places."""


def searched(path: Path) -> tuple[list[str], list[str]]:
    """The claim ids and the services of a file, found by a search that knows nothing of loops."""
    text = re.sub(r"[\r\n]", "", path.read_text("latin-1"))
    element, terminator = re.escape(text[3]), re.escape(text[105])
    ids = re.findall(rf"{terminator}CLM{element}([^{element}]*)", text)
    services = re.findall(rf"{terminator}SV[12]{element}([^{terminator}]*)", text)
    return ids, services


def lines_of(found: list[ReadClaim]) -> int:
    """How many lines are claimed, or told to be none."""
    claimed = sum(len(one.claim.lines) for one in found if one.claim)
    return claimed + sum(wrong.of_line for one in found for wrong in one.unreadable)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_claim_and_each_line_is_accounted_for(path: Path) -> None:
    ids, services = searched(path)
    assert ids
    assert services
    found = list(read_claims(path))
    of_claims = [one for one in found if one.claim or one.unreadable[0].claim_id]
    assert [one.claim.claim_id if one.claim else one.unreadable[0].claim_id for one in of_claims] == ids
    assert lines_of(found) == len(services)
    is_damaged = path.name in CONTRADICTED | WITHOUT_LX | WRONG_REVENUE_CODES
    assert any(one.unreadable for one in found) is is_damaged
    if not is_damaged:
        codes = Counter(line.procedure_code for one in found if one.claim for line in one.claim.lines)
        expected = Counter(match[1] if (match := re.search(r"HC.(\w{5})", one)) else None for one in services)
        assert codes == expected


def test_all_but_those_that_are_damaged_are_read_as_the_samples_say() -> None:
    expected = {one["claim_id"]: Claim.model_validate(one) for one in json.loads(SAMPLES.read_text())}
    compared = 0
    for path in FILES:
        name = path.name.rsplit(".", 1)[0].replace("__sample_837_", " sample ").replace("__", " ")
        found = [one for one in read_claims(path) if one.claim]
        for number, one in enumerate(found, 1):
            sample = expected.get(name if len(found) == 1 else f"{name} {number}")
            if sample is not None and one.claim is not None:
                assert _told_by_both(one.claim) == _told_by_both(sample), path.name
                compared += 1
    assert compared == len(expected) - 8


def _told_by_both(claim: Claim) -> dict[str, object]:
    """What the samples hold of a claim; they do not tell an item of a supplier's claim by what an 837 says."""
    of_claim = claim.model_dump(
        include={"claim_type", "payer_type", "type_of_bill", "billing_taxonomy", "place_of_service"}
    )
    of_claim["claim_type"] = of_claim["claim_type"].replace("dme", "professional")
    told = (
        "line_number",
        "procedure_code",
        "revenue_code",
        "modifiers",
        "units",
        "unit_of_measure",
        "date_of_service",
        "ndc",
    )
    of_claim["lines"] = [
        {name: getattr(line, name) for name in told} | {"place": line.place_of_service or claim.place_of_service}
        for line in claim.lines
    ]
    return of_claim
