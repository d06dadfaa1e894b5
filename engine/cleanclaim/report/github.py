"""Findings as GitHub shows them beside the lines of a file: workflow commands, one a line."""

from collections.abc import Iterable, Iterator

from cleanclaim.report.text import plain, where
from cleanclaim.report.told import RunTold, Told, input_of

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def github_lines(told: Iterable[Told], run: RunTold) -> Iterator[str]:
    """An annotation for each finding; where there is no file to show it beside, its text says where it stood.

    A message holds no line break that is not escaped.
    """
    for one in told:
        properties = {"file": run.files.get(input_of(one)), "line": one.location and one.location.line}
        message = one.message
        if properties["file"] is None:
            properties = {}
            place = plain(where(one.location)) if one.location else ""
            message = f"{place}: {message}" if place else message
        given = [f"{name}={_escaped(str(value))}" for name, value in properties.items() if value is not None]
        given.append(f"title={_escaped(one.headline)}")
        yield f"::{_COMMANDS[one.level]} {','.join(given)}::{_escaped_data(message)}\n"


def _escaped_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped(text: str) -> str:
    return _escaped_data(text).replace(":", "%3A").replace(",", "%2C")
