"""Whether the back ends of a condition agree: Python, durable_rules as compiled for claims, and DuckDB.

`python -m unit.predicate.agreement SEED RULESETS [--without-sql]`, from the folder tests, compares them on conditions
and facts made by the seed; it prints how often conditions held, and exits with 1 when back ends differ.
"""

import argparse
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from types import SimpleNamespace
from typing import Any

from cleanclaim.catalogue import Rule
from cleanclaim.edits import Edit
from cleanclaim.evaluate.rete import ReteRules
from cleanclaim.facts import LINE_FACTS, Facts
from cleanclaim.predicate.parse import parse
from cleanclaim.predicate.python import python_test
from cleanclaim.predicate.rete import MOST_GROUPS, WireFields, groups, rete_pattern
from cleanclaim.predicate.sql import sql_text
from cleanclaim.predicate.tree import Condition, pushed_down

from .making import condition_text, line_facts
from .vocabulary import PARAMETERS

MOST_TESTS = 48
"""Tests in one batch of conditions, so that a batch is one ruleset whatever matches."""
_COLUMNS = {
    "word": "varchar",
    "quantity": "decimal(18,3)",
    "count": "decimal(15,3)",
    "date": "date",
    "modifiers": "varchar[]",
}
_EDIT = Edit.model_validate({
    "id": "XXX001", "title": "An edit", "disposition": "advisory",
    "citations": [{"document": "None", "section": "none", "url": "https://example.org", "read": "2026-01-01"}],
    "versions": [{"when": "units = 0", "message": "A message.", "fix": "A fix."}],
})  # fmt: skip

Held = set[tuple[int, int]]
"""Which conditions hold on which facts, by their places."""


def parsed(text: str) -> Condition:
    """The tree of a condition over the facts of a line and the parameters made up."""
    return parse(text, LINE_FACTS, PARAMETERS)


def tests_in(condition: Condition) -> int:
    """The tests that a condition's pattern makes."""

    def count(pattern: dict[str, Any]) -> int:
        ((key, parts),) = pattern.items()
        return sum(map(count, parts)) if key in ("$and", "$or") else 1

    return count(rete_pattern(condition, WireFields(LINE_FACTS, PARAMETERS)))


def groups_in(condition: Condition) -> int:
    """The and/or groups that a condition's pattern has."""
    return groups(rete_pattern(condition, WireFields(LINE_FACTS, PARAMETERS)))


def held_in_python(conditions: Sequence[Condition], facts: Sequence[Facts]) -> Held:
    """By the functions over facts."""
    tests = [python_test(condition, PARAMETERS) for condition in conditions]
    return {(place, row) for place, test in enumerate(tests) for row, one in enumerate(facts) if test(one)}


def rule_of(condition: Condition) -> Rule:
    """A rule as the catalogue would make it of a condition alone."""
    return Rule(
        _EDIT, _EDIT.versions[0], condition, condition, (), None, None, (), (),  # type: ignore[arg-type]
        reads_record=False, reads_other_lines=False, reads_payability=False,
    )  # fmt: skip


def held_in_rete(conditions: Sequence[Condition], facts: Sequence[Facts], lines_a_claim: int) -> list[tuple[int, int]]:
    """By the rulesets of the executor, the facts as claims of so many lines."""
    rules = [rule_of(condition) for condition in conditions]
    places = {id(rule): place for place, rule in enumerate(rules)}
    compiled = ReteRules("agreement", rules, SimpleNamespace(parameters=PARAMETERS, line_facts=LINE_FACTS))  # type: ignore[arg-type]
    return [
        (places[id(rule)], first + row)
        for first in range(0, len(facts), lines_a_claim)
        for row, rule in compiled.fired(facts[first : first + lines_a_claim])
    ]


@cache
def _duckdb() -> Any:
    import duckdb

    config = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    return duckdb.connect(":memory:", config=config)


def held_in_sql(groups: Sequence[Sequence[Condition]], facts: Sequence[Facts]) -> list[Held]:
    """By DuckDB, over a table of the facts; for each group of conditions."""
    connection = _duckdb()
    columns = ", ".join(f"{name} {_COLUMNS[kind.type]}" for name, kind in LINE_FACTS.items())
    connection.execute(f"create or replace table line_fact (place integer, {columns})")
    row = f"({', '.join('?' * (len(LINE_FACTS) + 1))})"
    values = [
        value for place, one in enumerate(facts) for value in (place, *(_bound(one[name]) for name in LINE_FACTS))
    ]
    connection.execute(f"insert into line_fact values {', '.join([row] * len(facts))}", values)
    query = "select place from line_fact where "
    return [
        {
            (place, row)
            for place, condition in enumerate(conditions)
            for (row,) in connection.execute(query + sql_text(condition, PARAMETERS, "duckdb")).fetchall()
        }
        for conditions in groups
    ]


def _bound(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def differences(
    conditions: Sequence[Condition], facts: Sequence[Facts], *, lines_a_claim: int = 3, with_sql: bool = True
) -> tuple[Held, list[str]]:
    """What holds, and a line for each condition and facts on which a back end says otherwise than Python."""
    expected = held_in_python(conditions, facts)
    pushed = [pushed_down(condition) for condition in conditions]
    in_rete = held_in_rete(conditions, facts, lines_a_claim)
    found: list[tuple[str, Held]] = [
        ("Python, with not pushed down,", held_in_python(pushed, facts)),
        ("durable_rules", set(in_rete)),
    ]
    if with_sql:
        as_parsed, as_pushed = held_in_sql((conditions, pushed), facts)
        found += [("DuckDB", as_parsed), ("DuckDB, with not pushed down,", as_pushed)]
    lines = [
        f"{name} says {(place, row) in held} of {conditions[place]} on {_shown(conditions[place], facts[row])}"
        for name, held in found
        for place, row in sorted(held ^ expected)
    ]
    if len(in_rete) != len(set(in_rete)):
        lines.append("durable_rules fired a rule twice on one line")
    return expected, lines


def _shown(condition: Condition, facts: Facts) -> str:
    names = [name for name in facts if name in str(condition)] + ["date_of_service", "modifiers"]
    return repr({name: facts[name] for name in names})


def batches(conditions: Iterable[Condition]) -> Iterator[list[Condition]]:
    """Conditions in batches that make one ruleset each; those with too many groups or tests are left out."""
    batch: list[Condition] = []
    size = 0
    for condition in conditions:
        tests = tests_in(condition)
        if tests > MOST_TESTS or groups_in(condition) > MOST_GROUPS:
            continue
        if size + tests > MOST_TESTS:
            yield batch
            batch, size = [], 0
        batch.append(condition)
        size += tests
    if batch:
        yield batch


def main() -> int:
    """Compare the back ends on conditions and facts made by a seed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("seed", type=int)
    parser.add_argument("rulesets", type=int)
    parser.add_argument("--without-sql", action="store_true")
    wanted = parser.parse_args()
    chance = random.Random(wanted.seed)
    judged = held = 0
    # a new ruleset whose first claims are clean: there lies the engine's worst hazard
    quiet = [parsed(f"units = {number} or has_modifier('A{number}')") for number in range(5)]
    clean = [{**line_facts(chance.choice), "units": Decimal(9), "modifiers": ()} for _ in range(40)]
    _, lines = differences(quiet, [*clean, {**clean[0], "modifiers": ("A1",)}, *clean], with_sql=False)
    endless = (parsed(condition_text(chance.choice)) for _ in iter(int, 1))
    for _, batch in zip(range(wanted.rulesets), batches(endless), strict=False):
        facts = [line_facts(chance.choice) for _ in range(24)]
        expected, found = differences(batch, facts, lines_a_claim=chance.randint(1, 5), with_sql=not wanted.without_sql)
        judged, held = judged + len(batch) * len(facts), held + len(expected)
        lines += found
    if lines:
        sys.stderr.write("\n".join(lines[:5]) + "\n")
        return 1
    sys.stdout.write(f"{judged} {held}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
