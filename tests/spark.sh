#!/usr/bin/env bash
# Runs a command with PySpark installed, and Java, where they can be had:
#   tests/spark.sh make test
# The tests of Spark then fail instead of being skipped where they cannot run. Where Java is not installed, root installs
# Debian's package; without it, or without PySpark, the tests of Spark are skipped with that reason.
set -euo pipefail
cd "$(dirname "$0")/.."

java_is_there() { "${JAVA_HOME:+$JAVA_HOME/bin/}java" -version >/dev/null 2>&1; }

install_java() {
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || return 1
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -qq --yes --no-install-recommends openjdk-17-jre-headless >/dev/null 2>&1 ||
    { apt-get update -qq && apt-get install -qq --yes --no-install-recommends openjdk-17-jre-headless >/dev/null; } >&2
}

if ! java_is_there && ! { install_java && java_is_there; }; then
  echo "Java is not there and cannot be installed: the tests of Spark are skipped" >&2
elif ! make spark; then
  echo "PySpark cannot be installed: the tests of Spark are skipped" >&2
else
  export CLEANCLAIM_TEST_SPARK=1
fi
"$@"
