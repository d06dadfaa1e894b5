"""Where segments of an 837 stood, and what they leave in doubt."""

from cleanclaim.claims import Location

Place = tuple[int, int]
"""Of a segment: its number in the transaction, from 1 at ST, and the bytes of the file before it."""
Doubt = tuple[str, Place, int | None]
"""What is wrong, a clause; the segment that tells, and its element."""


class Stood:
    """The transaction in which segments stood."""

    def __init__(self, file: str, interchange: int, transaction: int) -> None:
        self._first = Location(
            file=file, interchange=interchange, transaction=transaction, segment=1, element=None, byte_offset=0
        )

    def at(self, place: Place, element: int | None = None) -> Location:
        """The location of a segment, or of an element of it."""
        return self._first.with_valid({"segment": place[0], "element": element, "byte_offset": place[1]})
