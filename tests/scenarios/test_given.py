"""What a scenario may be given, and what is refused."""

from decimal import Decimal
from pathlib import Path

import pytest

from cleanclaim.findings import Finding
from cleanclaim.releases.adding import AddedFile, add_to_library
from cleanclaim.releases.files import Wanted
from cleanclaim.releases.opening import read_plain
from cleanclaim.scenarios.failure import StepFailed
from cleanclaim.scenarios.world import Checkers, World

FILES = Path(__file__).parent / "files"
DOCUMENTS = Path(__file__).parents[2] / "fixtures" / "record_documents"
LINES = [["procedure_code", "units", "date_of_service"], ["Q4257", "4", "2026-01-15"]]


@pytest.fixture
def world(cleanclaim_checkers: Checkers, tmp_path: Path) -> World:
    return World(cleanclaim_checkers, tmp_path)


def found(world: World) -> list[tuple[int | None, str]]:
    world.check()
    return [(one.line_number, one.edit_id) for one in world.outcome.findings]


def only(world: World) -> Finding:
    world.check()
    (finding,) = world.outcome.findings
    return finding


# Code records


def test_without_a_step_the_bundled_records_are_used(world: World) -> None:
    world.add_lines(LINES)
    assert found(world) == [(None, "COD920"), (1, "AOC010")]


def test_a_step_that_gives_records_replaces_the_bundled_ones(world: World) -> None:
    world.state("payer_type", "medicare")
    world.add_release("complete", "2026-01", [["code"], ["A4649"]])
    world.add_lines(LINES)
    assert found(world) == [(1, "COD010")]


def test_bundled_records_that_are_asked_for_stay_beside_others(world: World) -> None:
    world.state("payer_type", "medicare")
    world.add_bundled_records()
    world.add_release("partial", "2026-01", [["code", "termination_date"], ["A4649", "2025-12-31"]])
    world.add_lines([*LINES, ["A4649", "1", "2026-01-15"]])
    assert found(world) == [(1, "AOC010"), (1, "COV080"), (2, "COD030")]


def test_no_code_records_takes_back_what_was_given(world: World) -> None:
    world.state("payer_type", "medicare")
    world.add_bundled_records()
    world.remove_records()
    world.add_lines(LINES)
    assert found(world) == [(1, "COD900")]


def test_a_release_given_twice_is_merged(world: World) -> None:
    world.add_release("partial", "2026-01", [["code"], ["A4649"]])
    world.add_release("partial", "2026-01", [["code"], ["A4650"]])
    world.state("payer_type", "other")
    world.add_lines([LINES[0], ["A4649", "1", "2026-01-15"], ["A4650", "1", "2026-01-15"]])
    assert found(world) == []


def test_releases_that_contradict_each_other_are_refused(world: World) -> None:
    for added in ("2000-01-01", "2001-01-01"):
        world.add_release("partial", "2026-01", [["code", "code_added_date"], ["A4649", added]])
    world.add_lines(LINES)
    with pytest.raises(StepFailed, match="two files are the partial release 2026-01, and differ on A4649"):
        world.check()


def test_a_code_is_in_force_since_2000_unless_the_table_says_otherwise(world: World) -> None:
    world.state("payer_type", "other")
    world.add_release("complete", "1999-10", [["code"], ["A4649"]])
    world.add_release("complete", "1999-07", [["code", "code_added_date"], ["A4649", ""]])
    world.add_lines(
        [LINES[0], ["A4649", "1", "1999-12-31"], ["A4649", "1", "2000-01-01"], ["A4649", "1", "1999-08-01"]]
    )
    assert found(world) == [(1, "COD020"), (2, "COD910"), (3, "COD020")]


def test_lists_in_a_table_of_records_are_separated_by_blanks_or_commas(world: World) -> None:
    head = ["code", "termination_date", "cross_references"]
    world.add_release("partial", "2025-10", [head, ["A4649", "2025-12-31", "a4650, A4651 A4652"]])
    world.state("payer_type", "other")
    world.add_lines([LINES[0], ["A4649", "1", "2026-01-15"]])
    world.check()
    ended = next(one for one in world.outcome.findings if one.edit_id == "COD030")
    assert "In its place: A4650, A4651 or A4652" in ended.message


@pytest.mark.parametrize(
    ("scope", "quarter", "table", "told"),
    [
        ("partial", "2026-02", [["code"]], "2026-02 is no release: one is named by the year and first month of its"),
        ("partial", "2026-01", None, "a table of code records is wanted below the step"),
        ("partial", "2026-01", [["code"], ["A4649"], ["a4649"]], "the table holds two code records of A4649"),
        ("partial", "2026-01", [["code"], ["A46"]], "code record 1 of the table: the code 'A46' is not of five"),
        ("partial", "2026-01", [["statute"], ["1862"]], "code record 1 of the table: there is no code"),
        ("partial", "2026-01", [["cod"], ["A4649"]], "'cod' is no column of code records; nearest: code"),
        ("partial", "2026-01", [["code", "coverage_code"], ["A4649", "7"]],
         "code record 1 of the table, coverage_code: '7' is no value of this field"),
        ("partial", "2026-01", [["code", "termination_date"], ["A4648", ""], ["A4649", "2026-02-30"]],
         "code record 2 of the table, termination_date: '2026-02-30': there is no such day"),
    ],
)  # fmt: skip
def test_records_that_cannot_be_meant_are_refused(
    world: World, scope: str, quarter: str, table: list[list[str]] | None, told: str
) -> None:
    with pytest.raises(StepFailed) as refused:
        world.add_release(scope, quarter, table)
    assert str(refused.value).startswith(told)


def test_files_are_sought_beside_the_feature(cleanclaim_checkers: Checkers) -> None:
    world = World(cleanclaim_checkers, DOCUMENTS)
    world.add_record_document("Q4257.txt")
    world.state("payer_type", "other")
    world.add_lines([*LINES, ["Q4390", "4", "2026-01-15"]])
    assert found(world) == [(1, "AOC010"), (2, "COD900")]


def test_files_that_are_not_there_are_named(world: World, tmp_path: Path) -> None:
    for add in (world.add_library, world.add_record_document, world.add_file, world.add_edits):
        with pytest.raises(StepFailed, match="nowhere"):
            add("nowhere")
    (tmp_path / "empty.txt").write_text("nothing")
    for add in (world.add_library, world.add_record_document):
        with pytest.raises(StepFailed, match=r"empty\.txt"):
            add("empty.txt")


def test_a_library_file_counts_beside_releases_from_tables(world: World, tmp_path: Path) -> None:
    reads = read_plain(DOCUMENTS / "Q4257.txt", Wanted())
    for name in ("library.sqlite", "other.sqlite"):
        add_to_library(tmp_path / name, [AddedFile("Q4257.txt", read.part) for read in reads])
    world.state("payer_type", "other")
    world.add_library("library.sqlite")
    world.add_release("partial", "2026-01", [["code"], ["A4649"]])
    world.add_lines([*LINES, ["A4649", "1", "2026-01-15"], ["Q4390", "1", "2026-01-15"]])
    assert found(world) == [(1, "AOC010"), (3, "COD900")]
    with pytest.raises(StepFailed, match="uses a library file already"):
        world.add_library("other.sqlite")


def test_a_library_file_of_which_nothing_can_be_read_is_refused(world: World, tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").write_bytes(b"SQLite format 3\0 and no more")
    with pytest.raises(StepFailed, match=r"library\.sqlite: is damaged, or no library"):
        world.add_library("library.sqlite")


def test_a_release_that_contradicts_a_library_file_is_refused(world: World, tmp_path: Path) -> None:
    reads = read_plain(DOCUMENTS / "Q4257.txt", Wanted())
    add_to_library(tmp_path / "library.sqlite", [AddedFile("Q4257.txt", read.part) for read in reads])
    world.add_library("library.sqlite")
    world.add_release("partial", "2026-01", [["code"], ["Q4257"]])
    world.add_lines(LINES)
    with pytest.raises(StepFailed, match="two files are the partial release 2026-01, and differ on Q4257"):
        world.check()


# Claims


def test_units_are_not_billed_unless_the_table_bills_them(world: World) -> None:
    world.state("payer_type", "other")
    world.add_lines([LINES[0], ["15271", "", "2026-01-15"]])
    assert found(world) == [(1, "UOS010")]


def test_lines_are_numbered_from_one_unless_the_table_numbers_them(world: World) -> None:
    world.add_lines([["line_number", "date_of_service"], ["", "2026-01-15"], ["7", "2026-01-15"]])
    world.add_lines([["date_of_service"], ["2026-01-15"]])
    world.check()
    (claim,) = world.outcome.claims
    assert claim.claim is not None
    assert [line.line_number for line in claim.claim.lines] == [1, 7, 3]
    with pytest.raises(StepFailed, match="the claim has two lines with the number 7"):
        world.add_lines([["line_number", "date_of_service"], ["7", "2026-01-15"]])


def test_modifiers_are_separated_by_blanks_or_commas(world: World) -> None:
    head = ["modifiers", "date_of_service"]
    world.add_lines([head, ["gy, KX", "2026-01-15"], ["GY KX", "2026-01-15"], ["", "2026-01-15"]])
    world.check()
    claim = world.outcome.claims[0].claim
    assert claim is not None
    assert [line.modifiers for line in claim.lines] == [("GY", "KX"), ("GY", "KX"), ()]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ([["unitz"]], "'unitz' is no column of claim lines; nearest: units\n\n  known: line_number, procedure_code, "),
        ([["units", "units"]], "the column units stands in the table twice"),
        (None, "a table of claim lines is wanted below the step"),
        ([["date_of_service"], ["2026-01-15"], ["15.1.2026"]],
         "claim line 2 of the table, date_of_service '15.1.2026': a day is written year-month-day, as 2026-01-31"),
        ([["date_of_service", "units"], ["2026-01-15", "2,5"]],
         "claim line 1 of the table, units '2,5': a number is written in digits, as 12 or 12.5"),
        ([["date_of_service", "units"], ["2026-01-15", "99999999"]], "claim line 1 of the table, units '99999999': "),
        ([["units"], ["1"]], "claim line 1 of the table, date_of_service: "),
        ([["date_of_service", "modifiers"], ["2026-01-15", "A"]], "claim line 1 of the table, modifiers, 1: "),
    ],
)  # fmt: skip
def test_lines_that_cannot_be_read_are_named_with_the_field(
    world: World, table: list[list[str]] | None, told: str
) -> None:
    with pytest.raises(StepFailed) as refused:
        world.add_lines(table)
    assert str(refused.value).startswith(told)


def test_what_can_name_a_patient_is_not_shown(world: World) -> None:
    head = ["date_of_service", "description", "units"]
    with pytest.raises(StepFailed) as refused:
        world.add_lines([head, ["2026-01-15", "Jane Doe\ud800", "x"]])
    assert "Doe" not in str(refused.value)
    text = '{"claim_id": "N", "patient_id": ["Jane Doe"], "lines": [{"line_number": 1, "description": ["Doe"]}]}'
    with pytest.raises(StepFailed) as refused:
        world.add_json(text)
    assert "patient_id: " in str(refused.value)
    assert "Doe" not in str(refused.value)


def test_of_two_statements_of_a_field_the_later_counts(world: World) -> None:
    world.state("payer_type", "other")
    world.state("payer_type", "unknown")
    world.add_lines([LINES[0], ["15271", "1", "2026-01-15"]])
    assert found(world) == [(None, "COD920")]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("payer_type", "medicar", "payer_type 'medicar': Input should be 'medicare', "),
        ("claim_type", "dental", "claim_type 'dental': Input should be 'professional', 'institutional' or 'dme'"),
        ("place_of_service", "office", "place_of_service 'office': "),
        ("type_of_bill", "13", "type_of_bill '13': "),
    ],
)
def test_a_field_that_cannot_be_meant_is_refused(world: World, field: str, value: str, told: str) -> None:
    with pytest.raises(StepFailed) as refused:
        world.state(field, value)
    assert str(refused.value).startswith(told)


def test_a_field_stated_of_no_claim_is_refused(world: World) -> None:
    world.state("claim_type", "dme")
    world.add_json('{"claim_id": "N", "lines": [{"line_number": 1, "date_of_service": "2026-01-15"}]}')
    with pytest.raises(StepFailed, match="claim_type: stated in a step of its own only of a claim whose lines"):
        world.check()


def test_the_payer_stands_for_claims_that_do_not_state_one(world: World) -> None:
    world.state("payer_type", "medicare")
    line = '"lines": [{"line_number": 1, "procedure_code": "15271", "units": 1, "date_of_service": "2026-01-15"}]'
    world.add_json(f'[{{"claim_id": "N-1", {line}}}, {{"claim_id": "N-2", "payer_type": "other", {line}}}]')
    world.check()
    assert world.outcome.findings == []
    assert [one.claim and one.claim.payer_type for one in world.outcome.claims] == ["medicare", "other"]


def test_numbers_in_json_are_exact(world: World) -> None:
    line = '{"line_number": 1, "procedure_code": "15271", "units": %s, "date_of_service": "2026-01-15"}'
    world.add_json(f'{{"claim_id": "N", "lines": [{line % "1.005"}]}}')
    world.check()
    claim = world.outcome.claims[0].claim
    assert claim is not None
    assert claim.lines[0].units == Decimal("1.005")
    with pytest.raises(StepFailed, match="lines, 1, units: the number has more than 3 decimal places"):
        world.add_json(f'{{"claim_id": "N", "lines": [{line % "1.00000000000000000001"}]}}')


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "a claim as JSON is wanted below the step, between two lines of three quotes"),
        ('{"claim_id": \n', "the claim is no JSON: line 2, column 1: Expecting value"),
        ('{"claim_id": "N"}', "lines: Field required"),
        ('[{"claim_id": "N", "lines": []}]', "lines: "),
        ('[{"claim_id": "N"}, 5]', "claim 1, lines: Field required"),
        ('{"claim_id": "N", "payer": "x"}', "lines: Field required\n'payer' is no field of a claim; nearest: p"),
        ('{"claim_id": "N", "lines": [{"line_number": 1, "date_of_service": "2026-01-15", "unit": 1}]}',
         "'unit' is no field of a claim line; nearest: units"),
        ('{"claim_id": "N", "lines": [{"line_number": 1, "date_of_service": "2026-01-15"}, {"line_number": 2}]}',
         "lines, 2, date_of_service: "),
    ],
)  # fmt: skip
def test_json_that_is_no_claim_is_refused(world: World, text: str | None, told: str) -> None:
    with pytest.raises(StepFailed) as refused:
        world.add_json(text)
    assert str(refused.value).startswith(told)


def test_what_cannot_be_read_of_a_file_is_a_finding(world: World, tmp_path: Path) -> None:
    text = (FILES / "claims.csv").read_text().replace("12.5", "many")
    (tmp_path / "claims.csv").write_text(text)
    world.add_file("claims.csv")
    world.check()
    unreadable = [one for one in world.outcome.findings if one.edit_id == "SYS010"]
    assert [(one.claim_id, one.line_number, one.evidence["field"]) for one in unreadable] == [("N-2", 2, "units")]
    world.outcome.expect_finding("N-2", 2, "SYS010", [["location", "claims.csv:5"]])
    with pytest.raises(StepFailed) as failed:
        world.outcome.expect_no_finding("N-2", 2, None)
    assert 'claim "N-2": the units could not be read: ' in str(failed.value)


def test_a_check_of_no_claim_is_refused(world: World) -> None:
    with pytest.raises(StepFailed, match="no claim is given"):
        world.check()


def test_of_several_claims_with_one_id_any_may_have_the_finding(world: World) -> None:
    line = '{"line_number": 1, "procedure_code": "%s", "units": 1, "date_of_service": "2026-01-15"}'
    claim = '{"claim_id": "N", "payer_type": "other", "lines": [%s]}'
    world.add_json(f"[{claim % (line % 'Q4257')}, {claim % (line % 'Q4390')}]")
    world.check()
    for code in ("Q4257", " Q4390  "):
        world.outcome.expect_finding("N", 1, "AOC010", [["procedure_code", code], ["disposition", "line_item_denial"]])
    with pytest.raises(StepFailed, match="is not the one expected"):
        world.outcome.expect_finding("N", 1, "AOC010", [["procedure_code", "Q4100"]])


# Edits


def test_a_payers_edits_are_added(cleanclaim_checkers: Checkers) -> None:
    world = World(cleanclaim_checkers, FILES)
    world.add_edits("payer_edits")
    world.state("payer_type", "other")
    world.add_lines([LINES[0], ["15271", "1", "2026-01-15"]])
    assert only(world).edit_id == "PAY010"


def test_edits_that_are_none_are_refused_with_every_reason(world: World, tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("id: PAY010\ntitle: A title\n")
    with pytest.raises(StepFailed) as refused:
        world.add_edits(".")
    assert str(refused.value).startswith("the edits are refused:\n  ")
    assert f"{tmp_path / 'broken.yaml'}:1: " in str(refused.value)
