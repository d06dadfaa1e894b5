"""The quarter that a file's name or its headings tell."""

import re

from cleanclaim.codes import ReleaseId

_MONTHS = {"JAN": "01", "APR": "04", "JUL": "07", "OCT": "10"}
_MONTH = r"(?P<month>JAN(?:UARY)?|APR(?:IL)?|JULY?|OCT(?:OBER)?)"
_YEAR = r"(?P<year>20\d\d)"
_GAP = r"[-_ .,]{0,2}"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        rf"(?<!\d){_YEAR}{_GAP}{_MONTH}(?![A-Z])",
        rf"(?<![A-Z]){_MONTH}{_GAP}(?:0?1{_GAP})?{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}{_GAP}Q(?P<number>[1-4])(?!\d)",
        rf"(?<![A-Z])Q(?P<number>[1-4]){_GAP}{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}[-_. ](?P<digits>01|04|07|10)(?:[-_. ]?01)?(?!\d)",
        rf"(?<!\d)(?P<digits>01|04|07|10)[-_. ]?01[-_. ]?{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}(?P<digits>01|04|07|10)01(?!\d)",
    )
)
_ANNUAL = re.compile(r"HCPC(?:20)?(?P<year>\d\d)_CONTR_ANWEB", re.IGNORECASE | re.ASCII)
_LONGEST = 2_000


def quarters_in(text: str) -> frozenset[ReleaseId]:
    """The quarters that a name or heading tells, as 2026-01, 2026_JAN, January 2026, 2026Q1 or 01-01-2026 do.

    CMS's annual file (HCPC2019_CONTR_ANWEB) is January's, where nothing else is told.
    """
    told: set[str] = set()
    for form in _FORMS:
        for found in form.finditer(text[:_LONGEST]):
            groups = found.groupdict()
            if groups.get("number"):
                month = f"{int(groups['number']) * 3 - 2:02d}"
            else:
                month = groups.get("digits") or _MONTHS[groups["month"][:3].upper()]
            told.add(f"{groups['year']}-{month}")
    annual = _ANNUAL.search(text)
    return frozenset({f"20{annual['year']}-01"}) if annual and not told else frozenset(told)
