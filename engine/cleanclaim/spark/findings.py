"""Findings as Spark has them: the columns that they have in Parquet, and those by which they are sorted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyspark.sql import DataFrame, functions

from cleanclaim.relational.conditions import Bits
from cleanclaim.relational.facts import selected
from cleanclaim.relational.finding_table import COLUMNS, edit_numbers, load_edit_texts, load_rules
from cleanclaim.relational.set_rules import SetRules
from cleanclaim.relational.texts import Texts
from cleanclaim.spark.database import SparkDatabase

FOUND = {**COLUMNS, "place": "bigint", "turn": "bigint"}
"""The columns of findings, with the place of each one's claim in the input; then in which turn they are reported."""
_ORDER = ("coalesce(claim_id, '')", "place", "coalesce(line_number, 0)", "edit_id", "turn")
"""Claim id by code points, the claim's place in the input, line, edit; then as reported."""


NAMED = ("rule", "claim_id", "place", "stood_at", "line_number", "shown_code", "date_of_service", "code_set_release")
"""What a finding on a line tells, whatever its rule."""


@dataclass(frozen=True)
class Hits:
    """Lines or claims on which rules fire, and stand."""

    query: str
    """Of what their findings tell, and `rule`, the place of each one's rule."""
    bits: Bits
    places: Sequence[int]
    """Of the rules among `bits`."""
    of_line: bool

    @property
    def level(self) -> str:
        """The level of the rules' edits."""
        return "line" if self.of_line else "claim"


def in_order(found: DataFrame) -> DataFrame:
    """The findings in order."""
    return found.orderBy(*map(functions.expr, _ORDER))


def load_edits(database: SparkDatabase, rules: SetRules) -> None:
    """Make the small tables of edits and rules, `edit_text` and `rule`. Raises DatabaseFailed."""
    numbers = edit_numbers(rules.catalogue)
    load_rules(database, numbers, rules.of_lines, rules.of_claims)
    load_edit_texts(database.small, rules.catalogue, numbers)
    database.broadcast("edit_text")


def findings_of(database: SparkDatabase, texts: Texts, hits: Sequence[Hits]) -> DataFrame:
    """The findings that hits come to, with the columns of FOUND. Raises DatabaseFailed."""
    nothing = ", ".join(f"cast(null as {kind}) as {name}" for name, kind in FOUND.items())
    queries = [_query(one, texts) for one in hits] or [f"select {nothing} where false"]
    return database.frame(" union all ".join(queries))


def _query(hits: Hits, texts: Texts) -> str:
    """The findings of hits: one query for all rules, as a query for each would be read as often as there are rules."""
    by_rule = {place: texts.finding(hits.bits.rules[place], of_line=hits.of_line) for place in hits.places}
    columns = {
        name: _chosen({place: one[name] for place, one in by_rule.items()}) for name in next(iter(by_rule.values()))
    }
    joined = {
        **{name: f"f.{name}" for name in FOUND}, "turn": "0",
        **{name: f"e.{name}" for name in ("edit_id", "title", "disposition", "citations")},
        "remittance": "get(e.remittances, f.remittance)",
    }  # fmt: skip
    cast = ", ".join(f"cast({joined[name]} as {kind}) as {name}" for name, kind in FOUND.items())
    return (
        f"select {cast} from (select rule, place, {selected(columns)} from ({hits.query})) f "
        f"join rule x on x.rule = f.rule and x.level = '{hits.level}' join edit_text e on e.edit = x.edit"
    )


def _chosen(by_rule: Mapping[int, str]) -> str:
    """What stands for each rule in a column, by the rule of the row."""
    different = set(by_rule.values())
    if len(different) == 1:
        return different.pop()
    return f"case rule {' '.join(f'when {place} then {sql}' for place, sql in by_rule.items())} end"
