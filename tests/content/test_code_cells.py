"""What does not parse costs one statement, and is told with its place."""

import ast

import pytest
from page_texts import refused, sources

from autograder.content import code_cells
from autograder.content.code_cells import DEFINITION
from autograder.content.page import parse


def test_a_syntax_error_is_shown_with_its_line_and_a_caret():
    shown = refused("import os\n\ndef f(:\n    pass\n")
    assert shown == "mnist.py, line 3: invalid syntax.\n    def f(:\n          ^"


def test_the_caret_stands_under_the_error_in_an_indented_line():
    text, caret = refused("def f(x):\n        return x +* 2\n").splitlines()[1:]
    assert text.strip() == "return x +* 2"
    assert text[caret.index("^")] == "*"


BROKEN_CELL = "# %% one\ndef one():\n    return 1\n\n# %% two\ndef two(:\n    return 2\n\n# %% three\ndef three():\n    return 3\n"


def test_the_line_of_a_null_character_is_told():
    """Python 3.11.4 and later call it a syntax error and name no line."""
    said = code_cells.syntax_error("x = 1\ny = '\0'\nz = 3\n", "page.py", above=4)
    assert "page.py, line 6: " in said or said == "page.py: Python cannot read this: ValueError."


def test_one_broken_cell_of_a_script_leaves_the_others():
    read = parse(BROKEN_CELL.encode(), "mnist.py")
    good = "\n".join(cell.source for cell in read.cells if not cell.error)
    assert "def one" in good and "def three" in good and "def two" not in good


def test_a_broken_cell_is_told_with_the_line_of_the_file():
    read = parse(BROKEN_CELL.encode(), "mnist.py")
    assert read.notes == ("mnist.py, line 6: invalid syntax.\n    def two(:\n            ^",)


def test_a_broken_cell_still_tells_which_functions_it_meant():
    assert [cell.broken_names for cell in parse(BROKEN_CELL.encode(), "mnist.py").cells if cell.error] == [["two"]]


def test_cells_after_a_broken_one_keep_the_line_numbers_of_the_file():
    last = parse(BROKEN_CELL.encode(), "mnist.py").cells[-1]
    assert ast.parse(last.source).body[0].lineno == BROKEN_CELL.splitlines().index("def three():") + 1


@pytest.mark.parametrize(
    "text", ["(" * 500, "-" * 50_000 + "1", "x" + ".a" * 20_000], ids=["brackets", "signs", "dots"]
)
def test_code_nested_too_deeply_is_told_and_does_no_harm(text):
    assert refused(text).startswith("mnist.py")


def parts(source: str) -> list[tuple[bool, list[str]]]:
    """For each cell of a script: whether it is broken, and the functions in it."""
    cells = parse(source.encode(), "mnist.py").cells
    return [(bool(cell.error), DEFINITION.findall(cell.source)) for cell in cells]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import os\ndef one():\n    return 1\ndef two()\n    return 2\ndef three():\n    return 3\n",
         [(False, ["one"]), (True, ["two"]), (False, ["three"])]),
        ("def one():\n    return (1\n\ndef two():\n    return 2\n", [(True, ["one"]), (False, ["two"])]),
        ('def one():\n    """\nAt the margin\n    """\n    return 1\n\ndef two(:\n    return 2\n',
         [(False, ["one"]), (True, ["two"])]),
        ("x = [\n1,\n2,\n]\ntry:\n    y = 1\nexcept OSError:\n    y = 2\nelse:\n    y = 3\ndef two(:\n    pass\n",
         [(False, []), (True, ["two"])]),
        ("@cache\ndef one():\n    return 1\ndef two(:\n    pass\n", [(False, ["one"]), (True, ["two"])]),
        ("def one():\n    x = 1\nreturn x\ndef two():\n    return 2\n", [(False, ["one"]), (True, []), (False, ["two"])]),
    ],
    ids=["a colon", "a bracket", "a long text", "blocks", "a decorator", "a return"],
)  # fmt: skip
def test_one_broken_statement_of_a_script_leaves_the_others(source, expected):
    assert parts(source) == expected


def test_a_script_of_brackets_is_read_in_bounded_work(monkeypatch):
    """Each of them might end in any later line."""
    read, seen = code_cells.tree, []
    monkeypatch.setattr(code_cells, "MOST_JOINED", 10_000)
    monkeypatch.setattr(code_cells, "tree", lambda source: (seen.append(len(source)), read(source))[1])
    refused("x = (\n" * 2_000)
    assert len(seen) < 5_000


HINTS = {
    "print(“one”)": "quotation mark from a word processor",
    "x = ‘one’": "quotation mark from a word processor",
    "x = 1\u00a0+ 2": "U+00A0, no-break space",
    "x = 1\u200b": "U+200B, zero width space",
    "x = f（1）": "type ( instead",
    "x ＝ 1": "type = instead",
    "x = 3 − 2": "not the minus sign",
    "```python": "marks code on web pages",
    ">>> x = 1": "Python prompts",
    "In [3]: import os": "notebook prompts",
    "<<<<<<< HEAD": "Git left two versions",
    "return x": "'return' outside function",
}


@pytest.mark.parametrize(("line", "words"), HINTS.items(), ids=[ascii(line) for line in HINTS])
def test_what_was_pasted_is_named_with_its_line(line, words):
    read = parse(f"def f():\n    return 1\n{line}\ndef g():\n    return 2\n".encode(), "mnist.py")
    error = "\n".join(cell.error for cell in read.cells if cell.error)
    assert words in error and ("line 3" in error)


def test_letters_of_any_language_are_fine():
    assert sources("이름 = 'é'  # 주석，：“”") == ["이름 = 'é'  # 주석，：“”"]


def test_an_odd_backslash_is_no_reason_to_refuse_a_page():
    assert sources('x = "\\d"') == ['x = "\\d"']


def test_more_broken_parts_than_can_be_told_one_by_one_are_one(monkeypatch):
    """Blank lines stand before each part, for its line numbers: of 50,000 parts they would fill the memory."""
    monkeypatch.setattr(code_cells, "MAX_BLANK", 100)
    cells = parse(b"x = 1\n" + b"def f(:\n" * 50, "mnist.py").cells
    assert len(cells) < 20 and cells[-1].source.count("def f(:") > 30 and cells[-1].error
