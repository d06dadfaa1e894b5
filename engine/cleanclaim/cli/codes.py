"""cleanclaim codes: the library of code set releases and tables."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cleanclaim.cli.common import (
    Library,
    guarded,
    named_library,
    opened_library,
    own_library,
    printed,
    stop,
)
from cleanclaim.places import BUNDLED

if TYPE_CHECKING:
    from datetime import date

    from cleanclaim.releases.library import CodeLibrary

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="The library: code set releases and tables as CMS publishes them, by quarter.",
)
MISSING = 1
_LONGEST_SPAN = 366 * 30


@app.command("add")
def add_files(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="HCPCS file, add-on code file, MUE table, ASC addendum: text, csv, xlsx, zip; record documents.",
        ),
    ],
    release: Annotated[
        str | None, typer.Option(metavar="QUARTER", help="Their quarter, as 2026-01, whatever their names tell.")
    ] = None,
    partial: Annotated[bool, typer.Option("--partial", help="A HCPCS file that holds some codes only.")] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put them in the place of what is there and says otherwise.")
    ] = False,
    library: Annotated[
        str | None,
        typer.Option("--library", metavar="PATH", help="The library file. Else CLEANCLAIM_LIBRARY, else your own."),
    ] = None,
) -> None:
    """Add files to the library, all or none.

    They are recognised by content. When one cannot be read, nothing is added. Adding a file again changes nothing.
    """
    import re

    from cleanclaim.codes import QUARTER
    from cleanclaim.releases.adding import add_to_library, files_of
    from cleanclaim.releases.cells import FileRefused
    from cleanclaim.releases.files import Wanted, read_files
    from cleanclaim.report.library import added_lines, notice_lines
    from cleanclaim.report.writing import write_stream

    if release is not None and not re.fullmatch(QUARTER, release):
        stop(f"--release {release}: a quarter is named by its year and first month: 01, 04, 07 or 10, as 2026-01")
    named = named_library(library)
    if named == BUNDLED:
        stop("nothing can be added to the bundled records; name a library file with --library PATH")
    path = Path(named) if named else own_library()
    reads = guarded(lambda: read_files(files, Wanted(release, partial)), FileRefused)
    guarded(lambda: write_stream(notice_lines(notice for read in reads for notice in read.notices), sys.stderr))
    added = guarded(lambda: add_to_library(path, files_of(reads), replace=replace))
    printed(added_lines(added, path))


@app.command("remove")
def remove_files(
    quarter: Annotated[str, typer.Argument(metavar="QUARTER", help="As 2026-01.")],
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="Of this kind alone: code_set, add_on, mue, asc.")
    ] = None,
    part: Annotated[
        str | None, typer.Option(metavar="PART", help="This part alone: complete, partial, practitioner, AA ...")
    ] = None,
    library: Library = None,
) -> None:
    """Remove what the library holds of a quarter, or one release or table of it."""
    from cleanclaim.releases.adding import remove_from_library
    from cleanclaim.releases.shelf import named
    from cleanclaim.releases.store import is_library_file

    opened, _, shown = opened_library(library)
    path = Path(shown)
    if not is_library_file(path):
        stop(f"{shown}: is no library file that could be changed")
    found = [
        layer
        for layer in opened.layers
        if layer.quarter == quarter and kind in (None, layer.kind) and part in (None, layer.part)
    ]
    if not found:
        held = ", ".join(f"{one.quarter} {one.kind} {one.part}" for one in opened.layers) or "nothing"
        stop(f"{quarter}: the library holds nothing of that; it holds {held}")
    guarded(lambda: remove_from_library(path, found))
    printed(f"Removed {named(layer)}\n" for layer in found)


@app.command("list")
def list_library(library: Library = None) -> None:
    """List the releases and tables of the library."""
    from cleanclaim.report.library import list_lines

    opened, shown = _opened(library)
    printed(guarded(lambda: list(list_lines(opened, shown))))


@app.command("show")
def show_code(
    code: Annotated[str, typer.Argument(metavar="CODE", help="A procedure code or a modifier.")],
    on: Annotated[str | None, typer.Option(metavar="DAY", help="The record in force on a day, as 2026-01-15.")] = None,
    library: Library = None,
) -> None:
    """Show a code: record, changes, tables."""
    from cleanclaim.releases.fields import MODIFIER_SHAPE, PROCEDURE_SHAPE
    from cleanclaim.report.library import code_lines
    from cleanclaim.values import code_text

    day = _day("--on", on)
    wanted = code_text(code)
    if not PROCEDURE_SHAPE.fullmatch(wanted) and not MODIFIER_SHAPE.fullmatch(wanted):
        stop(f"{code}: a code has five digits and letters, a modifier two")
    opened, shown = _opened(library)
    lines = guarded(lambda: code_lines(opened, wanted, day))
    if not lines:
        stop(f"{wanted}: no release and no table in the library holds it: {shown}")
    printed(lines)


@app.command("diff")
def compare_releases(
    earlier: Annotated[str, typer.Argument(metavar="QUARTER")],
    later: Annotated[str, typer.Argument(metavar="QUARTER")],
    summary: Annotated[
        bool, typer.Option("--summary", help="How many, by field, without each code that changed.")
    ] = False,
    library: Library = None,
) -> None:
    """Compare two quarters: codes added, ended and changed, by field."""
    from cleanclaim.report.library import difference_lines

    opened, _ = _opened(library)
    quarters = sorted({layer.quarter for layer in opened.layers})
    for one in (earlier, later):
        if one not in quarters:
            stop(f"{one}: the library holds nothing of this quarter; it holds {', '.join(quarters) or 'nothing'}")
    if later <= earlier:
        stop(f"{later} is not after {earlier}: name the earlier quarter first")
    printed(guarded(lambda: list(difference_lines(opened, earlier, later, in_full=not summary))))


@app.command("check")
def check_library(
    first: Annotated[str, typer.Option("--from", metavar="DAY", help="The first date of service.")],
    last: Annotated[str | None, typer.Option("--to", metavar="DAY", help="The last one (the same).")] = None,
    library: Library = None,
) -> None:
    """Say what is loaded for dates of service, and what is missing.

    Exit status: 0 all is loaded, 1 something is missing, 2 wrong use or a damaged library.
    """
    from cleanclaim.releases.comparison import loaded
    from cleanclaim.report.library import loaded_lines

    begins = _day("--from", first)
    ends = _day("--to", last) or begins
    assert begins is not None
    assert ends is not None
    if ends < begins:
        stop(f"--to {ends} lies before --from {begins}")
    if (ends - begins).days > _LONGEST_SPAN:
        stop(f"--to {ends}: at most {_LONGEST_SPAN // 366} years are checked at once")
    opened, shown = _opened(library)
    damage = opened.damage()
    if damage:
        stop(f"{shown}: is damaged: {damage}; restore it, or delete it and add its files again")
    found = guarded(lambda: loaded(opened, begins, ends))
    printed(loaded_lines(found))
    if any(quarter.missing for quarter in found):
        raise typer.Exit(MISSING)


def _opened(library: str | None) -> "tuple[CodeLibrary, str]":
    """The library and its name to show, once its notices are written."""
    from cleanclaim.report.library import notice_lines
    from cleanclaim.report.writing import write_stream

    opened, notices, shown = opened_library(library)
    guarded(lambda: write_stream(notice_lines(notices), sys.stderr))
    return opened, shown


def _day(option: str, text: str | None) -> "date | None":
    from cleanclaim.values import iso_day

    if text is None:
        return None
    try:
        return iso_day(text)
    except ValueError as wrong:
        stop(f"{option} {text}: {wrong}")
