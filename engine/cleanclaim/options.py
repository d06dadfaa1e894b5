"""What a command line asks for, as text, and why some of it cannot be."""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar, get_args

from cleanclaim.catalogue import EDIT_FAILED, UNREADABLE, Catalogue
from cleanclaim.codes import Notice
from cleanclaim.databases.address import DEFAULT_TABLE, Address, AddressRefused, Query, Target, address_of, table_of
from cleanclaim.golden.judging import FORMATS, Golden, refuse_golden
from cleanclaim.golden.snapshots import SnapshotRefused
from cleanclaim.places import shipped_mappings
from cleanclaim.read.columns import ColumnMapping, ColumnsRefused, read_columns
from cleanclaim.read.formats import INPUT_FORMATS, InputFormat
from cleanclaim.relational import SHARE_OF_MEMORY
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.report.writing import refusal
from cleanclaim.runs.named import STANDARD_INPUT, is_address
from cleanclaim.runs.output import SUFFIXES, Format
from cleanclaim.values import is_text

Written = TypeVar("Written", bound=str)
_OF_TEXT = ("", ".txt", ".text", ".log")
"""Endings of names that say no more than that a file is text."""
_MEMORY = re.compile(r"([0-9]{1,6})(\.[0-9]{1,3})? ?([MGT])I?B", re.IGNORECASE)
_LEAST_MEGABYTES = 100
_MEGABYTES = {"M": 1, "G": 1000, "T": 1_000_000}


class WrongUse(ValueError):
    """An option or argument that cannot be; the message says what can."""


@dataclass(frozen=True)
class Options:
    """What the command line and the settings file ask for, as text."""

    files: Sequence[str]
    """None where a database is asked."""
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
    input_format: str | None = None
    """None where each input is to tell."""
    executor: str | None = None
    """None where the size of the input is to tell."""
    master: str | None = None
    """The address of a Spark."""
    memory_limit: str | None = None
    manifest: Path | None = None
    """Where a manifest of the run is written."""
    source: str | None = None
    """The address of a database that is asked for claims."""
    query: str | None = None
    query_file: Path | None = None
    """Where the query is, if it is not `query`."""
    into: str | None = None
    """The address of a database that the findings go to."""
    into_table: str | None = None
    columns: str | None = None
    """A column mapping: a file, or the name of one that comes with cleanclaim."""
    golden: Golden | None = None
    """The snapshots with which findings are compared."""


def format_of(options: Options) -> Format:
    """The format that is named, else that of the output's name. Raises WrongUse."""
    named = options.format
    report_format: Format
    if named is None:
        report_format = format_by_name(options.output, SUFFIXES, "text", "--format")
    else:
        report_format = one_of("--format", named, get_args(Format))  # type: ignore[assignment]
    if options.golden is not None and report_format not in FORMATS:
        raise WrongUse(f"--format {report_format}: differences from snapshots are written as {', '.join(FORMATS)}")
    if report_format == "parquet" and options.output is None:
        raise WrongUse("--format parquet: it is no text; name a file with --output PATH")
    return report_format


def format_by_name(output: Path | None, endings: Mapping[str, Written], text: Written, option: str) -> Written:
    """The format that an output's name tells: one of the `endings`, else `text`. Raises WrongUse.

    An ending that says something else is refused: what is written would be another thing than its name says. `option`
    names the format of such a file.
    """
    ending = output.suffix.lower() if output else ""
    if ending not in endings and ending not in _OF_TEXT:
        known = f"{', '.join(endings)}, and for {text} {', '.join(_OF_TEXT[1:])} or none"
        raise WrongUse(f"--output {output}: its ending tells no format; those known are {known}; else give {option}")
    return endings.get(ending, text)


def input_format(named: str | None) -> InputFormat | None:
    """The format that claims are to be read in, where one is named. Raises WrongUse."""
    return None if named is None else one_of("--input-format", named, INPUT_FORMATS)  # type: ignore[return-value]


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


def mapping_file(named: str) -> Path:
    """The file of the column mapping that is named. Raises WrongUse."""
    shipped = shipped_mappings()
    if named in shipped:
        return shipped[named]
    if not Path(named).is_file():
        raise WrongUse(f"--columns {named}: it is no file, and none of {', '.join(shipped)}")
    return Path(named)


def column_mapping(named: str | None) -> ColumnMapping | None:
    """The column mapping that is named; None where none is. Raises WrongUse and OSError."""
    try:
        return None if named is None else read_columns(mapping_file(named))
    except ColumnsRefused as wrong:
        raise WrongUse(str(wrong)) from None


def refuse_file(file: str) -> None:
    """Raise WrongUse for what is no file of claims, nor a folder of them."""
    if file != STANDARD_INPUT and not (file and Path(file).exists()):
        raise WrongUse(f"{file}: there is no such file")


def refuse_inputs(files: Sequence[str]) -> None:
    """Raise WrongUse for files that are not there."""
    for file in files:
        refuse_file(file)


def query_of(options: Options) -> Query | None:
    """What is asked of a database; None where files are checked. Raises WrongUse."""
    if options.source is None:
        if options.query is not None or options.query_file is not None:
            raise WrongUse("--query: name the database with --from")
        if not options.files:
            raise WrongUse("name files of claims, or a database with --from and --query")
        return None
    if options.files:
        raise WrongUse("--from: claims come from files or from a database, not from both")
    if (options.query is None) == (options.query_file is None):
        raise WrongUse("--from: say what is asked, with --query or with --query-file")
    address = _address("--from", options.source)
    if address.path is not None:
        refuse_file(str(address.path))
        if address.path.is_dir():
            raise WrongUse(f"{address.path}: it is a folder")
    return Query(address, _query_text(options))


def _query_text(options: Options) -> str:
    """The query, given as it is or in a file. Raises WrongUse and OSError."""
    text = options.query
    if options.query_file is not None:
        try:
            text = options.query_file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            raise WrongUse(f"--query-file {options.query_file}: it is no text in UTF-8") from None
    assert text is not None
    if not text.strip() or not is_text(text) or "\0" in text:
        raise WrongUse("--query: one query is wanted, as select ... from ...")
    return text


def target_of(options: Options) -> Target | None:
    """The table that findings go to, where one is named. Raises WrongUse."""
    if options.into is None:
        if options.into_table is not None:
            raise WrongUse("--into-table: name the database with --into")
        return None
    address = _address("--into", options.into)
    try:
        return table_of(address, options.into_table or DEFAULT_TABLE)
    except AddressRefused as wrong:
        raise WrongUse(f"--into-table: {wrong}") from None


def _address(option: str, text: str) -> Address:
    try:
        return address_of(text)
    except AddressRefused as wrong:
        raise WrongUse(f"{option}: {wrong}") from None


def refuse_files(options: Options, query: Query | None, target: Target | None) -> None:
    """Raise WrongUse for files that cannot be read, or that cannot be written without harm."""
    if options.executor == "spark":
        refuse_for_spark(options)
    refuse_inputs([one for one in options.files if options.executor != "spark" or not is_address(one)])
    if options.golden is not None:
        refuse_against(options.golden, options)
    asked = query.address.path if query else None
    into = target.address.path if target else None
    columns = [Path(options.columns)] if options.columns else []
    judging = (*options.rules, Path(options.library[2]), *columns)
    for option, path in (("--output", options.output), ("--manifest", options.manifest), ("--into", into)):
        if path is None:
            continue
        # findings may go beside the claims of a database
        read = (*options.files, *([str(asked)] if asked and path is not into else []))
        refuse_output(option, path, read, judging)
        if path is not into and into is not None and _is_same(path, into):
            raise WrongUse(f"{option} {path}: it is the database that findings go to")
    if options.output is not None and options.manifest is not None and _is_same(options.output, options.manifest):
        raise WrongUse(f"--manifest {options.manifest}: it is the output")


def refuse_for_spark(options: Options) -> None:
    """Raise WrongUse for what Spark cannot do, or not without what is missing here."""
    for module in ("pyspark", "pyarrow", "pandas"):
        if find_spec(module) is None:
            raise WrongUse(f'--executor spark: {module} is needed: pip install "cleanclaim[spark]"')
    if any(map(is_address, options.files)) and (options.manifest is not None or options.into is not None):
        raise WrongUse("--manifest and --into: they tell of files by their content, and an address has none")


def refuse_against(golden: Golden, options: Options) -> None:
    """Raise WrongUse for snapshots that cannot be compared with what is found."""
    if options.manifest is not None:
        raise WrongUse(f"--manifest {options.manifest}: a run against snapshots has none")
    if options.source is not None or options.into is not None:
        raise WrongUse("--from and --into: snapshots are of the findings on files, and have no table")
    try:
        refuse_golden(golden, options.files)
    except SnapshotRefused as wrong:
        raise WrongUse(str(wrong)) from None


def refuse_output(option: str, path: Path, files: Sequence[str], judging: Sequence[Path] = ()) -> None:
    """Raise WrongUse for a file that cannot be written without harm to those read, or to what claims are judged by."""
    for file in files:
        if file != STANDARD_INPUT and _is_same(path, Path(file)):
            raise WrongUse(f"{option} {path}: it is one of the files to read")
        if file != STANDARD_INPUT and _is_within(path, Path(file)):
            raise WrongUse(f"{option} {path}: it lies in a folder of files to read")
    if any(_is_same(path, one) for one in judging):
        raise WrongUse(f"{option} {path}: it is what the claims are checked by")
    if why := refusal(path):
        raise WrongUse(f"{option} {path}: {why}")


def _is_same(path: Path, other: Path) -> bool:
    """Whether two paths lead to one file, which need not be there."""
    if path.exists() and other.exists():
        return path.samefile(other)
    return os.path.realpath(path) == os.path.realpath(other)


def _is_within(path: Path, folder: Path) -> bool:
    """Whether a path leads into a folder."""
    return folder.is_dir() and Path(os.path.realpath(folder)) in Path(os.path.realpath(path)).parents


def one_of(option: str, value: str, choices: Sequence[str]) -> str:
    """The value of an option that has a choice of words. Raises WrongUse."""
    if value not in choices:
        near = get_close_matches(value, choices, 1)
        raise WrongUse(
            f"{option} {value}: {f'did you mean {near[0]}? ' if near else ''}It is one of {', '.join(choices)}"
        )
    return value


def reported(catalogue: Catalogue, select: Sequence[str], ignore: Sequence[str]) -> frozenset[str]:
    """The ids of the edits to report; a name is an id or a family's three letters.

    What could not be read is told unless it is ignored by name: on it, what is selected was not checked. A failed
    engine is always told.
    """
    chosen = edit_ids(catalogue, "--select", select) | {UNREADABLE} if select else frozenset(catalogue.edits)
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
