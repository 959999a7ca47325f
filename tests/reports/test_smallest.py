"""A small input that shows what is wrong: the same text in every report, of hidden checks too, and without any power."""

import html
import json
import re

import pytest

from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.hosted import gradescope_results
from autograder.reports import as_text, report_json, submission_page
from autograder.reports.html.card import card
from autograder.reports.student_view import to_student

SMALLEST = "double([[0, 51]]) gave [[0.0, 0.25]]; expected [[0.0, 0.2]]."


def report(public=True, smallest=SMALLEST, **more):
    check = CheckResult("test_a", "a title", Outcome.FAILED, 0.0, 2.0, "a message", public=public, smallest=smallest, **more)
    return Report("a", "ada", "", Status.GRADED, (ExerciseResult("double", (check,)),), "full", "", 17, 1.0, "a.py")


WAYS = {
    "terminal": lambda made: as_text(made),
    "card": lambda made: card(made, {"double": 1}),
    "page for the student": lambda made: submission_page(made),
    "page for the instructor": lambda made: submission_page(made, for_student=False),
    "Gradescope": lambda made: json.dumps(gradescope_results.results(made, hidden="visible"), ensure_ascii=False).replace("\\n", "\n"),
}


def words(text):
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", text)).split())


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.parametrize("way", WAYS)
def test_every_way_shows_the_same_text(way, public):
    assert words(WAYS[way](report(public))).count(f"For example, {SMALLEST}") == 1
    assert "For example" not in WAYS[way](report(public, smallest=""))


def test_a_student_keeps_it_of_a_hidden_check_and_the_json_keeps_it():
    made = report(public=False)
    assert to_student(made).checks[0].smallest == SMALLEST
    assert Report.from_dict(json.loads(report_json(made))).checks[0].smallest == SMALLEST


def test_it_stays_where_the_lesson_of_a_mistake_is_said():
    made = report(mistake="by_four", feedback="You divided by four.")
    text = words(as_text(made))
    assert text.index(SMALLEST) < text.index("You divided by four.")


def test_what_a_function_gave_has_no_power():
    evil = "double([0]) gave '<script>alert(1)</script>\x1b[2J'; expected [0]."
    for way in WAYS.values():
        assert "\x1b" not in way(report(smallest=evil))
    for name in ("card", "page for the student"):
        assert "<script>alert" not in WAYS[name](report(smallest=evil))


def test_a_report_without_it_can_still_be_read():
    content = json.loads(report_json(report()))
    del content["exercises"][0]["checks"][0]["smallest"]
    assert Report.from_dict(content).checks[0].smallest == ""
