"""Claims that were read already, of any format and however damaged, come to the same at once as one by one."""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.read.damage import Damage, several_damages
from tests.unit.read.making import csv_rows, json_lines, read, several_claims
from tests.unit.settings import examples

from cleanclaim.batch import Batch
from cleanclaim.claims import Claim, ClaimLine, Location, ReadClaim
from cleanclaim.read.source import read_claims

from .comparing import Run, at_once, difference, one_by_one, reads_at_once
from .odd_claims import odd_claim
from .showing import checker_of

SEED = 2026
UNREADABLE = Path(__file__).parents[2] / "fixtures" / "claims" / "unreadable"


def prove(reads: Sequence[ReadClaim], *, shown: bool = True) -> Run:
    """Hold the executors equal on claims as read."""
    checker = checker_of(shown=shown)
    together = reads_at_once(checker, reads)
    said = difference(together, one_by_one(checker, reads))
    assert said is None, said
    return together


def test_claims_of_texts_that_must_be_quoted_are_told_as_they_are() -> None:
    rng = random.Random(SEED)
    claims = [odd_claim(rng.choice, rng.choice(("C1", "C2", '"', "a,b", "it's", "\\N", "C\n1"))) for _ in range(300)]
    prove([ReadClaim(claim=one) for one in claims])


@examples(5, shrink=False)
@given(st.lists(several_claims(), min_size=3, max_size=12), several_damages, st.booleans())
def test_a_damaged_file_comes_to_the_same(
    several: list[list[dict[str, Any]]], damages: list[Damage], as_csv: bool
) -> None:
    claims = [claim for some in several for claim in some]
    content = csv_rows(claims) if as_csv else json_lines(claims)
    for damage in damages:
        content = damage(content)
    prove(read(content, json_lines=not as_csv))


def test_files_of_which_parts_cannot_be_read_come_to_the_same() -> None:
    reads = [one for path in sorted(UNREADABLE.iterdir()) for one in read_claims(path)]
    found = prove(reads)
    assert found.edits["SYS010"] > 20


LINE = {"line_number": 1, "procedure_code": "A4649", "units": 1, "date_of_service": "2026-01-01"}


def claim(claim_id: str = "C1", **fields: Any) -> Claim:
    """A claim of one line."""
    return Claim.model_validate({"claim_id": claim_id, "payer_type": "other", "lines": [{**LINE, **fields}]})


def test_a_claim_is_its_place_in_the_input_and_an_id_may_repeat() -> None:
    reads = [
        ReadClaim(claim=claim(claim_id, units=units, line_number=number))
        for claim_id, units, number in (("B", 1, 2), ("A", 2, 9), ("B", 3, 1), ("A", 4, 1), ("é", 5, 1), ("Z", 6, 1))
    ]
    found = prove(reads)
    assert found.census["claims"] == 6
    assert [one["claim_id"] for one in found.findings] == sorted(one["claim_id"] for one in found.findings)


@pytest.mark.parametrize(
    "modifiers", [["A,"], [": "], ["G Y"[:2]], ["\u00a0A"], ["A\x1f"], ["GY", "X\u2003"], ["\n\n\n"], ["''"], ['"Q']]
)
def test_modifiers_of_any_two_characters_stay_apart(modifiers: list[str]) -> None:
    try:
        made = claim(modifiers=modifiers)
    except ValueError:
        pytest.skip("no claim can bear them")
    prove([ReadClaim(claim=made), ReadClaim(claim=claim("C2", modifiers=["GY"]))])


def test_texts_that_are_blank_to_python_alone_are_told_as_they_are() -> None:
    fields = ("procedure_code", "code_qualifier", "ndc")
    blanks = ("\u00a0", "\u2003X", "X\u00a0", "\x1f", "\x0b", "\x85", "\u200b")
    claims = [claim(f"{name} {number}", **{name: one}) for name in fields for number, one in enumerate(blanks)]
    claims += [claim("taxonomy").model_copy(update={"billing_taxonomy": one}) for one in blanks]
    prove([ReadClaim(claim=one) for one in claims])


def test_a_text_with_a_nul_in_it_is_told_as_it_is() -> None:
    fields = ("procedure_code", "ndc", "rendering_provider", "description", "code_qualifier")
    claims = [claim(name, **{name: "a\x00b"}) for name in fields]
    prove([ReadClaim(claim=one) for one in [*claims, claim("C\x001")]])


def test_long_texts_are_told_as_they_are() -> None:
    long = "x" * 3_000_000
    prove([ReadClaim(claim=claim(rendering_provider=long, ndc=long[:70_000], description=long))], shown=False)


def test_where_a_claim_or_line_stood_is_told_as_it_was() -> None:
    places = (
        Location(), Location(file="f"), Location(file="f", line=7), Location(file="f", pointer="/1"),
        Location(line=3), Location(pointer=""), Location(file="f", line=2, segment=4, element=1),
        Location(interchange=1), Location(transaction=2), Location(byte_offset=0),
        Location(file="f", interchange=3, transaction=1, segment=9, element=2, byte_offset=5_000_000_000),
    )  # fmt: skip
    two = Claim.model_validate({"claim_id": "C", "lines": [LINE, {**LINE, "line_number": 2}]})
    reads = [
        ReadClaim(claim=two.model_copy(update={"claim_id": f"C{place} {other}"}), location=whole, line_locations=own)
        for place, whole in enumerate(places)
        for other, own in enumerate(({}, *({1: at} for at in places), {1: places[3], 2: places[5]}))
    ]
    prove(reads)


def test_claims_come_in_several_lots_and_the_findings_stand_in_order() -> None:
    rng = random.Random(SEED)
    reads = [ReadClaim(claim=odd_claim(rng.choice, rng.choice("ABC"))) for _ in range(90)]
    checker = checker_of(shown=False)

    def fill(batch: Batch) -> None:
        for start in range(0, 90, 30):
            batch.add_reads(reads[start : start + 30])

    said = difference(at_once(checker, fill), one_by_one(checker, reads))
    assert said is None, said


def test_lines_of_any_number_and_order_are_told_apart() -> None:
    numbers = (999_999, 1, 64, 65, 128, 2, 500_000)
    lines = tuple(ClaimLine.model_validate({**LINE, "line_number": number}) for number in numbers)
    found = prove([ReadClaim(claim=claim().model_copy(update={"lines": lines, "payer_type": "medicare"}))])
    assert found.edits["DUP010"] == len(numbers) - 1
