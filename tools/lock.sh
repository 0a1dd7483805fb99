#!/usr/bin/env bash
# Writes requirements.lock (to run), requirements-dev.lock (to test), requirements-mutate.lock, requirements-install.lock (uv, which
# installs the others), client/package-lock.json and tools/lighthouse/package-lock.json, all with hashes and without addresses.
set -euo pipefail
cd "$(dirname "$0")/.."
compile() {
  .venv/bin/uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url \
    --no-emit-find-links --python-version 3.11 "$@"
}
project() { compile "$@" pyproject.toml; }
project --extra build -o requirements.lock "$@"
project --extra build --extra export --extra dev -c requirements.lock -o requirements-dev.lock
project --extra build --extra export --extra dev --extra mutate -c requirements-dev.lock -o requirements-mutate.lock
# Of this one only a file is read, never its code: it comes without the 80 packages that the code needs.
echo 'pyannote.audio==4.0.7' | compile --no-deps --no-annotate - | tee -a requirements-dev.lock >> requirements-mutate.lock
echo 'uv==0.13.9' | compile --no-annotate - -o requirements-install.lock "$@"
.venv/bin/python hatch_build.py install --package-lock-only --ignore-scripts
.venv/bin/python -c 'from hatch_build import ROOT, npm
npm("install", "--package-lock-only", "--ignore-scripts", folder=ROOT / "tools/lighthouse")'
if grep -nE '://' requirements*.lock || grep -n '"resolved"' {client,tools/lighthouse}/package-lock.json; then
  echo "A lock file names an address; remove it before committing." >&2
  exit 1
fi
