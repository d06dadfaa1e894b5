"""cleanclaim: which edits a US medical claim would fail, on which line, why, by whose authority, what to change."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleanclaim.catalogue import Catalogue, CatalogueRefused
    from cleanclaim.claims import Claim, ClaimLine
    from cleanclaim.codes import CodeRecord, CodeSetRelease
    from cleanclaim.edit_files import load_catalogue
    from cleanclaim.findings import Finding
    from cleanclaim.many import Checker, TableFindings, check_table
    from cleanclaim.pipeline import CheckerMisused, check
    from cleanclaim.read.columns import ColumnMapping, ColumnsRefused, read_columns
    from cleanclaim.relational.connection import DatabaseFailed
    from cleanclaim.releases.adding import add_files
    from cleanclaim.releases.library import CodeLibrary, LibraryRefused
    from cleanclaim.releases.opening import read_library

__version__ = "0.1.0"
__all__ = [
    "Catalogue", "CatalogueRefused", "Checker", "CheckerMisused", "Claim", "ClaimLine", "CodeLibrary", "CodeRecord",
    "CodeSetRelease", "ColumnMapping", "ColumnsRefused", "DatabaseFailed", "Finding", "LibraryRefused", "TableFindings",
    "add_files", "check", "check_table", "load_catalogue", "read_columns", "read_library",
]  # fmt: skip

_HOMES = {
    "Catalogue": "catalogue", "CatalogueRefused": "catalogue", "load_catalogue": "edit_files",
    "Claim": "claims", "ClaimLine": "claims", "CodeRecord": "codes", "CodeSetRelease": "codes",
    "Finding": "findings", "Checker": "many", "TableFindings": "many", "check_table": "many",
    "CheckerMisused": "pipeline", "check": "pipeline", "DatabaseFailed": "relational.connection",
    "add_files": "releases.adding", "read_library": "releases.opening",
    "ColumnMapping": "read.columns", "ColumnsRefused": "read.columns", "read_columns": "read.columns",
    "CodeLibrary": "releases.library", "LibraryRefused": "releases.library",
}  # fmt: skip


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: the command line's help needs none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
