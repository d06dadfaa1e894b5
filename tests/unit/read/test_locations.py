"""Where things stood: the line of the file, and in JSON a pointer to the field."""

import json

import pytest

from .making import FILE, read

PRETTY = """\
[
  {
    "claim_id": "A",
    "lines": [
      {
        "line_number": 1,
        "units": "many",
        "date_of_service": "2026-01-15"
      },
      {"line_number": 2, "units": 1,
       "date_of_service": "2026-01-15"}, 7,
      {"line_number": 3,
       "date_of_service": "2026-02-30", "unist": 1}
    ],
    "payer_type":
      "somebody"
  },

  {"claim_id": "B", "lines": [
    {"line_number": 1, "date_of_service": "2026-01-15"}]},
  {"claim_id": "C",
   "lines": "none"},
  "D"
]
"""
LINE = '{"line_number": 1, "date_of_service": "2026-01-15"}'


def places(content: str) -> list[tuple[str, int | None, str | None]]:
    """Of everything unread: field, line of the file and pointer."""
    found = read(content)
    return [(wrong.field, wrong.location.line, wrong.location.pointer) for one in found for wrong in one.unreadable]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_in_a_document_of_several_lines_each_field_has_its_own(ending: str) -> None:
    content = PRETTY.replace("\n", ending)
    assert places(content) == [
        ("line", 11, "/0/lines/2"),
        ("units", 7, "/0/lines/0/units"),
        ("line", 12, "/0/lines/3"),
        ("payer_type", 16, "/0/payer_type"),
        ("lines", 22, "/2/lines"),
        ("claim", 23, "/3"),
    ]
    found = read(content)
    assert [one.location.line for one in found] == [2, 19, 21, 23]
    assert {number: (place.line, place.pointer) for number, place in found[0].line_locations.items()} == {
        2: (10, "/0/lines/1")
    }
    assert found[1].line_locations[1].line == 20
    assert all(one.location.file == FILE for one in found)


def test_a_field_that_is_missing_is_told_by_the_line_that_lacks_it() -> None:
    content = '{"claim_id": "A", "lines": [\n' + LINE + ',\n {\n"line_number": 2}]}'
    assert places(content) == [("date_of_service", 3, "/lines/1/date_of_service")]


def test_one_claim_a_line_has_its_own_line_and_a_pointer_within_it() -> None:
    good, bad = f'{{"claim_id": "A", "lines": [{LINE}]}}', '{"claim_id": "B", "lines": [{"line_number": 0}]}'
    content = f"{good}\n\n{bad}\n{{\n{good}"
    assert places(content) == [("line", 3, "/lines/0"), ("claim", 4, "")]
    found = read(content)
    assert [one.location.line for one in found] == [1, 3, 4, 5]
    assert found[3].line_locations[1].model_dump(exclude_none=True) == {"file": FILE, "line": 5, "pointer": "/lines/0"}


def test_of_claims_one_after_another_each_has_a_pointer_within_it() -> None:
    claims = [json.dumps({"claim_id": name, "lines": [{"line_number": 0, "date_of_service": "2026-01-15"}]}, indent=1)
              for name in "AB"]  # fmt: skip
    assert places("\n".join(claims)) == [
        ("line_number", 5, "/lines/0/line_number"), ("line_number", 14, "/lines/0/line_number"),
    ]  # fmt: skip


def test_a_pointer_escapes_what_a_pointer_must() -> None:
    content = '{"claim_id": "A", "lines": [' + LINE.replace("}", ',\n "un/it~s": 1}') + "]}"
    assert places(content) == [("un/it~s", 2, "/lines/0/un~1it~0s")]


def test_a_broken_claim_is_told_by_its_first_line_and_the_fault_by_its_own() -> None:
    content = f'[\n {{"claim_id": "A",\n "lines": [{LINE}]}},\n {{"claim_id": "B",\n "lines" [{LINE}]}}\n]'
    found = read(content)
    assert places(content) == [("claim", 4, "/1")]
    assert found[1].unreadable[0].reason.endswith("(line 5, column 10)")


def test_rows_are_told_by_their_line_and_a_row_over_several_by_its_first() -> None:
    found = read(
        "\n"
        "claim_id,line_number,date_of_service,description\n"
        'A,1,2026-01-15,"several\r\nlines\n"\n'
        "\n"
        "A,2,2026-02-30,none\n"
        "A,3,2026-01-15\n"
        "A,4,2026-01-15,none\n"
        ",,,\n"
        ",5,2026-01-15,none\n"
    )  # fmt: skip
    assert [(wrong.field, wrong.location.line) for one in found for wrong in one.unreadable] == [
        ("line", 10 + 1), ("line", 8), ("claim", 3), ("date_of_service", 7),
    ]  # fmt: skip
    (claim,) = [one for one in found if one.claim]
    assert {number: place.line for number, place in claim.line_locations.items()} == {1: 3, 4: 9}
    assert all(place.pointer is None for place in claim.line_locations.values())


def test_a_file_as_a_whole_has_no_line() -> None:
    assert places("") == [("file", None, None)]
    assert places("claim_id,unit,line_number\n") == [("file", 1, None)]
