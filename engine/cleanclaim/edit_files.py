"""Finds the edit files, reads them, and proves what must hold before an edit may judge a claim."""

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from cleanclaim.catalogue import (
    ANSWER,
    CATALOGUE_NAMES,
    EDIT_FAILED,
    NEVER_SUPERSEDED_BY_DEFAULT,
    SUPERSEDING_BY_DEFAULT,
    UNREADABLE,
    Asked,
    Catalogue,
    CatalogueRefused,
    ConditionedRemittance,
    Rule,
    condition_of,
)
from cleanclaim.edits import Edit, Parameter
from cleanclaim.facts import (
    CLAIM_FACTS,
    FROM_OTHER_LINES,
    FROM_PAYABILITY,
    FROM_RECORD,
    FROM_RECORDS_BESIDE,
    LINE_FACTS,
    FactKind,
)
from cleanclaim.findings import Remittance
from cleanclaim.places import shipped
from cleanclaim.predicate.parse import ConditionRefused, parse
from cleanclaim.predicate.python import python_test
from cleanclaim.predicate.rete import MOST_FIELDS, MOST_GROUPS, WireFields, groups, rete_pattern
from cleanclaim.predicate.tree import Condition, fact_names, renamed
from cleanclaim.template import Template, TemplateRefused, template
from cleanclaim.values import Model
from cleanclaim.yaml_text import Step, YamlRefused, YamlText, read_yaml, reasons_of

ModelOrEdit = TypeVar("ModelOrEdit", bound=Model)


def load_catalogue(*rules: Path, replaced: Iterable[Parameter] = ()) -> Catalogue:
    """The catalogue that comes with cleanclaim, with a payer's own folders of edits and parameters added.

    Parameters that are `replaced` stand for those of their names. Raises CatalogueRefused with every reason found, and
    FileNotFoundError for a folder that is not there.
    """
    return _Loader().load((shipped("rules"), *rules), replaced)


class _Loader:
    """Reads folders of edit files and gathers all that is wrong with them."""

    def __init__(self) -> None:
        self.reasons: list[str] = []
        self.edits: dict[str, tuple[Edit, YamlText]] = {}
        self.parameters: dict[str, tuple[Parameter, YamlText]] = {}
        self.asked: dict[str, Asked] = {}

    def load(self, folders: Iterable[Path], replaced: Iterable[Parameter] = ()) -> Catalogue:
        for folder in folders:
            if not folder.is_dir():
                raise FileNotFoundError(f"{folder} is no folder of edits")
            self.folder(folder)
        parameters = {name: parameter for name, (parameter, _) in self.parameters.items()}
        parameters |= {one.name: one for one in replaced}
        rules = [
            rule
            for edit, text in self.edits.values()
            for index, _ in enumerate(edit.versions)
            if (rule := self.rule(edit, index, text, parameters)) is not None
        ]
        for edit, text in self.edits.values():
            if edit.raised_by is not None and edit.id not in (UNREADABLE, EDIT_FAILED):
                self.refuse(text, ("raised_by",), f"nothing raises {edit.id}; an edit has versions")
        ordered = self.in_order_of_supersession(rules)
        if self.reasons:
            raise CatalogueRefused(self.reasons)
        edits = {edit_id: self.edits[edit_id][0] for edit_id in sorted(self.edits)}
        files = {edit_id: text.path for edit_id, (_, text) in self.edits.items()}
        parameter_files = {name: text.path for name, (_, text) in self.parameters.items()}
        return Catalogue(edits, parameters, tuple(ordered), files, tuple(self.asked.values()), parameter_files)

    def folder(self, folder: Path) -> None:
        paths = sorted(path for path in folder.rglob("*.y*ml") if path.is_file())
        if not paths:
            self.reasons.append(f"{folder}: holds no edit file (.yaml)")
        for path in paths:
            if path.suffix == ".yaml":
                self.read(path, is_parameter=path.parent.name == "parameters")
            else:
                self.reasons.append(f"{path}: the name of an edit file ends in .yaml")

    def read(self, path: Path, *, is_parameter: bool) -> None:
        try:
            text = read_yaml(path)
        except YamlRefused as wrong:
            self.reasons.append(str(wrong))
            return
        except OSError as wrong:
            self.reasons.append(f"{path}: cannot be read: {wrong.strerror}")
            return
        if is_parameter:
            if (parameter := self.validated(Parameter, text)) is not None:
                self.add(self.parameters, parameter.name, parameter, text)
                if parameter.name in LINE_FACTS:
                    self.refuse(text, ("name",), f"{parameter.name} is the name of a fact")
        elif (edit := self.validated(Edit, text)) is not None:
            self.add(self.edits, edit.id, edit, text)

    def validated(self, model: type[ModelOrEdit], text: YamlText) -> ModelOrEdit | None:
        try:
            return model.model_validate(text.data)
        except ValidationError as wrong:
            self.reasons.extend(reasons_of(text, model, wrong))
            return None

    def add(
        self, known: dict[str, tuple[ModelOrEdit, YamlText]], name: str, value: ModelOrEdit, text: YamlText
    ) -> None:
        if name in known:
            self.refuse(
                text, (), f"{name} is there already, in {known[name][1].path}; it can be added to, not redefined"
            )
        else:
            known[name] = (value, text)

    def refuse(self, text: YamlText, place: tuple[Step, ...], why: str) -> None:
        self.reasons.append(f"{text.path}:{text.line_of(place)}: {why}")

    def rule(self, edit: Edit, index: int, text: YamlText, parameters: Mapping[str, Parameter]) -> Rule | None:
        version, place = edit.versions[index], ("versions", index)
        kinds = LINE_FACTS if edit.level == "line" else CLAIM_FACTS
        if edit.level == "claim" and (version.effective.first or version.effective.last):
            self.refuse(
                text, (*place, "effective"), "a claim as a whole has no date of service to compare a period with"
            )
            return None
        asked = self.questions(edit, text, parameters)
        kinds = {**kinds, **dict.fromkeys((*asked, *asked.values()), ANSWER)}
        try:
            when = parse(version.when, kinds, parameters)
            condition = condition_of(edit, version, when, asked)
            _refuse_beyond_limits(edit, condition, WireFields(kinds, parameters))
        except ConditionRefused as wrong:
            self.refuse(text, (*place, "when"), f"the condition {wrong}")
            return None
        names = {*kinds, *CATALOGUE_NAMES}
        message = self.template(text, (*place, "message"), version.message, names)
        fix = self.template(text, (*place, "fix"), version.fix, names)
        remittances = tuple(self.remittances(edit, text, kinds, asked, parameters))
        if message is None or fix is None:
            return None
        read = {source for name in fact_names(condition) for source in kinds[name].sources}
        return Rule(
            edit, version, when, condition, fact_names(when), message, fix, remittances, _superseded_by(edit),
            reads_record=not read.isdisjoint((FROM_RECORD, FROM_RECORDS_BESIDE)),
            reads_other_lines=FROM_OTHER_LINES in read,
            reads_payability=FROM_PAYABILITY in read,
            asked=asked,
        )  # fmt: skip

    def questions(self, edit: Edit, text: YamlText, parameters: Mapping[str, Parameter]) -> dict[str, str]:
        """What the edit asks about other lines: the names it uses, and those of the facts that answer."""
        names = {name: f"{edit.id.lower()}_{name}" for name in edit.other_lines}
        for name, question in edit.other_lines.items():
            if names[name] in self.asked:
                continue  # another version of the edit asked before
            place = ("other_lines", name)
            if edit.level != "line":
                self.refuse(text, place, "an edit on the claim as a whole has no other lines")
            elif name in LINE_FACTS or name in parameters:
                self.refuse(text, place, f"{name} is the name of a fact or parameter already")
            try:
                where = parse(question.where, LINE_FACTS, parameters)
            except ConditionRefused as wrong:
                self.refuse(text, (*place, "where"), f"the condition {wrong}")
                continue
            for fact in (*fact_names(where), *question.same):
                if fact not in LINE_FACTS or FROM_PAYABILITY in LINE_FACTS[fact].sources:
                    self.refuse(text, place, f"{fact} is no fact that can be asked of another line")
            if "modifiers" in question.same:
                self.refuse(text, (*place, "same"), "modifiers are tested with has_modifier in where")
            self.asked[names[name]] = Asked(names[name], where, question.same)
        return names

    def template(self, text: YamlText, place: tuple[Step, ...], wording: str, names: set[str]) -> Template | None:
        try:
            return template(wording, names)
        except TemplateRefused as wrong:
            self.refuse(text, place, str(wrong))
            return None

    def remittances(
        self,
        edit: Edit,
        text: YamlText,
        kinds: Mapping[str, FactKind],
        asked: Mapping[str, str],
        parameters: Mapping[str, Parameter],
    ) -> Iterable[ConditionedRemittance]:
        for index, one in enumerate(edit.remittance):
            try:
                when = renamed(parse(one.when, kinds, parameters), asked) if one.when else None
            except ConditionRefused as wrong:
                self.refuse(text, ("remittance", index, "when"), f"the condition {wrong}")
            else:
                test = python_test(when, parameters) if when else None
                yield ConditionedRemittance(Remittance(group=one.group, carc=one.carc, rarc=one.rarc), when, test)

    def in_order_of_supersession(self, rules: list[Rule]) -> list[Rule]:
        strata = {
            rule.edit.id: max(other.reads_payability for other in rules if other.edit.id == rule.edit.id)
            for rule in rules
        }
        graph: dict[str, tuple[str, ...]] = {}
        for rule in rules:
            edit, text = self.edits[rule.edit.id]
            graph[edit.id] = rule.superseded_by
            for other in rule.superseded_by:
                if other not in self.edits or self.edits[other][0].level != edit.level:
                    self.refuse(text, ("superseded_by",), f"{other} is no edit of level {edit.level}")
                elif strata.get(other, False) and not strata[edit.id]:
                    self.refuse(text, ("superseded_by",), f"{other} rests on payability, which rests on {edit.id}")
        try:
            rank = {edit_id: place for place, edit_id in enumerate(TopologicalSorter(graph).static_order())}
        except CycleError as wrong:
            self.reasons.append(f"edits supersede each other in a circle: {' <- '.join(wrong.args[1])}")
            return rules
        return sorted(rules, key=lambda rule: rank[rule.edit.id])


def _refuse_beyond_limits(edit: Edit, condition: Condition, fields: WireFields) -> None:
    """Refuse what durable_rules could not hold. Raises ConditionRefused."""
    found = groups(rete_pattern(condition, fields))
    if found > MOST_GROUPS:
        raise ConditionRefused(f"of {edit.id} has {found} groups of and/or; the engine holds {MOST_GROUPS}")
    if len(fields) > MOST_FIELDS:
        raise ConditionRefused(f"of {edit.id} needs {len(fields)} fields of a line; the engine holds {MOST_FIELDS}")


def _superseded_by(edit: Edit) -> tuple[str, ...]:
    if edit.superseded_by is not None:
        return edit.superseded_by
    return () if edit.family in NEVER_SUPERSEDED_BY_DEFAULT or edit.level == "claim" else SUPERSEDING_BY_DEFAULT
