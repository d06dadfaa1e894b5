"""Claims made at random, written in every format that is read, and read back."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st

from cleanclaim.claims import Claim, ReadClaim
from cleanclaim.read.columns import ColumnMapping
from cleanclaim.read.formats import InputFormat
from cleanclaim.read.source import read_stream

FILE = "claims"
IDS = ("AAAAAA", "BBBBBB", "CCCCCC", "DDDDDD", "EEEEEE")
"""Claim ids that no single damage turns into each other."""
PATIENT = {
    "patient_name": "ZZNAME, ZZFIRST", "patient_dob": "ZZBORN", "birth_date": "ZZ1944-05-06",
    "address": 'ZZ "B" STREET',
    "patient_zip": "ZZ90210", "referring_provider": "ZZREFERS", "subscriber": "ZZSUBSCRIBER",
}  # fmt: skip
"""Fields that are none of a claim, whose values must not be seen again."""
MARKER = "ZZ"

Fields = dict[str, Any]

_texts = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=8)
_free_texts = st.text(
    st.one_of(st.sampled_from(" \",;\t|\n\r'\\{}[]:"), st.characters(exclude_categories=("Cs",))), max_size=20
).map(str.strip)
_days = st.dates(date(2025, 6, 1), date(2026, 6, 30)).map(str)
_codes = st.sampled_from(("15271", "15272", "15275", "Q4257", "Q4390", "99213", "A4100", "q4257", "XYZ", "J0120"))
_modifiers = st.lists(st.sampled_from(("JW", "JZ", "59", "25", "GY", "GA", "76")), max_size=4)
_units = st.one_of(st.integers(-1, 200), st.integers(0, 9_999_999_999).map(lambda thousandths: thousandths / 1000))
_charges = st.integers(0, 10_000_000).map(lambda cents: cents / 100)
_places = st.sampled_from(("11", "22", "24"))

_OF_LINE = {
    "procedure_code": _codes, "code_qualifier": st.sampled_from(("HC", "hc", "HP")), "modifiers": _modifiers,
    "revenue_code": st.sampled_from(("0510", "0024")), "units": _units,
    "unit_of_measure": st.sampled_from(("UN", "MJ")),
    "date_of_service_end": _days, "place_of_service": _places, "rendering_provider": _texts, "charge": _charges,
    "ndc": st.just("00000-0000-00"), "description": _free_texts,
}  # fmt: skip
_OF_CLAIM = {
    "claim_type": st.sampled_from(("professional", "institutional", "dme", "DME")), "type_of_bill": st.just("131"),
    "payer_type": st.sampled_from(("medicare", "Medicare", "medicare_advantage", "other", "unknown")),
    "billing_taxonomy": st.just("261QA1903X"), "patient_id": _texts, "billing_provider": _texts,
}  # fmt: skip


@st.composite
def _lines(draw: st.DrawFn) -> list[Fields]:
    numbers = draw(st.lists(st.integers(1, 999), min_size=1, max_size=4, unique=True))
    optional = st.fixed_dictionaries({"date_of_service": _days}, optional=_OF_LINE)
    return [{"line_number": number, **draw(optional)} for number in numbers]


@st.composite
def several_claims(draw: st.DrawFn, ids: Sequence[str] | None = None) -> list[Fields]:
    """One claim or more, each as a JSON object would hold it, with claim ids of their own."""
    claim_ids = draw(st.lists(_texts if ids is None else st.sampled_from(ids), min_size=1, max_size=4, unique=True))
    optional = st.fixed_dictionaries({}, optional=_OF_CLAIM)
    return [{"claim_id": claim_id, **draw(optional), "lines": draw(_lines())} for claim_id in claim_ids]


plain_claims = several_claims(ids=IDS).map(
    lambda claims: [
        {
            **claim,
            "lines": [
                {**line, **({"description": "Graft"} if "description" in line else {})} for line in claim["lines"]
            ],
        }
        for claim in claims
    ]
)
"""Claims whose texts hold nothing that a format must quote."""


def json_array(claims: Sequence[Fields], indent: int | None = None) -> bytes:
    """A list of claims."""
    return json.dumps(claims, indent=indent, ensure_ascii=False).encode()


def json_lines(claims: Sequence[Fields], ending: str = "\n") -> bytes:
    """One claim a line."""
    return "".join(json.dumps(claim, ensure_ascii=False) + ending for claim in claims).encode()


def table_rows(claims: Sequence[Fields], between_modifiers: str = " ") -> list[dict[str, str]]:
    """One row a line of a claim, each value as text."""
    rows = [
        {**claim, **line, "modifiers": between_modifiers.join(line.get("modifiers", ()))}
        for claim in claims
        for line in claim["lines"]
    ]
    return [{name: str(value) for name, value in row.items() if name != "lines"} for row in rows]


def csv_rows(
    claims: Sequence[Fields], *, delimiter: str = ",", between_modifiers: str = " ", every_cell_quoted: bool = False,
    ending: str = "\n",
) -> bytes:  # fmt: skip
    """One row a line of a claim; fields that are in no claim have no column."""
    rows = table_rows(claims, between_modifiers)
    return csv_table(rows, delimiter, every_cell_quoted=every_cell_quoted, ending=ending)


def csv_table(
    rows: Sequence[dict[str, str]], delimiter: str, *, every_cell_quoted: bool = False, ending: str = "\n"
) -> bytes:
    """Rows under a header; the claim id stands first where it is called so."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    columns.sort(key=lambda name: name != "claim_id")
    cells = [[row.get(name, "") for name in columns] for row in rows]
    return "".join(_csv_row(row, delimiter, every_cell_quoted) + ending for row in [columns, *cells]).encode()


def _csv_row(cells: Sequence[str], delimiter: str, every_cell_quoted: bool) -> str:
    stream = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if every_cell_quoted else csv.QUOTE_MINIMAL
    csv.writer(stream, delimiter=delimiter, quoting=quoting).writerow(cells)
    return stream.getvalue().removesuffix("\r\n")


def as_claims(claims: Sequence[Fields]) -> list[Claim]:
    """What must be read."""
    return [Claim.model_validate(claim) for claim in claims]


def read(
    content: bytes | str,
    *,
    json_lines: bool = False,
    input_format: InputFormat | None = None,
    mapping: ColumnMapping | None = None,
) -> list[ReadClaim]:
    """What the reader makes of bytes; whatever they are, each thing read is a claim or says why it is none."""
    content = content.encode() if isinstance(content, str) else content
    stream = io.BytesIO(content)
    found = list(read_stream(stream, FILE, json_lines=json_lines, input_format=input_format, mapping=mapping))
    for one in found:
        assert one.claim is not None or one.unreadable
        for wrong in one.unreadable:
            assert wrong.reason
            assert wrong.field
            assert wrong.location.file == FILE
            assert (wrong.location.line, wrong.location.byte_offset) != (None, None) or wrong.field == "file"
    return found


def read_whole(content: bytes | str, **options: Any) -> list[Claim]:
    """The claims of a file in which everything can be read."""
    found = read(content, **options)
    assert [wrong for one in found for wrong in one.unreadable] == []
    assert all(one.is_whole for one in found)
    return [one.claim for one in found if one.claim is not None]


def unread(found: Sequence[ReadClaim]) -> list[tuple[int | None, str, str | None, int | None]]:
    """Of all that could not be read: the line of the file, the field, the claim id and the line number."""
    return [
        (wrong.location.line, wrong.field, wrong.claim_id, wrong.line_number)
        for one in found
        for wrong in one.unreadable
    ]
