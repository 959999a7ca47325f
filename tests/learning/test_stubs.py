"""A function becomes the stub again, whatever state the page is in, and nothing else in the file changes."""

import json
import os

import miniature
import pytest

from autograder.content import assignment_folder
from autograder.core.faults import Unreadable
from autograder.learning import stubs

STUB = miniature.PAGE[miniature.PAGE.index("def double") : miniature.PAGE.index("    ### BEGIN")].rstrip()
STUB += "\n    raise NotImplementedError"


@pytest.fixture
def assignment(tmp_path):
    return assignment_folder.load(miniature.write(tmp_path))


@pytest.fixture
def reset(assignment, tmp_path):
    """``reset(text, …)``: the text of a page after its ``double`` was put back."""

    def called(text: str | bytes, name: str = "page.py") -> str:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        stubs.reset(path, assignment, "double")
        return path.read_bytes().decode()

    return called


def notebook(*sources, **more) -> str:
    cells = [
        {"cell_type": "code", "id": f"c{n}", "source": one, "outputs": [{"x": 1}]} for n, one in enumerate(sources)
    ]
    return json.dumps({"cells": cells, "metadata": {"mine": 1}, "nbformat": 4, "nbformat_minor": 5, **more}, indent=1)


def sources(text: str) -> list[str]:
    return ["".join(cell["source"]) for cell in json.loads(text)["cells"]]


# -- scripts ----------------------------------------------------------------------------------------------------------


def test_only_this_function_changes(reset):
    before, after = "x = 1  # mine\n\n\n", "\n\n# a note\ndef total(numbers):\n    return 3\n"
    assert reset(f"{before}@cached\ndef double(numbers):\n    return 7\n{after}") == f"{before}{STUB}\n{after}"


def test_the_definition_that_counts_is_the_last(reset):
    text = reset("def double(a):\n    return 1\n\ndef double(a):\n    return 2\n")
    assert text == f"def double(a):\n    return 1\n\n{STUB}\n"


@pytest.mark.parametrize(
    "broken",
    [
        "def double(numbers\n    return 7\n",
        "def double(numbers):\n    return (7\n\n\n",
        "@cached\ndef double(numbers):\n  x = 1\n   y = 2\n",
        "def double(numbers):\n    text = '''\n    never closed\n",
    ],
)
def test_what_is_no_python_is_put_back_all_the_same(reset, broken):
    """Who broke it needs this most."""
    after = "# %% total\ndef total(numbers):\n    return 3\n"
    text = reset(f"x = 1\n# %% double\n{broken}{after}")
    assert text.startswith(f"x = 1\n# %% double\n{STUB}\n") and text.endswith(after)


def test_a_cell_that_cannot_be_saved_otherwise_goes_as_a_whole(reset):
    text = reset("# %% double\n)\ndef double(numbers):\n    return 7\n\n# %% total\nx = 1\n")
    assert text == f"# %% double\n{STUB}\n\n# %% total\nx = 1\n"


def test_another_mistake_in_a_script_without_cells_stays(reset):
    """The whole script would be lost with it."""
    text = reset("def total(numbers:\n    pass\n\ndef double(numbers):\n    return 7\n")
    assert text == f"def total(numbers:\n    pass\n\n{STUB}\n"


def test_a_function_that_was_deleted_is_added(reset):
    assert reset("x = 1\n") == f"x = 1\n\n\n# %% double\n{STUB}\n"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_ends_of_lines_and_the_mark_at_the_beginning_stay(reset, tmp_path, mark):
    reset(mark + b"x = 1\r\ndef double(numbers):\r\n    return 7\r\n")
    assert (tmp_path / "page.py").read_bytes() == mark + f"x = 1\n{STUB}\n".replace("\n", "\r\n").encode()


def test_a_file_in_another_encoding_stays_in_it(reset, tmp_path):
    with pytest.raises(UnicodeDecodeError):
        reset("# caf\xe9\ndef double(numbers):\n    return 7\n".encode("latin-1"))
    assert (tmp_path / "page.py").read_bytes().decode("latin-1") == f"# caf\xe9\n{STUB}\n"


# -- notebooks --------------------------------------------------------------------------------------------------------


def test_the_other_cells_of_a_notebook_and_their_outputs_stay(reset):
    before = notebook("x = 'ä\\n'", ["def double(n):\n", "    return 7\n", "y = 1"], "z = 2")
    after = reset(before, "page.ipynb")
    assert sources(after) == ["x = 'ä\\n'", f"{STUB}\ny = 1", "z = 2"]
    old, new = json.loads(before), json.loads(after)
    new["cells"][1]["source"] = old["cells"][1]["source"]
    assert new == old and after.startswith('{\n "cells"')


def test_a_broken_cell_of_a_notebook(reset):
    assert sources(reset(notebook("x = 1", ")\ndef double(n):\n    return 7"), "page.ipynb")) == ["x = 1", STUB]


def test_a_cell_that_was_deleted_is_added_with_an_id_of_its_own(reset):
    content = notebook("x = 1").replace('"c0"', '"double"')
    after = json.loads(reset(content, "page.ipynb"))
    assert sources(json.dumps(after))[1] == STUB and after["cells"][1]["id"] == "double-2"


def test_magics_do_not_hide_a_function(reset):
    assert sources(reset(notebook("%matplotlib inline\ndef double(n):\n    return 7"), "page.ipynb")) == [
        f"%matplotlib inline\n{STUB}"
    ]


# -- the copy, and what is refused ------------------------------------------------------------------------------------


def test_each_page_as_it_was_is_kept_and_taken_for_no_page(assignment, tmp_path):
    path = tmp_path / "page.py"
    for number in (1, 2):
        text = f"def double(numbers):\n    return {number}\n"
        path.write_text(text)
        kept = stubs.reset(path, assignment, "double")
        assert kept.read_text() == text and kept.suffix not in (".py", ".ipynb")
    assert len(list(kept.parent.iterdir())) == 2


def test_nothing_to_do_leaves_nothing_behind(assignment, tmp_path):
    path = tmp_path / "page.py"
    path.write_text(f"{STUB}\n")
    assert stubs.reset(path, assignment, "double") is None
    assert not (tmp_path / ".autograder").exists()


def test_a_link_stays_a_link_and_rights_stay(assignment, tmp_path):
    real = tmp_path / "real.py"
    real.write_text("def double(numbers):\n    return 7\n")
    real.chmod(0o640)
    link = tmp_path / "page.py"
    link.symlink_to(real)
    stubs.reset(link, assignment, "double")
    assert link.is_symlink() and real.read_text() == f"{STUB}\n"
    assert os.stat(real).st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("name", "text"), [("a.ipynb", "{"), ("a.ipynb", "[]"), ("a.py", "x\0y")], ids=["cut short", "no cells", "no text"]
)
def test_a_file_that_is_no_page_is_left_alone(assignment, tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(Unreadable):
        stubs.reset(path, assignment, "double")
    assert path.read_text() == text and not (tmp_path / ".autograder").exists()
