"""What an edit asks about the other lines of a claim: whether one is there of which its condition holds."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cleanclaim.catalogue import Catalogue
from cleanclaim.enrich.enriched import EnrichedLine
from cleanclaim.predicate.python import Test, python_test


@dataclass(frozen=True, slots=True)
class OtherLines:
    """One question of one edit; its answer, present or absent, becomes a fact of each line."""

    fact: str
    """The fact's name, the edit's own."""
    test: Test
    """What must hold of the other line."""
    same: tuple[str, ...]
    """Facts that the two lines share."""

    def add(self, lines: Sequence[EnrichedLine]) -> None:
        """Set the fact on each line, which says absent so far; a line is never its own other line."""
        matching = [self.test(one.facts) for one in lines]
        if True not in matching:
            return
        keys = [tuple(one.facts[name] for name in self.same) for one in lines]
        count = Counter(key for key, matches in zip(keys, matching, strict=True) if matches)
        for one, key, matches in zip(lines, keys, matching, strict=True):
            one.facts[self.fact] = "present" if count[key] > matches else "absent"


def other_lines(catalogue: Catalogue) -> list[OtherLines]:
    """What the edits of a catalogue ask about other lines, compiled."""
    return [OtherLines(one.fact, python_test(one.where, catalogue.parameters), one.same) for one in catalogue.asked]
