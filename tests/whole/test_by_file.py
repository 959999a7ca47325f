"""The order in which several processes take the files of tests."""

import itertools
from pathlib import Path

import pytest
from by_file import LONGEST, TOGETHER, place, unit

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("begin", [*LONGEST, *itertools.chain(*TOGETHER)])
def test_whatever_has_a_place_in_it_is_there(begin):
    """A file that was renamed would come last, and everybody would wait for it."""
    assert (ROOT / begin).exists()


def test_the_longest_come_first_and_what_is_not_in_the_list_last():
    files = ["tests/values/test_models.py", "tests/whole/test_names.py", "tests/whole/test_exercises.py", "tests/nbgrader/test_class.py"]
    assert sorted(files, key=place) == files[2:] + files[1::-1]


def test_files_that_share_something_go_to_one_process():
    """Else two processes would load Keras, and for many tests that is most of their time."""
    tests = ["values/test_models.py::test_one", "expectations/test_models.py::test_one", "values/test_training.py::test_one[a::b]"]
    assert len({unit(f"tests/{one}") for one in tests}) == 1
    assert unit("tests/core/test_files.py::test_one[tests/values/]") == "tests/core/test_files.py"
