"""Which rules make a line one of interest, and which ask for its claim's other lines."""

from collections.abc import Callable
from dataclasses import dataclass

from cleanclaim.catalogue import Rule
from cleanclaim.predicate.tree import fact_names
from cleanclaim.relational.conditions import Bits, Conditions
from cleanclaim.relational.connection import Engine
from cleanclaim.relational.implied import TOLD
from cleanclaim.relational.texts import Texts

_COMMON = 0.01
"""A rule that may fire on a greater share of the lines is asked more closely in the first pass."""


@dataclass(frozen=True, slots=True)
class Interest:
    """What the rules of lines ask."""

    conditions: Conditions
    of_lines: Bits
    texts: Texts

    def places(self, are_wanted: Callable[[Rule], bool]) -> list[int]:
        """The places of some of the rules."""
        return [place for place, rule in enumerate(self.of_lines.rules) if are_wanted(rule)]

    def asking(self) -> list[int]:
        """The rules that need to know the claim's other lines, for what they say or whether they fire."""
        unknown = self.conditions.of_other_lines
        return self.places(
            lambda rule: not unknown.isdisjoint({*fact_names(rule.condition), *self.texts.names([rule])})
        )

    def common(self, engine: Engine) -> dict[int, str]:
        """The rules that ask for more than code, setting and modifiers tell, and these exclude on too few lines.

        By their places, with what must hold of a line by itself. Raises DatabaseFailed.
        """
        places = range(len(self.of_lines.rules))
        told = {*TOLD, *self.conditions.of_other_lines}
        shares = [1.0 for _ in places]
        counts = ", ".join(f"coalesce(sum(lines) filter (where {self.of_lines.has(one, 'may')}), 0)" for one in places)
        for table in ("code", "setting", "modifier") if counts else ():
            whole, *own = engine.one(f"select greatest(sum(lines), 1), {counts} from {table}")
            shares = [share * one / whole for share, one in zip(shares, own, strict=True)]
        return {
            place: self.conditions.possible(rule) or "false"
            for place, rule in enumerate(self.of_lines.rules)
            if shares[place] > _COMMON and not told.issuperset(fact_names(rule.condition))
        }
