"""Small tables of what the input holds: its days, codes, modifiers and settings, each looked up once in Python."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from cleanclaim.claims import Claim, ClaimLine, PayerType
from cleanclaim.codes import quarter_number
from cleanclaim.enrich.code import CODE_FACTS, CodeFacts, change_between, code_system, shown_code
from cleanclaim.enrich.day import BILLED_AS_NON_COVERED, OUTPATIENT_BILLS, SERVICES
from cleanclaim.enrich.enriched import ZERO
from cleanclaim.enrich.lines import Enricher, is_of_level_ii
from cleanclaim.facts import LINE_FACTS, CodeSystem
from cleanclaim.predicate.tree import MIRRORED, Comparison, Constant, Fact, Leaf, Term
from cleanclaim.relational.conditions import Bits, Conditions
from cleanclaim.relational.connection import Database
from cleanclaim.tables import MueService
from cleanclaim.template import shortest_text
from cleanclaim.values import Model, iso_day

SETTING = ("claim_type", "payer_type", "type_of_bill", "billing_taxonomy", "place_of_service", "unit_of_measure")
"""Columns of the input whose values together are one setting."""
CODE = ("procedure_code", "code_qualifier", "revenue_code")
_TOLD_BY_CODE = (*CODE_FACTS, "changed_in_span", *CODE)
_TOLD_BY_SETTING = (*(name for name in SETTING if name != "type_of_bill"), "bill_type")
_TOLD_BY_MODIFIERS = ("modifiers", "unknown_modifier", "ended_modifier")
TOLD_BY_TABLES = (*_TOLD_BY_CODE, *_TOLD_BY_SETTING, *_TOLD_BY_MODIFIERS, "date_of_service")
"""The facts that code, setting or modifiers tell; days within one epoch nearly so."""
OF_CLAIM = ("claim_type", "payer_type", "type_of_bill", "billing_taxonomy")

_SERVICES = tuple(SERVICES)
_KINDS = ((False, False), (False, True), (True, True))
"""Of a line: whether its first modifier is an ambulance's, and whether it bears a code."""
_SQL_TYPES = {"word": "varchar", "count": "integer", "quantity": "decimal(38, 3)", "date": "date"}
_BY_LINE = 1
FIRST_FROM, FIRST_TO, LAST_FROM, LAST_TO = "first_from", "first_to", "last_from", "last_to"
"""Of a code in an epoch, the days within which lines begin, and those within which they end."""


class _NoValue:
    """Stands for what is no value of a field."""


NO_VALUE = _NoValue()


@cache
def _adapter(model: type[Model], name: str) -> TypeAdapter[Any]:
    field = model.model_fields[name]
    return TypeAdapter(Annotated[(field.annotation, *field.metadata)])


def field_value(model: type[Model], name: str, text: str | None) -> Any:
    """The value of a claim's or line's field that a text stands for, as a reader would take it; else NO_VALUE."""
    if text is None or not text.strip():
        return model.model_fields[name].default
    try:
        return _adapter(model, name).validate_python(text)
    except ValidationError:
        return NO_VALUE


@dataclass(frozen=True, slots=True)
class _Epochs:
    """Days parted at those on which something may change: within one part, and one quarter, all is the same."""

    changes: Sequence[date]

    def of(self, day: date) -> int:
        """The number of the day's epoch."""
        return bisect_right(self.changes, day) * 100_000 + quarter_number(day)


@dataclass
class Dimensions:
    """Makes the tables `day`, `setting`, `code`, `modifier` and `primary_code` of an input's view `billed`.

    A setting, a code and modifiers each have bits `may_N`: the line rules that can fire on a line that bears them.
    """

    database: Database
    conditions: Conditions
    of_lines: Bits
    enricher: Enricher
    payer_type: PayerType
    given: Collection[str] = ()

    def make(self, given: Collection[str]) -> None:
        """Make the tables; `given` are the raw columns that the input has. Raises DatabaseFailed."""
        self.given = given
        self._distinct()
        self._settings()
        triples = self._triples()
        days = self._days(sorted({code for code, _, _ in triples.values() if isinstance(code, str)}))
        self.database.run(
            f"create or replace temp table code_value as select *, id * {days.code_key(1, 0, 0, 0)} as part from code_value"
        )
        self._codes(triples, days)
        self._modifiers(days)

    def _distinct(self) -> None:
        """The distinct values of the input, of all columns in one go."""
        groups = ((*SETTING,), CODE, ("modifiers",), ("first_day",), ("last_day",))
        columns = list(dict.fromkeys(name for group in groups for name in group))
        sets = ", ".join(f"({', '.join(group)})" for group in groups)
        marks = "".join(f", grouping({group[0]}) = 0 as of_{place}" for place, group in enumerate(groups))
        self.database.run(
            f"create or replace temp table seen as select {', '.join(columns)}{marks}, count(*) as lines from billed "
            f"group by grouping sets ({sets})"
        )
        for table, place, group in (
            ("raw_setting", 0, SETTING),
            ("raw_code", 1, CODE),
            ("raw_modifiers", 2, ("modifiers",)),
        ):
            self.database.run(
                f"create or replace temp table {table} as select row_number() over () as id, {', '.join(group)}, lines "
                f"from seen where of_{place}"
            )
        self.database.run(
            "create or replace temp table raw_day as select row_number() over () as id, raw from "
            "(select first_day as raw from seen where of_3 union select last_day from seen where of_4) "
            "where raw is not null"
        )

    def _settings(self) -> None:
        rows = self.database.rows(f"select id, {', '.join(SETTING)} from raw_setting")
        columns = dict.fromkeys(SETTING, "varchar") | {
            "bill_type": "varchar",
            "has_limits": "varchar",
            "service": "bigint",
        }
        made = []
        for number, *texts in rows:
            of_claim = {
                name: field_value(Claim if name in OF_CLAIM else ClaimLine, name, _text(text))
                for name, text in zip(SETTING, texts, strict=True)
            }
            taxonomy = _text(texts[SETTING.index("billing_taxonomy")]) or ""
            if any(value is NO_VALUE for value in of_claim.values()) or taxonomy.strip() != taxonomy.strip(" \t\r\n"):
                continue
            if of_claim["payer_type"] == "unknown":
                of_claim["payer_type"] = self.payer_type
            bill = of_claim["type_of_bill"][:2] if of_claim["type_of_bill"] else "none"
            has_limits = of_claim["payer_type"] == "medicare" and (
                of_claim["claim_type"] != "institutional" or bill in OUTPATIENT_BILLS
            )
            words = (value or "none" for value in of_claim.values())
            service = _SERVICES.index(of_claim["claim_type"])
            made.append((number, *words, bill, "yes" if has_limits else "no", service))
        self._joined("setting", "raw_setting", SETTING, columns, made)
        self._note_rules("setting", _TOLD_BY_SETTING, _implied_of_setting)

    def _note_rules(self, table: str, facts: Collection[str], implied: Callable[[Leaf], Leaf | None]) -> None:
        """Add the bits of the line rules that can fire, the table's facts being what they are."""
        possible = {
            place: self.conditions.possible_of(rule, facts, implied) for place, rule in enumerate(self.of_lines.rules)
        }
        bits = self.of_lines.made_of({place: one for place, one in possible.items() if one is not None}, "may")
        self.database.run(f"create or replace temp table {table} as select *, {bits} from {table}")

    def _joined(
        self, table: str, raw: str, keys: Sequence[str], columns: Mapping[str, str], rows: Sequence[Sequence[object]]
    ) -> None:
        """A table of the raw values (`raw_NAME`) and of what they stand for; values that are none are left out."""
        self.database.load(f"{table}_of_raw", {"id": "bigint", **columns}, rows)
        raws = ", ".join(f"raw.{name} as raw_{name}" for name in keys)
        lines = "" if table == "day" else ", raw.lines"
        number = f", (row_number() over ())::integer as {table}_number" if table == "modifier" else ""
        self.database.run(
            f"create or replace temp table {table} as select {raws}, made.*{number}{lines} from {raw} raw "
            f"join {table}_of_raw made using (id)"
        )

    def _triples(self) -> dict[int, tuple[str | None, CodeSystem, str]]:
        """By the number of the raw values: the code, its system, its qualifier; and the table `raw_code_value`."""
        found: dict[int, tuple[str | None, CodeSystem, str]] = {}
        rows = []
        for number, *texts in self.database.rows(f"select id, {', '.join(CODE)} from raw_code"):
            code, qualifier, revenue = (
                field_value(ClaimLine, name, _text(text)) for name, text in zip(CODE, texts, strict=True)
            )
            if NO_VALUE in (code, qualifier, revenue) or _has_hidden_blanks(_text(texts[0])):
                continue
            system = code_system(code, qualifier, revenue)
            found[int(str(number))] = (code, system, qualifier)
            rows.append((number, code or "none", code is not None, qualifier, revenue or "none"))
        columns = {
            "procedure_code": "varchar",
            "has_code": "boolean",
            "code_qualifier": "varchar",
            "revenue_code": "varchar",
        }
        self._joined("code_value", "raw_code", CODE, columns, rows)
        return found

    def _days(self, codes: Sequence[str]) -> "_Days":
        """The table `day`: each day of the input, its epochs for codes and for modifiers."""
        raw = self.database.rows("select id, cast(raw as varchar) from raw_day")
        days = {int(str(number)): day for number, text in raw if (day := _day(str(text))) is not None}
        modifiers = {
            modifier
            for (text,) in self.database.rows("select modifiers from raw_modifiers")
            if (value := field_value(ClaimLine, "modifiers", _text(text))) is not NO_VALUE
            for modifier in value
            if is_of_level_ii(modifier)
        }
        epochs = (
            _Epochs(sorted(self.enricher.changes(codes))),
            _Epochs(sorted(self.enricher.changes_of_modifiers(modifiers))),
        )
        numbers: tuple[dict[int, int], ...] = ({}, {})
        rows = [
            (number, day, *(own.setdefault(one.of(day), len(own)) for one, own in zip(epochs, numbers, strict=True)))
            for number, day in days.items()
        ]
        spans: dict[int, tuple[date, date]] = {}
        for _, day, epoch, _ in rows:
            first, last = spans.get(epoch, (day, day))
            spans[epoch] = (min(first, day), max(last, day))
        of_codes, of_modifiers = {epoch: day for _, day, epoch, _ in rows}, {epoch: day for _, day, _, epoch in rows}
        found = _Days(of_codes, of_modifiers, spans)
        columns = {"day": "date", "epoch": "bigint", "modifier_epoch": "bigint"}
        columns |= dict.fromkeys(("first_part", "last_part", "modifier_part"), "bigint")
        parted = [
            (*row, found.code_key(0, row[2], 0, 0), found.code_key(0, 0, row[2], 0), found.modifier_key(0, row[3], 0))
            for row in rows
        ]
        self._joined("day", "raw_day", ("raw",), columns, parted)
        return found

    def _codes(self, triples: Mapping[int, tuple[str | None, CodeSystem, str]], days: "_Days") -> None:
        """The tables `code`, by raw values and epochs, and `primary_code`."""
        self.database.run(
            "create or replace temp table met as select grouping(b.modifiers) = 0 as is_of_modifiers, v.id as code_id, "
            "d.epoch, e.epoch as last_epoch, b.claim_type, b.modifiers, d.modifier_epoch, count(*) as lines "
            "from billed b left join code_value v on "
            f"{same_raw('v', 'b', CODE, self.given)} join day d on d.raw_raw = b.first_day "
            "join day e on e.raw_raw = coalesce(b.last_day, b.first_day) "
            "group by grouping sets ((v.id, d.epoch, e.epoch, b.claim_type), (b.modifiers, d.modifier_epoch))"
        )
        met = self.database.rows(
            "select code_id, epoch, last_epoch, claim_type, lines from met where not is_of_modifiers and code_id is not null "
            "order by code_id, epoch"
        )
        known: dict[int, tuple[int, CodeFacts]] = {}
        primaries: dict[frozenset[str], int] = {}
        rows = []
        counts: dict[tuple[int, int, int, str], int] = {}
        for *numbers, raw_claim_type, lines in met:
            claim_type = field_value(Claim, "claim_type", _text(raw_claim_type))
            if claim_type is not NO_VALUE:
                one, two, three = (int(str(number)) for number in numbers)
                counts[one, two, three, claim_type] = counts.get((one, two, three, claim_type), 0) + int(str(lines))
        for (number, epoch, last_epoch, claim_type), lines in counts.items():
            code, system, _ = triples[number]
            first = self.enricher.code_facts(code, system, days.of_codes[epoch])
            last = first if epoch == last_epoch else self.enricher.code_facts(code, system, days.of_codes[last_epoch])
            place, _ = known.setdefault(id(first), (len(known), first))
            changed = "none" if last is first else change_between(first, last)
            shown = shown_code(code or "none", system)
            of_last = (changed, last.facts["successors"])
            limit = _limit(first, SERVICES[claim_type])
            of_days = (*days.spans[epoch], *days.spans[last_epoch])
            key = days.code_key(number, epoch, last_epoch, _SERVICES.index(claim_type))
            rows.append((number, key, epoch, lines, place, *of_last, shown, *limit, *of_days))
        self.database.load(
            "code_met",
            {
                "id": "bigint", "key": "bigint", "epoch": "bigint", "lines": "bigint", "facts": "integer",
                "changed_in_span": "varchar", "successors": "varchar", "shown_code": "varchar",
                "unit_limit": "varchar", "limit_units": "decimal(38, 3)", "limit_quarter": "varchar",
                **dict.fromkeys((FIRST_FROM, FIRST_TO, LAST_FROM, LAST_TO), "date"),
            },
            rows,
        )  # fmt: skip
        names = [name for name in CODE_FACTS if name not in ("successors", "changed_in_span")]
        columns = {"facts": "integer"} | {name: _SQL_TYPES[LINE_FACTS[name].type] for name in names}
        columns |= {"is_ambulance": "boolean", "primaries": "integer", "primaries_are_open": "boolean"}
        of_code = []
        for place, one in known.values():
            number = primaries.setdefault(one.primaries.codes, len(primaries))
            of_code.append(
                (place, *(one.facts[name] for name in names), one.is_ambulance, number, one.primaries.is_open)
            )
        self.database.load("code_fact", columns, of_code)
        self._lists(days)
        listed = "".join(f", coalesce(l.{column}, false) as {column}" for column in self.conditions.lists.values())
        self.database.run(
            "create or replace temp table code as select v.* exclude (lines, part), m.* exclude (id, facts), "
            f"f.* exclude (facts){listed}, (row_number() over ())::integer as code_number, "
            "case when f.is_ambulance then 2 when v.has_code then 1 else 0 end as kind "
            "from code_met m join code_value v using (id) join code_fact f using (facts) "
            "left join listed_code l on l.id = m.id and l.epoch = m.epoch"
        )
        self._note_rules("code", _TOLD_BY_CODE, _implied_of_code)
        pairs = [(number, code) for codes, number in primaries.items() for code in sorted(codes)]
        self.database.load("primary_code", {"primaries": "integer", "procedure_code": "varchar"}, pairs)

    def _lists(self, days: "_Days") -> None:
        """The table `listed_code`: which list parameters hold a code in an epoch."""
        lists = self.conditions.lists
        parameters = self.conditions.catalogue.parameters
        rows = []
        for number, epoch, code in self.database.rows(
            "select distinct m.id, m.epoch, v.procedure_code from code_met m join code_value v using (id)"
        ):
            day = days.of_codes[int(str(epoch))]
            answers = [parameters[name].covers(str(code), day) for name in lists]
            if True in answers:
                rows.append((number, epoch, *answers))
        columns = {"id": "bigint", "epoch": "bigint", **dict.fromkeys(lists.values(), "boolean")}
        self.database.load("listed_code", columns, rows)

    def _modifiers(self, days: "_Days") -> None:
        """The table `modifier`, by raw value, epoch and whether the line is of an ambulance."""
        bit_columns = sorted({column for column, _ in self.conditions.modifiers.values()}) or ["modifier_bits_0"]
        columns = {
            "key": "bigint", "modifiers": "varchar", "billed_set": "varchar", "is_without_limits": "varchar",
            "unknown_modifier": "varchar", "ended_modifier": "varchar", **dict.fromkeys(bit_columns, "bigint"),
        }  # fmt: skip
        rows = []
        for number, text, epoch in self.database.rows(
            "select r.id, r.modifiers, m.modifier_epoch from met m join raw_modifiers r "
            "on r.modifiers is not distinct from m.modifiers where m.is_of_modifiers"
        ):
            billed = field_value(ClaimLine, "modifiers", _text(text))
            if billed is NO_VALUE:
                continue
            for kind, (is_of_ambulance, has_code) in enumerate(_KINDS):
                modifiers = billed[1:] if is_of_ambulance else billed
                facts = {"unknown_modifier": "none", "ended_modifier": "none"}
                if has_code:
                    self.enricher.add_modifier_facts(facts, modifiers, days.of_modifiers[int(str(epoch))])
                bits = dict.fromkeys(bit_columns, 0)
                for modifier in modifiers:
                    if modifier in self.conditions.modifiers:
                        column, bit = self.conditions.modifiers[modifier]
                        bits[column] |= 1 << bit
                key = days.modifier_key(int(str(number)), int(str(epoch)), kind)
                rows.append(
                    (number, key, shortest_text(modifiers), " ".join(sorted(set(billed))),
                     "no" if BILLED_AS_NON_COVERED.isdisjoint(modifiers) else "yes", *facts.values(),
                     *bits.values())
                )  # fmt: skip
        self._joined("modifier", "raw_modifiers", ("modifiers",), columns, rows)
        self.database.run(
            "create or replace temp table modifier_text as select modifiers as raw_modifiers, "
            f"id * {days.modifier_key(1, 0, 0)} as part from raw_modifiers"
        )
        self._note_rules("modifier", _TOLD_BY_MODIFIERS, _implied_of_modifiers)


@dataclass(frozen=True, slots=True)
class _Days:
    """For each epoch a day of it."""

    of_codes: Mapping[int, date]
    of_modifiers: Mapping[int, date]
    spans: Mapping[int, tuple[date, date]]
    """For each epoch of codes the first and last day of it that the input holds."""

    def code_key(self, code: int, epoch: int, last_epoch: int, service: int) -> int:
        """One number for the raw values of a code, the epochs of a line's days and the kind of claim: a sum of parts."""
        return ((code * len(self.of_codes) + epoch) * len(self.of_codes) + last_epoch) * len(_SERVICES) + service

    def modifier_key(self, modifiers: int, epoch: int, kind: int) -> int:
        """One number for the raw values of modifiers, the epoch of a line's day and the kind of line."""
        return (modifiers * len(self.of_modifiers) + epoch) * len(_KINDS) + kind


def _implied_of_code(leaf: Leaf) -> Leaf | None:
    """What a comparison with facts of the line says of its code: limits of units, and days of one epoch."""
    match leaf:
        case Comparison("=", Fact("mue_basis"), Constant("line" | "day")):
            return Comparison("=", Fact("unit_limit", "word"), leaf.right)
        case Comparison("=", Fact("dme_item"), Constant("yes")):
            return Comparison("=", Fact("unit_limit", "word"), Constant("dme_item", "word"))
        case Comparison("=", Fact("stale_mue"), Constant("exceeds" | "within")):
            return Comparison("<>", Fact("limit_quarter", "word"), Constant("none", "word"))
        case Comparison(operator, Fact("date_of_service" | "date_of_service_end" as name), right) if operator not in (
            "=",
            "<>",
        ) and not _is_of_line(right):
            ends = {"date_of_service": (FIRST_FROM, FIRST_TO), "date_of_service_end": (LAST_FROM, LAST_TO)}[name]
            return Comparison(operator, Fact(ends[operator in (">", ">=")], "date"), right)
        case Comparison(operator, left, Fact("date_of_service" | "date_of_service_end")) if not _is_of_line(left):
            return _implied_of_code(Comparison(MIRRORED[operator], leaf.right, left))
    return None


def _is_of_line(term: Term) -> bool:
    return isinstance(term, Fact) and term.name.startswith("date_of_service")


def _implied_of_setting(leaf: Leaf) -> Leaf | None:
    """What a comparison with limits of units says of the setting: where the claim has none, no limit is told."""
    match leaf:
        case Comparison("=", Fact("mue_basis"), Constant("line" | "day")):
            return Comparison("=", Fact("has_limits", "word"), Constant("yes", "word"))
        case Comparison("=", Fact("stale_mue"), Constant("exceeds" | "within")):
            return Comparison("=", Fact("has_limits", "word"), Constant("yes", "word"))
    return None


def _implied_of_modifiers(leaf: Leaf) -> Leaf | None:
    """What a comparison with limits of units says of the modifiers: where the line bills for a denial, none is told."""
    if _implied_of_setting(leaf) is not None:
        return Comparison("=", Fact("is_without_limits", "word"), Constant("no", "word"))
    return None


def same_raw(one: str, other: str, names: Sequence[str], given: Collection[str]) -> str:
    """That a small table's raw values are those of the input, in which those not `given` are all null."""
    same = " and ".join(f"{one}.raw_{name} is not distinct from {other}.{name}" for name in names if name in given)
    return same or "true"


def _limit(one: CodeFacts, service: MueService) -> tuple[str, object, str]:
    """What the MUE of a service comes to: line or day, stale where the table does not speak, else why none applies."""
    own, dme = one.limits.get(service), one.limits.get("dme")
    if own is None or own.limit is None:
        return "none", ZERO, "none"
    if own.limit.units == ZERO and dme is not None and dme.speaks and dme.limit is not None and dme.limit.units > ZERO:
        return ("dme_item" if own.speaks else "none"), ZERO, "none"
    basis = "line" if own.limit.indicator == _BY_LINE else "day"
    return basis if own.speaks else f"stale_{basis}", own.limit.units, own.quarter


def _has_hidden_blanks(text: str | None) -> bool:
    """Whether a code stands between blanks that SQL's trim leaves, so that it would be told from itself."""
    return text is not None and text.strip(" ") != text.strip(" \t\r\n")


def _day(text: str) -> date | None:
    """The day of a text that is written as days are and no way else."""
    try:
        day = iso_day(text)
    except ValueError:
        return None
    return day if str(day) == text else None


def _text(value: object) -> str | None:
    return None if value is None else str(value)
