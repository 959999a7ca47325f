"""A student's file, read tolerantly: what does not parse costs one cell, and is told."""

import ast
import json

import pytest

from autograder.content import page
from autograder.content.page import Unreadable, is_stub, parse, without_solutions


def sources(data: str | bytes, name: str = "mnist.py") -> list[str]:
    """The code of each cell."""
    return [cell.source for cell in parse(data if isinstance(data, bytes) else data.encode(), name).cells]


def refused(data: str | bytes, name: str = "mnist.py") -> str:
    """The sentence that says why a file is no page."""
    with pytest.raises(Unreadable) as caught:
        parse(data if isinstance(data, bytes) else data.encode(), name)
    return str(caught.value)


def notebook(*cells: object, version: int = 4) -> str:
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": version})


def code(source: object) -> dict:
    return {"cell_type": "code", "source": source, "outputs": [{"text": "def not_me(): pass"}]}


# -- encodings --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    ["x = 'é'\ny = 2".encode(), b"\xef\xbb\xbf" + "x = 'é'\ny = 2".encode(), "x = 'é'\ny = 2".encode("utf-16"),
     "\ufeffx = 'é'\ny = 2".encode("utf-16-be"), "x = 'é'\ny = 2".encode("latin-1"), "x = 'é'\r\ny = 2".encode(),
     "x = 'é'\ry = 2".encode()],
    ids=["utf-8", "byte order mark", "utf-16", "utf-16 big-endian", "latin-1", "Windows lines", "old Mac lines"],
)  # fmt: skip
def test_a_script_reads_the_same_however_it_was_saved(data):
    assert sources(data) == ["x = 'é'\ny = 2"]


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told_as_empty(data):
    assert refused(data) == "mnist.py is empty."


@pytest.mark.parametrize("data", [b"x = 1\0", b"\xff\xfex", b"\x7fELF\x02\x01\x01\0\0"])
def test_a_binary_file_is_told_as_no_text(data):
    assert refused(data) == "mnist.py is not a text file."


def test_a_file_that_is_not_there_is_told_with_its_path(tmp_path):
    with pytest.raises(Unreadable, match="There is no file .*mnist.py"):
        page.read_page(tmp_path / "mnist.py")


def test_a_folder_is_told_as_unreadable(tmp_path):
    with pytest.raises(Unreadable, match="cannot be read"):
        page.read_page(tmp_path)


def test_a_huge_file_is_not_even_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(page, "MAX_BYTES", 10)
    (tmp_path / "mnist.py").write_text("x = 1\n" * 100)
    with pytest.raises(Unreadable, match="has 600 bytes; a page may have at most 10"):
        page.read_page(tmp_path / "mnist.py")


@pytest.mark.parametrize(
    ("name", "text"), [("mnist.py", "x = 1\n" * 20), ("mnist.ipynb", notebook(*[code("x = 1\n" * 2)] * 20))]
)
def test_too_much_code_is_told(monkeypatch, name, text):
    monkeypatch.setattr(page, "MAX_SOURCE", 100)
    assert "100 characters of code" in refused(text, name) or "a page may have at most 100" in refused(text, name)


# -- scripts ----------------------------------------------------------------------------------------------------------


def test_a_syntax_error_is_shown_with_its_line_and_a_caret():
    shown = refused("import os\n\ndef f(:\n    pass\n")
    assert shown == "mnist.py, line 3: invalid syntax.\n    def f(:\n          ^"


def test_the_caret_stands_under_the_error_in_an_indented_line():
    text, caret = refused("def f(x):\n        return x +* 2\n").splitlines()[1:]
    assert text.strip() == "return x +* 2"
    assert text[caret.index("^")] == "*"


BROKEN_CELL = "# %% one\ndef one():\n    return 1\n\n# %% two\ndef two(:\n    return 2\n\n# %% three\ndef three():\n    return 3\n"


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
    return [(bool(cell.error), page.DEFINITION.findall(cell.source)) for cell in cells]


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
    read, seen = page.tree, []
    monkeypatch.setattr(page, "MOST_JOINED", 10_000)
    monkeypatch.setattr(page, "tree", lambda source: (seen.append(len(source)), read(source))[1])
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


# -- notebooks --------------------------------------------------------------------------------------------------------


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


# -- magics -----------------------------------------------------------------------------------------------------------

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
    from autograder.content.page import tokenize

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


# -- stubs and answers ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "raise NotImplementedError",
        "raise NotImplementedError('later')",
        "pass",
        "...",
        '"""Doc."""',
        '"""Doc."""\n    pass',
    ],
)
def test_an_untouched_stub_is_recognised(body):
    assert is_stub(ast.parse(f"def f(x):\n    {body}\n").body[0])


@pytest.mark.parametrize(
    "body",
    [
        "return None",
        "x = 1\n    raise NotImplementedError",
        "raise ValueError",
        "return ...",
        "if x:\n        pass",
        "raise",
        '"""Doc."""\n    0',
    ],
)
def test_anything_else_is_an_attempt(body):
    assert not is_stub(ast.parse(f"def f(x):\n    {body}\n").body[0])


def test_something_that_is_no_function_is_no_stub():
    assert not is_stub(ast.parse("f = lambda x: ...").body[0])


def test_an_answer_becomes_one_line_that_keeps_its_indent():
    source = "def f():\n    '''Doc.'''\n    ### BEGIN SOLUTION\n    x = 1\n    return x\n    ### END SOLUTION\n\nf()\n"
    assert without_solutions(source) == "def f():\n    '''Doc.'''\n    raise NotImplementedError\n\nf()\n"


def test_what_is_left_without_its_answers_is_a_stub():
    source = "def f():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION"
    assert is_stub(ast.parse(without_solutions(source)).body[0])


def test_a_page_without_answers_stays_as_it_is():
    assert without_solutions("x = 1\n\n") == "x = 1\n\n"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (f"x = 1\n{page.BEGIN}\n", "line 2: ### BEGIN SOLUTION without ### END SOLUTION"),
        (f"{page.END}\n", "line 1: ### END SOLUTION without ### BEGIN SOLUTION"),
        (f"{page.BEGIN}\n{page.BEGIN}\n{page.END}", "line 2: a second ### BEGIN SOLUTION"),
    ],
)
def test_a_marker_without_its_partner_is_an_error_with_its_line(source, words):
    with pytest.raises(ValueError) as caught:
        without_solutions(source)
    assert words in str(caught.value)


def test_many_broken_cells_are_read_in_one_pass_each(monkeypatch):
    """A tokenizer for each of the lines above each cell would cost half a minute."""
    calls, end = [], page._end
    monkeypatch.setattr(page, "_end", lambda *place: calls.append(1) or end(*place))
    assert len(parse(b"x = 1\n" + b"# %%\ndef f(:\n" * 300, "mnist.py").cells) >= 301
    assert len(calls) <= 1000  # and not 45,000


def test_more_broken_parts_than_can_be_told_one_by_one_are_one(monkeypatch):
    """Blank lines stand before each part, for its line numbers: of 50,000 parts they would fill the memory."""
    monkeypatch.setattr(page, "MAX_BLANK", 100)
    cells = parse(b"x = 1\n" + b"def f(:\n" * 50, "mnist.py").cells
    assert len(cells) < 20 and cells[-1].source.count("def f(:") > 30 and cells[-1].error
