"""Many submissions: judging them side by side, losing none."""

import json

import miniature
import pytest
from miniature import files

from autograder.content import assignment_folder
from autograder.content.assignment import ChecksBroken
from autograder.content.discovery import Handed, collect
from autograder.core.records import TIMES, Status
from autograder.core.settings import Settings
from autograder.grading import grader
from autograder.grading.batch import grade

pytestmark = pytest.mark.usefixtures("warm_servers")
RIGHT, WRONG = miniature.page(), miniature.page(double="return numbers + 2")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return miniature.write(tmp_path_factory.mktemp("batch"))


@pytest.fixture
def handed(tmp_path, folder):
    files(tmp_path, ada_py=RIGHT, ben_py=WRONG, chloe_py="def double(", dev_py=RIGHT)
    return collect([tmp_path], assignment_folder.load(folder)).handed


def marks(reports):
    return {report.submission: (report.status, report.score) for report in reports}


EXPECTED = {
    "ada": (Status.GRADED, 100),
    "ben": (Status.GRADED, 50),
    "chloe": (Status.UNREADABLE, 0),
    "dev": (Status.GRADED, 100),
}


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_submission_gets_its_report(folder, handed, jobs):
    assert marks(grade(handed, folder, Settings(), jobs)) == EXPECTED


def test_reports_do_not_depend_on_the_number_of_processes(folder, handed):
    def told(jobs):
        reports = [report.to_dict() for report in grade(handed, folder, Settings(), jobs)]
        for report in reports:
            for took in TIMES:
                report.pop(took)
        return sorted(json.dumps(report, sort_keys=True) for report in reports)

    assert told(1) == told(2)


def test_a_known_mistake_is_named(folder, handed):
    report = next(report for report in grade(handed, folder, Settings(), 1) if report.submission == "ben")
    first = report.exercises[0].checks[0]
    assert (first.mistake, first.feedback) == ("adds_two", "You added two.")


def test_a_fault_of_ours_is_not_graded_and_no_zero(folder, handed, monkeypatch):
    def broken(*_arguments, **_settings):
        raise RuntimeError("something of ours")

    monkeypatch.setattr(grader.SubmissionJudge, "judge_exercise", broken)
    reports = marks(grade(handed[:1], folder, Settings(), 1))
    assert reports == {"ada": (Status.NOT_GRADED, 0)}


def test_a_fault_of_ours_is_tried_once_more_alone(folder, handed, monkeypatch):
    """A submission before it, or a machine out of memory: the second time it may be gone."""
    judge, calls = grader.SubmissionJudge.judge_exercise, []

    def broken_once(self, part, name, *arguments):
        if part.name in EXPECTED:  # or it is a mistake, for a diagnosis
            calls.append((part.name, name))
        if calls == [("ada", "double")]:
            raise RuntimeError("something of ours")
        return judge(self, part, name, *arguments)

    monkeypatch.setattr(grader.SubmissionJudge, "judge_exercise", broken_once)
    assert marks(grade(handed, folder, Settings(), 1)) == EXPECTED
    assert calls == [("ada", "double"), ("ben", "double"), ("ben", "total"), ("dev", "double")]  # the rest is known by then


def test_a_diagnosis_that_fails_costs_no_points_and_is_told(folder, handed, monkeypatch):
    def broken(*_arguments, **_settings):
        raise RuntimeError("something of ours")

    monkeypatch.setattr(grader.Diagnosis, "name", broken)
    reports = list(grade(handed[:2], folder, Settings(), 1))
    assert marks(reports) == {"ada": (Status.NOT_GRADED, 100), "ben": (Status.NOT_GRADED, 50)}
    assert all("A bug in the kit, not in the student's work" in report.problem for report in reports)


def test_checks_that_cannot_be_used_end_it_all(tmp_path, handed):
    """Three hundred reports that say the same would bury it."""
    folder = miniature.write(tmp_path / "other", {"checks/test_double.py": "import no_such_module\n"})
    with pytest.raises(ChecksBroken):
        list(grade(handed, folder, Settings(), 1))


def test_a_grading_process_that_dies_costs_a_retry(folder, handed, tmp_path, monkeypatch):
    """One page takes its grading process along, once: everybody still gets a report."""
    note = tmp_path / "died"
    poison = miniature.write(
        tmp_path / "poison",
        {
            "checks/test_double.py": miniature.DOUBLE
            + f"\n\nimport os\nimport pathlib\n\nif not pathlib.Path({str(note)!r}).exists():\n"
            f"    pathlib.Path({str(note)!r}).touch()\n    os._exit(9)\n"
        },
    )
    assert marks(grade(handed, poison, Settings(), 2)) == EXPECTED
    assert note.exists()


def test_a_grading_process_that_dies_twice_leaves_a_word(handed, tmp_path):
    poison = miniature.write(tmp_path / "poison", {"checks/test_double.py": "import os\nos._exit(9)\n"})
    reports = list(grade(handed[:2], poison, Settings(), 2))
    assert {report.status for report in reports} == {Status.NOT_GRADED}
    assert all("ended twice" in report.problem for report in reports)


def test_a_file_that_went_away_is_told(folder, tmp_path):
    (report,) = grade([Handed("ada", tmp_path / "gone.py")], folder, Settings(), 1)
    assert report.status in (Status.UNREADABLE, Status.NOT_GRADED) and report.problem
