# Two commands: `make lab` opens the notebooks, `make test` runs every test. Both make the environment (.venv) if there is none.
# README.md lists the same steps for systems without make.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
FOLDER ?=

.PHONY: lab test lint scores notebooks clean
.DEFAULT_GOAL := help

help:
	@echo "make lab               open the notebooks in JupyterLab (make lab FOLDER=my-documents for your own)"
	@echo "make test              run every test: units, doctests, notebooks, browser"
	@echo "make lint              check style and types"
	@echo "make scores            score the bundled documents against tests/gold and write tests/gold/SCORES.md"
	@echo "make notebooks         run the notebooks and store their outputs"
	@echo "make clean             remove the environment and what was built"

lab: $(VENV)/lab.stamp
	$(BIN)/briefing lab $(FOLDER)

test: $(VENV)/test.stamp
	$(BIN)/python -m pytest -q -n 2 --dist loadfile --nbval-lax --nbval-current-env --nbval-sanitize-with tests/nbval.cfg \
	    --nbval-cell-timeout=120 notebooks
	$(BIN)/python -m pytest -q -n 2 --dist loadfile -m "not browser"
	$(BIN)/python -m pytest -q -m browser

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

scores: $(VENV)/test.stamp
	$(BIN)/python -m tests.scores

notebooks: $(VENV)/test.stamp
	$(BIN)/jupyter nbconvert --to notebook --execute --inplace --ExecutePreprocessor.store_widget_state=False \
	    --ExecutePreprocessor.record_timing=False notebooks/*.ipynb

clean:
	rm -rf $(VENV) build dist *.egg-info

$(VENV)/lab.stamp: pyproject.toml
	@$(PYTHON) -c "import sys; v = sys.version_info; sys.exit(0 if (3, 11) <= v[:2] <= (3, 14) else 'Python 3.11 to 3.14 is needed, this is %d.%d. Name another one: make PYTHON=python3.12 ...' % v[:2])"
	@$(PYTHON) -c "import ensurepip, venv" 2>/dev/null || { echo "Python's venv module is missing. On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }
	@test -x $(BIN)/python || { echo "Making the environment in $(VENV)/ (a minute or two, once) ..."; $(PYTHON) -m venv $(VENV); }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e . || { echo "The packages could not be installed. Is there a network? Then try again: make lab"; exit 1; }
	@touch $@

$(VENV)/test.stamp: $(VENV)/lab.stamp
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]' || { echo "The test packages could not be installed. Is there a network? Then try again: make test"; exit 1; }
	@touch $@
