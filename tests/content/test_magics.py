"""Magics and shell lines are taken out of a cell, and mentioned."""

import tokenize

import pytest
from page_texts import code, notebook, sources

from autograder.content import magics
from autograder.content.page import parse

MAGICS = [
    "%matplotlib inline",
    "!pip install numpy",
    "%timeit f()",
    "files = !ls",
    "a, b = %who_ls",
    "len?",
    "np.sum??",
    "?len",
]


@pytest.mark.parametrize("magic", MAGICS)
def test_a_magic_is_taken_out_and_mentioned(magic):
    read = parse(notebook(code(f"x = 1\n{magic}\ny = 2")).encode(), "mnist.ipynb")
    assert [(cell.source, cell.error) for cell in read.cells] == [("x = 1\npass\ny = 2", "")]
    assert read.notes == (f"mnist.ipynb, cell 1: ignored, because it is not Python: {magic}",)


@pytest.mark.parametrize("odd", ["\u2028", "\x85", "\x1c", "\x0b"], ids=ascii)
def test_only_what_ends_a_line_for_python_ends_one(odd):
    """A comment that was copied from a text may hold such characters."""
    source = f"%matplotlib inline\nx = 1  # one{odd}two\n"
    assert sources(notebook(code(source)), "mnist.ipynb") == [f"pass\nx = 1  # one{odd}two\n"]
    script = f"# %%\nx = 1  # one{odd}two\n# %%\ny = (\n"
    assert parse(script.encode(), "mnist.py").cells[0].source == f"# %%\nx = 1  # one{odd}two\n# %%"


ENDS = {
    "a string that nobody closes": (["x = 'abc", "%time"], 1),
    "brackets that nobody closes": (["x = [1, 2", "%time"], 2),
    "a long string that nobody closes": (['x = """a', "%time"], 2),
    "a number that is none": (["x = 1_", "%time"], 1),
    "half a character": (['x = "\ud800"', "%time"], 1),
    "a sign that is not Python's": (["x = 5 $ 3", "%time"], 1),
    "a bracket too much": (["x = 1)", "%time"], 1),
    "a text with a bracket that nobody closes": (['x = f"{y"', "%time"], 1),
}


@pytest.mark.parametrize(("lines", "end"), ENDS.values(), ids=ENDS)
def test_a_line_with_a_fault_ends_where_it_does_in_every_python(lines, end):
    """Since Python 3.12, the tokenizer gives up at the first fault."""
    assert magics.end_of_line(lines, 0) == end


def test_an_indented_magic_leaves_its_block_whole():
    assert sources(notebook(code("if True:\n    !ls\nx = 1")), "mnist.ipynb") == ["if True:\n    pass\nx = 1"]


@pytest.mark.parametrize("magic", ["%%time", "%%timeit -n 1", "%%capture out"])
def test_below_a_timing_magic_stands_python(magic):
    assert sources(notebook(code(f"{magic}\nx = 1")), "mnist.ipynb") == ["pass\nx = 1"]


@pytest.mark.parametrize("magic", ["%%bash", "%%html", "%%writefile notes.py"])
def test_below_another_cell_magic_stands_no_python(magic):
    read = parse(notebook(code(f"{magic}\ncd folder && ls"), code("x = 1")).encode(), "mnist.ipynb")
    assert [cell.source.strip() for cell in read.cells] == ["", "x = 1"]
    assert read.notes == (f"mnist.ipynb, cell 1: ignored, because it is not Python: the whole {magic.split()[0]} cell",)


@pytest.mark.parametrize(
    ("timed", "plain"),
    [
        ("%time x = f()", "x = f()"),
        ("def g():\n    %time x = f()\n    return x", "def g():\n    x = f()\n    return x"),
    ],
    ids=["at the margin", "in a function"],
)
def test_what_is_timed_is_run(timed, plain):
    """As in a notebook's kernel: ``%time`` runs the statement in the namespace at hand."""
    read = parse(notebook(code(timed)).encode(), "mnist.ipynb")
    assert ([cell.source for cell in read.cells], read.notes) == ([plain], ())


def test_a_remainder_is_no_magic():
    assert sources(notebook(code("x = a % b\nassert x != 3")), "mnist.ipynb") == ["x = a % b\nassert x != 3"]


def test_a_line_that_goes_on_with_a_remainder_is_no_magic():
    source = "x = (7\n     % 4)\n!ls"
    assert sources(notebook(code(source)), "mnist.ipynb") == ["x = (7\n     % 4)\npass"]


@pytest.mark.parametrize(
    "before", ["# a note", "", "x = 1  # (", "def f():\n    return 1", 's = """\n!no\n"""', "x = 1 + \\\n    2"]
)
def test_a_magic_is_found_below_other_lines(before):
    assert sources(notebook(code(f"{before}\n!ls")), "mnist.ipynb") == [f"{before}\npass"]


def test_each_line_is_read_once_however_many_magics_there_are(monkeypatch):
    """Counted in tokens, not in seconds: a page of magics must not keep the judge busy."""
    from autograder.content.magics import tokenize

    seen = []
    read_tokens = tokenize.generate_tokens
    monkeypatch.setattr(
        tokenize, "generate_tokens", lambda lines: (seen.append(0) or token for token in read_tokens(lines))
    )
    sources(notebook(code("x = (1,\n     2)\n!ls\n" * 100)), "mnist.ipynb")
    assert 0 < len(seen) < 3000


def test_a_magic_and_a_real_error_are_both_told():
    read = parse(notebook(code("!ls\ndef f(:"), code("x = 1")).encode(), "mnist.ipynb")
    assert [note.partition(":")[0] for note in read.notes] == ["mnist.ipynb, cell 1", "mnist.ipynb, cell 1, line 2"]


def test_many_broken_cells_are_read_in_one_pass_each(monkeypatch):
    """A tokenizer for each of the lines above each cell would cost half a minute."""
    calls, end = [], magics.end_of_line
    monkeypatch.setattr(magics, "end_of_line", lambda *place: calls.append(1) or end(*place))
    assert len(parse(b"x = 1\n" + b"# %%\ndef f(:\n" * 300, "mnist.py").cells) >= 301
    assert len(calls) <= 1000  # and not 45,000

OF_LATER_PYTHONS = {
    "an open text": (tokenize.TokenError("unterminated string literal (detected at line 1)", (1, 5)), 1),
    "in the second line": (tokenize.TokenError("invalid decimal literal", (2, 9)), 2),
    "before the first line": (tokenize.TokenError("odd", (0, 7)), 1),
    "an open bracket": (tokenize.TokenError("unexpected EOF in multi-line statement", (1, 4)), 4),
    "an open long text": (tokenize.TokenError("unterminated triple-quoted string literal (detected at line 1)", (1, 4)), 4),
    "after the last line": (tokenize.TokenError("odd", (9, 1)), 4),
    "an indentation": (IndentationError("unindent does not match", ("<string>", 3, 1, "", None, None)), 3),
    "half a character": (UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed"), 1),
}


@pytest.mark.parametrize(("error", "end"), OF_LATER_PYTHONS.values(), ids=OF_LATER_PYTHONS)
def test_what_the_tokenizer_of_a_later_python_says_ends_the_line_in_any(error, end):
    assert magics._end_of_faulty(error, ["x = 'abc", "y", "!ls", "z"], 0) == end
