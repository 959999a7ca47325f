"""A text that a person marks: found however it is written, never run, and told from what stood there before."""

import json

import miniature
import pytest
import text_miniature

from autograder.content import assignment_folder, page
from autograder.content.assignment import AssignmentBroken
from autograder.content.solution_markers import without_solutions
from autograder.content.text_questions import LONGEST, TextQuestion, is_text_cell, text_in

PROMPT = "Write your answer here."


def found(source, name="page.py"):
    return text_in(page.parse(source.encode(), name), "WHY")


@pytest.mark.parametrize(
    "source",
    [
        'WHY = "Because it is so."',
        "WHY: str = 'Because it is so.'",
        'WHY = """\nBecause it is so.\n"""',
        'WHY = """\\\n    Because it is so.\n    """',
        'WHY = ("Because "\n       "it is so.")',
        'WHY = f"Because it is so."',
        'WHY = "Because " + "it is so."',
        'import textwrap\nWHY = textwrap.dedent("""\n    Because it is so.\n""")',
        'WHY = """\nBecause it is so.\n""".strip()',
        'WHY = " ".join(["Because", "it is so."])',
        'WHY = "first thought"\nWHY = "Because it is so."',
        'first = WHY = "Because it is so."',
        '### BEGIN SOLUTION\nWHY = "Because it is so."\n### END SOLUTION',
        'WHY = """\n### BEGIN SOLUTION\nBecause it is so.\n### END SOLUTION\n"""',
        'x = 1\nWHY = """\nBecause it is so.\n',
        "x = 1\nWHY = Because it is so.",
    ],
)
def test_every_fair_way_to_write_a_text_is_read(source):
    assert found(source) == "Because it is so."


def test_a_text_that_is_calculated_is_shown_as_its_source_and_not_run():
    assert found('number = 7\nWHY = f"It is {number}."') == 'f"It is {number}."'
    for text in ('open("/etc/passwd").read()', 'between.join(["a", "b"])', '" ".join(["a", b])'):
        assert found(f"WHY = {text}") == text


def test_a_text_without_quotes_on_several_lines_is_read_whole():
    assert found("x = 1\nWHY = Because it\nis so, and\nalways was.\n") == "Because it\nis so, and\nalways was."


def test_a_text_in_a_function_is_none():
    assert found('def why():\n    WHY = "no"\n') is None


@pytest.mark.parametrize("begin", ["WHY =", "WHY: str =", "WHY=r"])
def test_a_text_in_a_cell_of_text_is_read(begin):
    cells = [{"cell_type": "code", "source": "x = 1"}, {"cell_type": "markdown", "source": f'{begin}"""\nSo.\n"""'}]
    assert found(json.dumps({"cells": cells}), "page.ipynb") == "So."


@pytest.mark.parametrize("text", ["", "  \n", PROMPT, f"\n{PROMPT}\n\n", "Say  why.", "# YOUR CODE HERE\nraise NotImplementedError()"])
def test_what_stood_there_before_is_not_started(text):
    assert TextQuestion("WHY", "why", "Why?", 5, prompt="Say why.").is_unwritten(text)


def test_one_word_is_a_beginning():
    one = TextQuestion("WHY", "why", "Why?", 5, prompt="Say why.")
    assert not one.is_unwritten("Say why.\nSo.") and not one.is_unwritten("So.")


def test_a_long_text_is_cut_with_a_word():
    answer = TextQuestion("WHY", "why", "Why?", 5).read(page.parse(f'WHY = "{"a" * 50_000}"'.encode(), "a.py"))
    assert len(answer.answer) < LONGEST + 100 and answer.answer.endswith("page.]")


def test_both_ways_to_mark_the_answer_leave_the_same_page():
    inside = f'# %% WHY\nWHY = """\n### BEGIN SOLUTION\n{text_miniature.SAMPLE}\n### END SOLUTION\n"""\n'
    around = f'# %% WHY\n### BEGIN SOLUTION\nWHY = """\n{text_miniature.SAMPLE}\n"""\n### END SOLUTION\n'
    assert without_solutions(inside) == without_solutions(around) == f'# %% WHY\nWHY = """\n{PROMPT}\n"""\n'


def test_a_marked_page_can_be_read_again():
    marked = without_solutions(text_miniature.CELL, marked=True)
    assert "### BEGIN SOLUTION" in marked and without_solutions(marked) == without_solutions(text_miniature.CELL)


def test_a_text_cell_is_told_from_code():
    assert is_text_cell('WHY = """\nSo.\n"""') and not is_text_cell('WHY = "So."\nprint(WHY)') and not is_text_cell("WHY = (")


@pytest.fixture
def assignment(tmp_path):
    return assignment_folder.load(miniature.write(tmp_path, text_miniature.FILES))


def test_the_settings_and_the_page_make_the_question(assignment):
    (text,) = assignment.texts
    assert (text.name, text.points, text.prompt, text.sample) == ("WHY", 5.0, PROMPT, text_miniature.SAMPLE)
    assert assignment.item("WHY") is text and assignment.item("1").name == "double"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("points = 5\n", "", "points is missing in .texts.WHY."),
        ("points = 5\n", "points = -1\n", "must be a number above 0"),
        ("points = 5\n", "points = 5\nminuts = 3\n", "no key 'minuts' in .texts.WHY.. Did you mean minutes"),
        ("points = 5\n", "points = 5\nminutes = 'three'\n", "minutes in .texts.WHY. must be a number; it is 'three'"),
        ('hints = ["What is twice minus one?"]', "hints = 'Look at it.'", "hints in .texts.WHY. must be a list of texts"),
        ("points = 5\n", "points = inf\n", "expected less than 1,000,000"),
        ("[texts.WHY]", "[texts.WHO]", "the page has no top-level line that begins with WHO"),
    ],
)
def test_wrong_settings_are_said(tmp_path, old, new, said):
    files = {**text_miniature.FILES, "assignment.toml": text_miniature.SETTINGS.replace(old, new)}
    with pytest.raises(AssignmentBroken, match=said):
        assignment_folder.load(miniature.write(tmp_path, files))


@pytest.mark.parametrize("text", ["Because it is so", "Because it\nis so"], ids=["one line", "two"])
def test_a_text_without_quotes_ends_with_its_cell(text):
    """What is wrong in the next cell is no part of the answer."""
    cells = [{"cell_type": "code", "source": source} for source in (f"WHY = {text}", "x = (1", "y = )")]
    assert found(json.dumps({"cells": cells}), "page.ipynb") == text
