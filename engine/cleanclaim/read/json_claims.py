"""Claims from JSON: one claim, a list of claims, claims one after another, and JSON Lines."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn, cast

from cleanclaim.claims import Location, ReadClaim, Unreadable
from cleanclaim.read.assemble import Part, assemble, claim_id_of
from cleanclaim.read.json_places import line_ends, with_own_lines

_BLANKS = re.compile(r"[ \t\r\n]*")
_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.?)*+"?|[\[\]{}]', re.DOTALL)
"""A string that never closes runs to the end; nothing is tried twice, so that a long one costs no more."""
_LONGEST_INTEGER = 40
_LARGEST_EXPONENT = 400
"""A larger one is no number of a claim, and arithmetic on it could overflow."""


class _Refused(ValueError):
    """Text that the JSON grammar allows and a claim does not."""


def read_json_lines(lines: Iterable[str], file: str) -> Iterator[ReadClaim]:
    """One claim a line; blank lines are passed over."""
    for number, line in enumerate(lines, start=1):
        text = line.strip(" \t\r\n")
        if text:
            location = Location(file=file, line=number, pointer="")
            try:
                yield _claim(_decoded(text), location)
            except ValueError as wrong:
                yield _nothing(location, "claim", _reason(wrong))


def read_json(text: str, file: str) -> Iterator[ReadClaim]:
    """The claims of a JSON document: a list of claims, or claims one after another.

    A claim that is no JSON is passed over as far as its brackets tell where it ends.
    """
    scan = _Scan(text, file)
    if scan.at("["):
        yield from scan.listed()
    else:
        yield from scan.one_after_another()


class _Scan:
    """A place in a document, moved from claim to claim."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.position = self._counted = 0
        self._line = 1
        self.index = 0
        self.is_lost = False
        """Whether the place of the next claim cannot be told, so that the rest is passed over."""
        self.skip_blanks()

    def at(self, character: str) -> bool:
        return self.text.startswith(character, self.position)

    def skip_blanks(self) -> None:
        match = _BLANKS.match(self.text, self.position)
        assert match is not None
        self.position = match.end()

    def location(self, pointer: str | None = None) -> Location:
        self._line += line_ends(self.text, self._counted, self.position)
        self._counted = self.position
        return Location(file=self.file, line=self._line, pointer=pointer)

    def listed(self) -> Iterator[ReadClaim]:
        self.position += 1
        self.skip_blanks()
        while not self.at("]"):
            if self.position == len(self.text):
                if not self.is_lost:
                    yield self.broken("the file ends before its list of claims does")
                return
            yield self.claim(f"/{self.index}")
            self.skip_blanks()
            if self.at(","):
                self.position += 1
                self.skip_blanks()
            elif not self.at("]") and self.position < len(self.text):
                yield self.broken("after a claim a comma is missing; the rest of the file was not read")
                return
        self.position += 1
        self.skip_blanks()
        if self.position < len(self.text):
            yield self.broken("what follows the list of claims was not read")

    def one_after_another(self) -> Iterator[ReadClaim]:
        while self.position < len(self.text):
            yield self.claim("")
            self.skip_blanks()

    def claim(self, pointer: str | None) -> ReadClaim:
        """The claim that begins here; the place moves behind it, or to the end where its end cannot be told."""
        self.index += 1
        start, location = self.position, self.location(pointer)
        try:
            value, self.position = _DECODER.raw_decode(self.text, start)
        except (ValueError, RecursionError) as wrong:
            end = _end_of_value(self.text, start)
            self.position, self.is_lost = end or len(self.text), end is None
            rest = "; the rest of the file was not read" if self.is_lost else ""
            return _nothing(location, "claim", _reason(wrong) + rest)
        read = _claim(value, location)
        if line_ends(self.text, start, self.position):
            with suppress(RecursionError):
                return with_own_lines(read, self.text, start, self.position)
        return read

    def broken(self, reason: str) -> ReadClaim:
        """What is wrong with the document at this place."""
        return _nothing(self.location(), "file", reason)


def _claim(value: object, location: Location) -> ReadClaim:
    if not isinstance(value, dict):
        return _nothing(location, "claim", "an object with the fields of a claim is wanted")
    lines = value.get("lines")
    if lines is not None and not isinstance(lines, list):
        place = location.model_copy(update={"pointer": f"{location.pointer}/lines"})
        reason = "a list of lines is wanted"
        none = Unreadable(claim_id=claim_id_of(value), field="lines", reason=reason, location=place)
        return ReadClaim(claim=None, unreadable=(none,), location=location)
    parts, wrong = [], []
    for index, fields in enumerate(lines or ()):
        place = location.model_copy(update={"pointer": f"{location.pointer}/lines/{index}"})
        if isinstance(fields, dict):
            parts.append(Part(fields, place))
        else:
            reason = "an object with the fields of a line is wanted"
            wrong.append(
                Unreadable(claim_id=claim_id_of(value), of_line=True, field="line", reason=reason, location=place)
            )
    return assemble(Part(value, location), parts, wrong)


def _nothing(location: Location, field: str, reason: str) -> ReadClaim:
    wrong = Unreadable(claim_id=None, field=field, reason=reason, location=location)
    return ReadClaim(claim=None, unreadable=(wrong,), location=location)


def is_json_object(text: str) -> bool:
    """Whether text is one whole JSON object."""
    try:
        return isinstance(_decoded(text), dict)
    except ValueError:
        return False


def is_json_claim(text: str) -> bool:
    """Whether text is one whole JSON object that names itself a claim."""
    try:
        return text.startswith("{") and "claim_id" in cast("dict[str, object]", _decoded(text.rstrip()))
    except ValueError:
        return False


def _decoded(text: str) -> object:
    try:
        return _DECODER.decode(text)
    except RecursionError:
        raise _Refused("it is too deeply nested") from None


def _reason(wrong: Exception) -> str:
    match wrong:
        case json.JSONDecodeError():
            where = f"line {wrong.lineno}, column {wrong.colno}" if wrong.lineno > 1 else f"column {wrong.colno}"
            return f"it is no JSON: {wrong.msg} ({where})"
        case RecursionError():
            return "it is too deeply nested"
        case _:
            return str(wrong)


def _end_of_value(text: str, start: int) -> int | None:
    """Where the brackets opened from `start` on are closed again; None when they never are."""
    depth = 0
    for match in _STRING_OR_BRACKET.finditer(text, start):
        if match[0] in "[{":
            depth += 1
        elif match[0] in "]}":
            depth -= 1
            if depth <= 0:
                return match.end()
    return None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise _Refused("a field is given twice")
    return fields


def _integer(text: str) -> int | Decimal:
    return int(text) if len(text) <= _LONGEST_INTEGER else Decimal(text[:_LONGEST_INTEGER])


def _decimal(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")
    return number if number.adjusted() <= _LARGEST_EXPONENT else Decimal("NaN")


def _constant(text: str) -> NoReturn:
    raise _Refused(f"{text} is no number of a claim")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_decimal, parse_constant=_constant
)
