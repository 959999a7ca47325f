"""The audit's part about telling inputs: it finds a wrong right value, and an input that a hidden check passes, too."""

import miniature
import pytest

from autograder.authoring.telling_runs import telling_faults
from autograder.content import assignment_folder

pytestmark = pytest.mark.usefixtures("warm_servers")


def faults(folder, starters, checks):
    assignment = assignment_folder.load(miniature.write(folder, {"checks/test_double.py": checks}))
    alternatives = {"double": [one for one in assignment.alternatives if one.function == "double"]}
    return telling_faults(assignment, starters, ("double", "total"), alternatives)


def test_fair_inputs_have_no_fault(tmp_path, starters):
    assert faults(tmp_path, starters, miniature.DOUBLE_WITH_TELLING_INPUTS) == []


def test_a_wrong_right_value_is_found_with_each_right_answer(tmp_path, starters):
    found = faults(tmp_path, starters, miniature.DOUBLE_WITH_TELLING_INPUTS.replace("number + number for", "number + 1 for"))
    assert found == [
        f"double: a telling input calls {who} wrong: double([0]) gave [0]; expected [1]." for who in ("the reference", "the alternative plus")
    ]


def test_an_input_of_a_hidden_check_is_found(tmp_path, starters):
    literal = '\n\n@pytest.mark.points(0)\ndef test_hidden_one(double):\n    """a hidden one"""\n    expect(double(np.array([0]))).is_close_to([0])\n'
    (found,) = faults(tmp_path, starters, miniature.DOUBLE_WITH_TELLING_INPUTS + literal)
    assert found.startswith("double: the telling input [0] is an input of a hidden check")


def test_inputs_without_right_values_are_found(tmp_path, starters):
    (found,) = faults(tmp_path, starters, miniature.DOUBLE_WITH_TELLING_INPUTS.replace("@few.right\n", ""))
    assert "have no right values" in found
