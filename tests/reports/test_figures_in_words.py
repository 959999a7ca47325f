"""A figure in words, wherever a report shows it: beside what was asked, as alt text, as a table; never of a hidden check."""

import io
import re
from dataclasses import replace

import pytest
from reports_sample import EVIL_SCRIPT, EVIL_TERMINAL, picture
from rich.console import Console
from strict_html import Page

from autograder.core.figure_text import FigureRow, FigureText
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.hosted import gradescope_results
from autograder.reports import as_text, outline, print_report, report_json, submission_page
from autograder.reports.check_texts import check_texts, figure_of
from autograder.reports.html.card import card
from autograder.reports.student_view import to_student
from autograder.reports.terminal.submission import exercise_as_text

WORDS = FigureText("Bar chart: 2 bars, highest 5 at b.", (FigureRow("axes 1", "bar", "a", "3"), FigureRow("axes 1", "bar", "b", "5")))
SECRET = FigureText("Bar chart of a secret.", (FigureRow("axes 1", "bar", "secret", "77"),))


def check(name="test_bars", outcome=Outcome.FAILED, public=True, words=WORDS, **more) -> CheckResult:
    points = 2.0 if outcome is Outcome.PASSED else 0.0
    return CheckResult(name, f"the title of {name}", outcome, points, 2.0, public=public, figure=picture(), figure_text=words, **more)


def report(*checks: CheckResult) -> Report:
    return Report("prices", "ada", "0" * 64, Status.GRADED, (ExerciseResult("draw", checks, line=3),), "full", "", 1, 1.0, "page.py")


WRONG = check(message="does not show the counts.")


def test_what_was_drawn_is_beside_what_was_asked_once():
    rows = check_texts(report(WRONG, replace(WRONG, name="test_b", message="shows one set.")).exercises[0])
    said = [row.said for row in rows]
    assert said[0] == (("message", "does not show the counts."), ("figure", "It drew: Bar chart: 2 bars, highest 5 at b."))
    assert said[1] == (("message", "shows one set."),)


def test_a_check_that_passed_or_has_no_words_adds_none():
    assert [row.said for row in check_texts(report(check(outcome=Outcome.PASSED)).exercises[0])] == [()]
    assert [row.said for row in check_texts(report(replace(WRONG, figure_text=FigureText(), message="")).exercises[0])] == [()]


def test_the_terminal_says_what_an_exercise_drew():
    assert "does not show the counts.\n           It drew: Bar chart: 2 bars, highest 5 at b." in as_text(report(WRONG))
    passed = as_text(report(check(outcome=Outcome.PASSED)))
    assert "2 of 2\n       It drew: Bar chart: 2 bars, highest 5 at b.\n" in passed and "axes 1" not in passed


def test_the_terminal_prints_the_table_where_it_is_asked_for():
    console = Console(file=io.StringIO(), width=80)
    print_report(report(WRONG), console, tables=True)
    assert "           axes 1  bar  a  3\n           axes 1  bar  b  5\n" in console.file.getvalue()


def test_the_figure_that_is_wrong_is_told_first():
    passed, other = check("test_a", Outcome.PASSED), check("test_b", words=FigureText("Another figure."))
    assert figure_of(report(passed, other).exercises[0]).name == "test_b"
    assert figure_of(report(passed).exercises[0]).name == "test_a"
    assert figure_of(report(check(words=FigureText())).exercises[0]) is None


def test_pages_have_it_as_alt_text_and_as_a_table():
    page = Page(submission_page(report(WRONG)))
    assert [image["alt"] for image in page.all("img")] == ["Bar chart: 2 bars, highest 5 at b."]
    assert "This figure as a table" in page.text and "axes 1" in page.text and page.text.count("bar") >= 2
    assert len(page.all("tr")) == 3 and {"scope": "col"} in page.all("th")


def test_a_figure_without_words_keeps_the_alt_text_of_its_check():
    page = Page(submission_page(report(replace(WRONG, figure_text=FigureText()))))
    assert page.all("img")[0]["alt"] == "The figure that draw drew for the check: the title of test_bars"
    assert "as a table" not in page.text


def test_a_card_has_it_too():
    html = card(report(WRONG), {"draw": 1})
    assert 'alt="Bar chart: 2 bars, highest 5 at b."' in html
    assert "<summary" in html and re.search(r"<td[^>]*>5</td>", html) and "It drew:" in html


@pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.PASSED])
def test_no_way_to_a_student_tells_of_a_hidden_checks_figure(outcome):
    made = report(check(outcome=Outcome.PASSED), check("test_hidden", outcome, public=False, words=SECRET, message="is wrong."))
    made = replace(made, exercises=(replace(made.exercises[0], checks=(made.checks[0], replace(made.checks[1], figure=picture(2)))),))
    student = to_student(made)
    ways = [
        submission_page(made),
        report_json(student).decode(),
        as_text(student),
        as_text(made),
        as_text(made, tables=True),
        exercise_as_text(made.exercises[0]),
        card(made, {"draw": 1}),
        str(gradescope_results.results(student)),
    ]
    assert not any("secret" in way for way in ways)
    assert "secret" in submission_page(made, for_student=False) and "secret" in report_json(made).decode()


def test_hostile_words_are_shown_and_do_nothing():
    words = FigureText(f"Chart {EVIL_SCRIPT}", (FigureRow("axes 1", "text", EVIL_SCRIPT, EVIL_TERMINAL),))
    made = report(check(words=words, message="is wrong."))
    for html in (submission_page(made), card(made, {"draw": 1})):
        assert "<script" not in html and "\x1b" not in html and "&lt;script&gt;" in html
    text = as_text(made, tables=True)
    assert "\x1b" not in text and "\x07" not in text


def test_the_outline_of_a_class_keeps_no_words():
    assert outline(report(WRONG)).checks[0].figure_text == FigureText()
