"""Claims written as 837 are read as the same claims, whatever separates segments and however they are packed."""

import pickle
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.claims import shipped_catalogue
from tests.unit.settings import examples

from cleanclaim.claims import Location, ReadClaim
from cleanclaim.findings import Finding
from cleanclaim.pipeline import Checker
from cleanclaim.values import Model

from .making import Fields, as_read, claims, interchange_segments, read, segment_at, written, wrongs, x12


def findings(found: Sequence[ReadClaim]) -> list[Finding]:
    """The findings on what was read, without their places."""
    checker = Checker(catalogue=shipped_catalogue(), information=True)
    return [finding.model_copy(update={"location": None}) for one in found for finding in checker.check_read(one)]


@examples(120)
@given(claims(), st.integers(1, 3), st.booleans())
def test_claims_written_as_837_are_read_exactly(several: list[Fields], each: int, with_patient: bool) -> None:
    found = read(x12(several, each=each, with_patient=with_patient))
    assert wrongs(found) == []
    assert [one.claim for one in found] == [as_read(claim) for claim in several]
    assert all(one.is_whole for one in found)


@examples(60)
@given(
    claims(),
    st.sampled_from(("*:~", "|>~", "*:\n", "*:\r", "&:'", "\x1d\x1f\x1c", "*<!", "+:~", "#;$", "_:~")),
    st.sampled_from(("", "\n", "\r\n", "\r", "\n\n", " \n")),
)
def test_the_header_tells_what_separates(several: list[Fields], delimiters: str, ending: str) -> None:
    assert [one.claim for one in read(written(interchange_segments(several), delimiters, ending))] == [
        as_read(claim) for claim in several
    ]


@examples(60)
@given(st.lists(claims(2), min_size=2, max_size=4), st.lists(st.sampled_from(("*:~", "|>\n", "*:'")), min_size=4))
def test_each_interchange_has_its_own_delimiters(several: list[list[Fields]], delimiters: list[str]) -> None:
    content = b"".join(
        written(interchange_segments(some, control=number), delimiters[number - 1])
        for number, some in enumerate(several, 1)
    )
    found = read(content)
    assert wrongs(found) == []
    assert [one.claim for one in found] == [as_read(claim) for some in several for claim in some]
    expected = [number for number, some in enumerate(several, 1) for _ in some]
    assert [one.location.interchange for one in found] == expected


@examples(60)
@given(claims(), st.sampled_from((b"\xef\xbb\xbf", b"\r\n \n", b"\xef\xbb\xbf\n", b"\0\0")))
def test_a_byte_order_mark_and_blanks_may_stand_first(several: list[Fields], first: bytes) -> None:
    content = first + x12(several)
    found = read(content)
    assert [one.claim for one in found] == [as_read(claim) for claim in several]
    assert all(segment_at(content, one.location).startswith(b"CLM*") for one in found)


@examples(40)
@given(claims())
def test_case_does_not_matter(several: list[Fields]) -> None:
    found = read(x12(several).lower())
    assert wrongs(found) == []
    assert [one.claim and one.claim.lines for one in found] == [as_read(claim).lines for claim in several]


@examples(60)
@given(claims(), st.integers(60, 90))
def test_a_file_of_records_of_one_width_is_unfolded(several: list[Fields], width: int) -> None:
    content = written(interchange_segments(several), ending="")
    folded = b"\r\n".join(content[start : start + width] for start in range(0, len(content), width))
    assert [one.claim for one in read(folded)] == [as_read(claim) for claim in several]


@examples(60)
@given(claims())
def test_each_claim_and_line_has_its_place(several: list[Fields]) -> None:
    content = x12(several, each=1)
    for transaction, (claim, one) in enumerate(zip(several, read(content), strict=True), 1):
        assert segment_at(content, one.location).startswith(f"CLM*{claim['claim_id']}*".encode())
        assert one.location.transaction == transaction
        for line in claim["lines"]:
            place = one.line_locations[line["line_number"]]
            segment = segment_at(content, place)
            assert segment.startswith((b"SV1*", b"SV2*"))
            assert line["procedure_code"].encode() in segment
            before = content[: place.byte_offset].rpartition(b"ST*837*")[2]
            assert place.segment == before.count(b"~") + 1


@examples(60)
@given(claims())
def test_what_is_put_together_of_what_was_validated_before_is_what_validation_makes(several: list[Fields]) -> None:
    content = x12(several) + x12(several)
    for claim, one in zip([*several, *several], read(content), strict=True):
        assert one.claim is not None
        models: list[tuple[Model, Model]] = [*zip(one.claim.lines, as_read(claim).lines, strict=True)]
        models += [(place, Location(**place.model_dump())) for place in one.line_locations.values()]
        for made, validated in models:
            assert (made, made.model_dump(), hash(made)) == (validated, validated.model_dump(), hash(validated))
            assert [*map(type, made.model_dump().values())] == [*map(type, validated.model_dump().values())]
            assert pickle.loads(pickle.dumps(made)) == validated


@examples(40)
@given(claims())
def test_the_findings_are_those_on_the_same_claims(several: list[Fields]) -> None:
    expected = findings([ReadClaim(claim=as_read(claim)) for claim in several])
    assert findings(read(x12(several))) == expected


def test_bytes_that_are_no_text_stop_nothing() -> None:
    claim: Fields = {
        "claim_id": "A", "claim_type": "professional", "place_of_service": "11", "billing_provider": "1234567893",
        "lines": [{"line_number": 1, "procedure_code": "99213", "units": 1, "date_of_service": "2026-01-15"}],
    }  # fmt: skip
    content = x12([claim]).replace(b"ZZNAME", b"Mu\xf1oz\xff\x00").replace(b"ZZFIRST", "Ren\u00e9e".encode())
    (found,) = read(content)
    assert found.claim == as_read(claim)
    (found,) = read(content.replace(b"CLM*A*", b"CLM*A\xff*"))
    assert [(wrong.field, wrong.location.element) for wrong in found.unreadable] == [("claim_id", 1)]
    (found,) = read(content.replace(b"CLM*A*", "CLM*\u00c4*".encode()))
    assert found.claim is not None
    assert found.claim.claim_id == "\u00c4"


@pytest.mark.parametrize("place", [0, 1, 5, 50])
def test_an_interchange_without_claims_has_none(place: int) -> None:
    segments = interchange_segments([])
    found = read(segments[:place] if place else segments)
    assert all(one.claim is None for one in found)
