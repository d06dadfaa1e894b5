"""A run of plain claims on Spark needs no Python on executors, and leaves the session as it was."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cleanclaim import check_table
from cleanclaim.read.source import read_claims
from cleanclaim.relational.finding_table import COLUMNS

from .running import Cluster, findings_of, table_of_claims

DEMONSTRATION = Path(__file__).parents[2] / "fixtures" / "claims" / "demonstration.json"


@dataclass(frozen=True)
class Before:
    """What a session was like before a run."""

    settings: dict[str, str]
    views: list[str]
    kept: set[int]
    events: int


@dataclass(frozen=True)
class Ran:
    """A run of the claims of the demonstration, as rows that are no file."""

    path: Path
    found: Any
    before: Before


def settings_of(spark: Any) -> dict[str, str]:
    """All settings of a session that are not as they are of themselves."""
    return dict(spark.conf.getAll)


def views_of(spark: Any) -> list[str]:
    """The names of a session's views and tables."""
    return [one.name for one in spark.catalog.listTables()]


def kept_by(spark: Any) -> set[int]:
    """The numbers of what executors keep for a session."""
    return {int(one) for one in spark.sparkContext._jsc.getPersistentRDDs()}


@pytest.fixture(scope="module")
def ran(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    claims = [one.claim for one in read_claims(DEMONSTRATION) if one.claim is not None]
    path = tmp_path_factory.mktemp("demonstration") / "claims.parquet"
    rows = table_of_claims(claims).write_parquet(path)
    session = cluster.session
    frame = session.createDataFrame(session.read.parquet(str(rows)).toArrow())
    before = Before(settings_of(session), views_of(session), kept_by(session), cluster.events_so_far())
    return Ran(path, check_table(frame), before)


def in_any_order(findings: Iterable[dict[str, Any]]) -> list[str]:
    """Findings without their places, sorted."""
    return sorted(str({**one, "location": None}) for one in findings)


def test_the_demonstration_has_the_findings_that_duckdb_makes(ran: Ran) -> None:
    found = findings_of(ran.found.toArrow().to_pylist())
    with check_table(ran.path) as wanted:
        assert in_any_order(found) == in_any_order(one.model_dump() for one in wanted)
    assert {one["location"] for one in found} == {None}
    assert ran.found.columns == list(COLUMNS)


def test_no_claim_that_can_be_read_is_left_to_python(ran: Ran, cluster: Cluster) -> None:
    assert cluster.python_since(ran.before.events) == set()


def test_the_session_is_as_it_was(ran: Ran, cluster: Cluster) -> None:
    assert settings_of(cluster.session) == ran.before.settings
    assert views_of(cluster.session) == ran.before.views


def test_executors_keep_the_findings_alone(ran: Ran, cluster: Cluster) -> None:
    assert len(kept_by(cluster.session) - ran.before.kept) == 1


@pytest.mark.usefixtures("ran")
def test_nothing_is_written_where_spark_runs(cluster: Cluster) -> None:
    assert list(cluster.working.iterdir()) == []


def test_findings_can_be_read_when_the_checker_is_gone_and_the_session_is_set_otherwise(
    ran: Ran, cluster: Cluster
) -> None:
    cluster.session.conf.set("spark.sql.ansi.enabled", "false")
    try:
        assert (
            ran.found.count() == ran.found.where("disposition is not null and map_keys(evidence) is not null").count()
        )
    finally:
        cluster.session.conf.unset("spark.sql.ansi.enabled")
