# Nhịp Cầu: one command for each thing a person does here. `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CATALOGUES := $(shell find src -name '*.po')

.DEFAULT_GOAL := help
.PHONY: help setup run test check bench lock schema clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-7s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.base: requirements/base.txt pyproject.toml
	@$(PYTHON) scripts/make_environment.py $(VENV) requirements/base.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.base
	@$(PYTHON) scripts/make_environment.py $(VENV) requirements/dev.txt
	@touch $@

$(VENV)/.catalogues: $(VENV)/.base $(CATALOGUES) scripts/compile_catalogues.py
	@$(BIN)/python scripts/compile_catalogues.py
	@touch $@

setup: $(VENV)/.base $(VENV)/.catalogues ## Make the virtual environment

run: setup ## Set up, fill a sample province and serve it on http://localhost:8000
	@$(BIN)/nhipcau demo

check: setup $(VENV)/.dev ## Style, types, templates, imports, migrations, messages
	@BIN=$(BIN) sh scripts/check.sh

test: check ## Everything: checks, then the tests on SQLite, PostgreSQL and in a browser
	@$(BIN)/python scripts/run_tests.py

bench: setup $(VENV)/.dev ## Measure speed, each figure a ratio to a baseline of the same run
	@$(BIN)/python -m bench

lock: $(VENV)/.dev ## Pin the dependencies again, with hashes
	@cd requirements && for name in base dev; do \
	  ../$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11.2 --generate-hashes \
	    --no-emit-index-url --no-header --no-annotate $$name.in -o $$name.txt || exit 1; done

schema: setup ## Make the ready-made empty database again, after a new migration
	@$(BIN)/python scripts/make_empty_database.py

clean: ## Remove what the other commands made here, but not the data in var/
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
