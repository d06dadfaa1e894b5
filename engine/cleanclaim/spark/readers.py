"""Claims that cannot be taken as they stand: a reader says what is wrong, on the executors, claim by claim.

No others come here. Their rows are brought together by claim as they stand in the input, and read as those of a file.
"""

import json
import pickle
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame, functions
from pyspark.sql.pandas.types import to_arrow_schema
from pyspark.sql.types import StructType

from cleanclaim.census import Census
from cleanclaim.claims import Location, PayerType, ReadClaim
from cleanclaim.edit_files import load_catalogue
from cleanclaim.findings import Finding
from cleanclaim.pipeline import Checker
from cleanclaim.places import shipped
from cleanclaim.read.header import Header
from cleanclaim.read.rows import Row, claims_of_rows
from cleanclaim.spark.database import SparkDatabase, failures, kept
from cleanclaim.spark.dialect import spark_type
from cleanclaim.spark.findings import FOUND
from cleanclaim.spark.source import FILE, ROW, SparkTable, text_query
from cleanclaim.values import Model
from cleanclaim.workers.messages import digest_of

_AT_ONCE = 1_000
_NOT_PLAIN = re.compile(r"[^\x20-\x7e]")
_COUNTS = ("claims", "lines", "bypassed", "lines_not_fully_checked", "failures", "unread")
_READ = {**FOUND, **dict.fromkeys(_COUNTS, "bigint")}
"""What readers give: findings, and rows without an edit that say what the claims came to."""


@dataclass(frozen=True)
class _Setup:
    """What a Checker on an executor is made of."""

    library: bytes
    """A CodeLibrary, pickled."""
    parameters: tuple[str, ...]
    """A payer's own parameters, and edits: each as the text of a file, which need not be there any more."""
    edits: tuple[str, ...]
    catalogue: str
    """What `digest_of` says of the catalogue that the run is on."""
    payer_type: PayerType
    information: bool


def odd_findings(
    database: SparkDatabase, checker: Checker, tables: Sequence[SparkTable], *, is_only: bool
) -> tuple[list[DataFrame], Census]:
    """The findings on the claims of the table `odd_claim` and on rows of no claim, and what they came to.

    `is_only` says that there is no other table. Raises DatabaseFailed.
    """
    setup = _setup_of(checker)
    schema = StructType.fromDDL(", ".join(f"{name} {spark_type(kind)}" for name, kind in _READ.items()))
    found, census = [], Census()
    for one in tables:
        with failures():
            rows = _odd_rows(database, one, is_only=is_only)
            reading = _Reading(setup, one.table.header, one.place, to_arrow_schema(schema))
            read = kept(rows.mapInArrow(reading, schema))
            counts = read.where("edit_id is null").agg(*(functions.sum(name) for name in _COUNTS)).collect()[0]
            found.append(read.where("edit_id is not null").select(*FOUND))
        for name, number in zip(_COUNTS, counts, strict=True):
            setattr(census, name, getattr(census, name) + int(number or 0))
    return found, census


def _odd_rows(database: SparkDatabase, one: SparkTable, *, is_only: bool) -> DataFrame:
    """The rows of a table that a reader must look at, in order of the claims that they are read with.

    A row of no claim is there by itself, and once more with each claim beside it.
    """
    database.run(f"create or replace temp view row_text as {text_query(one, is_only=is_only)}")
    of_claims = "select * from row_text where claim is null or claim in (select claim from odd_claim)"
    of_lost = (
        "select b.beside_claim as claim, t.* exclude (claim) from row_text t "
        f"join beside_lost b on b.{FILE} = t.{FILE} and b.{ROW} = t.{ROW} and b.place = {one.place}"
    )
    rows = database.frame(f"{of_claims} union all {of_lost}")
    by_itself = functions.xxhash64(*(functions.col(name) for name in rows.columns))
    return rows.repartition(functions.coalesce(functions.xxhash64("claim"), by_itself)).sortWithinPartitions(
        *rows.columns
    )


@dataclass(frozen=True)
class _Reading:
    """What an executor does with the rows of a partition."""

    setup: _Setup
    header: Header
    place: int
    schema: pa.Schema

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Findings, and at the end what the claims came to."""
        census = Census()
        found = self._found(batches, census)
        while some := list(islice(found, _AT_ONCE)):
            yield pa.RecordBatch.from_pylist(some, self.schema)
        yield pa.RecordBatch.from_pylist([{name: getattr(census, name) for name in _COUNTS}], self.schema)

    def _found(self, batches: Iterable[pa.RecordBatch], census: Census) -> Iterator[dict[str, object]]:
        rows = (row for batch in batches for row in zip(*(one.to_pylist() for one in batch.columns), strict=True))
        for claim, own in groupby(rows, key=itemgetter(0)):
            for of_one in [own] if claim is not None else ([row] for row in own):
                for turn, finding in enumerate(self._findings(of_one, census, is_lost=claim is None)):
                    row = finding.model_dump()
                    row["evidence"] = list(finding.evidence.items())
                    yield row | {"place": self.place, "turn": turn}

    def _findings(self, rows: Iterable[Sequence[Any]], census: Census, *, is_lost: bool) -> Iterator[Finding]:
        for read in claims_of_rows(map(self._row, rows), self.header):
            if is_lost or not _is_of_no_claim(read):
                checker = _checker(self.setup)
                checker.census = census
                yield from checker.check_read(read)
                if checker.is_spent:
                    _checker.cache_clear()

    def _row(self, row: Sequence[Any]) -> Row:
        _, file, number, *cells = row
        fields, wrong = self.header.fields(cells)
        return Row(Location(file=file, line=number), fields, wrong)


def _is_of_no_claim(read: ReadClaim) -> bool:
    return not read.claim_ids


def _setup_of(checker: Checker) -> _Setup:
    catalogue = checker.catalogue
    return _Setup(
        library=pickle.dumps(checker.library, pickle.HIGHEST_PROTOCOL),
        parameters=_texts(catalogue.parameters, catalogue.parameter_files),
        edits=_texts(catalogue.edits, catalogue.files), catalogue=digest_of(catalogue),
        payer_type=checker.payer_type, information=checker.information,
    )  # fmt: skip


def _texts(models: Mapping[str, Model], files: Mapping[str, Path]) -> tuple[str, ...]:
    """A payer's own edits or parameters as YAML, all but plain ASCII escaped."""
    ours = shipped("rules")
    own = [models[name] for name, path in sorted(files.items(), key=itemgetter(1)) if ours not in path.parents]
    texts = (json.dumps(one.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False) for one in own)
    return tuple(_NOT_PLAIN.sub(lambda one: f"\\U{ord(one[0]):08X}", text) for text in texts)


@lru_cache(maxsize=1)
def _checker(setup: _Setup) -> Checker:
    """The Checker of this executor's process."""
    with tempfile.TemporaryDirectory() as folder:
        for kind, texts in (("parameters", setup.parameters), ("edits", setup.edits)):
            for number, text in enumerate(texts):
                path = Path(folder, kind, f"{number:06}.yaml")
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8")
        catalogue = load_catalogue(*([Path(folder)] if setup.parameters or setup.edits else []))
    if digest_of(catalogue) != setup.catalogue:
        raise ValueError("the edits are not those of the run: the executors have another version of cleanclaim")
    library = pickle.loads(setup.library)  # noqa: S301  from the run that started us
    return Checker(library, catalogue, payer_type=setup.payer_type, information=setup.information)
