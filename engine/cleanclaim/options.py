"""What a command line asks for, as text, and why some of it cannot be."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import get_args

from cleanclaim.catalogue import EDIT_FAILED, Catalogue
from cleanclaim.codes import Notice
from cleanclaim.golden.judging import FORMATS, Golden, refuse_golden
from cleanclaim.golden.snapshots import SnapshotRefused
from cleanclaim.relational import SHARE_OF_MEMORY
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.report.writing import refusal
from cleanclaim.runs.inputs import STANDARD_INPUT
from cleanclaim.runs.output import SUFFIXES, Format

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
    manifest: Path | None = None
    """Where a manifest of the run is written."""
    golden: Golden | None = None
    """The snapshots with which findings are compared."""


def format_of(options: Options) -> Format:
    """The format that is named, else that of the output's name. Raises WrongUse."""
    named = options.format
    if named is None:
        return SUFFIXES.get(options.output.suffix.lower(), "text") if options.output else "text"
    report_format: Format = one_of("--format", named, get_args(Format))  # type: ignore[assignment]
    if options.golden is not None and report_format not in FORMATS:
        raise WrongUse(f"--format {report_format}: differences from snapshots are written as {', '.join(FORMATS)}")
    if report_format == "parquet" and options.output is None:
        raise WrongUse("--format parquet: it is no text; name a file with --output PATH")
    return report_format


def memory_limit(text: str) -> str:
    """What DuckDB may take of the memory that a run is to keep to. Raises WrongUse."""
    match = _MEMORY.fullmatch(text.strip())
    if match is None:
        raise WrongUse(f"--memory-limit {text}: it is a number with a unit, MB, GB or TB, as 4GB")
    number, fraction, unit = match.groups()
    megabytes = float(number + (fraction or "")) * _MEGABYTES[unit.upper()]
    if megabytes < _LEAST_MEGABYTES:
        raise WrongUse(f"--memory-limit {text}: at least {_LEAST_MEGABYTES}MB are needed")
    return f"{round(megabytes * SHARE_OF_MEMORY)}MB"


def refuse_file(file: str) -> None:
    """Raise WrongUse for what is no file of claims."""
    if file == STANDARD_INPUT:
        return
    if not Path(file).exists():
        raise WrongUse(f"{file}: there is no such file")
    if Path(file).is_dir():
        raise WrongUse(f"{file}: it is a folder; name the files in it")


def refuse_files(options: Options) -> None:
    """Raise WrongUse for files that cannot be read, or that cannot be written without harm."""
    for file in options.files:
        refuse_file(file)
    if options.golden is not None:
        refuse_against(options.golden, options)
    for option, path in (("--output", options.output), ("--manifest", options.manifest)):
        if path is None:
            continue
        for file in options.files:
            if file != STANDARD_INPUT and _is_same(path, Path(file)):
                raise WrongUse(f"{option} {path}: it is one of the files to check")
        if any(_is_same(path, one) for one in (*options.rules, Path(options.library[2]))):
            raise WrongUse(f"{option} {path}: it is what the claims are checked by")
        if why := refusal(path):
            raise WrongUse(f"{option} {path}: {why}")
    if options.output is not None and options.manifest is not None and _is_same(options.output, options.manifest):
        raise WrongUse(f"--manifest {options.manifest}: it is the output")


def refuse_against(golden: Golden, options: Options) -> None:
    """Raise WrongUse for snapshots that cannot be compared with what is found."""
    if options.manifest is not None:
        raise WrongUse(f"--manifest {options.manifest}: a run against snapshots has none")
    try:
        refuse_golden(golden, options.files)
    except SnapshotRefused as wrong:
        raise WrongUse(str(wrong)) from None


def _is_same(path: Path, other: Path) -> bool:
    """Whether two paths lead to one file, which need not be there."""
    if path.exists() and other.exists():
        return path.samefile(other)
    return os.path.realpath(path) == os.path.realpath(other)


def one_of(option: str, value: str, choices: Sequence[str]) -> str:
    """The value of an option that has a choice of words. Raises WrongUse."""
    if value not in choices:
        near = get_close_matches(value, choices, 1)
        raise WrongUse(
            f"{option} {value}: {f'did you mean {near[0]}? ' if near else ''}It is one of {', '.join(choices)}"
        )
    return value


def reported(catalogue: Catalogue, select: Sequence[str], ignore: Sequence[str]) -> frozenset[str]:
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
