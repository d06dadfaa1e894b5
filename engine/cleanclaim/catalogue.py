"""The catalogue: every edit and parameter, proved and ready to be compiled. `edit_files.py` makes it of files."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import get_args

from cleanclaim.edits import Edit, EditVersion, Parameter
from cleanclaim.facts import (
    FROM_OTHER_LINES,
    LINE_FACTS,
    FactKind,
    Facts,
    Presence,
)
from cleanclaim.findings import Remittance
from cleanclaim.predicate.python import Test
from cleanclaim.predicate.tree import Comparison, Condition, Constant, Fact, Or, all_of, renamed
from cleanclaim.template import Template
from cleanclaim.values import listed

SUPERSEDING_BY_DEFAULT = ("COD005", "COD010", "COD020", "COD030")
"""Where the code itself is wrong, what else is said of the line is moot."""
UNREADABLE, EDIT_FAILED = "SYS010", "SYS020"
"""What no condition decides: the reader raises the first, the engine the second."""
NEVER_SUPERSEDED_BY_DEFAULT = ("COD", "DUP", "SYS")
CATALOGUE_NAMES = ("families_not_checked", "edits_not_checked")
"""What a message may name beside facts: families resting on the code record, edits of payers other than unknown."""

ANSWER = FactKind("word", get_args(Presence), frozenset({FROM_OTHER_LINES}))
"""What is known of a fact that answers a question about other lines."""


class CatalogueRefused(ValueError):
    """One or more files that are no valid part of a catalogue; `reasons` holds a line for each, with file and line."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = tuple(reasons)


@dataclass(frozen=True, slots=True)
class ConditionedRemittance:
    """A remittance, and the condition under which it is the one; None when it always is."""

    remittance: Remittance
    when: Condition | None
    test: Test | None
    """The condition, compiled."""


@dataclass(frozen=True, eq=False)
class Rule:
    """One version of an edit, ready to be compiled: its whole condition, texts and place in the evaluation."""

    edit: Edit
    version: EditVersion
    when: Condition
    """The condition as written."""
    condition: Condition
    """The condition together with the version's period and the edit's payers."""
    evidence: tuple[str, ...]
    message: Template
    fix: Template
    remittances: tuple[ConditionedRemittance, ...]
    superseded_by: tuple[str, ...]
    reads_record: bool
    """Whether it rests on a code record, of the line or of others."""
    reads_other_lines: bool
    reads_payability: bool
    """Whether the edit belongs to the second stratum."""
    asked: Mapping[str, str] = field(default_factory=dict)
    """What the edit asks about other lines: the name it uses, and the name of the fact that answers."""

    def remittance_for(self, facts: Facts) -> Remittance | None:
        """The first remittance whose condition holds."""
        return next((one.remittance for one in self.remittances if one.test is None or one.test(facts)), None)


@dataclass(frozen=True, slots=True)
class Asked:
    """What one edit asks about the other lines of a claim, ready to be compiled."""

    fact: str
    """The fact that answers, present or absent."""
    where: Condition
    same: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Every edit and parameter, proved. Made by `load_catalogue`."""

    edits: Mapping[str, Edit]
    parameters: Mapping[str, Parameter]
    rules: tuple[Rule, ...]
    """In the order of supersession: an edit comes after all that supersede it."""
    files: Mapping[str, Path] = field(repr=False)
    """The file of each edit, by id."""
    asked: tuple[Asked, ...] = ()
    """What edits ask about the other lines of a claim."""
    parameter_files: Mapping[str, Path] = field(default_factory=dict, repr=False)
    """The file of each parameter, by name."""

    @cached_property
    def line_facts(self) -> Mapping[str, FactKind]:
        """The facts of a line, those that answer what edits ask about other lines included."""
        return {**LINE_FACTS, **dict.fromkeys((one.fact for one in self.asked), ANSWER)}

    @cached_property
    def names(self) -> Facts:
        """The values of CATALOGUE_NAMES."""
        record_families = sorted(
            {rule.edit.family for rule in self.rules if rule.reads_record and rule.edit.family != "COD"}
        )
        of_stated_payers = sorted(
            edit.id for edit in self.edits.values() if edit.payer_types and "unknown" not in edit.payer_types
        )
        return {
            "families_not_checked": listed(record_families) or "none",
            "edits_not_checked": listed(of_stated_payers) or "none",
        }

    def changes(self) -> tuple[date, ...]:
        """The days on which a parameter may begin to say something else, ascending."""
        return tuple(sorted({day for parameter in self.parameters.values() for day in parameter.changes()}))


def condition_of(edit: Edit, version: EditVersion, when: Condition, asked: Mapping[str, str]) -> Condition:
    """The whole condition of an edit's version: its payers, its period, and what it asks of facts."""
    return all_of(*_applies(edit, version), renamed(when, asked))


def _applies(edit: Edit, version: EditVersion) -> Iterable[Condition]:
    if edit.payer_types:
        payers = tuple(
            Comparison("=", Fact("payer_type", "word"), Constant(payer, "word")) for payer in edit.payer_types
        )
        yield payers[0] if len(payers) == 1 else Or(payers)
    day = Fact("date_of_service", "date")
    if version.effective.first:
        yield Comparison(">=", day, Constant(version.effective.first, "date"))
    if version.effective.last:
        yield Comparison("<=", day, Constant(version.effective.last, "date"))
