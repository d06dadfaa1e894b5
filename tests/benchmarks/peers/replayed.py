"""No engine: answers recorded from one are given again, so that all else that is done with a claim can be timed."""

from collections.abc import Sequence
from itertools import cycle
from typing import Protocol

from cleanclaim.catalogue import Rule
from cleanclaim.facts import Facts


class Rules(Protocol):
    """The rules of one level, as an engine evaluates them."""

    rules: tuple[Rule, ...]

    def fired(self, all_facts: Sequence[Facts]) -> list[tuple[int, Rule]]:
        """The rules that fire, each with the index of the facts it fires on."""
        ...


class Recorded:
    """Rules whose answers are kept."""

    def __init__(self, rules: Rules) -> None:
        self._rules, self.rules = rules, rules.rules
        self.answers: list[list[tuple[int, Rule]]] = []

    def fired(self, all_facts: Sequence[Facts]) -> list[tuple[int, Rule]]:
        self.answers.append(self._rules.fired(all_facts))
        return self.answers[-1]


class Replayed:
    """Rules that give the answers recorded, in their order, as often as all claims are asked about."""

    def __init__(self, recorded: Recorded) -> None:
        self._next = cycle(recorded.answers).__next__

    def fired(self, _: Sequence[Facts]) -> list[tuple[int, Rule]]:
        return self._next()
