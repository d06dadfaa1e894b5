"""A catalogue with edits of a payer's own that look at all that is known of a line, and a checker that has it."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.unit.claims import library, record

from cleanclaim import Catalogue, Checker, load_catalogue
from cleanclaim.facts import LINE_FACTS

_POLICY = '{document: Policy, section: "1", url: "https://example.org/policy", read: 2026-01-01}'
_SERVICE = "procedure_code, date_of_service, rendering_provider"
_OF_OTHER_LINES = {
    "HSE001": ("billed_units_day > units", ""),
    "HSE002": ("billed_units_day > 2 and procedure_code = 'none'", ""),
    "HSE003": ("another = 'present'", f"  another: {{where: units > 1, same: [{_SERVICE}]}}\n"),
    "HSE004": ("another = 'absent'", "  another: {where: has_modifier('GY'), same: [place_of_service, ndc]}\n"),
    "HSE005": ("primary_procedure = 'present' or applied_sq_cm_day > 2", ""),
    "HSE006": ("duplicate_of > 0 and charge > 10", ""),
}  # fmt: skip
SHOWS_ALL = "HSE900"


@cache
def catalogue(*, shown: bool) -> Catalogue:
    """Ours, with edits that look at other lines; `shown`: and one on every line, whose message tells every fact."""
    edits = dict(_OF_OTHER_LINES)
    if shown:
        edits[SHOWS_ALL] = ("line_number > 0", "")
    with TemporaryDirectory() as folder:
        for edit_id, (condition, question) in edits.items():
            told = LINE_FACTS if edit_id == SHOWS_ALL else ("units", "charge", "rendering_provider")
            message = " ".join(f"{name}: {{{name}}};" for name in told)
            Path(folder, f"{edit_id}.yaml").write_text(
                f"id: {edit_id}\ntitle: An edit of the payer's own\ndisposition: advisory\nsuperseded_by: []\n"
                f"citations:\n  - {_POLICY}\n{'other_lines:' if question else ''}\n{question}"
                f'versions:\n  - {{when: "{condition}", message: "{message}", fix: None.}}\n'
            )
        return load_catalogue(Path(folder))


@cache
def checker_of(*, shown: bool) -> Checker:
    """A checker with it, by a small library."""
    add_on = record(
        "Q4257", "Product, per square centimeter (add-on, list separately in addition to primary procedure)"
    )
    held = library(add_on, *(record(code) for code in ("A4649", "J0120", "A0428", "Q4100")))
    return Checker(held, catalogue(shown=shown), information=True)
