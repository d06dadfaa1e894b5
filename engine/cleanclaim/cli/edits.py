"""cleanclaim edits: the catalogue, one edit in full, the page of all."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cleanclaim.cli.common import Rules, catalogue_of, folders, guarded, names, printed, settings, stop

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Look at the edits of the catalogue.")


@app.command("list")
def list_edits(rules: Rules = None) -> None:
    """List the edits: id, disposition, title."""
    from cleanclaim.report.edit_card import list_lines

    printed(list_lines(catalogue_of(rules)))


@app.command("show")
def show_edit(
    edit_id: Annotated[str, typer.Argument(metavar="ID")],
    sql: Annotated[
        str | None, typer.Option("--sql", metavar="duckdb|spark", help="Print its queries of a table of facts instead.")
    ] = None,
    rules: Rules = None,
) -> None:
    """Show one edit in full: meaning, versions, authority, known gaps."""
    from difflib import get_close_matches
    from typing import get_args

    from cleanclaim.report.edit_card import card_lines
    from cleanclaim.report.edit_sql import Dialect, sql_lines

    dialect: Dialect | None = next((one for one in get_args(Dialect) if one == sql), None)
    if sql is not None and dialect is None:
        stop(f"--sql {sql}: it is one of {', '.join(get_args(Dialect))}")

    catalogue = catalogue_of(rules)
    edit = catalogue.edits.get(edit_id.upper())
    if edit is None:
        near = ", ".join(get_close_matches(edit_id.upper(), catalogue.edits, 3)) or "none"
        stop(f"{edit_id}: there is no such edit; nearest: {near}")
    printed(card_lines(catalogue, edit) if dialect is None else sql_lines(catalogue, edit, dialect))


@app.command("page")
def edits_page(rules: Rules = None) -> None:
    """Print the whole catalogue as a page of Markdown."""
    from cleanclaim.report.edit_card import catalogue_page

    printed(catalogue_page(catalogue_of(rules)))


@app.command("lock")
def lock_edits(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The lock, made anew: rules/catalogue.lock.json.")],
    changelog: Annotated[
        Path, typer.Option(metavar="PATH", help="Where changes of meaning are told, under ## headings.")
    ] = Path("CHANGELOG.md"),
    rules: Rules = None,
) -> None:
    """Write the lock: a hash of what each edit and parameter means, and the changelog's heading that tells of it.

    An edit that is in the lock and in no file is refused: a retired edit stays, with a last day.
    """
    from cleanclaim.lock import NO_LOCK, LockRefused, lock_text, read_lock, renewed, untold
    from cleanclaim.report.writing import refusal, write_file, write_stream

    catalogue = catalogue_of(rules)
    if why := refusal(file):
        stop(f"{file}: {why}")
    text = guarded(lambda: changelog.read_text(encoding="utf-8", errors="replace"))
    previous = file.read_text(encoding="utf-8", errors="replace") if file.exists() else None
    before = NO_LOCK if previous is None else guarded(lambda: read_lock(previous), LockRefused)
    lock = guarded(lambda: renewed(catalogue, before, text), LockRefused)
    guarded(lambda: write_file([lock_text(lock)], file))
    write_stream((f"notice: {changelog}: {one}\n" for one in untold(lock, text)), sys.stderr)


@app.command("mutate")
def mutate_edits(
    select: Annotated[str | None, typer.Option(metavar="IDS", help="Only these edits or families.")] = None,
    features: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="A folder of scenarios, or a feature file; may be repeated (features)."),
    ] = None,
    rules: Rules = None,
    report: Annotated[str, typer.Option("--format", metavar="text|json", help="How it is told.")] = "text",
    whole: Annotated[bool, typer.Option("--all", help="Tell what was killed or cannot be, too.")] = False,
) -> None:
    """Alter each edit in each place, and list what no scenario notices, with what would.

    The edits are those of `--rules`, else ours. Exit status: 0 nothing survived, 1 something did, 2 wrong use.
    """
    from importlib.util import find_spec

    from cleanclaim.options import WrongUse, edit_ids, one_of

    if find_spec("pytest_bdd") is None:
        stop('scenarios need pytest and pytest-bdd: pip install "cleanclaim[scenarios]"')
    from cleanclaim.mutation.exemptions import ExemptionsRefused
    from cleanclaim.mutation.recording import ScenariosRefused
    from cleanclaim.mutation.report import json_text, text_lines
    from cleanclaim.mutation.running import mutated, subjects_of

    guarded(lambda: one_of("--format", report, ("text", "json")), WrongUse)
    own = folders(rules, settings())
    catalogue = catalogue_of(rules)
    chosen = names(select or "")
    ids = guarded(lambda: edit_ids(catalogue, "--select", chosen), WrongUse) if chosen else None
    places = features or [Path("features")]
    for place in places:
        if not place.exists():
            stop(f"--features {place}: there is no such file or folder")
    subjects = subjects_of(catalogue, ids, own)
    mutation = guarded(lambda: mutated(catalogue, subjects, places), ScenariosRefused, ExemptionsRefused)
    for one in mutation.notices:
        typer.echo(f"notice: {one}", err=True)
    printed([json_text(mutation)] if report == "json" else text_lines(mutation, catalogue, whole=whole))
    raise typer.Exit(0 if mutation.is_whole else 1)
