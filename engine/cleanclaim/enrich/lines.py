"""The facts of each line of a claim: as billed, of its code on its dates, and of the claim as a whole."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from cleanclaim.claims import Claim, ClaimLine
from cleanclaim.codes import quarter_number
from cleanclaim.edits import Parameter
from cleanclaim.enrich.code import CodeFacts, change_between, code_facts, code_system, successors_over
from cleanclaim.enrich.day import WITHOUT_OTHER_LINES, add_day_facts
from cleanclaim.enrich.enriched import EnrichedLine
from cleanclaim.enrich.other_lines import OtherLines
from cleanclaim.enrich.tables import ModifierState, days_of_change, days_of_modifier, modifier_state
from cleanclaim.facts import CodeSystem, Facts
from cleanclaim.releases.library import CodeLibrary

_ZERO = Decimal(0)
AMBULATORY_SURGICAL_CENTER = "261QA1903X"
FACILITY_SERVICE = "SG"
_CODES_REMEMBERED = 32_768
_WITHOUT_OTHER_LINES: Facts = {
    **WITHOUT_OTHER_LINES, "unknown_modifier": "none", "ended_modifier": "none", "primary_procedure": "not_required",
    "primary_line": 0,
}  # fmt: skip


class Enricher:
    """Makes facts of claims, by one library and one catalogue's parameters; remembers codes it has met."""

    def __init__(
        self, library: CodeLibrary, parameters: Mapping[str, Parameter], other_lines: Iterable[OtherLines] = ()
    ) -> None:
        """`other_lines` are what edits ask about the other lines of a claim."""
        self.library, self._parameters = library, parameters
        self._changes = sorted({*library.changes(), *(day for one in parameters.values() for day in one.changes())})
        self._remembered: dict[tuple[str | None, CodeSystem, int, int, int], CodeFacts] = {}
        self._days_of_change: dict[str, list[date]] = {}
        self._modifiers: dict[tuple[str, date], ModifierState] = {}
        self._other_lines = tuple(other_lines)
        self._without_other_lines = {**_WITHOUT_OTHER_LINES, **{one.fact: "absent" for one in self._other_lines}}

    def code_facts(self, code: str | None, system: CodeSystem, day: date) -> CodeFacts:
        """The facts of a code on a day: the same between two changes of quarter, library and parameters."""
        own = self._own_changes(code)
        epoch = bisect_right(self._changes, day)
        key = (code, system, quarter_number(day), epoch, bisect_right(own, day) if own else 0)
        known = self._remembered.get(key)
        if known is None:
            if len(self._remembered) >= _CODES_REMEMBERED:
                self._remembered.clear()
                self._days_of_change.clear()
            known = self._remembered[key] = code_facts(code, system, day, self.library, self._parameters)
        return known

    def changes(self, codes: Iterable[str | None]) -> set[date]:
        """The days, those on which quarters begin aside, on which the facts of some of these codes may change."""
        codes = list(codes)
        self.library.remember(code for code in codes if code is not None)
        return {*self._changes, *(day for code in codes for day in self._own_changes(code))}

    def changes_of_modifiers(self, modifiers: Iterable[str]) -> set[date]:
        """The days on which the state of some of these modifiers may change."""
        return {*self.library.changes(), *(day for one in modifiers for day in days_of_modifier(self.library, one))}

    def _own_changes(self, code: str | None) -> list[date]:
        """The days within quarters on which a table begins to say something else of a code."""
        own = self._days_of_change.get(code or "")
        if own is None:
            own = self._days_of_change[code or ""] = days_of_change(self.library, code or "")
        return own

    def claim_facts(self, claim: Claim) -> Facts:
        """The facts of a claim as a whole."""
        return {
            "claim_type": claim.claim_type,
            "payer_type": claim.payer_type,
            "bill_type": claim.type_of_bill[:2] if claim.type_of_bill else "none",
            "billing_taxonomy": claim.billing_taxonomy or "none",
            "billing_provider": claim.billing_provider or "none",
        }

    def lines(self, claim: Claim) -> list[EnrichedLine]:
        """The claim's lines with their facts, in the claim's order."""
        of_claim = self.claim_facts(claim)
        lines = [self._line(claim, line, of_claim) for line in claim.lines]
        add_day_facts(claim, lines)
        for asked in self._other_lines:
            asked.add(lines)
        return lines

    def _line(self, claim: Claim, line: ClaimLine, of_claim: Facts) -> EnrichedLine:
        system = code_system(line.procedure_code, line.code_qualifier, line.revenue_code)
        of_code = self.code_facts(line.procedure_code, system, line.date_of_service)
        at_the_end = of_code
        if line.date_of_service_end != line.date_of_service:
            at_the_end = self.code_facts(line.procedure_code, system, line.date_of_service_end)
        modifiers = line.modifiers[1:] if of_code.is_ambulance else line.modifiers
        provider = line.rendering_provider or claim.rendering_provider
        facts = self._without_other_lines.copy()
        facts.update(of_code.facts)
        facts.update(of_claim)
        facts.update(
            {
                "line_number": line.line_number,
                "procedure_code": line.procedure_code or "none",
                "code_qualifier": line.code_qualifier,
                "revenue_code": line.revenue_code or "none",
                "modifiers": modifiers,
                "units": _ZERO if line.units is None else line.units,
                "units_stated": "no" if line.units is None else "yes",
                "unit_of_measure": line.unit_of_measure,
                "date_of_service": line.date_of_service,
                "date_of_service_end": line.date_of_service_end,
                "place_of_service": line.place_of_service or claim.place_of_service or "none",
                "rendering_provider": provider or "none",
                "charge": _ZERO if line.charge is None else line.charge,
                "ndc": line.ndc or "none",
                "described": "yes" if line.description else "no",
                "changed_in_span": change_between(of_code, at_the_end),
                "successors": successors_over(of_code, at_the_end),
                "asc_biller": _asc_biller(claim.billing_taxonomy, modifiers),
            }
        )
        if modifiers and line.procedure_code:
            self.add_modifier_facts(facts, modifiers, line.date_of_service)
        return EnrichedLine(line, provider, facts, of_code.primaries, of_code.limits)

    def add_modifier_facts(self, facts: Facts, modifiers: Iterable[str], day: date) -> None:
        """The first modifier of Level II that is unknown, and the first whose record excludes the day."""
        for modifier in modifiers:
            if not is_of_level_ii(modifier):
                continue
            key = (modifier, day)
            state = self._modifiers.get(key)
            if state is None:
                if len(self._modifiers) >= _CODES_REMEMBERED:
                    self._modifiers.clear()
                state = self._modifiers[key] = modifier_state(self.library, modifier, day)
            if facts.get(state) == "none":
                facts[state] = modifier


def is_of_level_ii(modifier: str) -> bool:
    """Whether a modifier is one of Level II: it begins with a letter. Those that begin with a digit are CPT's."""
    return "A" <= modifier[:1] <= "Z"


def _asc_biller(taxonomy: str | None, modifiers: tuple[str, ...]) -> str:
    if taxonomy == AMBULATORY_SURGICAL_CENTER or FACILITY_SERVICE in modifiers:
        return "yes"
    return "no" if taxonomy else "unknown"
