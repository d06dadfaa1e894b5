"""Small tables of what the input holds: its days, codes, modifiers and settings, each looked up once in Python."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from cleanclaim.claims import Claim, ClaimLine, PayerType
from cleanclaim.collecting import without_collection
from cleanclaim.enrich.day import BILLED_AS_NON_COVERED, OUTPATIENT_BILLS
from cleanclaim.enrich.lines import Enricher, is_of_level_ii
from cleanclaim.facts import Facts
from cleanclaim.predicate.tree import Leaf
from cleanclaim.relational.code_tables import CodeTables
from cleanclaim.relational.conditions import Bits, Conditions
from cleanclaim.relational.connection import Database
from cleanclaim.relational.days import CLAIM_TYPES, KINDS, Days, make_days
from cleanclaim.relational.implied import (
    TOLD_BY_CODE,
    TOLD_BY_MODIFIERS,
    TOLD_BY_SETTING,
    implied_of_code,
    implied_of_modifiers,
    implied_of_setting,
)
from cleanclaim.relational.raw_values import CODE, NO_VALUE, OF_CLAIM, SETTING, field_value, take_up
from cleanclaim.template import shortest_text


@dataclass(frozen=True, slots=True)
class Dimensions:
    """Makes the tables `day`, `setting`, `code`, `modifier` and `primary_code` of an input's view `billed`.

    A setting, a code and modifiers each have bits `may_N`: the line rules that can fire on a line that bears them.
    """

    database: Database
    conditions: Conditions
    of_lines: Bits
    enricher: Enricher
    payer_type: PayerType
    given: Collection[str]
    """The raw columns that the input has."""
    meet: Callable[[str], None] | None = None
    """Makes the table `met` of a query of the lines, where they lie elsewhere than in the database."""

    def make_raw(self) -> None:
        """Make the tables of the distinct values of the input, `seen`, `raw_day` and `raw_NAME`.

        Raises DatabaseFailed.
        """
        run = self.database.run
        run(
            "create or replace temp table raw_day as select row_number() over () as id, raw, "
            "year(day) * 4 + quarter(day) as quarter from (select raw, try_cast(raw as date) as day from "
            "(select first_day as raw from billed union select last_day from billed) where raw is not null)"
        )
        groups = {
            "setting": SETTING, "code": (*CODE, "claim_type", "quarter", "last_quarter"),
            "modifiers": ("modifiers", "quarter"),
        }  # fmt: skip
        told = {"setting": "place_of_service", "code": "procedure_code", "modifiers": "modifiers"}
        columns = ", ".join(dict.fromkeys(name for group in groups.values() for name in group))
        sets = ", ".join(f"({', '.join(group)})" for group in groups.values())
        marks = ", ".join(f"grouping({told[name]}) = 0 as of_{name}" for name in groups)
        run(
            f"create or replace temp table seen as select {columns}, {marks}, count(*) as lines from ("
            "select b.*, d.quarter, e.quarter as last_quarter from billed b left join raw_day d on d.raw = b.first_day "
            "left join raw_day e on e.raw = coalesce(b.last_day, b.first_day)) "
            f"group by grouping sets ({sets})"
        )
        self.make_raw_values()

    def make_raw_values(self) -> None:
        """Make the tables `raw_NAME` of the values that are `seen`. Raises DatabaseFailed."""
        for name, group in (("setting", SETTING), ("code", CODE), ("modifiers", ("modifiers",))):
            names = ", ".join(group)
            self.database.run(
                f"create or replace temp table raw_{name} as select row_number() over () as id, {names}, "
                f"sum(lines) as lines from seen where of_{name} group by {names}"
            )

    def are_codes_plain(self) -> bool:
        """Whether each code of the input is written one way: in capital letters, with no blanks around them."""
        return not self.database.number(
            "select count(*) from raw_code where procedure_code <> upper(trim(procedure_code)) or procedure_code = ''"
        )

    def are_all_values(self) -> bool:
        """Whether each line finds its days, setting, code and modifiers: nothing that stands there is none."""
        number = self.database.number
        if number("select count(*) from raw_day anti join day using (id)"):
            return False  # by quarter a text may count that DuckDB takes for a day, and we do not
        lines = number("select sum(lines) from seen where of_code")
        found = [number(f"select sum(lines) from {table}") for table in ("setting", "code")]
        return found == [lines, lines] and not number(
            "select count(*) from raw_modifiers r "
            "anti join modifier m on m.raw_modifiers is not distinct from r.modifiers"
        )

    def make(self) -> None:
        """Make the tables. Raises DatabaseFailed."""
        with without_collection():
            self._make()

    def _make(self) -> None:
        self._settings()
        tables = CodeTables(self.database, self.conditions, self.enricher, self.meet)
        codes = tables.make_values()
        changes = self.enricher.changes(sorted({code for code, _ in codes.values() if code is not None}))
        days = make_days(self.database, changes, self.enricher.changes_of_modifiers(self._seen_modifiers()))
        tables.make(codes, days, self.given)
        self._note_rules("code", TOLD_BY_CODE, implied_of_code, "code_known")
        self._modifiers(days)

    def _settings(self) -> None:
        rows = self.database.rows(f"select id, {', '.join(SETTING)} from raw_setting")
        columns = dict.fromkeys(SETTING, "varchar") | {
            "bill_type": "varchar",
            "has_limits": "tinyint",
            "service": "bigint",
        }
        made = []
        for number, *texts in rows:
            of_claim = {
                name: field_value(Claim if name in OF_CLAIM else ClaimLine, name, text)
                for name, text in zip(SETTING, texts, strict=True)
            }
            taxonomy = texts[SETTING.index("billing_taxonomy")] or ""
            if any(value is NO_VALUE for value in of_claim.values()) or taxonomy.strip() != taxonomy.strip(" \t\r\n"):
                continue
            if of_claim["payer_type"] == "unknown":
                of_claim["payer_type"] = self.payer_type
            bill = of_claim["type_of_bill"][:2] if of_claim["type_of_bill"] else "none"
            has_limits = of_claim["payer_type"] == "medicare" and (
                of_claim["claim_type"] != "institutional" or bill in OUTPATIENT_BILLS
            )
            words = (value or "none" for value in of_claim.values())
            service = CLAIM_TYPES.index(of_claim["claim_type"])
            made.append((number, *words, bill, int(has_limits), service))
        take_up(self.database, "setting", "raw_setting", SETTING, columns, made, ", raw.lines")
        self._note_rules("setting", TOLD_BY_SETTING, implied_of_setting)

    def _note_rules(
        self, table: str, facts: Collection[str], implied: Callable[[Leaf], Leaf | None], source: str | None = None
    ) -> None:
        """Add the bits of the line rules that can fire, the table's facts being what they are in it or in `source`."""
        possible = {
            place: self.conditions.possible_of(rule, facts, implied) for place, rule in enumerate(self.of_lines.rules)
        }
        bits = self.of_lines.made_of({place: one for place, one in possible.items() if one is not None}, "may")
        self.database.run(f"create or replace temp table {table} as select *, {bits} from {source or table}")

    def _seen_modifiers(self) -> set[str]:
        """The modifiers of Level II that the input holds."""
        values = (
            field_value(ClaimLine, "modifiers", text)
            for (text,) in self.database.rows("select modifiers from raw_modifiers")
        )
        return {modifier for value in values if value is not NO_VALUE for modifier in value if is_of_level_ii(modifier)}

    def _modifiers(self, days: Days) -> None:
        """The table `modifier`, by raw value, epoch and whether the line is of an ambulance."""
        bit_columns = sorted({column for column, _ in self.conditions.modifiers.values()}) or ["modifier_bits_0"]
        columns = {
            "key": "bigint", "modifiers": "varchar", "billed_set": "varchar", "has_limits": "tinyint",
            "unknown_modifier": "varchar", "ended_modifier": "varchar", **dict.fromkeys(bit_columns, "bigint"),
        }  # fmt: skip
        rows = []
        for number, text, epoch in self.database.rows(
            "select r.id, r.modifiers, m.modifier_epoch from met m join raw_modifiers r "
            "on r.modifiers is not distinct from m.modifiers where m.is_of_modifiers"
        ):
            billed = field_value(ClaimLine, "modifiers", text)
            if billed is NO_VALUE:
                continue
            for kind, (is_of_ambulance, has_code) in enumerate(KINDS):
                modifiers = billed[1:] if is_of_ambulance else billed
                facts: Facts = {"unknown_modifier": "none", "ended_modifier": "none"}
                if has_code:
                    self.enricher.add_modifier_facts(facts, modifiers, days.of_modifiers[epoch])
                bits = dict.fromkeys(bit_columns, 0)
                for modifier in modifiers:
                    if modifier in self.conditions.modifiers:
                        column, bit = self.conditions.modifiers[modifier]
                        bits[column] |= 1 << bit
                key = days.modifier_key(number, epoch, kind)
                rows.append(
                    (number, key, shortest_text(modifiers), " ".join(sorted(set(billed))),
                     int(BILLED_AS_NON_COVERED.isdisjoint(modifiers)), *facts.values(),
                     *bits.values())
                )  # fmt: skip
        numbered = ", (row_number() over ())::integer as modifier_number, raw.lines"
        take_up(self.database, "modifier", "raw_modifiers", ("modifiers",), columns, rows, numbered)
        self.database.run(
            "create or replace temp table modifier_text as select modifiers as raw_modifiers, "
            f"id * {days.modifier_key(1, 0, 0)} as part from raw_modifiers"
        )
        self._note_rules("modifier", TOLD_BY_MODIFIERS, implied_of_modifiers)
