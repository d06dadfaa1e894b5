# Everything lives in .venv and .cache of this folder; nothing is left outside, and nobody's own library is read.
SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
BENCH := $(VENV)/bench
SPARK := $(VENV)/spark

export PIP_CACHE_DIR := $(CURDIR)/.cache/pip
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
export CLEANCLAIM_LIBRARY := bundled
# pip asks rustc for its version, and where that is rustup's, it writes into its home.
export RUSTUP_HOME := $(CURDIR)/.cache/rustup
unexport PYTHONPATH PYTHONHOME

SUITABLE := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 12))
HEADERS := import os, sysconfig, sys; sys.exit(not os.path.exists(os.path.join(sysconfig.get_paths()["include"], "Python.h")))

.PHONY: run test lint format catalogue mutants spark bench lock clean

run: $(READY) ## check the bundled claims around Q4257 and Q4390
	@$(BIN)/cleanclaim check fixtures/claims/demonstration.json --show-advisory || [ $$? -eq 1 ]

test: $(READY) ## the whole test suite
	@scratch=$$(mktemp -d) && chmod 755 "$$scratch" && trap 'rm -rf "$$scratch"' EXIT && TMPDIR="$$scratch" $(BIN)/python -m pytest -n auto

lint: $(READY) ## style, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY) ## write code in the project's style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

catalogue: $(READY) ## write rules/CATALOGUE.md, rules/catalogue.lock.json and features/STEPS.md anew
	$(BIN)/cleanclaim edits page > rules/CATALOGUE.md.new
	mv rules/CATALOGUE.md.new rules/CATALOGUE.md
	$(BIN)/cleanclaim edits lock rules/catalogue.lock.json
	$(BIN)/cleanclaim steps > features/STEPS.md.new
	mv features/STEPS.md.new features/STEPS.md

mutants: $(READY) ## every mutant of our edits and parameters against our scenarios; the tests try a third
	$(BIN)/cleanclaim edits mutate

spark: $(SPARK) ## PySpark, which the tests of Spark need besides Java; without them they are skipped

bench: $(BENCH) $(SPARK) ## speed against other engines, as ratios from one run
	$(BIN)/python -m tests.benchmarks.one_claim
	$(BIN)/python -m tests.benchmarks.many_lines
	$(BIN)/python -m tests.benchmarks.scenarios
	$(BIN)/python -m tests.benchmarks.x12
	$(BIN)/python -m tests.benchmarks.spark

lock: $(READY) ## the locks anew: newest versions that pyproject.toml allows, hashes without addresses
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --extra scenarios --extra postgresql --group dev --upgrade -o requirements.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --group pyproject.toml:bench --constraint requirements.lock --upgrade -o requirements.bench.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --extra spark --constraint requirements.lock --upgrade -o requirements.spark.lock pyproject.toml

clean: ## remove what the other targets made
	rm -rf $(VENV) .cache .hypothesis .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

$(BENCH): $(READY) requirements.bench.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.bench.lock
	@touch $@

$(SPARK): $(READY) requirements.spark.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.spark.lock
	@touch $@

$(READY): requirements.lock pyproject.toml
	@python=; for one in $(PYTHON) python3.12 python3.11 python3; do \
	  if "$$one" -c '$(SUITABLE)' 2>/dev/null; then python="$$one"; break; fi; done; \
	if [ -z "$$python" ]; then echo "Python 3.11 or 3.12 is needed (durable_rules runs on no other); name it: make PYTHON=/path/to/python3.12"; exit 1; fi; \
	command -v cc >/dev/null || { echo "A C compiler is needed to build durable_rules (Debian: apt-get install gcc)"; exit 1; }; \
	"$$python" -c '$(HEADERS)' || { echo "The C headers of $$python are needed to build durable_rules (Debian: apt-get install python3-dev)"; exit 1; }; \
	"$$python" -m venv --clear $(VENV) || { echo "$$python lacks the venv module (Debian: apt-get install python3-venv)"; exit 1; }
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@
