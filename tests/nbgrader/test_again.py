"""Grading again: what is done is left alone, what changed is done anew, what was cut off is finished, what a person did stays."""

import json
import os
import signal
import subprocess
import sys

import miniature
import pytest
from nbgrader_course import written

pytestmark = pytest.mark.slow
RIGHT = {"double": "return 2 * numbers", "total": "return numbers.sum()"}
FULL = {"double_check": 50.0, "total_check": 50.0}


@pytest.fixture(scope="module")
def once_graded(untouched, tmp_path_factory):
    course = untouched.copy(tmp_path_factory.mktemp("again") / "course")
    course.hand_in("ada", written(course.released(), **RIGHT))
    course.hand_in("ben", written(course.released(), total=RIGHT["total"]))
    assert course.grade().code == 0
    assert course.marks() == {"ada": FULL, "ben": {"double_check": 0.0, "total_check": 50.0}}
    return course


@pytest.fixture
def graded(once_graded, tmp_path):
    """Two students, graded."""
    return once_graded.copy(tmp_path / "graded")


def test_only_what_changed_is_graded_again(graded):
    """A newer hand-in, an older one by another clock, and a change in nothing but the time."""
    graded.hand_in("ben", written(graded.released(), **RIGHT), when="2020-01-01 10:00:00 UTC")
    done = graded.grade()
    assert "2 reports (1 from before)" in done.output and "Gradebook: 1 written, 1 already up to date." in done.output
    assert graded.marks() == {"ada": FULL, "ben": FULL}
    (graded.folder / "submitted" / "ada" / "miniature" / "timestamp.txt").write_text("2031-02-03 10:00:00 UTC")
    assert "Gradebook: 1 written, 1 already up to date." in graded.grade().output
    assert "2031-02-03" in str(graded.sql("SELECT timestamp FROM submitted_assignment WHERE student_id = 'ada'"))


def test_all_are_judged_again_where_that_is_asked_for(graded):
    """What was remembered is forgotten, and the marks are the same."""
    done = graded.autograder("grade", "--course", graded.folder, "--assignment", "miniature", "--jobs", "1", "--regrade")
    assert done.code == 0, done.output
    assert "(2 from before)" not in done.output and "2 reports: " in done.output
    assert graded.marks() == {"ada": FULL, "ben": {"double_check": 0.0, "total_check": 50.0}}


def test_a_kept_report_that_does_not_hold_is_made_anew(graded):
    """A wrong report, as a bug of ours would have left it. It is looked at when the class is judged, not when nothing is."""
    path = next(graded.folder.rglob("ada.json"))
    report = json.loads(path.read_text("utf-8"))
    for check in report["exercises"][0]["checks"]:
        check["points"] = 0.0
    path.write_text(json.dumps(report))
    graded.hand_in("ben", written(graded.released(), **RIGHT))
    command = ["grade", "--course", graded.folder, "--assignment", "miniature", "--jobs", "1", "--recheck", "1"]
    done = graded.autograder(*command)
    assert done.code == 1 and "This class is judged without results of earlier runs" in done.output, done.output
    assert graded.marks() == {"ada": FULL, "ben": FULL}
    assert "double: " in json.loads(path.read_text("utf-8"))["differences"][0]


def test_a_script_counts_where_the_notebook_beside_it_is_untouched(graded):
    """Students may choose the form of the page; the same rule as for grade and the packs."""
    graded.hand_in("ben", written(graded.released()))
    (graded.folder / "submitted" / "ben" / "miniature" / "miniature.py").write_text(miniature.page())
    (graded.folder / "submitted" / "ada" / "miniature" / "miniature.py").write_text(miniature.page(total="return 7"))
    done = graded.grade()
    assert done.code == 0, done.output
    assert graded.marks() == {"ada": FULL, "ben": FULL}
    assert "ada: miniature.ipynb was graded. There is work in miniature.py, too." in done.output
    assert "ben: miniature" not in done.output
    assert graded.nbgrader("generate_feedback", "miniature", "--force").code == 0
    assert "miniature.py was graded: it has more work in it than this notebook" in graded.feedback("ben")


def test_feedback_from_before_a_change_of_marks_is_to_be_forced(graded):
    """nbgrader leaves feedback alone that is there already, and says nothing of it."""
    plain = "Next:   nbgrader generate_feedback miniature"
    assert graded.nbgrader("generate_feedback", "miniature").code == 0
    assert graded.grade().output.endswith(f"{plain}\n"), "nothing has changed since"
    graded.hand_in("ben", written(graded.released(), **RIGHT))
    for _ in range(2):  # also when it is graded once more before anybody has made the feedback
        assert graded.grade().output.endswith(f"{plain} --force\n")
    before = graded.feedback("ben")
    assert graded.nbgrader("generate_feedback", "miniature").code == 0 and graded.feedback("ben") == before
    assert graded.nbgrader("generate_feedback", "miniature", "--force").code == 0 and graded.feedback("ben") != before


def test_what_a_person_decided_stays(graded):
    """A manual score wins, also over a regrade, and a comment is kept; nobody's are asked for again without need."""
    graded.sql("UPDATE grade SET manual_score = 7, extra_credit = 1 WHERE auto_score = 0")
    graded.sql("UPDATE comment SET manual_comment = 'Good try.' WHERE auto_comment = 'No response.'")
    graded.grade()
    rows = {row[:2]: row[2:6] for row in graded.grades()}
    assert rows["ben", "double_check"] == (0.0, 7.0, 1.0, 0)
    graded.hand_in("ben", written(graded.released(), **RIGHT))
    graded.grade()
    rows = {row[:2]: row[2:6] for row in graded.grades()}
    assert rows["ben", "double_check"] == (50.0, 7.0, 1.0, 1), "the gradebook flags it, as nbgrader does"
    assert ("ben", "double", None, "Good try.") in graded.comments()


def test_a_changed_check_makes_reports_stale(graded):
    checks = graded.folder / "solutions" / "miniature" / "checks" / "test_total.py"
    checks.write_text(checks.read_text().replace("is_close_to(7", "is_close_to(8"))
    done = graded.grade()
    assert "2 reports: " in done.output
    assert graded.marks()["ada"] == {"double_check": 50.0, "total_check": 20.0}


NOTED = """

@pytest.fixture(autouse=True, scope="module")
def noted():
    from pathlib import Path
    with open(Path(__file__).parents[1].joinpath("noted.txt"), "a") as file:
        file.write("judged ")
"""


def test_only_the_exercise_of_a_changed_check_is_judged_again(graded):
    checks = graded.folder / "solutions" / "miniature" / "checks"
    with open(checks / "test_double.py", "a") as file:
        file.write(NOTED)
    graded.grade()
    assert (checks.parent / "noted.txt").read_text() == "judged "  # ada's; ben has not begun with it
    total = checks / "test_total.py"
    total.write_text(total.read_text().replace("is_close_to(7", "is_close_to(8"))
    said = graded.grade().output
    assert "Judged in full as well, to be sure: 1, no difference." in said  # one result that was not judged again, drawn by the key
    assert (checks.parent / "noted.txt").read_text() in ("judged ", "judged judged ")
    assert graded.marks()["ada"] == {"double_check": 50.0, "total_check": 20.0}


def test_points_that_an_instructor_changed_are_scaled_to(graded):
    source = graded.folder / "source" / "miniature" / "miniature.ipynb"
    source.write_text(source.read_text().replace('"points": 50', '"points": 5'))
    assert graded.nbgrader("generate_assignment", "miniature", "--force").code == 0
    graded.grade()
    assert graded.marks() == {
        "ada": {"double_check": 5.0, "total_check": 5.0},
        "ben": {"double_check": 0.0, "total_check": 5.0},
    }


def test_half_written_folders_are_finished(graded):
    """What ``kill -9`` leaves: a sanitized notebook without results, half a file, a gradebook entry without a score."""
    for student, content in {"ada": None, "ben": b'{"cells": ['}.items():
        path = graded.folder / "autograded" / student / "miniature" / "miniature.ipynb"
        notebook = json.loads(path.read_text())
        path.chmod(0o644)
        notebook["metadata"].pop("autograder")
        path.write_bytes(content or json.dumps(notebook).encode())
    assert "Gradebook: 2 written, 0 already up to date." in graded.grade().output
    graded.sql("UPDATE grade SET auto_score = NULL, needs_manual_grade = 1")
    assert "Gradebook: 2 written, 0 already up to date." in graded.grade().output
    assert graded.marks()["ada"] == FULL and not any(row[5] for row in graded.grades())


def test_kill_in_the_middle_and_a_new_run(course):
    """Wherever the first run is cut off, the second one fills the whole gradebook, and judges nobody twice."""
    for number in range(6):
        course.hand_in(f"student{number}", written(course.released(), **RIGHT))
    words = [sys.executable, "-m", "autograder", "grade", "--course", str(course.folder), "--assignment", "miniature"]
    first = subprocess.Popen(
        [*words, "--jobs", "1"], env=course.run.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        cwd=course.folder, text=True, start_new_session=True,
    )  # fmt: skip
    with first.stderr as lines:
        for line in lines:
            if "gradebook: student1" in line:
                os.killpg(first.pid, signal.SIGKILL)
                break
    assert first.wait(300) == -signal.SIGKILL
    done = course.grade()
    assert "6 reports (6 from before)" in done.output, done.output
    assert course.marks() == {f"student{number}": FULL for number in range(6)}


def test_the_buttons_and_the_command_agree(graded):
    """``nbgrader autograde`` after ``grade`` takes the reports that are there; with --force for everybody."""
    before = graded.grades()
    (graded.folder / "reports" / "miniature" / "ben.json").unlink()
    done = graded.nbgrader("autograde", "miniature", "--force")
    assert done.code == 0, done.output
    assert graded.grades() == before
    assert (graded.folder / "reports" / "miniature" / "ben.json").is_file()


def test_a_check_of_ours_that_breaks_is_no_zero(graded):
    """Its function has no automatic score and asks for a person, and so does the command; the others keep theirs."""
    checks = graded.folder / "solutions" / "miniature" / "checks" / "test_double.py"
    checks.write_text(checks.read_text().replace("-rng.uniform(1, 9, 5)", "1 / 0"))
    done = graded.grade()
    assert done.code == 1 and "ada: not graded, needs attention." in done.output
    rows = {row[:2]: row[2:6] for row in graded.grades()}
    assert rows["ada", "double_check"] == (None, None, None, 1)
    assert rows["ada", "total_check"] == (50.0, None, None, 0)
    graded.sql("UPDATE grade SET manual_score = 50, needs_manual_grade = 0 WHERE auto_score IS NULL")
    assert "Gradebook: 0 written, 2 already up to date." in graded.grade().output, "a person has been there"
    assert ("ada", "double", "Not graded yet. A check of this function is broken: this is a bug in the course, not in the student&#39;s work.", None) in graded.comments()  # fmt: skip


def test_a_gradebook_on_a_server(postgres, untouched, tmp_path):
    """Generated, filled, and found right by a second run, on PostgreSQL."""
    course = untouched.copy(tmp_path / "course")
    config = course.folder / "nbgrader_config.py"
    config.write_text(config.read_text() + f"\nc.CourseDirectory.db_url = {postgres.new()!r}\n")
    (course.folder / "gradebook.db").unlink()
    assert course.nbgrader("generate_assignment", "miniature", "--force").code == 0
    course.hand_in("ada", written(course.released(), **RIGHT))
    done = course.grade()
    assert done.code == 0 and "Gradebook: 1 written, 0 already up to date." in done.output, done.output
    assert "Gradebook: 0 written, 1 already up to date." in course.grade().output
    assert not (course.folder / "gradebook.db").exists()
