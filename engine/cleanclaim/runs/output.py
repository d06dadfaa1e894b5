"""The findings of a run in the format that is asked for, on a stream or in a file that is there whole or not at all."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, TextIO

from cleanclaim.findings import Disposition
from cleanclaim.read.source import JSON_LINES
from cleanclaim.report.csv_text import csv_lines
from cleanclaim.report.github import github_lines
from cleanclaim.report.jsonl import jsonl_lines
from cleanclaim.report.junit import junit_lines
from cleanclaim.report.sarif import sarif_lines
from cleanclaim.report.text import Paint, Summary, text_lines
from cleanclaim.report.told import RunTold, told_findings
from cleanclaim.report.writing import placed, write_stream, write_text
from cleanclaim.runs.content import Content, content_of
from cleanclaim.runs.results import Results

Format = Literal["text", "jsonl", "csv", "parquet", "junit", "sarif", "github"]
SUFFIXES: dict[str, Format] = {
    **dict.fromkeys(JSON_LINES, "jsonl"), ".csv": "csv", ".parquet": "parquet", ".xml": "junit", ".sarif": "sarif",
}  # fmt: skip
"""Of an output, and the format that it is written in where none is named."""


def path_shown(name: str) -> str | None:
    """The path of an input as CI systems know it: from the working folder where it lies in there; None for no file."""
    path = Path(name)
    if not path.is_file():
        return None
    shown = Path(os.path.normpath(path.absolute()))
    return (shown.relative_to(Path.cwd()) if shown.is_relative_to(Path.cwd()) else shown).as_posix()


def report_lines(
    results: Results, summary: Summary, written: Format, hidden: frozenset[Disposition], paint: Paint, run: RunTold
) -> Iterator[str]:
    """The report as lines of text; findings that are hidden stand in no text and no annotation. Raises RunFailed."""
    findings = results.in_order()
    if written == "text":
        return text_lines(findings, summary, hidden, paint)
    alone = (finding for _, finding in findings)
    match written:
        case "github":
            return github_lines(told_findings(alone, run, hidden), run)
        case "junit":
            return junit_lines(told_findings(alone, run), run)
        case "sarif":
            return sarif_lines(told_findings(alone, run), run)
    return jsonl_lines(alone) if written == "jsonl" else csv_lines(alone)


def write_report(
    results: Results, lines: Iterable[str], written: Format, output: Path | None, out: TextIO, *, hashed: bool
) -> Content | None:
    """Write the report; its content where that is to be `hashed`. Raises OSError and RunFailed."""
    if output is None:
        told = _Hashed(lines)
        write_stream(told if hashed else lines, out)
        return told.content() if hashed else None
    with placed(output) as beside:
        if written == "parquet":
            results.write_parquet(beside)
        else:
            write_text(lines, beside)
        return content_of(beside) if hashed else None


class _Hashed:
    """Lines, and the hash of all of them, though their reader may go away."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._digest = hashlib.sha256()
        self._size = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self._take(line)
            yield line

    def content(self) -> Content:
        for line in self._lines:
            self._take(line)
        return Content(self._size, self._digest.hexdigest())

    def _take(self, line: str) -> None:
        part = line.encode()
        self._size += len(part)
        self._digest.update(part)
