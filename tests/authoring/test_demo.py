"""The sample class: a dozen pages of every kind, the same ones each time, for any assignment."""

import re
import sys
from pathlib import Path

import miniature
import pytest

from autograder.authoring import demo
from autograder.content import assignment_folder, page

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module", params=["mnist", "miniature"])
def assignment(request, tmp_path_factory):
    if request.param == "mnist":
        return assignment_folder.load(ROOT / "solutions" / "mnist")
    return assignment_folder.load(miniature.write(tmp_path_factory.mktemp("demo")))


def test_a_dozen_pages_the_same_each_time(assignment, tmp_path):
    first = demo.make_class(assignment, tmp_path / "first")
    second = demo.make_class(assignment, tmp_path / "second")
    assert [path.name for path in first] == [f"{name}.py" for name in demo.STUDENTS]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_every_kind_of_page_is_there(assignment, tmp_path):
    texts = [path.read_text() for path in demo.make_class(assignment, tmp_path)]
    assert assignment.source in texts and assignment.stub in texts
    assert sum("once more" in text for text in texts) >= 8


def test_no_page_needs_a_library_that_the_assignment_does_not(assignment, tmp_path):
    """pandas, say, with which some other right answers are written, is not installed with the kit."""
    known = {"numpy", "matplotlib", "keras", "autograder", *sys.stdlib_module_names}
    pages = demo.make_class(assignment, tmp_path)[:-1]
    imported = {
        name.partition(".")[0]
        for path in pages
        for name in re.findall(r"^(?:import|from) (\S+)", path.read_text(), re.MULTILINE)
    }
    assert imported <= known


def test_all_but_one_can_be_read_whole(assignment, tmp_path):
    errors = [any(cell.error for cell in page.read_page(path).cells) for path in demo.make_class(assignment, tmp_path)]
    assert errors == [False] * 11 + [True]


def test_the_one_that_cannot_be_read_says_where(assignment, tmp_path):
    """It is the last; a slip in it is one function's, and the rest of the page is still there."""
    *_, broken = demo.make_class(assignment, tmp_path)
    (faulty,) = [cell for cell in page.read_page(broken).cells if cell.error]
    assert assignment.exercises[-1].name in str(faulty.source)


def test_no_exercise_is_named(assignment):
    """It works for an assignment that nobody has written yet."""
    words = set(re.findall(r"\w+", Path(demo.__file__).read_text("utf-8")))
    assert assignment.functions & words == set()
