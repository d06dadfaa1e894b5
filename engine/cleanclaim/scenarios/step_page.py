"""The page of all steps that claim scenarios are written in."""

import re
from collections.abc import Iterator
from inspect import getdoc, signature

from cleanclaim.claims import ClaimLine
from cleanclaim.scenarios import steps
from cleanclaim.scenarios.finding_text import FIELDS as OF_FINDINGS
from cleanclaim.scenarios.parameters import COLUMNS as OF_PARAMETERS
from cleanclaim.scenarios.steps import FIELDS, WORDS, our_steps
from cleanclaim.scenarios.tables import RECORD_COLUMNS, TABLES
from cleanclaim.values import listed

_PLACE = re.compile(r"{(\w+)(?::(\w+))?}")
_COLUMNS: dict[object, str] = {
    steps.release: ", ".join(RECORD_COLUMNS),
    steps.add_on_table: ", ".join(TABLES["add_on"][1]),
    steps.mue_table: ", ".join(TABLES["mue"][1]),
    steps.asc_addendum: ", ".join(TABLES["asc"][1]),
    steps.claim_lines: ", ".join(ClaimLine.model_fields),
    steps.dated_parameter: f"first, last and {listed(list(map(' and '.join, OF_PARAMETERS.values())), last='or')}",
    steps.has_finding: "field and value",
    steps.findings_are_exactly: "those of a finding",
}
"""What the columns of a step's table may be."""
_PARTS = {
    "given": "What is given", "when": "What is done", "then": "What is expected",
}  # fmt: skip


def steps_page() -> Iterator[str]:
    """Every step with what it means, by kind, as Markdown."""
    yield "# The steps of claim scenarios\n\n"
    yield "Printed by `cleanclaim steps`. Words in braces are yours; a word may stand bare or in quotes.\n"
    for kind, heading in _PARTS.items():
        yield f"\n## {heading}\n"
        sentences: dict[object, list[str]] = {}
        for one in our_steps():
            if one.type == kind:
                sentences.setdefault(one.step_func, []).append(one.parser.name)
        for function, texts in sentences.items():
            yield "\n"
            yield from (f"    {kind.capitalize()} {_PLACE.sub(_named, text)}\n" for text in sorted(texts, key=_length))
            yield f"\n{getdoc(function)}{_below(function)}\n"
    yield f"\n## Words\n\n- fields of a finding: {', '.join(OF_FINDINGS)}\n"
    yield f"- field: {', '.join(FIELDS)}\n"
    yield from (f"- {name.lower()}: {', '.join(words)}\n" for name, words in WORDS.items())


def _named(place: re.Match[str]) -> str:
    name, kind = place.groups()
    return "{" + (kind.lower() if kind in WORDS else name) + "}"


def _below(function: object) -> str:
    """What stands below a step."""
    taken = signature(function).parameters  # type: ignore[arg-type]
    if "docstring" in taken:
        return " It stands below the step, between two lines of three quotes."
    return f" Columns of the table below: {_COLUMNS[function]}." if "datatable" in taken else ""


def _length(text: str) -> tuple[int, str]:
    return len(text), text
