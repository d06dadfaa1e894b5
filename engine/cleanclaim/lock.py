"""The lock of the catalogue: a hash of what each edit and each parameter means, and where its change is told.

Meaning is our own tree of the conditions and what comes of them. Titles, messages, fixes, citations, known gaps and
the layout of files are none.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cleanclaim.catalogue import ANSWER, Catalogue, Rule
from cleanclaim.edits import Edit, Parameter, Period
from cleanclaim.facts import CLAIM_FACTS, LINE_FACTS
from cleanclaim.predicate.parse import parse
from cleanclaim.predicate.tree import Condition, parameter_names, pushed_down
from cleanclaim.values import shortest

IMPACTED = "Impacted dates of service:"
"""What a note on a change of meaning says in the changelog."""
_KINDS = ("edits", "parameters")
_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
_ITEM = re.compile(r"^- .*(?:\n(?!- |#).*)*", re.MULTILINE)
_IDS = re.compile(r"\b([A-Z]{3}[0-9]{3})(?:\s+to\s+([A-Z]{3}[0-9]{3}))?\b")
_NAME = re.compile(r"\b[a-z][a-z0-9_]*\b")


class LockRefused(ValueError):
    """A lock or a changelog that cannot be read, or a lock that names an edit that is there no more."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of one edit or parameter."""

    hash: str
    changed: str
    """The heading of the changelog under which its meaning last changed."""


Lock = Mapping[str, Mapping[str, Entry]]
"""Entries by kind, `edits` and `parameters`, and by id or name."""


def meanings(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """The hash of the meaning of each edit and parameter, by kind and by id or name."""
    edits = {edit_id: _hash(_edit(catalogue, edit)) for edit_id, edit in sorted(catalogue.edits.items())}
    parameters = {name: _hash(_parameter(one)) for name, one in sorted(catalogue.parameters.items())}
    return {"edits": edits, "parameters": parameters}


def digest_of_meanings(catalogue: Catalogue) -> str:
    """One hash of what all edits and parameters mean."""
    return _hash(meanings(catalogue))


def renewed(catalogue: Catalogue, previous: Lock, changelog: str) -> Lock:
    """The lock as it ought to be.

    What has changed is told under the changelog's first heading; what has not, where it was told before or, where
    that heading is gone (a release gives `Unreleased` a number), under the first that names it. Raises LockRefused.
    """
    if gone := sorted(previous["edits"].keys() - catalogue.edits.keys()):
        raise LockRefused(f"{', '.join(gone)}: in the lock and in no edit file; a retired edit stays, with a last day")
    told = notes(changelog)
    if not told:
        raise LockRefused("the changelog has no heading (## ...)")
    first = next(iter(told))

    def heading(name: str, digest: str, before: Entry | None) -> str:
        if before is None or before.hash != digest:
            return first
        if name in told.get(before.changed, ()):
            return before.changed
        return next((one for one, names in told.items() if name in names), first)

    return {
        kind: {name: Entry(digest, heading(name, digest, previous[kind].get(name))) for name, digest in of_kind.items()}
        for kind, of_kind in meanings(catalogue).items()
    }


def untold(lock: Lock, changelog: str) -> list[str]:
    """The edits and parameters whose last change of meaning the changelog does not tell, each with the heading."""
    told = notes(changelog)
    return [
        f"{name}: under {one.changed}, no entry names it with '{IMPACTED}'"
        for kind in _KINDS
        for name, one in lock[kind].items()
        if name not in told.get(one.changed, ())
    ]


def notes(changelog: str) -> dict[str, frozenset[str]]:
    """By heading, what the changelog's entries with impacted dates of service name; `COV010 to COV090` is a range."""
    parts = _HEADING.split(changelog)[1:]
    return {
        heading: frozenset(name for item in _ITEM.findall(text) for name in _named(item))
        for heading, text in zip(parts[::2], parts[1::2], strict=True)
    }


def _named(item: str) -> Iterator[str]:
    text, _, dates = " ".join(item.split()).partition(IMPACTED)
    if not dates.strip():
        return
    for first, last in _IDS.findall(text):
        ends = int(last[3:]) if last[:3] == first[:3] else int(first[3:])
        yield from (f"{first[:3]}{number:03}" for number in range(int(first[3:]), ends + 1))
    yield from _NAME.findall(text)


def lock_text(lock: Lock) -> str:
    """The lock as JSON, a line for each entry."""
    kinds = []
    for kind in _KINDS:
        lines = [
            f"    {json.dumps(name)}: {json.dumps({'hash': one.hash, 'changed': one.changed}, ensure_ascii=False)}"
            for name, one in sorted(lock[kind].items())
        ]
        kinds.append(f'  "{kind}": {{\n' + ",\n".join(lines) + "\n  }")
    return "{\n" + ",\n".join(kinds) + "\n}\n"


def read_lock(text: str) -> Lock:
    """The lock that JSON text holds. Raises LockRefused."""
    try:
        data = json.loads(text)
        return {kind: {str(name): Entry(**one) for name, one in data[kind].items()} for kind in _KINDS}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise LockRefused("the lock is none that `edits lock` has written") from None


NO_LOCK: Lock = {kind: {} for kind in _KINDS}


def _edit(catalogue: Catalogue, edit: Edit) -> object:
    rules = sorted(
        (rule for rule in catalogue.rules if rule.edit is edit), key=lambda rule: rule.version.effective.starts
    )
    questions = _questions(catalogue, rules)
    remittances = [(one, _tree(catalogue, edit, one.when)) for one in edit.remittance]
    trees = [*(rule.when for rule in rules), *(where for where, _ in questions.values())]
    trees += [when for _, when in remittances if when is not None]
    return {
        "level": edit.level,
        "raised_by": edit.raised_by,
        "disposition": edit.disposition,
        "payer_types": sorted(edit.payer_types) if edit.payer_types else None,
        "superseded_by": sorted({one for rule in rules for one in rule.superseded_by}),
        "versions": [[*_days(rule.version.effective), _text(rule.when)] for rule in rules],
        "other_lines": {name: [_text(where), sorted(same)] for name, (where, same) in questions.items()},
        "remittance": [[one.group, one.carc, [*one.rarc], when and _text(when)] for one, when in remittances],
        "parameters": sorted({name for tree in trees for name in parameter_names(tree)}),
    }


def _questions(catalogue: Catalogue, rules: Iterable[Rule]) -> dict[str, tuple[Condition, tuple[str, ...]]]:
    asked = {one.fact: one for one in catalogue.asked}
    return {name: (asked[fact].where, asked[fact].same) for rule in rules for name, fact in sorted(rule.asked.items())}


def _tree(catalogue: Catalogue, edit: Edit, when: str | None) -> Condition | None:
    if when is None:
        return None
    kinds = LINE_FACTS if edit.level == "line" else CLAIM_FACTS
    return parse(when, {**kinds, **dict.fromkeys(edit.other_lines, ANSWER)}, catalogue.parameters)


def _text(condition: Condition) -> str:
    """The canonical text of a condition: the same for `not (a and b)` and `not a or not b`."""
    return str(pushed_down(condition))


def _parameter(one: Parameter) -> object:
    return {
        "lists": [[*_days(version.effective), sorted(version.codes)] for version in one.lists],
        "numbers": [[*_days(version.effective), shortest(version.value)] for version in one.numbers],
        "replacements": [
            [*_days(version.effective), {old: [*new] for old, new in version.successors.items()}]
            for version in one.replacements
        ],
    }


def _days(period: Period) -> tuple[str | None, str | None]:
    first, last = period.first, period.last
    return first.isoformat() if first else None, last.isoformat() if last else None


def _hash(meaning: object) -> str:
    return hashlib.sha256(json.dumps(meaning, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
