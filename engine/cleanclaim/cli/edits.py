"""cleanclaim edits: the catalogue, one edit in full, the page of all."""

from typing import Annotated

import typer

from cleanclaim.cli.common import Rules, catalogue_of, printed, stop

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Look at the edits of the catalogue.")


@app.command("list")
def list_edits(rules: Rules = None) -> None:
    """List the edits: id, disposition, title."""
    from cleanclaim.report.edit_card import list_lines

    printed(list_lines(catalogue_of(rules)))


@app.command("show")
def show_edit(edit_id: Annotated[str, typer.Argument(metavar="ID")], rules: Rules = None) -> None:
    """Show one edit in full: meaning, versions, authority, known gaps."""
    from difflib import get_close_matches

    from cleanclaim.report.edit_card import card_lines

    catalogue = catalogue_of(rules)
    edit = catalogue.edits.get(edit_id.upper())
    if edit is None:
        near = ", ".join(get_close_matches(edit_id.upper(), catalogue.edits, 3)) or "none"
        stop(f"{edit_id}: there is no such edit; nearest: {near}")
    printed(card_lines(catalogue, edit))


@app.command("page")
def edits_page(rules: Rules = None) -> None:
    """Print the whole catalogue as a page of Markdown."""
    from cleanclaim.report.edit_card import catalogue_page

    printed(catalogue_page(catalogue_of(rules)))
