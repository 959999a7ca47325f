"""A template repository for GitHub Actions: the student's folder, a workflow, and the engine that it installs.

Students see everything in it, so it holds public checks only, and its points are advice: a student can change the checks
in their own repository. Marks of record come from the instructor's machine.
"""

from __future__ import annotations

import shlex
from pathlib import Path

from autograder.content.assignment import Assignment
from autograder.hosted import pack_engine, pack_template
from autograder.reports import wording

ENGINE = ".github/autograder"
WORKFLOW = ".github/workflows/autograder.yml"
JOB = "public-checks"

TEXT = """\
# Runs the public checks after each push. The points are advice: everybody who can change this repository can change
# the checks in it. The mark comes from the instructor, who grades the page with   autograder grade
name: Public checks
on:
  push:
  workflow_dispatch:

permissions:
  contents: read

concurrency:
  group: autograder-${{{{ github.ref }}}}
  cancel-in-progress: true

jobs:
  {job}:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
      - uses: actions/setup-python@v7
        with:
          python-version: "{python}"
          cache: pip
          cache-dependency-path: {engine}/constraints.txt
      - name: The checks' engine
        working-directory: {engine}
        run: python -m pip install --quiet --constraint constraints.txt ".{extra}"{packages}
      - name: "{name}: {points} points of public checks (advice)"
        working-directory: {engine}
        env:
          KERAS_BACKEND: {backend}
        run: python -P -m autograder.hosted github-actions --folder "$GITHUB_WORKSPACE"
"""


def write(assignment: Assignment, folder: Path, backend: str = "tensorflow") -> list[str]:
    """Writes the template repository.

    Args:
        assignment: in the instructors' form.
        folder: a new one, or an empty one.
        backend: with which Keras computes there, see ``core.keras_backend``.

    Returns:
        Names of the exercises that have public checks.

    Raises:
        NothingToPack: the folder holds something, or the kit's papers are missing.
        build.AnswerLeaked: a file for students would give something away; nothing is written.
    """
    content = pack_engine.files()
    with pack_template.new_folder(folder) as fresh:
        pack_template.students_folder(assignment, fresh, "after each push")
        public, _whole = pack_template.points(assignment)
        pack_template.write_files(fresh / ENGINE, content)
        text = workflow(assignment.name, public, assignment.requires, pack_engine.extra(assignment, backend), backend)
        pack_template.write_files(fresh, {WORKFLOW: text.encode()})
    return [one.name for one in assignment.exercises if (folder / "checks" / one.checks.name).is_file()]


def workflow(name: str, points: float, requires: tuple[str, ...] = (), extra: str = "", backend: str = "tensorflow") -> str:
    """The workflow, as YAML.

    Args:
        name: the assignment's. points: of its public checks, which are all that run there.
        requires: packages that the assignment requires. extra: see ``pack_engine.extra``. backend: see ``write``.
    """
    packages = "".join(f" {shlex.quote(line)}" for line in requires)
    return TEXT.format(
        engine=ENGINE, job=JOB, name=name, points=wording.plain_points(points), packages=packages, extra=extra, backend=backend,
        python=pack_template.PYTHON_VERSION,
    )  # fmt: skip
