"""The `check` command: files in, a report out, and an exit status."""

import os
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, TextIO, get_args

import typer

from cleanclaim.catalogue import EDIT_FAILED, UNREADABLE, Catalogue
from cleanclaim.claims import PayerType, ReadClaim
from cleanclaim.codes import Notice
from cleanclaim.edit_files import load_catalogue
from cleanclaim.findings import DISPOSITIONS, Disposition, Finding, at_least
from cleanclaim.pipeline import Checker, sort_key
from cleanclaim.read.source import read_claims, read_stream, unreadable_file
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.report.jsonl import jsonl_lines
from cleanclaim.report.library import HASH_SHOWN
from cleanclaim.report.text import Paint, Summary, census_lines, plain, text_lines
from cleanclaim.report.writing import refusal, write_file, write_stream
from cleanclaim.tables import Kind

Format = Literal["text", "jsonl"]
NOTHING_BAD, FOUND, WRONG_USE, FAILED = 0, 1, 2, 3
STANDARD_INPUT = "-"
_NAMES_SHOWN = 12
_TABLES: Mapping[Kind, str] = {
    "add_on": "the add-on code table", "mue": "the MUE tables", "asc": "the ASC payment tables",
}  # fmt: skip
_COMPLETE = "a complete HCPCS release, which tells unknown codes and modifiers"


class WrongUse(ValueError):
    """An option or argument that cannot be; the message says what can."""


@dataclass(frozen=True)
class Options:
    """What the command line and the settings file ask for, as text."""

    files: Sequence[str]
    format: str
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


@dataclass
class _Checked:
    """What the check of all files came to."""

    findings: list[tuple[int, Finding]] = field(default_factory=list)
    """Those to report, each with its claim's place in the input."""
    clean: list[str] = field(default_factory=list)
    advised: list[str] = field(default_factory=list)
    """Ids of the claims with advisories alone."""
    passed_over: dict[str, set[str]] = field(default_factory=dict)
    """By file, the names of fields that are none of a claim's."""
    hidden: int = 0
    """Findings that say something was not checked or not read, and are not to be reported."""


def run_check(options: Options, out: TextIO, notices: TextIO) -> int:
    """Check the files and write the report; the exit status.

    Raises WrongUse, CatalogueRefused, LibraryRefused and OSError for what cannot be begun with or written.
    """
    report_format = one_of("--format", options.format, get_args(Format))
    payer_type: PayerType = one_of("--payer-type", options.payer_type, get_args(PayerType))  # type: ignore[assignment]
    fail_on: Disposition = one_of("--fail-on", options.fail_on, DISPOSITIONS)  # type: ignore[assignment]
    _refuse_files(options)
    catalogue = load_catalogue(*options.rules)
    reported = _reported(catalogue, options.select, options.ignore)
    library, found, shown = options.library
    write_stream((f"notice: {plain(str(notice))}\n" for notice in found), notices)
    show_information = options.show_information or fail_on == "information"
    checker = Checker(library, catalogue, payer_type=payer_type, information=show_information)
    checked = _checked(checker, options.files, reported)
    write_stream(_passed_over(checked.passed_over), notices)
    if checked.hidden:
        hidden_text = f"{checked.hidden} finding(s) that something was not checked, or could not be read"
        write_stream([f"notice: not selected, so not reported: {hidden_text}\n"], notices)
    census = checker.census
    summary = Summary(
        claims=census.claims, lines=census.lines, edits=len(catalogue.edits),
        findings=Counter(finding.disposition for _, finding in checked.findings),
        lines_not_fully_checked=census.lines_not_fully_checked, unread=census.unread, bypassed=census.bypassed,
        clean_claims=sorted(checked.clean), advised_claims=sorted(checked.advised),
        not_loaded=_not_loaded(library),
        library=f"{plain(shown)}, content {library.content_hash[:HASH_SHOWN]}",
    )  # fmt: skip
    if report_format == "jsonl":
        lines = jsonl_lines(finding for _, finding in checked.findings)
        write_stream(census_lines(summary, frozenset()), notices)
    else:
        hidden: frozenset[Disposition] = frozenset() if options.show_advisory else frozenset({"advisory"})
        lines = text_lines(checked.findings, summary, hidden, _paint(out if options.output is None else None))
    if options.output is None:
        write_stream(lines, out)
    else:
        write_file(lines, options.output)
    if census.failures:
        return FAILED
    if not census.claims:
        write_stream(["cleanclaim: there is no claim in the input that could be read\n"], notices)
        return WRONG_USE
    return FOUND if any(at_least(finding.disposition, fail_on) for _, finding in checked.findings) else NOTHING_BAD


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


def _checked(checker: Checker, files: Iterable[str], reported: Collection[str]) -> _Checked:
    checked = _Checked()
    for place, read in enumerate(read_all(files)):
        findings = checker.check_read(read)
        checked.passed_over.setdefault(read.location.file or "", set()).update(read.passed_over)
        dispositions = {finding.disposition for finding in findings} - {"information"}
        if read.claim is not None and not dispositions:
            checked.clean.append(read.claim.claim_id)
        elif read.claim is not None and dispositions == {"advisory"}:
            checked.advised.append(read.claim.claim_id)
        for finding in findings:
            if finding.edit_id in reported:
                checked.findings.append((place, finding))
            elif finding.disposition == "not_checked" or finding.edit_id == UNREADABLE:
                checked.hidden += 1
    checked.findings.sort(key=lambda one: sort_key(one[1], one[0]))
    return checked


def _not_loaded(library: CodeLibrary) -> list[str]:
    """What the library holds nothing of at all."""
    held = {layer.kind for layer in library.layers}
    missing = [name for kind, name in _TABLES.items() if kind not in held]
    return missing if "complete" in library.scopes.values() else [*missing, _COMPLETE]


def read_all(files: Iterable[str]) -> Iterator[ReadClaim]:
    """The claims of several files, one of which may be standard input; a file that cannot be read is told of."""
    for file in files:
        try:
            if file == STANDARD_INPUT:
                yield from read_stream(sys.stdin.buffer, "standard input")
            else:
                yield from read_claims(Path(file), _shown(file))
        except OSError as wrong:
            yield unreadable_file(_shown(file), f"the system says: {wrong.strerror}")


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
            text = f"{file}: not read, as they are no fields of a claim: {', '.join(shown)}{more}"
            yield f"notice: {plain(text)}\n"


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


def _shown(file: str) -> str:
    """The name of a file as text: what the system knows it by need be none."""
    return file.encode("utf-8", "replace").decode()
