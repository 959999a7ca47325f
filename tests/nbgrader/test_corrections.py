"""What a person corrects in an nbgrader course: in the gradebook, the feedback and the exports, after every grading, until it is taken back."""

import pytest
from nbgrader_course import written

from autograder.core.corrections import CorrectionKind
from autograder.desk.store import LogEntry
from autograder.nbgrader.corrections import CourseCorrections

pytestmark = pytest.mark.slow
RIGHT = {"double": "return 2 * numbers", "total": "return numbers.sum()"}
ADDS_TWO = {"double": "return numbers + 2", "total": "return numbers.sum()"}
BY = ("--reason", "idea", "--by", "Grace")


@pytest.fixture(scope="module")
def graded_once(untouched, tmp_path_factory):
    """Ada has all right, Ben adds two; both are graded."""
    course = untouched.copy(tmp_path_factory.mktemp("corrections") / "course")
    for student, bodies in (("ada", RIGHT), ("ben", ADDS_TWO)):
        course.hand_in(student, written(course.released(), **bodies))
    done = course.grade()
    assert done.code == 0, done.output
    return course


@pytest.fixture
def graded(graded_once, tmp_path):
    return graded_once.copy(tmp_path / "course")


def override(course, *words, code=0):
    done = course.autograder("override", *words)
    assert done.code == code, done.output
    return done.output


def comment(course, student, cell):
    return next((automatic or "" for who, name, automatic, _manual in course.comments() if (who, name) == (student, cell)), "")


def penalty(course, student):
    return next(row[7] for row in course.grades() if row[0] == student)


def test_points_reach_the_gradebook_and_stay_until_they_are_taken_back(graded):
    """If corrections were not asked for while autograding, the mark would be the old one again."""
    said = override(graded, "ben", "double", "--points", "30", *BY)
    assert "gradebook: ada" not in said  # of sixty students, there would be sixty lines
    assert "ben: 50 → 80 (+30)" in said and "Saved as entry 1 of the log." in said and "Next:   nbgrader generate_feedback miniature" in said
    assert graded.marks()["ben"] == {"double_check": 30.0, "total_check": 50.0}
    sentence = "double: 30 points instead of 0 (Grace, "
    assert comment(graded, "ben", "double").replace("&#40;", "(").startswith(sentence)
    assert graded.nbgrader("generate_feedback", "miniature", "--student", "ben").code == 0
    feedback = graded.feedback("ben")
    assert sentence in feedback and "given by hand" not in feedback
    assert "30 of 50 points<" in feedback and "50 of 50 points from the checks" in feedback  # what was corrected is not from the checks
    folder = graded.folder / "reports" / "miniature"
    assert sentence in (folder / "report.html").read_text() and sentence in (folder / "pages" / "ben.html").read_text()
    assert graded.nbgrader("autograde", "miniature", "--student", "ben", "--force").code == 0
    assert graded.marks()["ben"]["double_check"] == 30.0 and comment(graded, "ben", "double")
    assert "0 written, 2 already up to date" in graded.grade().output
    assert "says the same already" in override(graded, "ben", "double", "--points", "30", *BY)
    assert "ben: 30 points for double: idea" in override(graded, "--log")
    assert "ben: 80 → 50 (−30)" in override(graded, "--undo", "1", "--by", "Grace")
    assert graded.marks()["ben"]["double_check"] == 0.0 and not comment(graded, "ben", "double")
    assert sentence not in (folder / "pages" / "ben.html").read_text()
    assert "was taken back already" in override(graded, "--undo", "1", "--by", "Grace", code=1)


def test_what_an_interrupted_command_has_left_undone_is_done_by_the_same_one(graded):
    """The entry is in the log, and the gradebook was not filled any more."""
    moment = {"made": "", "by": "Grace", "assignment": "miniature", "student": "ben"}
    with CourseCorrections(graded.folder, "miniature").store() as kept:
        kept.correct_all([LogEntry(0, kind=CorrectionKind.POINTS, exercise="double", points=30.0, reason="idea", **moment)])
    assert graded.marks()["ben"]["double_check"] == 0.0
    assert "Entry 1 of the log says the same already." in override(graded, "ben", "double", "--points", "30", *BY)
    assert graded.marks()["ben"]["double_check"] == 30.0
    with CourseCorrections(graded.folder, "miniature").store() as kept:
        kept.correct_all([LogEntry(0, kind=None, undoes=1, **moment)])
    override(graded, "--undo", "1", "--by", "Grace", code=1)
    assert graded.marks()["ben"]["double_check"] == 0.0


def test_a_check_that_is_switched_off_leaves_its_points_to_the_others(graded):
    """The check that waited for it is judged; nothing is saved before --yes."""
    words = ("--check", "double::1", "--off", *BY)
    assert "1 mark would change:\n  ben: 50 → 66.67 (+16.67)" in override(graded, *words)
    assert graded.marks()["ben"]["double_check"] == 0.0 and not override(graded, "--log").startswith("   1")
    override(graded, *words, "--yes")
    assert graded.marks()["ben"]["double_check"] == pytest.approx(50 / 3) and graded.marks()["ada"]["double_check"] == 50.0
    override(graded, "--check", "double::2", "--off", *BY, "--yes")
    override(graded, "--check", "double::3", "--off", *BY, "--yes")
    assert graded.marks()["ben"]["double_check"] == 50.0  # nothing is left to lose points for


def test_extension_and_exemption(graded):
    """An extension is nbgrader's own, and takes the penalty away; who is exempt has no mark in an export."""
    assert "has no due date" in override(graded, "ben", "--extend", "2030-01-03T12:00", *BY, code=1)
    with open(graded.folder / "nbgrader_config.py", "a") as settings:
        settings.write('\nc.LateSubmissionPlugin.penalty_method = "zero"\n')
    assert graded.nbgrader("db", "assignment", "add", "miniature", "--duedate", "2030-01-01 09:00 UTC").code == 0
    graded.grade()
    assert penalty(graded, "ben") == 50
    override(graded, "ben", "--extend", "2030-01-03T12:00+00:00", *BY)
    assert not penalty(graded, "ben") and penalty(graded, "ada") == 100
    override(graded, "--undo", "1", "--by", "Grace")
    assert penalty(graded, "ben") == 50
    said = override(graded, "ada", "--exempt", *BY)
    (graded.folder / "c.csv").write_text('Student,ID,SIS User ID,Section,miniature (5)\nPoints Possible,,,,100\n"L, A",1,ada,A,\n"B, B",2,ben,A,\n')
    graded.autograder("export", "--course", ".", "--canvas", "c.csv")
    assert "ada,A,EX" in (graded.folder / "c-filled.csv").read_text() and "Next:" in said
    done = graded.nbgrader("export", "--exporter=autograder.nbgrader.exporters.CanvasExporter", "--CanvasExporter.source=c.csv", "--to", "d.csv")
    assert "ada,A,EX" in (graded.folder / "d.csv").read_text(), done.output


def test_a_score_from_formgrader_counts_and_is_named(graded):
    graded.sql("UPDATE grade SET manual_score = 40 WHERE cell_id IN (SELECT id FROM base_cell WHERE name = 'double_check')")
    said = override(graded, "ben", "double", "--points", "10", *BY, code=1)
    assert "ben: double has a score from formgrader, which counts." in said and "No mark changes." in said
    assert "double_check: needs manual grading in formgrader" in said


def test_a_comment_is_on_the_page_and_wrong_words_save_nothing(graded):
    override(graded, "ben", "--comment", "Come to my <b>office</b>.", "--by", "Grace")
    graded.nbgrader("generate_feedback", "miniature", "--student", "ben")
    assert "Come to my &lt;b&gt;office" in graded.feedback("ben")
    assert "There is no exercise &#39;duble&#39;".replace("&#39;", "'") in override(graded, "ben", "duble", "--points", "1", *BY, code=1)
    assert "from 0 to 50" in override(graded, "ben", "double", "--points", "51", *BY, code=1)
    assert "no student 'zed'" in override(graded, "zed", "--exempt", *BY, code=1)
    assert len(override(graded, "--log").splitlines()) == 3
    checks = graded.folder / "solutions" / "miniature" / "checks" / "test_double.py"
    checks.write_text(checks.read_text().replace("[2.0, 4.0]", "[2.0, 4.00]"))  # what is kept is of other checks now
    first = "First:   autograder grade --course . --assignment miniature"
    assert f"ben is not graded by the checks as they are now. {first}" in override(graded, "ben", "double", "--points", "1", *BY, code=1)
    assert f"No page is graded by the checks as they are now. {first}" in override(graded, "--check", "double::1", "--off", *BY, code=1)
