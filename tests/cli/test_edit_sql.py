"""`edits show ID --sql duckdb` prints queries which, over a table of facts, give the rows on which the edit fires."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from cleanclaim import Claim, load_catalogue
from cleanclaim.enrich.lines import Enricher
from cleanclaim.enrich.other_lines import other_lines
from cleanclaim.facts import CLAIM_FACTS
from cleanclaim.predicate.python import python_test
from cleanclaim.read.source import read_claims
from cleanclaim.releases.opening import read_library

from .running import DEMONSTRATION, FIXTURES, NOTHING_BAD, ROOT, refusal, run_here
from .test_same_bytes import many_claims

PAYER_RULES = ROOT / "fixtures" / "payer_rules"
CATALOGUE = load_catalogue(PAYER_RULES)
TYPES = {"word": "varchar", "quantity": "decimal(18, 3)", "count": "decimal(15, 3)", "date": "date",
         "modifiers": "varchar[]"}  # fmt: skip


def shown(edit_id: str) -> str:
    done = run_here("edits", "show", edit_id, "--sql", "duckdb", "--rules", PAYER_RULES, cwd=ROOT)
    assert (done.returncode, done.stderr) == (NOTHING_BAD, "")
    return done.stdout


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> list[Claim]:
    path = many_claims(tmp_path_factory.mktemp("claims") / "claims.jsonl")
    files = [path, DEMONSTRATION, FIXTURES / "samples.json"]
    return [read.claim for file in files for read in read_claims(file) if read.claim is not None]


@pytest.fixture(scope="module")
def facts(claims: list[Claim]) -> dict[str, list[dict[str, Any]]]:
    """The facts of lines and of claims, by level."""
    library, _ = read_library(ROOT / "fixtures" / "releases")
    enricher = Enricher(library, CATALOGUE.parameters, other_lines(CATALOGUE))
    return {
        "line": [dict(line.facts) for claim in claims for line in enricher.lines(claim)],
        "claim": [dict(enricher.claim_facts(claim)) for claim in claims],
    }


@pytest.fixture(scope="module")
def connection(facts: dict[str, list[dict[str, Any]]]) -> Iterable[Any]:
    with duckdb.connect() as made:
        for table, kinds, level in (("line_fact", CATALOGUE.line_facts, "line"), ("claim_fact", CLAIM_FACTS, "claim")):
            columns = {name: TYPES[kind.type] for name, kind in kinds.items()}
            made.execute(f"create table {table} ({', '.join(f'{name} {kind}' for name, kind in columns.items())})")
            rows = [[_bound(one.get(name, "not_required")) if name in one or name == "primary_procedure" else 0
                     for name in columns] for one in facts[level]]  # fmt: skip
            made.executemany(f"insert into {table} values ({', '.join('?' * len(columns))})", rows)
        yield made


def _bound(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("edit_id", sorted(CATALOGUE.edits))
def test_the_queries_give_the_rows_on_which_the_edit_fires(
    edit_id: str, facts: dict[str, list[dict[str, Any]]], connection: Any
) -> None:
    edit = CATALOGUE.edits[edit_id]
    rules = [rule for rule in CATALOGUE.rules if rule.edit is edit]
    tests = [python_test(rule.condition, CATALOGUE.parameters) for rule in rules]
    whole = [{"primary_procedure": "not_required", "primary_line": Decimal(0)} | one for one in facts[edit.level]]
    expected = sum(test(one) for one in whole for test in tests)
    queries = [part for part in shown(edit_id).split(";") if "SELECT" in part]
    assert len(queries) == len(rules)
    assert sum(len(connection.execute(query).fetchall()) for query in queries) == expected


def test_a_query_is_for_people_to_read() -> None:
    text = shown("UOS020")
    assert text.startswith("-- UOS020: ")
    assert "\n-- For dates of service " in text
    assert "SELECT\n  line_number,\n" in text
    assert "FROM line_fact\nWHERE\n" in text
    assert shown("SYS010").endswith("-- It is raised by the reader: no condition decides it.\n")


def test_another_dialect_is_refused(tmp_path: Path) -> None:
    done = run_here("edits", "show", "UOS020", "--sql", "oracle", cwd=tmp_path)
    assert refusal(done) == "--sql oracle: it is one of duckdb, spark"
