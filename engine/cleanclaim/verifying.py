"""The `verify` command: a run repeated by its manifest, and whether every byte and every statement agrees."""

import csv
import io
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TextIO

from pydantic import ValidationError

from cleanclaim.checking import FAILED, checked
from cleanclaim.codes import Notice
from cleanclaim.edit_files import load_catalogue
from cleanclaim.manifest import Manifest, run_of
from cleanclaim.options import Options, WrongUse, reported
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.report.text import plain
from cleanclaim.report.writing import write_stream
from cleanclaim.runs.content import content_of
from cleanclaim.runs.named import STANDARD_INPUT
from cleanclaim.runs.output import Format
from cleanclaim.runs.results import Job
from cleanclaim.runs.stages import Stages
from cleanclaim.scratch import scratch_folder

AGREES, DIFFERS = 0, 1
_NUMBERS_SHOWN = 12


def read_manifest(path: Path) -> Manifest:
    """The manifest in a file. Raises WrongUse and OSError."""
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except ValidationError:
        raise WrongUse(f"{path}: it is no manifest that `check --manifest` has written") from None


def run_verify(
    manifest: Manifest,
    library: tuple[CodeLibrary, tuple[Notice, ...]],
    memory_limit: str | None,
    out: TextIO,
    stages: Stages,
) -> int:
    """Repeat the run and say what differs; the exit status.

    Raises WrongUse and whatever `check` raises, where it cannot be repeated.
    """
    _refuse_empty_input(manifest)
    with scratch_folder() as scratch:
        output = scratch / "output"
        again = _repeated(manifest, library, memory_limit, output, stages)
        if again is None:
            raise WrongUse("the engine failed on a claim, so the run cannot be compared")
        differing = [
            *_differing(manifest, again), *_stated(manifest, again), *_into(manifest, again, library[0]),
            *_output(manifest, again, output),
        ]  # fmt: skip
    if manifest.output.name is not None and not Path(manifest.output.name).is_file():
        stages.notice(f"output: {manifest.output.name} is not there; what the run would write is compared by its hash")
    for name, one in again.versions.items():
        if manifest.versions.get(name) != one:
            stages.notice(f"version: {name} was {manifest.versions.get(name, 'unknown')} and is {one}")
    write_stream((f"differs: {plain(one)}\n" for one in differing), out)
    if not differing:
        findings = sum(again.counts.findings_by_edit.values())
        write_stream([f"agrees: {_count(findings, 'finding')}, {again.output.size:,} bytes\n"], out)
    return DIFFERS if differing else AGREES


def _refuse_empty_input(manifest: Manifest) -> None:
    """Raise WrongUse where the run read standard input and nothing is given there now."""
    size = sum(one.size for one in manifest.inputs if one.name == STANDARD_INPUT)
    stream = sys.stdin.buffer if size else None
    if isinstance(stream, io.BufferedReader) and not stream.peek(1):
        raise WrongUse(f"the run read {size:,} bytes of standard input, which is empty now; give it the same again")


def _repeated(
    manifest: Manifest,
    library: tuple[CodeLibrary, tuple[Notice, ...]],
    memory_limit: str | None,
    output: Path,
    stages: Stages,
) -> Manifest | None:
    """The manifest of the same run now; None where the engine failed, and did not then."""
    wanted = manifest.options
    asked = next((one for one in manifest.inputs if one.query is not None), None)
    options = Options(
        files=[] if asked else wanted.files or [str(one.name) for one in manifest.inputs],
        source=asked.name if asked else None,
        query=asked.query if asked else None,
        format=manifest.output.format,
        output=output,
        library=(library[0], (), manifest.library.name),
        rules=[Path(one) for one in wanted.rules],
        payer_type=wanted.payer_type,
        select=wanted.select,
        ignore=wanted.ignore,
        show_advisory=wanted.show_advisory,
        show_information=wanted.information,
        fail_on=wanted.fail_on,
        input_format=wanted.input_format,
        executor=manifest.executor,
        memory_limit=memory_limit,
        manifest=output.with_name("manifest"),
        columns=None if manifest.columns is None else manifest.columns.name,
    )
    status, again = checked(options, io.StringIO(), stages)
    return None if status == FAILED and not manifest.counts.failures else again


def _differing(then: Manifest, now: Manifest) -> Iterator[str]:
    """What of the input, the edits and the library is another."""
    had, has = ({one.name: one for one in manifest.inputs} for manifest in (then, now))
    names_then, names_now = ([one.name for one in manifest.inputs] for manifest in (then, now))
    for name, one in had.items():
        other = has.get(name)
        if other is None:
            yield f"input: {name} is not there any more"
        elif one != other:
            what = (
                f"{name} has changed: it" if one.query is None else f"the query of {name} gives other rows: as text it"
            )
            yield f"input: {what} had {one.size:,} bytes, and has {other.size:,}"
    yield from (f"input: {name} is there besides" for name in has if name not in had)
    if had.keys() == has.keys() and names_then != names_now:
        yield _named("inputs", names_then, names_now)
    if then.columns != now.columns and then.columns is not None:
        yield f"columns: the column mapping {then.columns.name} has changed"
    if then.catalogue.meaning != now.catalogue.meaning:
        yield "catalogue: edits or parameters mean something else"
    elif then.catalogue != now.catalogue:
        yield "catalogue: texts or citations of edits or parameters have changed; none means something else"
    yield from _library(then, now)


def _library(then: Manifest, now: Manifest) -> Iterator[str]:
    """What the library holds, or lacks, that the manifest does not state."""
    if then.library.content != now.library.content:
        layers_then, layers_now = (set(map(str, named.library.loaded)) for named in (then, now))
        layers = [f"lacks {one}" for one in sorted(layers_then - layers_now)]
        layers += [f"has {one} besides" for one in sorted(layers_now - layers_then)]
        yield f"library: its content is another{': ' if layers else ''}{', '.join(layers)}"
    elif then.library.loaded != now.library.loaded:
        yield _named("library.loaded", *(list(map(str, one.library.loaded)) for one in (then, now)))
    if then.library.not_loaded != now.library.not_loaded:
        yield _named("library.not_loaded", then.library.not_loaded, now.library.not_loaded)


def _stated(then: Manifest, now: Manifest) -> Iterator[str]:
    """Each option and count that the manifest states, and the repeated run does not."""
    parts = {"options", "counts"}
    found = now.model_dump(mode="json", include=parts)
    for part, fields in then.model_dump(mode="json", include=parts, exclude_unset=True).items():
        for name, value in fields.items():
            other = found[part][name]
            if isinstance(value, dict):
                if numbers := _numbers(value, other):
                    more = f" and {len(numbers) - _NUMBERS_SHOWN} more" if len(numbers) > _NUMBERS_SHOWN else ""
                    yield f"{part}.{name}: {'; '.join(numbers[:_NUMBERS_SHOWN])}{more}"
            elif value != other:
                yield _named(f"{part}.{name}", value, other)


def _numbers(then: Mapping[str, int], now: Mapping[str, int]) -> list[str]:
    return [
        f"{name} {then.get(name, 0):,} stated, {now.get(name, 0):,} found"
        for name in sorted({*then, *now})
        if then.get(name, 0) != now.get(name, 0)
    ]


def _into(then: Manifest, now: Manifest, library: CodeLibrary) -> Iterator[str]:
    """In what the name of the run differs that stands in a table; the version of cleanclaim is a part of it."""
    if then.into is None or then.versions.get("cleanclaim") != now.versions["cleanclaim"]:
        return
    catalogue, options = load_catalogue(*map(Path, then.options.rules)), now.options
    job = Job(
        library=library, catalogue=catalogue, rules=(), payer_type=options.payer_type, information=options.information,
        reported=reported(catalogue, options.select, options.ignore),
    )  # fmt: skip
    run = run_of(now.inputs, now.columns, job)
    if then.into.run != run:
        yield _named("into.run", then.into.run, run)


def _named(field: str, stated: object, found: object) -> str:
    """A field, what the manifest states there, and what is found, as JSON."""
    return f"{field}: {json.dumps(stated, ensure_ascii=False)} stated, {json.dumps(found, ensure_ascii=False)} found"


def _output(then: Manifest, now: Manifest, repeated: Path) -> Iterator[str]:
    """In what the output differs: from what was written then, and from the file that is there now."""
    written = Path(then.output.name) if then.output.name is not None else None
    is_there = written is not None and written.is_file()
    if written is not None and is_there:
        content = content_of(written)
        if (content.size, content.sha256) != (then.output.size, then.output.sha256):
            rows = _rows_differing(written, repeated, then.output.format)
            yield f"output: {written} is not as the run wrote it{rows}"
    if then.output.sha256 == now.output.sha256:
        if then.output.size != now.output.size:
            yield _named("output.size", then.output.size, now.output.size)
        return
    rows = _rows_differing(written, repeated, then.output.format) if written is not None and is_there else ""
    yield f"output: the repeated run writes other bytes{rows}"


def _rows_differing(written: Path, repeated: Path, form: Format) -> str:
    """How many findings are in one file alone, where that can be told."""
    if form not in ("jsonl", "csv", "parquet"):
        return ""
    try:
        had, has = Counter(_rows(written, form)), Counter(_rows(repeated, form))
    except (OSError, ValueError, csv.Error):
        return "; its findings cannot be read"
    lost, new = (had - has).total(), (has - had).total()
    return f": {_count(lost, 'finding')} of the file not found again, {_count(new, 'finding')} not in it"


def _rows(path: Path, form: Format) -> Iterator[int]:
    """A number for each finding of a file, the same for the same finding. Raises OSError, ValueError, csv.Error."""
    if form == "parquet":
        yield from map(hash, _parquet_rows(path))
        return
    with path.open(encoding="utf-8", newline="") as stream:
        rows: Iterable[object] = stream if form == "jsonl" else csv.reader(stream)
        yield from (hash(str(row)) for row in rows)


def _parquet_rows(path: Path) -> Iterator[str]:
    import duckdb

    from cleanclaim.read.table import SETTINGS, fetched

    try:
        with duckdb.connect(":memory:", config=dict(SETTINGS)) as connection:
            yield from map(str, fetched(connection.execute("select * from read_parquet(?)", [str(path)])))
    except duckdb.Error:
        raise ValueError("it is no whole Parquet file") from None


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
