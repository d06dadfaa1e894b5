"""JSON text, value by value: a document, a list of values or values one after another, and JSON Lines.

What the values are is for others to say: `Objects` makes claims of them.
"""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn, Protocol

from cleanclaim.claims import Location, ReadClaim, Unreadable
from cleanclaim.read.json_places import Places, line_ends

_BLANKS = re.compile(r"[ \t\r\n]*")
_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.?)*+"?|[\[\]{}]', re.DOTALL)
"""A string that never closes runs to the end; nothing is tried twice, so that a long one costs no more."""
_COLON_BEFORE_LIST = re.compile(r"[ \t\r\n]*:[ \t\r\n]*(?=\[)")
_LONGEST_INTEGER = 40
_LARGEST_EXPONENT = 400
"""A larger one is no number of a claim, and arithmetic on it could overflow."""


class _Refused(ValueError):
    """Text that the JSON grammar allows and a claim does not."""


Value = tuple[object, Location]
"""A JSON value, and where it stands."""


class Objects(Protocol):
    """What makes claims of the values of a file."""

    inner_list: str | None
    """The member of an object whose values can be read one by one, where the object as a whole cannot."""

    def claims_of(self, value: object, location: Location) -> Iterator[ReadClaim]:
        """The claims that a value of the file holds."""

    def claims_of_inner(self, values: Iterable[Value]) -> Iterator[tuple[int, ReadClaim]]:
        """The claims of the values in an object's inner list, each with the place of its value among them."""


def read_json_lines(lines: Iterable[str], file: str, objects: Objects) -> Iterator[ReadClaim]:
    """One value a line; blank lines are passed over."""
    for number, line in enumerate(lines, start=1):
        text = line.strip(" \t\r\n")
        if text:
            location = Location(file=file, line=number, pointer="")
            try:
                value = decoded(text)
            except ValueError as wrong:
                yield nothing(location, "claim", _reason(wrong))
                continue
            yield from objects.claims_of(value, location)


def read_json(text: str, file: str, objects: Objects) -> Iterator[ReadClaim]:
    """The claims of a JSON document: a list of values, or values one after another.

    A value that is no JSON is passed over as far as its brackets tell where it ends.
    """
    scan = _Scan(text, file, objects)
    if scan.at("["):
        yield from scan.listed()
    else:
        yield from scan.one_after_another()


class _Scan:
    """A place in a document, moved from value to value."""

    def __init__(self, text: str, file: str, objects: Objects) -> None:
        self.text, self.file, self.objects = text, file, objects
        self.position = self._counted = 0
        self._line = 1
        self.is_lost = False
        """Whether the place of the next value cannot be told, so that the rest is passed over."""
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
        for pointer in self.elements("its list of claims"):
            yield from self.value(pointer) if isinstance(pointer, str) else (pointer,)
        self.skip_blanks()
        if self.position < len(self.text) and not self.is_lost:
            yield self.broken("what follows the list of claims was not read")

    def elements(self, name: str, base: str = "") -> Iterator[str | ReadClaim]:
        """The pointer of each value in the list that begins here, which is to be taken; and where it is no list."""
        self.position += 1
        self.skip_blanks()
        index = 0
        while not self.at("]"):
            if self.position == len(self.text):
                if not self.is_lost:
                    self.is_lost = True
                    yield self.broken(f"the file ends before {name} does")
                return
            yield f"{base}/{index}"
            index += 1
            self.skip_blanks()
            if self.at(","):
                self.position += 1
                self.skip_blanks()
            elif not self.at("]") and self.position < len(self.text):
                self.is_lost = True
                yield self.broken("after a claim a comma is missing; the rest of the file was not read")
                return
        self.position += 1

    def one_after_another(self) -> Iterator[ReadClaim]:
        while self.position < len(self.text) and not self.is_lost:
            yield from self.value("")
            self.skip_blanks()

    def value(self, pointer: str) -> Iterator[ReadClaim]:
        """The claims of the value that begins here; the place moves behind it, or to the end where that is lost."""
        start, location = self.position, self.location(pointer)
        value, wrong = self.decoded()
        if wrong is None:
            yield from self.with_lines(self.objects.claims_of(value, location), location, start)
        elif (inner := self.inner_list(start)) is None:
            rest = "; the rest of the file was not read" if self.is_lost else ""
            yield nothing(location, "claim", wrong + rest)
        else:
            yield nothing(location, "file", f"{wrong}; what it lists was read one by one")
            yield from self.one_by_one(inner, pointer)

    def decoded(self) -> tuple[object, str | None]:
        """The value that begins here, or why there is none; the place moves behind it."""
        start = self.position
        try:
            value, self.position = _DECODER.raw_decode(self.text, start)
        except (ValueError, RecursionError) as wrong:
            end = _end_of_value(self.text, start)
            self.position, self.is_lost = end or len(self.text), end is None
            return None, _reason(wrong)
        return value, None

    def inner_list(self, start: int) -> int | None:
        """Where the inner list of the object begins that begins at `start`; None where it has none."""
        depth = 0
        for match in _STRING_OR_BRACKET.finditer(self.text, start):
            if match[0] in "[{":
                depth += 1
            elif match[0] in "]}":
                depth -= 1
                if depth <= 0:
                    return None
            elif depth == 1 and match[0] == f'"{self.objects.inner_list}"':
                found = _COLON_BEFORE_LIST.match(self.text, match.end())
                return found.end() if found else None
        return None

    def one_by_one(self, inner: int, pointer: str) -> Iterator[ReadClaim]:
        """The claims of the values in an object's inner list; the place moves behind the object."""
        end, is_lost = self.position, self.is_lost
        # the lines before the list are counted from where counting stopped, at the object
        self.position, self.is_lost = inner, False
        values: list[Value] = []
        starts: list[tuple[int, int]] = []
        for one in self.elements("what it lists", f"{pointer}/{self.objects.inner_list}"):
            if isinstance(one, ReadClaim):
                yield one
                continue
            start, location = self.position, self.location(one)
            value, wrong = self.decoded()
            if wrong is None:
                values.append((value, location))
                starts.append((start, self.position))
            else:
                yield nothing(location, "claim", wrong)
        for place, read in self.objects.claims_of_inner(values):
            yield from self.with_lines(iter((read,)), values[place][1], *starts[place])
        self.is_lost |= is_lost
        self.position = len(self.text) if self.is_lost else max(end, self.position)

    def with_lines(
        self, reads: Iterator[ReadClaim], location: Location, start: int, end: int | None = None
    ) -> Iterator[ReadClaim]:
        """The same, each part with its own line of the file; they are what the value from `start` to `end` holds."""
        end = self.position if end is None else end
        if not line_ends(self.text, start, end):
            yield from reads
            return
        places = Places(location, self.text, start, end)
        for read in reads:
            placed = read
            with suppress(RecursionError):
                placed = places.given_to(read)
            yield placed

    def broken(self, reason: str) -> ReadClaim:
        """What is wrong with the document at this place."""
        return nothing(self.location(), "file", reason)


def nothing(location: Location, field: str, reason: str) -> ReadClaim:
    """What is said of a value of which nothing can be read."""
    wrong = Unreadable(claim_id=None, field=field, reason=reason, location=location)
    return ReadClaim(claim=None, unreadable=(wrong,), location=location)


def whole_object(text: str) -> dict[str, object] | None:
    """The object that a text is as a whole; None where it is none."""
    try:
        value = decoded(text) if text.startswith("{") else None
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def decoded(text: str) -> object:
    """The value that a text is. Raises ValueError."""
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
