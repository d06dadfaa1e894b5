"""The `verify` command: a run repeated by its manifest, and whether every byte agrees."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TextIO

from pydantic import ValidationError

from cleanclaim.checking import FAILED, checked
from cleanclaim.codes import Notice
from cleanclaim.manifest import Manifest
from cleanclaim.options import Options, WrongUse
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.report.text import plain
from cleanclaim.report.writing import write_stream
from cleanclaim.runs.content import content_of
from cleanclaim.runs.output import Format
from cleanclaim.runs.stages import Stages
from cleanclaim.scratch import scratch_folder

AGREES, DIFFERS = 0, 1
_EDITS_SHOWN = 12


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
    with scratch_folder() as scratch:
        output = scratch / "output"
        again = _repeated(manifest, library, memory_limit, output, stages)
        if again is None:
            raise WrongUse("the engine failed on a claim, so the run cannot be compared")
        differing = [*_differing(manifest, again), *_output(manifest, again, output)]
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
    if then.columns != now.columns and then.columns is not None:
        yield f"columns: the column mapping {then.columns.name} has changed"
    if then.catalogue.meaning != now.catalogue.meaning:
        yield "catalogue: edits or parameters mean something else"
    elif then.catalogue != now.catalogue:
        yield "catalogue: texts or citations of edits or parameters have changed; none means something else"
    if then.library.content != now.library.content:
        layers_then, layers_now = (
            {(one.quarter, one.kind, one.part) for one in named.library.loaded} for named in (then, now)
        )
        layers = [f"lacks {' '.join(one)}" for one in sorted(layers_then - layers_now)]
        layers += [f"has {' '.join(one)} besides" for one in sorted(layers_now - layers_then)]
        yield f"library: its content is another{': ' if layers else ''}{', '.join(layers)}"


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
        return
    if edits := _by_edit(then.counts.findings_by_edit, now.counts.findings_by_edit):
        more = f" and {len(edits) - _EDITS_SHOWN} more edits" if len(edits) > _EDITS_SHOWN else ""
        yield f"findings: {'; '.join(edits[:_EDITS_SHOWN])}{more}"
    rows = _rows_differing(written, repeated, then.output.format) if written is not None and is_there else ""
    yield f"output: the repeated run writes other bytes{rows}"


def _by_edit(then: Mapping[str, int], now: Mapping[str, int]) -> list[str]:
    return [
        f"{edit} {then.get(edit, 0):,} then, {now.get(edit, 0):,} now"
        for edit in sorted({*then, *now})
        if then.get(edit, 0) != now.get(edit, 0)
    ]


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
