"""A claim from fields as read; what cannot be read of it is named, and the rest is a claim all the same.

Only the fields of a claim and of its lines are taken up: names, birth dates, addresses and all else end here.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple, get_args

from pydantic import ValidationError

from cleanclaim.claims import Claim, ClaimLine, ClaimType, Location, PayerType, ReadClaim, Unreadable
from cleanclaim.values import is_text, listed, quantity

LINE_FIELDS = frozenset(ClaimLine.model_fields)
CLAIM_FIELDS = frozenset(Claim.model_fields)
_PLACES = {name: place for place, name in enumerate(ClaimLine.model_fields)}

_SHORTEST_MISSPELT = 4
"""Letters of a name that can be told from another for all a slip in it."""
_CAN_BE_LEFT_OUT = frozenset(Claim.model_fields) - {"claim_id", "claim_type", "lines"}
"""Fields of a claim without which its lines can still be checked, by edits that do not rest on them."""
_MODIFIERS_APART = re.compile(r"(procedure_?)?mod(ifier)?s?_?[0-9]")
_WANTED = {
    "payer_type": f"one of {listed(get_args(PayerType), last='or')} is wanted",
    "claim_type": f"one of {listed(get_args(ClaimType), last='or')} is wanted",
    "unit_of_measure": "one to three letters or digits are wanted",
    "claim_id": "text is wanted, and not a blank one",
    "line_number": "a whole number from 1 is wanted",
    "place_of_service": "two digits are wanted",
    "revenue_code": "four digits are wanted",
    "type_of_bill": "three digits or capital letters are wanted",
    "modifiers": "at most four modifiers of two characters each are wanted",
}
_MISSING = "it is missing"
_NOTHING: Mapping[str, str] = MappingProxyType({})
_NOTHING_READ = ReadClaim(
    claim=None,
    unreadable=(),
    location=Location(),
    line_locations={},
    unread_fields=frozenset(),
    passed_over=frozenset(),
)
_Wrong = dict[str, str]
"""Fields that cannot be read, each with the reason."""


class Part(NamedTuple):
    """The fields of a claim or of one line, as read, and where they stood."""

    fields: Mapping[str, object]
    location: Location
    wrong: Mapping[str, str] = _NOTHING
    """Fields that were found before to be none, each with the reason."""
    columns: Mapping[str, str] = _NOTHING
    """Of fields that the source has by another name, that name."""
    pointers: Mapping[str, str] = _NOTHING
    """Of fields that stand elsewhere in JSON than under their own name, the rest of their JSON pointer."""
    known: ClaimLine | None = None
    """The line, where it has been validated before; then `fields` need not tell all that it tells."""


def assemble(claim: Part, lines: Sequence[Part], unreadable: Sequence[Unreadable] = ()) -> ReadClaim:
    """The claim that these parts make, as far as they can be read; `unreadable` is what was found wrong before."""
    claim_id = claim_id_of(claim.fields)
    problems = list(unreadable)
    read: dict[int, ClaimLine] = {}
    locations: dict[int, Location] = {}
    for part in lines:
        line, wrong = _line(part)
        if line is not None and line.line_number in read:
            line, wrong = None, {"line_number": "it is the number of an earlier line too"}
        if line is None:
            problems.append(_unreadable(part, "line", wrong, claim_id, _line_number(part.fields)))
        else:
            read[line.line_number] = line
            locations[line.line_number] = part.location
    whole, wrong = _claim(claim, tuple(read.values()))
    passed_over = claim.fields.keys() - CLAIM_FIELDS
    for part in lines:
        if part.known is None and not LINE_FIELDS.issuperset(part.fields):
            passed_over |= part.fields.keys() - LINE_FIELDS
    if not lines and not problems:
        wrong = {"lines": claim.wrong.get("lines", "the claim has none"), **wrong}
    if wrong:
        problems.append(_unreadable(claim, "claim", wrong, claim_id, None))
    return _NOTHING_READ.with_valid(
        {
            "claim": whole,
            "unreadable": tuple(problems),
            "location": claim.location,
            "line_locations": locations,
            "unread_fields": frozenset(wrong) if whole else frozenset(),
            "passed_over": frozenset(map(printable, passed_over)),
        }
    )


def claim_id_of(fields: Mapping[str, object]) -> str | None:
    """The claim's id, where it can be read."""
    value = fields.get("claim_id")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return value.strip() or None if isinstance(value, str) and is_text(value) else None


def _line(part: Part) -> tuple[ClaimLine | None, _Wrong]:
    if part.known is not None:
        return part.known, {}
    wrong = misspelled(part.fields, LINE_FIELDS)
    fields = _given(part.fields, LINE_FIELDS)
    if "line_number" in fields:
        fields["line_number"] = _line_number(fields)
    try:
        line = ClaimLine.model_validate(fields)
    except ValidationError as refused:
        line, wrong = None, wrong | _reasons(refused, fields)
    if part.wrong:
        wrong = dict(sorted({**wrong, **part.wrong}.items(), key=lambda one: _PLACES.get(one[0], -1)))
    return (None, wrong) if wrong else (line, {})


def _claim(part: Part, lines: tuple[ClaimLine, ...]) -> tuple[Claim | None, _Wrong]:
    """The claim, and what cannot be read of it; fields that can be left out are, and the claim is checked without."""
    fields = {**_given(part.fields, CLAIM_FIELDS), "lines": lines}
    wrong = misspelled(part.fields, CLAIM_FIELDS)
    if wrong:
        return None, wrong
    wrong = dict(part.wrong)
    try:
        claim = Claim.model_validate(fields)
        if not wrong:
            return claim, {}
    except ValidationError as refused:
        wrong = _reasons(refused, fields) | wrong
        wrong.pop("lines", None)
    if not lines or not wrong.keys() <= _CAN_BE_LEFT_OUT:
        return None, wrong
    return Claim.model_validate({name: value for name, value in fields.items() if name not in wrong}), wrong


def _given(fields: Mapping[str, object], known: Collection[str]) -> dict[str, object]:
    """The known fields that are given: null and blank text say no more than a field left out."""
    return {
        name: value
        for name, value in fields.items()
        if name in known and value is not None and not (isinstance(value, str) and not value.strip())
    }


def misspelled(fields: Collection[str], known: frozenset[str]) -> _Wrong:
    """Of the fields, those whose name may be a known one misspelled, so that a claim would lose what it says."""
    wrong: _Wrong = {}
    if known.issuperset(fields):
        return wrong
    for name in fields:
        if name in known:
            continue
        if "modifiers" in known and _MODIFIERS_APART.fullmatch(name.lower()):
            wrong[printable(name)] = "all modifiers of a line stand in one field, modifiers"
            continue
        near = _nearest(name, known)
        if near is not None and near not in fields and not name.startswith(f"{near}_"):
            wrong[printable(name)] = f"no field has this name; {near} may be meant"
    return wrong


@lru_cache(maxsize=1024)
def _nearest(name: str, known: frozenset[str]) -> str | None:
    """The known name that is this one but for a slip of the pen; one that nothing rests on is not looked for."""
    letters = _letters(name)
    return next((one for one in sorted(known - {"patient_id"}) if _differ_by_a_slip(letters, _letters(one))), None)


def _letters(name: str) -> str:
    return "".join(character for character in name.lower() if "a" <= character <= "z")


def _differ_by_a_slip(one: str, other: str) -> bool:
    """Whether a letter is left out, added, another, or changed places with its neighbor; or nothing is."""
    if min(len(one), len(other)) < _SHORTEST_MISSPELT:
        return one == other
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) <= 1 or (len(one) == 2 and one == other[::-1])


def _reasons(refused: ValidationError, fields: Mapping[str, object]) -> _Wrong:
    wrong: _Wrong = {}
    for error in refused.errors(include_url=False, include_input=False, include_context=False):
        name = str(error["loc"][0]) if error["loc"] else "lines"
        if name == "date_of_service_end" and "date_of_service" in wrong and name not in fields:
            continue
        if name not in fields:
            reason = _MISSING
        elif error["type"] == "value_error":
            reason = error["msg"].removeprefix("Value error, ")
        else:
            reason = _WANTED.get(name) or error["msg"].removeprefix("Input should be ")
        wrong.setdefault(name, reason)
    return wrong


def _unreadable(part: Part, kind: str, wrong: _Wrong, claim_id: str | None, line: int | None) -> Unreadable:
    location, field_name = part.location, kind
    wrong = {name: why + in_column(name, part.columns) for name, why in wrong.items()}
    reason = "; ".join(f"{part.pointers.get(name) or name}: {why}" for name, why in wrong.items())
    if len(wrong) == 1:
        ((name, reason),) = wrong.items()
        field_name = part.pointers.get(name) or name
        steps = part.pointers.get(name, pointer_step(name))
        if location.pointer is not None and steps:
            location = location.model_copy(update={"pointer": f"{location.pointer}/{steps}"})
    return Unreadable(
        claim_id=claim_id, line_number=line, of_line=kind == "line", field=field_name, reason=reason, location=location
    )


def in_column(name: str, columns: Mapping[str, str]) -> str:
    """By which name the source has a field, where that is another: for the end of a clause."""
    return f" (column {columns[name]})" if name in columns else ""


def _line_number(fields: Mapping[str, object]) -> int | None:
    try:
        number = int(quantity(fields.get("line_number"), whole_digits=6, places=0))
    except ValueError:
        return None
    return number if number >= 1 else None


def pointer_step(name: str) -> str:
    """One step of a JSON pointer."""
    return name.replace("~", "~0").replace("/", "~1")


def printable(name: str) -> str:
    """A field's name as it may be shown."""
    return "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in name[:60])
