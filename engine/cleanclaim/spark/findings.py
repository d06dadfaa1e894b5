"""Findings as Spark has them: the columns that they have in Parquet, and those by which they are sorted."""

import json

from pyspark.sql import DataFrame

from cleanclaim.catalogue import Catalogue
from cleanclaim.relational.finding_table import CITATIONS, COLUMNS, REMITTANCE
from cleanclaim.spark.database import SparkDatabase

FOUND = {**COLUMNS, "place": "bigint", "turn": "bigint"}
"""The columns of findings, with the place of each one's claim in the input; then in which turn they are reported."""
_ORDER = ("coalesce(claim_id, '')", "place", "coalesce(line_number, 0)", "edit_id", "turn")
"""Claim id by code points, the claim's place in the input, line, edit; then as reported."""


def in_order(found: DataFrame) -> DataFrame:
    """The findings in order."""
    from pyspark.sql import functions

    return found.orderBy(*map(functions.expr, _ORDER))


def edit_texts(database: SparkDatabase, catalogue: Catalogue) -> None:
    """Make the small table `edit_text`, of what all findings of an edit share. Raises DatabaseFailed."""
    rows = []
    for number, (edit_id, edit) in enumerate(sorted(catalogue.edits.items())):
        citations = json.dumps([one.model_dump(mode="json") for one in edit.citations])
        remittances = json.dumps([one.model_dump(mode="json", exclude={"when"}) for one in edit.remittance])
        rows.append((number, edit_id, edit.title, edit.disposition, citations, remittances))
    columns = dict.fromkeys(("edit_id", "title", "disposition", "citations", "remittances"), "varchar")
    database.small.load("edit_as_text", {"edit": "smallint", **columns}, rows)
    database.broadcast(
        "edit_text",
        f"select * replace (cast(citations::json as {CITATIONS}) as citations, "
        f"cast(remittances::json as {REMITTANCE}[]) as remittances) from edit_as_text",
    )
