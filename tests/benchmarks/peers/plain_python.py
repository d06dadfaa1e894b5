"""Plain Python: one function of `if` statements over the facts, as one would write it who needs no engine.

It is written from the catalogue's conditions, once; the facts are taken as they are, exact decimals and dates.
"""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

from cleanclaim.catalogue import Rule
from cleanclaim.facts import Facts
from cleanclaim.predicate.tree import pushed_down

from .facts import Stage, answer, looked_up, names_in
from .language import Infix

_EXACT = Context(prec=60)


def rounded(number: Decimal) -> Decimal:
    """A number rounded to a whole one, halves away from zero."""
    return number.quantize(Decimal(1), ROUND_HALF_UP, _EXACT)


class _Python(Infix):
    """Decimals and dates are constants of the module."""

    def __init__(self) -> None:
        self.constants: dict[str, Any] = {"rounded": rounded}

    def value(self, value: str | Decimal | date) -> str:
        if isinstance(value, str):
            return repr(value)
        name = f"_{value}".replace("-", "_").replace(".", "_point_")
        self.constants[name] = value
        return name

    def bears(self, modifier: str) -> str:
        return f"{modifier!r} in modifiers"

    def listed(self, fact: str, parameter: str) -> str:
        return f"{answer(fact, parameter)}(facts)"

    def number(self, parameter: str) -> str:
        return f"{parameter}(facts)"

    def rounded(self, number: str) -> str:
        return f"rounded({number})"


class PlainRules:
    """Rules as one compiled function."""

    def __init__(self, stage: Stage) -> None:
        rules = stage.rules
        language = _Python()
        conditions = [language.condition(pushed_down(rule.condition)) for rule in rules]
        dated = looked_up(rules, stage.parameters)
        names = dict.fromkeys(name for rule in rules for name in names_in(rule.condition) if name not in dated)
        lines = ["def fired(facts):", "    found = []"]
        lines += [f"    {name} = facts[{name!r}]" for name in names]
        for index, condition in enumerate(conditions):
            lines += [f"    if {condition}:", f"        found.append(rules[{index}])"]
        lines.append("    return found")
        self.source = "\n".join(lines)
        module: dict[str, Any] = {**language.constants, **dated, "rules": rules}
        exec(compile(self.source, "<plain Python>", "exec"), module)
        self._fired: Callable[[Facts], list[Rule]] = module["fired"]

    def fired(self, all_facts: Sequence[Facts]) -> list[tuple[int, Rule]]:
        """The rules that fire, each with the index of the facts it fires on."""
        return [(row, rule) for row, facts in enumerate(all_facts) for rule in self._fired(facts)]
