"""The words that random claims and releases are made of: few codes, dates and providers, so that they meet.

Each option that should come often stands several times. Simple options stand first: shrinking moves to them.
"""


# Dates of service, by era, and the releases that belong to it.

ERAS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("2026-01-01", "2026-01-02", "2025-12-31", "2026-03-31", "2026-04-01"),
        ("2026-01", "2025-10", "2026-04"),
    ),
    (("2025-10-01", "2025-09-30", "2025-12-31", "2026-01-01"), ("2025-10", "2025-07", "2026-01")),
    (
        ("2026-01-01", "2025-12-31", "2025-12-30", "2025-10-01", "2026-04-01", "2026-07-15"),
        ("2025-04", "2025-10", "2026-01", "2026-04", "2026-07"),
    ),
    (("2013-04-01", "2013-03-31", "2013-04-02"), ("2013-04", "2013-01", "2012-10")),
    (
        ("2026-01-01", "2025-12-31", "2026-01-02", "2025-12-30"),
        ("2026-01", "2025-10"),
    ),
    (("2026-01-15", "2026-01-16", "2026-03-31", "2026-04-01"), ("2026-01", "2026-04")),
    (("2025-11-03", "2025-11-04", "2025-12-31", "2026-01-01"), ("2025-10", "2026-01")),
    (("2024-07-01", "2024-06-30", "2024-09-30", "2024-10-01"), ("2024-07", "2024-04", "2024-10")),
    (("2023-07-01", "2023-06-30", "2023-07-02"), ("2023-07", "2023-04")),
    (("2023-01-01", "2022-12-31", "2023-01-02"), ("2023-01", "2022-10")),
    (("2017-01-01", "2016-12-31", "2017-01-02"), ("2017-01", "2016-10")),
    (("2014-01-01", "2013-12-31", "2014-01-02"), ("2014-01", "2013-10")),
    (("2012-01-01", "2011-12-31", "2012-01-02"), ("2012-01", "2011-10")),
    (("2010-04-01", "2010-03-31", "2010-04-02"), ("2010-04", "2010-01")),
    (("2008-01-01", "2007-12-31", "2008-01-02"), ("2008-01", "2007-10")),
    (("2007-01-01", "2006-12-31", "2007-01-02"), ("2007-01", "2006-10")),
)
ADDED = ("1999-01-01",) * 60 + (
    "2025-10-01",
    "2025-12-31",
    "2026-01-01",
    "2026-01-02",
    "2026-04-01",
    "2013-04-01",
    "2008-01-01",
)
ENDS = ("2025-09-30", "2025-12-31", "2026-01-01", "2026-03-31", "2013-03-31", "2010-03-31", "2007-12-31")
TERMINATED = ("",) * 30 + ENDS
ASC_SINCE = (
    "",
    "2007-01-01",
    "2008-01-01",
    "2008-01-02",
    "2025-12-31",
    "2026-01-01",
    "2026-01-02",
    "2026-04-01",
)

# Codes of Level II, with the long and short descriptions that a release may give them.

TO_PRIMARY = "(add-on, list separately in addition to primary procedure)"
PRODUCT_TEXTS = (
    f"Product, per square centimeter {TO_PRIMARY}",
    f"Product, per square centimeter {TO_PRIMARY}",
    "Product, PER  SQUARE cenitmeter (List  In  Addition To primary procedure)",
    "Product, per square centimeter",
    "Product, per square centimeter",
    "Product, per square  centimeter (add-on)",
    "Product, per square cenitmeter (add-on, list separately in addition to 15271 or c5271)",
    "Product, per square centimeter (list separately in addition to q4257) (not with 97602)",
    "Product, 1 mg",
    "Product (list in addition to primary procedure)",
    f"Product, per cubic centimeter {TO_PRIMARY}",
    f"Product, per 16 square centimeters {TO_PRIMARY}",
)
PRODUCT_SHORTS = ("Product", "Product, per sq cm", "PRODUCT PER  SQ CM", "Product per 16 sq cm")
SERVICE_TEXTS = (
    "Service",
    "Service, each unit (add-on)",
    f"Service, each additional {TO_PRIMARY}",
    "Service (list separately in addition to primary procedure)",
)
CUBIC_TEXTS = ("Product, per cubic centimeter", f"Product, per Cubic  Centimeter {TO_PRIMARY}")


def names(*codes: str) -> tuple[str, ...]:
    """Descriptions of an add-on service that name these codes as its primaries."""
    named = " or ".join(codes)
    return (
        f"Service, additional 30 minutes (list separately in addition to {named})",
        f"Service, additional 30 minutes (LIST SEPARATELY IN ADDITION TO {named}), not with 99213",
        f"Service, each additional (list in addition to cpt code {named.lower()} for navigation) (use S9001)",
    )


TEXTS: dict[str, tuple[str, ...]] = {
    "Q4257": PRODUCT_TEXTS,
    "Q4390": PRODUCT_TEXTS,
    "Q4100": ("Skin substitute, not otherwise specified", *PRODUCT_TEXTS),
    "Q4431": ("Product, not otherwise specified (list in addition to primary procedure)",),
    "A2025": CUBIC_TEXTS,
    "A2001": PRODUCT_TEXTS,
    "A4100": ("Skin substitute, not otherwise specified",),
    "Q4116": (PRODUCT_TEXTS[0], "Product, per square centimeter"),
    "Q4112": ("Product, injectable, 1 cc", "Product, per 0.1 cc"),
    "C9358": ("Product, per 0.5 square centimeters", f"Product, per 0.5 square centimeters {TO_PRIMARY}"),
    "C1849": PRODUCT_TEXTS,
    "Q4300": (PRODUCT_TEXTS[0], "Product, per square centimeter"),
    "Q4301": (PRODUCT_TEXTS[0], "Product, per square centimeter"),
    "A6600": ("Dressing, per 250 square centimeters, each",),
    "A6021": ("Dressing, per square centimeter", "Dressing, each"),
    "C5271": ("Application, first 25 sq cm",),
    "C5272": names("C5271"),
    "C5273": ("Application, first 100 sq cm",),
    "C5275": ("Application, first 25 sq cm",),
    "G0019": ("Navigation, 60 minutes", *names("77065", "77066")),
    "G0022": names("G0019"),
    "G0316": names("G0317", "99223"),
    "G0317": names("G0316"),
    "G0318": names("G0022", "G0316"),
    "G0136": (*names("G0136"), *names("G0136", "G0019")),
    "G0235": SERVICE_TEXTS,
    "G2211": SERVICE_TEXTS,
    "H0001": SERVICE_TEXTS,
    "S9001": SERVICE_TEXTS,
    "T1001": SERVICE_TEXTS,
    "J3490": ("Drug, unclassified", *SERVICE_TEXTS),
    "E0983": ("Wheelchair accessory, power add-on",),
    "A0020": SERVICE_TEXTS,
    "A0021": SERVICE_TEXTS,
    "A0425": ("Ground mileage, per mile", f"Ground mileage {TO_PRIMARY}"),
    "A0999": SERVICE_TEXTS,
    "A1000": SERVICE_TEXTS,
}

# Codes that no release of Level II holds. Those that are malformed include traps for a careless cleaner.

OTHER_CODES = (
    "15271",
    "15272",
    "15273",
    "15274",
    "15275",
    "15777",
    "19357",
    "97602",
    "99213",
    "99223",
    "99291",
    "99292",
    "77066",
    "0836T",
    "88177",
    "1234F",
    "69991",
)
MALFORMED = (
    "ABCDE",
    "Q425",
    "Q42577",
    "W1234",
    "\u00c94257",  # E with an acute accent
    "\u01314257",  # a dotless i, which str.upper makes an I
    "\u00a0Q4257",  # a no-break space, which str.strip takes away
    "\u0661\u0665\u0662\u0667\u0661",  # Arabic-Indic digits
    "\uff314257",  # a full-width Q
)
ODD_CODES = ("D0120", "AAAB1", "15271", "Q4257", "Q9999", "Q4432", "A4100", *MALFORMED)
THEMES: tuple[tuple[str, ...], ...] = (
    ("Q4257", "15271", "15272", "Q4390"),
    ("Q4257", "C5271", "C5272", "15275", "Q4100"),
    ("Q4257", "Q4390", "C5271", "C5275", "11042", "15272"),
    ("Q4390", "15271", "99213", "97602", "Q4431", "G2211"),
    ("A2025", "C9358", "C1849", "A2001", "15271", "69991", "C5275"),
    ("G0019", "G0022", "77066", "G0318", "G0316"),
    ("G0316", "G0317", "99223", "G0318"),
    ("G0136", "G0019", "G0022", "J3490"),
    ("G2211", "H0001", "S9001", "T1001", "J3490", "99213", "0836T"),
    ("C5272", "C5271", "A6021", "A6600", "E0983"),
    ("A0425", "A0999", "A1000", "A0020", "A0021"),
    ("G0235", "A0425", "G2211", "0836T"),
    ("A0425", "A0999"),
    ("Q4257", "15271"),
    ("Q4257", "15271"),
    ("Q4257", "15271", "15272"),
    ("Q4257", "15271", "15272", "15273", "15274"),
    ("Q4257", "Q4390", "15271", "15272", "15275", "15273"),
    ("Q4257", "C5271", "C5273", "15271", "15273"),
    ("15271", "15273", "C5271", "15275", "97602"),
    ("15271", "15272", "Q4112", "Q4257"),
    ("15271", "Q4100", "Q4431", "A4100", "97602"),
    ("19357", "15777", "Q4116"),
    ("15777", "Q4116", "15271", "11042"),
    ("99291", "99292", "99223"),
    ("0836T", "88177", "99213"),
    ("0836T", "88177"),
    ("Q4257",),
    ("Q4257", "Q4390"),
    ("J3490", "99213"),
    ("G0022", "G0019"),
    ("C5272", "C5271", "G0316", "G0317"),
    tuple(TEXTS),
    (*OTHER_CODES, "Q4257", "J3490"),
)

# Themes of wound claims: products, what applies them, and the eras in which edits look at them.

WOUND_THEMES: tuple[tuple[str, ...], ...] = (
    ("Q4300", "15271"),
    ("Q4300", "15271"),
    ("Q4300", "15271", "15272"),
    ("Q4300", "15271", "15272"),
    ("Q4300", "15271", "15272"),
    ("Q4300", "Q4301", "15271", "15272", "15275"),
    ("Q4300", "15271", "15273", "15274", "15275"),
    ("Q4300", "C5271", "C5272", "15271"),
    ("Q4300", "Q4301"),
    ("Q4300",),
    ("15271", "C5273", "15277", "Q4112"),
    ("15271", "97602", "Q4300"),
    ("Q4300", "A2025", "15271", "15272"),
    ("Q4300", "A2025", "15271", "15272"),
    ("Q4300", "15273", "15274"),
)
WOUND_ERAS = tuple(era for era in ERAS if era[0][0] >= "2012")

# The other fields of a record.

COVERAGE = ("C", "C", "D", "I", "M", "S", "S", "", "", "")
PRICING = ("51", "11", "00", "13")
STATUTES = ("", "1833(t)", "1861(n)")
CROSS_REFERENCES: tuple[tuple[str, ...], ...] = ((), ("Q4431", "Q4432"), ("15271",))
REFERENCES: tuple[tuple[str, ...], ...] = ((), ("35-10",))
SCOPES = ("partial", "complete", "complete")
