"""The distinct values of the claims, as far as they are looked up: small tables made on the driver, and broadcast."""

from cleanclaim.claims import PayerType
from cleanclaim.enrich.lines import Enricher
from cleanclaim.relational.conditions import Bits, Conditions
from cleanclaim.relational.connection import DatabaseFailed
from cleanclaim.relational.dimensions import Dimensions
from cleanclaim.relational.raw_values import CODE, GIVEN, SETTING
from cleanclaim.spark.database import SparkDatabase

MOST_VALUES = 3_000_000
"""Different codes, lists of modifiers, settings and days that the driver takes."""
_ISO_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_SETS = {
    "setting": SETTING, "code": (*CODE, "claim_type", "quarter", "last_quarter"), "modifiers": ("modifiers", "quarter"),
    "day": ("first_day",), "last": ("last_day",), "claim": ("is_lost",),
}  # fmt: skip
_TELLS = {
    "setting": "place_of_service", "code": "procedure_code", "modifiers": "modifiers", "day": "first_day",
    "last": "last_day", "claim": "is_lost",
}  # fmt: skip


def make_dimensions(
    database: SparkDatabase, conditions: Conditions, of_lines: Bits, enricher: Enricher, payer_type: PayerType
) -> None:
    """Make the tables `day`, `setting`, `code`, `modifier` and what they rest on, of the view `billed`.

    They stand in the small database, too. Raises DatabaseFailed.
    """
    small = database.small

    def meet(query: str) -> None:
        for table in ("day", "code_value"):
            database.broadcast(table)
        name, _, selected = query.partition(" as ")
        _fetch(database, name.split()[-1], selected)

    _fetch(database, "distinct_value", _distinct_query())
    names = ", ".join(dict.fromkeys(name for sets in ("setting", "code", "modifiers") for name in _SETS[sets]))
    small.run(
        f"create or replace temp table seen as select {names}, of_setting, of_code, of_modifiers, lines "
        "from distinct_value where of_setting or of_code or of_modifiers"
    )
    small.run(
        "create or replace temp table raw_day as select row_number() over () as id, raw, "
        "year(day) * 4 + quarter(day) as quarter from (select raw, try_cast(raw as date) as day from ("
        "select first_day as raw from distinct_value where of_day union "
        "select last_day from distinct_value where of_last) where raw is not null)"
    )
    dimensions = Dimensions(small, conditions, of_lines, enricher, payer_type, GIVEN, meet)
    dimensions.make_raw_values()
    dimensions.make()
    for table in ("day", "setting", "code_value", "code", "modifier_text", "modifier", "primary_code"):
        database.broadcast(table)


def _distinct_query() -> str:
    """The query of the distinct values, each with the number of lines that bear it."""
    columns = ", ".join(dict.fromkeys(name for group in _SETS.values() for name in group))
    marks = ", ".join(f"grouping({_TELLS[name]}) = 0 as of_{name}" for name in _SETS)
    sets = ", ".join(f"({', '.join(group)})" for group in _SETS.values())
    return (
        f"select {columns}, {marks}, count(*) as lines from (select *, {_quarter('first_day')} as quarter, "
        f"{_quarter('coalesce(last_day, first_day)')} as last_quarter, claim_key is null as is_lost from billed) "
        f"group by grouping sets ({sets})"
    )


def _quarter(day: str) -> str:
    """The number of a day's quarter, as SQL; null where the text is no day."""
    is_day = f"regexp_full_match(cast({day} as varchar), '{_ISO_DAY}')"
    return f"case when {is_day} then year(try_cast({day} as date)) * 4 + quarter(try_cast({day} as date)) end"


def _fetch(database: SparkDatabase, table: str, query: str) -> None:
    """Make a small table of a query of Spark's. Raises DatabaseFailed."""
    arrow = database.arrow(query, MOST_VALUES + 1)
    if arrow.num_rows > MOST_VALUES:
        raise DatabaseFailed(
            f"the claims hold more than {MOST_VALUES:,} different codes, lists of modifiers, settings and days; "
            "is a column taken for another?"
        )
    database.small.connection.register("fetched", arrow)
    database.small.run(f"create or replace temp table {table} as from fetched")
    database.small.connection.unregister("fetched")
