"""What a person grades, and what a person gave: seen whole, asked for once, told by name, and shown everywhere alike."""

import base64
import csv
import io
import json
import re

import matplotlib.image
import numpy as np
import pytest
from nbgrader_course import cell, code, text, written

pytestmark = pytest.mark.slow
RIGHT = {"double": "return 2 * numbers", "total": "return numbers.sum()"}


def graded_cell(grade_id, kind, points, source, solution):
    own = {"schema_version": 3, "grade": True, "solution": solution, "locked": not solution, "task": False}
    made = text(source) if kind == "markdown" else code(source)
    return {**made, "id": grade_id, "metadata": {"nbgrader": {**own, "grade_id": grade_id, "points": points}}}


def picture():
    made = io.BytesIO()
    matplotlib.image.imsave(made, np.linspace(0, 1, 300).reshape(10, 30), format="png")
    return base64.b64encode(made.getvalue() + b"<script>alert('tail')</script>").decode()


ESSAY = "*Twice* is $\\frac{2}{1}$, and $\\href{javascript:alert(1)}{x}$ <script>alert(1)</script> [l](javascript:alert(1))"
OUTPUTS = [
    {"output_type": "display_data", "metadata": {}, "data": {"image/png": picture(), "text/html": "<script>alert(1)</script>"}},
    {"output_type": "stream", "name": "stdout", "text": "the plot\x1b[31m" + "x" * 9000},
    {"output_type": "display_data", "metadata": {}, "data": {"image/svg+xml": "<svg onload=alert(1)/>", "text/plain": "a figure"}},
    {"output_type": "error", "ename": "ValueError", "evalue": "<img onerror=alert(1)>", "traceback": []},
]  # fmt: skip


def answered(notebook, essay=ESSAY, **bodies):
    notebook = written(notebook, **(bodies or RIGHT))
    cell(notebook, "essay")["source"] = essay
    cell(notebook, "plot")["source"] = "import matplotlib.pyplot as plt"
    cell(notebook, "plot")["outputs"] = OUTPUTS
    return notebook


@pytest.fixture(scope="module")
def with_more(untouched, tmp_path_factory):
    """The kit's notebook with an essay, a plot and a test of the instructor's own; handed in by two and graded once."""
    course = untouched.copy(tmp_path_factory.mktemp("hand") / "course")
    source = course.folder / "source" / "miniature" / "miniature.ipynb"
    notebook = json.loads(source.read_text())
    notebook["cells"] += [
        graded_cell("essay", "markdown", 7, "Write here.", True),
        graded_cell("plot", "code", 3, "# plot here", True),
        graded_cell("own_test", "code", 5, "assert double(2) == 4", False),
    ]
    source.write_text(json.dumps(notebook))
    done = course.nbgrader("generate_assignment", "miniature", "--force")
    assert done.code == 0, done.output
    for student in ("ada", "ben"):
        course.hand_in(student, answered(course.released()))
    done = course.grade()
    assert done.code == 1, done.output
    return course, done.output


@pytest.fixture
def more(with_more, tmp_path):
    return with_more[0].copy(tmp_path / "course")


def by_person(course, extra=0, **scores):
    """What a person does in formgrader."""
    for name, score in scores.items():
        course.sql(
            "UPDATE grade SET manual_score = ?, extra_credit = ?, needs_manual_grade = 0 WHERE cell_id IN"
            " (SELECT id FROM base_cell WHERE name = ?)",
            score, extra or None, name,
        )  # fmt: skip


def flagged(course):
    return {row[:2] for row in course.grades() if row[5]}


def table(course):
    rows = csv.DictReader(io.StringIO((course.folder / "reports" / "miniature" / "grades.csv").read_text()))
    return {row["submission"]: row for row in rows}


def test_what_waits_for_a_person_is_told_by_name(with_more):
    for name in ("essay", "own_test", "plot"):
        assert f"! {name}: needs manual grading in formgrader: ada, ben." in with_more[1]


def test_what_waits_is_no_mark_in_the_class_report(with_more):
    course = with_more[0]
    row = table(course)["ada"]
    assert (row["total"], row["essay"], row["max"]) == ("", "", "115")
    assert row["status"].startswith("needs a manual grade: ")
    assert "waiting for manual grading" in (course.folder / "reports" / "miniature" / "report.html").read_text()


def test_when_nothing_waits_the_command_is_done(more):
    by_person(more, essay=6, plot=3, own_test=5)
    done = more.grade()
    assert done.code == 0 and "needs manual grading" not in done.output, done.output
    assert table(more)["ada"]["total"] == "114"


def test_text_and_outputs_are_seen_and_nothing_acts(more):
    assert more.nbgrader("generate_feedback", "miniature").code == 0
    page = more.feedback("ada")
    assert "<em>Twice</em>" in page and "\\frac{2}{1}" in page
    shown = re.findall(r'src="data:image/png;base64,([^"]+)"', page.replace("\n", ""))
    assert shown and all(b"alert" not in base64.b64decode(one) for one in shown)
    assert "Outputs as submitted" in page
    assert "ValueError: &lt;img onerror" in page and "Cut here" in page
    for word in ("<script>alert", "\\href", 'href="javascript', "<svg", "<img onerror", "\x1b[31m"):
        assert word not in page, word


def test_after_a_changed_check_only_what_changed_is_asked_for(more):
    by_person(more, essay=6, plot=3, own_test=5)
    checks = more.folder / "solutions" / "miniature" / "checks" / "test_total.py"
    checks.write_text(checks.read_text().replace("is_close_to(7", "is_close_to(8"))
    done = more.grade()
    assert done.code == 0 and "2 written" in done.output, done.output
    assert flagged(more) == set()
    assert more.autograder("export", "--course", more.folder, "--to", more.folder / "out.csv").code == 0
    more.hand_in("ada", answered(more.released(), essay="Another text."))
    more.grade()
    assert flagged(more) == {("ada", "essay")}
    more.grade()
    assert flagged(more) == {("ada", "essay")}, "until a person has been there"


def test_outputs_that_changed_are_asked_for_too(more):
    by_person(more, essay=6, plot=3, own_test=5)
    notebook = answered(more.released())
    cell(notebook, "plot")["outputs"] = OUTPUTS[1:]
    more.hand_in("ben", notebook)
    more.grade()
    assert flagged(more) == {("ben", "plot")}


def test_an_override_is_the_mark_everywhere_and_the_judges_stands_beside(more):
    by_person(more, essay=6, plot=3, own_test=5)
    by_person(more, double_check=41, extra=2)
    done = more.grade()
    row = table(more)["ada"]
    assert (row["double"], row["total"], row["max"]) == ("43", "107", "115")
    assert (row["by_checks"], row["by_checks_max"]) == ("100", "100")
    said = "107 of 115 in the gradebook, 100 of 100 from the checks"
    assert said in done.output
    assert said in (more.folder / "reports" / "miniature" / "report.html").read_text()
    assert more.nbgrader("generate_feedback", "miniature", "--force").code == 0
    page = more.feedback("ada")
    assert "43 of 50 points count: this score was given by hand. The checks gave 50." in page
    assert "50 of 50 points from the checks" in page and "Score: 43.0 / 50.0" in page


def test_the_contents_of_feedback_name_the_functions(more):
    assert more.nbgrader("generate_feedback", "miniature").code == 0
    page = more.feedback("ada")
    entries = re.findall(r'<li><a href="#([\w-]+)">([^<]+)</a> \(Score', page)
    assert ("double_check", "double") in entries and ("total_check", "total") in entries
    assert "Test cell" not in [name for _, name in entries]
