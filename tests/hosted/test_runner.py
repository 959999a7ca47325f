"""Which page of a submission counts where another service grades it."""

from pathlib import Path

import marks_sample
import pytest

from autograder.content import assignment_folder
from autograder.core.records import Status
from autograder.core.settings import Settings
from autograder.hosted import runner

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("other", [marks_sample.report(), marks_sample.unreadable()])
def test_of_two_pages_a_fault_of_ours_is_not_passed_over(monkeypatch, tmp_path, other):
    """Somebody has to look, whatever the other page came to."""
    for ending in (".ipynb", ".py"):
        (tmp_path / f"mnist{ending}").write_text("x")
    found = {".ipynb": marks_sample.not_graded(), ".py": other}

    class Grader:
        def __init__(self, *_arguments):
            pass

        def __enter__(self):
            return self

        def __exit__(self, *_error):
            pass

        def grade(self, one):
            return found[one.path.suffix]

    monkeypatch.setattr(runner, "Grader", Grader)
    assignment = assignment_folder.load(ROOT / "solutions" / "mnist")
    assert runner.grade(assignment, tmp_path, Settings()).status is Status.NOT_GRADED
