"""An explanation for a person: by line, what fired first, with the values compared and how near they came."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from cleanclaim.outcomes import OUTCOMES, ClaimOutcomes, Compared, EditOutcome, LineOutcomes, Outcome, counted
from cleanclaim.report.text import plain

_WIDTH = 100
_WIDTH_OF_COMPARISONS = 110
_LABELS: Mapping[Outcome, str] = {
    "fired": "Fired", "bypassed": "Bypassed", "not_checked": "Could not be checked", "passed": "Passed",
    "did_not_apply": "Did not apply",
}  # fmt: skip
_COUNTED: Mapping[Outcome, str] = {
    "fired": "fired", "bypassed": "bypassed", "not_checked": "could not be checked", "passed": "passed",
    "did_not_apply": "did not apply",
}  # fmt: skip
_ABOUT = {
    "claim": " (of the claim as a whole, so on each line)",
    "reader": " (raised where the claim cannot be read, so on each line)",
    "engine": " (raised where the engine fails on the claim, so on each line)",
}
_HOLDS = {True: "holds", False: "fails", None: "unknown"}


def explanation_lines(claims: Sequence[ClaimOutcomes], edits: int, *, in_full: bool) -> Iterator[str]:
    """The explanation of claims and of so many edits, and how many there are of each outcome.

    What passed and what did not apply is told in full only when asked for.
    """
    for claim in claims:
        name = plain(claim.claim_id) if claim.claim_id is not None else "(id not known)"
        yield f"Claim {name}{f', payer {claim.payer_type}' if claim.payer_type else ''}\n"
        for reason in claim.unreadable:
            yield from _wrapped(f"  could not be read: {plain(reason)}", "    ")
        for line in claim.lines:
            yield from _line(line, in_full=in_full)
        yield "\n"
    lines, counts = sum(len(claim.lines) for claim in claims), counted(claims)
    parts = ", ".join(f"{counts[outcome]:,} {_COUNTED[outcome]}" for outcome in OUTCOMES)
    yield f"{_count(lines, 'line')} x {_count(edits, 'edit')} = {lines * edits:,}: {parts}\n"


def _line(line: LineOutcomes, *, in_full: bool) -> Iterator[str]:
    code = f", {plain(line.procedure_code)}" if line.procedure_code else ""
    yield f"  line {line.line_number}{code}, {line.date_of_service}\n"
    for outcome in OUTCOMES:
        of_outcome = [one for one in line.edits if one.outcome == outcome]
        if not of_outcome:
            continue
        yield f"    {_LABELS[outcome]} ({len(of_outcome)}):\n"
        if in_full or outcome in ("fired", "bypassed"):
            for one in of_outcome:
                yield from _edit(one)
        else:
            yield from _by_reason(of_outcome)


def _edit(one: EditOutcome) -> Iterator[str]:
    disposition = f" {one.disposition.replace('_', ' ')}" if one.outcome in ("fired", "bypassed") else ""
    yield from _wrapped(f"      {one.edit_id}{disposition}: {plain(one.title)}{_ABOUT.get(one.about, '')}", "        ")
    for reason in one.reasons:
        text = f"{reason} fires on the line" if one.outcome == "bypassed" else reason
        yield from _wrapped(f"        because {plain(text)}", "          ")
    for part in one.compared:
        yield from _compared(part, "        ")


def _by_reason(edits: Sequence[EditOutcome]) -> Iterator[str]:
    """The ids of edits, those that share a reason together."""
    ids: dict[tuple[str, ...], list[str]] = {}
    for one in edits:
        ids.setdefault(one.reasons, []).append(one.edit_id)
    for reasons, of_reason in ids.items():
        because = f": {plain('; '.join(reasons))}" if reasons else ""
        yield from _wrapped(f"      {', '.join(of_reason)}{because}", "        ")


def _compared(one: Compared, indent: str) -> Iterator[str]:
    """A comparison: whether it holds, its text, the values and their distance."""
    mark = f"{indent}{_HOLDS[one.holds]:<8}"
    if one.parts:
        yield f"{mark}{one.text}:\n"
        for part in one.parts:
            yield from _compared(part, indent + "    ")
        return
    against = f" against {one.right}" if one.right is not None else ""
    distance = f", {one.distance}" if one.distance else ""
    yield from _wrapped(
        plain(f"{mark}{one.text}: {one.left}{against}{distance}"), indent + "    ", _WIDTH_OF_COMPARISONS
    )
    if one.values:
        values = "; ".join(f"{name}: {value}" for name, value in one.values)
        yield from _wrapped(plain(f"{indent}    ({values})"), indent + "    ", _WIDTH_OF_COMPARISONS)


def _wrapped(text: str, rest: str, width: int = _WIDTH) -> Iterator[str]:
    first = text[: len(text) - len(text.lstrip())]
    lines = textwrap.wrap(
        text.lstrip(), width, initial_indent=first, subsequent_indent=rest, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
    yield from (line + "\n" for line in lines)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
