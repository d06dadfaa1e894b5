"""What tests share."""

import os

import pytest
from xdist.scheduler import LoadScopeScheduling

pytest_plugins = ["pytester"]
os.environ["CLEANCLAIM_LIBRARY"] = "bundled"  # no test, and nothing that one starts, looks for the user's own library


class OneJava(LoadScopeScheduling):
    """Tests go one by one to the worker that is free, those of Spark all to one: a session takes long to start.

    It does what the marker xdist_group did until pytest 9.2, under which xdist 3.8 does not see it.
    """

    def _split_scope(self, nodeid: str) -> str:
        return "tests/spark" if nodeid.startswith("tests/spark/") else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> OneJava:
    """The order in which `pytest -n` hands tests out."""
    return OneJava(config, log)
