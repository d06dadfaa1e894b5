"""Messages, fixes and evidence of findings as SQL."""

from collections.abc import Mapping, Sequence

from cleanclaim.catalogue import Catalogue, Rule
from cleanclaim.facts import CLAIM_FACTS, LINE_FACTS, FactKind
from cleanclaim.predicate.sql import Ready, sql_text
from cleanclaim.relational.conditions import Conditions
from cleanclaim.relational.connection import quoted
from cleanclaim.relational.facts import FactColumns
from cleanclaim.relational.locations import shown_sql
from cleanclaim.template import Template, shortest_text


class Texts:
    """Writes the texts of a catalogue's rules as SQL over a view of facts."""

    def __init__(self, conditions: Conditions) -> None:
        self.conditions = conditions
        self.catalogue: Catalogue = conditions.catalogue

    def finding(self, rule: Rule, *, of_line: bool) -> dict[str, str]:
        """The columns of a finding of a rule, from a hit that holds its facts, `claim_id` and `stood_at`.

        What all findings of an edit share is not among them.
        """
        return {
            "claim_id": "claim_id", "line_number": "line_number" if of_line else "null",
            "procedure_code": "nullif(shown_code, 'none')" if of_line else "null",
            "date_of_service": "date_of_service" if of_line else "null",
            "code_set_release": "nullif(code_set_release, 'none')" if of_line else "null",
            "message": self.message(rule), "fix": self.fix(rule), "evidence": self.evidence(rule),
            "location": shown_sql("stood_at"), "remittance": self.remittance(rule),
        }  # fmt: skip

    def message(self, rule: Rule) -> str:
        """The message of a finding."""
        return self._text(rule.message, rule)

    def fix(self, rule: Rule) -> str:
        """What to change."""
        return self._text(rule.fix, rule)

    def evidence(self, rule: Rule) -> str:
        """The facts that the condition compared, in its order, as a map."""
        # a struct cast to a map costs a tenth of map(), which looks for a key that stands twice
        fields = ", ".join(f"{quoted(name)}: {self._shown(name, rule)}" for name in rule.evidence)
        return f"cast({{{fields}}} as map(varchar, varchar))" if fields else "map {}::map(varchar, varchar)"

    def remittance(self, rule: Rule) -> str:
        """The place of the remittance that applies among those of the rule; null where none does."""
        branches, otherwise = [], "null"
        for place, one in enumerate(rule.remittances):
            if one.when is None:
                otherwise = str(place)
                break
            branches.append(f"when {sql_text(one.when, self.catalogue.parameters, 'duckdb', self._ready)} then {place}")
        return f"case {' '.join(branches)} else {otherwise} end" if branches else f"{otherwise}::integer"

    def names(self, rules: Sequence[Rule]) -> list[str]:
        """The columns that the texts, the evidence and the choice of a remittance read."""
        found: dict[str, None] = {}
        for rule in rules:
            parts = (*rule.message.parts, *rule.fix.parts)
            for name in (*rule.evidence, *(name for _, names, _ in parts for name in names)):
                if name not in self.catalogue.names:
                    found["shown_code" if name == "procedure_code" else rule.asked.get(name, name)] = None
            conditions = [one.when for one in rule.remittances if one.when is not None]
            found.update(dict.fromkeys(FactColumns(self.conditions, ()).needed(conditions)))
        return list(found)

    @property
    def _ready(self) -> Ready:
        return self.conditions.ready

    def _text(self, template: Template, rule: Rule) -> str:
        pieces = []
        for text, names, optional in template.parts:
            shown = [self._shown(name, rule) for name in names]
            words = text.split("{}")
            both = [part for pair in zip(words, [*shown, ""], strict=True) for part in (quoted(pair[0]), pair[1])]
            whole = " || ".join(part for part in both if part not in ("", "''")) or "''"
            if optional and shown:
                whole = f"case when 'none' in ({', '.join(shown)}) then '' else {whole} end"
            pieces.append(f"({whole})")
        return " || ".join(pieces)

    def _shown(self, name: str, rule: Rule) -> str:
        """A fact as text."""
        if name in self.catalogue.names:
            return quoted(shortest_text(self.catalogue.names[name]))
        if name == "procedure_code":
            return "shown_code"
        kinds: Mapping[str, FactKind] = LINE_FACTS if rule.edit.level == "line" else CLAIM_FACTS
        kind = kinds.get(name)
        if kind is None:
            return rule.asked.get(name, name)
        match kind.type:
            case "quantity":
                return f"rtrim(rtrim(cast(cast({name} as decimal(38, 3)) as varchar), '0'), '.')"
            case "count" | "date":
                return f"cast({name} as varchar)"
            case _:
                return name
