"""Findings for a person: grouped by claim, each with its fix and its authority, and a census of the run."""

import textwrap
from bisect import insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from cleanclaim.claims import Location
from cleanclaim.findings import DISPOSITIONS, Disposition, Finding, Remittance
from cleanclaim.values import listed

_WIDTH = 100
_INDENT = " " * 6
NAMES_SHOWN = 5
_COLORS: Mapping[Disposition, str] = {
    "claim_rejection": "red", "claim_denial": "red", "return_to_provider": "red", "line_item_rejection": "red",
    "line_item_denial": "red", "suspension": "yellow", "not_checked": "magenta", "advisory": "cyan",
    "information": "blue",
}  # fmt: skip

Paint = Callable[[str, str], str]
"""Text and a color's name, to the text in that color."""


@dataclass
class Names:
    """How many claims there are of a kind, and the first of their ids."""

    count: int = 0
    first: list[str] = field(default_factory=list)
    """At most NAMES_SHOWN, by code points."""

    def add(self, name: str) -> None:
        """Count one more."""
        self.add_all(1, [name])

    def add_all(self, count: int, first: Iterable[str]) -> None:
        """Count more, of whose ids the first are given."""
        self.count += count
        for name in first:
            if len(self.first) < NAMES_SHOWN or name < self.first[-1]:
                insort(self.first, name)
                del self.first[NAMES_SHOWN:]


@dataclass
class Summary:
    """What the census line of a run says."""

    claims: int
    lines: int
    edits: int
    findings: Mapping[Disposition, int]
    lines_not_fully_checked: int
    bypassed: int
    unread: int = 0
    """Parts of the input of which nothing could be read."""
    clean_claims: Names = field(default_factory=Names)
    advised_claims: Names = field(default_factory=Names)
    """Claims with advisories alone."""
    not_loaded: Sequence[str] = field(default=())
    """Releases and tables of which the library holds none."""
    library: str = ""
    """The library's name as shown, and the start of its content hash."""
    library_content: str = ""
    """SHA-256 of what it holds."""


def text_lines(
    findings: Iterable[tuple[int, Finding]], summary: Summary, hidden: frozenset[Disposition], paint: Paint
) -> Iterator[str]:
    """The report on findings that are sorted by claim, each with its claim's place in the input.

    Findings of the hidden dispositions are counted and not shown.
    """
    shown = ((place, finding) for place, finding in findings if finding.disposition not in hidden)
    for (_, claim_id), of_claim in groupby(shown, key=lambda one: (one[0], one[1].claim_id)):
        yield paint(f"Claim {plain(claim_id) if claim_id is not None else '(id not known)'}", "bold") + "\n"
        for _, finding in of_claim:
            yield from _finding(finding, paint)
        yield "\n"
    if summary.advised_claims.count:
        yield paint(f"Advisories only: {_names(summary.advised_claims)}", "cyan") + "\n"
    if summary.clean_claims.count:
        yield paint(f"Clean: {_names(summary.clean_claims)}", "green") + "\n"
    yield from census_lines(summary, hidden)


def remittance_text(remittance: Remittance) -> str:
    """A remittance on one line: group, reason code, remark codes."""
    return " ".join((remittance.group, remittance.carc, *remittance.rarc))


def where(place: Location) -> str:
    """Where something stood, in words; what does not apply is left out."""
    numbered = ("line", "interchange", "transaction", "segment", "element")
    parts = [place.file, *(f"{name} {number}" for name in numbered if (number := getattr(place, name)) is not None)]
    parts.append(None if place.byte_offset is None else f"byte {place.byte_offset}")
    return ", ".join(part for part in (*parts, place.pointer) if part)


def _finding(finding: Finding, paint: Paint) -> Iterator[str]:
    about = ["claim" if finding.line_number is None else f"line {finding.line_number}"]
    about.extend(
        plain(text)
        for text in (finding.procedure_code, finding.date_of_service and str(finding.date_of_service))
        if text
    )
    disposition = paint(finding.disposition.replace("_", " "), _COLORS[finding.disposition])
    yield f"  {', '.join(about)}: {finding.edit_id} {disposition}: {plain(finding.title)}\n"
    yield from _wrapped("", finding.message)
    yield from _wrapped("Fix: ", finding.fix)
    authority, *others = finding.citations
    more = f" (and {len(others)} more: cleanclaim edits show {finding.edit_id})" if others else ""
    yield from _wrapped("Authority: ", f"{authority.document}, {authority.section} <{authority.url}>{more}")
    if finding.remittance:
        yield from _wrapped("Remittance: ", remittance_text(finding.remittance))
    if finding.location:
        yield from _wrapped("At: ", where(finding.location))


def _wrapped(label: str, text: str) -> Iterator[str]:
    lines = textwrap.wrap(
        label + plain(text), _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT + " " * min(len(label), 2),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    yield from (line + "\n" for line in lines)


def census_lines(summary: Summary, hidden: frozenset[Disposition]) -> Iterator[str]:
    """The run on one line, and on a second the tables it had to do without."""
    counted = [
        f"{number} {disposition.replace('_', ' ')}{' (not shown)' if disposition in hidden else ''}"
        for disposition in DISPOSITIONS
        if (number := summary.findings.get(disposition))
    ]
    yield (
        f"{_count(summary.claims, 'claim')}, {_count(summary.lines, 'line')}, {_count(summary.edits, 'edit')}; "
        f"findings: {', '.join(counted) or 'none'}; {summary.bypassed} bypassed; "
        f"{_count(summary.lines_not_fully_checked, 'line')} not fully checked"
        + (f"; {_count(summary.unread, 'part')} of the input unreadable" if summary.unread else "")
        + "\n"
    )
    if summary.library:
        yield f"Library: {summary.library}\n"
    if summary.not_loaded:
        yield f"Not loaded, so not checked against: {listed(summary.not_loaded)}\n"


def _names(names: Names) -> str:
    shown = [plain(name) for name in names.first]
    more = names.count - len(shown)
    return listed([*shown, *([_count(more, "other claim")] if more else [])])


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def plain(text: str) -> str:
    """Text without characters that would steer a terminal."""
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)


def finding_text(finding: Finding) -> str:
    """A finding alone, on several lines, as the report has it."""
    return textwrap.dedent("".join(_finding(finding, lambda text, _: text)))
