"""The codes of an input, each looked up once for each epoch of a line's first and last day."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from operator import itemgetter

from cleanclaim.claims import Claim, ClaimLine
from cleanclaim.enrich.code import CODE_FACTS, CodeFacts, change_between, code_system, shown_code, successors_over
from cleanclaim.enrich.day import SERVICES
from cleanclaim.enrich.enriched import ZERO
from cleanclaim.enrich.lines import Enricher
from cleanclaim.enrich.tables import Primaries
from cleanclaim.facts import LINE_FACTS, CodeSystem
from cleanclaim.relational.conditions import Conditions
from cleanclaim.relational.connection import Database
from cleanclaim.relational.days import CLAIM_TYPES, Days
from cleanclaim.relational.implied import FIRST_FROM, FIRST_TO, LAST_FROM, LAST_TO
from cleanclaim.relational.raw_values import CODE, NO_VALUE, field_value, has_hidden_blanks, same_raw, take_up
from cleanclaim.tables import MueService

_SQL_TYPES = {"word": "varchar", "count": "integer", "quantity": "decimal(38, 3)", "date": "date"}
_BY_LINE = 1
_OF_LAST_DAY = ("changed_in_span", "successors")
"""Facts that rest on the last day too."""
_OF_FIRST_DAY = tuple(name for name in CODE_FACTS if name not in _OF_LAST_DAY)
_of_first_day = itemgetter(*_OF_FIRST_DAY)

Codes = Mapping[int, tuple[str | None, CodeSystem]]
"""By the number of the raw values: the code and its system."""
_Told = tuple[tuple[object, ...], bool, Primaries]
"""Of a code on a day: its facts, whether it is an ambulance's, its primaries."""


@dataclass(frozen=True, slots=True)
class CodeTables:
    """Makes the tables `code_value`, `met` and `primary_code`, and the view `code_known`."""

    database: Database
    conditions: Conditions
    enricher: Enricher
    meet: Callable[[str], None] | None = None
    """Makes the table `met` of a query of the lines, where they lie elsewhere than in the database."""

    def make_values(self) -> Codes:
        """Make `code_value`: the codes that the raw values of `raw_code` stand for. Raises DatabaseFailed."""
        found: dict[int, tuple[str | None, CodeSystem]] = {}
        rows = []
        for number, *texts in self.database.rows(f"select id, {', '.join(CODE)} from raw_code"):
            code, qualifier, revenue = (
                field_value(ClaimLine, name, text) for name, text in zip(CODE, texts, strict=True)
            )
            if NO_VALUE in (code, qualifier, revenue) or has_hidden_blanks(texts[0]):
                continue
            found[number] = (code, code_system(code, qualifier, revenue))
            rows.append((number, code or "none", code is not None, qualifier, revenue or "none"))
        columns = {"procedure_code": "varchar", "has_code": "boolean"}
        columns |= {"code_qualifier": "varchar", "revenue_code": "varchar"}
        take_up(self.database, "code_value", "raw_code", CODE, columns, rows)
        return found

    def make(self, codes: Codes, days: Days, given: Collection[str]) -> None:
        """Make the other tables; `given` are the raw columns that the input has. Raises DatabaseFailed."""
        self._meet(given)
        known: dict[_Told, int] = {}
        looked_up: dict[tuple[int, int], tuple[int, CodeFacts]] = {}

        def look_up(number: int, epoch: int) -> tuple[int, CodeFacts]:
            found = looked_up.get((number, epoch))
            if found is None:
                facts = self.enricher.code_facts(*codes[number], days.of_codes[epoch])
                # many codes are alike: of a system that no release holds, little is known
                told = (_of_first_day(facts.facts), facts.is_ambulance, facts.primaries)
                found = looked_up[number, epoch] = known.setdefault(told, len(known)), facts
            return found

        rows = []
        for (number, epoch, last_epoch, claim_type), lines in self._met().items():
            code, system = codes[number]
            place, first = look_up(number, epoch)
            _, last = look_up(number, last_epoch)
            key = days.code_key(number, epoch, last_epoch, CLAIM_TYPES.index(claim_type))
            of_last = (change_between(first, last), successors_over(first, last))
            rows.append(
                (number, key, epoch, last_epoch, lines, place, *of_last,
                 shown_code(code or "none", system), *_limit(first, SERVICES[claim_type]))
            )  # fmt: skip
        columns = dict.fromkeys(("id", "key", "epoch", "last_epoch", "lines"), "bigint") | {"facts": "integer"}
        columns |= dict.fromkeys((*_OF_LAST_DAY, "shown_code", "unit_limit"), "varchar")
        columns |= {"limit_units": "decimal(18, 3)", "limit_quarter": "varchar"}
        self.database.load("code_met", columns, rows)
        spans = [(epoch, *span) for epoch, span in days.spans.items()]
        self.database.load("span", {"epoch": "bigint", "from_day": "date", "to_day": "date"}, spans)
        self._load_facts(known)
        self._load_lists(days)
        listed = "".join(f", coalesce(l.{column}, false) as {column}" for column in self.conditions.lists.values())
        self.database.run(
            f"create or replace temp table code_value as select *, id * {days.code_key(1, 0, 0, 0)} as part "
            "from code_value"
        )
        self.database.run(
            "create or replace temp view code_known as select v.* exclude (part), m.* exclude (id, facts, last_epoch), "
            f"a.from_day as {FIRST_FROM}, a.to_day as {FIRST_TO}, b.from_day as {LAST_FROM}, b.to_day as {LAST_TO}, "
            f"f.* exclude (facts){listed}, (row_number() over ())::integer as code_number, "
            "case when f.is_ambulance then 2 when v.has_code then 1 else 0 end as kind "
            "from code_met m join code_value v using (id) join code_fact f using (facts) "
            "join span a on a.epoch = m.epoch join span b on b.epoch = m.last_epoch "
            "left join listed_code l on l.id = m.id and l.epoch = m.epoch"
        )

    def _meet(self, given: Collection[str]) -> None:
        """The table `met`: which codes meet which epochs and types of claim, and which modifiers which epochs.

        Where each quarter of the input is within one epoch, `seen` tells; else the lines are gone through again.
        """
        run, same = self.database.run, same_raw("v", "b", CODE, given)
        run(
            "create or replace temp table quarter as select quarter, any_value(epoch) as epoch, "
            "any_value(modifier_epoch) as modifier_epoch, count(distinct (epoch, modifier_epoch)) as epochs "
            "from day join raw_day using (id) group by quarter"
        )
        told = (
            "create or replace temp table met as select {} as is_of_modifiers, v.id as code_id, d.epoch, "
            "e.epoch as last_epoch, b.claim_type, b.modifiers, d.modifier_epoch, {} as lines from {} b "
        )
        if self.database.number("select max(epochs) from quarter") <= 1:
            run(
                told.format("b.of_modifiers", "b.lines", "seen") + f"left join code_value v on b.of_code and {same} "
                "join quarter d using (quarter) left join quarter e on e.quarter = b.last_quarter "
                "where b.of_modifiers or (b.of_code and e.epoch is not null)"
            )
            return
        (self.meet or run)(
            told.format("grouping(b.modifiers) = 0", "count(*)", "billed") + f"left join code_value v on {same} "
            "join day d on d.raw_raw = b.first_day join day e on e.raw_raw = coalesce(b.last_day, b.first_day) "
            "group by grouping sets ((v.id, d.epoch, e.epoch, b.claim_type), (b.modifiers, d.modifier_epoch))"
        )

    def _met(self) -> dict[tuple[int, int, int, str], int]:
        """By code, epochs of the first and the last day and type of claim, the number of lines."""
        counts: dict[tuple[int, int, int, str], int] = {}
        claim_type_of = cache(partial(field_value, Claim, "claim_type"))
        for code, epoch, last_epoch, text, lines in self.database.rows(
            "select code_id, epoch, last_epoch, claim_type, lines from met "
            "where not is_of_modifiers and code_id is not null order by code_id, epoch"
        ):
            claim_type = claim_type_of(text)
            if claim_type is not NO_VALUE:
                key = (code, epoch, last_epoch, claim_type)
                counts[key] = counts.get(key, 0) + lines
        return counts

    def _load_facts(self, found: Iterable[_Told]) -> None:
        """The tables `code_fact`, of what is known of codes, and `primary_code`."""
        columns = {"facts": "integer"} | {name: _SQL_TYPES[LINE_FACTS[name].type] for name in _OF_FIRST_DAY}
        columns |= {"is_ambulance": "boolean", "primaries": "integer", "primaries_are_open": "boolean"}
        primaries: dict[frozenset[str], int] = {}
        rows = []
        for place, (facts, is_ambulance, own) in enumerate(found):
            number = primaries.setdefault(own.codes, len(primaries))
            rows.append((place, *facts, is_ambulance, number, own.is_open))
        self.database.load("code_fact", columns, rows)
        pairs = [(number, code) for codes, number in primaries.items() for code in sorted(codes)]
        self.database.load("primary_code", {"primaries": "integer", "procedure_code": "varchar"}, pairs)

    def _load_lists(self, days: Days) -> None:
        """The table `listed_code`: which list parameters hold a code in an epoch."""
        lists, parameters = self.conditions.lists, self.conditions.catalogue.parameters
        rows = []
        met = self.database.rows(
            "select m.id, v.procedure_code, list(distinct m.epoch) from code_met m join code_value v using (id) "
            "group by all"
        )
        for number, code, epochs in met:
            periods = [parameters[name].periods_of(code) for name in lists]
            for epoch in epochs if any(periods) else ():
                answers = [any(days.of_codes[epoch] in period for period in own) for own in periods]
                if True in answers:
                    rows.append((number, epoch, *answers))
        columns = {"id": "bigint", "epoch": "bigint", **dict.fromkeys(lists.values(), "boolean")}
        self.database.load("listed_code", columns, rows)


def _limit(one: CodeFacts, service: MueService) -> tuple[str, object, str]:
    """What the MUE of a service comes to: line or day, stale where the table does not speak, else why none applies."""
    own, dme = one.limits.get(service), one.limits.get("dme")
    if own is None or own.limit is None:
        return "none", ZERO, "none"
    if own.limit.units == ZERO and dme is not None and dme.speaks and dme.limit is not None and dme.limit.units > ZERO:
        return ("dme_item" if own.speaks else "none"), ZERO, "none"
    basis = "line" if own.limit.indicator == _BY_LINE else "day"
    return basis if own.speaks else f"stale_{basis}", own.limit.units, own.quarter
