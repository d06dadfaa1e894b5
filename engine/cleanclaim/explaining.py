"""The `explain` command: claims in, and what became of every edit on every line out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO, get_args

from cleanclaim.claims import PayerType
from cleanclaim.codes import Notice
from cleanclaim.edit_files import load_catalogue
from cleanclaim.explanation import Explainer
from cleanclaim.options import WrongUse, column_mapping, edit_ids, input_format, one_of, refuse_file
from cleanclaim.outcomes import ClaimOutcomes
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.report.explanation import explanation_lines
from cleanclaim.report.text import plain
from cleanclaim.report.writing import write_stream
from cleanclaim.runs.inputs import reads_of

DONE, WRONG_USE = 0, 2


@dataclass(frozen=True)
class Wanted:
    """What the command line asks for."""

    file: str
    input_format: str | None
    claim: str | None
    """The id of a claim."""
    line: int | None
    edits: Sequence[str]
    """Ids and families; all edits when none is named."""
    whole: bool
    """Whether what passed and what did not apply is told in full."""
    library: tuple[CodeLibrary, tuple[Notice, ...], str]
    rules: Sequence[Path]
    payer_type: str
    columns: str | None = None
    """A column mapping: a file, or the name of one that comes with cleanclaim."""


def run_explain(wanted: Wanted, out: TextIO, notices: TextIO) -> int:
    """Explain the claims of a file; the exit status.

    Raises WrongUse, CatalogueRefused, LibraryRefused and OSError for what cannot be begun with.
    """
    payer_type: PayerType = one_of("--payer-type", wanted.payer_type, get_args(PayerType))  # type: ignore[assignment]
    read_as = input_format(wanted.input_format)
    refuse_file(wanted.file)
    catalogue = load_catalogue(*wanted.rules)
    mapping = column_mapping(wanted.columns)
    ids = edit_ids(catalogue, "--edit", wanted.edits) if wanted.edits else frozenset(catalogue.edits)
    library, found, _ = wanted.library
    write_stream((f"notice: {plain(str(notice))}\n" for notice in found), notices)
    explainer = Explainer(library, catalogue, payer_type=payer_type)
    reads = reads_of([wanted.file], read_as, mapping)
    claims = [explainer.explain(read) for read in reads if wanted.claim is None or wanted.claim in read.claim_ids]
    if wanted.claim is not None and not claims:
        raise WrongUse(f"--claim {plain(wanted.claim)}: no claim in the input has this id")
    if wanted.line is not None:
        claims = list(_of_line(claims, wanted.line))
        if not claims:
            raise WrongUse(f"--line {wanted.line}: no claim in the input has a line of this number that can be read")
    narrowed = [_of_edits(claim, ids) for claim in claims]
    in_full = wanted.whole or wanted.line is not None or bool(wanted.edits)
    write_stream(explanation_lines(narrowed, len(ids), in_full=in_full), out)
    if not any(claim.lines for claim in claims):
        write_stream(["cleanclaim: there is no line of a claim in the input that could be read\n"], notices)
        return WRONG_USE
    return DONE


def _of_line(claims: Sequence[ClaimOutcomes], number: int) -> Iterator[ClaimOutcomes]:
    """The claims that have a line of this number, with that line alone."""
    for claim in claims:
        if lines := tuple(line for line in claim.lines if line.line_number == number):
            yield replace(claim, lines=lines)


def _of_edits(claim: ClaimOutcomes, ids: frozenset[str]) -> ClaimOutcomes:
    """The claim with what became of these edits alone."""
    lines = tuple(replace(line, edits=tuple(one for one in line.edits if one.edit_id in ids)) for line in claim.lines)
    return replace(claim, lines=lines)
