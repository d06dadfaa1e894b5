"""What differs between the findings that were kept and those found."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from cleanclaim.golden.snapshots import Kept, MadeWith, Snapshot
from cleanclaim.values import listed

Kind = Literal["added", "removed", "changed", "no_snapshot", "not_checked"]
_HASH_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Change:
    """A field of a finding, as it was kept and as it was found."""

    field: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A finding that is there and was not kept, was kept and is not there, or is another than it was.

    Or a file of claims without a snapshot, or a snapshot whose claims were not checked: then there is no finding.
    """

    kind: Kind
    file: str
    """The file of claims as locations name it; of a snapshot whose claims were not checked, the snapshot's."""
    expected: Kept | None = None
    found: Kept | None = None
    note: str = ""
    """What a difference of files is about."""

    @property
    def finding(self) -> Kept | None:
        """The finding that is there, else the one that was."""
        return self.found or self.expected

    @property
    def changes(self) -> Sequence[Change]:
        """The fields that differ."""
        if self.expected is None or self.found is None:
            return ()
        return tuple(_changes(self.expected, self.found))


def differences(file: str, expected: Iterable[Kept], found: Iterable[Kept]) -> Iterator[Difference]:
    """How findings differ from those kept, by claim, line and edit; those alike are paired first.

    One that stands elsewhere in its file is alike: `moved` counts these.
    """
    before, after = (sorted(one, key=lambda kept: kept.key) for one in (expected, found))
    marked = sorted(((one.key, turn, one) for turn, side in enumerate((before, after)) for one in side), key=_order)
    for _, group in groupby(marked, key=lambda one: one[0]):
        sides: tuple[list[Kept], list[Kept]] = ([], [])
        for _, turn, one in group:
            sides[turn].append(one)
        had, has = _without_those_alike(*sides)
        for one, other in zip(had, has, strict=False):
            yield Difference("changed", file, one, other)
        yield from (Difference("removed", file, expected=one) for one in had[len(has) :])
        yield from (Difference("added", file, found=one) for one in has[len(had) :])


def moved(expected: Iterable[Kept], found: Iterable[Kept]) -> int:
    """How many findings are as they were but for their place in the file."""
    before, after = list(expected), list(found)
    same = Counter(map(_meaning, before)) & Counter(map(_meaning, after))
    there = Counter(map(Kept.model_dump_json, before)) & Counter(map(Kept.model_dump_json, after))
    return same.total() - there.total()


def explained(then: Snapshot, now: MadeWith, meanings: dict[str, str]) -> Iterator[str]:
    """What claims are judged by otherwise than when a snapshot was made. `meanings` are the edits' as they are now."""
    had, has = then.made_with, now
    if had.library.content != has.library.content:
        layers = [f"lacks {one}" for one in sorted({*had.library.loaded} - {*has.library.loaded})]
        layers += [f"has {one} besides" for one in sorted({*has.library.loaded} - {*had.library.loaded})]
        contents = f"from content {had.library.content[:_HASH_SHOWN]} to {has.library.content[:_HASH_SHOWN]}"
        yield f"the library changed {contents}{': it ' if layers else ''}{', '.join(layers)}"
    if changed := [edit for edit, digest in then.edits.items() if meanings.get(edit) != digest]:
        yield f"of the edits kept, these mean something else now: {listed(changed)}"
    elif had.catalogue != has.catalogue:
        yield "the catalogue changed; of the edits kept, none means something else"
    for name in type(had.options).model_fields:
        before, after = getattr(had.options, name), getattr(has.options, name)
        if before != after:
            yield f"{name.replace('_', '-')} was {_option(before)}, and is {_option(after)}"
    if had.cleanclaim != has.cleanclaim:
        yield f"cleanclaim was {had.cleanclaim}, and is {has.cleanclaim}"


def _order(one: tuple[tuple[str, int, str], int, Kept]) -> tuple[tuple[str, int, str], int]:
    return one[0], one[1]


def _without_those_alike(had: list[Kept], has: list[Kept]) -> tuple[list[Kept], list[Kept]]:
    alike = Counter(_meaning(one) for one in had) & Counter(_meaning(one) for one in has)
    return list(_beyond(alike, had)), list(_beyond(alike, has))


def _beyond(alike: Counter[str], findings: Iterable[Kept]) -> Iterator[Kept]:
    """The findings that are left when those alike are taken away."""
    left = alike.copy()
    for one in findings:
        meaning = _meaning(one)
        if left[meaning]:
            left[meaning] -= 1
        else:
            yield one


def _meaning(one: Kept) -> str:
    """A finding wherever it stands in its file, as text."""
    return one.elsewhere.model_dump_json()


def _changes(expected: Kept, found: Kept) -> Iterator[Change]:
    for name in Kept.model_fields:
        if name == "place":
            continue
        one, other = getattr(expected, name), getattr(found, name)
        if isinstance(one, dict) and isinstance(other, dict):
            for key in dict.fromkeys((*one, *other)):
                if one.get(key) != other.get(key):
                    yield Change(f"{name}.{key}", _text(one.get(key)), _text(other.get(key)))
        elif one != other:
            yield Change(name, _text(one), _text(other))


def _text(value: object) -> str:
    return "none" if value is None else str(value)


def _option(value: object) -> str:
    return (",".join(value) or "all" if isinstance(value, tuple) else str(value)).lower()
