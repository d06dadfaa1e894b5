"""The line of the file on which each part of a JSON value stands, where the value runs over several lines."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator

from cleanclaim.claims import Location, ReadClaim
from cleanclaim.read.assemble import pointer_step

_BLANKS = re.compile(r"[ \t\r\n]*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_PASSING_OVER = json.JSONDecoder(parse_int=str, parse_float=str)


def line_ends(text: str, start: int, end: int) -> int:
    """The line ends in a part of a text: LF, CR LF or CR."""
    return text.count("\n", start, end) + text.count("\r", start, end) - text.count("\r\n", start, end)


class Places:
    """Where the values within one value stand in its text, from `start` to `end`, which is known to be JSON."""

    def __init__(self, outer: Location, text: str, start: int, end: int) -> None:
        self.outer, self.text, self.start = outer, text, start
        self._line_starts = [match.end() for match in _LINE_END.finditer(text, start, end)]
        self._known: dict[int, dict[str, int]] = {}

    def given_to(self, read: ReadClaim) -> ReadClaim:
        """The same, but the claim, each line and each thing unread has its own line of the file."""
        unreadable = tuple(one.model_copy(update={"location": self.of(one.location)}) for one in read.unreadable)
        locations = {number: self.of(location) for number, location in read.line_locations.items()}
        return read.model_copy(
            update={"location": self.of(read.location), "unreadable": unreadable, "line_locations": locations}
        )

    def of(self, location: Location) -> Location:
        """The location with the line of the value that its pointer names, or of the nearest value around it."""
        assert location.pointer is not None
        assert self.outer.pointer is not None
        assert self.outer.line is not None
        place = self.start
        for step in location.pointer.removeprefix(self.outer.pointer).split("/")[1:]:
            place = self._within(place).get(step, place)
        return location.model_copy(update={"line": self.outer.line + bisect_right(self._line_starts, place)})

    def _within(self, place: int) -> dict[str, int]:
        if place not in self._known:
            self._known[place] = dict(self._members(place)) if self.text[place] in "[{" else {}
        return self._known[place]

    def _members(self, place: int) -> Iterator[tuple[str, int]]:
        """Each step into the object or list that begins here, with the place of the value it leads to."""
        is_object, index = self.text[place] == "{", 0
        place = self._past_blanks(place + 1)
        while self.text[place] not in "]}":
            name = str(index)
            if is_object:
                name, place = _PASSING_OVER.raw_decode(self.text, place)
                place = self._past_blanks(self._past_blanks(place) + 1)
            yield pointer_step(name), place
            place = self._past_blanks(_PASSING_OVER.raw_decode(self.text, place)[1])
            if self.text[place] == ",":
                place = self._past_blanks(place + 1)
            index += 1

    def _past_blanks(self, place: int) -> int:
        match = _BLANKS.match(self.text, place)
        assert match is not None
        return match.end()
