"""Where segments of an 837 stood, and what they leave in doubt."""

from dataclasses import dataclass

from cleanclaim.claims import Location

Place = tuple[int, int]
"""Of a segment: its number in the transaction, from 1 at ST, and the bytes of the file before it."""
Doubt = tuple[str, Place, int | None]
"""What is wrong, a clause; the segment that tells, and its element."""


@dataclass(frozen=True, slots=True)
class Stood:
    """The transaction in which segments stood."""

    file: str
    interchange: int
    transaction: int

    def at(self, place: Place, element: int | None = None) -> Location:
        """The location of a segment, or of an element of it."""
        return Location(
            file=self.file, interchange=self.interchange, transaction=self.transaction, segment=place[0],
            element=element, byte_offset=place[1],
        )  # fmt: skip
