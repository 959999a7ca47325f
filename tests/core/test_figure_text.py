"""A figure in words, as a record: bounded, plain, and the same after it was saved."""

import pytest

from autograder.core.figure_text import LONGEST_TABLE, MOST_ROWS, FigureRow, FigureText
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status

TEXT = FigureText("Bar chart: 2 bars.", (FigureRow("axes 1", "bar", "a", "3"), FigureRow("axes 1", "bar", "b", "5")))


def test_it_is_the_same_after_it_was_saved():
    assert FigureText.from_dict(TEXT.to_dict()) == TEXT and type(FigureText.from_dict(TEXT.to_dict()).rows[0]) is FigureRow


def test_a_report_carries_it_and_older_reports_have_none():
    check = CheckResult("test_bars", "bars", Outcome.PASSED, 1, 1, figure_text=TEXT)
    report = Report("a", "b", "0", Status.GRADED, (ExerciseResult("f", (check,)),), "full", "", 1, 1.0)
    content = report.to_dict()
    assert Report.from_dict(content) == report
    del content["exercises"][0]["checks"][0]["figure_text"]
    assert Report.from_dict(content).checks[0].figure_text == FigureText()


def test_a_check_without_a_figure_says_nothing_of_one():
    check = CheckResult("test_bars", "bars", Outcome.PASSED, 1, 1)
    report = Report("a", "b", "0", Status.GRADED, (ExerciseResult("f", (check,)),), "full", "", 1, 1.0)
    assert "figure_text" not in report.to_dict()["exercises"][0]["checks"][0]


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("word " * 41, ()),
        ("x" * 5000, ()),
        ("", (FigureRow("", "text"),) * (MOST_ROWS + 1)),
        ("", (FigureRow("", "text", "x" * 800),) * (LONGEST_TABLE // 800 + 1)),
        ("", (FigureRow("", "text", 3),)),
        ("", (("", "text"),)),
        (None, ()),
    ],
    ids=["words", "letters", "rows", "together", "a number", "two cells", "no sentence"],
)
def test_one_that_is_too_long_or_not_of_texts_is_refused(sentence, rows):
    with pytest.raises(ValueError, match="figure's text"):
        FigureText(sentence, rows)


def test_a_report_with_a_damaged_one_is_not_a_report():
    check = CheckResult("test_bars", "bars", Outcome.PASSED, 1, 1, figure_text=TEXT)
    content = Report("a", "b", "0", Status.GRADED, (ExerciseResult("f", (check,)),), "full", "", 1, 1.0).to_dict()
    for damaged in ({"sentence": "a"}, {"sentence": 1, "rows": []}, {"sentence": "", "rows": [["a"]]}, [], {"sentence": "", "rows": 3}):
        content["exercises"][0]["checks"][0]["figure_text"] = damaged
        with pytest.raises(ValueError):
            Report.from_dict(content)
