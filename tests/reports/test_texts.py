"""A text that a person marks, in every report: it waits, it is never a zero, and what was written can be read."""

import csv
import io
import json
from dataclasses import replace

import pytest
from rich.console import Console

from autograder import reports
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.core.written_answer import WrittenAnswer
from autograder.hosted import gradescope_results
from autograder.lms import export
from autograder.reports import csv_tables, grades, wording
from autograder.reports.gradebook_marks import entered
from autograder.reports.grades import Grade, QuestionGrade
from autograder.reports.html.submission import submission_page
from autograder.reports.student_view import to_student
from autograder.reports.terminal.submission import as_text

WRITTEN = WrittenAnswer("WHY", "why twice", "Why <b>twice</b>?", "Because <script>alert(1)</script>", 5.0, sample="the author's")
CHECK = CheckResult("test_one", "one", Outcome.PASSED, 10.0, 10.0)


def report(name="ada", text=WRITTEN):
    exercises = (ExerciseResult("double", (CHECK,)),)
    return Report("a", name, "", Status.GRADED, exercises, "full", "", 17, 1.0, "a.py", for_a_person=(text,) if text else ())


BLANK = replace(WRITTEN, answer="")


def test_its_points_are_not_among_those_of_the_report():
    assert (report().score, report().max_score) == (10.0, 10.0)


def test_the_json_has_the_text_and_no_points():
    content = json.loads(reports.report_json(report()))
    assert content["max_score"] == 10.0
    (text,) = content["for_a_person"]
    assert (text["name"], text["max_points"], text["points"]) == ("WHY", 5.0, None)
    assert text["question"] and text["answer"]
    assert Report.from_dict(content) == report()


def test_a_report_of_an_earlier_version_has_none():
    content = report().to_dict()
    del content["for_a_person"]
    assert Report.from_dict(content).for_a_person == ()


@pytest.mark.parametrize("points", [float("nan"), float("inf")])
def test_points_that_are_no_number_are_refused(points):
    with pytest.raises(ValueError):
        replace(WRITTEN, points=points)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (WRITTEN, "2 words written; a person reads them (up to 5 points)"),
        (replace(WRITTEN, answer="So."), "1 word written; a person reads it (up to 5 points)"),
        (BLANK, "not started; a person reads it (up to 5 points)"),
        (replace(WRITTEN, points=4.0), "4 of 5 points, given by a person"),
    ],
)
def test_the_terminal_says_how_far_it_is(text, said):
    shown = as_text(report(text=text))
    assert f"WHY    {said}" in shown and "10 of 10 points" in shown


def test_a_report_without_texts_says_nothing_of_a_person():
    assert "person" not in as_text(report(text=None)) + submission_page(report(text=None))


def test_the_page_shows_the_text_as_text_and_the_sample_to_instructors_only():
    theirs, ours = submission_page(report()), submission_page(report(), for_student=False)
    for page in (theirs, ours):
        assert "Because &lt;script&gt;alert(1)&lt;/script&gt;" in page and "Why &lt;b&gt;twice" in page and "<script" not in page
    assert "the author&#39;s" in ours and "the author" not in theirs
    assert to_student(report()).for_a_person[0].sample == ""


def test_the_class_page_and_table_say_how_many_wait():
    done = [report("ada"), report("ben", BLANK), report("cleo", replace(WRITTEN, points=3.0))]
    console = Console(file=io.StringIO(), width=120)
    reports.print_class(done, console)
    page, table = reports.class_page(done), console.file.getvalue()
    for shown in (page, table):
        assert "up to 5 points; 2 wait for a person, of which 1 is not started" in shown
    assert "Because &lt;script&gt;" in page and "For a person to mark" in page
    assert "For a person" not in reports.class_page([report(text=None)])


def test_the_table_has_an_empty_cell_never_a_zero():
    rows = [*csv.DictReader(io.StringIO(reports.class_csv([report("ada"), report("ben", BLANK), report("cy", None)]).decode()))]
    assert [row["WHY"] for row in rows] == ["5", "", "", ""]
    assert [row["total"] for row in rows] == ["10", "10", "10", "10"] and rows[1]["max"] == "10"


def test_a_mark_says_what_waits_and_counts_nothing_for_it():
    mark = grades.of_report(report())
    assert (mark.score, mark.max_score, mark.waiting) == (10.0, 10.0, ("WHY",))
    assert mark.parts[-1] == QuestionGrade("WHY", None, 5.0)
    assert "Waits for a person, and is not in these points: WHY (up to 5 points)." in mark.feedback
    assert export.about_texts([mark, mark]) == [
        "WHY waits for a person to mark it (2 students): its points are not in these marks."
    ]
    assert '"WHY"' in csv_tables.marks_csv([mark]).decode().splitlines()[0]
    assert export.about_texts([grades.of_report(report(text=replace(WRITTEN, points=2.0)))]) == []


def test_where_texts_count_a_mark_that_waits_for_a_person_is_not_final_and_says_so_once():
    waits, done = (grades.of_report(replace(report(text=text), texts_count=True)) for text in (WRITTEN, replace(WRITTEN, points=2.0)))
    assert waits.score is None and waits.reason == "a person has still to mark WHY" and waits.waiting == ()
    assert done.final and not done.reason


def test_a_gradebook_that_has_marked_it_is_believed():
    parts = (QuestionGrade("double_check", 10.0, 10.0), QuestionGrade("WHY", 4.0, 5.0))
    (one,) = entered([report()], {"ada": Grade("a", "ada", 14.0, 15.0, parts)}, "_check")
    assert one.for_a_person[0].points == 4.0 and one.max_score == 15.0
    rows = [*csv.reader(io.StringIO(reports.class_csv([one]).decode()))]
    assert rows[0].count("WHY") == 1 and rows[2][rows[0].index("WHY")] == "4"


def test_gradescope_gets_no_score_for_it():
    (test,) = [one for one in gradescope_results.results(report())["tests"] if one["name"] == "WHY"]
    assert "score" not in test and "max_score" not in test and "a person reads them" in test["output"]


def test_nothing_waits_where_all_is_marked():
    assert wording.texts_waiting(report(text=replace(WRITTEN, points=0.0))) == ""
