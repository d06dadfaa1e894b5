"""cleanclaim steps: the page of all steps of claim scenarios."""

from cleanclaim.cli.common import printed, stop


def steps() -> None:
    """Print every step that claim scenarios are written in, as a page of Markdown."""
    try:
        from cleanclaim.scenarios.step_page import steps_page
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in ("pytest", "pytest_bdd"):
            raise
        stop('scenarios need pytest and pytest-bdd: pip install "cleanclaim[scenarios]"')
    printed(steps_page())
