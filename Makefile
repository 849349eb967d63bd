# Two commands to know: `make site` builds the site, `make test` runs every test. `make help` lists the rest.
# Written for GNU make 3.81 and later (macOS has 3.81).

# Handed on to build.py or pytest: make site ARGS='--base-url https://example.org/', make test ARGS='-k dates'.
ARGS ?=
# How many sequences of changes `make torture` tries, and the seed that chooses them.
SEQUENCES ?= 500 1
# The interpreter to make .venv with; without it, the first new enough of these.
PYTHON ?=
CANDIDATES = $(if $(PYTHON),"$(PYTHON)",python3 python3.14 python3.13 python3.12 python3.11)

VENV = .venv/bin/python
PIP = $(VENV) -m pip --quiet --quiet --disable-pip-version-check
COMPILE = .venv/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --custom-compile-command 'make lock'
# The build backend is not a dependency of the package, but has to be in the lock too.
BACKEND = import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")

# An environment whose interpreter is gone (after an upgrade of the system) is made anew.
$(shell [ -x $(VENV) ] || rm -rf .venv)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve test check lint types browser venv lock upgrade audit reproduce torture bench import-score clean

help: ## List the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 20

site: .venv/.site ## Build the site into site/
	@$(VENV) build.py $(ARGS)
	@printf '\nThe site is ready. Open this file in a browser:\n  %s\nor see it live while you edit: make serve\n' "$(CURDIR)/site/index.html"

serve: .venv/.site ## Show the site live while you edit
	@$(VENV) build.py serve $(ARGS)

test: browser ## Run every test
	@$(VENV) -m pytest -n auto $(ARGS)

check: lint types test ## Run what a pull request has to pass: style, types, tests

lint: .venv/.dev ## Check the style of the code
	@$(VENV) -m ruff check --quiet
	@$(VENV) -m ruff format --check --quiet || { echo 'Not formatted as it should be; run: .venv/bin/ruff format' >&2; exit 1; }

types: .venv/.dev ## Check the types
	@$(VENV) -m mypy

browser: .venv/.dev ## Find or install the browser that the tests use
	@$(VENV) tests/browser/chromium.py >/dev/null

venv: .venv/.dev ## Make the environment in .venv, with what tests need

lock: .venv/.dev ## Lock the dependencies after a change of pyproject.toml
	@$(VENV) -c '$(BACKEND)' | $(COMPILE) $(LOCK) --extra html pyproject.toml - --output-file requirements.txt
	@$(VENV) -c '$(BACKEND)' | $(COMPILE) $(LOCK) --extra html --extra dev --constraint requirements.txt pyproject.toml - --output-file requirements-dev.txt
	@echo 'pip-audit>=2.10,<3' | $(COMPILE) $(LOCK) - --output-file requirements-audit.txt

upgrade: LOCK = --upgrade
upgrade: lock ## Lock the newest dependencies that pyproject.toml allows

audit: .venv/.audit ## Look for known holes in the packages that are locked
	@for lock in requirements-dev.txt requirements-audit.txt; do \
	  .venv/audit/bin/pip-audit --strict --disable-pip --require-hashes --progress-spinner off --requirement $$lock || exit 1; \
	done

reproduce: .venv/.site ## Build twice in different surroundings and compare every byte
	@$(VENV) tests/torture/reproduce.py $(ARGS)

torture: .venv/.dev ## Change, damage and kill builds at random, for an hour or two
	@$(VENV) -m tests.torture.sequences $(SEQUENCES)
	@$(VENV) -m tests.torture.kill_publish
	@$(VENV) -m tests.torture.kill_build

bench: .venv/.site ## Measure the build beside other generators (docs/performance.md)
	@$(VENV) -m bench $(ARGS)

import-score: .venv/.dev ## Score the importer on the labelled texts (docs/how-to/import-a-text.md)
	@$(VENV) -m tests.importer.score $(ARGS)

clean: ## Remove everything that was built or downloaded here
	@rm -rf site .venv .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis test-results
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment. Stamps inside it say which lock it was made from; the one for tests holds all of the other.

.venv/.site: requirements.txt pyproject.toml | $(VENV)
	@echo 'Installing what the build needs into .venv ...'
	@$(PIP) install --require-hashes --requirement requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: requirements-dev.txt requirements.txt pyproject.toml | $(VENV)
	@echo 'Installing what the build and the tests need into .venv ...'
	@$(PIP) install --require-hashes --requirement requirements-dev.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch .venv/.site $@

# pip-audit has an environment of its own, so that the one above holds what was locked and no more.
.venv/.audit: requirements-audit.txt | $(VENV)
	@echo 'Installing pip-audit into .venv/audit ...'
	@$(VENV) -m venv .venv/audit
	@.venv/audit/bin/python -m pip --quiet --disable-pip-version-check install --require-hashes --requirement requirements-audit.txt
	@touch $@

$(VENV):
	@python=; for candidate in $(CANDIDATES); do \
	  if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then python=$$candidate; break; fi; \
	done; \
	if [ -z "$$python" ] && [ -n "$(PYTHON)" ]; then \
	  echo 'PYTHON=$(PYTHON) is not a Python 3.11 or newer; name another one, or leave PYTHON out.' >&2; exit 1; \
	elif [ -z "$$python" ]; then \
	  echo 'No Python 3.11 or newer was found; install one, or name yours: make PYTHON=/path/to/python3 ...' >&2; exit 1; \
	fi; \
	if ! "$$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then \
	  package=$$("$$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	    echo "Installing $$package ..."; \
	    said=$$( { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$$package"; } 2>&1 ) \
	      || { echo "$$said" >&2; echo "The package $$package could not be installed; it is needed to make .venv." >&2; exit 1; }; \
	  else \
	    echo "$$python lacks its venv module; install it with: sudo apt-get install $$package (other systems: whatever package holds ensurepip)." >&2; exit 1; \
	  fi; \
	fi; \
	"$$python" -m venv .venv || { rm -rf .venv; exit 1; }
