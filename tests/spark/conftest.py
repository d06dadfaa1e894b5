"""One Spark session for all tests: it costs seconds to begin, and a run of it ten times that.

Where Spark or Java is not installed, these tests are skipped, and say so; with CLEANCLAIM_TEST_SPARK=1 they fail.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from .running import Cluster

REQUIRED = os.environ.get("CLEANCLAIM_TEST_SPARK") == "1"


def lacking() -> str | None:
    """What Spark needs and is not there."""
    if find_spec("pyspark") is None:
        return "pyspark is not installed: pip install 'cleanclaim[spark]'"
    home = os.environ.get("JAVA_HOME")
    if shutil.which("java", path=f"{home}/bin" if home else None) is None:
        return "no Java is installed, which Spark runs on (Debian: apt-get install openjdk-17-jre-headless)"
    return None


def require_spark() -> None:
    """Skip or, where Spark is required, fail what cannot run without it."""
    if reason := lacking():
        (pytest.fail if REQUIRED else pytest.skip)(reason)


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A session on two cores, and the folders that it works in."""
    require_spark()
    folder = tmp_path_factory.mktemp("spark")
    cluster = Cluster(folder / "working", folder / "events", _session(folder))
    yield cluster
    cluster.session.stop()


@pytest.fixture(scope="session")
def spark(cluster: Cluster) -> Any:
    """The session."""
    return cluster.session


def _session(folder: Path) -> Any:
    from pyspark.sql import SparkSession

    for name in ("working", "events"):
        (folder / name).mkdir()
    settings = {
        "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR",
        "spark.driver.memory": "2g", "spark.buffer.pageSize": "4m",
        "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1", "spark.sql.shuffle.partitions": "2",
        "spark.default.parallelism": "2", "spark.local.dir": str(folder / "local"),
        "spark.sql.warehouse.dir": str(folder / "warehouse"), "spark.eventLog.enabled": "true",
        "spark.eventLog.dir": (folder / "events").as_uri(), "spark.eventLog.compress": "false",
        "spark.eventLog.rolling.enabled": "false",
    }  # fmt: skip
    builder = SparkSession.builder.master("local[2]").appName("cleanclaim")
    for name, value in settings.items():
        builder = builder.config(name, value)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PYSPARK_PYTHON", sys.executable)
        patched.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patched.chdir(folder / "working")  # of Java, and of what it starts, as long as it runs
        return builder.getOrCreate()
