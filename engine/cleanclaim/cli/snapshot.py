"""cleanclaim snapshot: the findings on files of claims, kept to be compared with."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cleanclaim.cli.common import (
    LIBRARY_HELP,
    Columns,
    InputFormatOption,
    Rules,
    first,
    folders,
    names,
    opened_library,
    ran,
    settings,
)


def snapshot(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Files of claims and folders of them, as check reads them.")
    ],
    to: Annotated[Path, typer.Option(metavar="DIR", help="The folder of snapshots, one for each file.")],
    update: Annotated[
        bool, typer.Option("--update", help="Put what is found in the place of what is kept and differs.")
    ] = False,
    input_format: InputFormatOption = None,
    columns: Columns = None,
    library: Annotated[str | None, typer.Option(metavar="PATH", help=LIBRARY_HELP)] = None,
    rules: Rules = None,
    payer_type: Annotated[
        str | None,
        typer.Option(metavar="PAYER", help="Of claims that state none: medicare, medicare_advantage, other."),
    ] = None,
    select: Annotated[
        str | None, typer.Option(metavar="IDS", help="Keep findings of these edits or families alone: AOC010,COV.")
    ] = None,
    ignore: Annotated[str | None, typer.Option(metavar="IDS", help="Do not keep those of these.")] = None,
    show_information: Annotated[
        bool | None, typer.Option("--show-information/--hide-information", help="Keep information (left out).")
    ] = None,
    executor: Annotated[
        str | None, typer.Option(metavar="rete|duckdb", help="One claim at a time, or sets of them (by size).")
    ] = None,
) -> None:
    """Keep the findings on files of claims, for check --against.

    What is kept already stays, and findings that differ from it are refused unless --update says otherwise. Exit
    status: 0 kept; 2 wrong use, or other findings are kept already; 3 the engine failed on a claim, nothing was kept.
    """
    from cleanclaim.checking import run_check
    from cleanclaim.golden.judging import Golden
    from cleanclaim.options import Options

    of_folder = settings()
    options = Options(
        files=files,
        format=None,
        output=None,
        library=opened_library(library),
        rules=folders(rules, of_folder),
        input_format=input_format or of_folder.text("input-format"),
        columns=columns or of_folder.text("columns"),
        payer_type=first(payer_type, of_folder.text("payer-type"), "unknown"),
        select=of_folder.several("select") if select is None else names(select),
        ignore=of_folder.several("ignore") if ignore is None else names(ignore),
        show_advisory=False,
        show_information=of_folder.flag("show-information") if show_information is None else show_information,
        fail_on="not_checked",
        executor=executor or of_folder.text("executor"),
        memory_limit=of_folder.text("memory-limit"),
        golden=Golden(to, "update" if update else "make"),
    )
    raise typer.Exit(ran(lambda stages: run_check(options, sys.stdout, stages)))
