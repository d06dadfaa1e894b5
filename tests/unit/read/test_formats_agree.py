"""The same claims in every format are read as the same claims, and found to have the same faults."""

from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cleanclaim.claims import ReadClaim
from cleanclaim.findings import Finding
from cleanclaim.pipeline import Checker

from ..claims import shipped_catalogue
from ..settings import examples
from .making import Fields, as_claims, csv_rows, json_array, json_lines, plain_claims, read, read_whole, several_claims


def findings(found: Sequence[ReadClaim]) -> list[Finding]:
    """The findings on what was read, without their places."""
    checker = Checker(catalogue=shipped_catalogue(), information=True)
    return [finding.model_copy(update={"location": None}) for one in found for finding in checker.check_read(one)]


@examples(150)
@given(several_claims(), st.sampled_from((None, 0, 1, 4)))
def test_a_list_of_claims_in_json_is_read_exactly(claims: list[Fields], indent: int | None) -> None:
    assert read_whole(json_array(claims, indent)) == as_claims(claims)


@examples(100)
@given(several_claims(), st.sampled_from((None, 1)))
def test_one_claim_in_json_is_read_exactly(claims: list[Fields], indent: int | None) -> None:
    one = json_array(claims, indent)[1:-1] if len(claims) == 1 else json_array(claims[:1], indent)[1:-1]
    assert read_whole(one) == as_claims(claims[:1])


@examples(150)
@given(several_claims(), st.sampled_from(("\n", "\r\n", "\r", "\n\n")), st.booleans())
def test_one_claim_a_line_is_read_exactly(claims: list[Fields], ending: str, is_named: bool) -> None:
    assert read_whole(json_lines(claims, ending), json_lines=is_named) == as_claims(claims)


@examples(200)
@given(
    several_claims(), st.sampled_from((",", ";", "\t", "|")), st.sampled_from((" ", ",", ":")), st.booleans(),
    st.sampled_from(("\n", "\r\n", "\r")),
)  # fmt: skip
def test_rows_of_csv_are_read_exactly(
    claims: list[Fields], delimiter: str, between: str, every_cell_quoted: bool, ending: str
) -> None:
    content = csv_rows(
        claims, delimiter=delimiter, between_modifiers=between, every_cell_quoted=every_cell_quoted, ending=ending
    )
    assert read_whole(content) == as_claims(claims)


@examples(60)
@given(several_claims(), st.sampled_from(("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")))
def test_a_byte_order_mark_tells_the_encoding(claims: list[Fields], encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    for content in (json_array(claims), json_lines(claims), csv_rows(claims)):
        assert read_whole(mark + content.decode().encode(encoding)) == as_claims(claims)


@examples(40)
@given(several_claims())
def test_the_findings_are_the_same_in_every_format(claims: list[Fields]) -> None:
    expected = findings([ReadClaim(claim=claim) for claim in as_claims(claims)])
    for content in (json_array(claims), json_array(claims, 1), json_lines(claims), csv_rows(claims)):
        assert findings(read(content)) == expected


@examples(30)
@given(plain_claims, st.fixed_dictionaries({"place_of_service": st.just("24"), "rendering_provider": st.just("R")}))
def test_what_a_claim_states_for_its_lines_may_stand_in_each_row(claims: list[Fields], stated: dict[str, Any]) -> None:
    above = [{**claim, **stated} for claim in claims]
    below = [{**claim, "lines": [{**stated, **line} for line in claim["lines"]]} for claim in claims]
    assert findings(read(json_lines(above))) == findings(read(csv_rows(below)))


@examples(60)
@given(plain_claims, st.randoms(use_true_random=False))
def test_rows_of_a_claim_may_stand_anywhere(claims: list[Fields], random: Any) -> None:
    header, *rows = csv_rows(claims).splitlines(keepends=True)
    random.shuffle(rows)
    found = {claim.claim_id: claim for claim in read_whole(b"".join([header, *rows]))}
    for claim in as_claims(claims):
        by_number = {line.line_number: line for line in found[claim.claim_id].lines}
        assert by_number == {line.line_number: line for line in claim.lines}
        assert found[claim.claim_id].model_copy(update={"lines": claim.lines}) == claim


@examples(60)
@given(plain_claims)
def test_null_and_blank_text_say_no_more_than_a_field_left_out(claims: list[Fields]) -> None:
    for nothing in (None, "", " \t"):
        absent = dict.fromkeys(("claim_type", "payer_type", "type_of_bill", "rendering_provider"), nothing)
        of_line = dict.fromkeys(("units", "charge", "code_qualifier", "modifiers", "date_of_service_end"), nothing)
        filled = [{**absent, **claim, "lines": [{**of_line, **line} for line in claim["lines"]]} for claim in claims]
        assert read_whole(json_array(filled)) == as_claims(claims)
