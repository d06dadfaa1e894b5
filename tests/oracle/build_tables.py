"""Random tables of add-on codes, MUE and ASC payment, and modifier records, for the codes and days of a case."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from . import table_vocabulary as words
from .picking import YES_OR_NO, YES_RARELY, YES_SOMETIMES, Pick


def day_before(day: str) -> str:
    """The day before, ISO."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def build_pair(pick: Pick, code: str, codes: Sequence[str], days: Sequence[str], edit_type: int) -> dict[str, Any]:
    """A row of an add-on code: its primary, its type, and, where days are given, its dates."""
    other = [one for one in codes if one != code] or ["99213"]
    primary = pick(words.USUAL_PRIMARIES.get(code, other) if pick(YES_OR_NO) else other)
    pair: dict[str, Any] = {"primary_code": "CCCCC" if edit_type == 2 else primary, "edit_type": edit_type}
    if days and not pick(YES_RARELY):
        pair["effective_date"] = pick(("2000-01-01", "2000-01-01", *days))
    if days and pick(YES_SOMETIMES):
        end = pick(("deletion_date", "add_on_deletion_date", "primary_deletion_date"))
        pair[end] = pick((*days, *map(day_before, days)))
    return pair


def build_pairs(pick: Pick, code: str, codes: Sequence[str], days: Sequence[str]) -> list[dict[str, Any]]:
    """The rows of an add-on code, now and then of mixed types."""
    edit_type = pick(words.EDIT_TYPES)
    pairs = [build_pair(pick, code, codes, days, edit_type) for _ in range(pick((1, 1, 2)))]
    if pick(YES_SOMETIMES):
        pairs.append(build_pair(pick, code, codes, days, pick((1, 2, 3))))
    return pairs


def build_add_on_table(
    pick: Pick, quarter: str, part: str, codes: Sequence[str], days: Sequence[str]
) -> dict[str, Any]:
    """An add-on code table that lists some of the codes."""
    dated = days if part == "dated" else ()
    is_thin = pick(YES_OR_NO)
    rows = {}
    for code in codes:
        is_likely = code in words.USUAL_PRIMARIES and not is_thin
        if pick(YES_OR_NO if is_likely else YES_SOMETIMES):
            rows[code] = build_pairs(pick, code, codes, dated)
    return {"kind": "add_on", "quarter": quarter, "part": part, "rows": rows}


def build_mue_table(pick: Pick, quarter: str, part: str, codes: Sequence[str]) -> dict[str, Any]:
    """An MUE table with rows of most of the codes."""
    rows = {
        code: {"units": pick(words.MUE_UNITS), "indicator": pick(words.MUE_INDICATORS)}
        for code in codes
        if not pick(YES_SOMETIMES)
    }
    return {"kind": "mue", "quarter": quarter, "part": part, "rows": rows}


def build_asc_table(pick: Pick, quarter: str, part: str, codes: Sequence[str]) -> dict[str, Any]:
    """An ASC addendum that lists some of the codes."""
    rows = {code: {"payment_indicator": "G2"} for code in codes if pick(YES_SOMETIMES)}
    return {"kind": "asc", "quarter": quarter, "part": part, "rows": rows}


def build_tables(
    pick: Pick, codes: Sequence[str], days: Sequence[str], quarters: Sequence[str]
) -> list[dict[str, Any]]:
    """Tables of the quarters of the days and of others: some speak for a day, some are stale, some are absent."""
    near = [f"{day[:4]}-{(int(day[5:7]) - 1) // 3 * 3 + 1:02d}" for day in days]
    wanted = tuple(dict.fromkeys([*near, *quarters]))
    codes = tuple(dict.fromkeys(codes))
    tables = []
    if pick(YES_OR_NO):
        for quarter in dict.fromkeys(pick(wanted) for _ in range(pick((1, 1, 2, 3)))):
            parts = pick(words.ADD_ON_PARTS)
            tables.extend(build_add_on_table(pick, quarter, part, codes, days) for part in parts)
    if pick(YES_OR_NO):
        for quarter in dict.fromkeys(pick(wanted) for _ in range(pick((1, 1, 1, 2)))):
            tables.extend(
                build_mue_table(pick, quarter, part, codes) for part in words.MUE_PARTS if not pick(YES_SOMETIMES)
            )
    if pick(YES_OR_NO):
        for quarter in dict.fromkeys(pick(wanted) for _ in range(pick((1, 1, 2)))):
            tables.extend(build_asc_table(pick, quarter, part, codes) for part in ("AA", "BB") if not pick(YES_RARELY))
    return tables


def build_modifiers(
    pick: Pick, release_id: str, scope: str, modifiers: Sequence[str], days: Sequence[str]
) -> list[dict[str, Any]]:
    """The records of modifiers that a release holds: of a complete one nearly all, of a partial one few."""
    if pick(YES_RARELY):
        return []
    records = []
    for modifier in modifiers:
        if modifier in ("ZZ", "1P") or pick(YES_RARELY if scope == "complete" else YES_OR_NO):
            continue
        is_changed = pick(YES_RARELY)
        edge = pick((*days, *map(day_before, days), release_id + "-01")) if is_changed else ""
        is_end = is_changed and pick(YES_OR_NO)
        records.append(
            {
                "code": modifier,
                "long_description": "Modifier",
                "code_added_date": edge if is_changed and not is_end else "1990-01-01",
                "termination_date": edge if is_end else "",
            }
        )
    return records
