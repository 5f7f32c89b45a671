#!/bin/sh
# Every check that reads the code without running the product. Called by `make check`.
set -eu
BIN=${BIN:-.venv/bin}
echo "ruff";        "$BIN/ruff" check .
                    "$BIN/ruff" format --check .
echo "mypy";        "$BIN/mypy"
echo "djlint";      "$BIN/djlint" src --lint --quiet
echo "imports";     "$BIN/lint-imports" --no-cache
export DJANGO_SETTINGS_MODULE=nhipcau.config.settings.test
echo "django";      "$BIN/python" -m django check
echo "migrations";  "$BIN/python" -m django makemigrations --check --dry-run
echo "messages";    "$BIN/python" scripts/check_catalogues.py
                    "$BIN/python" scripts/third_party_catalogue.py --check
