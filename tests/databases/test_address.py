"""Addresses of databases: what they name, and that nothing of who asks is ever shown of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.settings import examples

from cleanclaim.databases.address import AddressRefused, address_of, table_of

SHOWN = {
    "postgresql://localhost/claims": "postgresql://localhost/claims",
    "postgres://localhost:5433/claims": "postgresql://localhost:5433/claims",
    "postgresql://biller@db.example,other:5432/claims": "postgresql://db.example,other:5432/claims",
    "postgresql:///claims?host=/run/postgresql&user=biller&passfile=/secret": (
        "postgresql:///claims?host=/run/postgresql"
    ),
    "postgresql://?service=claims": "postgresql://?service=claims",
    "postgresql://[::1]:5432/claims?sslmode=verify-full&sslkey=/k": "postgresql://[::1]:5432/claims?sslmode=verify-full",
    "sqlite:///claims.db": "sqlite:///claims.db",
    "SQLITE:////data/my claims#1?.db": "sqlite:////data/my claims#1?.db",
    "duckdb:////data/claims.duckdb": "duckdb:////data/claims.duckdb",
}
REFUSED = (
    "", "claims.db", "sqlite:claims.db", "sqlite://claims.db", "sqlite:///", "mysql://localhost/claims",
    "postgresql:claims", "postgresql://[::1/claims", "postgresql://host:port/claims", "postgresql://host/claims#part",
    "duckdb:///a\0b", "postgresql://host/claims\n", "host=localhost dbname=claims",
)  # fmt: skip
WITH_PASSWORD = (
    "postgresql://biller:{}@host/claims", "postgresql://:{}@host/claims", "postgresql://host/claims?password={}",
    "postgresql://biller@host/claims?user=x&password={}", "postgresql://host/claims?sslpassword={}",
    "postgresql://biller:{}", "postgresql://host:{}/claims", "mysql://biller:{}@host/claims",
    "postgresql://biller:{}@[host/claims", "biller:{}@host", "postgresql://a:{}@b:{}@host",
)  # fmt: skip
secrets = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=3).map(lambda text: f"Xy{text}zZ9")


@pytest.mark.parametrize("text", SHOWN)
def test_an_address_is_shown_without_who_asks(text: str) -> None:
    assert address_of(text).shown == SHOWN[text]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(AddressRefused):
        address_of(text)


@examples(300)
@given(st.sampled_from(WITH_PASSWORD), secrets)
def test_a_password_in_an_address_is_refused_and_never_shown(form: str, secret: str) -> None:
    """Its slashes and question marks may end the part of the address in which it stands."""
    with pytest.raises(AddressRefused) as refused:
        address_of(form.replace("{}", secret))
    assert "Xy" not in str(refused.value)
    assert "zZ9" not in str(refused.value)


@pytest.mark.parametrize("name", ["findings", "Findings_2", "billing.findings", "_", "select", "a" * 63])
def test_a_table_has_a_plain_name(name: str) -> None:
    assert table_of(address_of("postgresql:///claims"), name).name == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "a.b.c",
        ".a",
        "a.",
        "a b",
        'a"; drop table x; --',
        "a'b",
        "1a",
        "a" * 64,
        "a\n",
        "é",
        "a;b",
        "a-b",
        "a\0",
    ],
)
def test_any_other_name_is_refused(name: str) -> None:
    with pytest.raises(AddressRefused):
        table_of(address_of("postgresql:///claims"), name)


def test_a_table_of_sqlite_has_no_schema() -> None:
    with pytest.raises(AddressRefused):
        table_of(address_of("sqlite:///claims.db"), "main.findings")
