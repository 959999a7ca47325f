"""The audit's demonstrations: a page's own cells run with other right answers, on a little of the data."""

from types import SimpleNamespace

import miniature
import numpy as np
import pytest

from autograder.content import assignment_folder
from autograder.judging import page_demonstrations
from autograder.judging.page_demonstrations import demonstration, demonstration_problem

pytestmark = pytest.mark.usefixtures("warm_servers")

IMAGES = """
# %% data
(train_images, train_labels), (test_images, test_labels) = datasets.load("digits")
few = train_images[:10]

# %% demo
doubled = double(few.astype(float))
assert doubled.shape == (10, 28, 28)
assert test_labels.shape == (len(test_images),)
"""
WHOLE = """
# %% data
dataset = datasets.load("digits")

# %% demo
(train_images, train_labels), (test_images, test_labels) = dataset
assert double(train_images[:3].astype(float)).shape == (3, 28, 28)
assert test_labels.shape == (len(test_images),)
"""
TABLE = """
# %% data
path = datasets.file("bank")
lines = path.read_text().splitlines()

# %% demo
assert double(np.arange(len(lines))).shape == (4522,)
"""
NOTHING = """
# %% demo
assert double(numbers).shape == (3,)
"""


def written(tmp_path, cells: str, data: str = "digits"):
    files = {
        "assignment.toml": miniature.SETTINGS.replace('data = "digits"', f'data = "{data}"' if data else "").replace(
            "threshold = 0.9\n", ""
        ),
        "miniature.py": miniature.PAGE.replace("import check", "import check, datasets") + cells,
    }
    return assignment_folder.load(miniature.write(tmp_path, files))


def problem(assignment, starters) -> str:
    (plus,) = (one for one in assignment.alternatives if one.function == "double")
    return demonstration_problem(plus, assignment, starters)


@pytest.mark.parametrize("cells", [IMAGES, WHOLE], ids=["taken apart at once", "taken apart later"])
def test_a_page_may_take_its_images_apart_in_any_way(tmp_path, starters, cells):
    assert problem(written(tmp_path, cells), starters) == ""


def test_a_page_reads_its_table_from_a_file(tmp_path, starters):
    assert problem(written(tmp_path, TABLE, "bank_marketing"), starters) == ""


def test_a_page_without_data_runs_too(tmp_path, starters):
    assert problem(written(tmp_path, NOTHING, ""), starters) == ""


def test_what_goes_wrong_is_told_with_its_line(tmp_path, starters):
    said = problem(written(tmp_path, WHOLE.replace("(3, 28, 28)", "(4, 28, 28)")), starters)
    assert said.startswith("AssertionError") and "(4, 28, 28)" in said


def test_what_a_function_does_not_need_is_left_out(tmp_path):
    assert "test_labels" in demonstration(written(tmp_path, IMAGES), "double").source
    assert "demonstration_data" not in demonstration(written(tmp_path, IMAGES), "total").source.partition("\n")[2]


@pytest.mark.parametrize(
    ("imports", "expected"),
    [(set(), ("numpy",)), ({"pandas"}, ("numpy", "pandas.api")), ({"keras"}, ("keras", "numpy", "pandas")), ({"json"}, ("numpy",))],
    ids=["nothing", "a part of one", "another", "none of them"],
)
def test_a_demonstration_gets_the_fewest_libraries_that_have_what_it_imports(imports, expected):
    whole = SimpleNamespace(find=lambda _name: SimpleNamespace(imports=frozenset(imports)))
    assignment = SimpleNamespace(libraries=lambda: [("keras", "numpy", "pandas"), ("numpy",), ("numpy", "pandas.api")])
    assert page_demonstrations._libraries(whole, assignment) == expected


@pytest.mark.parametrize(
    ("given", "expected", "is_same"),
    [
        (np.array([[1.0, 2.0]]), [[1, 2]], True),
        ((1, 2), [1, 2], True),
        ([1, 2], [1, 2, 3], False),
        ([1, 2], 1, False),
        (0.1 + 0.2, 0.3, True),
        (2, 2.1, False),
        ("a", "a", True),
        ("a", "b", False),
        (True, 1, False),
        (None, None, True),
    ],
)
def test_an_example_gives_what_is_below_it_whatever_type_its_numbers_have(given, expected, is_same):
    assert page_demonstrations._same(given, expected) is is_same


@pytest.mark.parametrize(("text", "value"), [("[1, 2]\n", [1, 2]), (" 'a'", "a"), ("array([1, 2])", None), ("1 +", None)])
def test_what_is_below_an_example_is_read_as_a_value(text, value):
    assert page_demonstrations._literal(text) == value
