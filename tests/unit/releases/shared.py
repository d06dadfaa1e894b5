"""The public files beside the checkout, and what a test says that is skipped without them."""

from pathlib import Path

import pytest

DATA = Path(__file__).parents[4] / "shared" / "data"
HCPCS, NCCI, FEES = DATA / "hcpcs", DATA / "ncci", DATA / "fees"
PRODUCTS, OTHERS = (
    HCPCS / "HCPCS_2026_JAN_Q4xxx_reconstructed.csv",
    HCPCS / "HCPCS_2026_JAN_A2001-A2030_C5271-C5278_reconstructed.csv",
)
needs_shared = pytest.mark.skipif(not DATA.is_dir(), reason=f"there is no folder {DATA.name} of CMS files beside")
