"""Which of a student's pages counts, where some of them cannot be read."""

import miniature
import pytest

from autograder.content import assignment_folder
from autograder.content.page_choice import Choice, choose

BEGUN, STUB = miniature.page(), miniature.page(double="raise NotImplementedError", total="raise NotImplementedError")


@pytest.fixture(scope="module")
def assignment(tmp_path_factory):
    return assignment_folder.load(miniature.write(tmp_path_factory.mktemp("choice")))


@pytest.mark.parametrize(
    ("pages", "counts", "worked"),
    [
        ({"a.py": None, "b.py": STUB}, "a.py", []),
        ({"a.py": None, "b.py": BEGUN}, "b.py", ["a.py"]),
        ({"a.py": "def f(", "b.py": STUB}, "a.py", []),
        ({"a.py": "def f(", "b.py": BEGUN}, "b.py", ["a.py"]),
        ({"a.py": " \n", "b.py": BEGUN}, "b.py", []),
        ({"a.py": None, "b.py": None, "c.py": BEGUN}, "c.py", ["a.py", "b.py"]),
    ],
    ids=["gone, and untouched", "gone, and begun", "broken, and untouched", "broken, and begun", "blank", "two that are gone"],
)
def test_a_page_that_cannot_be_read_goes_before_an_untouched_one(tmp_path, assignment, pages, counts, worked):
    for name, text in pages.items():
        if text is not None:
            (tmp_path / name).write_text(text)
    found = choose([tmp_path / name for name in pages], assignment)
    assert (found.page.name, sorted(path.name for path in found.worked)) == (counts, worked)
    assert len(found.others) == len(pages) - 1 - len(worked)


def test_a_single_page_is_not_even_read(tmp_path, assignment):
    assert choose([tmp_path / "gone.py"], assignment) == Choice(tmp_path / "gone.py")
