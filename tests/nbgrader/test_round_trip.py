"""From the instructor to six students and back, by nbgrader's own commands and through its exchange."""

import html
import json
import re
from html.parser import HTMLParser
from types import SimpleNamespace

import miniature
import pytest
from nbgrader_course import code, text, written

pytestmark = pytest.mark.slow
SCRIPT = "<script>alert('mine')</script>"
HOSTILE = f"""import sys
print({SCRIPT!r})
sys.stderr.write({SCRIPT!r})
raise ValueError({SCRIPT!r})"""
RIGHT = {"double": "return 2 * numbers", "total": "return numbers.sum()"}
STUDENTS = {
    "right": RIGHT,
    "blank": {},
    "mistaken": {**RIGHT, "double": "return abs(2 * numbers)"},  # only a hidden check finds it
    "hostile": {**RIGHT, "double": HOSTILE},
    "damaged": RIGHT,
    "late": RIGHT,
}
SCORES = {"right": 100, "blank": 0, "mistaken": 80, "hostile": 50, "damaged": 0, "late": 100}
CONFIG = """
c.Exchange.root = {root!r}
c.LateSubmissionPlugin.penalty_method = "zero"
"""


def hostile_cells(notebook):
    """Prose, raw text and outputs with scripts; a graded cell that is a picture of one."""
    notebook["cells"] += [
        text(f"My notes\n\n{SCRIPT}\n\n```\n</pre>{SCRIPT}\n```\n$$\\href{{javascript:alert(1)}}{{x}}$$"),
        text(f"`````\n{SCRIPT}"),
        text(f"[x](javascript:alert(1)) <img src=x onerror=alert(1)>\n\n$x${SCRIPT}$$y$$"),
        text(SCRIPT, "raw"),
        code("1", tags=[SCRIPT]),
    ]
    notebook["cells"][-2]["metadata"]["format"] = "text/html"
    shown = {"output_type": "display_data", "data": {"text/html": SCRIPT}, "metadata": {}}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [shown]
    notebook["metadata"]["title"] = f"</title>{SCRIPT}"
    return notebook


def edit(path, student):
    """What a student does with the fetched notebook."""
    notebook = written(json.loads(path.read_text()), **STUDENTS[student])
    content = json.dumps(hostile_cells(notebook) if student == "hostile" else notebook)
    path.write_text(content[: len(content) // 2] if student == "damaged" else content)


@pytest.fixture(scope="module")
def trip(untouched, tmp_path_factory):
    """Everything that happens, in order. Each step must work."""
    folder = tmp_path_factory.mktemp("trip")
    course = untouched.copy(folder / "course")
    root = folder / "exchange"
    root.mkdir(mode=0o777)
    root.chmod(0o777)
    config = course.folder / "nbgrader_config.py"
    config.write_text(config.read_text() + CONFIG.format(root=str(root)))
    course.sql("UPDATE assignment SET duedate = '2100-01-01 00:00:00'")

    def step(*words, cwd=course.folder, code=0, **environment):
        done = course.run(*words, cwd=cwd, **environment)
        assert done.code == code, f"{words}\n{done.output}"
        return done.output

    def by_student(student, *words):
        home = folder / student
        home.mkdir(exist_ok=True)
        options = [f"--course={course_id}", f"--Exchange.root={root}", f"--student={student}"]
        return step("nbgrader", *words, "miniature", *options, cwd=home, JUPYTER_DATA_DIR=str(home / ".data"))

    course_id = re.search(r'course_id = "(.+)"', config.read_text()).group(1)
    step("nbgrader", "release_assignment", "miniature")
    for student in STUDENTS:
        by_student(student, "fetch_assignment")
        fetched = folder / student / "miniature"
        (fetched / "seen.txt").write_text(
            "\n".join(str(path.relative_to(fetched)) for path in sorted(fetched.rglob("*")))
        )
        edit(fetched / "miniature.ipynb", student)
        by_student(student, "submit")
    step("nbgrader", "collect", "miniature")
    course.sql("UPDATE assignment SET duedate = '2100-01-01 00:00:00'")
    late = course.folder / "submitted" / "late" / "miniature" / "timestamp.txt"
    late.write_text("2101-01-01 00:00:00.000000 UTC")
    graded = step("autograder", "grade", "--course", course.folder, "--assignment", "miniature", code=1)
    step("nbgrader", "generate_feedback", "miniature")
    step("nbgrader", "release_feedback", "miniature")
    for student in STUDENTS:
        by_student(student, "fetch_feedback")
    step("nbgrader", "export", "--to", str(folder / "grades.csv"))
    return SimpleNamespace(course=course, folder=folder, graded=graded)


def returned(trip, student):
    """The feedback page that came back to a student."""
    pages = list((trip.folder / student / "miniature" / "feedback").rglob("*.html"))
    assert len(pages) == 1
    return pages[0].read_text()


def test_students_receive_the_notebook_and_the_public_checks(trip):
    for student in STUDENTS:
        assert (trip.folder / student / "miniature" / "seen.txt").read_text().split() == [
            "checks",
            "checks/assignment.toml",
            "checks/page.py",
            "checks/signatures.json",
            "checks/test_double.py",
            "checks/test_total.py",
            "miniature.ipynb",
        ]


def test_marks_to_the_point(trip):
    marks = trip.course.marks()
    assert {student: sum(score or 0 for score in cells.values()) for student, cells in marks.items()} == SCORES
    assert [student for student, cells in marks.items() if None in cells.values()] == ["damaged"]


def test_the_export_has_them_with_the_late_penalty(trip):
    rows = [line.split(",") for line in (trip.folder / "grades.csv").read_text().splitlines()]
    scores = {row[3]: (float(row[7]), float(row[9])) for row in rows[1:]}
    assert scores == {student: (score, 0 if student == "late" else score) for student, score in SCORES.items()}


def test_no_hidden_line_comes_back(trip):
    lines = miniature.hidden_lines()
    assert len(lines) >= 7
    for student in STUDENTS:
        page = returned(trip, student)
        forms = [(line, html.escape(line), html.escape(line, False)) for line in lines]
        assert [line for line in forms if any(form in page for form in line)] == [], student


def test_the_feedback_says_what_check_says(trip):
    page = html.unescape(returned(trip, "mistaken"))
    assert "numbers below zero are doubled too" in page and "You lost the sign." in page
    assert "30 of 50" in page and "Score: 30.0 / 50.0" in page
    assert "not started" in returned(trip, "blank")
    assert "does not hold valid JSON. Was it cut short?" in returned(trip, "damaged")


class Seen(HTMLParser):
    """What a browser would find in a page: scripts, attributes, and texts with the elements around them."""

    def __init__(self, page):
        super().__init__()
        self.scripts, self.attributes, self.texts, self.path = [], [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.attributes += [(tag, name, value or "") for name, value in attributes]
        if tag not in ("meta", "br", "img", "link", "hr", "input"):
            self.path.append(tag)

    def handle_endtag(self, tag):
        if tag in self.path:
            while self.path.pop() != tag:
                pass

    def handle_data(self, data):
        if self.path and self.path[-1] == "script":
            self.scripts.append(data)
        else:
            self.texts.append((tuple(self.path), data))


def test_no_script_of_a_student_comes_back(trip):
    seen = Seen(returned(trip, "hostile"))
    shown = [text for _, text in seen.texts if "<script>" in text]
    assert len(shown) >= 5, "what they wrote is shown, as text"
    assert not [script for script in seen.scripts if "alert" in script]
    assert not [one for one in seen.attributes if one[1].startswith("on")]
    assert not [one for one in seen.attributes if one[1] in ("href", "src") and "javascript" in one[2].lower()]
    assert "<title>miniature</title>" in returned(trip, "hostile")


def test_formulas_of_a_student_lead_nowhere(trip):
    """MathJax follows ``\\href`` into JavaScript; it leaves alone what stands in ``pre``."""
    texts = Seen(returned(trip, "hostile")).texts
    assert [text for _, text in texts if "javascript:alert" in text], "what they wrote is shown"
    assert not [text for path, text in texts if "\\href" in text and "pre" not in path]
    assert [text for _, text in texts if "$x$" in text], "a formula is still one"
