"""Opens what claims are read from, and recognizes its format by its content."""

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, cast

from cleanclaim.claims import Location, ReadClaim, Unreadable
from cleanclaim.read.columns import ColumnMapping
from cleanclaim.read.csv_claims import is_header, read_csv
from cleanclaim.read.formats import InputFormat, is_gzip
from cleanclaim.read.gzipped import Gunzipped
from cleanclaim.read.json_objects import ClaimObjects, names_itself
from cleanclaim.read.json_text import read_json, read_json_lines, whole_object
from cleanclaim.read.x12.interchanges import read_x12
from cleanclaim.read.x12.segments import is_x12

_START = 512
JSON_LINES = (".jsonl", ".ndjson")
_PEEKED = 4
_BLANKS = " \t\r\n"
_FORMATS = "JSON, JSON Lines, CSV, Parquet, X12 837 or FHIR"
_NO_CLAIMS = f"it holds no claims as {_FORMATS}; a CSV file's first line names the columns, "
_LIST = re.compile(r"\[\s*([\[{\]]|$)")
_MOST_BLANK = 1_000_000
_LOOKED_AHEAD = 10
"""Lines among which a whole claim tells JSON Lines, where the first line is damaged."""
LONGEST = 500_000_000
"""Characters of a JSON document, or of one line of another file, that are held in memory: what is longer is told of."""


class _TooLong(Exception):
    """A document or a line that is not held in memory."""


def _kept(wrong: UnicodeError) -> tuple[str, int]:
    """Each byte that is no text, as a character that is none either: what bears one is refused, the rest is read."""
    assert isinstance(wrong, UnicodeDecodeError)
    return "\udcff" * (wrong.end - wrong.start), wrong.end


_NO_TEXT_KEPT = "cleanclaim.no_text_kept"
codecs.register_error(_NO_TEXT_KEPT, _kept)


def read_claims(path: Path, shown: str | None = None, mapping: ColumnMapping | None = None) -> Iterator[ReadClaim]:
    """The claims of a file, each as far as it can be read. `shown` is the file's name in locations. Raises OSError."""
    with path.open("rb") as stream:
        yield from read_stream(stream, shown or str(path), json_lines=names_json_lines(path), mapping=mapping)


def names_json_lines(path: Path) -> bool:
    """Whether a file's name says that it holds one claim a line, compressed or not."""
    name = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return name.suffix.lower() in JSON_LINES


def read_stream(
    stream: BinaryIO,
    shown: str,
    *,
    json_lines: bool = False,
    input_format: InputFormat | None = None,
    mapping: ColumnMapping | None = None,
) -> Iterator[ReadClaim]:
    """The claims of a stream of bytes, which may be compressed by gzip; Parquet aside, which is no stream.

    One claim a line when `json_lines` says so, else as the content tells, unless an `input_format` is asked for.
    `mapping` tells what the columns of a table hold. Raises OSError.
    """
    source = _Source(shown, json_lines, input_format, mapping)
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))
    try:
        if not is_gzip(buffered.peek(_PEEKED)):
            yield from _read_plain(buffered, source)
            return
        gunzipped = Gunzipped(buffered)
        yield from _read_plain(io.BufferedReader(gunzipped), source, gunzipped)
        if gunzipped.wrong is not None:
            yield unreadable_file(shown, gunzipped.wrong)
    finally:
        if buffered is not stream:
            buffered.detach()


@dataclass(frozen=True, slots=True)
class _Source:
    """What is known of a stream before it is read."""

    shown: str
    """Its name in locations."""
    json_lines: bool
    """Whether its name says that it holds one claim a line."""
    input_format: InputFormat | None
    """The format that is asked for."""
    mapping: ColumnMapping | None


def _read_plain(
    buffered: "io.BufferedReader[Any]", source: _Source, of: Gunzipped | None = None
) -> Iterator[ReadClaim]:
    """The claims of a stream that is not compressed any more; `of` is what it was compressed in."""
    asked = source.input_format
    if asked == "837" or (asked is None and is_x12(buffered.peek(_START)[:_START])):
        yield from read_x12(buffered, source.shown)
        return
    text = io.TextIOWrapper(buffered, encoding=_encoding(buffered), errors=_NO_TEXT_KEPT, newline="")
    try:
        yield from _Text(text, source, of).claims()
    except _TooLong as wrong:
        yield unreadable_file(source.shown, str(wrong))
    finally:
        text.detach()


def _encoding(buffered: "io.BufferedReader[Any]") -> str:
    """UTF-8, or UTF-16 where a byte-order mark says so."""
    start = buffered.peek(_PEEKED)
    return "utf-16" if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"


class _Text:
    """The text of a file, and the lines that were read of it to tell its format."""

    def __init__(self, text: io.TextIOWrapper, source: _Source, of: Gunzipped | None) -> None:
        self._text, self._source, self._of = text, source, of
        self._before: list[str] = []

    def claims(self) -> Iterator[ReadClaim]:
        """The claims of the text, in the format that is asked for, else in the one that it tells."""
        shown, asked = self._source.shown, self._source.input_format
        first = self._next_line().strip(_BLANKS)
        if not first:
            yield unreadable_file(shown, "it is empty")
            return
        match asked or self._format_of(first):
            case "csv" if self._is_header(first):
                yield from self._csv()
            case "jsonl":
                yield from self._json(ClaimObjects(asked and "json"), by_line=True)
            case "json":
                yield from self._json(ClaimObjects(asked and "json"), by_line=False)
            case "fhir":
                yield from self._json(ClaimObjects("fhir"), by_line=self._is_by_line(first))
            case _:
                is_mapped = self._source.mapping is not None
                names = "and this one none that the column mapping names" if is_mapped else "claim_id first of all"
                yield unreadable_file(shown, _NO_CLAIMS + names)

    def _format_of(self, first: str) -> InputFormat | None:
        """The format that the first lines tell; JSON holds FHIR resources where they say so."""
        if self._is_header(first):
            return "csv"
        if self._is_by_line(first):
            return "jsonl"
        return "json" if first[0] in "[{" else None

    def _is_header(self, first: str) -> bool:
        return is_header(first, self._source.mapping)

    def _is_by_line(self, first: str) -> bool:
        """Whether each line is a JSON value by itself; a value alone on one line is as well a document."""
        if self._source.json_lines or _LIST.match(first):
            return not _LIST.match(first)
        second = self._next_line()
        return bool(second) and (whole_object(first) is not None or self._a_claim_is_ahead(second))

    def _a_claim_is_ahead(self, second: str) -> bool:
        """Whether one of the next lines is a whole claim by itself."""
        ahead = chain((second,), (self._next_line() for _ in range(_LOOKED_AHEAD - 1)))
        found = (whole_object(line.rstrip()) for line in ahead)
        return any(value is not None and names_itself(value) for value in found)

    def _csv(self) -> Iterator[ReadClaim]:
        for read in read_csv(self._lines(), self._source.shown, self._source.mapping):
            is_cut = self._of is not None and self._of.wrong is not None
            yield read.model_copy(update={"is_whole": False}) if is_cut else read

    def _json(self, objects: ClaimObjects, *, by_line: bool) -> Iterator[ReadClaim]:
        if by_line:
            yield from read_json_lines(self._lines(), self._source.shown, objects)
        else:
            yield from read_json(self._whole(), self._source.shown, objects)
        if objects.has_none:
            yield unreadable_file(self._source.shown, "it holds FHIR resources, and no Claim among them")

    def _next_line(self) -> str:
        """The next line that is not blank; all lines passed are kept."""
        for line in self._rest():
            self._before.append(line)
            if line.strip(_BLANKS):
                return line
            if len(self._before) > _MOST_BLANK:
                raise _TooLong(f"its first {_MOST_BLANK:,} lines are blank; what follows was not read")
        return ""

    def _lines(self) -> Iterator[str]:
        return chain(self._before, self._rest())

    def _rest(self) -> Iterator[str]:
        """The lines that are not read yet. Raises _TooLong."""
        while line := self._text.readline(LONGEST):
            if len(line) == LONGEST:
                raise _TooLong(f"a line of it is longer than {LONGEST:,} characters; from there on it was not read")
            yield line

    def _whole(self) -> str:
        """The whole text. Raises _TooLong."""
        read = "".join(self._before)
        read += self._text.read(LONGEST)
        if len(read) >= LONGEST:
            raise _TooLong(f"a JSON document is read up to {LONGEST:,} characters; JSON Lines have no such limit")
        return read


def unreadable_file(shown: str, reason: str) -> ReadClaim:
    """What is said of a file of which nothing can be read."""
    location = Location(file=shown)
    wrong = Unreadable(claim_id=None, field="file", reason=reason, location=location)
    return ReadClaim(claim=None, unreadable=(wrong,), location=location)
