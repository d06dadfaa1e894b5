"""What the hand-written peers read beside the lines: reference data as plain tables, and the texts of the edits.

The tables have the columns that CMS gives: a row a code and release, a row a pair, a row a limit. The texts are those
that an engineer would paste from the catalogue: titles, citations, remittances, and messages with places for values.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import duckdb

from cleanclaim.catalogue import Catalogue, Rule
from cleanclaim.codes import CodeRecord
from cleanclaim.findings import NOT_PAYABLE
from cleanclaim.tables import AddOnPairs, Part, UnitLimit
from cleanclaim.template import Template

TABLES = {
    "hcpcs": "release varchar, code varchar, long_description varchar, short_description varchar, price varchar, "
    "coverage varchar, asc_group varchar, asc_date date, statute varchar, cim varchar[], mcm varchar[], "
    "xref varchar[], added date, terminated date",
    "modifier": "release varchar, modifier varchar, added date, terminated date",
    "add_on": "quarter varchar, add_on_code varchar, primary_code varchar, edit_type tinyint, effective date, "
    "deleted date, add_on_deleted date, primary_deleted date",
    "mue": "quarter varchar, service varchar, code varchar, units decimal(10,3), indicator tinyint",
    "asc_list": "quarter varchar, addendum varchar, code varchar",
}


def save_reference(folder: Path, parts: Iterable[Part]) -> Path:
    """The parts of a library as Parquet files, one a table. Releases are complete and add-on code tables dated."""
    folder.mkdir(parents=True, exist_ok=True)
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
    for part in parts:
        for table, row in _rows(part):
            rows[table].append(row)
    with duckdb.connect() as connection:
        for table, columns in TABLES.items():
            text = folder / f"{table}.jsonl"
            text.write_text("".join(json.dumps(row, default=str) + "\n" for row in rows[table]))
            connection.execute(f"create table {table} ({columns})")
            connection.execute(f"copy {table} from '{text}' (format json)")
            connection.execute(f"copy {table} to '{folder / table}.parquet' (format parquet)")
            text.unlink()
    return folder


def _rows(part: Part) -> Iterator[tuple[str, dict[str, Any]]]:
    layer = part.layer
    assert layer.part not in ("partial", "undated")
    for code, entry in part.entries.items():
        assert entry is not None
        match entry:
            case CodeRecord() if len(code) == 2:
                days = {"added": entry.code_added_date, "terminated": entry.termination_date}
                yield "modifier", {"release": layer.quarter, "modifier": code, **days}
            case CodeRecord():
                yield "hcpcs", {"release": layer.quarter, "code": code, **_columns(entry)}
            case AddOnPairs(pairs=pairs):
                for pair in pairs:
                    yield (
                        "add_on",
                        {
                            "quarter": layer.quarter,
                            "add_on_code": code,
                            "primary_code": pair.primary_code,
                            "edit_type": pair.edit_type,
                            "effective": pair.effective_date,
                            "deleted": pair.deletion_date,
                            "add_on_deleted": pair.add_on_deletion_date,
                            "primary_deleted": pair.primary_deletion_date,
                        },
                    )
            case UnitLimit():
                limit = {"units": entry.units, "indicator": entry.indicator}
                yield "mue", {"quarter": layer.quarter, "service": layer.part, "code": code, **limit}
            case _:
                yield "asc_list", {"quarter": layer.quarter, "addendum": layer.part, "code": code}


def _columns(record: CodeRecord) -> dict[str, Any]:
    return {
        "long_description": record.long_description,
        "short_description": record.short_description,
        "price": record.pricing_indicators[0].code if record.pricing_indicators else None,
        "coverage": record.coverage_code.code if record.coverage_code else None,
        "asc_group": record.asc_payment_group.code if record.asc_payment_group else None,
        "asc_date": record.asc_effective_date,
        "statute": record.statute,
        "cim": record.coverage_issues_references,
        "mcm": record.carriers_manual_references,
        "xref": record.cross_references,
        "added": record.code_added_date,
        "terminated": record.termination_date,
    }


def rules_of(catalogue: Catalogue) -> dict[str, Rule]:
    """What is to be found, by name, in the order of findings: an edit's id, and behind it the version if of several."""
    rules = [one for one in catalogue.rules if one.edit.disposition != "information"]
    rules.sort(key=lambda one: (one.edit.id, one.version.effective.starts))
    several = {one.edit.id for one in rules if len(one.edit.versions) > 1}
    return {
        f"{one.edit.id}_{one.edit.versions.index(one.version) + 1}" if one.edit.id in several else one.edit.id: one
        for one in rules
    }


def masks(rules: dict[str, Rule]) -> dict[str, int]:
    """A bit for each rule, and the sets of rules that the evaluation asks for."""
    bits = {name: 1 << number for number, name in enumerate(rules)}
    of_each = {
        "denials": lambda rule: rule.edit.disposition in NOT_PAYABLE,
        "returns": lambda rule: rule.edit.disposition == "return_to_provider",
        "superseding": lambda rule: rule.edit.id in ("COD005", "COD010", "COD020", "COD030"),
        "superseded": lambda rule: bool(rule.superseded_by),
    }
    sets = {word: sum(bits[name] for name, rule in rules.items() if holds(rule)) for word, holds in of_each.items()}
    return {**bits, **sets}


def text_of(text: Template, shown: Callable[[str], str], constants: dict[str, str]) -> str:
    """A message as an SQL expression; a part in brackets is null, and so left out, where a value of it is none."""
    pieces: list[str] = []
    for part, names, optional in text.parts:
        literals = part.split("{}")
        own = [quoted(literals[0])]
        for name, literal in zip(names, literals[1:], strict=True):
            value = quoted(constants[name]) if name in constants else shown(name)
            own += [f"nullif({value}, 'none')" if optional else value, quoted(literal)]
        own = [one for one in own if one != "''"]
        pieces += [" || ".join(own)] if optional else own
    return f"concat({', '.join(pieces)})"


def quoted(text: str) -> str:
    """A literal of SQL."""
    return "'" + text.replace("'", "''") + "'"
