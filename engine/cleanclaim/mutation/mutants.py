"""The mutants of edits: each an edit altered in one place, and the catalogue that holds it instead."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import get_args

from cleanclaim.catalogue import ANSWER, Catalogue, ConditionedRemittance, Rule, condition_of
from cleanclaim.claims import PayerType
from cleanclaim.edits import Edit
from cleanclaim.facts import CLAIM_FACTS, LINE_FACTS
from cleanclaim.findings import DISPOSITIONS, Disposition, Remittance
from cleanclaim.mutation.alterations import alterations
from cleanclaim.mutation.neighbours import moved_periods, next_word
from cleanclaim.predicate.python import python_test
from cleanclaim.predicate.tree import Condition
from cleanclaim.yaml_text import Step, YamlText, read_yaml

Applied = Callable[[Catalogue], Catalogue]
_OTHER_GROUP = {"CO": "PR", "PR": "CO", "OA": "CO", "PI": "CO"}
_ANY_REMITTANCE = Remittance(group="CO", carc="45")


@dataclass(frozen=True, slots=True)
class Mutant:
    """An edit or a parameter, altered in one place."""

    subject: str
    """The edit's id or the parameter's name."""
    what: str
    """What was altered, as a person reads it."""
    file: Path
    line: int
    """Where the altered value stands in its file, from 1."""
    applied: Applied = field(repr=False, compare=False)
    """The mutant in place of what was altered, in any catalogue that holds it."""
    kept: str | None = None
    """A condition of the mutant's meaning that names all that the edit's own does; None where no `when` was altered."""


def mutants_of(catalogue: Catalogue, edit: Edit) -> Iterator[Mutant]:
    """Every mutant of an edit, in the order of its file's keys."""
    text = read_yaml(catalogue.files[edit.id])
    yield from _of_disposition(edit, text)
    if edit.raised_by is not None:
        return
    rules = rules_of(catalogue, edit.id)
    yield from _of_payers(edit, text)
    yield from _of_supersession(rules[0], text)
    yield from _of_other_lines(catalogue, rules[0], text)
    yield from _of_remittance(catalogue, rules[0], text)
    yield from _of_periods(rules, text)
    yield from _of_conditions(rules, text)


def rules_of(catalogue: Catalogue, edit_id: str) -> list[Rule]:
    """The rules of an edit, in the order of its versions."""
    rules = [rule for rule in catalogue.rules if rule.edit.id == edit_id]
    return sorted(rules, key=lambda rule: rule.version.effective.starts)


def with_rules(catalogue: Catalogue, edit_id: str, changed: Callable[[Rule, int], Rule]) -> Catalogue:
    """The catalogue with other rules for an edit; `changed` gets each with the place of its version."""
    places = {rule: place for place, rule in enumerate(rules_of(catalogue, edit_id))}
    rules = tuple(changed(rule, places[rule]) if rule in places else rule for rule in catalogue.rules)
    return replace(catalogue, rules=rules)


def _with_edit(catalogue: Catalogue, edit_id: str, **fields: object) -> Catalogue:
    """The catalogue with other fields of an edit as a whole."""
    edit = catalogue.edits[edit_id].model_copy(update=fields)

    def changed(rule: Rule, _: int) -> Rule:
        return replace(rule, edit=edit, condition=condition_of(edit, rule.version, rule.when, rule.asked))

    return replace(with_rules(catalogue, edit_id, changed), edits={**catalogue.edits, edit_id: edit})


def _placed(edit: Edit, text: YamlText, place: Sequence[Step], what: str, applied: Applied) -> Mutant:
    return Mutant(edit.id, what, text.path, text.line_of(tuple(place)), applied)


def _of_disposition(edit: Edit, text: YamlText) -> Iterator[Mutant]:
    rank = DISPOSITIONS.index(edit.disposition)
    for other in (*DISPOSITIONS[max(rank - 1, 0) : rank], *DISPOSITIONS[rank + 1 : rank + 2]):

        def applied(catalogue: Catalogue, other: Disposition = other) -> Catalogue:
            return _with_edit(catalogue, edit.id, disposition=other)

        yield _placed(edit, text, ["disposition"], f"disposition {edit.disposition} becomes {other}", applied)


def _of_payers(edit: Edit, text: YamlText) -> Iterator[Mutant]:
    if edit.level == "claim":
        return
    every: tuple[PayerType, ...] = get_args(PayerType)
    own = edit.payer_types or every
    for payer in every:
        if payer not in own:
            payers, what = (*own, payer), f"applies to payer {payer} as well"
        elif len(own) > 1:
            payers, what = tuple(one for one in own if one != payer), f"applies to payer {payer} no more"
        else:
            continue

        def applied(catalogue: Catalogue, payers: tuple[PayerType, ...] = payers) -> Catalogue:
            return _with_edit(catalogue, edit.id, payer_types=payers)

        yield _placed(edit, text, ["payer_types"], what, applied)


def _of_supersession(rule: Rule, text: YamlText) -> Iterator[Mutant]:
    for other in rule.superseded_by:
        applied = _with_superseding(rule.edit.id, tuple(one for one in rule.superseded_by if one != other))
        yield _placed(rule.edit, text, ["superseded_by"], f"superseded by {other} no more", applied)


def _with_superseding(edit_id: str, others: tuple[str, ...]) -> Applied:
    def changed(rule: Rule, _: int) -> Rule:
        return replace(rule, superseded_by=others)

    return lambda catalogue: with_rules(catalogue, edit_id, changed)


def _of_other_lines(catalogue: Catalogue, rule: Rule, text: YamlText) -> Iterator[Mutant]:
    asked = {one.fact: one for one in catalogue.asked}
    for name, fact in rule.asked.items():
        where, same = asked[fact].where, asked[fact].same
        place = ["other_lines", name]
        for one in alterations(where, LINE_FACTS):

            def altered(catalogue: Catalogue, fact: str = fact, where: Condition = one.condition) -> Catalogue:
                changed = (replace(one, where=where) if one.fact == fact else one for one in catalogue.asked)
                return replace(catalogue, asked=tuple(changed))

            yield _placed(rule.edit, text, [*place, "where"], f"{name}: {one.what}", altered)
        for key in same:
            left = tuple(one for one in same if one != key)

            def loosened(catalogue: Catalogue, fact: str = fact, left: tuple[str, ...] = left) -> Catalogue:
                changed = (replace(one, same=left) if one.fact == fact else one for one in catalogue.asked)
                return replace(catalogue, asked=tuple(changed))

            yield _placed(rule.edit, text, [*place, "same"], f"{name}: {key} need not be the same", loosened)


def _of_remittance(catalogue: Catalogue, rule: Rule, text: YamlText) -> Iterator[Mutant]:
    for index, one in enumerate(rule.remittances):
        for what, others in _remittances(one, [other.remittance for other in rule.remittances]):
            yield _remitted(rule, text, ["remittance", index], what, index, others)
        if one.when is None:
            continue
        facts = CLAIM_FACTS if rule.edit.level == "claim" else LINE_FACTS
        kinds = {**facts, **dict.fromkeys(rule.asked.values(), ANSWER)}
        for altered in alterations(one.when, kinds):
            other = ConditionedRemittance(
                one.remittance, altered.condition, python_test(altered.condition, catalogue.parameters)
            )
            yield _remitted(rule, text, ["remittance", index, "when"], f"when: {altered.what}", index, (other,))
    if not rule.remittances:
        other = ConditionedRemittance(_ANY_REMITTANCE, None, None)
        yield _remitted(rule, text, ["remittance"], f"remittance {_shown(_ANY_REMITTANCE)} is given", 0, (other,))


def _remittances(
    one: ConditionedRemittance, taken: Sequence[Remittance]
) -> Iterator[tuple[str, tuple[ConditionedRemittance, ...]]]:
    """What may stand in place of a remittance: none, another group, another code."""
    remittance, shown = one.remittance, _shown(one.remittance)
    others = [
        remittance.model_copy(update={"group": _OTHER_GROUP[remittance.group]}),
        remittance.model_copy(update={"carc": next_word(remittance.carc, {other.carc for other in taken})}),
    ]
    for index, rarc in enumerate(remittance.rarc):
        before, after = remittance.rarc[:index], remittance.rarc[index + 1 :]
        others.append(remittance.model_copy(update={"rarc": (*before, *after)}))
        near = next_word(rarc, {code for other in taken for code in other.rarc}) or rarc
        others.append(remittance.model_copy(update={"rarc": (*before, near, *after)}))
    yield f"remittance {shown} is given no more", ()
    for other in others:
        yield f"remittance {shown} becomes {_shown(other)}", (replace(one, remittance=other),)


def _remitted(
    rule: Rule, text: YamlText, place: Sequence[Step], what: str, index: int, others: tuple[ConditionedRemittance, ...]
) -> Mutant:
    def applied(catalogue: Catalogue) -> Catalogue:
        def changed(one: Rule, _: int) -> Rule:
            return replace(one, remittances=(*one.remittances[:index], *others, *one.remittances[index + 1 :]))

        return with_rules(catalogue, rule.edit.id, changed)

    return _placed(rule.edit, text, place, what, applied)


def _shown(one: Remittance) -> str:
    return " ".join((one.group, one.carc, *one.rarc))


def _of_periods(rules: Sequence[Rule], text: YamlText) -> Iterator[Mutant]:
    for what, index, periods in moved_periods([rule.version.effective for rule in rules]):

        def applied(catalogue: Catalogue, periods: Sequence[object] = periods) -> Catalogue:
            def changed(one: Rule, place: int) -> Rule:
                version = one.version.model_copy(update={"effective": periods[place]})
                whole = condition_of(one.edit, version, one.when, one.asked)
                return replace(one, version=version, condition=whole)

            return with_rules(catalogue, rules[0].edit.id, changed)

        yield _placed(rules[0].edit, text, ["versions", index, "effective"], f"effective: {what}", applied)


def _of_conditions(rules: Sequence[Rule], text: YamlText) -> Iterator[Mutant]:
    edit_id = rules[0].edit.id
    for index, rule in enumerate(rules):
        kinds = CLAIM_FACTS if rule.edit.level == "claim" else LINE_FACTS
        of_version = f"version of {rule.version.effective.words}: " if len(rules) > 1 else ""
        for one in alterations(rule.when, {**kinds, **dict.fromkeys(rule.asked, ANSWER)}):
            line = text.line_of(("versions", index, "when"))
            what, applied = f"{of_version}{one.what}", _with_when(edit_id, index, one.condition)
            yield Mutant(edit_id, what, text.path, line, applied, str(one.kept))


def _with_when(edit_id: str, index: int, when: Condition) -> Applied:
    """The catalogue with another condition for one version of an edit."""

    def changed(rule: Rule, place: int) -> Rule:
        if place != index:
            return rule
        return replace(rule, when=when, condition=condition_of(rule.edit, rule.version, when, rule.asked))

    return lambda catalogue: with_rules(catalogue, edit_id, changed)
