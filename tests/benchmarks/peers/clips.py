"""CLIPSPy: a template and a rule for each edit, built once; a claim's lines are asserted, run and retracted.

The author of CLIPS advises to compare with constants in the pattern itself, and its guide to state first what matches
least; so slots with constants come before those that call a function. Modifiers are a multislot that a function
searches. No rule joins facts. A slot that has a line's usual value is left to the template's default: to set a slot
from Python costs more than to match it (all slots set, a claim took three times as long).

What CLIPSPy 1.0.6 fails to do is done for it: its facts release what they hold by a call with one argument too many,
whose error it passes over, so that retracted facts stay and each run takes longer than the last (2.1 ms a claim instead
of 0.3 after six thousand).

CLIPS has 64-bit integers and floats, no decimals and no dates: quantities are integers of thousandths, products of
them are brought to one scale, days are YYYYMMDD. Words are strings. What dated parameters say is handed over as facts.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

import clips
from clips._clips import lib

from cleanclaim.catalogue import Rule
from cleanclaim.facts import Facts
from cleanclaim.predicate.rete import wire_day, wire_number
from cleanclaim.predicate.tree import (
    And,
    Arithmetic,
    Comparison,
    Condition,
    Constant,
    Fact,
    HasModifier,
    InList,
    NumberParameter,
    Or,
    Rounded,
    Term,
    pushed_down,
)

from .facts import Handed, Stage, answer, names_in
from .language import one_of

_CONVERTS = {"quantity": wire_number, "count": wire_number, "date": wire_day}
_UNITS = 1000
_Scaled = tuple[str, int]
"""The text of a number or day, and how many times it was multiplied by a thousand."""


class ClipsRules:
    """Rules in a CLIPS environment of their own."""

    def __init__(self, stage: Stage) -> None:
        self._rules = stage.rules
        self._handed = Handed(stage, _CONVERTS)
        self._found: list[tuple[int, Rule]] = []
        seen = [self._handed(facts) for facts in stage.usual]
        self._usual = {
            name: () if name == "modifiers" else Counter(one[name] for one in seen).most_common(1)[0][0]
            for name in self._handed.names
        }
        self._environment = clips.Environment()
        self._environment.define_function(self._fire, name="fire")
        self._environment.build(self._template())
        for index, rule in enumerate(stage.rules):
            self._environment.build(_rule(index, pushed_down(rule.condition)))
        self._assert = self._environment.find_template("line").assert_fact
        self._run = self._environment.run

    def _fire(self, row: int, index: int) -> None:
        self._found.append((row, self._rules[index]))

    def _template(self) -> str:
        slots = ["(slot row (type INTEGER))"]
        for name in self._handed.names:
            if name == "modifiers":
                slots.append("(multislot modifiers (type STRING))")
            else:
                usual = self._usual[name]
                kind = "STRING" if isinstance(usual, str) else "INTEGER"
                slots.append(f"(slot {name} (type {kind}) (default {_quoted(usual) if kind == 'STRING' else usual}))")
        return f"(deftemplate line {' '.join(slots)})"

    def fired(self, all_facts: Sequence[Facts]) -> list[tuple[int, Rule]]:
        """The rules that fire, each with the index of the facts it fires on."""
        if not all_facts:
            return []
        self._found, usual = [], self._usual
        asserted = [
            self._assert(
                row=row, **{name: value for name, value in self._handed(facts).items() if value != usual[name]}
            )
            for row, facts in enumerate(all_facts)
        ]
        self._run()
        for fact in asserted:
            fact.retract()
            lib.ReleaseFact(fact._fact)
        return self._found


def _quoted(word: str) -> str:
    text = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'


def _literal(value: Any) -> str:
    if isinstance(value, str):
        return _quoted(value)
    return str(wire_day(value) if isinstance(value, date) else wire_number(value))


def _rule(index: int, condition: Condition) -> str:
    slots: dict[str, list[str]] = defaultdict(list)
    tests: list[Condition] = []
    for part in condition.parts if isinstance(condition, And) else (condition,):
        match part:
            case Comparison("=", Fact(name), Constant(constant)):
                slots[name].append(_literal(constant))
            case Comparison("<>", Fact(name), Constant(constant)):
                slots[name].append(f"~{_literal(constant)}")
            case Or(parts) if (words := one_of(parts)) is not None:
                slots[words[0]].append("|".join(map(_quoted, words[1])))
            case InList(fact, parameter, negated):
                slots[answer(fact.name, parameter)].append(_quoted("no" if negated else "yes"))
            case _:
                tests.append(part)
    bound = list(dict.fromkeys(name for test in tests for name in names_in(test)))
    patterns = [f"({name} {'&'.join(constants)})" for name, constants in slots.items() if name not in bound]
    for place, name in enumerate(bound):
        decided = [
            f":{_call(test)}" for test in tests if name in names_in(test) and {*names_in(test)} <= {*bound[: place + 1]}
        ]
        variable = f"$?{name}" if name == "modifiers" else f"?{name}"
        patterns.append(f"({name} {'&'.join([variable, *slots.get(name, ()), *decided])})")
    return f"(defrule rule-{index} (line {' '.join(patterns)} (row ?row)) => (fire ?row {index}))"


def _call(condition: Condition) -> str:
    match condition:
        case And(parts):
            return f"(and {' '.join(map(_call, parts))})"
        case Or(parts):
            return f"(or {' '.join(map(_call, parts))})"
        case HasModifier(modifier, negated):
            member = f"(member$ {_quoted(modifier)} ?modifiers)"
            return f"(not {member})" if negated else member
        case InList(fact, parameter, negated):
            return f"({'neq' if negated else 'eq'} ?{answer(fact.name, parameter)} {_quoted('yes')})"
        case Comparison(operator, left, right) if left.type == "word":
            return f"({'eq' if operator == '=' else 'neq'} {_term(left)[0]} {_term(right)[0]})"
        case Comparison(operator, left, right):
            one, other, _ = _on_one_scale(_term(left), _term(right))
            return f"({operator} {one} {other})"
        case _:
            raise AssertionError("the condition is pushed down")


def _term(term: Term) -> _Scaled:
    match term:
        case Fact(name, kind):
            return f"?{name}", int(kind == "number")
        case Constant(constant, kind):
            return _literal(constant), int(kind == "number")
        case NumberParameter(name):
            return f"?{name}", 1
        case Rounded(inner):
            text, scale = _term(inner)
            one = _UNITS**scale
            return f"(* {one} (div (+ {text} (if (< {text} 0) then -{one // 2} else {one // 2})) {one}))", scale
        case Arithmetic("*", left, right):
            (text, scale), (other, other_scale) = _term(left), _term(right)
            return f"(* {text} {other})", scale + other_scale
        case Arithmetic(operator, left, right):
            text, other, scale = _on_one_scale(_term(left), _term(right))
            return f"({operator} {text} {other})", scale


def _on_one_scale(left: _Scaled, right: _Scaled) -> tuple[str, str, int]:
    (one, scale), (other, other_scale) = left, right
    if scale < other_scale:
        one = f"(* {one} {_UNITS ** (other_scale - scale)})"
    elif other_scale < scale:
        other = f"(* {other} {_UNITS ** (scale - other_scale)})"
    return one, other, max(scale, other_scale)
