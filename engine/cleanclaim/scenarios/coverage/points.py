"""What there is to be seen of an edit: each version firing and passing, its boundary days, its comparisons' sides."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from cleanclaim.catalogue import Catalogue, Rule
from cleanclaim.predicate.tree import Comparison, Condition, leaves, pushed_down
from cleanclaim.values import FIRST_DAY, LAST_DAY

FIRED, PASSED = "fires", "passes"
_DAY = timedelta(1)


class Point(NamedTuple):
    """Something to be seen of one version of an edit; plain text, cheap to hand from process to process."""

    edit_id: str
    version: str
    """Its period in words; empty for an edit that no condition decides."""
    what: str


@dataclass(frozen=True, slots=True)
class Side:
    """A comparison or test of a condition, and the words for what of it may be seen."""

    condition: Condition
    holds: str
    fails: str
    boundary: str | None
    """Both sides alike, of a comparison in order."""


def points_of(catalogue: Catalogue) -> Iterator[Point]:
    """All that there is to be seen of a catalogue, each once."""
    for edit in catalogue.edits.values():
        if edit.raised_by is not None:
            yield Point(edit.id, "", FIRED)
            yield Point(edit.id, "", PASSED)
    for rule in sorted(catalogue.rules, key=lambda rule: (rule.edit.id, rule.version.effective.starts)):
        wanted = [FIRED, PASSED, *(what for _, what in days_of(rule))]
        asked = (one.where for one in catalogue.asked if one.fact in rule.asked.values())
        for side in (*sides_of(rule.when), *(side for where in asked for side in sides_of(where, "another line: "))):
            wanted += [what for what in (side.holds, side.fails, side.boundary) if what is not None]
        yield from (point_of(rule, what) for what in dict.fromkeys(wanted))


def point_of(rule: Rule, what: str) -> Point:
    """A point of a version."""
    return Point(rule.edit.id, rule.version.effective.words, what)


def days_of(rule: Rule) -> list[tuple[date, str]]:
    """The boundary days of a version, those beside it included."""
    first, last = rule.version.effective.first, rule.version.effective.last
    days = []
    if first is not None:
        days.append((first, f"first day {first}"))
        if first > FIRST_DAY:
            days.append((first - _DAY, f"day before {first}"))
    if last is not None:
        days.append((last, f"last day {last}"))
        if last < LAST_DAY:
            days.append((last + _DAY, f"day after {last}"))
    return days


def sides_of(condition: Condition, of: str = "") -> list[Side]:
    """The comparisons and tests of a condition, each once; `of` stands before the words."""
    sides = {}
    for leaf in leaves(pushed_down(condition)):
        is_ordered = isinstance(leaf, Comparison) and leaf.operator in ("<", "<=", ">", ">=")
        boundary = f"{of}{leaf}, at the boundary" if is_ordered else None
        sides[str(leaf)] = Side(leaf, f"{of}{leaf}, holds", f"{of}{leaf}, fails", boundary)
    return list(sides.values())
