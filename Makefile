# make demo · make test · make check · make docs: each sets up its own virtual environment first; a second call does not reinstall.
# make BACKEND=jax …: with JAX in place of TensorFlow (or torch).

PYTHON ?= python3
BACKEND ?= tensorflow
VENV   ?= .venv
BIN    := $(VENV)/bin

.PHONY: demo test check build audit bench docs clean

demo: $(VENV)/.installed
	$(BIN)/autograder demo --assignment mnist

test: $(VENV)/.installed-dev
	@$(BIN)/python -m compileall -q autograder || true  # else each of a thousand processes does it, where PYTHONDONTWRITEBYTECODE is set
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/autograder build --check
	$(BIN)/autograder audit

build: $(VENV)/.installed-dev
	$(BIN)/autograder build

audit: $(VENV)/.installed-dev
	$(BIN)/autograder audit

bench: $(VENV)/.installed-dev
	$(BIN)/python tests/benchmarks/speed.py
	$(BIN)/python tests/benchmarks/confinement.py
	$(BIN)/python tests/benchmarks/learner.py
	$(BIN)/python tests/benchmarks/notebook.py
	$(BIN)/python tests/benchmarks/all.py
	$(BIN)/python tests/benchmarks/each.py

docs: $(VENV)/.installed-docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet
	@echo "The site is built: open site/index.html"

clean:
	rm -rf $(VENV)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; this is $$($(PYTHON) --version). Try: make PYTHON=python3.12 demo"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "Python cannot make a virtual environment here. On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[$(BACKEND)]"
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[$(BACKEND),dev]"
	@touch $@

$(VENV)/.installed-docs: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[$(BACKEND),docs]"
	@touch $@
