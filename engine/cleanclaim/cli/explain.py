"""cleanclaim explain: why each edit fired on each line of a claim, or did not."""

import sys
from typing import Annotated

import typer

from cleanclaim.cli.common import (
    Columns,
    InputFormatOption,
    Library,
    Payer,
    Rules,
    first,
    folders,
    guarded,
    names,
    opened_library,
    settings,
)


def explain(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A file of claims, or a folder of them; - is standard input.")
    ],
    input_format: InputFormatOption = None,
    claim: Annotated[str | None, typer.Option(metavar="ID", help="The claim of this id alone.")] = None,
    line: Annotated[int | None, typer.Option(metavar="NUMBER", help="This line alone, in full.")] = None,
    edit: Annotated[str | None, typer.Option(metavar="IDS", help="These edits or families alone, in full.")] = None,
    whole: Annotated[bool, typer.Option("--all", help="Tell what passed and what did not apply in full, too.")] = False,
    library: Library = None,
    rules: Rules = None,
    payer_type: Payer = None,
    columns: Columns = None,
) -> None:
    """Explain, for each line and each edit, whether it fired, and if not, why.

    An edit fired, was bypassed, could not be checked, passed or did not apply; what it compared is told with the
    values, and how near they came. Exit status: 0, or 2 for wrong use.
    """
    from cleanclaim.explaining import Wanted, run_explain
    from cleanclaim.options import WrongUse

    of_folder = settings()
    wanted = Wanted(
        file=file,
        input_format=input_format or of_folder.text("input-format"),
        claim=claim,
        line=line,
        edits=names(edit or ""),
        whole=whole,
        library=opened_library(library),
        rules=folders(rules, of_folder),
        payer_type=first(payer_type, of_folder.text("payer-type"), "unknown"),
        columns=columns or of_folder.text("columns"),
    )
    raise typer.Exit(guarded(lambda: run_explain(wanted, sys.stdout, sys.stderr), WrongUse))
