"""Claims written as FHIR and read back, whole and damaged: none is lost silently, none invented, nothing breaks."""

import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanclaim.claims import Claim, ReadClaim
from cleanclaim.pipeline import Checker

from ..claims import shipped_catalogue
from ..settings import examples
from .damage import Damage, damages, several_damages
from .fhir_making import as_fhir, bundle, expected, fhir_claims, ndjson, plain_fhir_claims
from .making import IDS, MARKER, read, read_whole, unread

forms = st.sampled_from(("bundle", "indented bundle", "ndjson", "list", "one after another"))


def written(claims: Sequence[Claim], form: str) -> bytes:
    match form:
        case "bundle":
            return json.dumps(bundle(claims)).encode()
        case "indented bundle":
            return json.dumps(bundle(claims), indent=1).encode()
        case "ndjson":
            return ndjson(claims)
        case "list":
            return json.dumps([as_fhir(claim) for claim in claims]).encode()
        case _:
            return "\n".join(json.dumps(as_fhir(claim), indent=2) for claim in claims).encode()


def found_claims(found: Sequence[ReadClaim]) -> list[Claim]:
    return [one.claim for one in found if one.claim is not None]


@examples(150)
@given(fhir_claims, forms)
def test_claims_written_as_fhir_are_read_as_they_were(claims: list[Claim], form: str) -> None:
    assert read_whole(written(claims, form)) == [expected(claim) for claim in claims]


@examples(300)
@given(plain_fhir_claims, forms, damages)
def test_no_claim_is_lost_silently_and_none_invented(claims: list[Claim], form: str, damage: Damage) -> None:
    found = read(damage(written(claims, form)))
    wanted = [expected(claim) for claim in claims]
    strange = [one for one in found_claims(found) if one not in wanted]
    lost = [claim for claim in wanted if claim not in found_claims(found)]
    assert len(strange) <= 1
    assert len(found_claims(found)) <= len(claims)
    assert len(lost) <= len(strange) or unread(found)


@examples(100)
@given(plain_fhir_claims, forms, several_damages)
def test_several_damages_break_nothing(claims: list[Claim], form: str, several: list[Damage]) -> None:
    content = written(claims, form)
    for damage in several:
        content = damage(content)
    strange = [one for one in found_claims(read(content)) if one.claim_id not in IDS]
    assert len(strange) <= len(several)


@examples(60)
@given(plain_fhir_claims, st.floats(0, 1, exclude_max=True))
def test_a_bundle_that_is_cut_off_anywhere_keeps_the_claims_before(claims: list[Claim], share: float) -> None:
    content = json.dumps(bundle(claims), indent=1).encode()
    left = content[: 1 + int(share * (len(content) - 1))]
    found = read(left)
    whole = sum(f'"fullUrl": "urn:uuid:{3 * number + 3}"'.encode() in left for number in range(len(claims)))
    assert found_claims(found) == [expected(claim) for claim in claims][: len(found_claims(found))]
    assert len(found_claims(found)) >= whole
    assert unread(found)


@examples(80)
@given(plain_fhir_claims, forms, st.one_of(st.none(), damages))
def test_nothing_of_a_patient_shows(claims: list[Claim], form: str, damage: Damage | None) -> None:
    content = written(claims, form)
    found = read(content if damage is None else damage(content))
    checker = Checker(catalogue=shipped_catalogue(), information=True)
    assert MARKER not in repr(found)
    for one in found:
        assert all(MARKER not in finding.model_dump_json() for finding in checker.check_read(one))


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("NaN", "NaN is no number of a claim"),
        ('1, "sequence": 2', "a field is given twice"),
        ("[" * 20_000 + "]" * 20_000, "it is too deeply nested"),
        ('{"a":' * 20_000 + "1" + "}" * 20_000, "it is too deeply nested"),
        ("01", "it is no JSON: Expecting ',' delimiter"),
    ],
)  # fmt: skip
def test_what_no_resource_may_hold_costs_its_entry_alone(value: str, reason: str) -> None:
    claims = [Claim.model_validate({"claim_id": one, "lines": [LINE]}) for one in ("A", "B", "C")]
    whole = json.dumps(bundle(claims))
    at = whole.index('"sequence": 7', whole.index('"value": "B"'))
    damaged = whole[:at] + f'"sequence": {value}' + whole[at + len('"sequence": 7') :]
    found = read(damaged)
    assert [one.claim.claim_id for one in found if one.claim] == ["A", "C"]
    reasons = [wrong.reason for one in found for wrong in one.unreadable]
    assert len(reasons) == 2
    assert all(text.startswith(reason) for text in reasons)
    assert found[0].unreadable[0].reason.endswith("; what it lists was read one by one")
    assert [one.unreadable[0].location.pointer for one in found if one.claim is None] == ["", "/entry/5"]


LINE = {"line_number": 7, "procedure_code": "99213", "units": 1, "date_of_service": "2026-01-15"}


@pytest.mark.parametrize("value", ["1e400", "1e99999999999999999999", "9" * 5000, "1e-99999999999", '"many"', "[]"])
def test_a_number_beyond_all_bounds_costs_its_item_alone(value: str) -> None:
    claim = Claim.model_validate({"claim_id": "A", "lines": [LINE, {**LINE, "line_number": 8, "units": 5}]})
    for of in ('"value": 5.0', '"sequence": 8'):
        text = json.dumps(as_fhir(claim)).replace(of, of.partition(":")[0] + f": {value}")
        (found,) = read(text)
        assert found.claim is not None
        assert [line.line_number for line in found.claim.lines] == [7]
        assert len(found.unreadable) == 1


def test_bundles_within_bundles_end_somewhere() -> None:
    inner: object = {"resourceType": "Bundle"}
    for _ in range(100):
        inner = {"resourceType": "Bundle", "entry": [{"resource": inner}]}
    assert [wrong.reason for one in read(json.dumps(inner)) for wrong in one.unreadable] == ["it is too deeply nested"]
