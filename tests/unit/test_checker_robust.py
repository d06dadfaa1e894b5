"""What a Checker bears without harm, and what never shows in what it says."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from .claims import checker, claim, fired, line, record
from .settings import examples
from .test_checker import A4450, I1111, run

MARKER = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=10).map(lambda text: f"DOE{text}JANE")
SHOWN = checker(
    A4450,
    I1111,
    record("Q4257", "Relese, per square centimeter (list separately in addition to primary procedure)"),
    information=True,
)


@examples(150)
@given(
    MARKER,
    MARKER,
    st.lists(st.sampled_from(["A4450", "A1111", "Q4257", "Q9999", "15271", "bad", None]), min_size=1, max_size=4),
)
def test_nothing_of_a_patient_is_in_any_finding_or_log(patient: str, description: str, codes: list[str | None]) -> None:
    logged: list[logging.LogRecord] = []
    handler = logging.Handler()
    handler.emit = logged.append  # type: ignore[method-assign]
    logging.getLogger().addHandler(handler)
    lines = [line(number, code, units="1.5", description=description) for number, code in enumerate(codes, start=1)]
    findings = SHOWN.check(claim(*lines, patient_id=patient))
    findings += SHOWN.check(claim(*lines, patient_id=patient, payer_type="unknown"))
    logging.getLogger().removeHandler(handler)
    assert findings
    assert not logged
    for finding in findings:
        assert "DOE" not in finding.model_dump_json()
    assert "DOE" not in repr(claim(*lines, patient_id=patient))


def test_nothing_of_a_patient_is_in_the_refusal_of_a_claim() -> None:
    twice = [line(1, "A4450", description="DOE"), line(1, "A4450")]
    with pytest.raises(ValidationError, match="two lines bear the same line number") as refused:
        claim(*twice, patient_id="DOE")
    assert "DOE" not in str(refused.value)
    with pytest.raises(ValidationError) as refused:
        claim(line(1, "A4450", description=["DOE"]), patient_id={"name": "DOE"})
    assert "DOE" not in str(refused.value)


def test_text_that_is_no_text_is_no_claim() -> None:
    for field in ("claim_id", "patient_id", "rendering_provider", "billing_provider"):
        with pytest.raises(ValidationError):
            claim(line(1, "A4450"), **{field: "a\ud800b"})


NASTY = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@examples(150)
@given(NASTY, NASTY, NASTY)
def test_no_text_in_a_claim_breaks_the_engine(provider: str, code: str, ndc: str) -> None:
    made = claim(line(1, code, ndc=ndc, rendering_provider=provider), line(2, "A4450"), billing_provider=provider)
    findings = SHOWN.check(made)
    assert "SYS020" not in [one.edit_id for one in findings]
    assert [one.edit_id for one in findings if one.line_number == 2] == ["COV080"]


def test_a_claim_of_ten_thousand_lines_is_checked_whole() -> None:
    own = checker(A4450, I1111)
    lines = [line(n, "A1111" if n % 1000 == 0 else "A4450", charge=n) for n in range(1, 10_001)]
    assert fired(own.check(claim(*lines))) == [(number, "COV010") for number in range(1000, 10_001, 1000)]
    assert own.census.lines == 10_000


def test_memory_does_not_grow_with_the_number_of_claims() -> None:
    done = run(
        "import sys\n"
        "def resident():\n"
        "    with open('/proc/self/statm') as file:\n"
        "        return int(file.read().split()[1]) * 4096\n"
        "own = checker(record('A4450'), record('A1111', coverage_code={'code': 'I'}))\n"
        "claims = [\n"
        "    claim(line(1, code), line(2, 'A4450', rendering_provider=str(n)), claim_id=str(n))\n"
        "    for n in range(500) for code in ('A4450', 'A1111')\n"
        "]\n"
        "for turn in range(20):\n"
        "    for one in claims:\n"
        "        own.check(one)\n"
        "    if turn == 1:\n"
        "        after_first = resident()\n"
        "assert own.census.claims == 20_000\n"
        "sys.stdout.write(str(resident() - after_first))\n"
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 20_000_000
