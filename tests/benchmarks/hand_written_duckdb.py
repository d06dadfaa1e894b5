"""The whole catalogue as SQL written by hand for DuckDB, as a skilled engineer writes it who has the one job.

Conditions, facts, dates, joins, supersession and payability are in the .sql files beside; the texts of messages are
pasted from the catalogue (`peer_reference.text_of`). Tuned as DuckDB's documentation advises: what depends on code and
date is decided once for each code and period; one pass over the lines keeps those of which something may be said; sums
and neighbours are sought only in claims that repeat a code or hold one that asks; integers are joined rather than
text; nothing keeps an order before the last sort; the order of rows is not preserved while reading; two threads, a
limit to memory and a folder to spill to.

It takes the lines to be valid, releases to be complete and add-on code tables to be dated: what cleanclaim does about
unreadable values and partial releases is left out, as is the column of descriptions, which these lines do not have.

    python hand_written_duckdb.py lines.parquet reference findings.parquet
"""

import sys
import tempfile
import time
from pathlib import Path
from string import Template

import duckdb
from peer_reference import masks, quoted, rules_of, text_of

from cleanclaim.catalogue import Catalogue, Rule
from cleanclaim.edit_files import load_catalogue

SQL = Path(__file__).parent
MEMORY_LIMIT = "6GB"
SHOWN = {
    "administered": "case when administered then 'present' else 'absent' end",
    "application_procedure": "case when has_application then 'present' else 'absent' end",
    "described": "'no'",
    "discarded": "case when discarded then 'present' else 'absent' end",
    "dme_item": "case when dme_item then 'yes' else 'no' end",
    "graft_product": "case when is_graft then 'yes' else 'no' end",
    "graft_product_day": "case when has_graft then 'present' else 'absent' end",
    "injected_or_flowable": "case when other_injected then 'present' else 'absent' end",
    "larger_area": "case when larger_area then 'present' else 'absent' end",
    "other_graft_product": "case when other_graft then 'present' else 'absent' end",
    "skin_substitute": "case when is_skin_substitute then 'yes' else 'no' end",
    "stale_mue": "'exceeds'",
    "units_stated": "case when is_stated then 'yes' else 'no' end",
}
"""How a fact is written that the query holds in another form; days and counts are cast, quantities written shortest."""
QUANTITIES = {
    "applied_sq_cm_day", "area_lower_day", "area_upper_day", "billed_units_day", "mue_units", "stale_mue_units",
    "units",
}  # fmt: skip


def shown(name: str) -> str:
    """A fact as text."""
    if name in QUANTITIES:
        return f"short(f.{name})"
    if name in SHOWN:
        return SHOWN[name]
    is_number_or_day = (
        name.endswith(("_date", "_line", "_quarters")) or name.startswith("date_") or name == "duplicate_of"
    )
    return f"f.{name}::varchar" if is_number_or_day else f"f.{name}"


def texts(catalogue: Catalogue, rules: dict[str, Rule]) -> dict[str, str]:
    """The texts of all edits, each as one expression over the rule's number."""
    constants = {name: str(value) for name, value in catalogue.names.items()}
    of_lines = {number: rule for number, rule in enumerate(rules.values(), start=1) if rule.edit.level == "line"}

    def evidence(rule: Rule) -> str:
        return f"map {{{', '.join(f'{quoted(name)}: {shown(name)}' for name in rule.evidence)}}}"

    def chosen(of_rule: dict[int, str]) -> str:
        return f"case rule_no {' '.join(f'when {number} then {text}' for number, text in of_rule.items())} end"

    number, payer_unknown = next((at, one) for at, one in enumerate(rules.values(), 1) if one.edit.level == "claim")
    return {
        "message": chosen({at: text_of(rule.message, shown, constants) for at, rule in of_lines.items()}),
        "fix": chosen({at: text_of(rule.fix, shown, constants) for at, rule in of_lines.items()}),
        "evidence": chosen({at: evidence(rule) for at, rule in of_lines.items()}),
        "payer_unknown_no": str(number),
        "payer_unknown_message": text_of(payer_unknown.message, shown, constants),
        "payer_unknown_fix": text_of(payer_unknown.fix, shown, constants),
    }


def constants(rules: dict[str, Rule]) -> str:
    """Statements that make the table of rules, and lists of what each finding of a rule says alike."""
    rows, remittances = [], []
    for number, rule in enumerate(rules.values(), start=1):
        first = len(remittances) + 1 if rule.edit.remittance else 0
        rows.append(f"({number}, {1 << (number - 1)}, {quoted(rule.edit.id)}, {first})")
        for one in rule.edit.remittance:
            codes = ", ".join(map(quoted, one.rarc))
            remittances.append(
                f"{{'group': {quoted(one.group)}, 'carc': {quoted(one.carc)}, 'rarc': [{codes}]::varchar[]}}"
            )
    citations = (
        ", ".join(
            f"{{'document': {quoted(one.document)}, 'section': {quoted(one.section)}, 'url': {quoted(one.url)}, "
            f"'read': date '{one.read}'}}"
            for one in rule.edit.citations
        )
        for rule in rules.values()
    )
    lists = {
        "edit_ids": ", ".join(quoted(rule.edit.id) for rule in rules.values()),
        "titles": ", ".join(quoted(rule.edit.title) for rule in rules.values()),
        "dispositions": ", ".join(quoted(rule.edit.disposition) for rule in rules.values()),
        "citations": ", ".join(f"[{one}]" for one in citations),
        "remittances": ", ".join(remittances),
    }
    table = f"create table rule as from (values {', '.join(rows)}) v(rule_no, bit, edit_id, first_remittance);"
    return "\n".join([table, *(f"set variable {name} = [{values}];" for name, values in lists.items())])


def find(lines: Path, reference: Path, output: Path, *, threads: int = 2, told: bool = False) -> None:
    """From lines to findings, files both; `told` prints the seconds of each statement."""
    catalogue = load_catalogue()
    rules = rules_of(catalogue)
    names = {"lines": str(lines), "reference": str(reference), "output": str(output)}
    values = {**names, **texts(catalogue, rules), **masks(rules)}
    with tempfile.TemporaryDirectory(dir=output.parent) as spill, duckdb.connect() as connection:

        def run(text: str, **more: str) -> None:
            for statement in duckdb.extract_statements(Template(text).substitute(values, **more)):
                start = time.perf_counter()
                connection.execute(statement)
                if told and (seconds := time.perf_counter() - start) > 0.02:
                    print(f"{seconds:7.2f} s  {' '.join(statement.query.split())[:100]}")

        run(f"set threads = {threads}; set memory_limit = '{MEMORY_LIMIT}'; set temp_directory = '{spill}';")
        run("set preserve_insertion_order = false;")
        connection.execute(constants(rules))
        run((SQL / "hand_written_duckdb.sql").read_text())
        rounds = (SQL / "hand_written_rounds.sql").read_text()
        run(rounds, asking="true")
        while connection.execute("select count(*) from gained").fetchone() != (0,):
            asking = "row_number in (select row_number from edge where primary_row in (select row_number from gained))"
            connection.execute(f"create or replace table asking as select row_number from add_on_line where {asking}")
            run(rounds, asking="row_number in (select row_number from asking)")
        run((SQL / "hand_written_findings.sql").read_text())


def main() -> None:
    """Find, and say how long each step takes when asked by a further argument."""
    lines, reference, output = (Path(argument) for argument in sys.argv[1:4])
    find(lines, reference, output, told=len(sys.argv) > 4)


if __name__ == "__main__":
    main()
