"""Hidden means hidden: what of a hidden check reaches a student, on every way, from a page that tries to carry it out.

README has a table of the ways. It is read here, and each of its cells is held against what that way really shows.
"""

import html
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import matplotlib.image
import miniature
import numpy as np
import pytest
from redteam import leak

from autograder import reports
from autograder.content import assignment_folder
from autograder.content.discovery import Handed
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.core.settings import Settings
from autograder.grading import batch
from autograder.hosted import classroom50_results, gradescope_results, markdown_summary, runner
from autograder.reports import grades
from autograder.reports.student_view import HIDDEN, to_student

pytestmark = pytest.mark.usefixtures("warm_servers")

README = Path(__file__).parents[2] / "README.md"
YES, NO = "shown", "not shown"
PUBLIC = {name: f"public {name}" for name in ("title", "lesson", "message", "warning", "print")}
SECRET = {name: f"hidden {name}" for name in ("title", "lesson", "message", "warning", "print")}


def drawing(shade: float) -> bytes:
    """A small picture that is told from others by its size in pixels."""
    made = io.BytesIO()
    matplotlib.image.imsave(made, np.full((20, int(30 * shade), 3), shade), format="png")
    return made.getvalue()


def check(texts: dict[str, str], public: bool, **other: object) -> CheckResult:
    return CheckResult(
        f"test_{'public' if public else 'hidden'}",
        texts["title"],
        Outcome.ERROR,
        0.0,
        7.0 if public else 11.0,
        texts["message"],
        "a_name" if public else "another_name",
        texts["lesson"],
        texts["warning"],
        public,
        91 if public else 73,
        texts["print"],
        drawing(1.0 if public else 0.5),
        **other,
    )


REPORT = Report(
    "mnist", "ada", "ab12", Status.GRADED,
    (ExerciseResult("double", (check(PUBLIC, True), check(SECRET, False, measurements={"height": 4321.0}))),),
    "full", "mnist", 17, 1.0, "mnist.py", suspicions=("hidden suspicion",),
)  # fmt: skip


def in_nbgrader() -> str:
    pytest.importorskip("nbgrader")
    from autograder.nbgrader import feedback
    from autograder.nbgrader.cell_scores import cell_score

    return feedback.output(REPORT, "double_check", cell_score(REPORT, "double_check", 18.0), 18.0, 1)["text/html"]


def on_gradescope(hidden: str) -> str:
    """What is seen at once."""
    content = gradescope_results.results(REPORT, hidden=hidden)
    assert {one["visibility"] for one in content["tests"]} == {"visible", hidden}
    content["tests"] = [one for one in content["tests"] if one["visibility"] == "visible"]
    return json.dumps(content, ensure_ascii=False)


def on_github(report: Report = REPORT) -> str:
    """What Classroom 50 and GitHub Actions show."""
    words = runner._words_for_student(report)
    result = classroom50_results.result(report, {"owner": "ada"})
    return json.dumps(result, ensure_ascii=False) + words + markdown_summary.summary(report, words)


WAYS = {
    "`report --for-students`": lambda: reports.submission_page(REPORT),
    "nbgrader’s feedback": in_nbgrader,
    "Gradescope, at once": lambda: on_gradescope(gradescope_results.HIDDEN[0]),
    "Gradescope, later": lambda: json.dumps(gradescope_results.results(REPORT, hidden="visible"), ensure_ascii=False),
    "Moodle’s comment": lambda: grades.of_report(REPORT).feedback,
}
COLUMNS = {
    "title": lambda text: "hidden title" in text,
    "points": lambda text: bool(re.search(r"of 11\b|of 18\b|11\.0|18\.0", text)),
    "lesson": lambda text: "hidden lesson" in text,
    "values, exceptions, prints, warnings, figures": lambda text: any(
        word in text for word in ("hidden message", "hidden print", "hidden warning", "4321", "line 73", 'width="15"')
    ),
}


def table() -> dict[str, dict[str, str]]:
    """README's table of what of a hidden check is shown: way -> column -> cell."""
    lines = README.read_text("utf-8").partition("of a hidden check |")[2].splitlines()
    heads = [cell.strip() for cell in lines[0].strip("| ").split("|")]
    rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in lines[2:]]
    rows = rows[: next(place for place, row in enumerate(rows) if row == [""])]
    return {row[0]: dict(zip(heads, row[1:], strict=True)) for row in rows}


def test_readme_tells_every_way():
    assert all(set(row) == set(COLUMNS) and set(row.values()) <= {YES, NO} for row in table().values())
    on_github = table().keys() - WAYS.keys()
    assert len(on_github) == 1 and WAYS.keys() < table().keys()
    assert set(table()[on_github.pop()].values()) == {NO}, "there are no hidden checks; the tests of the packs hold that"


@pytest.mark.parametrize("way", WAYS)
def test_each_way_shows_of_hidden_checks_what_readme_says(way):
    text = html.unescape(WAYS[way]())
    assert {column: YES if found(text) else NO for column, found in COLUMNS.items()} == table()[way]


@pytest.mark.parametrize("way", ["`report --for-students`", "nbgrader’s feedback", "Gradescope, at once"])
def test_of_public_checks_everything_is_shown(way):
    text = html.unescape(WAYS[way]())
    assert [word for word in PUBLIC.values() if word not in text] == []


def test_no_way_says_more_than_the_rest():
    """The way to GitHub has no hidden checks; should one get there, it says no more than the others."""
    text = html.unescape(on_github())
    assert not COLUMNS["values, exceptions, prints, warnings, figures"](text) and "suspicion" not in text


def test_gradescope_the_total_is_not_told_while_hidden_checks_are_not():
    whole = replace(REPORT, exercises=(replace(REPORT.exercises[0], checks=(
        replace(REPORT.checks[0], points=7.0, outcome=Outcome.PASSED), replace(REPORT.checks[1], points=5.0))),))  # fmt: skip
    seen = gradescope_results.results(whole)
    assert "7 of 7 points of the public checks" in seen["output"] and "12" not in seen["output"]
    assert seen["score"] == sum(one["score"] for one in seen["tests"]) == 12.0
    assert [one["name"] for one in seen["tests"]] == ["double", "double: hidden checks"]


def test_a_hidden_check_without_a_lesson_says_that_it_is_hidden_once_for_each():
    bare = [replace(check(SECRET, False), name=f"test_{n}", feedback="", mistake=None) for n in range(2)]
    shown = to_student(replace(REPORT, exercises=(ExerciseResult("double", tuple(bare)),)))
    assert [one.message for one in shown.checks] == [HIDDEN, HIDDEN]
    assert reports.as_text(shown, width=100).count(HIDDEN) == 2


OF_HIDDEN = {
    Outcome.PASSED: "", Outcome.NOT_STARTED: "", Outcome.BROKEN: "", Outcome.SKIPPED: "hidden message",
    Outcome.FAILED: HIDDEN, Outcome.ERROR: HIDDEN, Outcome.TIMEOUT: HIDDEN,
}  # fmt: skip


@pytest.mark.parametrize("lesson", ["", "hidden lesson"], ids=["no lesson", "a lesson"])
@pytest.mark.parametrize(("outcome", "said"), OF_HIDDEN.items(), ids=OF_HIDDEN)
def test_of_a_hidden_check_is_said_in_our_words_what_its_outcome_and_its_lesson_do_not_say(outcome, said, lesson):
    one = replace(check(SECRET, False), outcome=outcome, feedback=lesson)
    (shown,) = to_student(replace(REPORT, exercises=(ExerciseResult("double", (one,)),))).checks
    assert shown.message == ("" if lesson and said == HIDDEN else said)


# -- pages that carry hidden inputs out -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def carried(tmp_path_factory):
    """Reports on pages that put their argument wherever a report has room for text: trick -> report."""
    folder = tmp_path_factory.mktemp("carried")
    assignment = miniature.write(folder)
    total = (assignment / "checks" / "test_total.py").read_text()  # a hidden check that is written before a public one
    head, public, hidden = re.split(r"\n\n\n(?=@pytest)", total)
    (assignment / "checks" / "test_total.py").write_text("\n\n\n".join([head, hidden, public]))
    handed = []
    for name, page in leak.CARRIERS.items():
        path = folder / "pages" / name.replace(" ", "_") / "miniature.py"
        path.parent.mkdir(parents=True)
        path.write_text(page)
        handed.append(Handed(name, path))
    return {one.submission: one for one in batch.grade(handed, assignment_folder.load(assignment).folder, Settings(), 1)}


@pytest.mark.parametrize("trick", leak.CARRIERS)
def test_no_way_carries_hidden_inputs_to_the_student(carried, trick):
    report = carried[trick]
    assert not all(one.passed for one in report.exercises), "the trick costs points, so that there is something to say"
    everything = "".join(
        (
            reports.submission_page(report),
            *(json.dumps(gradescope_results.results(report, hidden=hidden)) for hidden in gradescope_results.HIDDEN),
            on_github(report),
            grades.of_report(report).feedback,
            json.dumps(to_student(report).to_dict()),
        )
    )
    assert leak.CARRIED not in everything


def test_the_tricks_work(carried):
    """An instructor sees what was carried out: else the test above could not fail."""
    told = {name: json.dumps(report.to_dict()) for name, report in carried.items()}
    assert [name for name in leak.CARRIERS if leak.CARRIED not in told[name]] == leak.TOO_LATE
