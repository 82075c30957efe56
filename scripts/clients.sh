#!/usr/bin/env bash
# Runs tests/clients: the programs that people use read what Hashiya writes. They are large (about 1 GB, spaCy and datasets most of
# it), so they have an environment of their own, which is kept and brought up to date each time.
set -euo pipefail
cd "$(dirname "$0")/.."

uv=${UV:-.venv/bin/uv}
here=build/clients
[ -x "$here/venv/bin/python" ] || "$uv" venv --quiet --seed --python .venv/bin/python "$here/venv"
"$uv" pip install --quiet --python "$here/venv/bin/python" --editable '.[dev,spacy,clients]'
HASHIYA_CLIENTS=1 QT_QPA_PLATFORM=offscreen "$here/venv/bin/python" -m pytest --quiet tests/clients "$@"
