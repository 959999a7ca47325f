"""What a mark in the gradebook depends on, input by input: each one that changes alone brings its student up to date."""

import json

import pytest
from nbgrader_course import cell, written

pytestmark = pytest.mark.slow
RIGHT = {"double": "return 2 * numbers", "total": "return numbers.sum()"}
LATE = "2030-01-03 10:00:00 UTC"


@pytest.fixture(scope="module")
def once_graded(untouched, tmp_path_factory):
    """Two students, both late by nobody's count: there is no due date yet."""
    course = untouched.copy(tmp_path_factory.mktemp("depends") / "course")
    config = course.folder / "nbgrader_config.py"
    config.write_text(f'{config.read_text()}\nc.LateSubmissionPlugin.penalty_method = "zero"\n')
    for student in ("ada", "ben"):
        course.hand_in(student, written(course.released(), **RIGHT), when=LATE)
    assert course.grade().code == 0
    return course


@pytest.fixture
def graded(once_graded, tmp_path):
    return once_graded.copy(tmp_path / "course")


def due(course, when="2030-01-02 10:00:00"):
    course.sql("UPDATE assignment SET duedate = ?", f"{when}.000000")


def penalties(course):
    return {row[0]: row[7] or 0.0 for row in course.grades()}


def changed(course, old, new):
    path = course.folder / "solutions" / "miniature" / "checks" / "test_total.py"
    path.write_text(path.read_text().replace(old, new))


def configured(course, line):
    config = course.folder / "nbgrader_config.py"
    config.write_text(f"{config.read_text()}\n{line}\n")


def generated(course, old, new):
    source = course.folder / "source" / "miniature" / "miniature.ipynb"
    text = source.read_text()
    assert old in text
    source.write_text(text.replace(old, new))
    assert course.nbgrader("generate_assignment", "miniature", "--force").code == 0


PAGES, KIT, NOTEBOOK = "the page, the checks, the settings or the kit", "the marks", "the released notebook"
# what is changed -> who is written again, and why
INPUTS = {
    "the page": (lambda course: course.hand_in("ben", written(course.released(), total="return 0"), LATE), "ben", PAGES),
    "the checks": (lambda course: changed(course, "is_close_to(7", "is_close_to(8"), "both", PAGES),
    "the seed": (lambda course: configured(course, "c.Judge.seed = 99"), "both", PAGES),
    "the budget": (lambda course: configured(course, 'c.Judge.budget = "quick"\nc.Judge.seed = 98'), "both", PAGES),
    "the backend": (lambda course: configured(course, 'c.Judge.backend = "torch"'), "both", PAGES),
    "the points in source": (lambda course: generated(course, '"points": 50', '"points": 5'), "both", NOTEBOOK),
    "the text in source": (lambda course: generated(course, "Twice as much", "Two times"), "both", NOTEBOOK),
    "the submission time": (
        lambda course: (course.folder / "submitted/ada/miniature/timestamp.txt").write_text("2030-01-01 09:00:00 UTC"),
        "ada", "the submission time",
    ),
    "the due date": (due, "both", "the late penalty"),
    "a mark in the gradebook": (
        lambda course: course.sql("UPDATE grade SET auto_score = 1 WHERE id IN (SELECT min(id) FROM grade)"), "one", "the marks",
    ),
    "the autograded folder": (
        lambda course: (course.folder / "autograded/ada/miniature").rename(course.folder / "elsewhere"), "ada", "not written yet",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", INPUTS)
def test_each_input_that_changes_is_noticed(graded, name):
    change, whose, why = INPUTS[name]
    change(graded)
    done = graded.grade()
    count = 2 if whose == "both" else 1
    assert f"Gradebook: {count} written, {2 - count} already up to date." in done.output, done.output
    assert f"written ({why})" in done.output
    assert "Gradebook: 0 written, 2 already up to date." in graded.grade().output, "once is enough"


def test_nothing_has_changed(graded):
    assert "Gradebook: 0 written, 2 already up to date." in graded.grade().output


def test_a_deadline_that_comes_later_punishes_everybody_alike(graded):
    assert penalties(graded) == {"ada": 0.0, "ben": 0.0}
    due(graded)
    graded.grade()
    assert penalties(graded) == {"ada": 100.0, "ben": 100.0}
    due(graded, "2030-02-02 10:00:00")
    graded.grade()
    assert penalties(graded) == {"ada": 0.0, "ben": 0.0}


def test_an_extension_is_for_one(graded):
    due(graded)
    graded.grade()
    graded.sql("UPDATE submitted_assignment SET extension = '1970-01-06 00:00:00.000000' WHERE student_id = 'ben'")
    done = graded.grade()
    assert "1 written, 1 already up to date" in done.output, done.output
    assert penalties(graded) == {"ada": 100.0, "ben": 0.0}


def test_another_policy(graded):
    due(graded)
    graded.grade()
    configured(graded, 'c.LateSubmissionPlugin.penalty_method = "none"')
    graded.grade()
    assert penalties(graded) == {"ada": 0.0, "ben": 0.0}


def test_a_manual_score_takes_its_penalty_along(graded):
    """All points go to the penalty, those that a person gave, too."""
    graded.hand_in("ben", written(graded.released(), total=RIGHT["total"]), LATE)
    due(graded)
    graded.grade()
    assert penalties(graded)["ben"] == 50.0
    graded.sql(
        "UPDATE grade SET manual_score = 30, needs_manual_grade = 0 WHERE auto_score = 0 AND cell_id IN"
        " (SELECT id FROM base_cell WHERE name = 'double_check')"
    )
    done = graded.grade()
    assert penalties(graded)["ben"] == 80.0 and done.code == 0, done.output
    assert [row[5] for row in graded.grades() if row[0] == "ben"] == [0, 0]


@pytest.mark.parametrize("here", [True, False], ids=["from inside", "from elsewhere"])
def test_regrade(graded, here, tmp_path):
    path = graded.folder / "reports" / "miniature" / "ada.json"
    report = json.loads(path.read_text())
    report["exercises"][0]["checks"][0]["points"] = 1.0  # as if the judge had been wrong
    path.write_text(json.dumps(report))
    words = ["grade", "--assignment", "miniature", "--jobs", "1", "--course", "." if here else graded.folder]
    done = graded.run("autograder", *words, "--regrade", cwd=graded.folder if here else tmp_path)
    assert done.code == 0 and "2 reports: " in done.output and "2 written, 0 already up to date" in done.output, done.output
    assert graded.marks()["ada"] == {"double_check": 50.0, "total_check": 50.0}


def test_what_nbgrader_cannot_take_is_said_in_its_own_words(graded):
    configured(graded, "class Broken:\n    pass\nc.AssignLatePenalties.plugin_class = 'no.such.Plugin'")
    graded.hand_in("ben", written(graded.released(), total="return 0"), LATE)
    done = graded.grade()
    assert done.code == 1 and "traceback" not in done.output.lower(), done.output
    assert "! ben: nbgrader failed: " in done.output and "it gave no reason" not in done.output


def test_an_exercise_that_the_course_left_out(graded):
    """The gradebook has no cell for it, so it is in no total; what the checks give stands beside."""
    course = graded
    source = course.folder / "source" / "miniature" / "miniature.ipynb"
    notebook = json.loads(source.read_text())
    notebook["cells"].remove(cell(notebook, "total_check"))
    source.write_text(json.dumps(notebook))
    for name in ("submitted", "autograded", "reports", "gradebook.db"):
        path = course.folder / name
        path.rename(course.folder / f"{name}-old")
    assert course.nbgrader("generate_assignment", "miniature", "--force").code == 0
    course.hand_in("ada", written(course.released(), **RIGHT))
    done = course.grade()
    assert "ada: 50 of 50 in the gradebook, 100 of 100 from the checks" in done.output, done.output
    page = (course.folder / "reports" / "miniature" / "report.html").read_text()
    assert "50 of 50 in the gradebook, 100 of 100 from the checks" in page
    assert ">total</span>" not in page.partition('id="submissions"')[2].partition("</thead>")[0]
