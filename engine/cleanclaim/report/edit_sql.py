"""An edit as SQL: for each version a query of the facts on which it fires, in the dialect that is asked for."""

from collections.abc import Iterator
from typing import Literal

from cleanclaim.catalogue import Catalogue, Rule
from cleanclaim.edits import Edit
from cleanclaim.predicate.sql import query_text
from cleanclaim.values import listed

Dialect = Literal["duckdb", "spark"]
_TABLES = {"line": "line_fact", "claim": "claim_fact"}


def sql_lines(catalogue: Catalogue, edit: Edit, dialect: Dialect) -> Iterator[str]:
    """The queries of an edit. Tables of facts have a column for each, of the fact's name.

    Words are text, quantities and counts decimals, days dates, and modifiers a list of text.
    """
    yield f"-- {edit.id}: {edit.title}\n"
    rules = sorted(
        (rule for rule in catalogue.rules if rule.edit is edit), key=lambda rule: rule.version.effective.starts
    )
    if not rules:
        yield f"-- It is raised by the {edit.raised_by}: no condition decides it.\n"
    for rule in rules:
        yield from _query(catalogue, rule, dialect)


def _query(catalogue: Catalogue, rule: Rule, dialect: Dialect) -> Iterator[str]:
    yield f"\n-- For dates of service {rule.version.effective.words}"
    yield f", unless {listed(rule.superseded_by, last='or')} fires on the line\n" if rule.superseded_by else "\n"
    names = [rule.asked.get(name, name) for name in rule.evidence if name not in catalogue.names]
    columns = dict.fromkeys(["line_number", *names] if rule.edit.level == "line" else names)
    table = _TABLES[rule.edit.level]
    yield query_text(list(columns) or ["*"], table, rule.condition, catalogue.parameters, dialect) + ";\n"
