"""rule-engine: a Rule for each edit, compiled once.

Its types are ours: FLOAT is an exact decimal, with a context of 60 digits here; a date is made a DATETIME at midnight,
once a value and not once a comparison, with the context's time zone, which is UTC. The rules are proved against a
context that knows each fact's type, and then evaluated in one that does not: with type hints the library checks every
value each time it is read, which costs half as much again. Facts are read by `operator.getitem`, a resolver quicker
than the one it comes with. What dated parameters say is handed over as facts. One rule for all edits, an array of
their conditions, was an eighth faster; it is not how the library is meant to be used.
"""

import json
import operator
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Context as Precision
from decimal import Decimal

import rule_engine

from cleanclaim.catalogue import Rule
from cleanclaim.facts import Facts
from cleanclaim.predicate.tree import pushed_down

from .facts import Handed, Stage
from .language import Infix

_TYPES = {
    "word": rule_engine.DataType.STRING,
    "quantity": rule_engine.DataType.FLOAT,
    "count": rule_engine.DataType.FLOAT,
    "date": rule_engine.DataType.DATETIME,
    "modifiers": rule_engine.DataType.ARRAY(rule_engine.DataType.STRING),
}


class _Expressions(Infix):
    def value(self, value: str | Decimal | date) -> str:
        if isinstance(value, str):
            return json.dumps(value)
        return f'd"{value}"' if isinstance(value, date) else f"{value:f}"

    def bears(self, modifier: str) -> str:
        return f"{self.value(modifier)} in modifiers"

    def rounded(self, number: str) -> str:
        return f"({number} < 0 ? ({number} - 0.5).ceiling : ({number} + 0.5).floor)"


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


class RuleEngineRules:
    """Rules as rule-engine evaluates them, one after the other."""

    def __init__(self, stage: Stage) -> None:
        kinds = stage.kinds
        self._handed = Handed(stage, {"date": _midnight, "count": Decimal})
        types = {name: _TYPES[kinds[name].type] for name in self._handed.names if name in kinds}
        types |= {
            name: rule_engine.DataType.FLOAT if name in stage.parameters else rule_engine.DataType.STRING
            for name in self._handed.names
            if name not in kinds
        }
        exact = Precision(prec=60)
        typed = rule_engine.Context(type_resolver=types, decimal_context=exact, default_timezone=UTC)
        context = rule_engine.Context(resolver=operator.getitem, decimal_context=exact, default_timezone=UTC)
        self._rules = []
        for rule in stage.rules:
            text = _Expressions().condition(pushed_down(rule.condition))
            rule_engine.Rule(text, context=typed)
            self._rules.append((rule, rule_engine.Rule(text, context=context)))

    def fired(self, all_facts: Sequence[Facts]) -> list[tuple[int, Rule]]:
        """The rules that fire, each with the index of the facts it fires on."""
        found = []
        for row, facts in enumerate(all_facts):
            handed = self._handed(facts)
            found += [(row, rule) for rule, compiled in self._rules if compiled.matches(handed)]
        return found
