"""What a run is told to have come to, beside its findings: each is one more look at all claims."""

from cleanclaim.spark.database import SparkDatabase

Named = tuple[int, list[str]]
"""How many claims there are of a kind, and the first of their ids."""


def counted(database: SparkDatabase) -> tuple[int, int]:
    """How many claims and lines of `billed` no reader looks at. Raises DatabaseFailed."""
    claims, lines = database.one(
        "select count(distinct claim_key), count(*) from billed b where claim_key is not null "
        "and not exists (select 1 from odd_claim o where o.claim = b.claim_key)"
    )
    return claims, lines


def clean_and_advised(database: SparkDatabase, shown: int) -> tuple[Named, Named]:
    """The claims without findings but information, and those with advisories alone, by the table `found`.

    Of each so many ids are shown at most. Raises DatabaseFailed.
    """
    database.run(
        "create or replace temp table claim_with_findings as select place, claim_id, "
        "bool_and(disposition = 'advisory') as is_advised from found "
        "where disposition <> 'information' and claim_id is not null group by place, claim_id"
    )
    database.run(
        "create or replace temp view clean_claim as select distinct place, claim_id from billed b "
        "where claim_id is not null and not exists (select 1 from claim_with_findings f "
        "where f.place = b.place and f.claim_id = b.claim_id)"
    )
    database.run("create or replace temp view advised_claim as select * from claim_with_findings where is_advised")
    return _named(database, "clean_claim", shown), _named(database, "advised_claim", shown)


def _named(database: SparkDatabase, table: str, shown: int) -> Named:
    rows = database.rows(f"select claim_id from {table} order by claim_id limit {shown}")
    return database.number(f"select count(*) from {table}"), [str(name) for (name,) in rows]
