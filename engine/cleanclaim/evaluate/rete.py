"""One claim at a time on durable_rules, by the measured recipe: see CONTRIBUTING, "The Rete engine".

A claim is one state of a ruleset. Each line is one flat fact; the `go` fact comes last, so that the outcome does not
depend on the order of the lines; no condition joins facts. A ruleset is primed once before the first claim.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import count
from typing import Any

import durable_rules_engine
from durable import engine

from cleanclaim.catalogue import Catalogue, Rule
from cleanclaim.facts import CLAIM_FACTS, Facts
from cleanclaim.predicate.rete import MOST_FIELDS, Pattern, WireFields, rete_pattern

MOST_RULES = 60
"""In one ruleset: more than 64 that match one fact overflow the stack of durable_rules (error 303)."""
MOST_TESTS = 400
"""In the patterns of one ruleset: 512 distinct ones make durable_rules hang."""

_HANDLED = (0, 3)
_RULE_OF_PRIMING = "prime"


class EngineFailure(RuntimeError):
    """durable_rules failed on a claim; the ruleset must not be used again."""


engine._unix_now = lambda: 0.0  # noqa: SLF001
"""No clock: durable_rules drops the actions after one that lasted ten seconds, and reads the time in a way that Python
3.12 warns of."""


class _QuietHost(engine.Host):  # type: ignore[misc]
    """A host without the stock host's two dispatcher threads, which race with the caller."""

    def _run(self) -> None:
        """Start nothing."""


class ReteRules:
    """Rules of one level, compiled into as few rulesets as the engine's limits allow."""

    def __init__(self, name: str, rules: Sequence[Rule], catalogue: Catalogue) -> None:
        kinds = catalogue.line_facts if not rules or rules[0].edit.level == "line" else CLAIM_FACTS
        self.rules = tuple(rules)
        self._rulesets: list[_Ruleset] = []
        fields = WireFields(kinds, catalogue.parameters)
        batch: list[tuple[int, Pattern]] = []
        for index, rule in enumerate(rules):
            alone = WireFields(kinds, catalogue.parameters)
            tests = _tests(rete_pattern(rule.condition, alone))
            full = (
                len(batch) == MOST_RULES
                or sum(_tests(pattern) for _, pattern in batch) + tests > MOST_TESTS
                or len(fields) + len(alone) > MOST_FIELDS
            )
            if batch and full:
                self._rulesets.append(_Ruleset(f"{name}_{len(self._rulesets)}", batch, fields))
                fields, batch = WireFields(kinds, catalogue.parameters), []
            batch.append((index, rete_pattern(rule.condition, fields)))
        if batch:
            self._rulesets.append(_Ruleset(f"{name}_{len(self._rulesets)}", batch, fields))

    def fired(self, all_facts: Sequence[Facts]) -> list[tuple[int, Rule]]:
        """The rules that fire, each with the index of the facts it fires on. Raises EngineFailure."""
        if not all_facts:
            return []
        return [(row, self.rules[index]) for ruleset in self._rulesets for row, index in ruleset.fired(all_facts)]


class _Ruleset:
    """One durable_rules ruleset and the fields that its patterns test."""

    def __init__(self, name: str, patterns: Iterable[tuple[int, Pattern]], fields: WireFields) -> None:
        self.fields = fields
        self._fired: list[tuple[int, int]] = []
        self._sids = count()
        definition = {_RULE_OF_PRIMING: {"all": [{"prime": {"kind": "prime"}}], "run": lambda _: None}}
        for index, pattern in patterns:
            line = {"$and": [{"kind": "line"}, *pattern.get("$and", [pattern])]}
            definition[f"rule_{index}"] = {"all": [{"go": {"kind": "go"}}, {"line": line}], "run": self._append(index)}
        self._ruleset = engine.Ruleset(name, _QuietHost(), definition)
        self._handle = self._ruleset._handle  # noqa: SLF001  its assert_fact would write the JSON anew
        self._run(['{"kind":"prime","id":"prime"'])

    def fired(self, all_facts: Sequence[Facts]) -> list[tuple[int, int]]:
        self._fired.clear()
        facts = [
            f'{{{self.fields.json(one)},"row":{row},"kind":"line","id":"{row}"' for row, one in enumerate(all_facts)
        ]
        self._run([*facts, '{"kind":"go","id":"go"'])
        return self._fired

    def _append(self, index: int) -> Callable[[Any], None]:
        def action(context: Any) -> None:
            self._fired.append((context.line["row"], index))

        return action

    def _run(self, facts: Iterable[str]) -> None:
        """Assert facts (JSON objects that lack their sid and closing brace) in a state of their own, act, delete it."""
        sid = str(next(self._sids))
        handle, failures = None, []
        try:
            for fact in facts:
                code, state = durable_rules_engine.assert_fact(self._handle, f'{fact},"sid":"{sid}"}}')
                if code in _HANDLED:
                    handle = state
                elif code != 1:
                    raise EngineFailure(f"durable_rules answered {code} to a fact")
            if handle is None:
                raise EngineFailure("durable_rules did not take up the last fact")
            self._ruleset.do_actions(handle, lambda error, _: failures.append(error) if error else None)
            if failures:
                raise EngineFailure(f"durable_rules failed: {failures[0]!r}")
            self._ruleset.delete_state(sid)
        except MemoryError:
            raise EngineFailure("durable_rules ran out of memory") from None
        except durable_rules_engine.error as error:
            raise EngineFailure(f"durable_rules failed: {error}") from None


def _tests(pattern: Pattern) -> int:
    ((key, parts),) = pattern.items()
    return sum(_tests(part) for part in parts) if key in ("$and", "$or") else 1
