"""A claim and its lines, as billed; and where they stood in what was read."""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema, model_validator

from cleanclaim.values import Charge, Day, Model, Units, code_text, is_text

PayerType = Literal["medicare", "medicare_advantage", "other", "unknown"]
ClaimType = Literal["professional", "institutional", "dme"]

_BLANKS_COMMAS_COLONS = str.maketrans(",:", "  ")


def _text(value: object) -> object:
    """Text; a whole number is taken for its digits (JSON writes none with a leading zero)."""
    if isinstance(value, str) and not is_text(value):
        raise ValueError("it holds characters that are no text")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if abs(value) < 10**18 else value
    return value


def _code(value: object) -> object:
    if isinstance(value, str) and value.isascii():
        return code_text(value)
    value = _text(value)
    return code_text(value) if isinstance(value, str) else value


def _optional_code(value: object) -> object:
    value = _code(value)
    return None if value == "" else value


def _optional_text(value: object) -> object:
    value = _text(value)
    return (value.strip() or None) if isinstance(value, str) else value


def _modifiers(value: object) -> object:
    if value is None:
        return ()
    if isinstance(value, str):
        value = value.translate(_BLANKS_COMMAS_COLONS).split()
    if isinstance(value, (list, tuple)):
        return tuple([code for one in value if (code := _code(one)) not in (None, "")])
    return value


def _or_default(default: str) -> BeforeValidator:
    """A code, or the default where it is null or blank."""
    return BeforeValidator(lambda value: _coded(value, default))


def _coded(value: object, default: str) -> object:
    coded = default if value is None else _code(value)
    return default if coded == "" else coded


def _word(default: str) -> BeforeValidator:
    """A word of a closed list, whatever its case, or the default where it is null or blank."""
    return BeforeValidator(lambda value: _or_lower(value, default))


def _or_lower(value: object, default: str) -> object:
    if value is None:
        return default
    return value.strip().lower() or default if isinstance(value, str) else value


Identifier = Annotated[str | None, BeforeValidator(_optional_text)]
Code = Annotated[str | None, BeforeValidator(_optional_code)]
PlaceOfService = Annotated[
    Annotated[str, StringConstraints(pattern=r"^[0-9]{2}$")] | None, BeforeValidator(_optional_code)
]
TypeOfBill = Annotated[
    Annotated[str, StringConstraints(pattern=r"^[0-9A-Z]{3}$")] | None, BeforeValidator(_optional_code)
]
UnitOfMeasure = Annotated[str, _or_default("UN"), StringConstraints(pattern=r"^[0-9A-Z]{1,3}$")]
Modifier = Annotated[str, StringConstraints(min_length=2, max_length=2)]


def _end_may_be_left_out(schema: dict[str, Any]) -> None:
    schema["required"].remove("date_of_service_end")


class ClaimLine(Model):
    """One service line of a claim."""

    model_config = ConfigDict(json_schema_extra=_end_may_be_left_out)

    line_number: Annotated[int, Field(ge=1, le=999_999)]
    """From 1, unique in the claim."""
    procedure_code: Code = None
    """HCPCS or CPT code; may be absent on an institutional line that has a revenue code."""
    code_qualifier: Annotated[str, _or_default("HC")] = "HC"
    """What kind of code it is: HC (HCPCS and CPT), HP (HIPPS), ER, IV, WK."""
    revenue_code: Annotated[
        Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")] | None, BeforeValidator(_optional_code)
    ] = None
    """Four digits, institutional claims."""
    modifiers: Annotated[
        tuple[Modifier, ...], BeforeValidator(_modifiers), Field(max_length=4),
        WithJsonSchema({"type": "array", "items": {"type": "string", "minLength": 2, "maxLength": 2}, "maxItems": 4}),
    ] = ()  # fmt: skip
    """None to four, two characters each, in the order billed."""
    units: Units | None = None
    """Units of service billed."""
    unit_of_measure: UnitOfMeasure = "UN"
    """UN for units; MJ for minutes, and others."""
    date_of_service: Day
    """The first day of service."""
    date_of_service_end: Day
    """The last day of service; the first day when not given."""
    place_of_service: PlaceOfService = None
    """Two digits; the claim's when not given."""
    rendering_provider: Identifier = None
    """An opaque id; the claim's when not given."""
    charge: Charge | None = None
    """US dollars billed."""
    ndc: Code = None
    """National drug code."""
    description: Identifier = Field(default=None, repr=False)
    """The line's free text; it is never shown and is no fact, only whether there is one."""

    @model_validator(mode="before")
    @classmethod
    def _one_day(cls, data: object) -> object:
        if isinstance(data, dict) and data.get("date_of_service_end") in (None, ""):
            return {**data, "date_of_service_end": data.get("date_of_service")}
        return data


class Claim(Model):
    """One claim as it would be sent to a payer. Raises pydantic.ValidationError for what is no claim."""

    claim_id: Annotated[str, BeforeValidator(_optional_text), StringConstraints(min_length=1)]
    """The provider's account number for it; shown in findings, and may repeat."""
    claim_type: Annotated[ClaimType, _word("professional")] = "professional"
    type_of_bill: TypeOfBill = None
    """Three characters, institutional claims."""
    payer_type: Annotated[PayerType, _word("unknown")] = "unknown"
    billing_taxonomy: Code = None
    """Provider taxonomy code of the billing provider."""
    patient_id: Identifier = Field(default=None, repr=False)
    """An opaque id; it is no fact and appears in no finding."""
    billing_provider: Identifier = None
    rendering_provider: Identifier = None
    place_of_service: PlaceOfService = None
    lines: Annotated[tuple[ClaimLine, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _line_numbers_are_unique(self) -> Self:
        if len({line.line_number for line in self.lines}) < len(self.lines):
            raise ValueError("two lines bear the same line number")
        return self


class Location(Model):
    """Where something stood in what was read; what does not apply is null."""

    file: str | None = None
    line: int | None = None
    """Line of the file, from 1."""
    interchange: int | None = None
    """Interchange of an X12 file, from 1."""
    transaction: int | None = None
    """Transaction of the interchange, from 1."""
    segment: int | None = None
    """Segment of the transaction, from 1 at its ST, as SE01 counts them."""
    element: int | None = None
    """Element of the segment, from 1."""
    byte_offset: int | None = None
    """Bytes of the file before the segment; of a compressed file, of what it holds."""
    pointer: str | None = None
    """JSON pointer within the file."""


class Unreadable(Model):
    """A claim, or a line of one, that could not be read: what, where and why."""

    claim_id: str | None
    line_number: int | None = None
    of_line: bool = False
    """Whether it stands for a line, even where its number is not known."""
    field: str
    """The field that is wrong, or `claim`, `line` or `file`; `interchange` or `transaction` of an X12 file."""
    reason: str
    """A clause for people, free of the value itself where it could name a patient."""
    location: Location


class ReadClaim(Model):
    """What a reader made of one claim: the claim as far as it could be read, and what could not."""

    claim: Claim | None
    unreadable: tuple[Unreadable, ...] = ()
    location: Location = Location()
    line_locations: dict[int, Location] = Field(default_factory=dict)
    """By line number."""
    unread_fields: frozenset[str] = frozenset()
    """Fields of the claim that could not be read, and without which its lines are checked."""
    passed_over: frozenset[str] = frozenset()
    """Names of fields that are none of a claim's, and were not taken up."""
    is_whole: bool = True
    """Whether all of its lines are known to be here; where one may be missing, no edit looks at other lines."""

    @property
    def claim_ids(self) -> frozenset[str]:
        """Its id, as far as it is known; rows of a table that could not be told apart may bear several."""
        billed = [] if self.claim is None else [self.claim.claim_id]
        return frozenset((*billed, *(one.claim_id for one in self.unreadable if one.claim_id is not None)))
