#!/bin/sh
# Every check that reads the code without running the product. Called by `make check`.
# Two at a time; what the second line of work says is shown after the first.
set -eu
BIN=${BIN:-.venv/bin}
said=$(mktemp)
trap 'rm -f "$said"' EXIT
(
  echo "mypy";      "$BIN/mypy"
  echo "imports";   "$BIN/lint-imports" --no-cache
) >"$said" 2>&1 &
others=$!
# In the background too: within "… || …" the shell would go on after a check that fails.
(
  echo "ruff";      "$BIN/ruff" check .
                    "$BIN/ruff" format --check .
  echo "djlint";    "$BIN/djlint" src --lint --quiet
  export DJANGO_SETTINGS_MODULE=nhipcau.config.settings.test
  echo "django";    "$BIN/python" -m django check
  echo "migrations"; "$BIN/python" -m django makemigrations --check --dry-run
  echo "messages";  "$BIN/python" scripts/check_catalogues.py
                    "$BIN/python" scripts/third_party_catalogue.py --check
) &
first=$!
failed=0
wait "$first" || failed=1
wait "$others" || failed=1
cat "$said"
exit "$failed"
