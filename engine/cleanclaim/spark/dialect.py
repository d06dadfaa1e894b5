"""Statements as the executors share them, written in DuckDB's SQL, as Spark takes them."""

import re
from collections.abc import Mapping

from sqlglot import exp, parse_one

_DIALECT = "duckdb"
_DATE_PARTS = {"%Y": "yyyy", "%m": "M", "%d": "d", "%b": "MMM"}
_TOUCHING = re.compile(r"(?<=[%\w])%m|%m(?=%|\d)|(?<=[%\w])%d|%d(?=%|\d)")


def statement_of(sql: str) -> exp.Expr:
    """A statement that the executors share."""
    return parse_one(sql, read=_DIALECT)


def spark_sql(query: exp.Expr, names: Mapping[str, str]) -> str:
    """A query in Spark's SQL; `names` are those under which Spark has the tables."""
    copy = query.copy()
    within = {one.alias for one in copy.find_all(exp.CTE)}
    for table in list(copy.find_all(exp.Table)):
        if table.name in names and table.name not in within:
            known_as = table.alias_or_name
            table.set("this", exp.to_identifier(names[table.name]))
            if not table.alias:
                table.set("alias", exp.TableAlias(this=exp.to_identifier(known_as)))
    return copy.transform(_rewritten).sql(dialect="spark")


def spark_type(kind: str) -> str:
    """A type of DuckDB's in Spark's SQL."""
    return exp.DataType.build(kind, dialect=_DIALECT).sql(dialect="spark")


def _rewritten(node: exp.Expr) -> exp.Expr:
    """What Spark says in another way than sqlglot does."""
    if isinstance(node, exp.Cast) and isinstance(node.this, exp.Struct | exp.ToMap):
        return exp.cast(exp.Anonymous(this="map", expressions=_pairs(node.this)), node.to)
    if isinstance(node, exp.RegexpFullMatch):
        named = node.expression.name.replace("(?P<", "(?<")
        pattern = exp.Literal.string(rf"\A(?:{named})\z")
        return exp.RegexpLike(this=node.this, expression=pattern)
    if isinstance(node, exp.TimestampTrunc | exp.DateTrunc):
        # beyond the years of a calendar Spark fails
        is_of_calendar = exp.Between(
            this=exp.Year(this=node.this.copy()), low=exp.Literal.number(1), high=exp.Literal.number(9999)
        )
        return exp.Case(ifs=[exp.If(this=is_of_calendar, true=node)])
    if isinstance(node, exp.Anonymous) and node.name.lower() == "try_strptime":
        text, written = node.expressions
        return exp.Anonymous(
            this="try_to_timestamp", expressions=[text, exp.Literal.string(_date_format(written.name))]
        )
    return node


def _pairs(value: exp.Expr) -> list[exp.Expr]:
    """Keys and values in turn, of a struct or of an empty map."""
    return [
        part
        for one in value.expressions
        if isinstance(one, exp.PropertyEQ)
        for part in (exp.Literal.string(one.this.name), one.expression)
    ]


def _date_format(written: str) -> str:
    """A format of strptime's as Spark has it; where digits stand beside each other, days and months have two."""
    exact = {match.start() for match in _TOUCHING.finditer(written)}
    parts: list[str] = []
    literal, place = "", 0
    while place < len(written):
        word = written[place : place + 2]
        if word not in _DATE_PARTS:
            literal += written[place]
            place += 1
            continue
        letters = _DATE_PARTS[word]
        parts += [_in_quotes(literal), letters * 2 if place in exact and len(letters) == 1 else letters]
        literal, place = "", place + 2
    return "".join([*parts, _in_quotes(literal)])


def _in_quotes(literal: str) -> str:
    """What stands between the parts of a format: two quotes that touch would be one that is meant."""
    return "'" + literal.replace("'", "''") + "'" if literal else ""
