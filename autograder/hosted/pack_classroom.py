"""A template repository for GitHub Classroom: the student's folder, the workflow, and the engine it installs.

Students see everything in it, so it holds public checks only, and its marks are advice: a student can change the checks
in their own repository. Marks of record come from the instructor's machine.
"""

from __future__ import annotations

import shlex
import shutil
import tempfile
from pathlib import Path

from autograder.authoring import build
from autograder.content.assignment import Assignment
from autograder.content.mistake_fingerprints import stored
from autograder.hosted import pack_engine
from autograder.judging import collection
from autograder.reports import wording

ENGINE = ".github/autograder"
WORKFLOW = ".github/workflows/classroom.yml"
STEP = "autograder"
README = "README.md"

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
        run: python -m pip install --quiet --constraint constraints.txt .{packages}
      - name: "{name}: {points} points of public checks"
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
        raise pack_engine.NothingToPack(f"{folder} already exists and is not an empty folder. Name a new folder: --out DIR.")
    content = pack_engine.files()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".pack-", dir=folder.parent) as scratch:
        fresh = Path(scratch) / folder.name
        build.build(assignment, fresh, stored(assignment))
        public, whole = collection.public_points(assignment), sum(collection.points(assignment).values())
        readme = fresh / README
        text = readme.read_text("utf-8") if readme.is_file() else f"# {assignment.title}\n"
        _put(readme, with_points(text, public, whole).encode())
        for name, data in content.items():
            _put(fresh / ENGINE / name, data)
        _put(fresh / WORKFLOW, workflow(assignment.name, public, assignment.requires).encode())
        if folder.exists():
            folder.rmdir()
        shutil.move(fresh, folder)
    return [one.name for one in assignment.exercises if (folder / "checks" / one.checks.name).is_file()]


def workflow(name: str, points: float, requires: tuple[str, ...] = ()) -> str:
    """The workflow, as YAML.

    Args:
        name: the assignment's. points: of its public checks, which are all that run there.
        requires: packages that the assignment requires.
    """
    packages = "".join(f" {shlex.quote(line)}" for line in requires)
    said = wording.points(points)
    return TEXT.format(engine=ENGINE, name=name, points=said, step=STEP, variable=STEP.upper(), packages=packages)


def with_points(readme: str, public: float, whole: float) -> str:
    """The student's README with a paragraph below its title: what the workflow counts, and what the rest is.

    Example:
        >>> print(with_points("# Title\\n\\nText.\\n", 60, 100).split("\\n")[2])
        **Points in this repository:** after each push, GitHub runs the public checks: 60 of the 100 points. The other 40 come
    """
    here, all_, rest = (wording.points(number) for number in (public, whole, whole - public))
    said = (
        f"**Points in this repository:** after each push, GitHub runs the public checks: {here} of the {all_} points."
    )
    said += f" The other {rest} come\nfrom checks that run when your work is graded." if whole > public else ""
    title, _, text = readme.partition("\n")
    return f"{title}\n\n{said}\n{text if text.startswith(chr(10)) else chr(10) + text}"


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
