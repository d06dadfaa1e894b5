"""Rules decided in Python, one after the other and without an engine: for catalogues that live as long as one look."""

from collections.abc import Sequence

from cleanclaim.catalogue import Catalogue, Rule
from cleanclaim.facts import Facts
from cleanclaim.predicate.python import python_test


class DirectRules:
    """Rules of one level. Nothing is compiled that would cost time to make, or memory that is never given back."""

    def __init__(self, _: str, rules: Sequence[Rule], catalogue: Catalogue) -> None:
        self._tests = tuple((rule, python_test(rule.condition, catalogue.parameters)) for rule in rules)

    def fired(self, all_facts: Sequence[Facts]) -> list[tuple[int, Rule]]:
        """The rules that fire, each with the index of the facts it fires on."""
        return [(row, rule) for row, facts in enumerate(all_facts) for rule, test in self._tests if test(facts)]
