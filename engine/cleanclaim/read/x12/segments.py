"""The segments of X12 interchanges, each with its place in bytes, a buffer at a time, in memory that does not grow.

Each interchange says in its header what separates its parts. Bytes are taken for characters one to one, so that none
stops the reading and places in the text are places in the file; `text_of` tells what bytes an element's characters are.
"""

import re
from collections.abc import Generator, Iterator
from typing import BinaryIO, NamedTuple

LONGEST = 1 << 16
"""Bytes of a segment; those of claims have some hundred."""
CUT_OFF = "the file ends within it"
_READ_AT_ONCE = 1 << 18
_LONGEST_HEADER = 400
_BLANKS = "\0\t\n\r \x1a"
_MARK = b"\xef\xbb\xbf"
_HEADER = re.compile(r"ISA([^A-Za-z0-9\0\t\n\r ])(?:(?!\1).){0,15}\1", re.IGNORECASE | re.DOTALL)
_HEADER_BEGUN = 20
_LAST_ELEMENT = 104
"""Where a header of its fixed width holds its last element, the separator of components."""
_ELEMENTS = 16
_FOLLOWING = "{0}[^{0}]{{2}}[\\0\\t\\n\\r ]*(?:GS|TA1|IEA){0}"
"""The end of a header and the beginning of what may follow it."""
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]{1,2}")
_NO_HEADER = "no header of an interchange (ISA) stands before it"
_BROKEN_HEADER = "its header (ISA) does not tell what separates its parts"
_RUN_ON = "it does not end before the next header (ISA)"
_TOO_LONG = f"it is longer than {LONGEST:,} bytes"


class Delimiters(NamedTuple):
    """What separates the parts of an interchange, a character each."""

    element: str
    component: str
    segment: str


Segment = tuple[int, str, str | None]
"""Bytes of the file before it; its text from its name on, without the terminator; and, where something else stands in
the place of a segment, why it is none: then the text need not be whole."""

_NONE = Delimiters("*", ":", "~")


def is_x12(start: bytes) -> bool:
    """Whether a file that starts so is an X12 interchange."""
    begun = start.removeprefix(_MARK).decode("latin-1").lstrip(_BLANKS)
    return bool(_HEADER.match(begun)) or begun[:4].upper() == "ISA*"


def text_of(characters: str) -> str:
    """What bytes, taken for characters one to one, say as UTF-8; bytes that are none give characters that are none."""
    return characters if characters.isascii() else characters.encode("latin-1").decode(errors="surrogateescape")


class Scan:
    """The segments of a stream, and what separates the parts of the latest."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._buffer = ""
        self._position = 0
        """Within the buffer."""
        self._before = 0
        """Bytes of the file before the buffer."""
        self._is_at_end = False
        self.delimiters = _NONE

    def segments(self) -> Iterator[list[Segment]]:
        """The segments of all interchanges, in order, some at a time; what is none is told in its place.

        What separates the parts of some is what separates those of each.
        """
        self._fill()
        if self._buffer.startswith(_MARK.decode("latin-1")):
            self._position = len(_MARK)
        is_more = yield from self._some(self._first_header())
        while is_more:
            if plain := self._plain():
                yield plain
            is_more = yield from self._some(self._with_care())

    def _some(self, found: Generator[Segment, None, bool]) -> Generator[list[Segment], None, bool]:
        """The same segments, each by itself; what is returned, as it is."""
        while True:
            try:
                yield [next(found)]
            except StopIteration as end:
                return bool(end.value)

    def _fill(self) -> None:
        """Read more, and forget what lies before the position."""
        more = self._stream.read(_READ_AT_ONCE)
        self._is_at_end = not more
        self._before += self._position
        self._buffer = self._buffer[self._position :] + more.decode("latin-1")
        self._position = 0

    def _plain(self) -> list[Segment]:
        """The next segments, up to one that does not end in the buffer, or that may be a header."""
        buffer, position, before, terminator = self._buffer, self._position, self._before, self.delimiters.segment
        ends = buffer.rfind(terminator, position) + 1
        headers = [at for name in ("ISA", "isa") if (at := buffer.find(name, position, ends)) >= 0]
        if headers:
            ends = buffer.rfind(terminator, position, min(headers)) + 1
        found: list[Segment] = []
        if ends <= position:
            return found
        self._position, end = ends, before + position - 1
        for whole in buffer[position : ends - 1].split(terminator):
            end += len(whole) + 1
            if text := whole.lstrip(_BLANKS):
                found.append((end - len(text), text if text.isprintable() else _unfolded(text), None))
        return found

    def _with_care(self) -> Generator[Segment, None, bool]:
        """What stands at the position; whether there is more."""
        end = self._buffer.find(self.delimiters.segment, self._position)
        if end < 0 and not self._is_at_end and len(self._buffer) - self._position <= LONGEST:
            self._fill()
            return True
        limit = end if end >= 0 else len(self._buffer)
        found = _HEADER.search(self._buffer, self._position, limit)
        if found and self._has_little_behind(found.start()):
            self._fill()
            return True
        if found and (delimiters := _delimiters(self._buffer, found.start())):
            yield from self._wrong(found.start(), _RUN_ON)
            yield self._header(delimiters)
            return True
        if found and not self._buffer[self._position : found.start()].strip(_BLANKS):
            yield from self._wrong(limit, _BROKEN_HEADER)
            return self._pass_over()
        if end >= 0:
            text = self._buffer[self._position : end].lstrip(_BLANKS)
            self._position = end + 1
            yield self._before + end - len(text), _unfolded(text), None
            return True
        yield from self._wrong(limit, CUT_OFF if self._is_at_end else _TOO_LONG)
        return self._pass_over()

    def _first_header(self) -> Generator[Segment, None, bool]:
        """The first header that can be read, behind what stands before it; whether there is one."""
        is_told = False
        while True:
            for found in _HEADER.finditer(self._buffer, self._position):
                if self._has_little_behind(found.start()):
                    break
                delimiters = _delimiters(self._buffer, found.start())
                if not is_told:
                    yield from self._wrong(found.start(), _NO_HEADER)
                if delimiters:
                    self._position = found.start()
                    yield self._header(delimiters)
                    return True
                if not is_told:
                    yield self._before + found.start(), "ISA", _BROKEN_HEADER
                    is_told = True
                self._position = found.end()
            else:
                if not is_told and self._buffer[self._position :].strip(_BLANKS):
                    yield from self._wrong(self._position + 1, _NO_HEADER)
                    is_told = True
                self._position = max(self._position, len(self._buffer) - _HEADER_BEGUN)
            if self._is_at_end:
                return False
            self._fill()

    def _header(self, delimiters: Delimiters) -> Segment:
        """The header at the position; what separates its parts holds from here on."""
        self.delimiters = delimiters
        start = self._position
        end = self._buffer.index(delimiters.segment, start + len("ISA*"))
        self._position = end + 1
        return self._before + start, _unfolded(self._buffer[start:end]), None

    def _wrong(self, end: int, reason: str) -> Iterator[Segment]:
        """What stands between the position and an end, as none, if it is not blank; the position is the end then."""
        text = self._buffer[self._position : end].lstrip(_BLANKS)
        self._position = end
        if text:
            yield self._before + end - len(text), text[:LONGEST], reason

    def _pass_over(self) -> bool:
        """Move behind the next terminator, or to a header that can be read before it; whether there is one."""
        while True:
            end = self._buffer.find(self.delimiters.segment, self._position)
            for found in _HEADER.finditer(self._buffer, self._position, end if end >= 0 else len(self._buffer)):
                if self._has_little_behind(found.start()):
                    break
                if _delimiters(self._buffer, found.start()):
                    self._position = found.start()
                    return True
            else:
                if end >= 0:
                    self._position = end + 1
                    return True
                self._position = max(self._position, len(self._buffer) - _HEADER_BEGUN)
            if self._is_at_end:
                return False
            self._fill()

    def _has_little_behind(self, start: int) -> bool:
        """Whether a header that begins there may not be in the buffer as a whole."""
        return not self._is_at_end and len(self._buffer) - start < _LONGEST_HEADER


def _delimiters(text: str, start: int) -> Delimiters | None:
    """What a header tells by its width or, where that is not kept, by the segment that follows."""
    separator = text[start + 3]
    following = re.compile(_FOLLOWING.format(re.escape(separator)), re.IGNORECASE)
    places = [start + _LAST_ELEMENT]
    is_whole = text.count(separator, start, places[0]) == _ELEMENTS
    if found := following.search(text, start, start + _LONGEST_HEADER):
        places.append(found.start() + 1)
    for place in places:
        one = Delimiters(separator, text[place : place + 1], text[place + 1 : place + 2])
        behind = text[place + 2 : place + _LONGEST_HEADER].lstrip(_BLANKS)
        name = _NAME.match(behind)
        if (
            text[place - 1 : place] == separator
            and len({*one, ""}) == len(one) + 1
            and not any(character.isalnum() for character in one)
            and one.component not in _BLANKS
            and one.segment not in "\0\t "
            and (is_whole or not behind or (name and behind.startswith(separator, name.end())))
        ):
            return one
    return None


def _unfolded(text: str) -> str:
    """A segment without the line ends that a file of fixed width has within it."""
    return text.replace("\r", "").replace("\n", "")
