"""Interchanges, groups and transactions that are damaged: what is lost is told, and all else is read."""

import io
import tracemalloc
from collections.abc import Iterator

import pytest

from cleanclaim.claims import ReadClaim
from cleanclaim.read.x12 import transaction
from cleanclaim.read.x12.interchanges import read_x12
from cleanclaim.read.x12.segments import LONGEST, is_x12

from .making import Fields, header, interchange_segments, read, transaction_segments, written

LINE: Fields = {"line_number": 1, "procedure_code": "99213", "units": 1, "charge": 100, "date_of_service": "2026-01-15"}


def claim(claim_id: str, lines: int = 2) -> Fields:
    """A claim of some lines."""
    return {
        "claim_id": claim_id, "claim_type": "professional", "place_of_service": "11", "payer_type": "medicare",
        "billing_provider": "1234567893", "lines": [{**LINE, "line_number": number} for number in range(1, lines + 1)],
    }  # fmt: skip


def told(found: list[ReadClaim]) -> list[str]:
    """The ids of claims in order, with a + where something is wrong with one; else the part that is wrong."""
    return [
        (f"{one.claim.claim_id}{'+' if one.unreadable else ''}" if one.claim else one.unreadable[0].field)
        for one in found
    ]


PARTS = ("transaction", "interchange")
SEGMENTS = interchange_segments([claim("A"), claim("B"), claim("C")], each=3)
CONTENT = written(SEGMENTS)
AT_CLM_B = next(number for number, one in enumerate(SEGMENTS) if one.startswith("CLM*B"))
AT_HL_C = next(number for number, one in enumerate(SEGMENTS) if one.startswith("HL*7"))
AT_SE = next(number for number, one in enumerate(SEGMENTS) if one.startswith("SE*"))


def test_nothing_is_wrong_to_begin_with() -> None:
    assert told(read(SEGMENTS)) == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("lost", "expected"),
    [
        (AT_SE, ["A", "B", "C+", "transaction"]), (AT_SE + 1, ["A", "B", "C", "interchange"]),
        (AT_SE + 2, ["A", "B", "C", "interchange"]), (1, ["interchange", "A", "B", "C", *["interchange"] * 2]),
        (2, ["interchange", "interchange", "interchange"]), (AT_HL_C - 1, ["A+", "B+", "C+", "transaction"]),
        (AT_HL_C - 3, ["A", "B+", "C", "transaction"]), (AT_CLM_B, ["A", "claim", "C", "transaction"]),
    ],
)  # fmt: skip
def test_a_segment_that_is_missing_is_told_where_it_can_be(lost: int, expected: list[str]) -> None:
    assert told(read([*SEGMENTS[:lost], *SEGMENTS[lost + 1 :]])) == expected


def test_a_line_that_is_missing_is_known_by_the_charges() -> None:
    begun = max(number for number in range(AT_HL_C) if SEGMENTS[number].startswith("LX*2"))
    found = read([*SEGMENTS[:begun], *SEGMENTS[begun + 4 :]])
    assert told(found) == ["A", "B+", "C", "transaction"]
    assert not found[1].is_whole


@pytest.mark.parametrize("share", range(0, 100, 3))
def test_of_a_file_that_is_cut_off_all_that_is_there_is_told(share: int) -> None:
    content = CONTENT[: 107 + (len(CONTENT) - 107) * share // 100]
    found = read(content)
    whole = content.rpartition(b"~")[0]
    of_claims = [one for one in found if one.unreadable == () or one.unreadable[0].field not in PARTS]
    assert len(of_claims) == whole.count(b"CLM*")
    assert all(one.claim and not one.unreadable for one in of_claims[:-1])
    assert found[-1].claim is None
    if whole.rfind(b"HL*") < whole.rfind(b"CLM*") and b"SE*" not in whole:
        assert of_claims[-1].unreadable


def test_a_last_segment_without_its_end_is_one_where_it_can_be_no_other() -> None:
    assert told(read(CONTENT.rstrip(b"~\n"))) == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("at", "instead", "expected"),
    [
        (AT_SE, "SE*1*0001", ["A+", "B+", "C+", "transaction"]), (AT_SE, "SE**0001", ["A+", "B+", "C+", "transaction"]),
        (AT_SE, f"SE*{AT_SE - 1}*0002", ["A+", "B+", "C+", "transaction"]),
        (AT_SE + 1, "GE*2*1", ["A", "B", "C", "interchange"]), (AT_SE + 1, "GE*1*2", ["A", "B", "C", "interchange"]),
        (AT_SE + 2, "IEA*2*000000001", ["A", "B", "C", "interchange"]),
        (AT_SE + 2, "IEA*1*000000002", ["A", "B", "C", "interchange"]),
        (2, "ST*835*0001*005010X221A1", ["transaction"]),
    ],
)  # fmt: skip
def test_an_envelope_that_miscounts_is_told(at: int, instead: str, expected: list[str]) -> None:
    assert told(read([*SEGMENTS[:at], instead, *SEGMENTS[at + 1 :]])) == expected


def test_other_transactions_are_told_once_and_those_beside_them_read() -> None:
    other = ["ST*835*0002*005010X221A1", "BPR*I*0", "SE*3*0002"]
    dental = ["ST*837*0003*005010X224A2", "BHT*0019", "CLM*D*1", "SE*4*0003"]
    body = [*transaction_segments([claim("A")]), *other, *dental, *transaction_segments([claim("B")], 4)]
    found = read([*SEGMENTS[:2], *body, "GE*4*1", "IEA*1*000000001"])
    assert told(found) == ["A", "transaction", "transaction", "B"]
    assert [(one.location.transaction, one.location.element) for one in found] == [(1, None), (2, 1), (3, 3), (4, None)]


def test_groups_are_counted_and_their_transactions_numbered_on() -> None:
    group = [SEGMENTS[1], *transaction_segments([claim("A")]), "GE*1*1"]
    found = read([SEGMENTS[0], *group, *group, "IEA*2*000000001"])
    assert told(found) == ["A", "A"]
    assert [one.location.transaction for one in found] == [1, 2]


@pytest.mark.parametrize("junk", [b"some text\n", b"ISA", b"\x00\xff{}", b"ISA*00*short~\n", b"x" * 300_000])
def test_what_stands_before_between_and_behind_interchanges_is_told(junk: bytes) -> None:
    again = CONTENT.replace(b"*", b"|").replace(b"~", b"'")
    found = list(read_x12(io.BytesIO(junk + CONTENT + junk + again + junk), "f"))
    read_ids = [one for one in told(found) if one != "interchange"]
    assert read_ids == ["A", "B", "C"] * 2
    assert told(found)[0] == told(found)[-1] == "interchange"
    assert "interchange" in told(found)[3:-3]


@pytest.mark.parametrize(
    "broken",
    [
        header().replace("SENDER ", "SENDER"), header().replace("*P*", "*PP*"), header().replace("ISA*00", "ISA*0"),
        header().replace("ISA*00*", "ISA*00-"), header().replace("*0*P*", "*0P*"),
        "\n".join((header()[:80], header()[80:])),
    ],
)  # fmt: skip
def test_a_header_that_still_tells_what_separates_is_enough(broken: str) -> None:
    found = read_x12(io.BytesIO(written([broken, *SEGMENTS[1:]])), "f")
    assert [one for one in told(list(found)) if one != "interchange"] == ["A", "B", "C"]


def test_a_header_that_tells_nothing_is_told_and_the_next_is_read() -> None:
    content = written(["ISA*00*~", *SEGMENTS[1:]]) + written(SEGMENTS, "|;!")
    assert told(list(read_x12(io.BytesIO(content), "f"))) == ["interchange", "A", "B", "C"]


def test_a_second_header_that_tells_nothing_leaves_the_separators_as_they_were() -> None:
    content = CONTENT + written(["ISA*00*X", *SEGMENTS[1:]])
    assert told(list(read_x12(io.BytesIO(content), "f")))[:3] == ["A", "B", "C"]
    assert [one for one in told(list(read_x12(io.BytesIO(content), "f"))) if one != "interchange"] == [
        "A",
        "B",
        "C",
    ] * 2


@pytest.mark.parametrize("cut", [AT_SE, AT_SE + 1, AT_SE + 2, AT_CLM_B])
def test_a_header_within_an_interchange_begins_the_next(cut: int) -> None:
    found = read([*SEGMENTS[:cut], *SEGMENTS])
    assert [one.claim.claim_id for one in found if one.claim][-3:] == ["A", "B", "C"]
    assert found[-1].location.interchange == 2
    assert any(one.claim is None for one in found)


def test_what_has_no_end_is_read_by_its_own_separators() -> None:
    found = read(written(SEGMENTS[:AT_SE]) + written(SEGMENTS, "|;!"))
    assert [one.claim.claim_id for one in found if one.claim] == ["A", "B", "C"] * 2
    assert [bool(one.unreadable) for one in found if one.claim] == [False, False, True, False, False, False]


def test_two_segments_that_run_together_are_told() -> None:
    for number in range(3, AT_SE + 2):
        joined = [*SEGMENTS[:number], SEGMENTS[number] + SEGMENTS[number + 1], *SEGMENTS[number + 2 :]]
        found = read(joined)
        assert any(one.unreadable for one in found), SEGMENTS[number]
        ids = {one.claim.claim_id if one.claim else one.unreadable[0].claim_id for one in found}
        lost = SEGMENTS[number + 1] if SEGMENTS[number + 1].startswith("CLM") else SEGMENTS[number]
        assert {"A", "B", "C"} - ids <= ({lost[4:5]} if lost.startswith("CLM") else set())


def test_a_segment_without_an_end_is_passed_over_within_bounds() -> None:
    class Endless(io.RawIOBase):
        """An interchange, then a segment of 200 million bytes, then the rest."""

        def __init__(self) -> None:
            place = CONTENT.index(b"REF*D9")
            self.parts: Iterator[bytes] = iter([CONTENT[:place], *[b"x" * 1_000_000] * 200, b"~" + CONTENT[place:]])

        def read(self, _size: int = -1) -> bytes:
            return next(self.parts, b"")

    tracemalloc.start()
    found = list(read_x12(Endless(), "f"))  # type: ignore[arg-type]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000
    assert told(found) == ["A+", "B", "C", "transaction"]
    assert any(f"{LONGEST:,}" in wrong.reason for wrong in found[0].unreadable)


def test_a_claim_without_an_end_is_bounded() -> None:
    found, count, *_ = read(interchange_segments([claim("A", 10_050)])[:-3])
    assert found.claim is not None
    assert len(found.claim.lines) == 9_999
    assert any("9,999" in wrong.reason for wrong in found.unreadable)
    assert count.unreadable[0].field == "transaction"


def test_a_transaction_of_very_many_segments_is_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transaction, "MOST_HELD", 40)
    claims = [claim(f"A{number}") for number in range(20)]
    segments = interchange_segments(claims, each=20)
    assert told(read(segments)) == [f"A{number}" for number in range(20)]
    lost = [one for one in segments if one != "CL1"][:-4] + segments[-3:]
    found = read(lost)
    assert told(found)[-1] == "transaction"
    assert told(found)[0] == "A0"


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (b"ISA*00*", True), (b"isa*00*", True), (b"\xef\xbb\xbfISA*00*", True), (b"\r\n  ISA|03|", True),
        (b"ISA*", True), (b"ISA,claim_id", False), (b"ISABEL", False), (b"{", False), (b"", False), (b"IS", False),
        (b"claim_id,ISA", False), (b"ISA", False),
    ],
)  # fmt: skip
def test_an_interchange_is_known_by_its_beginning(start: bytes, expected: bool) -> None:
    assert is_x12(start) is expected
