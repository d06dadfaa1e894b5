"""The words that the fields of random claims are made of; see case_vocabulary.py."""

from decimal import Decimal

CLAIM_TYPES = ("professional", None, "institutional", "dme")
BILL_TYPES = ("131", "131", "131", "121", "141", "851", "111", "321", None)
PAYERS = ("medicare", "medicare", "medicare", "medicare", "other", "medicare_advantage", "unknown", None)
TAXONOMIES = (None, None, "261QA1903X", "261QA1903X", "207Q00000X", "207Q00000X")
WOUND_PAYERS = ("medicare",) * 7 + ("other",)
WOUND_TAXONOMIES = ("207Q00000X", "207Q00000X", "261QA1903X")
WOUND_PLACES = ("11", "22", "19", "31", "32", "24", "21", "23", "12")
PLACES = ("11", "24", "24", "22", "12", "31", "32", "19", "33")
PROVIDERS = ("P1", "P1", "P2", "P2", None)
LINE_PROVIDERS = (None, None, None, "P1", "P2", "P2")
UNITS = ("1", "1", "2", "25", "4") * 5 + (
    "0.5",
    "2.54",
    "1.001",
    "1.000",
    "9999999.999",
    "0",
    "-1",
    "-0.5",
    None,
)
UNIT_VALUES = tuple(None if units is None else Decimal(units) for units in UNITS)
APPLICATION_UNITS = ("1", "1", "1", "1", "2", "2", "3", "4", "5") * 3 + ("0", "0.5", None)
AREA_UNITS = (
    "25", "25", "25", "25", "31.25", "31.25", "31.25", "31.251", "31.251", "24", "31", "32", "50", "62.5",
    "62.501", "100", "100", "125", "125.001", "126", "12.5", "15.626", "250", "1",
)  # fmt: skip
UNIT_OF_MEASURE = (None,) * 8 + ("UN", "UN", "MJ", "GR")
MODIFIERS = (
    "GY",
    "GX",
    "GA",
    "GZ",
    "GA",
    "GZ",
    "SG",
    "EY",
    "GL",
    "KB",
    "QL",
    "TQ",
    "59",
    "JW",
    "JZ",
    "51",
    "76",
    "91",
    "XS",
    "XU",
    "ZZ",
    "1P",
    "RT",
    "KX",
    " gy",
    "gx ",
    "sg",
)
PRODUCT_MODIFIERS = ("JW", "JW", "JZ", "JZ", "KX", "GY", "jw ")
PROCEDURE_MODIFIERS = ("59", "XE", "XP", "XS", "XU", "51", "GX", "RT", "ZZ")
MODIFIER_COUNTS = (0, 0, 0, 1, 1, 2, 2, 3, 4)
FEW_MODIFIERS = (0, 0, 0, 0, 1, 1, 2)
QUALIFIERS = (None,) * 30 + ("HC", "HC", "HP", "ER", "IV", "WK")
REVENUE_CODES = ("0636", "0360", "0022", "0024")
LINE_COUNTS = (1, 2, 2, 3, 3, 4, 5, 6)
DESCRIPTIONS = (None, None, None, "Product, 2 by 3 cm", " ")
CHARGES = (None, None, None, "100", "100.00", "12.5")
NDCS = (None,) * 12 + ("12345678901", "10987654321")
CHANGED_IN_A_COPY: tuple[tuple[str, tuple[str | None, ...]], ...] = (
    ("units", ("1", "1.000", "2", None)),
    ("charge", ("100", "100.00", None)),
    ("ndc", ("12345678901", None)),
    ("description", ("Product, 2 by 3 cm", None)),
    ("rendering_provider", ("P1", "P2", None)),
    ("place_of_service", ("11", None)),
    ("unit_of_measure", ("UN", "MJ")),
)
