"""Claims of ours from JSON: an object with the fields of a claim, its lines in a list."""

from cleanclaim.claims import Location, ReadClaim, Unreadable
from cleanclaim.read.assemble import Part, assemble, claim_id_of
from cleanclaim.read.json_text import nothing


def claim_of(value: object, location: Location) -> ReadClaim:
    """The claim that a value is, as far as it can be read."""
    if not isinstance(value, dict):
        return nothing(location, "claim", "an object with the fields of a claim is wanted")
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
