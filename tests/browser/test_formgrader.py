"""What instructors see in nbgrader's formgrader, and students in their feedback, of a course that was graded."""

import re
from types import SimpleNamespace

import miniature
import pytest
from nbgrader_course import code, new_course, new_kit, started, text, written

pytestmark = pytest.mark.slow
EXTENSION = "--ServerApp.jpserver_extensions=nbgrader.server_extensions.formgrader=True"
SCRIPT = "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'>"
RIGHT = {"double": "return 2 * numbers", "total": "return numbers.sum()"}
STUDENTS = {
    "ada": RIGHT,
    "bo": {**RIGHT, "double": "return abs(2 * numbers)"},  # only a hidden check finds it
    "eve": {**RIGHT, "double": f"print({SCRIPT!r})\nraise ValueError({SCRIPT!r})"},
}
SCORES = {"ada": 100, "bo": 80, "eve": 50}
CHECKS = ("double_check", "total_check")
SAID = {  # in the cards of a student, on both pages
    "ada": ["passed 1 double 50 of 50 points", "passed 2 total 50 of 50 points"],
    "bo": ["not yet 1 double 30 of 50 points", "numbers below zero are doubled too", "You lost the sign."],
    "eve": ["not yet 1 double 0 of 50 points", f"ValueError: {SCRIPT}"],
}


def handed_in(released: dict, student: str) -> dict:
    """A student's notebook; the hostile one has scripts wherever a notebook takes text."""
    notebook = written(released, **STUDENTS[student])
    if student == "eve":
        shown = {"output_type": "display_data", "data": {"text/html": SCRIPT}, "metadata": {}}
        notebook["cells"] += [text(f"My notes\n\n{SCRIPT}"), text(SCRIPT, "raw"), code(f"print({SCRIPT!r})")]
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell["outputs"] = [shown]
        notebook["metadata"]["title"] = f"</title>{SCRIPT}"
    return notebook


@pytest.fixture(scope="module")
def course(browser, tmp_path_factory):
    """Three students, graded, with their feedback."""
    with started(tmp_path_factory.mktemp("home")) as run:
        kit = new_kit(tmp_path_factory.mktemp("kit"), run)
        made = new_course(tmp_path_factory.mktemp("courses") / "course", kit, run)
        for student in STUDENTS:
            made.hand_in(student, handed_in(made.released(), student))
        graded = made.grade()
        assert graded.code == 0, graded.output
        done = made.nbgrader("generate_feedback", "miniature")
        assert done.code == 0, done.output
        yield made


@pytest.fixture(scope="module")
def address(jupyter, course) -> str:
    return jupyter(course.folder, EXTENSION) + "/formgrader"


@pytest.fixture
def opened(view):
    """``opened(address)``: a page when its scripts have run, with all that folds unfolded. No network."""
    page = view(width=1200)
    page.route(re.compile(r"^https?://(?!127\.0\.0\.1)"), lambda route: route.abort())

    def go(address: str):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        return page

    return go


def look(page) -> SimpleNamespace:
    """A page as it is: its text in one line, and its source behind all scripts."""
    return SimpleNamespace(text=" ".join(page.inner_text("body").split()), html=page.content())


def assert_nothing_ran_and_nothing_leaked(page) -> None:
    assert page.evaluate("typeof window.hacked") == "undefined"
    seen = look(page)
    lines = miniature.hidden_lines()
    assert len(lines) >= 7
    source = " ".join(page.evaluate("document.documentElement.textContent").split())
    assert [line for line in lines if line in source or line in seen.html] == []


def assert_cards_say(page, student: str) -> None:
    cards = page.locator("[role=region][aria-label^='Check of']")
    assert cards.count() == 2
    said = " ".join(" ".join(cards.all_inner_texts()).split())
    said = re.sub(r"[✓✗] ", "", said)
    assert [words for words in SAID[student] if words not in said] == []


def picture(name: str, student: str) -> str:
    """A screenshot's name; the mistaken student's is the one to look at first."""
    return name if student == "bo" else f"{name}-{student}"


def test_the_lists_show_the_marks(opened, address, screenshot):
    page = opened(f"{address}/manage_submissions/miniature")
    rows = page.locator("tbody tr")
    rows.filter(has_text="eve").wait_for()
    for student, score in SCORES.items():
        assert f"{score} / 100" in rows.filter(has_text=student).inner_text()
    assert_nothing_ran_and_nothing_leaked(page)
    screenshot(page, "formgrader-submissions")

    page = opened(f"{address}/gradebook/miniature/miniature")
    rows = page.locator("tbody tr")
    rows.filter(has_text="Submission #3").wait_for()
    found = [row.split("\t") for row in rows.all_inner_texts()]
    assert sorted(int(row[2].split("/")[0]) for row in found) == sorted(SCORES.values())
    assert_nothing_ran_and_nothing_leaked(page)
    screenshot(page, "formgrader-gradebook")


@pytest.mark.parametrize("student", STUDENTS)
def test_a_submission_shows_the_cards_and_the_points(opened, address, course, screenshot, student):
    ((number,),) = course.sql(
        "SELECT submitted_notebook.id FROM submitted_notebook JOIN submitted_assignment"
        " ON submitted_notebook.assignment_id = submitted_assignment.id WHERE student_id = ?",
        student,
    )
    page = opened(f"{address}/submissions/{number}/")
    page.wait_for_function("document.querySelector('#total_check')?.placeholder")
    shown = {name: float(page.locator(f"#{name}").get_attribute("placeholder")) for name in CHECKS}  # until overruled
    assert shown == course.marks()[student]
    assert sum(shown.values()) == SCORES[student]
    assert_cards_say(page, student)
    if student == "eve":
        assert look(page).text.count("<script>window.hacked") >= 4, "what they wrote is shown, as text"
    assert_nothing_ran_and_nothing_leaked(page)
    screenshot(page, picture("formgrader-submission", student), full_page=True)


@pytest.mark.parametrize("student", STUDENTS)
def test_the_feedback_says_the_same(opened, course, screenshot, student):
    page = opened((course.folder / "feedback" / student / "miniature" / "miniature.html").as_uri())
    assert_cards_say(page, student)
    assert f"(Score: {SCORES[student]}.0 / 100.0)" in look(page).text
    if student == "eve":
        assert look(page).text.count("<script>window.hacked") >= 4, "what they wrote is shown, as text"
    assert_nothing_ran_and_nothing_leaked(page)
    screenshot(page, picture("feedback", student), full_page=True)
