"""Record documents and csv releases: every field read, and a notice with its line of all that does not fit."""

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanclaim.codes import CodeRecord, Notice
from cleanclaim.places import shipped
from cleanclaim.releases.record_document import DocumentRefused, parse_record_document, read_record_document

from .settings import examples

SHARED = Path(__file__).parents[3] / "shared" / "record_documents"
_needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason=f"there is no folder {SHARED.name} beside the checkout")

BOTH = {
    "multiple_pricing_indicator": {"code": "A", "description": "Not applicable: priced under one methodology"},
    "coverage_code": {"code": "C", "description": "Carrier judgment"},
    "betos": {"code": "O1E", "description": "Other drugs"},
    "types_of_service": [{"code": "1", "description": "Medical care"}],
    "pricing_indicators": [
        {"code": "11", "description": "Price established using national RVUs (linked to the physician fee schedule)"}
    ],
    "anesthesia_base_units": 0,
    "action_effective_date": "2026-01-01",
    "action_code": {"code": "N", "description": "No maintenance for this code"},
    "status": "Actual",
    "last_update": "2026",
    "coverage_issues_references": [], "carriers_manual_references": [], "laboratory_certifications": [],
    "cross_references": [],
    "statute": None, "termination_date": None, "outpatient_payment_group": None, "outpatient_policy_indicator": None,
    "outpatient_effective_date": None, "processing_note": None, "unread_fields": [],
}  # fmt: skip
ADD_ON = "per square centimeter (add-on, list separately in addition to primary procedure)"
RECORDS = {
    "Q4257": {
        **BOTH, "code": "Q4257", "long_description": f"Relese, {ADD_ON}", "short_description": "Relese, per sq cm",
        "asc_payment_group": {"code": "YY", "description": "Approved to be performed in an ambulatory surgical center"},
        "asc_effective_date": "2026-01-01", "code_added_date": "2022-04-01",
    },
    "Q4390": {
        **BOTH, "code": "Q4390", "long_description": f"Ascendion, {ADD_ON}",
        "short_description": "Ascendion, per sq cm",
        "asc_payment_group": None, "asc_effective_date": None, "code_added_date": "2025-10-01",
    },
}  # fmt: skip


@pytest.mark.parametrize("code", RECORDS)
def test_every_field_of_a_bundled_document_is_read(code: str) -> None:
    made, notices = read_record_document(shipped("fixtures") / "record_documents" / f"{code}.txt")
    assert made.model_dump(mode="json") == RECORDS[code]
    assert notices == ()
    assert not made.is_doubtful


@_needs_shared
def test_every_field_of_the_documents_as_they_came_is_read() -> None:
    own_words = {
        "pricing_indicators": [
            {
                "code": "11",
                "description": "Price established using national rvu's. Linked To The Physician Fee Schedule.",
            }
        ],
        "multiple_pricing_indicator": {
            "code": "A",
            "description": "Not applicable as HCPCS priced under one methodology",
        },
    }
    expected = {
        "Q4257": {"long_description": f"Release, {ADD_ON}", "short_description": "Release, per sq cm"},
        "Q4390": {"long_description": f"Ascension, {ADD_ON}", "short_description": "Ascension per sq cm"},
    }
    read = [read_record_document(path) for path in sorted(SHARED.glob("*.txt"))]
    assert {made.code: made.model_dump(mode="json") for made, _ in read} == {
        code: {**RECORDS[code], **own_words, **differs} for code, differs in expected.items()
    }


@_needs_shared
def test_the_heading_of_one_document_contradicts_its_description() -> None:
    notices = [notice for path in sorted(SHARED.glob("*.txt")) for notice in read_record_document(path)[1]]
    (only,) = notices
    assert (only.line, only.field) == (5, "heading")
    assert "'ASCENDION, PER SQUARE" in only.reason
    assert "'Ascension, per square" in only.reason


DOCUMENT = """\
Q9999

A PRODUCT, EACH

Healthcare Common Procedure Coding System

Q9999 A product, each

<i>HCPCS Code</i>\tQ9999\t<p>Identifies the item.</p>
<i>Code Description</i>\tA product, each\t
<i>Short Description</i>\tProduct, each
<i>Coverage Code</i>\tD\tStatus
<i>Code Added Date</i>\t20240101\t
<i>Action Effective Date</i>\t20240401
"""


def read(text: str) -> tuple[CodeRecord, list[tuple[int | None, str, str]]]:
    made, notices = parse_record_document(text, "file.txt")
    assert all(notice.file == "file.txt" for notice in notices)
    return made, [(notice.line, notice.field, notice.reason) for notice in notices]


def with_line(line: str) -> str:
    """The document with one more line, the 15th."""
    return f"{DOCUMENT}{line}\n"


def test_a_document_without_a_fault_has_no_notice() -> None:
    made, notices = read(DOCUMENT)
    assert notices == []
    assert made.model_dump(exclude_defaults=True) == {
        "code": "Q9999", "long_description": "A product, each", "short_description": "Product, each",
        "coverage_code": {"code": "D", "description": "Special coverage instructions apply"},
        "code_added_date": date(2024, 1, 1), "action_effective_date": date(2024, 4, 1),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("label", "value", "field", "expected"),
    [
        ("Pricing Indicator Code #2", "51", "pricing_indicators", ({"code": "51", "description": "Drugs"},)),
        ("HCPCS Pricing Indicator Code #1", "00", "pricing_indicators", None),
        ("ASC Payment Group Code", "YY", "asc_payment_group", None),
        ("Termination Date", "20251231", "termination_date", date(2025, 12, 31)),
        ("Termination Date", "2025-12-31", "termination_date", date(2025, 12, 31)),
        ("Statute Number", "1861(n)", "statute", "1861(n)"),
        ("Coverage Issues Manual Reference Section Number #1", "35-25", "coverage_issues_references", ("35-25",)),
        ("Medicare Carriers Manual Reference Section Number #1", "2049", "carriers_manual_references", ("2049",)),
        ("Cross Reference Code #1", "g0463", "cross_references", ("G0463",)),
        ("Processing Note Number", "0001", "processing_note", "0001"),
        ("MOG Payment Group Code", "123", "outpatient_payment_group", "123"),
        ("MOG Effective Date", "20240101", "outpatient_effective_date", date(2024, 1, 1)),
        ("  coverage   issues manual REFERENCE section number ", " 1 ", "coverage_issues_references", ("1",)),
    ],
)
def test_every_label_fills_its_field(label: str, value: str, field: str, expected: Any) -> None:
    made, notices = read(with_line(f"<i>{label}</i>\t{value}\t<p>What it means.</p>"))
    assert notices == []
    assert made.model_dump()[field] == expected if expected else made.model_dump()[field]


@pytest.mark.parametrize("value", ["", "00000000", "   "])
def test_a_blank_date_is_none(value: str) -> None:
    made, notices = read(with_line(f"<i>Termination Date</i>\t{value}\tx"))
    assert made.termination_date is None
    assert notices == []


@pytest.mark.parametrize(
    ("line", "field", "reason", "doubtful"),
    [
        (
            "<i>Termination Date</i>\t20260230",
            "termination_date",
            "'20260230': there is no such day in the calendar",
            True,
        ),
        ("<i>Termination Date</i>\t31.12.2025", "termination_date", "a day is written in eight digits", True),
        ("<i>Code Added Date</i>\t20240102", "code_added_date", "disagrees with 2024-01-01, given before", True),
        ("<i>ASC Payment Group Code</i>\tXX", "asc_payment_group", "'XX' is no value of this field", True),
        ("<i>Pricing Indicator Code #1</i>\t12X", "pricing_indicators", "'12X' is no value of this field", True),
        ("<i>Action Code</i>\tZ", "action_code", "'Z' is no value of this field", False),
        ("<i>Anesthesia Base Unit Quantity</i>\tfew", "anesthesia_base_units", "'few' is no count", False),
        ("<i>Coverage Code</i>\tC", "coverage_code", "is given a second time, and differently", True),
        ("<i>Short Description</i>\tOther", "short_description", "is given a second time, and differently", True),
        ("<i>Coverge Code</i>\tS", "Coverge Code", "is no label of a record document", True),
        ("<i>Coverage Code</i> S", "Coverage Code", "has no tab between label and value", True),
        ("<i>Colour</i>\tred", "Colour", "is no label of a record document", False),
        ("<i></i>\tred", "", "is no label of a record document", False),
    ],
)
def test_what_does_not_fit_is_a_notice_with_its_line(line: str, field: str, reason: str, doubtful: bool) -> None:
    made, notices = read(with_line(line))
    assert [(at, name) for at, name, _ in notices] == [(15, field)]
    assert reason in notices[0][2]
    assert made.is_doubtful == doubtful
    assert made.coverage_code is not None
    assert made.coverage_code.code == "D"


def test_a_numbered_label_given_twice_is_a_notice() -> None:
    twice = "<i>Pricing Indicator Code #1</i>\t11\n<i>Pricing Indicator Code #1</i>\t51"
    made, notices = read(with_line(twice))
    assert [(line, field) for line, field, _ in notices] == [(16, "pricing_indicators")]
    assert [one.code for one in made.pricing_indicators] == ["11"]


def test_the_descriptions_of_coded_values_are_the_documents_own() -> None:
    made, notices = read(with_line(
        "<i>Pricing Indicator Code #1</i>\t11\n<i>Pricing Indicator Code #2</i>\t51\n"
        "<i>Pricing Indicator Code #2 Description</i>\tMedicines\n<i>Coverage Code Description</i>\tSpecial"
    ))  # fmt: skip
    assert notices == []
    assert [one.description for one in made.pricing_indicators][1] == "Medicines"
    assert made.coverage_code is not None
    assert made.coverage_code.description == "Special"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("A PRODUCT, EACH", "A PRODUCTS, EACH", 3),
        ("A PRODUCT, EACH", "**A PRODUCT,\nEACH OF THEM**", 3),
        ("Q9999 A product, each", "Q9999 Another product, each", 7),
        ("Q9999\n\nA", "Q9998\n\nA", 1),
    ],
)
def test_a_heading_that_contradicts_the_record_is_a_notice_with_its_line(old: str, new: str, line: int) -> None:
    assert DOCUMENT.count(old) == 1
    _, notices = read(DOCUMENT.replace(old, new))
    assert [(at, field) for at, field, _ in notices] == [(line, "heading")]


def test_a_heading_over_several_lines_agrees_with_the_description() -> None:
    _, notices = read(DOCUMENT.replace("A PRODUCT, EACH", "**A   PRODUCT,\n\nEACH**"))
    assert notices == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is no record document: no line is labelled HCPCS Code"),
        ("Q9999\n\nA product, each\n", "is no record document"),
        (DOCUMENT.replace("\tQ9999\t<p>", "\t \t<p>"), "there is no code"),
        (DOCUMENT.replace("\tQ9999\t<p>", "\tQ99\t<p>"), "the code 'Q99' is not of five digits and letters"),
        (DOCUMENT.replace("\tA product, each\t", "\t\t"), "Q9999 has no description"),
    ],
)
def test_what_is_no_record_document_is_refused_with_its_file(text: str, why: str) -> None:
    with pytest.raises(DocumentRefused, match=r"^file\.txt: ") as refused:
        parse_record_document(text, "file.txt")
    assert why in str(refused.value)


@pytest.mark.parametrize(
    ("contents", "why"),
    [(b"\xff\xfe\x00", "is no UTF-8 text (byte 0)"), (b"x" * 1_000_001, "larger than 1,000,000 bytes")],
)
def test_a_file_that_is_no_text_or_too_large_is_refused(tmp_path: Path, contents: bytes, why: str) -> None:
    path = tmp_path / "document.txt"
    path.write_bytes(contents)
    with pytest.raises(DocumentRefused) as refused:
        read_record_document(path)
    assert str(refused.value).startswith(f"{path}: ")
    assert why in str(refused.value)


def test_byte_order_marks_and_line_ends_of_other_systems_are_read(tmp_path: Path) -> None:
    path = tmp_path / "document.txt"
    path.write_bytes(b"\xef\xbb\xbf" + DOCUMENT.replace("\n", "\r\n").encode())
    made, notices = read_record_document(path)
    assert made == read(DOCUMENT)[0]
    assert notices == ()


def test_a_notice_is_shown_with_file_and_line() -> None:
    assert str(Notice(file="a.txt", line=3, field="heading", reason="differs")) == "a.txt:3: heading: differs"
    assert str(Notice(file="a.txt", line=None, field="code", reason="lacks")) == "a.txt: code: lacks"


@examples(150)
@given(st.integers(0, 2**32))
def test_a_spoilt_document_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    lines = DOCUMENT.splitlines()
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(lines))
        piece = chance.choice(
            ("", "<i>", "</i>", "\t", "\x00", "é" * 5, "9" * 30, "<i>Lab Certification Code #9</i>\t100", lines[place])
        )
        cut = chance.randint(0, len(lines[place]))
        lines[place] = lines[place][:cut] + piece + lines[place][cut + chance.randint(0, 3) :]
        if chance.random() < 0.3:
            lines.insert(chance.randint(0, len(lines)), chance.choice(lines))
    try:
        made, notices = parse_record_document("\n".join(lines), "file.txt")
    except DocumentRefused as refused:
        reason = str(refused)
    else:
        reason = "file.txt:"
        assert made.long_description
        assert all(notice.line is None or 1 <= notice.line <= len(lines) for notice in notices)
    assert reason.startswith("file.txt:")


def test_a_document_of_two_records_is_refused() -> None:
    with pytest.raises(DocumentRefused, match="a second record begins here; one document holds one record"):
        read(with_line("<i>HCPCS Code</i>\tQ9998"))


def test_a_value_that_runs_over_the_line_end_leaves_the_record_in_doubt() -> None:
    whole = (shipped("fixtures") / "record_documents" / "Q4257.txt").read_text(encoding="utf-8")
    made, notices = parse_record_document(whole.replace("(add-on, list", "(add-on,\nlist", 2), "file.txt")
    assert made.is_doubtful
    assert "text without a label follows; the value above may run on here" in [one.reason for one in notices]


def test_a_record_without_an_added_date_is_in_doubt() -> None:
    whole = (shipped("fixtures") / "record_documents" / "Q4257.txt").read_text(encoding="utf-8")
    lines = [line for line in whole.splitlines() if "Code Added Date" not in line]
    made, notices = parse_record_document("\n".join(lines), "file.txt")
    assert made.is_doubtful
    assert [(one.field, one.line) for one in notices] == [("code_added_date", None)]
