"""zen-engine: the edits as one compiled expression, and as one decision table.

Its documentation advises to compile once and to reuse what was compiled, and names decision tables and expressions as
the quick kinds of node. Two forms are measured. In the first, `compile_expression` makes one expression of all edits,
an array that says of each whether it holds; it is evaluated once a line. In the second, a precompiled decision has one
table with the hit policy `collect` and the execution mode `loop`, so that one call decides all lines of a claim; what
at least four edits compare with words is a column of its own, which the engine indexes, and the rest of each condition
is an expression in the last column. It is held by an engine's loader: a decision that `create_decision` makes took 0.2
ms longer a call.

Numbers are its own decimals of 28 digits, made of Python floats, which hold our quantities (ten digits) exactly enough
to come back as the same decimal; days are numbers YYYYMMDD, which it compares faster than its dates. What dated
parameters say is handed over as facts.
"""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import compress
from typing import Any

import zen

from cleanclaim.catalogue import Rule
from cleanclaim.facts import Facts
from cleanclaim.predicate.rete import wire_day
from cleanclaim.predicate.tree import And, Comparison, Condition, Constant, Fact, Or, all_of, pushed_down

from .facts import Handed, Stage
from .language import Infix, one_of

_CONVERTS = {"quantity": float, "count": int, "date": wire_day, "modifiers": list}
_EDITS_THAT_MAKE_A_COLUMN = 4


class _Expressions(Infix):
    def value(self, value: str | Decimal | date) -> str:
        if isinstance(value, str):
            return json.dumps(value)
        return str(wire_day(value)) if isinstance(value, date) else f"{value:f}"

    def bears(self, modifier: str) -> str:
        return f"{self.value(modifier)} in modifiers"

    def rounded(self, number: str) -> str:
        return f"({number} < 0 ? ceil({number} - 0.5) : floor({number} + 0.5))"


class ZenExpressionRules:
    """Rules as one compiled expression, evaluated once a line."""

    def __init__(self, stage: Stage) -> None:
        self._rules = stage.rules
        self._handed = Handed(stage, _CONVERTS)
        language = _Expressions()
        conditions = [language.condition(pushed_down(rule.condition)) for rule in stage.rules]
        self._expression = zen.compile_expression(f"[{', '.join(conditions)}]")

    def fired(self, all_facts: Sequence[Facts]) -> list[tuple[int, Rule]]:
        """The rules that fire, each with the index of the facts it fires on."""
        evaluate, handed = self._expression.evaluate, self._handed
        return [
            (row, rule)
            for row, facts in enumerate(all_facts)
            for rule in compress(self._rules, evaluate(handed(facts)))
        ]


class ZenTableRules:
    """Rules as one decision table, evaluated once a claim."""

    def __init__(self, stage: Stage) -> None:
        self._rules = stage.rules
        self._handed = Handed(stage, _CONVERTS)
        decision = _decision(_table([rule.condition for rule in stage.rules]))
        self._engine = zen.ZenEngine({"loader": {"type": "static", "content": {"edits": decision}}})

    def fired(self, all_facts: Sequence[Facts]) -> list[tuple[int, Rule]]:
        """The rules that fire, each with the index of the facts it fires on."""
        if not all_facts:
            return []
        answer = self._engine.evaluate("edits", {"lines": [self._handed(facts) for facts in all_facts]})
        found = answer["result"]["found"]
        return [(row, self._rules[one["rule"]]) for row, of_line in enumerate(found) for one in of_line]


def _table(conditions: Sequence[Condition]) -> dict[str, Any]:
    apart = [_words_apart(pushed_down(condition)) for condition in conditions]
    compared = Counter(name for words, _ in apart for name in words)
    columns = [name for name, edits in compared.items() if edits >= _EDITS_THAT_MAKE_A_COLUMN]
    language, rows = _Expressions(), []
    for index, (words, others) in enumerate(apart):
        left = [*(part for name, (part, _) in words.items() if name not in columns), *others]
        row = {"_id": str(index), "rule": str(index), "when": language.condition(all_of(*left)) if left else ""}
        for name in columns:
            row[name] = ", ".join(map(json.dumps, words[name][1])) if name in words else ""
        rows.append(row)
    inputs = [{"id": name, "name": name, "field": name} for name in columns]
    return {
        "hitPolicy": "collect",
        "executionMode": "loop",
        "inputField": "lines",
        "outputPath": "found",
        "passThrough": False,
        "inputs": [*inputs, {"id": "when", "name": "when"}],
        "outputs": [{"id": "rule", "name": "rule", "field": "rule"}],
        "rules": rows,
    }


def _words_apart(condition: Condition) -> tuple[dict[str, tuple[Condition, list[str]]], list[Condition]]:
    """The parts that compare a fact with words, by fact, with the words; and the other parts."""
    words: dict[str, tuple[Condition, list[str]]] = {}
    others: list[Condition] = []
    for part in condition.parts if isinstance(condition, And) else (condition,):
        match part:
            case Comparison("=", Fact(name, "word"), Constant(str(word))) if name not in words:
                words[name] = part, [word]
            case Or(parts) if (several := one_of(parts)) and several[0] not in words:
                words[several[0]] = part, several[1]
            case _:
                others.append(part)
    return words, others


def _decision(table: dict[str, Any]) -> dict[str, Any]:
    nodes = [("input", "inputNode", {}), ("edits", "decisionTableNode", table), ("output", "outputNode", {})]
    return {
        "nodes": [
            {"id": name, "name": name, "type": kind, "content": content, "position": {"x": 0, "y": 0}}
            for name, kind, content in nodes
        ],
        "edges": [
            {"id": f"{source}_{target}", "sourceId": source, "targetId": target, "type": "edge"}
            for source, target in (("input", "edits"), ("edits", "output"))
        ],
    }
