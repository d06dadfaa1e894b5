"""The same claims as JSON, CSV, Parquet, 837, FHIR, another's table and a database give the same findings."""

import csv
import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cleanclaim.claims import Claim

from .read.fhir_making import bundle
from .read.making import table_rows
from .read.x12.making import x12

_COLUMNS = {
    "claim_id": "Account No", "line_number": "Seq", "procedure_code": "Proc", "units": "Qty",
    "date_of_service": "Svc From", "date_of_service_end": "Svc To",
}  # fmt: skip


def _claim(name: str, payer_type: str, *lines: dict[str, Any]) -> dict[str, Any]:
    common = {"place_of_service": "11", "rendering_provider": "1999999984", "units": "1", "charge": "10.00"}
    numbered = [{"line_number": number, **common, **line} for number, line in enumerate(lines, start=1)]
    claim = {"claim_id": name, "claim_type": "professional", "payer_type": payer_type}
    return {**claim, "billing_provider": "1234567893", "lines": numbered}


_NOW, _BEFORE = {"date_of_service": "2026-01-15"}, {"date_of_service": "2025-12-31"}
_FIELDS = [
    _claim(
        "CLEAN", "medicare", {"procedure_code": "15271", **_NOW}, {"procedure_code": "Q4257", "units": "20", **_NOW}
    ),
    _claim("ALONE", "medicare", {"procedure_code": "Q4257", "units": "20", **_NOW}),
    _claim("BEFORE", "medicare", {"procedure_code": "Q4257", "units": "20", **_BEFORE}),
    _claim("AGAIN", "medicare", {"procedure_code": "99213", **_NOW}, {"procedure_code": "99213", **_NOW}),
    _claim("MODIFIED", "medicare", {"procedure_code": "Q4257", "modifiers": ["GY", "GZ"], "units": "2.5", **_NOW}),
    _claim("SPAN", "unknown", {"procedure_code": "Q4390", **_BEFORE, "date_of_service_end": "2026-01-02"}),
    _claim("MISTYPED", "other", {"procedure_code": "Q42571", "ndc": "12345678901", **_NOW}),
]


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, ...]]:
    """How each form of the claims is named on the command line."""
    folder = tmp_path_factory.mktemp("claims")
    rows = table_rows(_FIELDS)
    names = list(dict.fromkeys(name for row in rows for name in row))
    (folder / "claims.json").write_text(json.dumps(_FIELDS))
    (folder / "claims.837").write_bytes(x12(_numbers(_FIELDS)))
    (folder / "fhir.json").write_text(json.dumps(bundle([Claim.model_validate(one) for one in _FIELDS])))
    _write_csv(folder / "claims.csv", names, rows)
    _write_csv(folder / "other.csv", [_COLUMNS.get(name, name) for name in names], _renamed(rows))
    (folder / "other.yaml").write_text(json.dumps({"columns": _COLUMNS, "date_format": "%m/%d/%Y"}))
    with sqlite3.connect(folder / "claims.sqlite") as database:
        database.execute(f"create table lines ({', '.join(names)})")
        places = ", ".join("?" for _ in names)
        database.executemany(
            f"insert into lines values ({places})", [[row.get(name) for name in names] for row in rows]
        )
    database.close()
    parquet = str(folder / "claims.parquet")
    assert run("convert", str(folder / "claims.json"), "--output", parquet).returncode == 0
    return {
        "837": (str(folder / "claims.837"),),
        "json": (str(folder / "claims.json"),),
        "csv": (str(folder / "claims.csv"),),
        "parquet": (parquet,),
        "fhir": (str(folder / "fhir.json"),),
        "table": (str(folder / "other.csv"), "--columns", str(folder / "other.yaml")),
        "database": ("--from", f"sqlite:///{folder / 'claims.sqlite'}", "--query", "select * from lines"),
    }


def _numbers(claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The claims with their charges as numbers, as they are added up in an 837."""
    return [
        {**claim, "lines": [{**line, "charge": float(line["charge"])} for line in claim["lines"]]} for claim in claims
    ]


def _write_csv(path: Path, header: list[str], rows: list[dict[str, str]]) -> None:
    with path.open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(header)
        names = list(dict.fromkeys(name for row in rows for name in row))
        writer.writerows([row.get(name, "") for name in names] for row in rows)


def _renamed(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """The rows with their days written as another table writes them."""
    found = []
    for row in rows:
        days = {name: _american(row[name]) for name in ("date_of_service", "date_of_service_end") if name in row}
        found.append(row | days)
    return found


def _american(day: str) -> str:
    year, month, number = day.split("-")
    return f"{month}/{number}/{year}"


def run(*words: str) -> "subprocess.CompletedProcess[str]":
    """A run of the program."""
    command = [sys.executable, "-m", "cleanclaim", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def _findings(words: tuple[str, ...], executor: str) -> Iterator[str]:
    done = run("check", *words, "--format", "jsonl", "--executor", executor, "--show-information")
    assert done.returncode in (0, 1), done.stderr
    for line in done.stdout.splitlines():
        finding = json.loads(line)
        finding["location"] = None
        yield json.dumps(finding, sort_keys=True)


@pytest.mark.parametrize("executor", ["rete", "duckdb"])
def test_the_same_claims_give_the_same_findings_in_every_format(
    sources: dict[str, tuple[str, ...]], executor: str
) -> None:
    wanted = sorted(_findings(sources["json"], "rete"))
    assert len(wanted) > 5
    for name, words in sources.items():
        assert sorted(_findings(words, executor)) == wanted, name
