"""cleanclaim convert: claims of any format in, the same claims as JSON Lines or Parquet out."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cleanclaim.cli.common import Columns, InputFormatOption, ran, settings


def convert(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Files of claims, and folders of them; - is standard input."),
    ],
    to: Annotated[
        str | None, typer.Option(metavar="jsonl|parquet", help="What to write (as --output is named, else jsonl).")
    ] = None,
    output: Annotated[Path | None, typer.Option(metavar="PATH", help="Write there, whole or not at all.")] = None,
    input_format: InputFormatOption = None,
    columns: Columns = None,
) -> None:
    """Write claims of any format as check reads them: one JSON object a claim, or a table with a row a line.

    A claim that cannot be read in full is told of and not written. No patient id and no free text is written: a number
    stands in a description's place. Exit status: 0 all claims were written; 1 some were not; 2 wrong use, or none.
    """
    from cleanclaim.converting import Conversion, run_convert

    of_folder = settings()
    wanted = Conversion(
        files=files,
        input_format=input_format or of_folder.text("input-format"),
        columns=columns or of_folder.text("columns"),
        to=to,
        output=output,
    )
    raise typer.Exit(ran(lambda stages: run_convert(wanted, sys.stdout, stages)))
