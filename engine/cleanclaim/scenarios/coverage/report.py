"""What scenarios have seen of the edits, as a table and as JSON."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from textwrap import fill

from cleanclaim.scenarios.coverage.points import Point

_WIDTH = 118


@dataclass(frozen=True, slots=True)
class Covered:
    """One version of an edit, with what was seen of it and what was not."""

    edit_id: str
    version: str
    seen: tuple[str, ...]
    missing: tuple[str, ...]


def covered(points: Iterable[Point], seen: Collection[Point]) -> list[Covered]:
    """The versions of edits, in the order of their points."""
    return [
        Covered(edit_id, version, tuple(one.what for one in of_version if one in seen),
                tuple(one.what for one in of_version if one not in seen))
        for (edit_id, version), group in groupby(points, key=lambda one: (one.edit_id, one.version))
        if (of_version := list(group))
    ]  # fmt: skip


def percent(versions: Sequence[Covered]) -> float:
    """How many of all points were seen, of a hundred; a hundred where there are none."""
    seen, total = _counts(versions)
    return 100 * seen / total if total else 100.0


def text_lines(versions: Sequence[Covered]) -> Iterator[str]:
    """A line for each version, below it what was not seen; and the sum."""
    width = max((len(one.version) for one in versions), default=0)
    yield f"{'edit':<6}  {'version':<{width}}  points  seen"
    for one in versions:
        yield f"{one.edit_id:<6}  {one.version:<{width}}  {len(one.seen) + len(one.missing):>6}  {len(one.seen):>4}"
        if one.missing:
            told = f"not seen: {'; '.join(one.missing)}"
            yield fill(told, _WIDTH, initial_indent=" " * 8, subsequent_indent=" " * 10)
    seen, total = _counts(versions)
    yield f"{'all':<6}  {'':<{width}}  {total:>6}  {seen:>4}  {percent(versions):.1f}%"


def json_text(versions: Sequence[Covered]) -> str:
    """The same as JSON."""
    seen, total = _counts(versions)
    edits = [
        {"edit_id": one.edit_id, "version": one.version, "seen": list(one.seen), "not_seen": list(one.missing)}
        for one in versions
    ]
    data = {"points": total, "seen": seen, "percent": round(percent(versions), 2), "versions": edits}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _counts(versions: Sequence[Covered]) -> tuple[int, int]:
    seen = sum(len(one.seen) for one in versions)
    return seen, seen + sum(len(one.missing) for one in versions)
