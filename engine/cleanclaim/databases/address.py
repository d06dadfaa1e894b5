"""Where a database is, as it was given and as it may be shown; what is asked of it, and a table of it."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

Kind = Literal["postgresql", "sqlite", "duckdb"]
DEFAULT_TABLE = "cleanclaim_findings"
FORMS = "postgresql://HOST/NAME, sqlite:///PATH or duckdb:///PATH"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,62}")
_SCHEMES: dict[str, Kind] = {
    "postgresql": "postgresql", "postgres": "postgresql", "sqlite": "sqlite", "duckdb": "duckdb",
}  # fmt: skip
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://(.*)", re.DOTALL)
_HOST = re.compile(r"(\[[0-9A-Fa-f:.%]+\]|[^:@\[\]]*)(:[0-9]*)?")
_SHOWN = ("host", "hostaddr", "port", "dbname", "service", "sslmode", "target_session_attrs")
"""Parameters of a PostgreSQL address that say which database it is, and nothing of who asks."""
_SECRET = ("password", "sslpassword", "oauth_client_secret", "scram_client_key", "scram_server_key")


class AddressRefused(ValueError):
    """What is no address of a database, or bears a password; the message never repeats it."""


@dataclass(frozen=True)
class Address:
    """A database."""

    kind: Kind
    shown: str
    """Its address without user, password or anything else of who asks."""
    url: str = field(default="", repr=False)
    """As libpq takes it; PostgreSQL alone."""
    path: Path | None = None
    """Of a file."""


@dataclass(frozen=True)
class Query:
    """What is asked of a database."""

    address: Address
    sql: str


@dataclass(frozen=True)
class Target:
    """A table of a database."""

    address: Address
    schema: str | None
    """None for the one in which the database looks first."""
    table: str

    @property
    def name(self) -> str:
        """The table's name with its schema."""
        return f"{self.schema}.{self.table}" if self.schema else self.table

    @property
    def shown(self) -> str:
        """The table as it is shown."""
        return f"{self.address.shown}: the table {self.name}"


def address_of(text: str) -> Address:
    """The database at an address. Raises AddressRefused.

    A file's path stands behind three slashes as it is: `sqlite:///claims.db` in the folder of the run,
    `sqlite:////data/claims.db` anywhere.
    """
    match = _SCHEME.fullmatch(text)
    kind = _SCHEMES.get(match[1].lower()) if match else None
    if match is None or kind is None:
        raise AddressRefused(f"it is no address of a database: {FORMS}")
    if kind == "postgresql":
        return Address(kind, _shown(text), url=text)
    path = match[2].removeprefix("/")
    if path == match[2] or not path or "\0" in path:
        raise AddressRefused(
            f"a file's path stands behind three slashes: {kind}:///claims.db, {kind}:////data/claims.db"
        )
    return Address(kind, f"{kind}:///{path.encode('utf-8', 'replace').decode()}", path=Path(path))


def table_of(address: Address, name: str) -> Target:
    """The table of a name, which may have a schema before it. Raises AddressRefused."""
    schema, dot, table = name.rpartition(".")
    if not _NAME.fullmatch(table) or (dot and not _NAME.fullmatch(schema)):
        raise AddressRefused(
            "a table's name is of letters a to z, digits and underscores, at most 63; a schema may stand before it: "
            "billing.findings"
        )
    if address.kind == "sqlite" and schema:
        raise AddressRefused("a table of a SQLite file has no schema")
    return Target(address, schema or None, table)


def _shown(url: str) -> str:
    """A PostgreSQL address that can be shown. Raises AddressRefused for one with a password."""
    try:
        parts = urlsplit(url)
        parameters = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        raise AddressRefused("it is no address of a PostgreSQL database") from None
    if _bears_a_password(parts) or any(name in _SECRET for name, _ in parameters):
        raise AddressRefused(
            "a password does not stand in an address, where others can read it: PGPASSWORD, ~/.pgpass or a service "
            "file (PGSERVICE) may hold it"
        )
    host = parts.netloc.rpartition("@")[2]
    if parts.fragment or not url.isprintable() or not all(map(_HOST.fullmatch, host.split(","))):
        raise AddressRefused("it is no address of a PostgreSQL database, as postgresql://HOST:PORT/NAME")
    shown = urlencode([one for one in parameters if one[0] in _SHOWN], safe="/,:")
    return f"postgresql://{host}{parts.path}{'?' if shown else ''}{shown}"


def _bears_a_password(parts: SplitResult) -> bool:
    """Whether a colon stands before the host, or an @ behind it, which may be of a password too."""
    return ":" in parts.netloc.rpartition("@")[0] or "@" in f"{parts.path}?{parts.query}"
