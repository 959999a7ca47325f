"""Questions about a student's own code as they are shown: with the line, without giving the answer away, escaped."""

import re
from dataclasses import replace

import pytest

from autograder.core.languages import message
from autograder.core.own_code_question import OwnCodeQuestion
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.reports.html.card import card
from autograder.reports.html.submission import submission_page
from autograder.reports.own_code import asked_lines, response
from autograder.reports.student_view import to_student
from autograder.reports.translated_reports import translated

LOOP = OwnCodeQuestion(
    "loop",
    message("In {call}, how many times does the body of the loop in line {line} run?", call="double(np.array([1, 2]))", line=12),
    "2", (), 12, "for one in <numbers>:", "page.py",
)  # fmt: skip
BRANCH = OwnCodeQuestion("branch", message("In {call}, is the condition in line {line} true?", call="double(np.array([7]))", line=13), "False", ("True", "False"), 13, "if one > 8:", "page.py")
LAYER = OwnCodeQuestion("weights", "How many weights has the Dense layer?", "1290")
QUESTIONS = (LOOP, BRANCH, LAYER)
CHECK = CheckResult("test_it", "it doubles", Outcome.PASSED, 4.0, 4.0)
REPORT = Report("counting", "ada", "0" * 64, Status.GRADED, (ExerciseResult("double", (CHECK,), questions=QUESTIONS),), "full", "", 17, 0.1, source="page.py")


def words(html):
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_a_card_asks_with_the_line_and_keeps_the_answer_closed():
    html = card(REPORT, {"double": 1})
    assert "&lt;numbers&gt;" in html and "<numbers>" not in html
    assert html.count("<details") == 4 and "1290" in html  # the checks, and three answers to open
    assert "page.py, line 12: for one in" in words(html) and "check( &#34;double&#34;" not in html
    assert 'answers=["…", "…", "…"]' in html


def test_a_card_says_to_each_answer_whether_it_is_right():
    said = words(card(REPORT, {"double": 1}, answers=("2", "1")))
    assert "✓ Right: 2" in said and "✗ Not quite. Your code was run, and the answer is: False" in said
    assert "1290" in said and "To answer" not in said  # the third one was not answered


def test_a_page_for_students_keeps_the_answers_closed_and_that_for_instructors_shows_them():
    student, instructor = submission_page(REPORT), submission_page(REPORT, for_student=False)
    assert student.count("Show the answer") == 3 and "The answer is: 1290" in words(instructor)
    assert "Show the answer" not in instructor
    assert to_student(REPORT).exercises[0].questions == QUESTIONS


def test_without_questions_nothing_is_said_of_them():
    plain = replace(REPORT, exercises=(replace(REPORT.exercises[0], questions=()),))
    for html in (card(plain, {"double": 1}), submission_page(plain)):
        assert "Questions about" not in html
    assert asked_lines(plain.exercises[0]) == []


def test_a_text_shows_options_by_their_numbers_and_no_answer_before_there_is_one():
    text = "\n".join(asked_lines(REPORT.exercises[0]))
    assert "     1) True\n     2) False" in text and "1290" not in text
    assert "     Right: 1290" in asked_lines(REPORT.exercises[0], ("2", "2", "1,290"))


@pytest.mark.parametrize(("typed", "said"), [("2", "Right: 2"), ("3", "Not quite. Your code was run, and the answer is: 2"), (" ", "The answer is: 2")])
def test_what_is_said_to_an_answer(typed, said):
    assert response(LOOP, typed) == said


def test_questions_are_read_in_another_language():
    exercise = translated(REPORT, "ko").exercises[0]
    assert exercise.questions[0].text == "double(np.array([1, 2]))에서 12번째 줄에 있는 반복문의 본문은 몇 번 실행됩니까?"
    assert exercise.questions[0].code == LOOP.code
