"""cleanclaim check: claims in, a report out, and an exit status."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cleanclaim.cli.common import (
    Columns,
    ExecutorOption,
    InputFormatOption,
    Library,
    Master,
    MemoryLimit,
    Payer,
    Rules,
    chosen,
    first,
    folders,
    library_of,
    ran,
    settings,
    switched,
)


def check(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE...", help="Files of claims, and folders of them; - is standard input."),
    ] = None,
    input_format: InputFormatOption = None,
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="URL", help="Claims of a database: postgresql://, sqlite:///, duckdb:///."),
    ] = None,
    query: Annotated[
        str | None, typer.Option(metavar="SQL", help="What is asked of --from: a row for each claim line.")
    ] = None,
    query_file: Annotated[Path | None, typer.Option(metavar="PATH", help="The query, in a file.")] = None,
    into: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Put findings into a table, too: postgresql://, sqlite:///, duckdb:///."),
    ] = None,
    into_table: Annotated[
        str | None, typer.Option(metavar="NAME", help="The table of --into (cleanclaim_findings).")
    ] = None,
    format: Annotated[  # noqa: A002
        str | None,
        typer.Option(
            metavar="text|jsonl|csv|parquet|junit|sarif|github",
            help="How findings are written (as --output is named, else text).",
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option(metavar="PATH", help="Write there, whole or not at all.")] = None,
    library: Library = None,
    rules: Rules = None,
    payer_type: Payer = None,
    select: Annotated[
        str | None, typer.Option(metavar="IDS", help="Report these edits or families alone: AOC010,COV.")
    ] = None,
    ignore: Annotated[str | None, typer.Option(metavar="IDS", help="Do not report these edits or families.")] = None,
    show_advisory: Annotated[
        bool | None, typer.Option("--show-advisory/--hide-advisory", help="Show advisories in text (counted only).")
    ] = None,
    show_information: Annotated[
        bool | None, typer.Option("--show-information/--hide-information", help="Report information (left out).")
    ] = None,
    fail_on: Annotated[
        str | None, typer.Option(metavar="DISPOSITION", help="Exit with 1 from this disposition on (not_checked).")
    ] = None,
    columns: Columns = None,
    executor: ExecutorOption = None,
    master: Master = None,
    memory_limit: MemoryLimit = None,
    manifest: Annotated[
        Path | None, typer.Option(metavar="PATH", help="Write there what was read and written, for verify.")
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Report what differs from the snapshots in this folder, and nothing else."),
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help="With --against: put what is found in the snapshots' place.")
    ] = False,
    log_format: Annotated[
        str | None, typer.Option(metavar="text|json", help="How notices and the census go to standard error (text).")
    ] = None,
) -> None:
    """Check claims and say which edits they would fail.

    Exit status: 0 nothing as bad as --fail-on; 1 findings, or with --against a difference; 2 wrong use, or nothing
    readable at all; 3 the engine failed on a claim. Options may stand in cleanclaim.toml or in [tool.cleanclaim] of
    pyproject.toml.
    """
    from cleanclaim.checking import run_check
    from cleanclaim.golden.judging import Golden
    from cleanclaim.options import Options, WrongUse

    of_folder = settings()
    output_set, manifest_set = (None if against else of_folder.text(name) for name in ("output", "manifest"))

    def options() -> Options:
        if update and against is None:
            raise WrongUse(
                "--update: it puts what is found in the place of snapshots; name their folder with --against DIR"
            )
        return Options(
            files=files or [],
            source=source,
            query=query,
            query_file=query_file,
            into=into or of_folder.text("into"),
            into_table=into_table or of_folder.text("into-table"),
            format=format or of_folder.text("format"),
            output=output or (Path(output_set) if output_set else None),
            library=library_of(library),
            rules=folders(rules, of_folder),
            input_format=input_format or of_folder.text("input-format"),
            payer_type=first(payer_type, of_folder.text("payer-type"), "unknown"),
            select=chosen(select, of_folder, "select"),
            ignore=chosen(ignore, of_folder, "ignore"),
            show_advisory=switched(show_advisory, of_folder, "show-advisory"),
            show_information=switched(show_information, of_folder, "show-information"),
            fail_on=first(fail_on, of_folder.text("fail-on"), "not_checked"),
            columns=columns or of_folder.text("columns"),
            executor=executor or of_folder.text("executor"),
            master=master or of_folder.text("master"),
            memory_limit=memory_limit or of_folder.text("memory-limit"),
            manifest=manifest or (Path(manifest_set) if manifest_set else None),
            golden=None if against is None else Golden(against, "update" if update else "compare"),
        )

    log = first(log_format, of_folder.text("log-format"), "text")
    raise typer.Exit(ran(lambda stages: run_check(options(), sys.stdout, stages), log))
