"""The `convert` command: claims of any format in, the same claims as JSON Lines or Parquet out.

A claim is written as a whole or not at all: one that cannot be read in full would, without what is missing, be another
claim. What is not written is told of.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TextIO, get_args

from cleanclaim.catalogue import Catalogue
from cleanclaim.census import Census, reported
from cleanclaim.claims import Claim, ReadClaim
from cleanclaim.edit_files import load_catalogue
from cleanclaim.options import (
    WrongUse,
    column_mapping,
    format_by_name,
    input_format,
    one_of,
    refuse_inputs,
    refuse_output,
)
from cleanclaim.read.source import JSON_LINES
from cleanclaim.relational.connection import open_database
from cleanclaim.report.text import plain, where
from cleanclaim.report.writing import placed, write_file, write_stream
from cleanclaim.runs.claim_output import ClaimTable, canonical, json_lines
from cleanclaim.runs.failing import told
from cleanclaim.runs.inputs import Input, Position, named_once, opened
from cleanclaim.runs.stages import Stages

Written = Literal["jsonl", "parquet"]
_ENDINGS: Mapping[str, Written] = {**dict.fromkeys(JSON_LINES, "jsonl"), ".parquet": "parquet"}
ALL_WRITTEN, SOME_NOT, WRONG_USE = 0, 1, 2


@dataclass(frozen=True)
class Conversion:
    """What the command line asks for, as text."""

    files: Sequence[str]
    input_format: str | None
    columns: str | None
    """The mapping of tables."""
    to: str | None
    """None where the output's name is to tell."""
    output: Path | None


def run_convert(wanted: Conversion, out: TextIO, stages: Stages) -> int:
    """Write the claims of the files; the exit status. Raises WrongUse, RunFailed, CatalogueRefused and OSError."""
    written = _written(wanted)
    read_as = input_format(wanted.input_format)
    refuse_inputs(wanted.files)
    if wanted.output is not None:
        refuse_output("--output", wanted.output, wanted.files)
    with opened(named_once(wanted.files, stages.notice), read_as, column_mapping(wanted.columns)) as inputs:
        whole = _Whole(load_catalogue(), stages)
        if written == "parquet":
            assert wanted.output is not None
            with told(), open_database() as database, placed(wanted.output) as beside:
                table = ClaimTable(database)
                table.write(whole.of(inputs, table), beside)
        elif wanted.output is not None:
            write_file(json_lines(whole.of(inputs)), wanted.output)
        elif not write_stream(json_lines(whole.of(inputs)), out):
            stages.notice("not all claims were written: what read them has ended")
            return SOME_NOT
    stages.notice(f"{whole.written:,} claims were written{'; what was not is told above' if whole.has_told else ''}")
    if whole.written:
        return SOME_NOT if whole.has_told else ALL_WRITTEN
    stages.failure("there is no claim in the input that could be written", WRONG_USE)
    return WRONG_USE


def _written(wanted: Conversion) -> Written:
    """The format that is named, else that of the output's name, else JSON Lines. Raises WrongUse."""
    named = wanted.to
    if named is None:
        return format_by_name(wanted.output, _ENDINGS, "jsonl", "--to")
    written: Written = one_of("--to", named, get_args(Written))  # type: ignore[assignment]
    if written == "parquet" and wanted.output is None:
        raise WrongUse("--to parquet: it is no text; name a file with --output PATH")
    return written


class _Whole:
    """The claims that can be written, and what is told of the others."""

    def __init__(self, catalogue: Catalogue, stages: Stages) -> None:
        self._catalogue, self._stages = catalogue, stages
        self._census = Census()
        self.written = 0
        self.has_told = False

    def of(self, inputs: Sequence[Input], table: ClaimTable | None = None) -> Iterator[Claim]:
        """The claims of the inputs that can be written, for a table where one is to hold them."""
        position = Position(inputs)
        self._stages.begin("converting", share=position.share)
        for read in self._stages.each(position.reads()):
            claim = self._claim(read)
            refusal = table.refusal(claim) if table is not None and claim is not None else None
            if refusal is not None and claim is not None:
                self._tell(read, claim.claim_id, refusal)
            elif claim is not None:
                self.written += 1
                yield canonical(claim)

    def _claim(self, read: ReadClaim) -> Claim | None:
        """The claim where all of it could be read; else what could not is told."""
        for finding in reported(read, None, self._catalogue, self._census):
            assert finding.location is not None
            of_line = f"line {finding.line_number}: " if finding.line_number is not None else ""
            of_claim = f"claim {finding.claim_id}: " if finding.claim_id is not None else ""
            self._notice(f"{where(finding.location)}: {of_claim}{of_line}{finding.message}")
        if read.claim is None or (read.is_whole and not read.unreadable):
            return read.claim
        self._tell(read, read.claim.claim_id, "not all of it is known, so that it is not written")
        return None

    def _tell(self, read: ReadClaim, claim_id: str, reason: str) -> None:
        self._notice(f"{where(read.location)}: claim {claim_id}: {reason}")

    def _notice(self, text: str) -> None:
        self.has_told = True
        self._stages.notice(plain(text))
