"""A worker finds packages wherever its command does: in the home folder, in a cluster's modules; and no other folder on the path."""

import os
import site
import sys
from pathlib import Path

import pytest

from autograder.sandbox.isolation import ProcessLimits
from autograder.sandbox.launcher import Starters
from autograder.sandbox.package_folders import PACKAGE, package_folders, worker_path

SECONDS = 60
CODE = "import elsewhere, importlib.util\ndef f():\n    return elsewhere.NUMBER, importlib.util.find_spec('notes') is None\n"


@pytest.fixture
def elsewhere(tmp_path, monkeypatch) -> Path:
    """A folder of packages, as ``pip install --user`` makes one, and a folder of somebody's work: both on the path."""
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    packages, work = tmp_path / "lib" / "site-packages", tmp_path / "work"
    for folder, name in ((packages, "elsewhere"), (work, "notes")):
        folder.mkdir(parents=True)
        (folder / f"{name}.py").write_text("NUMBER = 7\n")
        monkeypatch.syspath_prepend(folder)
    return packages


def test_only_folders_of_packages_are_found(elsewhere):
    assert package_folders()[0] == str(elsewhere)
    assert str(elsewhere) == worker_path()["PYTHONPATH"].split(os.pathsep)[0]
    assert not [path for path in [*package_folders(), *worker_path()["PYTHONPATH"].split(os.pathsep)] if path.endswith("work")]


def test_what_a_worker_finds_by_itself_is_not_named(monkeypatch):
    monkeypatch.setattr(sys, "path", site.getsitepackages())
    assert worker_path().get("PYTHONPATH", str(PACKAGE.parent)) == str(PACKAGE.parent)  # the kit's source folder, if pip was told to link it


@pytest.mark.parametrize("level", ["full", "reduced", "none"])
@pytest.mark.parametrize("spawn", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["forked", "spawned"])
def test_a_worker_imports_what_is_installed_elsewhere(elsewhere, level, spawn):
    with Starters(spawn, level) as starters:
        worker = starters.get(()).start(ProcessLimits())
        try:
            worker.ask({"op": "load", "cells": [{"source": CODE, "picks": [0, 1], "filename": "page.py"}]}, SECONDS)
            reply = worker.ask({"op": "call", "function": "f", "arguments": {}}, SECONDS)
        finally:
            worker.close()
    assert (reply["status"], reply.get("value")) == ("returned", (7, True)), reply
