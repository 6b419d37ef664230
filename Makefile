# magistrat: `make run` sets up and runs the main job on data/raw, `make test` sets up and passes the tests.
# Another Python or environment: make test PYTHON=python3.12 VENV=/tmp/venv

PYTHON ?= python3
VENV ?= .venv
INPUT ?= data/raw
OUT ?= data/processed

BIN := $(VENV)/bin
PINS := $(CURDIR)/constraints.txt
# The variable reaches the environment in which pip builds the package, the option only what it installs.
INSTALL = PIP_CONSTRAINT=$(PINS) $(BIN)/python -m pip install --quiet --disable-pip-version-check -c $(PINS)

.PHONY: run test bench check docs constraints venv-package clean
.DELETE_ON_ERROR:

run: $(VENV)/.installed
	$(BIN)/magistrat extract $(INPUT) --out $(OUT)

test: $(VENV)/.installed-test
	$(BIN)/python -m pytest -n 2

# Speed and memory as ratios within one run; figures are printed. One process, so that nothing of ours runs beside it.
bench: $(VENV)/.installed-test
	$(BIN)/python -m pytest tests/bench -m bench

check: $(VENV)/.installed-lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/check_wheel.py

docs: $(VENV)/.installed-test
	$(BIN)/magistrat schema > docs/columns.md
	$(BIN)/python tools/gallery_standards.py > docs/standards.md
	$(BIN)/python tools/gallery_dates.py > docs/dates.md
	$(BIN)/python tools/gallery_bodies.py > docs/bodies.md

constraints: $(VENV)/.installed-test $(VENV)/.installed-lint
	$(BIN)/python tools/pin_versions.py > constraints.tmp
	mv constraints.tmp constraints.txt

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) -e .
	@touch $@

$(VENV)/.installed-test: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) -e '.[test]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-lint: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) -e '.[lint]'
	@touch $@ $(VENV)/.installed

# Debian's python3 has no ensurepip until python3-venv is there; without it `-m venv` leaves half an environment.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "magistrat needs Python 3.11 or later; name one: make PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || $(MAKE) --no-print-directory venv-package
	$(PYTHON) -m venv $(VENV)

venv-package:
	@if ! command -v apt-get >/dev/null; then \
	  echo "$(PYTHON) cannot make virtual environments: install its venv package, then try again" >&2; exit 1; \
	elif [ "$$(id -u)" = 0 ]; then \
	  apt-get update -qq && apt-get install -y -qq python3-venv; \
	elif command -v sudo >/dev/null; then \
	  echo "python3-venv is missing; installing it with sudo" >&2; \
	  sudo apt-get update -qq && sudo apt-get install -y -qq python3-venv; \
	else \
	  echo "python3-venv is missing; as root: apt-get install python3-venv" >&2; exit 1; \
	fi

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
