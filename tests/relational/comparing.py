"""A run of claims on either executor, and in what two runs differ."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cleanclaim import Checker, Claim
from cleanclaim.batch import Batch
from cleanclaim.claims import ReadClaim
from cleanclaim.pipeline import Census, sort_key
from cleanclaim.relational.connection import DEFAULT_MEMORY, open_database

COUNTED = ("claims", "lines", "bypassed", "lines_not_fully_checked", "failures", "unread")
_OF_A_ROW = re.compile(r"the row on line \d+")
_MOST_SHOWN = 5


@dataclass
class Run:
    """What a run came to: its findings whole, in their order, and what it counted."""

    findings: list[dict[str, Any]]
    census: dict[str, int]

    @property
    def edits(self) -> Counter[str]:
        """How often each edit is among the findings."""
        return Counter(one["edit_id"] for one in self.findings)

    def without_locations(self) -> "Run":
        """The same, wherever the claims stood."""
        said = [json.dumps({**one, "location": None}, default=str) for one in self.findings]
        return Run([json.loads(_OF_A_ROW.sub("the row", one)) for one in said], self.census)

    def of_claim(self, claim_id: str) -> set[tuple[int | None, str]]:
        """Line and edit of each finding on a claim."""
        return {(one["line_number"], one["edit_id"]) for one in self.findings if one["claim_id"] == claim_id}


def one_by_one(checker: Checker, reads: Iterable[ReadClaim]) -> Run:
    """The claims checked one at a time."""
    own = checker.with_library(checker.library)
    found = [(place, one) for place, read in enumerate(reads) for one in own.check_read(read)]
    ordered = sorted(found, key=lambda one: sort_key(one[1], one[0]))
    return Run([one.model_dump() for _, one in ordered], _counted(own.census))


def at_once(checker: Checker, fill: Callable[[Batch], object], memory: str = DEFAULT_MEMORY) -> Run:
    """Claims checked as a set; `fill` adds them."""
    own = checker.with_library(checker.library)
    with open_database(memory) as database:
        batch = Batch(own, database)
        fill(batch)
        findings = [one.model_dump() for one in batch.findings]
    # those that were read with care are counted by the checker that checked them
    together = {name: getattr(batch.census, name) + getattr(own.census, name) for name in COUNTED}
    return Run(findings, together)


def reads_at_once(checker: Checker, reads: Iterable[ReadClaim]) -> Run:
    """Claims that were read already, checked as a set."""
    return at_once(checker, lambda batch: batch.add_reads(reads))


def file_at_once(checker: Checker, path: Path, shown: str = "claims") -> Run:
    """The claims of a Parquet file, checked as a set."""
    return at_once(checker, lambda batch: batch.add_parquet(path, shown))


def as_reads(claims: Iterable[Claim]) -> list[ReadClaim]:
    """Claims as though they were read whole."""
    return [ReadClaim(claim=claim) for claim in claims]


def difference(had: Run, wanted: Run) -> str | None:
    """In what a run differs from the one that is right, a few lines of it; None where it does not.

    Evidence counts in its order.
    """
    had, wanted = _in_order(had), _in_order(wanted)
    if had.findings == wanted.findings and had.census == wanted.census:
        return None
    return "\n".join(_differences(had, wanted)) or "the findings stand in another order"


def _in_order(run: Run) -> Run:
    return Run([{**one, "evidence": list(one["evidence"].items())} for one in run.findings], run.census)


def _differences(had: Run, wanted: Run) -> list[str]:
    said = [
        f"{name}: {had.census[name]} are counted, {count} are there"
        for name, count in wanted.census.items()
        if had.census[name] != count
    ]
    ours, theirs = _by_place(had.findings), _by_place(wanted.findings)
    said += [f"lacks {place} {one['message'][:200]}" for place, one in theirs.items() if place not in ours][
        :_MOST_SHOWN
    ]
    said += [f"has {place}" for place in ours if place not in theirs][:_MOST_SHOWN]
    unlike = [place for place in ours if place in theirs and ours[place] != theirs[place]]
    for place in unlike[:_MOST_SHOWN]:
        one, other = ours[place], theirs[place]
        said += [f"{place} {name}: {_parted(one[name], other[name])}" for name in one if one[name] != other[name]]
    return said


def _parted(had: object, wanted: object) -> str:
    """Two values, of long texts what follows the passage in which they are alike."""
    one, other = ascii(had), ascii(wanted)
    pairs = enumerate(zip(one, other, strict=False))
    alike = max(next((place for place, (left, right) in pairs if left != right), 0) - 40, 0)
    return f"{one[alike : alike + 200]} where {other[alike : alike + 200]} is right"


def _by_place(findings: Sequence[dict[str, Any]]) -> dict[tuple[Any, ...], dict[str, Any]]:
    times: Counter[tuple[Any, ...]] = Counter()
    found = {}
    for one in findings:
        place = (one["claim_id"], one["line_number"], one["edit_id"])
        found[(*place, times[place])] = one
        times[place] += 1
    return found


def _counted(census: Census) -> dict[str, int]:
    return {name: getattr(census, name) for name in COUNTED}
