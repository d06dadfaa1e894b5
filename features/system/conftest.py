"""A step of this folder alone: no claim makes the engine fail, so a scenario has to."""

import pytest
from pytest_bdd import given

from cleanclaim.evaluate.rete import EngineFailure
from cleanclaim.evaluate.strata import Strata


@given("the engine fails on every claim")
def the_engine_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the evaluation end as it does when durable_rules runs out of memory."""

    def fail(*_: object, **__: object) -> None:
        raise EngineFailure("durable_rules ran out of memory")

    monkeypatch.setattr(Strata, "evaluate", fail)
