"""A template repository for GitHub Classroom: the student's folder, the workflow, and the engine it installs.

Students see everything in it, so it holds public checks only, and its marks are advice: a student can change the checks
in a repository of one's own. Marks of record come from the instructor's machine.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from autograder import build
from autograder.assignment import Assignment
from autograder.pack import engine

ENGINE = ".github/autograder"
WORKFLOW = ".github/workflows/classroom.yml"
STEP = "autograder"

# The reporter reads each step named in `runners` from the variable <STEP>_RESULTS, in capitals.
TEXT = """\
name: Autograding Tests
on:
  push:
  workflow_dispatch:
  repository_dispatch:

permissions:
  checks: write
  actions: read
  contents: read

jobs:
  run-autograding-tests:
    runs-on: ubuntu-latest
    if: github.actor != 'github-classroom[bot]'
    timeout-minutes: 30
    steps:
      - name: Checkout code
        uses: actions/checkout@v4
      - name: Python
        uses: actions/setup-python@v5
        with:
          python-version: "3.11"
          cache: pip
          cache-dependency-path: {engine}/constraints.txt
      - name: The checks' engine
        working-directory: {engine}
        run: python -m pip install --quiet --constraint constraints.txt .
      - name: {name}
        id: {step}
        working-directory: {engine}
        run: python -P -m autograder.hosted classroom --folder "$GITHUB_WORKSPACE"
      - name: Autograding Reporter
        uses: classroom-resources/autograding-grading-reporter@v1
        env:
          {variable}_RESULTS: "${{{{ steps.{step}.outputs.result }}}}"
        with:
          runners: {step}
"""


def write(assignment: Assignment, folder: Path) -> list[str]:
    """Writes the template repository.

    Args:
        assignment: in the instructors' form.
        folder: a new one, or an empty one.

    Returns:
        Names of the exercises that have public checks.

    Raises:
        NothingToPack: the folder holds something, or the kit's papers are missing.
        build.AnswerLeaked: a file for students would give something away; nothing is written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise engine.NothingToPack(f"{folder} is there already, and something is in it. Name a new folder: --out DIR.")
    content = engine.files()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".pack-", dir=folder.parent) as scratch:
        fresh = Path(scratch) / folder.name
        build.build(assignment, fresh, build.stored(assignment))
        for name, data in content.items():
            _put(fresh / ENGINE / name, data)
        _put(fresh / WORKFLOW, workflow(assignment.name).encode())
        if folder.exists():
            folder.rmdir()
        shutil.move(fresh, folder)
    return [one.name for one in assignment.exercises if (folder / "checks" / one.checks.name).is_file()]


def workflow(name: str) -> str:
    """The workflow, as YAML.

    Args:
        name: the assignment's.
    """
    return TEXT.format(engine=ENGINE, name=name, step=STEP, variable=STEP.upper())


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
