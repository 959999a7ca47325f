# make demo · make test · make check · make docs: each sets up its own virtual environment first; a second call does not reinstall.
# make BACKEND=jax …: with JAX in place of TensorFlow (or torch).

PYTHON ?= python3
BACKEND ?= tensorflow
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --constraint constraints.txt
# uv takes a fourth of pip's time. Where it cannot be had, or does not know the index that pip is told of, pip does the same.
UV     := $(BIN)/uv pip install --quiet --python $(BIN)/python --constraint constraints.txt
INSTALL = ($(PIP) uv && $(UV) --editable ".[$(EXTRAS)]") 2>/dev/null || $(PIP) --editable ".[$(EXTRAS)]"
# On all cores; pip compiles on one. Not left out: where PYTHONDONTWRITEBYTECODE is set, each of a thousand processes would do it.
# The tests of libraries are: nobody imports them.
COMPILE := $(BIN)/python -m compileall -qq -j 0 -x '/tests?/'
ifneq ($(BACKEND),tensorflow)
# TensorFlow is installed, too, and would be taken
export KERAS_BACKEND := $(BACKEND)
endif

.PHONY: demo dev test installed ci check build audit bench docs wheel translations clean

demo: $(VENV)/.installed
	$(BIN)/autograder demo --assignment mnist

test: $(VENV)/.installed-dev
	@$(COMPILE) autograder tests/support || true
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

dev: $(VENV)/.installed-dev
	@echo "Installed. Next:   source $(BIN)/activate"

installed: $(VENV)/.installed-all

ci: $(VENV)/.installed-all  # docs before the tests, which look at the site
	$(MAKE) docs
	$(MAKE) test

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

translations: $(VENV)/.installed-dev
	$(BIN)/python -m autograder.authoring.translations $(LANGUAGE)

docs: $(VENV)/.installed-docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet
	@echo "The site is built: open site/index.html"

wheel: $(VENV)/.installed-dev
	rm -rf dist
	SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2>/dev/null || date +%s)} $(BIN)/python -m build --outdir dist .
	$(BIN)/twine check --strict dist/*
	@echo "Built. What comes before and after: docs/release.md"

clean:
	rm -rf $(VENV)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; this is $$($(PYTHON) --version). Try: make PYTHON=python3.12 demo"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "Python cannot make a virtual environment here. On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }

$(VENV)/.installed: EXTRAS := $(BACKEND)
$(VENV)/.installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(INSTALL)
	@$(COMPILE) $(VENV)/lib || true  # some libraries bring files that no Python of today can compile
	@touch $@

$(VENV)/.installed-dev: EXTRAS := $(BACKEND),dev
$(VENV)/.installed-dev: $(VENV)/bin/python pyproject.toml constraints.txt  # one call, also for what .installed has
	$(INSTALL)
	@$(COMPILE) $(VENV)/lib || true
	@touch $(VENV)/.installed $@

$(VENV)/.installed-all: EXTRAS := $(BACKEND),dev,docs
$(VENV)/.installed-all: $(VENV)/bin/python pyproject.toml constraints.txt
	$(INSTALL)
	@$(COMPILE) $(VENV)/lib || true
	@touch $(VENV)/.installed $(VENV)/.installed-dev $(VENV)/.installed-docs $@

$(VENV)/.installed-docs: EXTRAS := $(BACKEND),docs
$(VENV)/.installed-docs: $(VENV)/bin/python pyproject.toml constraints.txt
	$(INSTALL)
	@$(COMPILE) $(VENV)/lib || true
	@touch $(VENV)/.installed $@
