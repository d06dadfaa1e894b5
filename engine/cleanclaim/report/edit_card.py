"""Edits for a person: a line each, one edit in full, and the page of the whole catalogue."""

import textwrap
from collections.abc import Iterator

from cleanclaim.catalogue import Catalogue, Rule
from cleanclaim.edits import Edit, Parameter
from cleanclaim.feature_names import feature_of, scenario_names
from cleanclaim.findings import Remittance
from cleanclaim.predicate.tree import Condition, parameter_names
from cleanclaim.values import listed, shortest

_WIDTH = 100


def list_lines(catalogue: Catalogue) -> Iterator[str]:
    """One line for each edit: id, disposition, title."""
    for edit in catalogue.edits.values():
        yield f"{edit.id}  {edit.disposition:<19}  {edit.title}\n"


def card_lines(catalogue: Catalogue, edit: Edit) -> Iterator[str]:
    """Everything about one edit."""
    yield f"{edit.id}  {edit.title}\n\n"
    for label, text in _head(catalogue, edit):
        yield from _labelled(label, text)
    for rule in _rules(catalogue, edit):
        yield f"\nFor dates of service {rule.version.effective.words}:\n"
        yield from _labelled("when", str(rule.when))
        yield from _labelled("message", rule.version.message)
        yield from _labelled("fix", rule.version.fix)
    if edit.message and edit.fix:
        yield "\n"
        yield from _labelled("message", edit.message)
        yield from _labelled("fix", edit.fix)
    yield from _grounds(catalogue, edit)


def _grounds(catalogue: Catalogue, edit: Edit) -> Iterator[str]:
    """What an edit rests on: parameters, authority, known gaps, scenarios."""
    if parameters := _parameters(catalogue, edit):
        yield "\nParameters:\n"
        for parameter in parameters:
            yield from _item(f"{parameter.name}, {parameter.title}: {'; '.join(_values(parameter))}")
    yield "\nAuthority:\n"
    for citation in edit.citations:
        yield from _item(f"{citation.document}, {citation.section} <{citation.url}>, read {citation.read}")
    if edit.known_gaps:
        yield "\nKnown gaps:\n"
        for gap in edit.known_gaps:
            yield from _item(gap)
    if feature := feature_of(catalogue.files[edit.id]):
        yield f"\nScenarios, in {feature.parent.name}/{feature.name}:\n"
        for name in scenario_names(feature):
            yield from _item(name)


def catalogue_page(catalogue: Catalogue) -> Iterator[str]:
    """The catalogue as a page of Markdown."""
    yield "# The catalogue of edits\n\n"
    yield "Made from the files of this folder by `make catalogue`; a test says when it is not current.\n"
    family = ""
    for edit in catalogue.edits.values():
        folder = catalogue.files[edit.id].parent.name
        if folder != family:
            family = folder
            yield f"\n## {family.replace('_', ' ').capitalize()}\n"
        yield f"\n### {edit.id} {edit.title}\n\n"
        for label, text in _head(catalogue, edit):
            yield f"- {label}: {text}\n"
        for rule in _rules(catalogue, edit):
            yield f"- for dates of service {rule.version.effective.words}: `{rule.when}`\n"
            yield f"  - message: {rule.version.message}\n"
            yield f"  - fix: {rule.version.fix}\n"
        if edit.message and edit.fix:
            yield f"- message: {edit.message}\n- fix: {edit.fix}\n"
        for citation in edit.citations:
            yield f"- authority: [{citation.document}]({citation.url}), {citation.section}, read {citation.read}\n"
        for gap in edit.known_gaps:
            yield f"- known gap: {gap}\n"


def _head(catalogue: Catalogue, edit: Edit) -> Iterator[tuple[str, str]]:
    yield "disposition", edit.disposition.replace("_", " ")
    yield "judges", {"line": "each line", "claim": "the claim as a whole"}[edit.level]
    yield "payers", ", ".join(edit.payer_types) if edit.payer_types else "all"
    if edit.raised_by:
        yield "raised by", f"the {edit.raised_by}"
    if superseded_by := next((rule.superseded_by for rule in _rules(catalogue, edit)), ()):
        yield "left out where", f"{', '.join(superseded_by)} fires on the line"
    for name, question in edit.other_lines.items():
        same = f", with the same {listed(question.same)}" if question.same else ""
        yield "other lines", f"{name} is present where on another line {_asked(catalogue, edit)[name]}{same}"
    for one in edit.remittance:
        remittance = Remittance(group=one.group, carc=one.carc, rarc=one.rarc)
        text = " ".join((remittance.group, remittance.carc, *remittance.rarc))
        yield "remittance", f"{text} when {one.when}" if one.when else text


def _rules(catalogue: Catalogue, edit: Edit) -> list[Rule]:
    rules = [rule for rule in catalogue.rules if rule.edit is edit]
    return sorted(rules, key=lambda rule: rule.version.effective.starts)


def _asked(catalogue: Catalogue, edit: Edit) -> dict[str, Condition]:
    """What the edit asks about other lines: for each name, what must hold of another line."""
    facts = {name: fact for rule in _rules(catalogue, edit) for name, fact in rule.asked.items()}
    conditions = {one.fact: one.where for one in catalogue.asked}
    return {name: conditions[fact] for name, fact in facts.items()}


def _parameters(catalogue: Catalogue, edit: Edit) -> list[Parameter]:
    """The parameters that the edit's conditions name."""
    conditions = [*(rule.when for rule in _rules(catalogue, edit)), *_asked(catalogue, edit).values()]
    names = dict.fromkeys(name for one in conditions for name in parameter_names(one))
    return [catalogue.parameters[name] for name in names]


def _values(parameter: Parameter) -> Iterator[str]:
    """The values of a parameter, each with its dates."""
    for codes in parameter.lists:
        yield f"{codes.effective.words} {', '.join(codes.codes)}"
    for number in parameter.numbers:
        yield f"{number.effective.words} {shortest(number.value)}"
    for version in parameter.replacements:
        pairs = (f"{old} by {listed(new, last='or')}" for old, new in version.successors.items())
        yield f"{version.effective.words} {', '.join(pairs)}"


def _labelled(label: str, text: str) -> Iterator[str]:
    yield from _fold(f"{label + ':':<16}", text, " " * 16)


def _item(text: str) -> Iterator[str]:
    yield from _fold("- ", text, "  ")


def _fold(first: str, text: str, rest: str) -> Iterator[str]:
    lines = textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
    yield from (line + "\n" for line in lines)
