"""One folder for each way to go wrong, with the report it must get: ``tests/submissions/<way>/expected.json``.

After a wanted change of wording: ``pytest tests/test_submissions.py --update``, and read the difference.
"""

import difflib
import json
from pathlib import Path

import pytest

from autograder import assignment as assignments
from autograder import batch
from autograder.judge import Settings

HERE = Path(__file__).parent
WAYS = sorted(path.name for path in (HERE / "submissions").iterdir() if path.is_dir())
KEPT = ("name", "outcome", "points", "message", "mistake", "line")


@pytest.fixture(scope="module")
def graders():
    """One grader for each set of exercises, so that the libraries stay warm."""
    made = {}

    def get(exercises):
        if exercises not in made:
            made[exercises] = batch.Grader(HERE.parent / "solutions" / "mnist", Settings(exercises=exercises))
        return made[exercises]

    yield get
    for grader in made.values():
        grader.close()


@pytest.mark.parametrize("way", WAYS)
def test_a_way_to_go_wrong_gets_its_report(way, graders, request):
    """outcome, points, message and mistake of every check are the expected ones"""
    folder = HERE / "submissions" / way
    exercises = tuple((folder / "exercises.txt").read_text("utf-8").split())
    (page,) = folder.glob("mnist.*")
    report = graders(exercises).grade(batch.Handed("somebody", page)).to_dict()
    found = {key: report[key] for key in ("status", "score", "max_score", "notes", "problem")}
    found["exercises"] = {
        exercise["name"]: [{key: check[key] for key in KEPT} for check in exercise["checks"]]
        for exercise in report["exercises"]
    }
    text = json.dumps(found, indent=1, ensure_ascii=False) + "\n"
    expected = folder / "expected.json"
    if request.config.getoption("--update"):
        expected.write_text(text, "utf-8")
    before = expected.read_text("utf-8")
    assert text == before, "\n".join(difflib.unified_diff(before.splitlines(), text.splitlines(), lineterm=""))


def test_every_assignment_can_be_found():
    """the folder these tests stand on is there"""
    assert assignments.load(HERE.parent / "solutions" / "mnist").functions
