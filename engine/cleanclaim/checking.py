"""The `check` command: files in, a report out, and an exit status."""

import os
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import TextIO, get_args

import typer

from cleanclaim.claims import PayerType
from cleanclaim.databases.address import Query, Target
from cleanclaim.edit_files import load_catalogue
from cleanclaim.findings import DISPOSITIONS, Disposition, at_least
from cleanclaim.golden.judging import Golden, Judgement, judged
from cleanclaim.golden.snapshots import KeptLibrary, KeptOptions, MadeWith, SnapshotRefused
from cleanclaim.manifest import (
    FileContent,
    InputChanged,
    InputContent,
    Into,
    Manifest,
    Output,
    RunOptions,
    content_of_file,
    contents_of,
    hashes_of,
    layer_names,
    library_content,
    run_counts,
    run_of,
    versions,
)
from cleanclaim.options import (
    Options,
    WrongUse,
    column_mapping,
    format_of,
    input_format,
    mapping_file,
    memory_limit,
    one_of,
    query_of,
    refuse_files,
    reported,
    target_of,
)
from cleanclaim.read.columns import ColumnMapping
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.report.library import HASH_SHOWN
from cleanclaim.report.text import Paint, Summary, plain
from cleanclaim.report.told import RunTold
from cleanclaim.report.writing import write_file
from cleanclaim.runs.choosing import chosen, run
from cleanclaim.runs.inputs import Input, named_once, opened, shown_name
from cleanclaim.runs.output import Format, path_shown, report_lines, write_report
from cleanclaim.runs.results import DEFAULT_MEMORY, Counts, Executor, Job, Results
from cleanclaim.runs.stages import Stages
from cleanclaim.tables import Kind

NOTHING_BAD, FOUND, WRONG_USE, FAILED = 0, 1, 2, 3
_NAMES_SHOWN = 12
_TABLES: Mapping[Kind, str] = {
    "add_on": "the add-on code table", "mue": "the MUE tables", "asc": "the ASC payment tables",
}  # fmt: skip
_COMPLETE = "a complete HCPCS release, which tells unknown Level II codes and modifiers"


def run_check(options: Options, out: TextIO, stages: Stages) -> int:
    """Check the files and write the report, and the manifest where one is wanted; the exit status.

    Raises WrongUse, CatalogueRefused, LibraryRefused, RunFailed, WorkersNotStarted, InputChanged and OSError for what
    cannot be begun with, gone on with or written.
    """
    status, manifest = checked(options, out, stages)
    if manifest is not None and options.manifest is not None:
        write_file([manifest.text], options.manifest)
    return status


def checked(options: Options, out: TextIO, stages: Stages) -> tuple[int, Manifest | None]:
    """Check the files and write the report; the exit status, and the manifest of the run where one is wanted.

    Raises as `run_check` does.
    """
    report_format = format_of(options)
    fail_on: Disposition = one_of("--fail-on", options.fail_on, DISPOSITIONS)  # type: ignore[assignment]
    query, target = query_of(options), target_of(options)
    refuse_files(options, query, target)
    job = _job(options, report_format, fail_on)
    mapping = column_mapping(options.columns)
    library, found, shown = options.library
    for notice in found:
        stages.notice(str(notice))
    is_wanted = options.manifest is not None
    is_known = is_wanted or target is not None
    if target is not None:
        from cleanclaim.runs.databases import refuse

        refuse(target)
    with _inputs(options, query, mapping, job, stages) as inputs:
        executor = _executor(options, inputs, stages)
        files, columns = (_hashed(inputs, stages), _hashed_columns(options)) if is_known else ((), None)
        with run(executor, job, inputs, stages) as results:
            counts = results.counts
            _tell(counts, stages)
            summary = _summary(counts, job, f"{plain(shown)}, content {library.content_hash[:HASH_SHOWN]}")
            hidden: frozenset[Disposition] = frozenset() if options.show_advisory else frozenset({"advisory"})
            paint = _paint(out if options.output is None and not is_wanted else None)
            stages.begin("writing", "findings")
            status = _status(counts, fail_on)
            told = _run_told(job, inputs, summary, fail_on, status)
            lines = report_lines(results, summary, report_format, hidden, paint, told)
            if options.golden is not None:
                judgement = _judged(options.golden, options, job, results, inputs, stages)
                status = FAILED if status == FAILED else NOTHING_BAD if judgement.agrees else FOUND
                lines = judgement.lines(report_format, replace(told, status=status, is_whole=status != FAILED), paint)
            if is_known and (changed := [one.shown for one in inputs if one.has_changed()]):
                raise InputChanged(f"{', '.join(changed)}: changed while it was checked; nothing was written")
            into = _put(target, run_of(files, columns, job), results, job, stages) if target is not None else None
            written = write_report(results, lines, report_format, options.output, out, hashed=is_wanted)
    stages.end(summary, status, with_census=report_format != "text")
    if status == WRONG_USE:
        stages.failure("there is no claim in the input that could be read", status)
    if written is None:
        return status, None
    name = str(options.output) if options.output is not None else None
    return status, Manifest(
        versions=versions(), executor=executor, options=_run_options(options, job), inputs=files,
        catalogue=hashes_of(job.catalogue), library=library_content(library, shown, not_loaded(library)),
        counts=run_counts(counts), columns=columns, into=into,
        output=Output(name=name, size=written.size, sha256=written.sha256, format=report_format),
    )  # fmt: skip


def _judged(
    golden: Golden, options: Options, job: Job, results: Results, inputs: Sequence[Input], stages: Stages
) -> Judgement:
    """What differs from the snapshots; where the engine failed, none is written."""
    if results.counts.census.failures and golden.act != "compare":
        stages.notice("the engine failed on a claim, so no snapshot was written")
        golden = replace(golden, act="compare")
    library = job.library
    made_with = MadeWith(
        cleanclaim=versions()["cleanclaim"], catalogue=hashes_of(job.catalogue).meaning,
        library=KeptLibrary(content=library.content_hash, loaded=tuple(map(str, layer_names(library)))),
        options=KeptOptions(
            payer_type=job.payer_type, information=job.information, select=tuple(options.select),
            ignore=tuple(options.ignore),
        ),
    )  # fmt: skip
    files = [(one.shown, one.name) for one in inputs]
    try:
        judgement = judged(golden, (one for _, one in results.in_order()), files, made_with, job.catalogue)
    except SnapshotRefused as wrong:
        raise WrongUse(str(wrong)) from None
    for text in judgement.notices:
        stages.notice(text)
    return judgement


def _run_told(job: Job, inputs: Sequence[Input], summary: Summary, fail_on: Disposition, status: int) -> RunTold:
    """What reports for CI systems say of the run."""
    return RunTold(
        version=versions()["cleanclaim"], edits={name: job.catalogue.edits[name] for name in sorted(job.reported)},
        files={one.shown: path_shown(one.name) for one in inputs}, fail_on=fail_on, status=status,
        is_whole=status not in (WRONG_USE, FAILED), library=summary.library,
    )  # fmt: skip


def _inputs(
    options: Options, query: Query | None, mapping: ColumnMapping | None, job: Job, stages: Stages
) -> AbstractContextManager[list[Input]]:
    if query is None:
        return opened(named_once(options.files, stages.notice), input_format(options.input_format), mapping)
    from cleanclaim.runs.databases import asked

    return asked(query, mapping, job.memory_limit, stages)


def _hashed_columns(options: Options) -> FileContent | None:
    return None if options.columns is None else content_of_file(options.columns, mapping_file(options.columns))


def _hashed(inputs: Sequence[Input], stages: Stages) -> tuple[InputContent, ...]:
    stages.begin("hashing")
    return contents_of(inputs)


def _put(target: Target, run: str, results: Results, job: Job, stages: Stages) -> Into:
    from cleanclaim.runs.databases import write_into

    number = write_into(target, run, results, job.memory_limit)
    stages.notice(f"{target.shown}: {number:,} finding(s) of the run {run}")
    return Into(name=target.address.shown, table=target.name, run=run)


def _run_options(options: Options, job: Job) -> RunOptions:
    return RunOptions(
        files=tuple(map(shown_name, options.files)), input_format=input_format(options.input_format),
        payer_type=job.payer_type, information=job.information, show_advisory=options.show_advisory,
        select=tuple(options.select), ignore=tuple(options.ignore), rules=tuple(str(one) for one in options.rules),
        fail_on=one_of("--fail-on", options.fail_on, DISPOSITIONS),  # type: ignore[arg-type]
    )  # fmt: skip


def _job(options: Options, report_format: Format, fail_on: Disposition) -> Job:
    payer_type: PayerType = one_of("--payer-type", options.payer_type, get_args(PayerType))  # type: ignore[assignment]
    catalogue = load_catalogue(*options.rules)
    return Job(
        library=options.library[0],
        catalogue=catalogue,
        rules=options.rules,
        payer_type=payer_type,
        information=options.show_information or fail_on == "information",
        reported=reported(catalogue, options.select, options.ignore),
        names_wanted=report_format == "text",
        memory_limit=memory_limit(options.memory_limit or DEFAULT_MEMORY),
        master=options.master,
    )


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
        library_content=job.library.content_hash,
    )  # fmt: skip


def _status(counts: Counts, fail_on: Disposition) -> int:
    if counts.census.failures:
        return FAILED
    if not counts.census.claims:
        return WRONG_USE
    return FOUND if any(at_least(one, fail_on) for _, one in counts.reported) else NOTHING_BAD


def not_loaded(library: CodeLibrary) -> list[str]:
    """What the library holds nothing of at all."""
    held = {layer.kind for layer in library.layers}
    missing = [name for kind, name in _TABLES.items() if kind not in held]
    return missing if "complete" in library.scopes.values() else [*missing, _COMPLETE]


def _passed_over(fields: Mapping[str, Collection[str]]) -> Iterator[str]:
    """A notice for each file that has fields which are none of a claim's."""
    for file, names in fields.items():
        if names:
            shown = sorted(names)[:_NAMES_SHOWN]
            more = f" and {len(names) - len(shown)} more" if len(names) > len(shown) else ""
            yield f"{file}: not read, as they are no fields of a claim: {', '.join(shown)}{more}"


def _paint(out: TextIO | None) -> Paint:
    if out is None or not out.isatty() or os.environ.get("NO_COLOR"):
        return lambda text, _: text
    return lambda text, color: typer.style(text, bold=True) if color == "bold" else typer.style(text, fg=color)
