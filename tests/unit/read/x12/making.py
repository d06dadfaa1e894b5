"""Claims written as 837, to be read back: an envelope, loops and segments as the guides order them, and a patient."""

import io
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from hypothesis import strategies as st

from cleanclaim.claims import Claim, Location, ReadClaim
from cleanclaim.read.source import read_stream
from cleanclaim.values import shortest

Fields = dict[str, Any]
FILE = "claims.837"
MARKER = "ZZ"
"""What all that names a patient begins with."""
_GUIDES = {"professional": "005010X222A1", "institutional": "005010X223A2"}
_INDICATORS = {"medicare": "MB", "medicare_advantage": "16", "other": "CI", "unknown": "ZZ"}
_DAYS = ("date_of_service", "date_of_service_end")
_PATIENT = (
    "N3*ZZ1 MAIN STREET", "N4*ZZTOWN*PA*ZZ17111", "DMG*D8*ZZ440506*F", "REF*SY*ZZ123456789",
    "PER*IC*ZZCONTACT*TE*ZZ555",
)  # fmt: skip


def header(control: int = 1) -> str:
    """A header of an interchange."""
    fields = (
        "ISA", "00", " " * 10, "00", " " * 10, "ZZ", "SENDER".ljust(15), "ZZ", "RECEIVER".ljust(15), "260115", "1200",
        "^", "00501", f"{control:09}", "0", "P", ":",
    )  # fmt: skip
    return "*".join(fields)


def claim_segments(claim: Fields, number: int, *, with_patient: bool = False) -> list[str]:
    """The loops of one claim; `number` is the HL01 of its billing provider's."""
    is_institutional = claim.get("claim_type") == "institutional"
    segments = [f"HL*{number}**20*1"]
    if "billing_taxonomy" in claim:
        segments.append(f"PRV*BI*PXC*{claim['billing_taxonomy']}")
    segments += [
        f"NM1*85*2*CLINIC*****XX*{claim.get('billing_provider', '')}".rstrip("*"),
        "N3*1 ROAD",
        "N4*A*PA*17111",
    ]
    segments += [f"HL*{number + 1}*{number}*22*{int(with_patient)}"]
    segments += [f"SBR*P*18*******{_INDICATORS[claim.get('payer_type', 'unknown')]}"]
    segments += ["NM1*IL*1*ZZNAME*ZZFIRST****MI*ZZMEMBER", *_PATIENT, "NM1*PR*2*PAYER*****PI*12345"]
    if with_patient:
        segments += [f"HL*{number + 2}*{number + 1}*23*0", "PAT*19", "NM1*QC*1*ZZCHILD*ZZFIRST", *_PATIENT[:3]]
    total = sum(int(line.get("charge", 0) * 100) for line in claim["lines"])
    facility = claim.get("place_of_service", "")
    composite = f"{facility}:B:1"
    if is_institutional:
        composite = f"{claim['type_of_bill'][:2]}:A:{claim['type_of_bill'][2]}"
    segments.append(f"CLM*{claim['claim_id']}*{total / 100:.2f}***{composite}*Y*A*Y*Y")
    if is_institutional:
        segments += ["DTP*434*RD8*20260101-20260131", "DTP*435*DT*202601010830", "CL1*1*1*01"]
    segments += ["REF*D9*ZZ998877", "HI*ABK:L97509*ABF:E11621"]
    if "rendering_provider" in claim:
        segments += [f"NM1*82*1*ZZDOCTOR*ZZFIRST****XX*{claim['rendering_provider']}", "PRV*PE*PXC*207Q00000X"]
    segments += ["SBR*S*18*******MB", "OI***Y***Y", "NM1*IL*1*ZZOTHER*ZZFIRST****MI*ZZ5544", "NM1*PR*2*OTHER*****PI*99"]
    segments += ["NM1*82*1", "REF*G2*999"]
    for line in claim["lines"]:
        segments += line_segments(line, is_institutional)
    return segments


def line_segments(line: Fields, is_institutional: bool = False) -> list[str]:
    """The loop of one service line."""
    parts = [line.get("code_qualifier", "HC"), line.get("procedure_code", ""), *line.get("modifiers", ())]
    if "description" in line:
        parts += [""] * (6 - len(parts)) + [line["description"]]
    code = ":".join(parts) if "procedure_code" in line else ""
    charge = shortest(str(line["charge"])) if "charge" in line else ""
    units = str(line["units"]) if "units" in line else ""
    unit = line.get("unit_of_measure", "UN") if "units" in line else ""
    if is_institutional:
        service = f"SV2*{line.get('revenue_code', '')}*{code}*{charge}*{unit}*{units}"
    else:
        service = f"SV1*{code}*{charge}*{unit}*{units}*{line.get('place_of_service', '')}**1"
    first, last = (line.get(name, line["date_of_service"]).replace("-", "") for name in _DAYS)
    when = f"D8*{first}" if first == last else f"RD8*{first}-{last}"
    segments = [f"LX*{line['line_number']}", service, f"DTP*472*{when}"]
    segments.append(f"REF*6R*ZZ{line['line_number']}")
    if "ndc" in line:
        segments += [f"LIN**N4*{line['ndc']}", "CTP****1*UN"]
    if "rendering_provider" in line:
        segments += [f"NM1*82*1*ZZDOCTOR*ZZFIRST****XX*{line['rendering_provider']}"]
    return segments


def transaction_segments(claims: Sequence[Fields], number: int = 1, *, with_patient: bool = False) -> list[str]:
    """A transaction of claims of one type, from ST to SE."""
    guide = _GUIDES[claims[0].get("claim_type", "professional")]
    segments = [f"ST*837*{number:04}*{guide}", "BHT*0019*00*1*20260115*1200*CH", "NM1*41*2*SENDER*****46*1"]
    segments += ["PER*IC*ZZCONTACT*TE*ZZ555", "NM1*40*2*RECEIVER*****46*2"]
    for place, claim in enumerate(claims):
        segments += claim_segments(claim, 3 * place + 1, with_patient=with_patient)
    return [*segments, f"SE*{len(segments) + 1}*{number:04}"]


def interchange_segments(
    claims: Sequence[Fields], *, control: int = 1, each: int = 2, with_patient: bool = False
) -> list[str]:
    """An interchange, a transaction for some claims each; all separators are those of `header`."""
    transactions: list[list[str]] = []
    for _, of_type in groupby(claims, key=lambda one: one.get("claim_type", "professional")):
        alike = list(of_type)
        for start in range(0, len(alike), each):
            some = alike[start : start + each]
            transactions.append(transaction_segments(some, len(transactions) + 1, with_patient=with_patient))
    group = "GS*HC*S*R*20260115*1200*1*X*005010X222A1"
    body = [segment for one in transactions for segment in one]
    return [header(control), group, *body, f"GE*{len(transactions)}*1", f"IEA*1*{control:09}"]


def written(segments: Sequence[str], delimiters: str = "*:~", ending: str = "\n") -> bytes:
    """Segments as bytes, their parts separated by these characters."""
    table = str.maketrans("*:", delimiters[:2])
    return "".join(one.translate(table) + delimiters[2] + ending for one in segments).encode()


def x12(claims: Sequence[Fields], **options: Any) -> bytes:
    """Claims as one interchange."""
    return written(interchange_segments(claims, **options))


def as_read(claim: Fields) -> Claim:
    """What must be read of a claim: its descriptions are told apart, and not told."""
    texts: dict[str, str] = {}
    lines = [
        {**line, **({"description": texts.setdefault(line["description"], str(len(texts) + 1))}
                    if "description" in line else {})}
        for line in claim["lines"]
    ]  # fmt: skip
    return Claim.model_validate({**claim, "lines": lines})


def read(content: bytes | Sequence[str]) -> list[ReadClaim]:
    """What the reader makes of bytes or segments; whatever they are, each thing read is a claim or says why not."""
    content = content if isinstance(content, bytes) else written(content)
    found = list(read_stream(io.BytesIO(content), FILE))
    for one in found:
        assert one.claim is not None or one.unreadable
        for wrong in one.unreadable:
            assert wrong.reason
            assert wrong.location.file == FILE
            assert 0 <= (wrong.location.byte_offset or 0) <= len(content)
    return found


def wrongs(found: Sequence[ReadClaim]) -> list[tuple[str | None, int | None, str, int | None, int | None]]:
    """Of all that could not be read: claim, line, field, segment and element."""
    return [
        (one.claim_id, one.line_number, one.field, one.location.segment, one.location.element)
        for read_claim in found
        for one in read_claim.unreadable
    ]


def segment_at(content: bytes, location: Location) -> bytes:
    """The segment that stands at a location."""
    assert location.byte_offset is not None
    return content[location.byte_offset :].partition(b"~")[0]


_ids = st.text("ABCDEFGH0123456789-", min_size=1, max_size=8)
_numbers = st.from_regex(r"[0-9]{10}", fullmatch=True)
_days = st.dates(date(2025, 6, 1), date(2026, 6, 30)).map(str)
_charges = st.integers(0, 10_000_000).map(lambda cents: f"{cents / 100:.2f}").map(float)
_units = st.one_of(st.integers(0, 200), st.integers(0, 9_999_999).map(lambda thousandths: thousandths / 1000))
_OF_LINE = {
    "modifiers": st.lists(st.sampled_from(("JW", "JZ", "59", "25", "GY")), min_size=1, max_size=4),
    "units": _units, "unit_of_measure": st.sampled_from(("UN", "MJ")), "charge": _charges,
    "code_qualifier": st.sampled_from(("HC", "HP", "ER", "IV", "WK")), "date_of_service_end": _days,
    "rendering_provider": _numbers, "ndc": st.from_regex(r"[0-9]{11}", fullmatch=True),
    "description": st.sampled_from(("ZZGRAFT A", "ZZGRAFT B")),
}  # fmt: skip
_OF_CLAIM = {
    "payer_type": st.sampled_from(("medicare", "medicare_advantage", "other", "unknown")),
    "billing_taxonomy": st.just("261QA1903X"), "rendering_provider": _numbers,
}  # fmt: skip
_codes = st.sampled_from(("15271", "15272", "Q4257", "Q4390", "99213", "A4100", "J0120"))


@st.composite
def claims(draw: st.DrawFn, most: int = 4) -> list[Fields]:
    """Claims of both types, with ids of their own, as an 837 can tell them."""
    made = []
    for claim_id in draw(st.lists(_ids, min_size=1, max_size=most, unique=True)):
        claim = {"claim_id": claim_id, "billing_provider": draw(_numbers)}
        claim |= draw(st.fixed_dictionaries({}, optional=_OF_CLAIM))
        needed = {"date_of_service": _days, "procedure_code": _codes}
        if draw(st.booleans()):
            claim |= {"claim_type": "institutional", "type_of_bill": draw(st.sampled_from(("131", "117", "85A")))}
            needed["revenue_code"] = st.sampled_from(("0510", "0636"))
            optional = _OF_LINE
        else:
            claim |= {"claim_type": "professional", "place_of_service": draw(st.sampled_from(("11", "22", "24")))}
            optional = {**_OF_LINE, "place_of_service": st.sampled_from(("12", "19"))}
        lines = draw(st.lists(st.fixed_dictionaries(needed, optional=optional), min_size=1, max_size=4))
        for line in lines:
            if "units" not in line:
                line.pop("unit_of_measure", None)
        made.append({**claim, "lines": [{"line_number": number, **line} for number, line in enumerate(lines, 1)]})
    return made
