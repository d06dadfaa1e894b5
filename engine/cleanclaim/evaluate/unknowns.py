"""Which facts of a claim's lines are not known, and why: what no record, table, payer or whole claim tells."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cleanclaim.catalogue import Catalogue
from cleanclaim.claims import Claim
from cleanclaim.enrich.code import GRAFT_PRODUCTS_BY_UNIT, SKIN_SUBSTITUTES
from cleanclaim.enrich.day import SERVICES, is_limited
from cleanclaim.enrich.enriched import ZERO, EnrichedLine
from cleanclaim.enrich.lines import is_of_level_ii
from cleanclaim.enrich.tables import modifier_state
from cleanclaim.facts import CLAIM_FACTS, FROM_OTHER_LINES, FROM_RECORD, LINE_FACTS, Facts
from cleanclaim.predicate.ternary import undecided_by, words_taken
from cleanclaim.predicate.tree import Condition
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.tables import Kind

UNKNOWN = "unknown"
NOT_WHOLE = "the claim is not whole: a line of it may be missing"
NO_LEVEL_II = "the line has no code of HCPCS Level II, which the edit is about"
_LISTED = ("hcpcs_level_ii", "cpt", "cdt")
_BY_ADD_ON_STATUS = ("add_on_status", "primary_procedure", "primary_line", "primary_codes")
_DATES = ("code_added_date", "termination_date")
_LIMITS = ("mue_units", "mue_basis", "dme_item")
_MODIFIERS = ("unknown_modifier", "ended_modifier")
_OF_FIELDS: Mapping[str, tuple[str, ...]] = {
    "type_of_bill": ("bill_type", *_LIMITS), "billing_taxonomy": ("billing_taxonomy", "asc_biller"),
    "billing_provider": ("billing_provider",), "rendering_provider": ("rendering_provider",),
    "place_of_service": ("place_of_service",),
}  # fmt: skip
"""The facts that rest on a field of the claim, where they have no other value."""
_NO_VALUE = ("none", UNKNOWN, ZERO, "no")
_DECIDED = ("in_force", "not_in_release")


@dataclass(frozen=True, slots=True)
class Unknown:
    """Why a fact is not known."""

    reason: str
    is_of_another_system: bool = False
    """Whether there is nothing to be known: the fact is of the code's record, and only Level II has records."""


Unknowns = dict[str, Unknown]
"""By the name of the fact."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with the facts of its lines after evaluation, and what they were made by."""

    claim: Claim
    lines: Sequence[EnrichedLine]
    whole: bool
    unread_fields: Collection[str]
    """Fields of the claim that could not be read."""
    library: CodeLibrary
    catalogue: Catalogue


def unknown_of_claim(judged: Judged) -> Unknowns:
    """The facts of the claim as a whole that are not known."""
    found: Unknowns = {}
    for field, facts in _OF_FIELDS.items():
        if field in judged.unread_fields:
            found.update((name, _unread(field)) for name in facts if name in CLAIM_FACTS)
    if judged.claim.payer_type == UNKNOWN:
        unread = "payer_type" in judged.unread_fields
        found["payer_type"] = _unread("payer_type") if unread else Unknown("the claim does not state its payer")
    return found


def unknown_of_lines(judged: Judged) -> list[Unknowns]:
    """The facts of each line that are not known, in the order of the lines."""
    of_claim = unknown_of_claim(judged)
    found = [{**_Line(judged, one, of_claim).unknown(), **of_claim} for one in judged.lines]
    if judged.whole:
        for one, unknowns in zip(judged.lines, found, strict=True):
            unknowns.update(_of_products(judged, one))
        answers = [dict(_answers(judged, found, index)) for index in range(len(found))]
        for unknowns, own in zip(found, answers, strict=True):
            unknowns.update(own)
    else:
        rests = [name for name, kind in judged.catalogue.line_facts.items() if FROM_OTHER_LINES in kind.sources]
        for unknowns in found:
            unknowns.update(dict.fromkeys(rests, Unknown(NOT_WHOLE)))
    return found


def concerning(condition: Condition, facts: Facts, unknowns: Unknowns) -> Unknowns:
    """The unknown facts as far as a condition goes: one that asks for `unknown` itself takes it as known."""
    words = words_taken(condition)
    return {
        name: why
        for name, why in unknowns.items()
        if not ((facts.get(name) == UNKNOWN or name == "record_status") and (name, facts.get(name)) in words)
    }


class _Line:
    """One line, looked at by itself."""

    def __init__(self, judged: Judged, one: EnrichedLine, of_claim: Unknowns) -> None:
        self.judged, self.one, self.of_claim = judged, one, of_claim
        self.facts, self.line = one.facts, one.line
        self.day = one.line.date_of_service
        self.is_level_ii = self.facts["code_system"] == "hcpcs_level_ii"
        self.no_record = _no_record(one)

    def unknown(self) -> Unknowns:
        found: Unknowns = {
            name: Unknown(f"{name} is not known")
            for name, kind in LINE_FACTS.items()
            if kind.type == "word" and self.facts[name] == UNKNOWN
        }
        if self.facts["asc_biller"] == UNKNOWN:
            found["asc_biller"] = Unknown("the claim does not say what biller it is of (billing_taxonomy)")
        if self.facts["asc_listed"] == UNKNOWN:
            found["asc_listed"] = self.of_tables("asc", "the ASC payment tables", "addenda AA and BB")
        found.update(self.of_record())
        found.update(self.of_add_ons())
        found.update(self.of_limits())
        found.update(self.of_modifiers())
        for field, names in _OF_FIELDS.items():
            if field in self.judged.unread_fields:
                found.update((name, _unread(field)) for name in names if self.facts[name] in _NO_VALUE)
        return found

    def of_record(self) -> Unknowns:
        """What is not known without a code record in force."""
        if self.no_record is None:
            found = {}
        else:
            names = {name for name, kind in LINE_FACTS.items() if FROM_RECORD in kind.sources}
            names -= {"changed_in_span", *_BY_ADD_ON_STATUS}
            if self.is_level_ii:
                names -= set(_settled_by_name(self.judged, self.one))
            found = dict.fromkeys(names, self.no_record)
        if self.is_level_ii and self.facts["record_status"] not in _DECIDED:
            found["record_status"] = Unknown(_without_record(self.one))
        if self.is_level_ii and self.facts["record_status"] not in ("in_force", "later_snapshot"):
            found.update(dict.fromkeys(_DATES, Unknown(_without_record(self.one))))
        if self.facts["record_status"] == "not_in_release" and self.facts["release_lag_quarters"] != 0:
            reason = f"release {self.facts['code_set_release']} is older than the quarter of {self.day}"
            found["release_lag_quarters"] = Unknown(f"{reason}, so that its lacking the code proves nothing")
        if self.facts["changed_in_span"] == "none" and not self.one.is_of_one_day:
            if self.no_record is not None:
                found["changed_in_span"] = self.no_record
            elif self.judged.library.look_up(self.line.procedure_code or "", self.line.date_of_service_end).status != (
                "in_force"
            ):
                found["changed_in_span"] = Unknown(f"no code record is in force on {self.line.date_of_service_end}")
        return found

    def of_add_ons(self) -> Unknowns:
        """Whether the code is an add-on code at all, and so what primary procedure it has."""
        if self.facts["add_on_status"] != UNKNOWN:
            return {}
        if self.facts["code_system"] not in _LISTED:
            return dict.fromkeys(_BY_ADD_ON_STATUS, Unknown(NO_LEVEL_II, is_of_another_system=True))
        why = self.of_tables("add_on", "the add-on code table")
        if self.is_level_ii:
            why = Unknown(f"{_without_record(self.one)}; {why.reason}")
        return dict.fromkeys(_BY_ADD_ON_STATUS, why)

    def of_limits(self) -> Unknowns:
        """The medically unlikely edits."""
        if (payer := self.of_claim.get("payer_type")) is not None:
            return dict.fromkeys((*_LIMITS, "stale_mue"), payer)
        service = SERVICES[self.judged.claim.claim_type]
        own, dme = self.one.limits.get(service), self.one.limits.get("dme")
        if self.judged.claim.payer_type != "medicare" or own is None or dme is None:
            return {}
        if not own.speaks:
            names = _LIMITS if is_limited(self.judged.claim, self.one) else ("dme_item",)
            return dict.fromkeys(names, self.of_tables("mue", f"the MUE table of {service} services", part=service))
        if own.limit is not None and own.limit.units == ZERO and not dme.speaks:
            return {"dme_item": self.of_tables("mue", "the MUE table of dme services", part="dme")}
        return {}

    def of_modifiers(self) -> Iterable[tuple[str, Unknown]]:
        """Whether modifiers are known and in force."""
        modifiers = self.facts["modifiers"]
        assert isinstance(modifiers, tuple)
        for modifier in modifiers if self.facts["code_system"] != "none" else ():
            if is_of_level_ii(modifier) and modifier_state(self.judged.library, modifier, self.day) == "not_known":
                why = Unknown(f"no release in force on {self.day} tells of modifier {modifier}")
                yield from ((name, why) for name in _MODIFIERS if self.facts[name] == "none")

    def of_tables(self, kind: Kind, name: str, detail: str = "", part: str | None = None) -> Unknown:
        """That a table is not loaded, or does not speak for the date."""
        layers = [one for one in self.judged.library.layers if one.kind == kind and part in (None, one.part)]
        if self.facts["code_system"] not in _LISTED:
            return Unknown(NO_LEVEL_II, is_of_another_system=True)
        named = f"{name} ({detail})" if detail else name
        if not layers:
            return Unknown(f"not loaded: {named}")
        return Unknown(f"loaded, but not speaking of the code on {self.day}: {named}")


def _no_record(one: EnrichedLine) -> Unknown | None:
    """Why no code record is in force; None where one is."""
    if one.facts["code_system"] != "hcpcs_level_ii":
        return Unknown(NO_LEVEL_II, is_of_another_system=True)
    return None if one.facts["record_status"] == "in_force" else Unknown(_without_record(one))


def _without_record(one: EnrichedLine) -> str:
    code, day = one.line.procedure_code, one.line.date_of_service
    return {
        "no_release": f"no code record is in force: no release loaded starts on or before {day}",
        "not_loaded": f"no code record is in force: no release loaded for {day} tells of {code}",
        "later_snapshot": f"no code record is in force: only a release after {day} holds {code}",
        "not_in_release": f"no code record is in force: release {one.facts['code_set_release']} lacks {code}",
    }.get(str(one.facts["record_status"]), "no code record is in force")


def _settled_by_name(judged: Judged, one: EnrichedLine) -> Iterator[str]:
    """The facts on products that the code's name settles without its record."""
    for name, parameter in (("graft_product", GRAFT_PRODUCTS_BY_UNIT), ("skin_substitute", SKIN_SUBSTITUTES)):
        code, day = one.line.procedure_code, one.line.date_of_service
        may_be = code is not None and judged.catalogue.parameters[parameter].covers(code, day)
        if one.facts[name] == "yes" or not may_be:
            yield name


def _of_products(judged: Judged, one: EnrichedLine) -> Iterator[tuple[str, Unknown]]:
    """What is applied on a date cannot be told while a line of it may be of such a product."""
    for other in judged.lines:
        if other.line.date_of_service != one.line.date_of_service or other.facts["code_system"] != "hcpcs_level_ii":
            continue
        why = _no_record(other)
        settled = set(_settled_by_name(judged, other))
        if why is None:
            continue
        of_other = Unknown(f"line {other.line.line_number}: {why.reason}")
        if "graft_product" not in settled and one.facts["graft_product_day"] == "absent":
            yield "graft_product_day", of_other
        if "skin_substitute" not in settled and other.is_of_one_day:
            yield "applied_sq_cm_day", of_other


def _answers(judged: Judged, found: Sequence[Unknowns], index: int) -> Iterator[tuple[str, Unknown]]:
    """What edits ask about other lines and these lines do not tell."""
    own = judged.lines[index].facts
    for asked in judged.catalogue.asked:
        if own[asked.fact] == "present":
            continue
        for place, other in enumerate(judged.lines):
            if place == index or any(own[name] != other.facts[name] for name in asked.same):
                continue
            unknown = concerning(asked.where, other.facts, found[place])
            unknown = {name: why for name, why in unknown.items() if not why.is_of_another_system}
            names = undecided_by(asked.where, other.facts, judged.catalogue.parameters, unknown)
            if (name := next(names, None)) is not None:
                yield asked.fact, Unknown(f"line {other.line.line_number}: {unknown[name].reason}")
                break


def _unread(field: str) -> Unknown:
    return Unknown(f"the claim's {field} could not be read")
