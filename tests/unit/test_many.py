"""Lists and tables of claims from a program: what one claim at a time gives, from whatever holds the rows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

import cleanclaim
from cleanclaim import Checker, Claim, ColumnMapping, DatabaseFailed, Finding, check, check_table

ROWS = (
    "select 'C' || (i // 3) as claim_id, 'medicare' as payer_type, i % 3 + 1 as line_number, "
    "['15271', 'Q4257', '99213', 'Q4390'][i % 4 + 1] as procedure_code, (i % 5)::decimal(9, 1) as units, "
    "date '2026-01-15' as date_of_service from range(60) r(i)"
)


class Stream:
    """What Arrow hands from library to library, and nothing else."""

    def __init__(self, relation: Any) -> None:
        self.relation = relation

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any:
        return self.relation.__arrow_c_stream__(requested_schema)


def relation() -> Any:
    return duckdb.connect().sql(ROWS)


def file(folder: Path) -> Path:
    path = folder / "claims"
    relation().write_parquet(str(path))
    return path


def csv_file(folder: Path) -> Path:
    path = folder / "claims.csv"
    relation().write_csv(str(path))
    return path


SOURCES: dict[str, Callable[[Path], Any]] = {
    "file": file, "name": lambda folder: str(file(folder)), "csv": csv_file, "relation": lambda _: relation(),
    "arrow": lambda _: Stream(relation()),
}  # fmt: skip


def claims() -> list[Claim]:
    names = ("claim_id", "payer_type", "line_number", "procedure_code", "units", "date_of_service")
    found: dict[str, dict[str, Any]] = {}
    for row in relation().fetchall():
        fields = dict(zip(names, row, strict=True))
        claim = found.setdefault(fields["claim_id"], {"claim_id": fields.pop("claim_id"), "lines": []})
        claim["payer_type"] = fields.pop("payer_type")
        claim["lines"].append(fields)
    return [Claim.model_validate(one) for one in found.values()]


def without_places(findings: list[Finding]) -> list[dict[str, Any]]:
    return [one.model_dump(exclude={"location"}) for one in findings]


EXPECTED = without_places(check(claims(), information=True))


@pytest.mark.parametrize("source", SOURCES)
def test_a_table_gives_what_its_claims_give_whatever_holds_it(source: str, tmp_path: Path) -> None:
    with check_table(SOURCES[source](tmp_path), information=True) as found:
        findings = list(found)
        assert without_places(findings) == EXPECTED
        assert list(found) == findings
        assert (found.census.claims, found.census.lines) == (20, 60)
        assert found.census.findings.total() == len(findings)
        places = {one.location.file for one in findings if one.location}
    assert places == {
        "table" if source in ("relation", "arrow") else str(tmp_path / ("claims" + ".csv" * (source == "csv")))
    }


def test_findings_on_a_table_are_a_relation_a_stream_and_a_file(tmp_path: Path) -> None:
    with check_table(relation()) as found:
        findings = list(found)
        found.write_parquet(tmp_path / "f.parquet")
        assert found.relation().columns == list(Finding.model_fields)
        assert [row[2] for row in found.relation().fetchall()] == [one.claim_id for one in findings]
        assert duckdb.connect().from_arrow(Stream(found)).count("*").fetchall() == [(len(findings),)]
    written = duckdb.sql(f"select claim_id from '{tmp_path}/f.parquet'").fetchall()
    assert [name for (name,) in written] == [one.claim_id for one in findings]
    assert [path.name for path in tmp_path.iterdir()] == ["f.parquet"]


def test_a_list_of_claims_gives_the_same_as_a_set_and_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    some = claims()
    twice = [*some, *reversed(some)]
    checker = Checker(information=True)
    one_by_one = checker.check_many(iter(twice))
    assert one_by_one == check(twice, information=True)
    census = checker.census
    monkeypatch.setattr("cleanclaim.many._MANY", 10)
    other = Checker(information=True)
    assert other.check_many(iter(twice)) == one_by_one
    assert other.census == census


def test_a_table_counts_in_no_checker_and_needs_none_again() -> None:
    checker = Checker()
    with checker.check_table(relation()) as found:
        assert found.census.claims == 20
    assert checker.census.claims == 0
    found.close()


def test_what_is_no_table_of_claims_is_a_finding_and_what_is_not_there_an_error(tmp_path: Path) -> None:
    with check_table(duckdb.sql("select 1 as a")) as found:
        assert [one.edit_id for one in found] == ["SYS010"]
    with pytest.raises(FileNotFoundError):
        check_table(tmp_path / "nowhere")
    with pytest.raises(DatabaseFailed):
        check_table(relation(), memory_limit="lots")


def test_nothing_of_a_table_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    check_table(relation())  # dropped at once
    assert list(tmp_path.iterdir()) == []
    assert cleanclaim.TableFindings is not None


@pytest.mark.parametrize("source", SOURCES)
def test_a_table_in_columns_of_other_names_is_checked_by_a_mapping(source: str, tmp_path: Path) -> None:
    wanted = placeless(check_table(relation()))
    renamed = duckdb.connect().sql(
        "select claim_id as account, payer_type, line_number, procedure_code, units as qty, "
        f"strftime(date_of_service, '%m/%d/%Y') as svc from ({ROWS})"
    )
    given: Any = renamed if source in ("relation", "arrow") else tmp_path / "renamed"
    if source == "csv":
        renamed.write_csv(str(given))
    elif source in ("file", "name"):
        renamed.write_parquet(str(given))
    named = {"claim_id": "Account", "units": "QTY", "date_of_service": "svc"}
    columns = ColumnMapping.model_validate({"columns": named, "date_format": "%m/%d/%Y"})
    assert placeless(check_table(Stream(given) if source == "arrow" else given, columns=columns)) == wanted


def placeless(found: cleanclaim.TableFindings) -> list[Any]:
    return [one.model_copy(update={"location": None}) for one in found]


def test_findings_are_gone_through_while_nothing_else_holds_them(tmp_path: Path) -> None:
    wanted = check(claims())
    assert [one.edit_id for one in check_table(file(tmp_path))] == [one.edit_id for one in wanted]


def test_findings_that_were_closed_are_told_to_be() -> None:
    found = check_table(relation())
    found.close()
    for use in (lambda: list(found), found.relation):
        with pytest.raises(DatabaseFailed, match="the findings on the table were closed"):
            use()


@pytest.mark.parametrize("number", [1, 6_000])
def test_what_is_no_claim_is_refused_in_a_program(number: int) -> None:
    checker = Checker()
    no_claims: Any = [None] * number
    with pytest.raises(TypeError, match="NoneType"):
        checker.check_many(no_claims)
    with pytest.raises(TypeError, match="dict"):
        checker.check({"claim_id": "1"})  # type: ignore[arg-type]
