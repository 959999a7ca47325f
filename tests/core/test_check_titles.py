"""The title of a check is found by its name, and keeps the row that it is shown with."""

from autograder.core import check_titles


def test_a_title_without_the_rows_brackets_is_taken_as_it_is():
    for title, name in (("adds (carefully)", "test_adds"), ("adds", "test_adds[2]"), ("", "test_adds")):
        assert check_titles.as_message(title, name, "total", "prices") == title


def test_the_row_is_no_part_of_what_is_translated():
    said = check_titles.as_message("adds (2)", "test_adds[2]", "total", "prices")
    assert said == "adds (2)" and said.values["title"].template == "adds"
    assert (said.values["title"].context, said.values["title"].domain) == ("title:test_total::test_adds", "prices")
