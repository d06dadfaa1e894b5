"""The `check` command: files in, a report out, and an exit status."""

import os
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TextIO, get_args

import typer

from cleanclaim.catalogue import EDIT_FAILED, Catalogue
from cleanclaim.claims import PayerType, ReadClaim
from cleanclaim.codes import Notice
from cleanclaim.edit_files import load_catalogue
from cleanclaim.findings import DISPOSITIONS, Disposition, at_least
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.report.library import HASH_SHOWN
from cleanclaim.report.text import Paint, Summary, plain
from cleanclaim.report.writing import refusal
from cleanclaim.runs.choosing import chosen, run
from cleanclaim.runs.inputs import STANDARD_INPUT, Input, opened
from cleanclaim.runs.output import SUFFIXES, Format, report_lines, write_report
from cleanclaim.runs.results import Counts, Executor, Job
from cleanclaim.runs.stages import Stages
from cleanclaim.tables import Kind

NOTHING_BAD, FOUND, WRONG_USE, FAILED = 0, 1, 2, 3
_NAMES_SHOWN = 12
_TABLES: Mapping[Kind, str] = {
    "add_on": "the add-on code table", "mue": "the MUE tables", "asc": "the ASC payment tables",
}  # fmt: skip
_COMPLETE = "a complete HCPCS release, which tells unknown codes and modifiers"
_MEMORY = re.compile(r"([0-9]{1,6})(\.[0-9]{1,3})? ?([MGT])I?B", re.IGNORECASE)
_LEAST_MEGABYTES = 100
_MEGABYTES = {"M": 1, "G": 1000, "T": 1_000_000}


class WrongUse(ValueError):
    """An option or argument that cannot be; the message says what can."""


@dataclass(frozen=True)
class Options:
    """What the command line and the settings file ask for, as text."""

    files: Sequence[str]
    format: str | None
    """None where the output's name is to tell."""
    output: Path | None
    library: tuple[CodeLibrary, tuple[Notice, ...], str]
    """The library, notices of what did not fit in it, and its name as shown."""
    rules: Sequence[Path]
    payer_type: str
    select: Sequence[str]
    ignore: Sequence[str]
    show_advisory: bool
    show_information: bool
    fail_on: str
    executor: str | None = None
    """None where the size of the input is to tell."""
    memory_limit: str | None = None


def run_check(options: Options, out: TextIO, stages: Stages) -> int:
    """Check the files and write the report; the exit status.

    Raises WrongUse, CatalogueRefused, LibraryRefused, RunFailed, WorkersNotStarted and OSError for what cannot be
    begun with, gone on with or written.
    """
    report_format = _format(options)
    fail_on: Disposition = one_of("--fail-on", options.fail_on, DISPOSITIONS)  # type: ignore[assignment]
    _refuse_files(options)
    job = _job(options, report_format, fail_on)
    library, found, shown = options.library
    for notice in found:
        stages.notice(str(notice))
    with opened(options.files) as inputs:
        stages.begin("checking")
        executor = _executor(options, inputs, stages)
        with run(executor, job, inputs, stages) as results:
            counts = results.counts
            _tell(counts, stages)
            summary = _summary(counts, job, f"{plain(shown)}, content {library.content_hash[:HASH_SHOWN]}")
            hidden: frozenset[Disposition] = frozenset() if options.show_advisory else frozenset({"advisory"})
            paint = _paint(out if options.output is None else None)
            stages.begin("writing", "findings")
            lines = report_lines(results, summary, report_format, hidden, paint)
            write_report(results, lines, report_format, options.output, out, hashed=False)
    status = _status(counts, fail_on)
    stages.end(summary, status, with_census=report_format != "text")
    if status == WRONG_USE:
        stages.failure("there is no claim in the input that could be read", status)
    return status


def _format(options: Options) -> Format:
    named = options.format
    if named is None:
        return SUFFIXES.get(options.output.suffix.lower(), "text") if options.output else "text"
    report_format: Format = one_of("--format", named, get_args(Format))  # type: ignore[assignment]
    if report_format == "parquet" and options.output is None:
        raise WrongUse("--format parquet: it is no text; name a file with --output PATH")
    return report_format


def _job(options: Options, report_format: Format, fail_on: Disposition) -> Job:
    payer_type: PayerType = one_of("--payer-type", options.payer_type, get_args(PayerType))  # type: ignore[assignment]
    memory = {"memory_limit": memory_limit(options.memory_limit)} if options.memory_limit is not None else {}
    catalogue = load_catalogue(*options.rules)
    return Job(
        library=options.library[0],
        catalogue=catalogue,
        rules=options.rules,
        payer_type=payer_type,
        information=options.show_information or fail_on == "information",
        reported=_reported(catalogue, options.select, options.ignore),
        names_wanted=report_format == "text",
        **memory,
    )


def memory_limit(text: str) -> str:
    """A memory limit as DuckDB takes it. Raises WrongUse."""
    match = _MEMORY.fullmatch(text.strip())
    if match is None:
        raise WrongUse(f"--memory-limit {text}: it is a number with a unit, MB, GB or TB, as 4GB")
    number, fraction, unit = match.groups()
    if float(number + (fraction or "")) * _MEGABYTES[unit.upper()] < _LEAST_MEGABYTES:
        raise WrongUse(f"--memory-limit {text}: at least {_LEAST_MEGABYTES}MB are needed")
    return match.group().upper().replace(" ", "").replace("IB", "iB")


def _executor(options: Options, inputs: Sequence[Input], stages: Stages) -> Executor:
    """The executor that is asked for, else the one for the size of the input; a choice is told where it matters."""
    if options.executor is None:
        executor = chosen(inputs)
    else:
        executor = one_of("--executor", options.executor, get_args(Executor))  # type: ignore[assignment]
    if options.executor is not None or executor != "rete":
        stages.notice(f"executor {executor} ({sum(one.size for one in inputs):,} bytes of input)")
    return executor


def _tell(counts: Counts, stages: Stages) -> None:
    for text in _passed_over(counts.passed_over):
        stages.notice(text)
    if counts.hidden:
        hidden = f"{counts.hidden} finding(s) that something was not checked, or could not be read"
        stages.notice(f"not selected, so not reported: {hidden}")


def _summary(counts: Counts, job: Job, library: str) -> Summary:
    census = counts.census
    findings: Counter[Disposition] = Counter()
    for (_, disposition), number in counts.reported.items():
        findings[disposition] += number
    return Summary(
        claims=census.claims, lines=census.lines, edits=len(job.catalogue.edits), findings=findings,
        lines_not_fully_checked=census.lines_not_fully_checked, unread=census.unread, bypassed=census.bypassed,
        clean_claims=counts.clean, advised_claims=counts.advised, not_loaded=not_loaded(job.library), library=library,
    )  # fmt: skip


def _status(counts: Counts, fail_on: Disposition) -> int:
    if counts.census.failures:
        return FAILED
    if not counts.census.claims:
        return WRONG_USE
    return FOUND if any(at_least(one, fail_on) for _, one in counts.reported) else NOTHING_BAD


def refuse_file(file: str) -> None:
    """Raise WrongUse for what is no file of claims."""
    if file == STANDARD_INPUT:
        return
    if not Path(file).exists():
        raise WrongUse(f"{file}: there is no such file")
    if Path(file).is_dir():
        raise WrongUse(f"{file}: it is a folder; name the files in it")


def _refuse_files(options: Options) -> None:
    for file in options.files:
        refuse_file(file)
        if file == STANDARD_INPUT:
            continue
        if options.output is not None and options.output.exists() and options.output.samefile(file):
            raise WrongUse(f"--output {options.output}: it is one of the files to check")
    if options.output is not None and (why := refusal(options.output)):
        raise WrongUse(f"--output {options.output}: {why}")


def not_loaded(library: CodeLibrary) -> list[str]:
    """What the library holds nothing of at all."""
    held = {layer.kind for layer in library.layers}
    missing = [name for kind, name in _TABLES.items() if kind not in held]
    return missing if "complete" in library.scopes.values() else [*missing, _COMPLETE]


def read_all(files: Sequence[str]) -> Iterator[ReadClaim]:
    """The claims of several files, one of which may be standard input; a file that cannot be read is told of."""
    with opened(files) as inputs:
        for one in inputs:
            yield from one.reads()


def one_of(option: str, value: str, choices: Sequence[str]) -> str:
    """The value of an option that has a choice of words. Raises WrongUse."""
    if value not in choices:
        near = get_close_matches(value, choices, 1)
        raise WrongUse(
            f"{option} {value}: {f'did you mean {near[0]}? ' if near else ''}It is one of {', '.join(choices)}"
        )
    return value


def _passed_over(fields: Mapping[str, Collection[str]]) -> Iterator[str]:
    """A notice for each file that has fields which are none of a claim's."""
    for file, names in fields.items():
        if names:
            shown = sorted(names)[:_NAMES_SHOWN]
            more = f" and {len(names) - len(shown)} more" if len(names) > len(shown) else ""
            yield f"{file}: not read, as they are no fields of a claim: {', '.join(shown)}{more}"


def _reported(catalogue: Catalogue, select: Sequence[str], ignore: Sequence[str]) -> frozenset[str]:
    """The ids of the edits to report; a name is an id or a family's three letters. A failed engine is always told."""
    chosen = edit_ids(catalogue, "--select", select) if select else frozenset(catalogue.edits)
    return (chosen - edit_ids(catalogue, "--ignore", ignore)) | {EDIT_FAILED}


def edit_ids(catalogue: Catalogue, option: str, names: Sequence[str]) -> frozenset[str]:
    """The ids of edits and of families of edits that an option names. Raises WrongUse."""
    ids: set[str] = set()
    families = {edit.family for edit in catalogue.edits.values()}
    for written in names:
        name = written.upper()
        if name in catalogue.edits:
            ids.add(name)
        elif name in families:
            ids.update(edit.id for edit in catalogue.edits.values() if edit.family == name)
        else:
            near = ", ".join(get_close_matches(name, [*catalogue.edits, *families], 3)) or "none"
            raise WrongUse(f"{option} {written}: there is no such edit or family of edits; nearest: {near}")
    return frozenset(ids)


def _paint(out: TextIO | None) -> Paint:
    if out is None or not out.isatty() or os.environ.get("NO_COLOR"):
        return lambda text, _: text
    return lambda text, color: typer.style(text, bold=True) if color == "bold" else typer.style(text, fg=color)
