#!/usr/bin/env bash
# Runs the tests without a window with the lowest version of every direct dependency that pyproject.toml allows, the tools of
# the tests among them, in an environment of its own that is made anew each time. What they depend on in turn is the newest:
# that is what a user gets who installs Hashiya next to something old.
set -euo pipefail
cd "$(dirname "$0")/.."

uv=${UV:-.venv/bin/uv}
here=build/lowest
rm -rf "$here"
mkdir -p "$here"
"$uv" pip compile --quiet --python .venv/bin/python --resolution lowest-direct --extra dev pyproject.toml \
    --output-file "$here/requirements.txt"
"$uv" venv --quiet --seed --python .venv/bin/python "$here/venv"
"$uv" pip install --quiet --python "$here/venv/bin/python" --requirement "$here/requirements.txt"
"$here/venv/bin/python" -m ruff check --no-cache annotator ui resources scripts tests
# Fewer examples of each property, and nothing of our own sources: an older library does otherwise in every call or in none.
HYPOTHESIS_PROFILE=lowest QT_QPA_PLATFORM=offscreen "$here/venv/bin/python" -m pytest --quiet -n auto --dist worksteal \
    tests/unit tests/e2e/test_wheel.py --ignore tests/unit/architecture --ignore tests/unit/scripts
