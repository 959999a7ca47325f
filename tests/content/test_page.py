"""A student's file, read tolerantly, as a script or as a notebook."""

import json

import pytest
from page_texts import code, notebook, refused, sources

from autograder.content import page
from autograder.content.page import parse


@pytest.mark.parametrize(
    ("name", "text"), [("mnist.py", "x = 1\n" * 20), ("mnist.ipynb", notebook(*[code("x = 1\n" * 2)] * 20))]
)
def test_too_much_code_is_told(monkeypatch, name, text):
    monkeypatch.setattr(page, "MAX_SOURCE", 100)
    assert "100 characters of code" in refused(text, name) or "a page may have at most 100" in refused(text, name)


@pytest.mark.parametrize(
    "source", ["x = 1\ny = 2", ["x = 1\n", "y = 2"], ["x = 1\r\n", "y = 2"], ["x = 1\n", None, "y = 2"]]
)
def test_a_cell_may_be_text_or_a_list_of_lines(source):
    assert sources(notebook(code(source)), "mnist.ipynb") == ["x = 1\ny = 2"]


def test_prose_outputs_and_odd_cells_are_ignored():
    odd = [
        {"cell_type": "markdown", "source": "def f(:"},
        {"cell_type": "raw", "source": "?"},
        {"cell_type": "code"},
        5,
        None,
    ]
    assert sources(notebook(*odd, code(None), code(""), code("x = 1")), "mnist.ipynb") == ["x = 1"]


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_a_function_in_a_text_cell_is_kept_with_its_place(kind):
    read = parse(
        notebook(code("x = 1"), {"cell_type": kind, "source": "def f():\n    return 1"}).encode(), "mnist.ipynb"
    )
    assert [cell.label for cell in read.prose] == [f"mnist.ipynb, cell 2, which is a {kind.capitalize()} cell"]


def test_prompts_in_a_notebook_are_left_out_as_its_kernel_does():
    assert sources(notebook(code(">>> x = 1\n>>> def f():\n...     return x")), "mnist.ipynb") == [
        "x = 1\ndef f():\n    return x"
    ]


def test_a_notebook_of_version_3_is_read():
    old = {"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "code", "input": ["x = 1"], "language": "python"}]}]}
    assert sources(json.dumps(old), "mnist.ipynb") == ["x = 1"]


def test_a_cell_is_called_by_its_place_among_all_cells():
    read = parse(notebook({"cell_type": "markdown", "source": "#"}, code("x = 1")).encode(), "mnist.ipynb")
    assert read.cells[0].label == "mnist.ipynb, cell 2"


def test_one_broken_cell_of_a_notebook_leaves_the_others():
    read = parse(notebook(code("x = 1"), code("def two(:"), code("y = 2")).encode(), "mnist.ipynb")
    assert [bool(cell.error) for cell in read.cells] == [False, True, False]
    assert read.notes == ("mnist.ipynb, cell 2, line 1: invalid syntax.\n    def two(:\n            ^",)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("def f(): pass", "does not hold valid JSON"),
        (notebook(code("x = 1"))[:-20], "Was it cut short?"),
        ("[" * 100_000, "does not hold valid JSON"),
        ("{}", "no list of cells"),
        ("[1, 2]", "no list of cells"),
        ('{"cells": {}}', "no list of cells"),
        (notebook(), "has no code cells"),
        (notebook({"cell_type": "markdown", "source": "x"}), "has no code cells"),
        ('{"cells": [\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> main\n]}', "two versions that Git could not merge"),
    ],
    ids=[
        "a script",
        "cut short",
        "nested",
        "an empty object",
        "a list",
        "no list",
        "no cell",
        "prose only",
        "a conflict",
    ],
)
def test_what_is_no_notebook_is_told_in_one_sentence(text, reason):
    assert reason in refused(text, "mnist.ipynb")


@pytest.mark.parametrize("source", ['x = "\ud800"', "x\0 = 1"], ids=["half a character", "a null byte"])
def test_a_cell_that_python_cannot_hold_is_a_broken_cell(source):
    cells = parse(notebook(code(source), code("y = 2")).encode(), "mnist.ipynb").cells
    assert [bool(cell.error) for cell in cells] == [True, False]


def test_the_ending_decides_whatever_its_case():
    assert sources(notebook(code("x = 1")), "MNIST.IPYNB") == ["x = 1"]


def test_more_than_two_million_characters_are_too_much():
    assert parse(b"#" * 2**21, "mnist.py").cells
    assert "a page may have at most 2,097,152" in refused("#" * (2**21 + 1), "mnist.py")


def test_what_a_running_notebook_has_is_a_page():
    read = page.of_cells([("cell 1", "x = 1\ny = 2"), ("cell 2", "def f():\n    return x")], "this page")
    assert read.name == "this page" and [cell.source for cell in read.cells] == ["x = 1\ny = 2", "def f():\n    return x"]
