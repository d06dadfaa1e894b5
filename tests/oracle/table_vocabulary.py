"""The words that random tables and modifier records are made of; see case_vocabulary.py."""

# Rows of add-on code tables: the primaries that they name for some codes, and the days of the rows.

USUAL_PRIMARIES: dict[str, tuple[str, ...]] = {
    "15272": ("15271",),
    "15274": ("15273",),
    "15273": ("15271",),
    "15777": ("19357", "11042"),
    "99292": ("99291",),
    "0836T": ("88177",),
    "88177": ("0836T", "99213"),
    "C5272": ("C5271",),
    "Q4257": ("15271", "15275", "C5271"),
    "Q4116": ("15777", "15271"),
    "G0022": ("G0019",),
    "G0316": ("G0317", "99223"),
    "G0317": ("G0316",),
}
EDIT_TYPES = (1, 1, 1, 3, 3, 2, 1)
ADD_ON_PARTS = (("dated",), ("dated",), ("undated",), ("undated", "dated"))

# MUE tables.

MUE_PARTS = ("practitioner", "outpatient", "dme")
MUE_UNITS = ("1", "1", "2", "2", "4", "25", "0", "0", "3", "100")
MUE_INDICATORS = (1, 1, 2, 3)
