"""The sentences of claim scenarios. Each only says what it means; `world` and `outcome` carry it out.

Registered as a pytest plugin, so that a step of the same text in a team's own conftest.py or test module wins. The
engine is imported by the first scenario that runs, not before.
"""

import re
from collections.abc import Generator, Iterable, Sequence
from functools import cache
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from pytest_bdd import given, parsers, then, when
from pytest_bdd.parser import Feature, Scenario, Step
from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

from cleanclaim.scenarios.failure import StepFailed, nearest, shown_path
from cleanclaim.scenarios.watching import WATCHER

if TYPE_CHECKING:
    from cleanclaim.scenarios.world import Checkers, World

Table = Sequence[Sequence[str]]
"""A table of a feature file, its first row included."""

_FEATURE = pytest.StashKey[Path]()
_FAILED_AT = pytest.StashKey[int]()
_LIKE_ENOUGH = 0.6
FIELDS = {
    "payer": "payer_type", "claim type": "claim_type", "type of bill": "type_of_bill", "claim id": "claim_id",
    "billing taxonomy": "billing_taxonomy", "place of service": "place_of_service",
    "rendering provider": "rendering_provider", "billing provider": "billing_provider",
}  # fmt: skip
"""The fields of a claim that a sentence states, by their names in it."""
WORDS = {
    "Scope": ("partial", "complete"), "Service": ("practitioner", "outpatient", "dme"), "Addendum": ("AA", "BB"),
}  # fmt: skip
"""The words that a part of a sentence is one of."""
_EDIT_ID = "[A-Z]{3}[0-9]{3}"


class _OneOf:
    """A part of a sentence that is one of some words."""

    def __init__(self, words: Iterable[str]) -> None:
        self.pattern = "|".join(words)

    def __call__(self, text: str) -> str:
        return text


def _text(sentence: str) -> parsers.parse:
    words = {"Field": tuple(FIELDS), "Edit": (_EDIT_ID,), **WORDS}
    types = {name: _OneOf(one) for name, one in words.items()}
    return parsers.parse(sentence, extra_types=types, case_sensitive=True)


# The state of a session and of a scenario


@pytest.fixture(scope="session")
def cleanclaim_checkers(request: pytest.FixtureRequest) -> "Checkers":
    """The checkers of the session: compiled once for each set of edits, shared by all scenarios."""
    from cleanclaim.scenarios.world import Checkers

    return Checkers(request.config.stash.get(WATCHER, None))


@pytest.fixture
def cleanclaim_world(request: pytest.FixtureRequest, cleanclaim_checkers: "Checkers") -> "World":
    """What the scenario was given, and what was found."""
    from cleanclaim.scenarios.world import World

    return World(cleanclaim_checkers, request.node.stash[_FEATURE].parent)


# Given: code records


@given("the bundled code records")
def bundled_code_records(cleanclaim_world: "World") -> None:
    """Use the record documents that come with cleanclaim; what a scenario uses that says nothing of code records."""
    cleanclaim_world.add_bundled_records()


@given("no code records")
def no_code_records(cleanclaim_world: "World") -> None:
    """Use a library without a release."""
    cleanclaim_world.remove_records()


@given(_text('the library "{path}"'))
def library(cleanclaim_world: "World", path: str) -> None:
    """Use a library file, or what CMS publishes: a plain file or a folder; relative to the feature file."""
    cleanclaim_world.add_library(path)


@given(_text('the record document "{path}"'))
def record_document(cleanclaim_world: "World", path: str) -> None:
    """Use one record document, as a partial release of the quarter of its action effective date."""
    cleanclaim_world.add_record_document(path)


@given(_text("the {scope:Scope} release {release_id:S} holds the code records:"))
def release(cleanclaim_world: "World", scope: str, release_id: str, datatable: Table | None = None) -> None:
    """Use the code records of a table as a partial or complete release; several releases add up."""
    cleanclaim_world.add_release(scope, release_id, datatable)


@given(_text("the add-on code table {quarter:S} lists:"))
def add_on_table(cleanclaim_world: "World", quarter: str, datatable: Table | None = None) -> None:
    """Use an add-on code table of a quarter; one with a column effective_date bears dates."""
    cleanclaim_world.add_table("add_on", quarter, None, datatable)


@given(_text("the {service:Service} MUE table {quarter:S} lists:"))
def mue_table(cleanclaim_world: "World", service: str, quarter: str, datatable: Table | None = None) -> None:
    """Use the medically unlikely edits of a quarter for one kind of provider."""
    cleanclaim_world.add_table("mue", quarter, service, datatable)


@given(_text("ASC Addendum {addendum:Addendum} {quarter:S} lists:"))
def asc_addendum(cleanclaim_world: "World", addendum: str, quarter: str, datatable: Table | None = None) -> None:
    """Use Addendum AA or BB of the ASC payment rates of a quarter."""
    cleanclaim_world.add_table("asc", quarter, addendum, datatable)


# Given: claims and edits


@given(_text("the {field:Field} is {value:S}"))
def claim_field(cleanclaim_world: "World", field: str, value: str) -> None:
    """State a field of the claim as a whole."""
    cleanclaim_world.state(FIELDS[field], value.strip('"'))


@given("the claim lines:")
def claim_lines(cleanclaim_world: "World", datatable: Table | None = None) -> None:
    """Bill the lines of a table on the claim; a blank cell is not given."""
    cleanclaim_world.add_lines(datatable)


@given("the claim:")
def claim_as_json(cleanclaim_world: "World", docstring: str | None = None) -> None:
    """Check one claim, or a list of claims, written as JSON."""
    cleanclaim_world.add_json(docstring)


@given("the claims:")
def claims_as_text(cleanclaim_world: "World", docstring: str | None = None) -> None:
    """Check claims written in any format that cleanclaim reads; what cannot be read of them is a finding."""
    cleanclaim_world.add_text(docstring)


@given(_text('the claims in "{path}"'))
def claims_in_file(cleanclaim_world: "World", path: str) -> None:
    """Check the claims of a file, relative to the feature file, in any format that cleanclaim reads."""
    cleanclaim_world.add_file(path)


@given(_text('the edits in "{path}"'))
def edits_in_folder(cleanclaim_world: "World", path: str) -> None:
    """Add a payer's own folder of edits and parameters, relative to the feature file."""
    cleanclaim_world.add_edits(path)


@given(_text("the parameter {name:S} is {value}"))
def parameter(cleanclaim_world: "World", name: str, value: str) -> None:
    """Let a parameter of the catalogue be a number, or a list of codes and ranges, on every date of service."""
    cleanclaim_world.set_parameter(name, value)


@given(_text("the parameter {name:S} is:"))
def dated_parameter(cleanclaim_world: "World", name: str, datatable: Table | None = None) -> None:
    """Let a parameter be the values of a table, each from a first to a last day of service; a blank day is open."""
    cleanclaim_world.set_parameter(name, datatable)


# When


@when("the claim is checked")
@when("the claims are checked")
def check(cleanclaim_world: "World") -> None:
    """Check what was given, information included."""
    cleanclaim_world.check()


# Then


@then("the claim is clean")
def is_clean(cleanclaim_world: "World") -> None:
    """Expect no finding but information."""
    cleanclaim_world.outcome.expect_clean()


@then("there are no findings")
def no_findings(cleanclaim_world: "World") -> None:
    """Expect no finding, not even information."""
    cleanclaim_world.outcome.expect_no_findings()


@then(_text("line {line:d} has finding {edit:S}"))
@then(_text("the claim has finding {edit:S}"))
@then(_text('claim "{claim}" has finding {edit:S}'))
@then(_text('claim "{claim}" line {line:d} has finding {edit:S}'))
def has_finding(
    cleanclaim_world: "World",
    edit: str,
    claim: str | None = None,
    line: int | None = None,
    datatable: Table | None = None,
) -> None:
    """Expect a finding of a line, or of the claim as a whole, and any fields of it that a table names."""
    cleanclaim_world.outcome.expect_finding(claim, line, edit, datatable)


@then(_text("line {line:d} has no finding {edit:S}"))
@then(_text("the claim has no finding {edit:S}"))
@then(_text('claim "{claim}" has no finding {edit:S}'))
@then(_text('claim "{claim}" line {line:d} has no finding {edit:S}'))
@then(_text("line {line:d} has no finding"))
@then(_text('claim "{claim}" line {line:d} has no finding'))
def has_no_finding(
    cleanclaim_world: "World", edit: str | None = None, claim: str | None = None, line: int | None = None
) -> None:
    """Expect no finding, information included, of an edit or of any, on a line, or on the claim and all of its lines.

    Where an edit is named, it must have been possible to check it there.
    """
    cleanclaim_world.outcome.expect_no_finding(claim, line, edit)
    if edit is not None:
        cleanclaim_world.outcome.prove_checked(claim, line, edit)


@then(_text("{edit:Edit} is not checked because {reason}"))
@then(_text("{edit:Edit} is not checked on line {line:d} because {reason}"))
@then(_text('{edit:Edit} is not checked on claim "{claim}" because {reason}'))
@then(_text('{edit:Edit} is not checked on claim "{claim}" line {line:d} because {reason}'))
def is_not_checked(
    cleanclaim_world: "World", edit: str, reason: str, claim: str | None = None, line: int | None = None
) -> None:
    """Expect that an edit could not be checked on a line (any, where none is named), for the reason `explain` tells."""
    cleanclaim_world.outcome.expect_not_checked(claim, line, edit, reason)


@then("the findings are exactly:")
def findings_are_exactly(cleanclaim_world: "World", datatable: Table | None = None) -> None:
    """Expect these findings and no others, in this order, compared on the columns given."""
    cleanclaim_world.outcome.expect_exactly(datatable)


# How a step fails


def is_step_of_ours(kind: str | None, text: str) -> bool:
    """Whether a step of this kind (given, when or then; None: any) is one of those above."""
    return any((kind is None or kind == one.type) and one.parser.is_matching(text) for one in our_steps())


def pytest_bdd_before_scenario(request: pytest.FixtureRequest, feature: Feature, scenario: Scenario) -> None:
    """Note where the scenario stands: paths in it are relative to its file. One that expects nothing fails."""
    stash = request.node.stash
    stash[_FEATURE] = Path(feature.filename)
    if _FAILED_AT in stash:  # run again after it failed
        del stash[_FAILED_AT]
    if all(one.type != "then" for one in scenario.steps) and _uses_ours(scenario):
        _fail(request, scenario.line_number, "the scenario expects nothing: it has no step with Then")


def pytest_bdd_before_step(request: pytest.FixtureRequest, step: Step, step_func: Any) -> None:
    """Refuse a table or doc string that the step would pass over without a word."""
    if step_func.__module__ == __name__:
        taken = signature(step_func).parameters
        if step.datatable is not None and "datatable" not in taken:
            _fail(request, step.line_number, "this step takes no table")
        if step.docstring is not None and "docstring" not in taken:
            _fail(request, step.line_number, "this step takes no doc string")


@pytest.hookimpl(trylast=True)
def pytest_bdd_step_error(request: pytest.FixtureRequest, step: Step, exception: Exception) -> None:
    """Report a step that failed by its place in the feature file."""
    if isinstance(exception, StepFailed):
        _fail(request, step.line_number, str(exception))


@pytest.hookimpl(trylast=True)
def pytest_bdd_step_func_lookup_error(request: pytest.FixtureRequest, scenario: Scenario, step: Step) -> None:
    """Name the nearest step of ours, where a scenario that uses some has one that nobody defines."""
    if _uses_ours(scenario):
        texts = [re.sub(r":\w+}", "}", one.parser.name) for one in our_steps()]
        said = re.sub(r"\b[0-9]+\b", "{line}", re.sub(r"\b[A-Z]{3}[0-9]{3}\b", "{edit}", step.name))
        near = nearest(said, texts, _LIKE_ENOUGH)
        _fail(request, step.line_number, f"there is no step: {step}" + (f"\n\n  nearest: {near}" if near else ""))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let reports that name one place for a failure name the step's."""
    report = yield
    crash = getattr(report.longrepr, "reprcrash", None)
    if report.when == "call" and crash is not None and _FAILED_AT in item.stash:
        crash.path, crash.lineno = str(item.stash[_FEATURE]), item.stash[_FAILED_AT]
    return report


def _uses_ours(scenario: Scenario) -> bool:
    return any(is_step_of_ours(one.type, one.name) for one in scenario.steps)


def _fail(request: pytest.FixtureRequest, line: int, text: str) -> NoReturn:
    item = request.node
    item.stash[_FAILED_AT] = line
    place = f"{shown_path(item.stash[_FEATURE], request.config)}:{line}"
    raise pytest.fail.Exception(f"{place}: {text}", pytrace=False) from None


@cache
def our_steps() -> tuple[StepFunctionContext, ...]:
    """The steps above, in their order."""
    return tuple(one for one in step_function_context_registry.values() if one.step_func.__module__ == __name__)
