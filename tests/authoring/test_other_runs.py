"""What one audit with one seed cannot see."""

import miniature
import pytest
from plain_english import plain_parts

from autograder.authoring.other_runs import public_form_faults, seed_faults
from autograder.content import assignment_folder

pytestmark = pytest.mark.usefixtures("warm_servers")


@pytest.fixture
def made(tmp_path):
    return lambda files=None: assignment_folder.load(miniature.write(tmp_path, files))


LUCKY = miniature.DOUBLE.replace("-rng.uniform(1, 9, 5)", "rng.uniform(1, 9, 1)").replace(
    "is_close_to(2 * numbers, hidden=True)", "is_close_to(2 * numbers + (seed % 2), hidden=True)"
).replace("test_hidden_numbers(double, rng)", "test_hidden_numbers(double, rng, seed)")  # fmt: skip


def test_a_check_that_depends_on_the_seed_is_named(made, starters):
    assert seed_faults(made(), starters, ("double",), "digits", 2) == []
    (found,) = seed_faults(made({"checks/test_double.py": LUCKY}), starters, ("double",), "digits", 4)
    assert found.startswith("double: the reference fails test_hidden_numbers with 2 of 4 seeds, the first is 1: ")
    assert plain_parts(found) == []


def test_the_form_for_students_is_tried_too(made, starters):
    assert public_form_faults(made(), starters, "digits") == []
    beside = miniature.DOUBLE.replace("    expect(double(np.arange", '    assert (Path(__file__).parents[1] / "mistakes").is_dir()\n    expect(double(np.arange')
    files = {"checks/test_double.py": beside.replace("import numpy", "from pathlib import Path\n\nimport numpy")}
    (found,) = public_form_faults(made(files), starters, "digits")
    assert found.startswith("double: in the form for students, the reference fails test_the_argument (failed): ")
    assert plain_parts(found) == []
