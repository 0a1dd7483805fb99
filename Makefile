# Everything a developer runs. Needs make and Python 3.11 or later; the rest is installed into .venv.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
# One thing after the other, but where a recipe says what may be done beside what.
ifndef BESIDE
.NOTPARALLEL:
endif
BESIDE_EACH_OTHER = @$(MAKE) --no-print-directory --output-sync=target BESIDE=1

BIN := .venv/bin
RUN := .venv/.run-installed
DEV := .venv/.dev-installed
MUTATE := .venv/.mutate-installed
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --no-compile
# The locks are complete: nothing is resolved anew, so that a release of today changes nothing here. uv is five times as
# fast; where only pip knows the way to a registry, pip installs the same.
UV := $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --no-deps
locked = $(UV) -r $(1) 2>/dev/null || { echo "(with pip: uv could not)"; $(PIP) --require-hashes --no-deps -r $(1); }
export PYTHONUNBUFFERED := 1
# Where it is set, every process compiles this project and rewrites its tests anew: 10 s of each test run.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: bench bench-peers check clean client cover debian dist docs format fuzz help lighthouse lint lock mutate pictures rules run simulate test types units

# What is also made as a part of something else, or of a release, is not listed.
help:
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' Makefile

# --- running ---------------------------------------------------------------------------------------

run: $(RUN) client ## start a server with a rehearsal group, print a link to lead and one to join; ARGS="--help" shows more
	@exec $(BIN)/restarea demo $(ARGS)

$(BIN)/python:
	@for python in "$${PYTHON:-python3}" python3.13 python3.12 python3.11; do \
	  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found="$$python"; break; fi; \
	done; \
	if [ -z "$${found:-}" ]; then echo "Python 3.11 or later is needed; set PYTHON to its path." >&2; exit 1; fi; \
	if ! "$$found" -c 'import ensurepip' 2>/dev/null; then \
	  echo "$$found cannot make virtual environments; on Debian: apt-get install python3-venv" >&2; exit 1; fi; \
	echo "Making .venv with $$("$$found" --version)"; "$$found" -m venv .venv

$(RUN): requirements-install.lock requirements.lock pyproject.toml hatch_build.py | $(BIN)/python
	@echo "Installing what requirements.lock lists"
	-@$(PIP) --require-hashes --no-deps -r requirements-install.lock
	@$(call locked,requirements.lock)
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements-dev.lock $(RUN) | $(BIN)/python
	@echo "Installing what requirements-dev.lock lists"
	@$(call locked,requirements-dev.lock)
	@touch $@

$(MUTATE): requirements-mutate.lock $(DEV)
	@echo "Installing what requirements-mutate.lock lists"
	@$(call locked,requirements-mutate.lock)
	@touch $@

# Build the pages' scripts and styles into server/static, and the forwarding in C, if they changed.
client: $(RUN)
	@$(BIN)/python hatch_build.py

# --- testing ---------------------------------------------------------------------------------------

# Browsers and sockets wait as much as they compute: tests that only compute run beside them, and are given what is idle.
test: compiler ## everything: lint, types, import rules, and every test, in real browsers too
	$(BESIDE_EACH_OTHER) -j2 debian installed
	@$(MAKE) --no-print-directory BESIDE=1 -j3 hurried unhurried static

# A process collects, and compiles, only the files in which somebody is so marked.
marked = $(shell grep -rlE --include='test_*.py' 'mark\.$(1)\b' tests)

# None of these is held to a moment (tests/conftest.py marks them): the form, the record, the groups' pages.
COMPUTE := tests/facilitation $(addprefix tests/server/,facts feedback formats groups record record_commands)
OTHERS := not alone and not paired and not unhurried and not brief

.PHONY: hurried installed static unhurried
installed: $(DEV) client

static: $(DEV) client
	@bash tools/idle.sh $(MAKE) --no-print-directory check-static

hurried: $(DEV) client
	$(BIN)/pytest -q -m alone $(call marked,alone)
	$(BIN)/pytest -q -m paired -n 2 --dist loadfile $(call marked,paired)
	$(BIN)/pytest -q -m "$(OTHERS)" -n 2 --dist loadfile --no-loadscope-reorder $(COMPUTE:%=--ignore=%)

unhurried: $(DEV) client
	@bash tools/idle.sh $(BIN)/pytest -q -m "unhurried and not brief" -n 2 --dist loadfile --no-loadscope-reorder \
	  $(COMPUTE) $(filter-out $(COMPUTE:%=%/%),$(call marked,unhurried))

# What needs no server and no disk: the form, its simulation, the forwarding, the room, the record.
PURE := $(addprefix tests/,facilitation simulation $(addprefix server/,media record room formats) test_repository.py)
check: compiler ## for daily work, under a minute: lint, types, import rules, tests that need no server and no disk
	$(BESIDE_EACH_OTHER) -j2 static pure

.PHONY: check-static pure
pure: $(DEV) client
	HYPOTHESIS_PROFILE=$${HYPOTHESIS_PROFILE:-brief} $(BIN)/pytest -q $(PURE) -m "not slow and not alone and not paired" -n 2 --dist loadfile $(ARGS)

check-static:
	$(BESIDE_EACH_OTHER) -j2 units lint rules types

# The client's own tests. What a page draws for one of them is forgotten at once: more room for that, and less is collected.
units: $(DEV) client
	NODE_OPTIONS=--max-semi-space-size=64 $(BIN)/python hatch_build.py run test

cover: $(DEV) ## every branch of facilitation/ from its own tests, or it fails
	$(BIN)/pytest -q tests/facilitation -m "not slow" --cov=facilitation --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100 $(ARGS)

mutate: $(MUTATE) ## put every small fault into facilitation/ and see whether its tests find it: about an hour
	HYPOTHESIS_PROFILE=unshrunk $(BIN)/python -m mutmut run --max-children 2 $(ARGS)
	$(BIN)/python tools/mutants.py

# Ruff: style and format.
lint: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(DEV) ## let ruff mend what it can
	$(BIN)/ruff check --quiet --fix . || true
	$(BIN)/ruff format .

# Mypy strict for the server and the form, tsc strict for the client.
types: $(DEV) client
	$(BIN)/mypy
	$(BIN)/python hatch_build.py run types

# Who may import whom.
rules: $(DEV)
	$(BIN)/lint-imports --no-cache --no-logo

# What Debian has and is not there yet: first a C compiler and what makes a virtual environment, since all else stands
# on them; then the browsers, a TURN server, and a voice that reads aloud.
.PHONY: compiler
compiler:
	@missing=; \
	set -- $${CC:-cc}; command -v "$$1" >/dev/null || missing="$$missing gcc libc6-dev"; \
	[ -e .venv ] || "$${PYTHON:-python3}" -c 'import ensurepip' 2>/dev/null || missing="$$missing python3-venv"; \
	[ -z "$$missing" ] || bash tools/debian.sh $$missing

debian:
	@missing=; \
	command -v "$${CHROMIUM:-chromium-headless-shell}" >/dev/null || missing="$$missing chromium-headless-shell"; \
	command -v "$${FIREFOX:-firefox-esr}" >/dev/null || missing="$$missing firefox-esr"; \
	command -v "$${TURNSERVER:-turnserver}" >/dev/null || missing="$$missing coturn"; \
	command -v espeak-ng >/dev/null || missing="$$missing espeak-ng"; \
	[ -z "$$missing" ] || bash tools/debian.sh $$missing

simulate: $(DEV) ## seeded whole meetings with bad luck; ARGS="--seeds 100000 --processes 2", "--help" shows more
	@$(BIN)/python -m tests.simulation $(ARGS)

fuzz: $(DEV) client ## hostile packets, offers and connections at the media port, for ten minutes and, with the C watched, two; ARGS="--minutes 1 --seed 7"
	@$(BIN)/python -m tests.fuzz $(ARGS)
	@$(BIN)/python -m tests.fuzz.sanitized --minutes 2 $(ARGS)

bench: $(DEV) client ## measure one room of ten on this machine; prints a table, never fails a test run
	@for bench in tests/bench/bench_*.py; do $(BIN)/python "$$bench" $(ARGS); done

bench-peers: $(DEV) client ## the same packets through Debian's Janus and through ours, in turns; installs Janus where it is missing
	@command -v janus >/dev/null || bash tools/debian.sh janus
	@$(BIN)/python -m tests.bench.against_janus $(ARGS)

pictures: $(DEV) debian client ## every page in docs/pictures and what axe finds on each; the circle in every phase in var/screenshots; ARGS="--languages en"
	$(BIN)/pytest -q tests/browser -m pictures
	$(BIN)/python -m tests.browser.pictures $(ARGS)

lighthouse: $(DEV) debian client ## what Lighthouse says of the way in, on a desktop and on a slow phone, into docs/lighthouse.md; installs it (190 MB)
	$(BIN)/python -m tests.browser.lighthouse $(ARGS)

# --- maintaining -----------------------------------------------------------------------------------

lock: $(RUN) ## write the lock files anew; `make lock UPGRADE=1` also takes newer versions
	@bash tools/lock.sh $(if $(UPGRADE),--upgrade)

docs: $(RUN) ## write the page of formats and its drawings, the structure record's schema, and what may go wrong
	$(BIN)/python -m server.formats.guide docs
	$(BIN)/python -m server.record.schema docs
	$(BIN)/python -m tools.faults docs

# Wheel and source distribution, with the built client, into dist/.
dist: $(DEV) client
	$(BIN)/python -m hatchling build

clean: ## remove what was built and installed, not what was recorded in var/
	rm -rf .venv mutants client/node_modules tools/lighthouse/node_modules server/static server/media/_forward.* dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
