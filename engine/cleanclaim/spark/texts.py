"""Values of Spark's types as the texts that DuckDB has for them, where those of a cast are others."""

from pyspark.sql.types import BinaryType, DataType, DoubleType, FloatType, TimestampType


def text_as_duckdb_has_it(name: str, kind: DataType) -> str | None:
    """The values of a column as text, as SQL; None where a cast tells them."""
    if isinstance(kind, FloatType | DoubleType):
        return _number(name)
    if isinstance(kind, TimestampType):
        return f"cast({name} as string) || '+00'"  # a moment, which is another day elsewhere
    return _bytes(name) if isinstance(kind, BinaryType) else None


def _number(name: str) -> str:
    """A floating number: with an exponent from 1e16 and below 0.0001, where Java has one from 1e7 and below 0.001."""
    java = f"cast({name} as string)"
    size = f"abs(cast({java} as double))"  # of a FLOAT, that of its text
    exponent = f"cast(substring_index({java}, 'E', -1) as int)"
    written = (
        f"regexp_replace(substring_index({java}, 'E', 1), '[.]0$', '') || 'e' || if({exponent} < 0, '-', '+') "
        f"|| if(abs({exponent}) < 10, '0', '') || abs({exponent})"
    )
    plain = f"rtrim('0', cast(try_cast({java} as decimal(38, 21)) as string))"
    return (
        f"case when isnan({name}) then 'nan' when endswith({java}, 'y') then if({name} > 0, 'inf', '-inf') "
        f"when not contains({java}, 'E') then {java} when {size} >= 1e16d or {size} < 1e-4d then {written} "
        f"else {plain} || if(endswith({plain}, '.'), '0', '') end"
    )


def _bytes(name: str) -> str:
    """Bytes: those of ASCII that can be printed as they are, quotes and backslashes aside, others as hexadecimal."""
    shown = "one between '20' and '7E' and one not in ('22', '27', '5C')"
    each = f"if({shown}, decode(unhex(one), 'UTF-8'), chr(92) || 'x' || one)"
    return f"array_join(transform(regexp_extract_all(hex({name}), '(..)', 1), one -> {each}), '')"
