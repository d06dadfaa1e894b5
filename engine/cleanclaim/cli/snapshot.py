"""cleanclaim snapshot: the findings on files of claims, kept to be compared with."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cleanclaim.cli.common import (
    Columns,
    ExecutorOption,
    InputFormatOption,
    Library,
    Payer,
    Rules,
    chosen,
    first,
    folders,
    opened_library,
    ran,
    settings,
    switched,
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
    library: Library = None,
    rules: Rules = None,
    payer_type: Payer = None,
    select: Annotated[
        str | None, typer.Option(metavar="IDS", help="Keep findings of these edits or families alone: AOC010,COV.")
    ] = None,
    ignore: Annotated[str | None, typer.Option(metavar="IDS", help="Do not keep those of these.")] = None,
    show_information: Annotated[
        bool | None, typer.Option("--show-information/--hide-information", help="Keep information (left out).")
    ] = None,
    executor: ExecutorOption = None,
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
        select=chosen(select, of_folder, "select"),
        ignore=chosen(ignore, of_folder, "ignore"),
        show_advisory=False,
        show_information=switched(show_information, of_folder, "show-information"),
        fail_on="not_checked",
        executor=executor or of_folder.text("executor"),
        memory_limit=of_folder.text("memory-limit"),
        golden=Golden(to, "update" if update else "make"),
    )
    raise typer.Exit(ran(lambda stages: run_check(options, sys.stdout, stages)))
