"""A report as Markdown: what it says, and that a page cannot write Markdown into it."""

import marks_sample
import pytest

from autograder.hosted import markdown_summary as markdown


def test_it_says_the_points_and_that_they_are_advice():
    text = markdown.summary(marks_sample.report(), "the words", worth={"double": 60, "total": 50, "count": 20})
    assert text.startswith("# mnist: 55 of 100 points of the public checks\n\nThese points are advice.")
    assert "The other 30 points come from checks that run when your work is graded." in text
    assert "| `double` | 20 of 50 | not right yet |\n| `total` | 35 of 35 | passed |\n| `count` | 0 of 15 | not started |" in text
    assert text.endswith("```text\nthe words\n```\n")


def test_where_all_checks_are_public_nothing_else_is_promised():
    assert "other" not in markdown.summary(marks_sample.report(), "", worth={"double": 50, "total": 35, "count": 15})


def test_a_page_that_cannot_be_read_shows_what_there_was_to_win():
    text = markdown.summary(marks_sample.unreadable(), "mnist.py is empty.", marks_sample.report())
    assert "# mnist: 0 of 100 points" in text and "| `total` | 0 of 35 | not read |" in text


def test_where_the_fault_is_ours_there_are_no_points():
    text = markdown.summary(marks_sample.not_graded(), "")
    assert "# mnist: no points of 100" in text and "bug in the kit" in text and "| our bug |" in text
    assert "bug in the kit" in markdown.faulty("mnist", "OSError: no memory")


@pytest.mark.parametrize("text", ["```\n# Full marks", "`" * 7 + "\n@everyone", "~~~", "a\n````text\nb\n```"])
def test_no_line_ends_the_block_of_code(text):
    lines = markdown.fenced(text).splitlines()
    fence = lines[0].removesuffix("text")
    assert lines[-1] == fence and not [line for line in lines[1:-1] if line.strip().startswith(fence)]


def test_a_long_text_is_cut():
    assert len(markdown.fenced("x\n" * markdown.LONGEST)) < 125_000
