"""The whole catalogue as SQL written by hand for DuckDB, as a skilled engineer writes it who has the one job.

Conditions, facts, dates, joins, supersession and payability are in the .sql files beside; the texts of messages are
pasted from the catalogue (`peer_reference.text_of`). Tuned as DuckDB's documentation advises: what depends on code and
date is decided once for each code and period; one pass over the lines keeps those of which something may be said; sums
and neighbours are sought only in claims that repeat a code or hold one that asks; integers are joined rather than
text; nothing keeps an order before the last sort; the order of rows is not preserved while reading; two threads, a
limit to memory and a folder to spill to.

It takes the lines to be valid, releases to be complete and add-on code tables to be dated: what cleanclaim does about
unreadable values and partial releases is left out, as is the column of descriptions, which these lines do not have.

    python -m tests.benchmarks.hand_written_duckdb lines.parquet reference findings.parquet
"""

import re
import sys
import tempfile
import time
from pathlib import Path
from string import Template

import duckdb

from cleanclaim.catalogue import Catalogue, Rule
from cleanclaim.edit_files import load_catalogue

from .peer_reference import masks, quoted, rules_of, text_of

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


COLUMNS = (
    "row_number", "claim_id", "line_number", "claim_type", "procedure_code", "date_of_service", "date_of_service_end",
    "units", "is_stated", "unit_of_measure", "place_of_service", "bill_type", "code_system", "record_status",
    "code_set_release", "release_lag_quarters", "code_added_date", "termination_date", "coverage_code",
    "pricing_indicator", "asc_payment_group", "asc_effective_date", "statute", "cross_references", "manual_references",
    "has_coverage_issue", "unit_basis", "is_graft", "is_skin_substitute", "add_on_status", "add_on_table",
    "primary_codes", "asc_listed", "application_family", "application_size", "application_step", "successors",
    "changed_in_span", "modifiers", "unknown_modifier", "ended_modifier", "asc_biller", "billed_units_day",
    "duplicate_of", "discarded", "administered", "has_graft", "has_application", "applied_sq_cm_day",
    "area_lower_day", "area_upper_day", "other_graft", "other_injected", "larger_area", "dme_item", "mue_basis",
    "mue_units", "stale_mue_units", "stale_mue_quarter", "primary_procedure", "primary_line",
)  # fmt: skip
"""What is known of a line and may be told of it."""
SECOND_REMITTANCE = {"COV020": "not has_coverage_issue", "COV030": "claim_type <> 'institutional'"}
"""When the second of an edit's remittances holds, where there are two."""


def texts(catalogue: Catalogue, rules: dict[str, Rule]) -> dict[str, str]:
    """The words of all edits: of those of lines, a query each over what fired."""
    constants = {name: str(value) for name, value in catalogue.names.items()}
    queries, words, first_remittance = [], {}, 1
    for number, rule in enumerate(rules.values(), start=1):
        message, fix = (text_of(text, shown, constants) for text in (rule.message, rule.fix))
        remittance = str(first_remittance if rule.edit.remittance else 0)
        first_remittance += len(rule.edit.remittance)
        if not any(names for _, names, _ in rule.fix.parts):
            fix = "null"  # always the same, and put in behind the sort
        if rule.edit.level == "claim":
            words |= {"payer_unknown_no": str(number), "payer_unknown_message": message, "payer_unknown_fix": fix}
            continue
        if len(rule.edit.remittance) > 1:
            remittance += f" + ({SECOND_REMITTANCE[rule.edit.id]})::integer"
        evidence = ", ".join(f"{quoted(name)}: {shown(name)}" for name in rule.evidence)
        queries.append(
            f"select {number} as rule_no, claim_id, line_number, procedure_code, date_of_service, "
            f"{message} as message, {fix} as fix, map {{{evidence}}} as evidence, code_set_release, "
            f"{remittance} as remittance_no, row_number from fired f where mask & {1 << (number - 1)} <> 0"
        )
    each_rule = " union all ".join(queries)
    columns = ", ".join(column for column in COLUMNS if re.search(rf"\b{column}\b", each_rule))
    return {"each_rule": each_rule, "columns": columns, **words}


def constants(rules: dict[str, Rule]) -> str:
    """Statements that set lists of what each finding of an edit says alike."""
    citations = (
        ", ".join(
            f"{{'document': {quoted(one.document)}, 'section': {quoted(one.section)}, 'url': {quoted(one.url)}, "
            f"'read': date '{one.read}'}}"
            for one in rule.edit.citations
        )
        for rule in rules.values()
    )
    remittances = (
        f"{{'group': {quoted(one.group)}, 'carc': {quoted(one.carc)}, "
        f"'rarc': [{', '.join(map(quoted, one.rarc))}]::varchar[]}}"
        for rule in rules.values()
        for one in rule.edit.remittance
    )
    lists = {
        "edit_ids": ", ".join(quoted(rule.edit.id) for rule in rules.values()),
        "titles": ", ".join(quoted(rule.edit.title) for rule in rules.values()),
        "fixes": ", ".join(quoted(" ".join(rule.version.fix.split())) for rule in rules.values()),
        "dispositions": ", ".join(quoted(rule.edit.disposition) for rule in rules.values()),
        "citations": ", ".join(f"[{one}]" for one in citations),
        "remittances": ", ".join(remittances),
    }
    return "\n".join(f"set variable {name} = [{values}];" for name, values in lists.items())


def find(lines: Path, reference: Path, output: Path, *, threads: int = 2, told: bool = False) -> None:
    """From lines to findings, files both; `told` prints the seconds of each statement, and those of both cores."""
    catalogue = load_catalogue()
    rules = rules_of(catalogue)
    names = {"lines": str(lines), "reference": str(reference), "output": str(output)}
    values = {**names, **texts(catalogue, rules), **masks(rules)}
    with tempfile.TemporaryDirectory(dir=output.parent) as spill, duckdb.connect() as connection:

        def run(text: str, **more: str) -> None:
            for statement in duckdb.extract_statements(Template(text).substitute(values, **more)):
                start, of_processor = time.perf_counter(), time.process_time()
                connection.execute(statement)
                if told and (seconds := time.perf_counter() - start) > 0.02:
                    of_processor = time.process_time() - of_processor
                    print(f"{seconds:7.2f} s{of_processor:7.2f} s  {' '.join(statement.query.split())[:90]}")

        run(f"set threads = {threads}; set memory_limit = '{MEMORY_LIMIT}'; set temp_directory = '{spill}';")
        run("set preserve_insertion_order = false;")
        connection.execute(constants(rules))
        run((SQL / "hand_written_reference.sql").read_text())
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
