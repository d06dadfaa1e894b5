"""Section 2 of the catalogue, read plainly: codes, code set releases, and the record in force on a day."""

import re
from datetime import date
from typing import Any

FAR_FUTURE = date(9999, 12, 31)
FAR_PAST = date(1, 1, 1)
LETTERS_DOWN = "abcdefghijklmnopqrstuvwxyz"
LETTERS_UP = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ADD_ON_PHRASES = ("list separately in addition to", "list in addition to")


def clean(text: str | None) -> str:
    """Section 1: "stripped of ASCII blanks, tabs and line ends and upper-cased (ASCII letters only ...)"."""
    return (text or "").strip(" \t\r\n").translate(str.maketrans(LETTERS_DOWN, LETTERS_UP))


def day_of(text: str | None, filler: date) -> date:
    """An ISO date, or the filler where the field is blank."""
    return date.fromisoformat(text) if text else filler


def code_system(code: str, qualifier: str, revenue_code: str) -> str:
    """Section 2, table, row out_of_scope: none, hipps, other, cpt, cdt, malformed; else hcpcs_level_ii."""
    if code == "" and revenue_code != "":
        return "none"
    if qualifier == "HP" or revenue_code in ("0022", "0023", "0024"):
        return "hipps"
    if qualifier in ("ER", "IV", "WK"):
        return "other"
    if re.fullmatch("[0-9]{5}", code) or re.fullmatch("[0-9]{4}[AFMTU]", code):
        return "cpt"
    if re.fullmatch("D[0-9]{4}", code):
        return "cdt"
    if re.fullmatch("[A-CE-V][0-9]{4}", code):
        return "hcpcs_level_ii"
    return "malformed"


# Releases


def merged(releases: list[dict[str, Any]], kind: str = "records") -> list[dict[str, Any]]:
    """Section 2: "Files with the same id are merged; a complete file wins over a partial one in any order".

    The releases by id, oldest first, their records by code. Between equals "a file that would change a
    record already there is refused": such a library is not one that the oracle can be asked about.
    With `kind` "modifiers" the same of the records of modifiers: "Modifiers follow the same rules".
    """
    result = []
    for release_id in sorted({release["id"] for release in releases}):
        scope = "partial"
        held: dict[str, dict[str, Any]] = {}
        for wanted in ("partial", "complete"):
            of_this_scope: dict[str, dict[str, Any]] = {}
            for release in releases:
                if release["id"] == release_id and release["scope"] == wanted:
                    scope = wanted
                    for record in release.get(kind, []):
                        if of_this_scope.setdefault(record["code"], record) != record:
                            raise ValueError(f"{release_id}: two {wanted} records of {record['code']}")
            held.update(of_this_scope)
        result.append({"id": release_id, "scope": scope, "records": held})
    return result


def first_day(release: dict[str, Any]) -> date:
    """Section 2: "a first day (the 1st of that month)"."""
    return date.fromisoformat(release["id"] + "-01")


def release_in_force(code: str, day: date, library: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Section 2: "the latest not after it that is complete or holds the code"."""
    found = None
    for release in library:
        if first_day(release) <= day and (release["scope"] == "complete" or code in release["records"]):
            found = release
    return found


def later_records(code: str, day: date, library: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The code's records in the releases that start after the day, the earliest release first."""
    return [release["records"][code] for release in library if first_day(release) > day and code in release["records"]]


def record_status(code: str, system: str, day: date, library: list[dict[str, Any]]) -> str:
    """Section 2, the table of record_status: "the first that holds"."""
    if system != "hcpcs_level_ii":
        return "out_of_scope"
    release = release_in_force(code, day, library)
    if release is not None and code in release["records"]:
        return "in_force"
    if later_records(code, day, library):
        return "later_snapshot"
    if release is not None and release["scope"] == "complete":
        return "not_in_release"
    if any(first_day(other) <= day for other in library):
        return "not_loaded"
    return "no_release"


def record_in_force(code: str, system: str, day: date, library: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The record that the release in force holds, for a code of Level II."""
    if record_status(code, system, day, library) != "in_force":
        return None
    release = release_in_force(code, day, library)
    return None if release is None else release["records"][code]


def known_dates(code: str, system: str, day: date, library: list[dict[str, Any]]) -> tuple[date, date]:
    """Section 3, code_added_date and termination_date: "from the record (in_force, later_snapshot)".

    later_snapshot: "its dates are known (from the earliest such release)". in_force: where the record has no
    termination date "and a later loaded release's record of the code gives one, the later one counts": here
    that of the earliest later release that gives one.
    """
    status = record_status(code, system, day, library)
    later = later_records(code, day, library)
    if status == "later_snapshot":
        return day_of(later[0]["code_added_date"], FAR_PAST), day_of(later[0]["termination_date"], FAR_FUTURE)
    record = record_in_force(code, system, day, library)
    if record is None:
        return FAR_PAST, FAR_FUTURE
    for candidate in [record, *later]:
        if candidate["termination_date"]:
            return day_of(record["code_added_date"], FAR_PAST), date.fromisoformat(candidate["termination_date"])
    return day_of(record["code_added_date"], FAR_PAST), FAR_FUTURE


def release_lag_quarters(code: str, day: date, library: list[dict[str, Any]]) -> int:
    """Section 2: "whole quarters from the release in force for the code to the quarter of the date"."""
    release = release_in_force(code, day, library)
    if release is None:
        return 0
    start = first_day(release)
    return (day.year * 4 + (day.month - 1) // 3) - (start.year * 4 + (start.month - 1) // 3)


# What a record's text says


def folded(text: str) -> str:
    """Section 3: "blanks folded, case ignored"."""
    return " ".join(text.lower().split())


def unit_basis(record: dict[str, Any] | None) -> str:
    """Section 3, unit_basis: sq_cm, cubic_cm, other, or unknown without a record in force."""
    if record is None:
        return "unknown"
    long_text = folded(record["long_description"])
    short_text = folded(record["short_description"])
    for text in (long_text, short_text):
        if re.search(r"\bper [0-9.,]*[0-9] ?(square|sq)", text):
            return "other"
    if "per square centimeter" in long_text or "per square cenitmeter" in long_text:
        return "sq_cm"
    if "per sq cm" in short_text:
        return "sq_cm"
    if "per cubic centimeter" in long_text:
        return "cubic_cm"
    return "other"


def says_add_on(record: dict[str, Any]) -> bool:
    """Section 3, add_on_status: the record says one of the two phrases; "add-on" alone does not count."""
    text = folded(record["long_description"])
    return any(phrase in text for phrase in ADD_ON_PHRASES)


def named_primaries(record: dict[str, Any]) -> set[str]:
    """Section 5 point 3: the codes named "between the phrase and the next closing parenthesis".

    "a code never names itself". Without a closing parenthesis the text is read to its end.
    """
    text = folded(record["long_description"])
    starts = [text.find(phrase) + len(phrase) for phrase in ADD_ON_PHRASES if phrase in text]
    if not starts:
        return set()
    named = text[min(starts) :].split(")")[0].upper()
    codes = re.findall(r"\b(?:[0-9]{5}|[0-9]{4}[AFMTU]|[A-V][0-9]{4})\b", named)
    return set(codes) - {record["code"]}
