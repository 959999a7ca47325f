"""The arguments of a check's call, by the names and in the order of the page's parameters."""

import miniature
import pytest

from autograder.content import assignment_folder
from autograder.core.settings import Settings
from autograder.judging.call_arguments import by_name
from autograder.judging.judge import judge_submissions

PARAMETERS = ["a", "b", "c"]


@pytest.mark.parametrize(
    ("values", "named", "given"),
    [
        ((1, 2, 3), {}, {"a": 1, "b": 2, "c": 3}),
        ((), {"c": 3, "b": 2, "a": 1}, {"a": 1, "b": 2, "c": 3}),
        ((1,), {"b": 2}, {"a": 1, "b": 2}),
    ],
)
def test_arguments_are_in_the_order_of_the_parameters(values, named, given):
    found = by_name("f", values, named, PARAMETERS, ("c",))
    assert list(found.items()) == list(given.items())


@pytest.mark.parametrize(
    ("values", "named", "said"),
    [
        ((1,), {}, r"wrong arguments: its parameters are \(a, b, c\)"),
        ((1, 2, 3, 4), {}, "wrong arguments"),
        ((1, 2), {"d": 3}, "wrong arguments"),
        ((1, 2), {"a": 3}, "wrong arguments"),
        ((1,), {"c": 3}, "leaves out b, and passes a later argument of f"),
    ],
)
def test_what_does_not_fit_is_a_fault_of_the_check(values, named, said):
    with pytest.raises(TypeError, match=said):
        by_name("f", values, named, PARAMETERS, ("b", "c") if "c" in named else ("c",))


TIMES = miniature.PAGE.replace("def double(numbers):", "def double(numbers, times=2):").replace("return 2 * numbers", "return times * numbers")
CHECK = miniature.DOUBLE.replace("double(numbers))", "double(times=3, numbers=numbers))").replace("is_close_to(2 * numbers", "is_close_to(3 * numbers")


@pytest.mark.usefixtures("warm_servers")
@pytest.mark.parametrize(
    "code",
    [
        "def double(numbers, times=2):\n    return times * numbers\n",
        "def double(values, factor=2):\n    return factor * values\n",
    ],
    ids=["as the page has it", "other names"],
)
def test_a_check_may_leave_out_what_has_a_default_and_pass_it_by_name(tmp_path, starters, code):
    assignment = assignment_folder.load(miniature.write(tmp_path, {"miniature.py": TIMES, "checks/test_double.py": CHECK}))
    page = assignment.read_bytes(f"import numpy as np\n\n{code}".encode(), "a.py", "ada")
    (judged,) = judge_submissions([page], assignment, Settings(exercises=("double",)), starters)
    wrong = [f"{check.name}: {check.outcome} {check.message}" for check in judged.report.checks if check.outcome != "passed"]
    assert wrong == []
