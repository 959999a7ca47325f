"""The audit's part about telling inputs: it finds a wrong right value, and an input that a hidden check passes, too."""

import miniature
import pytest
from plain_english import plain_parts

from autograder.authoring.telling_runs import telling_faults
from autograder.content import assignment_folder

pytestmark = pytest.mark.usefixtures("warm_servers")


def faults(folder, starters, checks):
    assignment = assignment_folder.load(miniature.write(folder, {"checks/test_double.py": checks}))
    alternatives = {"double": [one for one in assignment.alternatives if one.function == "double"]}
    found = telling_faults(assignment, starters, ("double", "total"), alternatives)
    assert [plain_parts(one) for one in found] == [[]] * len(found), "a translator gets all of it"
    return found


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


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[number + number for", "[number + nubmer for", "its telling inputs cannot be made: NameError: name 'nubmer' is not defined (test_double.py, line 16)"),
        ("draw.whole(0, 20))),)", "draw.whole(0, 20))), 3)", "its telling inputs cannot be made: TypeError: slowly() takes 1 positional argument but 2 were given"),
        ("return (np.array(draw.several(1, 6, lambda draw: draw.whole(0, 20))),)", "return 3", "its telling inputs cannot be made: TypeError: "),
        ("def slowly(numbers):\n    return [number + number for number in numbers.tolist()]", "def slowly(*numbers):\n    return 3", ""),
    ],
)
def test_a_slip_in_telling_inputs_is_a_sentence(tmp_path, starters, old, new, said):
    text = miniature.DOUBLE_WITH_TELLING_INPUTS.replace(old, new)
    assert text != miniature.DOUBLE_WITH_TELLING_INPUTS
    if not said:
        text, said = text.replace("draw.whole(0, 20))),)", "draw.whole(0, 20))), 3)"), "a telling input has 2 arguments, and double(numbers) takes 1."
    (found,) = faults(tmp_path, starters, text)
    assert found.startswith(f"double: {said}")
