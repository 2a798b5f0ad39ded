# Everything goes through these targets; `make` alone lists them.
# Needs Python ≥ 3.11 and make, nothing else: the rest is installed into .venv.

PYTHON ?= python3
INPUT ?= seeds
OUTPUT ?= outputs
VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime
DEVELOPMENT := $(VENV)/.development

.DEFAULT_GOAL := help
.PHONY: help extract test bench audit lock lint format notebooks docs clean
.DELETE_ON_ERROR:

help: ## list what make can do
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/make \1\t\2/' | expand -t 16

extract: $(RUNTIME) ## fill OUTPUT=outputs with the tables of the articles in INPUT=seeds
	$(BIN)/quidit extract $(INPUT) --output $(OUTPUT)

test: lint outputs/run.json ## check everything: style, types, tests
	PYTHONWARNDEFAULTENCODING=1 $(BIN)/pytest

bench: $(DEVELOPMENT) ## measure speed, memory and start-up (some minutes, on an idle machine)
	$(BIN)/python -m benchmarks

audit: $(DEVELOPMENT) ## list the licences of what is installed, look its faults up (asks the network)
	$(BIN)/python -m tests.supply.licences
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv tool run pip-audit --requirement requirements.lock --no-deps --disable-pip

lock: | $(BIN)/python ## pin the newest versions of everything in requirements.lock
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra html --extra fast --extra dask --group dev \
		--python-version 3.11 --universal --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links --upgrade --quiet --output-file requirements.lock

lint: $(DEVELOPMENT) ## check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(DEVELOPMENT) ## write the code in the project's style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

notebooks: $(RUNTIME) $(DEVELOPMENT) ## open the notebooks
	$(BIN)/jupyter lab notebooks

docs: $(DEVELOPMENT) ## build the documentation site in build/docs
	$(BIN)/sphinx-build --builder html --fail-on-warning --keep-going --fresh-env --quiet docs build/docs
	@echo "Open build/docs/index.html in a browser."

clean: ## remove the tables, the caches and .venv
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find outputs -mindepth 1 -not -name .gitkeep -delete

outputs/run.json: | $(RUNTIME) # what the notebooks read
	$(BIN)/quidit extract seeds --output outputs

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'

$(RUNTIME): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(DEVELOPMENT): pyproject.toml requirements.lock | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --editable '.[html]' --group dev
	@touch $@ $(RUNTIME)
