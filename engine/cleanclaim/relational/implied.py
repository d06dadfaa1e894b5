"""What a condition says of a code, a setting or modifiers alone: which of their facts are known, and what follows."""

from decimal import Decimal

from cleanclaim.enrich.code import CODE_FACTS
from cleanclaim.predicate.tree import MIRRORED, Comparison, Constant, Fact, Leaf, Term
from cleanclaim.relational.raw_values import CODE, SETTING

TOLD_BY_CODE = (*CODE_FACTS, "changed_in_span", *CODE)
TOLD_BY_SETTING = (*(name for name in SETTING if name != "type_of_bill"), "bill_type")
TOLD_BY_MODIFIERS = ("modifiers", "unknown_modifier", "ended_modifier")
TOLD = (*TOLD_BY_CODE, *TOLD_BY_SETTING, *TOLD_BY_MODIFIERS, "date_of_service")
"""The facts that code, setting or modifiers tell; days within one epoch nearly so."""
FIRST_FROM, FIRST_TO, LAST_FROM, LAST_TO = "first_from", "first_to", "last_from", "last_to"
"""Of a code in an epoch, the days within which lines begin, and those within which they end."""
_HAS_LIMITS = Comparison("=", Fact("has_limits", "number"), Constant(Decimal(1), "number"))


def implied_of_code(leaf: Leaf) -> Leaf | None:
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
            return implied_of_code(Comparison(MIRRORED[operator], leaf.right, left))
    return None


def _is_of_line(term: Term) -> bool:
    return isinstance(term, Fact) and term.name.startswith("date_of_service")


def implied_of_setting(leaf: Leaf) -> Leaf | None:
    """What a comparison with limits of units says of the setting: where the claim has none, no limit is told."""
    match leaf:
        case Comparison("=", Fact("mue_basis"), Constant("line" | "day")):
            return _HAS_LIMITS
        case Comparison("=", Fact("stale_mue"), Constant("exceeds" | "within")):
            return _HAS_LIMITS
    return None


def implied_of_modifiers(leaf: Leaf) -> Leaf | None:
    """What a comparison with limits of units says of the modifiers: where the line bills for a denial, none is told."""
    if implied_of_setting(leaf) is not None:
        return _HAS_LIMITS
    return None
