"""The whole catalogue written by hand in polars, as its documentation advises: lazily, with the streaming engine.

The way is that of the hand-written DuckDB query. What a code or a modifier is on a day, which does not grow with the
lines, is that query's: its hand_written_reference.sql makes small tables that are read here. All that is done to lines
is polars: one streaming pass keeps those of which something may be said, another finds the keys that repeat, a third
the lines of claims that need each other; what remains is small, and is joined in memory. Quantities are thousandths, as
integers.

Left out of what is written: fix, evidence, citations, remittance and location. Findings have edit_id, title, claim_id,
line_number, procedure_code, date_of_service, disposition, message and code_set_release, in the order of findings.

    python -m tests.benchmarks.hand_written_polars lines.parquet reference findings.parquet
"""

import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from string import Template
from typing import NamedTuple

os.environ.setdefault("POLARS_MAX_THREADS", "2")

import duckdb
import polars as pl
from polars import col, lit, when

from cleanclaim.edit_files import load_catalogue
from cleanclaim.findings import NOT_PAYABLE

from .peer_reference import rules_of

SUPERSEDING = ("COD005", "COD010", "COD020", "COD030")
KEY = ["claim_id", "procedure_code", "date_of_service", "rendering_provider"]
ALIKE = ["claim_id", "code_key", "date_of_service", "rendering_provider", "date_of_service_end", "units", "charge",
         "ndc", "modifier_set"]  # fmt: skip
QUANTITIES = {
    "applied_sq_cm_day", "area_lower_day", "area_upper_day", "billed_units_day", "mue_units", "stale_mue_units",
    "units",
}  # fmt: skip
OF_PRIMARIES = {
    "absent": "AOC010", "not_payable": "AOC020", "other_date": "AOC030", "adjacent_date": "AOC035",
    "other_provider": "AOC040", "contractor_defined": "AOC050", "to_be_corrected": "AOC055",
}  # fmt: skip


class Small(NamedTuple):
    """The tables that do not grow with the lines."""

    calendar: pl.DataFrame
    code: pl.DataFrame
    code_at: pl.DataFrame
    modifier_at: pl.DataFrame
    line_modifiers: pl.DataFrame
    epochs: int


def small_tables(lines: Path, reference: Path, folder: Path) -> Small:
    """What codes and modifiers are, from the reference data, by the other peer's SQL."""
    text = Path(__file__).with_name("hand_written_reference.sql").read_text()
    names = ("calendar", "code", "code_at", "modifier_at", "line_modifiers")
    with duckdb.connect() as connection:
        connection.execute("set threads = 2")
        connection.execute(Template(text).substitute(lines=lines, reference=reference))
        for name in names:
            connection.execute(f"copy {name} to '{folder / name}.parquet' (format parquet)")
        (epochs,) = connection.execute("select getvariable('epochs')").fetchone() or (0,)
    tables = {name: pl.read_parquet(folder / f"{name}.parquet") for name in names}
    limits = [one for one in tables["code_at"].columns if one.startswith("most_") or one.endswith("_units")]
    tables["code_at"] = tables["code_at"].with_columns((col(limits) * 1000).cast(pl.Int64))
    return Small(**tables, epochs=epochs)


def keyed(lines: pl.LazyFrame, small: Small) -> pl.LazyFrame:
    """Lines with the integers by which the small tables are joined."""
    return (
        lines.with_columns((col("units") * 1000).cast(pl.Int64))
        .join(small.calendar.lazy(), left_on="date_of_service", right_on="day")
        .join(small.code.lazy().select("procedure_code", "code_no"), on="procedure_code", how="left")
        .join(small.line_modifiers.lazy(), left_on="modifiers", right_on="billed", how="left")
        .with_columns((col("code_no").fill_null(0) * small.epochs + col("epoch")).alias("code_key"))
        .rename({"last_day": "epoch_ends"})
        .drop("modifiers", "code_no")
    )


def by_claim_type(professional: str, institutional: str, dme: str) -> pl.Expr:
    """The column of the line's kind of claim."""
    return (
        when(col("claim_type") == "professional")
        .then(col(professional))
        .when(col("claim_type") == "dme")
        .then(col(dme))
        .otherwise(col(institutional))
    )


MOST = by_claim_type("most_professional", "most_institutional", "most_dme")
LIMITS = ["code_key", "most_professional", "most_institutional", "most_dme"]
ONE_DAY = col("date_of_service") == col("date_of_service_end")
COUNTED = when(ONE_DAY & (col("units") > 0)).then(col("units")).otherwise(0)


def special_lines(lines: pl.LazyFrame, small: Small) -> pl.DataFrame:
    """The lines of which something may have to be said, whatever the others of their claims bill."""
    with_sg = small.modifier_at.filter("sg")["modifier_no"].unique().implode()
    is_ambulance = col("procedure_code").is_between(lit("A0021"), lit("A0999"))
    return (
        keyed(lines.drop("rendering_provider", "charge", "ndc"), small)
        .join(small.code_at.lazy().select(LIMITS), on="code_key")
        .filter(
            (col("units") > MOST)
            | col("units").is_null()
            | (col("units") <= 0)
            | (col("date_of_service_end") < col("date_of_service"))
            | (col("date_of_service_end") > col("epoch_ends"))
            | when(is_ambulance).then(col("if_ambulance")).otherwise(col("if_plain")).fill_null(value=False)
            | (
                (col("place_of_service") == "24")
                & (
                    col("billing_taxonomy").is_null()
                    | (col("billing_taxonomy") == "261QA1903X")
                    | col("modifier_no").is_in(with_sg)
                ).fill_null(value=False)
            ).fill_null(value=False)
        )
        .drop("epoch_ends", "if_plain", "if_ambulance", *LIMITS[1:])
        .collect(engine="streaming")
    )


def with_modifiers(lines: pl.DataFrame, small: Small, columns: list[str]) -> pl.DataFrame:
    """Lines with what is known of their modifiers; they know already whether they are of an ambulance."""
    key = (col("modifier_no") * small.epochs + col("epoch")) * 2 + col("is_ambulance").cast(pl.Int32)
    known = small.modifier_at.select("modifier_key", *columns)
    flags = [name for name, kind in known.schema.items() if kind == pl.Boolean]
    return (
        lines.with_columns(key.cast(known.schema["modifier_key"]).alias("modifier_key"))
        .join(known, on="modifier_key", how="left")
        .with_columns(col(flags).fill_null(value=False))
    )


def repeated_lines(lines: pl.LazyFrame, small: Small) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Lines that bear a code, day and provider as another of their claim does, and the sums of their day."""
    keys = lines.group_by(KEY).len().filter(col("len") > 1).drop("len").collect(engine="streaming")
    own = keyed(lines.join(keys.lazy(), on=KEY, how="semi", nulls_equal=True), small).collect(engine="streaming")
    own = with_modifiers(
        own.join(small.code_at.select("is_ambulance", *LIMITS), on="code_key"), small, ["modifier_set", "is_distinct",
        "jw", "jz"],
    ).with_columns(COUNTED.alias("counted"), col("modifier_set").fill_null(""))  # fmt: skip
    same = ["claim_id", "code_key", "date_of_service", "rendering_provider"]
    sums = own.group_by(same).agg(
        col("counted").sum().alias("billed_units_day"), col("jw").sum().alias("with_jw"), pl.len().alias("all")
    )
    alike = (
        own.filter(col("procedure_code").is_not_null() & (col("claim_type") != "institutional"))
        .group_by(ALIKE)
        .agg(col("line_number").min().alias("first_line"), pl.len().alias("alike"))
        .filter(col("alike") > 1)
    )
    told = own.join(sums, on=same, nulls_equal=True).join(alike, on=ALIKE, how="left", nulls_equal=True)
    is_duplicate = (col("first_line") < col("line_number")) & ~col("is_distinct")
    of_day = told.select(
        "row_number",
        "billed_units_day",
        (col("with_jw") > col("jw").cast(pl.UInt32)).alias("discarded"),
        (col("all") - col("with_jw") > (~col("jw")).cast(pl.UInt32)).alias("administered"),
        when(is_duplicate).then(col("first_line")).otherwise(0).alias("duplicate_of"),
        (col("billed_units_day") > MOST).alias("exceeds"),
        "jz",
    )
    wanted = of_day.filter((col("duplicate_of") > 0) | (col("jz") & col("discarded")) | col("exceeds"))
    return own.join(wanted, on="row_number", how="semi"), of_day.drop("exceeds", "jz")


def near_lines(lines: pl.LazyFrame, small: Small) -> pl.DataFrame:
    """The lines of claims with an add-on code or an application."""
    codes = small.code_at.filter("asks_other_lines").select("procedure_code").unique()
    claims = lines.join(codes.lazy(), on="procedure_code", how="semi").select("claim_id").unique()
    of_code = small.code_at.lazy().select(
        "code_key", "code_no", "code_system", "is_graft", "is_open", "is_ambulance", "is_skin_substitute",
        "is_injected", "application_family", "application_sites", "application_size", "application_step",
        (col("add_on_status") == "add_on").alias("is_add_on"),
    )  # fmt: skip
    own = lines.join(claims, on="claim_id", how="semi").select(
        "row_number", "line_number", "date_of_service_end", "units", "modifiers", *KEY
    )
    return keyed(own, small).join(of_code, on="code_key").collect(engine="streaming")


def of_wounds(near: pl.DataFrame, small: Small) -> pl.DataFrame:
    """What the lines of claims that apply a skin substitute know of each other."""
    day = ["claim_id", "date_of_service"]
    is_application = col("application_family") != "none"
    wound = with_modifiers(
        near.join(near.filter(is_application).select("claim_id").unique(), on="claim_id", how="semi"), small, ["jw"]
    ).with_columns(when(col("units") > 0).then(col("units")).otherwise(0).alias("counted"))
    scheme = [*day, "application_family", "application_sites", "application_size", "rendering_provider"]
    is_first = col("application_step") == "first"
    first, more = col("first_units"), col("more_units")
    is_small = col("application_size") == "under_100"
    area = (
        wound.filter(is_application)
        .group_by(scheme)
        .agg(
            col("counted").filter(is_first).sum().alias("first_units"),
            col("counted").filter(~is_first).sum().alias("more_units"),
            is_first.any().alias("has_first"),
        )
        .filter("has_first")
        .group_by(day)
        .agg(
            (when(is_small).then(25).otherwise(100) * more).sum().alias("area_lower_day"),
            when(is_small)
            .then(pl.min_horizontal(25 * (first + more), lit(100_000)))
            .otherwise(100 * (first + more))
            .sum()
            .alias("area_upper_day"),
        )
    )
    is_other = col("is_graft") & ~col("is_skin_substitute")
    of_date = wound.group_by(day).agg(
        col("is_graft").any().alias("has_graft"),
        is_application.any().alias("has_application"),
        col("counted").filter(col("is_skin_substitute") & ~col("jw") & ONE_DAY).sum().alias("applied_sq_cm_day"),
        is_other.sum().alias("other_grafts"),
        col("is_injected").sum().alias("injected"),
    )
    of_site = [*day, "application_family", "application_sites", "rendering_provider"]
    large = (
        wound.filter(col("application_size") == "from_100")
        .select(of_site)
        .unique()
        .with_columns(larger=lit(value=True))
    )
    return (
        wound.join(of_date, on=day)
        .join(area, on=day, how="left")
        .join(large, on=of_site, how="left", nulls_equal=True)
        .select(
            "row_number", "has_graft", "has_application", "applied_sq_cm_day",
            col("area_lower_day").fill_null(0), col("area_upper_day").fill_null(0),
            (col("other_grafts") > is_other.cast(pl.UInt32)).alias("other_graft"),
            (col("injected") > col("is_injected").cast(pl.UInt32)).alias("other_injected"),
            (is_small & col("larger").fill_null(value=False)).alias("larger_area"),
        )
    )  # fmt: skip


def facts(lines: pl.DataFrame, small: Small, of_day: pl.DataFrame, wounds: pl.DataFrame) -> pl.DataFrame:
    """All that is known of special lines."""
    at_the_end = small.code_at.select(
        "code_key", "says_add_on", "unit_basis", "coverage_code", "record_status", "successors"
    ).rename(lambda name: f"{name}_at_end")
    ends = small.calendar.select(col("day").alias("date_of_service_end"), col("epoch").alias("last_epoch"))
    known = (
        lines.join(small.code_at.drop("epoch", "procedure_code"), on="code_key")
        .join(ends, on="date_of_service_end", how="left")
        .with_columns((col("code_key") - col("epoch") + col("last_epoch")).alias("code_key_at_end"))
        .join(at_the_end, on="code_key_at_end", how="left")
        .join(of_day, on="row_number", how="left")
        .join(wounds, on="row_number", how="left")
    )
    columns = ["modifiers", "unknown_modifier", "ended_modifier", "ga", "gx", "gy", "gz", "has_liability", "against_gx",
               "jw", "jz", "m51", "sg", "is_separate"]  # fmt: skip
    known = with_modifiers(known, small, columns)
    crosses = (col("record_status") == "in_force") & (col("record_status_at_end") == "in_force")
    has_code = col("procedure_code").is_not_null()
    is_code = (col("code_system") != "malformed") | col("procedure_code").str.contains(
        r"^[0-9A-Z]{0,6}[0-9][0-9A-Z]{0,6}$"
    )
    flags = [
        "has_graft",
        "has_application",
        "other_graft",
        "other_injected",
        "larger_area",
        "discarded",
        "administered",
    ]
    amounts = ["applied_sq_cm_day", "area_lower_day", "area_upper_day", "duplicate_of"]
    known = known.with_columns(
        when(~crosses.fill_null(value=False)).then(lit("none"))
        .when(col("says_add_on") != col("says_add_on_at_end")).then(lit("add_on"))
        .when(col("unit_basis") != col("unit_basis_at_end")).then(lit("unit_basis"))
        .when(col("coverage_code") != col("coverage_code_at_end")).then(lit("coverage"))
        .otherwise(lit("none")).alias("changed_in_span"),
        when(is_code & has_code & (col("procedure_code").str.len_chars() <= 7)).then(col("procedure_code"))
        .otherwise(lit("none")).alias("procedure_code"),
        when(has_code).then(col("unknown_modifier").fill_null("none")).otherwise(lit("none")).alias("unknown_modifier"),
        when(has_code).then(col("ended_modifier").fill_null("none")).otherwise(lit("none")).alias("ended_modifier"),
        pl.coalesce("successors_at_end", "successors").alias("successors"),
        col("modifiers").fill_null("none"),
        col("units").is_not_null().alias("is_stated"), col("units").fill_null(0),
        col("billed_units_day").fill_null(COUNTED),
        col(flags).fill_null(value=False), col(amounts).fill_null(0),
        col("unit_of_measure").fill_null("UN"), col("place_of_service").fill_null("none"),
        col("type_of_bill").str.slice(0, 2).fill_null("none").alias("bill_type"),
        (col("payer_type") == "medicare").alias("is_medicare"),
        when((col("billing_taxonomy") == "261QA1903X") | col("sg")).then(lit("yes"))
        .when(col("billing_taxonomy").is_not_null()).then(lit("no")).otherwise(lit("unknown")).alias("asc_biller"),
        col("code_set_release").fill_null("none"),
        *(by_claim_type(f"practitioner_{one}", f"outpatient_{one}", f"dme_{one}").alias(f"own_{one}")
          for one in ("units", "by_line", "speaks", "quarter")),
    )  # fmt: skip
    is_for_dme = (
        col("is_medicare") & (col("own_units") == 0) & col("dme_speaks") & (col("dme_units") > 0)
    ).fill_null(value=False)  # fmt: skip
    is_limited = (
        col("is_medicare") & col("own_units").is_not_null() & ~is_for_dme & ONE_DAY
        & ~(col("gx") | col("gy") | col("gz"))
        & ((col("claim_type") != "institutional") | col("bill_type").is_in(["12", "13", "14", "85"]))
    )  # fmt: skip
    judged, stale = is_limited & col("own_speaks"), is_limited & ~col("own_speaks")
    measured = when("own_by_line").then("units").otherwise("billed_units_day")
    return known.with_columns(
        (is_for_dme & col("own_speaks")).fill_null(value=False).alias("dme_item"),
        when(~judged.fill_null(value=False)).then(lit("none")).when("own_by_line").then(lit("line"))
        .otherwise(lit("day")).alias("mue_basis"),
        when(judged).then("own_units").otherwise(0).alias("mue_units"),
        (stale & (measured > col("own_units"))).fill_null(value=False).alias("is_stale_exceeded"),
        when(stale).then("own_units").otherwise(0).alias("stale_mue_units"),
        when(stale).then("own_quarter").otherwise(lit("none")).alias("stale_mue_quarter"),
    )  # fmt: skip


def conditions() -> dict[str, pl.Expr]:
    """When each edit fires that asks for no primary procedure; on every line, whatever supersedes it."""
    day, units, medicare = col("date_of_service"), col("units"), col("is_medicare")
    skin, coverage, claim_type = medicare & col("is_skin_substitute"), col("coverage_code"), col("claim_type")
    held = col("record_status").is_in(["in_force", "later_snapshot"])
    lag, end = col("release_lag_quarters"), col("date_of_service_end")
    until_2025, of_2026 = day <= date(2025, 12, 31), day >= date(2026, 1, 1)
    not_whole = (col("unit_basis") == "sq_cm") & (units % 1000 != 0)
    too_much = (
        skin & ~col("jw") & (col("area_upper_day") > 0) & (col("applied_sq_cm_day") * 4 > col("area_upper_day") * 5)
    )  # fmt: skip
    no_graft = (col("application_step") == "first") & ~col("has_graft") & medicare
    hospital = (claim_type == "institutional") & (col("bill_type") == "13")
    excluded = coverage.is_in(["I", "M", "S"])
    in_asc = medicare & (col("place_of_service") == "24") & (day >= date(2008, 1, 1))
    exclusive = medicare & (
        (col("gz") & (col("ga") | col("gy"))) | (col("gx") & col("against_gx") & (day >= date(2010, 4, 1)))
    )
    return {
        "COD005": col("code_system") == "malformed",
        "COD010": (col("record_status") == "not_in_release") & (lag == 0),
        "COD020": held & (day < col("code_added_date")),
        "COD030": held & ((day > col("termination_date")) | ((claim_type != "dme") & (end > col("termination_date")))),
        "COD040": end < day,
        "COD050": col("changed_in_span") != "none",
        "COD900": col("record_status").is_in(["no_release", "later_snapshot"]),
        "COD910": col("record_status").is_in(["in_force", "not_in_release"]) & (lag >= 1),
        "AOC070": (col("add_on_status") == "add_on") & col("m51"),
        "AOC900": (col("add_on_table") == "stale_lists") & (col("add_on_status") != "add_on"),
        "UOS010": ~col("is_stated") | (units <= 0),
        "UOS020": medicare & not_whole,
        "UOS025": ~medicare & not_whole,
        "UOS030": (col("mue_basis") == "line") & (units > col("mue_units")) & (day >= date(2007, 1, 1)),
        "UOS040": (col("mue_basis") == "day")
        & (col("billed_units_day") > col("mue_units"))
        & (day >= date(2013, 4, 1)),
        "UOS050_1": too_much & day.is_between(date(2012, 1, 1), date(2025, 12, 31)) & (claim_type != "institutional"),
        "UOS050_2": too_much & of_2026,
        "UOS060": skin
        & ~col("jw")
        & (col("area_lower_day") > 0)
        & (col("applied_sq_cm_day") <= col("area_lower_day"))
        & ~col("other_graft")
        & (day >= date(2012, 1, 1)),
        "UOS070": col("larger_area") & ~col("is_separate") & (day >= date(2012, 1, 1)),
        "UOS080": medicare & (col("unit_basis") == "sq_cm") & (col("unit_of_measure") != "UN"),
        "UOS090": (claim_type != "dme") & col("dme_item"),
        "UOS910": col("is_stale_exceeded"),
        "PAR010": no_graft & hospital & (day >= date(2014, 1, 1)) & until_2025,
        "PAR020": no_graft
        & of_2026
        & (
            hospital
            | ((claim_type == "professional") & col("place_of_service").is_in(["11", "12", "13", "14", "32", "33"]))
        ),
        "PAR040": medicare & (col("application_family") != "none") & ~col("has_graft") & col("other_injected"),
        "PAR050": medicare & (col("procedure_code") == "97602") & col("has_application"),
        "PAR060": medicare & col("is_unlisted"),
        "COV010": medicare & (coverage == "I") & ~col("has_liability"),
        "COV020": medicare & (coverage == "M") & ~col("has_liability") & (col("procedure_code") != "G0235"),
        "COV030": medicare & (coverage == "S") & ~col("has_liability"),
        "COV040": medicare & ((excluded & col("gy")) | (col("gx") & (claim_type == "institutional"))),
        "COV050": medicare & (coverage == "S") & (col("ga") | col("gz")),
        "COV060_1": exclusive & (day < date(2010, 4, 1)),
        "COV060_2": exclusive & (day >= date(2010, 4, 1)),
        "COV090": medicare & coverage.is_in(["C", "D"]) & col("gy"),
        "SET010": in_asc & (col("asc_biller") == "yes") & (col("asc_listed") == "no"),
        "SET015": in_asc
        & (col("asc_biller") != "no")
        & (col("asc_listed") == "unknown")
        & (col("asc_payment_group") == "none"),
        "SET020": in_asc
        & (col("asc_biller") != "no")
        & (col("asc_payment_group") == "YY")
        & (day < col("asc_effective_date")),
        "SET040": medicare
        & (claim_type == "professional")
        & (col("asc_biller") == "no")
        & col("is_graft")
        & col("place_of_service").is_in(["19", "21", "22", "23"])
        & of_2026,
        "MOD010": skin & ~col("pricing_indicator").is_in(["51", "unknown"]) & (col("jw") | col("jz")) & of_2026,
        "MOD020": skin
        & (claim_type == "professional")
        & (col("pricing_indicator") == "51")
        & ~col("jw")
        & ~col("jz")
        & ~col("discarded")
        & (day >= date(2023, 7, 1))
        & until_2025,
        "MOD030": col("jz") & (col("jw") | col("discarded")) & (day >= date(2023, 1, 1)),
        "MOD040": (col("unknown_modifier") != "none") & ~col("is_ambulance"),
        "MOD050": (col("ended_modifier") != "none") & ~col("is_ambulance"),
        "MOD060": skin & col("jw") & ~col("administered") & (day >= date(2017, 1, 1)) & until_2025,
        "DUP010": col("duplicate_of") > 0,
    }


def add_ons(near: pl.DataFrame, states: pl.DataFrame, small: Small) -> pl.DataFrame:
    """What each add-on line finds as its primary; `states` are of lines on which something was found."""
    lines = near.join(states, on="row_number", how="left").with_columns(
        col("base").fill_null(2), col("is_superseded").fill_null(value=False)
    )
    lines = lines.with_columns(when("is_add_on").then(0).otherwise("base").alias("state"))
    pairs = (
        small.code_at.filter(col("add_on_status") == "add_on")
        .select("code_key", "primaries")
        .explode("primaries")
        .join(
            small.code.select(col("procedure_code").alias("primaries"), col("code_no").alias("primary_no")),
            on="primaries",
        )
        .drop("primaries")
    )
    own = lines.filter("is_add_on")
    of_other = lines.select(
        "claim_id", col("row_number").alias("primary_row"), col("line_number").alias("primary_line"),
        col("code_no").alias("primary_no"), col("date_of_service").alias("day"),
        col("rendering_provider").alias("provider"), "state",
    )  # fmt: skip
    edges = (
        own.select("claim_id", "row_number", "code_key", "date_of_service", "rendering_provider")
        .join(of_other.join(pairs.select("primary_no").unique(), on="primary_no", how="semi"), on="claim_id")
        .join(pairs, on=["code_key", "primary_no"], how="semi")
        .with_columns(
            (col("date_of_service") == col("day")).alias("same_day"),
            ((col("date_of_service") - col("day")).dt.total_days().abs() == 1).alias("is_adjacent"),
            (col("rendering_provider") == col("provider")).fill_null(value=True).alias("same_provider"),
        )
    )
    first = col("procedure_code").str.slice(0, 1)
    with_graft = (
        (col("code_system") == "cpt") & col("procedure_code").str.contains("^[0-9]{5}$")
        & col("procedure_code").is_between(lit("10004"), lit("69990"))
    )  # fmt: skip
    with_other = (col("code_system") == "cpt") | (
        (col("code_system") == "hcpcs_level_ii") & first.is_in(["C", "G", "H", "S", "T"])
    )
    procedures = (
        lines.filter(~col("is_add_on") & ~col("is_graft") & (col("state") > 0))
        .group_by("claim_id", "date_of_service")
        .agg(
            col("line_number").filter(with_graft).min().alias("beside_graft"),
            col("line_number").filter(with_other).min().alias("beside_other"),
        )
    )
    own = own.join(procedures, on=["claim_id", "date_of_service"], how="left").with_columns(
        when("is_open").then(when("is_graft").then("beside_graft").otherwise("beside_other")).alias("beside")
    )
    line, mine = col("primary_line"), col("same_day") & col("same_provider")
    while True:
        seen = edges.group_by("row_number").agg(
            line.filter(mine & (col("state") == 2)).min().alias("present"),
            line.filter(mine & (col("state") == 1)).min().alias("to_be_corrected"),
            line.filter(mine & (col("state") == 0)).min().alias("not_payable"),
            line.filter(col("same_day") & (col("state") == 2)).min().alias("other_provider"),
            line.filter("is_adjacent").min().alias("adjacent_date"),
            line.filter(~col("same_day")).min().alias("other_date"),
        )
        order = ["present", "to_be_corrected", "beside", "not_payable", "other_provider", "adjacent_date", "other_date"]
        words = [
            when(col(one).is_not_null()).then(lit("contractor_defined" if one == "beside" else one)) for one in order
        ]
        found = own.join(seen, on="row_number", how="left").with_columns(
            pl.coalesce(*words, lit("absent")).alias("primary_procedure"),
            pl.coalesce(*order, lit(0)).alias("primary_line"),
        )
        is_denied = ~col("is_superseded") & col("primary_procedure").is_in(["absent", "not_payable", "other_date"])
        now = found.select("row_number", when(is_denied).then(0).otherwise("base").alias("now"), "state")
        gained = now.filter(col("now") > col("state"))
        if gained.is_empty():
            return found.filter(~col("is_superseded") & (col("primary_procedure") != "present"))
        own = own.update(gained.select("row_number", col("now").alias("state")), on="row_number")
        edges = edges.update(
            gained.select(col("row_number").alias("primary_row"), col("now").alias("state")), on="primary_row"
        )


def shown(name: str) -> pl.Expr:
    """A fact as text."""
    if name in QUANTITIES:
        whole = (col(name) // 1000).cast(pl.String)
        thousandths = (col(name) % 1000).cast(pl.String).str.zfill(3).str.strip_chars_end("0")
        return when(col(name) % 1000 == 0).then(whole).otherwise(pl.format("{}.{}", whole, thousandths))
    return col(name).cast(pl.String)


def find(lines_path: Path, reference: Path, output: Path) -> None:
    """From lines to findings, files both."""
    catalogue = load_catalogue()
    rules = rules_of(catalogue)
    constants = {name: lit(str(value)) for name, value in catalogue.names.items()}
    lines = pl.scan_parquet(lines_path, row_index_name="row_number")
    with tempfile.TemporaryDirectory(dir=output.parent) as folder:
        small = small_tables(lines_path, reference, Path(folder))
    special = special_lines(lines, small)
    repeated, of_day = repeated_lines(lines, small)
    near = near_lines(lines, small)
    more = repeated.join(special, on="row_number", how="anti").select(special.columns)
    fact = facts(pl.concat([special, more]), small, of_day, of_wounds(near, small))
    fact = fact.with_columns(
        condition.fill_null(value=False).alias(f"is {name}") for name, condition in conditions().items()
    )
    is_superseded = pl.any_horizontal(f"is {name}" for name in SUPERSEDING)
    of_lines = [name for name in conditions() if name in rules]
    fact = fact.with_columns(
        (col(f"is {name}") & ~is_superseded).alias(f"is {name}") for name in of_lines if rules[name].superseded_by
    )
    denials = [f"is {name}" for name in of_lines if rules[name].edit.disposition in NOT_PAYABLE]
    returns = [f"is {name}" for name in of_lines if rules[name].edit.disposition == "return_to_provider"]
    base = when(pl.any_horizontal(denials)).then(0).when(pl.any_horizontal(returns)).then(1).otherwise(2)
    states = fact.select("row_number", base.alias("base"), is_superseded.alias("is_superseded"))
    of_primaries = add_ons(near, states, small).join(
        small.code_at.select("code_key", "primary_codes", col("code_set_release").fill_null("none")), on="code_key"
    )
    columns = ["claim_id", "line_number", "procedure_code", "date_of_service", "code_set_release"]
    found = []
    for number, (name, rule) in enumerate(rules.items()):
        if rule.edit.level == "claim":
            claims = lines.filter(col("payer_type") == "unknown").select("claim_id").unique()
            source = claims.select(
                "claim_id", *(lit(None).cast(near.schema.get(one, pl.String)).alias(one) for one in columns[1:])
            ).collect(engine="streaming")
        elif name in OF_PRIMARIES.values():
            words = [word for word, edit in OF_PRIMARIES.items() if edit == name]
            source = of_primaries.filter(
                col("primary_procedure").is_in(words) & (col("date_of_service") >= date(2013, 4, 1))
            )
        else:
            source = fact.filter(f"is {name}")
        parts = []
        for text, names, optional in rule.message.parts:
            values = [constants[one] if one in constants else shown(one) for one in names]
            part = pl.format(text, *values) if values else lit(text)
            if optional:
                part = when(pl.all_horizontal(value != "none" for value in values)).then(part).otherwise(lit(""))
            parts.append(part)
        found.append(
            source.select(
                lit(number).alias("number"), lit(rule.edit.id).alias("edit_id"), lit(rule.edit.title).alias("title"),
                "claim_id", "line_number",
                when(col("procedure_code") != "none").then("procedure_code").alias("procedure_code"), "date_of_service",
                lit(rule.edit.disposition).alias("disposition"), pl.concat_str(parts).alias("message"),
                when(col("code_set_release") != "none").then("code_set_release").alias("code_set_release"),
            )
        )  # fmt: skip
    order = ["claim_id", "line_number", "number"]
    pl.concat(found).sort(order, nulls_last=False).drop("number").write_parquet(output, compression="zstd")


def main() -> None:
    """Find."""
    lines, reference, output = (Path(argument) for argument in sys.argv[1:4])
    find(lines, reference, output)


if __name__ == "__main__":
    main()
