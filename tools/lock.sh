#!/usr/bin/env bash
# Writes requirements.lock (to run), requirements-dev.lock (to test), requirements-mutate.lock and client/package-lock.json, all with hashes
# and without addresses. uv comes into a throwaway environment: it is needed for nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
.venv/bin/python -m venv "$room"
"$room/bin/pip" install --quiet --disable-pip-version-check 'uv==0.13.9'
compile() {
  "$room/bin/uv" pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url \
    --no-emit-find-links --python-version 3.11 "$@" pyproject.toml
}
compile --extra build -o requirements.lock "$@"
compile --extra build --extra dev -c requirements.lock -o requirements-dev.lock
compile --extra build --extra dev --extra mutate -c requirements-dev.lock -o requirements-mutate.lock
.venv/bin/python hatch_build.py install --package-lock-only --ignore-scripts
if grep -nE '://' requirements*.lock || grep -n '"resolved"' client/package-lock.json; then
  echo "A lock file names an address; remove it before committing." >&2
  exit 1
fi
