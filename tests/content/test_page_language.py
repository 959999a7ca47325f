"""In which language a page says that it is."""

import pytest
from page_texts import code, notebook

from autograder.content import page_language
from autograder.content.page import parse


@pytest.mark.parametrize(
    ("text", "language"),
    [("# language: ko\n", "ko"), ("# Ada Lovelace\n#language:pt-BR\nx = 1\n", "pt-BR"), ("x = 1\n", ""),
     ("text = '''\n# language of the page: ko\n'''\n", ""), ("x = 1\n" * 30 + "# language: ko\n", "")],
    ids=["the first line", "below a name", "none", "other words", "far below"],
)  # fmt: skip
def test_a_script(text, language):
    assert page_language.of_script(text) == language
    assert page_language.of_text(text, "mnist.py") == language


@pytest.mark.parametrize(
    ("content", "language"),
    [({"metadata": {"autograder": {"language": "ko"}}}, "ko"), ({"metadata": {"autograder": {"language": "../ko"}}}, ""),
     ({"metadata": {"autograder": "ko"}}, ""), ({"metadata": []}, ""), ([], ""), ({"metadata": {"autograder": {"language": 3}}}, "")],
    ids=["said", "a path", "no table", "no metadata", "a list", "a number"],
)  # fmt: skip
def test_a_notebook_whatever_is_in_it(content, language):
    assert page_language.of_notebook(content) == language


def test_what_is_not_json_has_no_language():
    assert page_language.of_text("# language: ko", "mnist.ipynb") == ""


def test_a_page_that_was_read_knows_its_language():
    assert parse(b"# language: ko\nx = 1\n", "mnist.py").language == "ko"
    text = notebook(code("x = 1")).replace('"metadata": {}', '"metadata": {"autograder": {"language": "ko"}}')
    assert parse(text.encode(), "mnist.ipynb").language == "ko"
    assert parse(notebook(code("x = 1")).encode(), "mnist.ipynb").language == ""


def test_of_a_file(tmp_path):
    page = tmp_path / "page.py"
    assert page_language.of_file(page) == ""
    page.write_bytes(b"# language: ko\nx = '\xff'\n")
    assert page_language.of_file(page) == "ko"
