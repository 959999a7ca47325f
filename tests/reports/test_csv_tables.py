"""The class as CSV."""

import csv
import io
from dataclasses import replace

import pytest
from reports_sample import BY_256, EVIL_FORMULA, PAGE, nothing, our_bug, report, sample_class

from autograder.core.records import Status
from autograder.reports import class_csv
from autograder.reports.csv_tables import cell


def table(*reports):
    return list(csv.reader(io.StringIO(class_csv(reports).decode())))


def test_columns_and_maxima():
    head, maxima, row = table(report("ben", normalize=BY_256))
    assert head == ["submission", *PAGE, "total", "max", "percent", "status"]
    assert maxima == ["points-per-exercise", *"4 9 9 9 5 10 6 16 11 9 5 7 100 100 100 --".split()]
    assert row == ["ben", *"4 9 9 9 5 4 6 16 11 9 5 7 94 100 94 graded".split()]


def test_an_unreadable_submission_is_a_row_of_zeros():
    row = table(report("ada"), nothing("luis", Status.UNREADABLE, "mnist.py is empty."))[-1]
    assert row == ["luis", *["0"] * 12, "0", "100", "0", "unreadable: mnist.py is empty."]


@pytest.mark.parametrize("made", [our_bug("x"), nothing("x", Status.NOT_GRADED, "The grading process ended twice.")])
def test_a_score_that_is_not_final_is_no_number(made):
    row = table(report("ada"), made)[-1]
    assert row[-4] == row[-2] == "" and row[-1].startswith("not graded: ")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "\u200b=", "\x1b[0m=", "＝"])
def test_no_cell_is_a_formula(start):
    row = table(replace(report("x"), submission=f"{start}1+1", status=Status.NOT_GRADED, problem=f"{start}1+1"))[-1]
    assert row[0].startswith("'")
    assert table(nothing(EVIL_FORMULA, Status.UNREADABLE, ""))[-1][0] == "'" + EVIL_FORMULA


def test_harmless_text_gets_no_mark():
    assert cell("a=1") == "a=1"


def test_every_cell_is_quoted_and_every_row_has_all_columns():
    text = class_csv(sample_class()).decode()
    assert all(line.startswith('"') and line.endswith('"') for line in text.splitlines())
    rows = list(csv.reader(io.StringIO(text)))
    assert {len(row) for row in rows} == {len(PAGE) + 5}
    assert len(rows) == 2 + len(sample_class())


def test_each_page_has_its_own_maximum():
    """One was judged by other checks: of what it could reach it has everything."""
    last = report("old").exercises[-1]
    more = replace(last, checks=(*last.checks, replace(last.checks[0], name="test_more", points=2.0, max_points=2.0)))
    old = replace(report("old"), exercises=(*report("old").exercises[:-1], more))
    _head, maxima, *rows = table(report("ada"), report("ben", normalize=BY_256), old)
    assert maxima[-5:] == ["7", "100", "100", "100", "--"]
    assert [row[-4:-1] for row in rows] == [["100", "100", "100"], ["94", "100", "94"], ["102", "102", "100"]]


def test_pandas_reads_numbers():
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(io.BytesIO(class_csv(sample_class())), index_col="submission")
    assert frame.loc["fatma", "total"] == 77.5
    assert frame.loc["points-per-exercise", "max"] == 100


def test_an_empty_class_has_a_head():
    assert table() == [
        ["submission", "total", "max", "percent", "status"],
        ["points-per-exercise", "0", "0", "100", "--"],
    ]
