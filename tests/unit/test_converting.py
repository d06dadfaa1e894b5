"""Claims that are converted are read back as they were, but for what may name a patient."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given

from cleanclaim.claims import Claim, ReadClaim
from cleanclaim.converting import ALL_WRITTEN, Conversion, run_convert
from cleanclaim.read.source import read_claims
from cleanclaim.read.table import read_parquet
from cleanclaim.runs.claim_output import canonical
from cleanclaim.runs.stages import Stages

from .read.making import Fields, as_claims, several_claims
from .settings import examples


def converted(claims: list[Fields], folder: Path, name: str) -> Path:
    """The file that claims as JSON are converted into."""
    source, output = folder / "claims.json", folder / name
    source.write_text(json.dumps(claims))
    assert run_convert(Conversion([str(source)], None, None, None, output), io.StringIO(), Stages()) == ALL_WRITTEN
    return output


def resolved(claim: Claim) -> Claim:
    """The claim as a table holds it: what its lines do not say is said on each of them."""
    lines = tuple(
        one.model_copy(update={
            "place_of_service": one.place_of_service or claim.place_of_service,
            "rendering_provider": one.rendering_provider or claim.rendering_provider,
        })
        for one in claim.lines
    )  # fmt: skip
    return claim.model_copy(update={"lines": lines, "place_of_service": None, "rendering_provider": None})


def claims_of(found: list[ReadClaim]) -> list[Claim]:
    assert all(one.is_whole and not one.unreadable for one in found)
    return [one.claim for one in found if one.claim is not None]


@examples(60)
@given(several_claims())
def test_what_is_written_is_read_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, claims: list[Fields]) -> None:
    folder = tmp_path_factory.mktemp("converted")
    wanted = [canonical(claim) for claim in as_claims(claims)]
    assert claims_of(list(read_claims(converted(claims, folder, "claims.jsonl")))) == wanted
    table = claims_of(list(read_parquet(converted(claims, folder, "claims.parquet"), "claims")))
    assert table == [resolved(claim) for claim in wanted]
