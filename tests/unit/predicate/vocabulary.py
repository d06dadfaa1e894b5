"""The values that made-up conditions and facts are built of: ordinary ones, and those that a reader may trip over."""

from datetime import date
from decimal import Decimal

from cleanclaim.edits import Parameter

WORDS = (
    "none", "unknown", "UN", "UNK", "11", "2", "007", "7", "7.0", "-1", "1e5", "true", "null", "Q4257", "15271",
    "it's", "''", "'", '"', "\\", "a\\", "a\\n", "a\nb", "a\tb", "\x00", "a\x00b", "\x1f", "%", "%27", "%2527", "100%",
    " ", "", "a b", "{x}", "[x]", "$m", "$and", "a,b", "a;b--c", "/*", "é", "e\u0301", "ß", "SS", "\u2028", "\u200b",
    "😀", "Ω" * 40, "x" * 300, "x" * 301,
)  # fmt: skip
CODES = (
    "Q4100", "Q4149", "Q4150", "Q4199", "Q4200", "Q4257", "Q4449", "Q4450", "q4150", "Q415", "Q41500", "Q41A0",
    "Q4150\n", "Q41\uff150", "Q 150", "15271", "15272", "1527A", "0001T", "0100T", "0199T", "0200T", "0100F", "none",
    "-", "Q4150-Q4199",
)  # fmt: skip
CODES_TO_NAME = tuple(code for code in CODES if len(code) == 5 and code.isascii() and code.isalnum() and code.isupper())
MODIFIERS = ("GY", "GA", "GZ", "JW", "59", "1P", "A1")
ODD_MODIFIERS = ("gy", "'\"", "%4", "\\\\", "é1", "\x00\x00", "😀x", "  ")
DAYS = (
    date(1, 1, 1), date(1999, 12, 31), date(2024, 2, 29), date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 2),
    date(2026, 3, 31), date(2026, 4, 1), date(9999, 12, 31),
)  # fmt: skip
QUANTITIES = tuple(map(Decimal, (
    "0", "0.001", "0.499", "0.5", "1", "1.5", "2", "2.5", "3.000", "25", "25.001", "99.999", "100", "9999999.999",
)))  # fmt: skip
"""Of what a line may bill; negative ones too."""
CONSTANTS = (*QUANTITIES, Decimal("999999999.999"), Decimal(999_999_999))
UNITS = (*QUANTITIES, *(-one for one in QUANTITIES), Decimal("-0"))
CHARGES = (*UNITS, Decimal("999999999999999.99"), Decimal("-999999999999999.99"))
COUNTS = (0, 1, 2, 3, 25, 100, 999_999)

_CITED = {"citations": [{"document": "None", "section": "none", "url": "https://example.org", "read": "2026-01-01"}]}


def _parameter(name: str, **rest: object) -> Parameter:
    return Parameter.model_validate({"name": name, "title": "A parameter", **_CITED, **rest})


PARAMETERS = {
    one.name: one
    for one in (
        _parameter(
            "products",
            lists=[
                {"effective": {"last": "2025-12-31"}, "codes": ["Q4100-Q4199", "15271"]},
                {"effective": {"first": "2026-01-01"}, "codes": ["Q4150-Q4449", "0001T-0199T"]},
            ],
        ),
        _parameter("codes_alone", lists=[{"codes": ["15271", "15272", "Q4257"]}]),
        _parameter(
            "sometimes",
            lists=[
                {"effective": {"first": "2024-02-29", "last": "2024-02-29"}, "codes": ["1527A-1527A", "Q4100-Q4100"]},
                {"effective": {"first": "2025-12-31", "last": "2026-03-31"}, "codes": ["Q4000-Q4999"]},
                {"effective": {"first": "2026-01-01"}, "codes": ["15271"]},
            ],
        ),
        _parameter("allowance", numbers=[{"value": "1.25"}]),
        _parameter(
            "most_units",
            numbers=[
                {"effective": {"last": "2025-12-31"}, "value": "25"},
                {"effective": {"first": "2026-01-01", "last": "2026-03-31"}, "value": "-0.5"},
                {"effective": {"first": "2026-04-01"}, "value": "9999999.999"},
            ],
        ),
    )
}
LISTS = tuple(name for name, one in PARAMETERS.items() if one.lists)
NUMBERS = tuple(name for name, one in PARAMETERS.items() if one.numbers)
