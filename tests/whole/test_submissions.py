"""One folder for each way to go wrong, with the report it must get: ``tests/submissions/<way>/expected.json``.

After a wanted change of wording: ``pytest tests/whole/test_submissions.py --update``, and read the difference.
"""

import difflib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.content import assignment_folder
from autograder.content.discovery import Handed
from autograder.core.faults import kept_apart
from autograder.core.settings import Settings
from autograder.grading import work_items
from autograder.grading.grader import Grader

HERE = Path(__file__).parents[1]
WAYS = sorted(path.name for path in (HERE / "submissions").iterdir() if path.is_dir())
pytestmark = pytest.mark.usefixtures("warm_servers")
KEPT = ("name", "outcome", "points", "message", "mistake", "line")


@pytest.fixture(scope="module")
def grader():
    """One for all, so that the libraries stay warm; it waits less long for a call than a real one."""
    settings = Settings(dataset="digits")
    with Grader(HERE.parent / "solutions" / "mnist", settings) as made:
        made.assignment = replace(made.assignment, limits=replace(made.assignment.limits, call=3.0))
        yield made


def judged(grader, name, page, exercises):
    """A report on some of the exercises."""

    def work():
        submission = grader.assignment.read(page, name)
        return grader.diagnosis.name(grader.begin().judge(submission, exercises)).report

    def without_marks(status, text):
        return work_items.problem(Handed(name, page), grader.assignment.name, grader.settings, status, text)

    return kept_apart("judging the page", name, work, without_marks)


@pytest.mark.parametrize("way", WAYS)
def test_a_way_to_go_wrong_gets_its_report(way, grader, request):
    """outcome, points, message and mistake of every check are the expected ones"""
    folder = HERE / "submissions" / way
    exercises = tuple((folder / "exercises.txt").read_text("utf-8").split())
    (page,) = folder.glob("mnist.*")
    report = judged(grader, "somebody", page, exercises).to_dict()
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


def test_what_a_model_came_to_is_in_the_report(grader):
    """the class's statistics find accuracy and loss at the check that measured them, and nowhere else"""
    report = judged(grader, "reference", grader.assignment.folder / "mnist.py", ("build_model", "normalize"))
    (found,) = [check.measurements for check in report.checks if check.measurements]
    assert found["accuracy_needed"] <= found["accuracy"] < 1 and 0 < found["loss"] < 0.5


def test_every_assignment_can_be_found():
    """the folder these tests stand on is there"""
    assert assignment_folder.load(HERE.parent / "solutions" / "mnist").functions


def test_a_page_of_another_course_is_told_in_one_sentence(grader, tmp_path):
    (tmp_path / "mnist.py").write_text("def perceptron(x):\n    return x\n")
    report = grader.grade(Handed("somebody", tmp_path / "mnist.py"))
    assert (report.status, report.exercises) == ("unreadable", ())
    assert report.problem.startswith("mnist.py has none of the functions of mnist (dataset_shapes, ")
    assert report.problem.endswith("Is this the right file?")
