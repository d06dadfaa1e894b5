"""Opens what claims are read from, and recognizes its format by its content."""

import codecs
import io
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, cast

from cleanclaim.claims import Location, ReadClaim, Unreadable
from cleanclaim.read.csv_claims import is_header, read_csv
from cleanclaim.read.json_claims import is_json_claim, is_json_object, read_json, read_json_lines
from cleanclaim.read.x12.interchanges import read_x12
from cleanclaim.read.x12.segments import is_x12

_START = 512
JSON_LINES = (".jsonl", ".ndjson")
_BLANKS = " \t\r\n"
_FORMATS = "JSON, JSON Lines, CSV or X12 837"
_LIST = re.compile(r"\[\s*([\[{\]]|$)")
_LOOKED_AHEAD = 10
"""Lines among which a whole claim tells JSON Lines, where the first line is damaged."""


def _kept(wrong: UnicodeError) -> tuple[str, int]:
    """Each byte that is no text, as a character that is none either: what bears one is refused, the rest is read."""
    assert isinstance(wrong, UnicodeDecodeError)
    return "\udcff" * (wrong.end - wrong.start), wrong.end


_NO_TEXT_KEPT = "cleanclaim.no_text_kept"
codecs.register_error(_NO_TEXT_KEPT, _kept)


def read_claims(path: Path, shown: str | None = None) -> Iterator[ReadClaim]:
    """The claims of a file, each as far as it can be read. `shown` is the file's name in locations. Raises OSError."""
    with path.open("rb") as stream:
        yield from read_stream(stream, shown or str(path), json_lines=path.suffix.lower() in JSON_LINES)


def read_stream(stream: BinaryIO, shown: str, *, json_lines: bool = False) -> Iterator[ReadClaim]:
    """The claims of a stream of bytes; one claim a line when `json_lines` says so, else as the content tells."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))
    if is_x12(buffered.peek(_START)[:_START]):
        yield from read_x12(buffered, shown)
        return
    text = io.TextIOWrapper(buffered, encoding=_encoding(buffered), errors=_NO_TEXT_KEPT, newline="")
    try:
        yield from _recognized(text, shown, json_lines=json_lines)
    finally:
        text.detach()
        if buffered is not stream:
            buffered.detach()


def _encoding(buffered: io.BufferedReader) -> str:
    """UTF-8, or UTF-16 where a byte-order mark says so."""
    start = buffered.peek(4)
    return "utf-16" if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"


def _recognized(text: io.TextIOWrapper, shown: str, *, json_lines: bool) -> Iterator[ReadClaim]:
    before: list[str] = []
    first = _next_line(text, before).strip(_BLANKS)
    if not first:
        yield unreadable_file(shown, "it is empty")
    elif is_header(first):
        yield from read_csv(chain(before, text), shown)
    elif not _LIST.match(first) and (json_lines or is_json_object(first) or _a_claim_is_ahead(text, before)):
        yield from read_json_lines(chain(before, text), shown)
    elif first[0] in "[{":
        yield from read_json("".join(before) + text.read(), shown)
    else:
        yield unreadable_file(
            shown, f"it holds no claims as {_FORMATS}; a CSV file's first line names the columns, claim_id first of all"
        )


def _a_claim_is_ahead(text: io.TextIOWrapper, before: list[str]) -> bool:
    """Whether one of the next lines is a whole claim by itself."""
    return any(is_json_claim(_next_line(text, before)) for _ in range(_LOOKED_AHEAD))


def _next_line(text: io.TextIOWrapper, before: list[str]) -> str:
    """The next line that is not blank; all lines passed are kept in `before`."""
    for line in iter(text.readline, ""):
        before.append(line)
        if line.strip(_BLANKS):
            return line
    return ""


def unreadable_file(shown: str, reason: str) -> ReadClaim:
    """What is said of a file of which nothing can be read."""
    location = Location(file=shown)
    wrong = Unreadable(claim_id=None, field="file", reason=reason, location=location)
    return ReadClaim(claim=None, unreadable=(wrong,), location=location)
