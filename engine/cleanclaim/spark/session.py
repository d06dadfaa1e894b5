"""The Spark session of a run: the one that is there, else one of its own, which leaves nothing behind."""

import logging
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Thread

from py4j.protocol import Py4JError
from pyspark import SparkConf
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from cleanclaim.interruption import stopped_by
from cleanclaim.relational.connection import DatabaseFailed
from cleanclaim.scratch import scratch_folder
from cleanclaim.spark.database import failures

_LOCAL = "local[*]"
_SUBMITTED = "PYSPARK_GATEWAY_PORT"
"""Set where spark-submit started us: then the session is as it says."""
_PARTS_OF_A_CORE = 4
_PAGE = ("spark.buffer.pageSize", "4m")
"""Each sort, join and sum of a task takes a page, and so does each broadcast table; Spark's own have up to 64 MB."""
_LOGGING = """\
rootLogger.level = off
"""


@contextmanager
def session_of(master: str | None, memory: str) -> Iterator[SparkSession]:
    """A session: that of this process or of spark-submit, else one on `master`, else on the cores of this machine.

    `memory` is that of a driver of our own, as 3000MB. Raises DatabaseFailed where none can be had, and for what fails
    in one.
    """
    session = SparkSession.getActiveSession()
    if session is not None:
        yield session
        return
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    with ExitStack() as kept:
        kept.enter_context(_unlogged())
        kept.enter_context(failures())
        if _SUBMITTED in os.environ:
            submitted = SparkConf().setIfMissing(*_PAGE)
            session = _started(SparkSession.builder.appName("cleanclaim").config(conf=submitted))
        else:
            session = _started(_builder(master or _LOCAL, memory, kept.enter_context(scratch_folder())))
        kept.callback(_beside, session.stop, wait=True)
        with stopped_by(partial(_beside, session.sparkContext.cancelAllJobs)):
            yield session


@contextmanager
def _unlogged() -> Iterator[None]:
    """What Python's part of Spark would log of a failure is not printed: the failure itself is told."""
    nowhere = logging.NullHandler()
    logging.getLogger().addHandler(nowhere)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(nowhere)


def _beside(action: Callable[[], None], *, wait: bool = False) -> None:
    """Have Java do something, asked over a connection of its own: this thread's may still wait for an answer."""

    def asked() -> None:
        with suppress(Py4JError, OSError):  # Java may have ended before
            action()

    thread = Thread(target=asked, daemon=True)
    thread.start()
    if wait:
        thread.join()


def is_local(session: SparkSession) -> bool:
    """Whether the executors see the files of this machine."""
    return str(session.sparkContext.master).startswith("local")


def _builder(master: str, memory: str, scratch: Path) -> "SparkSession.Builder":
    if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
        raise DatabaseFailed("Spark: Java is needed, 17 or newer (Debian: apt-get install openjdk-17-jre-headless)")
    log4j = scratch / "log4j2.properties"
    log4j.write_text(_LOGGING, encoding="ascii")
    java = f"-Dlog4j2.configurationFile={log4j} -Djava.io.tmpdir={scratch} -XX:-UsePerfData -Xss16m"
    settings = {
        "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.local.dir": str(scratch),
        "spark.sql.warehouse.dir": str(scratch / "warehouse"), "spark.driver.extraJavaOptions": java,
        "spark.driver.memory": memory.replace("MB", "m"), _PAGE[0]: _PAGE[1],
    }  # fmt: skip
    if master.startswith("local"):
        settings |= {
            "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1",
            "spark.sql.shuffle.partitions": str(_PARTS_OF_A_CORE * _cores(master)),
        }  # fmt: skip
    builder = SparkSession.builder.appName("cleanclaim").master(master)
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder


def _cores(master: str) -> int:
    within = master.partition("[")[2].partition("]")[0].partition(",")[0]
    if within.isdigit():
        return int(within)
    return len(os.sched_getaffinity(0)) if within == "*" and hasattr(os, "sched_getaffinity") else 1


def _started(builder: "SparkSession.Builder") -> SparkSession:
    """The session; what its Java says while it starts is not ours to say, and Ctrl-C stays ours."""
    before = signal.getsignal(signal.SIGINT)
    try:
        with _silent():
            session = builder.getOrCreate()
    except PySparkException as wrong:
        raise DatabaseFailed(f"Spark: it does not start: {wrong.getCondition()}") from wrong
    finally:
        signal.signal(signal.SIGINT, before)
    session.sparkContext.setLogLevel("OFF")
    return session


@contextmanager
def _silent() -> Iterator[None]:
    """Nothing goes to standard error, nor from processes that start meanwhile."""
    sys.stderr.flush()
    ours = os.dup(2)
    with Path(os.devnull).open("w") as nothing:
        os.dup2(nothing.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(ours, 2)
        os.close(ours)
