"""A student's file, taken apart: what one function needs comes along.

Most tests run what was picked, as a worker would: being told apart is only right if the function then works.
"""

import pytest
from scale_page import SCALE, call, picked, result, submit

# -- which definition -------------------------------------------------------------------------------------------------


def test_the_last_definition_wins():
    assert result("def scale(x):\n    return 1\n\ndef scale(x):\n    return 2\n") == 2


def test_an_earlier_version_does_not_come_along():
    assert picked("def scale(x):\n    return 1\n\ndef scale(x):\n    return 2\n") == "def scale(x):\n    return 2"


@pytest.mark.parametrize(
    "definition",
    [
        "scale = lambda x: x * 2",
        "def twice(x):\n    return x * 2\nscale = twice",
        "from functools import partial\nfrom operator import mul\nscale = partial(mul, 2)",
        "class Scaler:\n    def __call__(self, x):\n        return x * 2\nscale = Scaler()",
        "def loud(function):\n    return lambda x: function(x)\n@loud\ndef scale(x):\n    return x * 2",
        "def maker(factor):\n    def inner(x):\n        return x * factor\n    return inner\nscale = maker(2)",
        "class scale:\n    def __new__(cls, x):\n        return x * 2",
        "if True:\n    def scale(x):\n        return x * 2",
        "def scale(x):\n    def helper(y):\n        return y * 2\n    return helper(x)",
        "def scale(x):\n    return x if x == 0 else 2 + scale(x - 1)",
    ],
    ids=["lambda", "alias", "partial", "object", "decorator", "closure", "class", "in a block", "inner", "recursive"],
)
def test_a_function_may_be_written_in_many_ways(definition):
    assert result(definition, 3) == 6


def test_a_function_may_be_wrapped_under_its_own_name():
    assert result("def scale(x):\n    return x * 2\n\nscale = (lambda inner: lambda x: inner(x))(scale)\n") == 6


def test_an_earlier_version_comes_along_where_another_name_keeps_it():
    assert result("def scale(x):\n    return x * 2\n\nold = scale\n\ndef scale(x):\n    return old(x) + 1\n") == 7


def test_an_earlier_version_stays_behind_where_a_helper_calls_the_last_one():
    source = "def scale(x):\n    return 1\n\ndef down(x):\n    return scale(x - 1)\n\ndef scale(x):\n    return x and down(x)"
    assert "return 1" not in picked(source)


def test_a_function_that_is_not_there_is_none():
    assert submit("x = 1").find("scale") is None


# -- what comes along -------------------------------------------------------------------------------------------------


def test_helpers_and_constants_come_along():
    source = "LIMIT = 10\n\ndef clip(x):\n    return min(x, LIMIT)\n\ndef scale(x):\n    return clip(x) * 2\n"
    assert result(source, 99) == 20


def test_helpers_may_stand_below_the_function():
    assert result("def scale(x):\n    return helper(x)\n\ndef helper(x):\n    return OFFSET + x\n\nOFFSET = 4\n") == 7


def test_of_two_versions_of_a_helper_the_last_one_counts():
    source = "def helper():\n    return 1\n\ndef scale(x):\n    return helper()\n\ndef helper():\n    return 2\n"
    assert result(source) == 2


def test_a_constant_that_is_worked_out_brings_what_it_needs():
    assert result("import math\nSIDE = 28\nSIZE = math.prod((SIDE, SIDE))\n\ndef scale(x):\n    return SIZE\n") == 784


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ("TABLE = {}\nTABLE['a'] = 1", {"a": 1}),
        ("TABLE = []\nTABLE.append(3)", [3]),
        ("TABLE = {}\nfor k in range(3):\n    TABLE[k] = k * k", {0: 0, 1: 1, 2: 4}),
        ("TABLE = 1\nTABLE += 4", 5),
        ("TABLE, OTHER = 1, 2", 1),
        ("with open(__import__('os').devnull) as TABLE:\n    TABLE = TABLE.read()", ""),
    ],
    ids=["an item", "append", "a loop", "adding", "a pair", "with"],
)
def test_a_constant_comes_along_with_its_changes(statements, expected):
    assert result(f"{statements}\n\ndef scale(x):\n    return TABLE\n") == expected


def test_a_global_name_that_is_only_changed_comes_along():
    assert result("CALLS = 0\n\ndef scale(x):\n    global CALLS\n    CALLS += 1\n    return x\n") == 3


def test_a_name_that_a_class_reads_before_it_gives_it_a_value_comes_along():
    assert result("side = 28\n\nclass Size:\n    side = side\n\ndef scale(x):\n    return Size.side\n") == 28


def test_another_exercise_that_a_function_calls_comes_along():
    assert result("def train(x):\n    return x + 1\n\ndef scale(x):\n    return train(x) * 2\n") == 8


def test_what_a_decorator_a_default_and_an_annotation_need_comes_along():
    source = "KIND = int\nSTEP = 5\ndef same(f):\n    return f\n\n@same\ndef scale(x: KIND, step=STEP) -> KIND:\n    return x + step\n"
    assert result(source) == 8


def test_what_is_not_needed_stays_behind():
    source = "import os\nOTHER = 1\n\ndef other():\n    return OTHER\n\nprint('hello')\n\ndef scale(x):\n    return x\n"
    assert picked(source) == "def scale(x):\n    return x"


@pytest.mark.parametrize(
    "function",
    [
        "def scale(image):\n    return image",
        "def scale(x):\n    image = x\n    return image",
        "def scale(x):\n    return [image for image in [x]][0]",
        "scale = lambda image: image",
        "TABLE = [image for image in range(4)]\n\ndef scale(x):\n    return TABLE[x]",
    ],
    ids=["a parameter", "a local name", "a name in a comprehension", "of a lambda", "of a constant"],
)
def test_a_scratch_cell_that_uses_a_local_name_stays_behind(function):
    """A student tries a picture of their own; the file is not there when the page is judged."""
    assert result(f"image = open('my_digit.png').read()\n\n{function}\n") == 3


# -- imports ----------------------------------------------------------------------------------------------------------


def test_a_numpy_function_does_not_bring_keras():
    piece = submit("import keras\nimport numpy as np\n\ndef scale(x):\n    return np.abs(x)\n").find("scale")
    assert piece.imports == {"numpy"}


@pytest.mark.parametrize(
    "line", ["import tensorflow.keras as tf", "from tensorflow import keras as tf", "import tensorflow as tf"]
)
def test_an_import_is_known_by_its_package(line):
    assert submit(f"{line}\n\ndef scale(x):\n    return tf\n").find("scale").imports == {"tensorflow"}


def test_an_import_inside_a_function_counts():
    assert submit("def scale(x):\n    import keras\n    return keras\n").find("scale").imports == {"keras"}


def test_an_import_that_is_tried_comes_along():
    source = "try:\n    import nothing_by_this_name as maths\nexcept ImportError:\n    import math as maths\n\ndef scale(x):\n    return maths.sqrt(x)\n"
    assert result(source, 4) == 2.0


def test_calls_on_a_module_are_no_definition():
    """``plt.title("…")`` changes nothing that a function needs, and a page is full of it."""
    assert "seed" not in picked("import random\nrandom.seed(1)\n\ndef scale(x):\n    return random.random()\n")


def test_a_setting_of_a_module_comes_along():
    assert "maxdepth" in picked(
        "import reprlib\nreprlib.aRepr.maxdepth = 3\n\ndef scale(x):\n    return reprlib.repr(x)\n"
    )


def test_a_star_import_comes_along_where_a_name_is_left():
    assert result("from math import *\n\ndef scale(x):\n    return sqrt(x)\n", 4) == 2.0


def test_a_star_import_stays_behind_where_nothing_is_left():
    assert submit("from keras import *\n\ndef scale(x):\n    return abs(x)\n").find("scale").imports == frozenset()


def test_a_future_import_always_comes_along():
    source = "from __future__ import annotations\n\ndef scale(x: NoSuchType) -> AnotherOne:\n    return x\n"
    assert result(source) == 3


# -- what Python reads and does not run --------------------------------------------------------------------------------

ODD = {
    "a parameter twice": "def odd(x, x):\n    return x\n",
    "a global parameter": "def odd(x):\n    global x\n",
    "no outer name": "def odd():\n    nonlocal x\n",
    "a long sum": f"def odd():\n    return {'1 + ' * 600}1\n",
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_an_odd_function_costs_no_other_one(odd):
    """An exception here would stop the judge for the whole page."""
    assert result(f"{odd}\ndef scale(x):\n    return x * 2\n") == 6


def test_a_function_that_python_does_not_run_is_the_worker_s_to_tell():
    assert call("def scale(x, x):\n    return x\n")["type"] == "SyntaxError"


def test_an_odd_backslash_is_no_warning_for_the_judge():
    assert submit("def scale(x):\n    return '\\d'\n").find("scale").line == 1


# -- pages with errors, and places -------------------------------------------------------------------------------------


def test_a_broken_cell_costs_no_other_function():
    source = "# %%\nimport math\n# %%\ndef train(:\n# %%\ndef scale(x):\n    return math.sqrt(x)\n"
    assert result(source, 4) == 2.0
    assert submit(source).find("train") is None


def test_a_working_version_counts_where_a_later_one_is_broken():
    assert result("# %%\ndef scale(x):\n    return 1\n# %%\ndef scale(x:\n    return 2\n") == 1


def test_the_line_is_that_of_the_file():
    piece = submit("# %% one\nbroken(:\n\n# %% two\n\ndef scale(x):\n    return x\n").find("scale")
    assert (piece.line, piece.label) == (6, "mnist.py")


def test_a_traceback_keeps_the_line_of_the_file():
    reply = call("import math\n\n\ndef scale(x):\n    y = 1\n    return y / 0\n")
    assert reply["places"][-1][:2] == ("mnist.py", 6)


@pytest.mark.parametrize(("body", "stub"), [("raise NotImplementedError", True), ("return x", False)])
def test_a_stub_is_recognised(body, stub):
    assert submit(f"def scale(x):\n    {body}\n").find("scale").is_stub is stub


def test_a_function_above_a_main_guard_counts():
    assert result(f"{SCALE}if __name__ == '__main__':\n    def scale(x):\n        return 0\n", 3) == 3


@pytest.mark.parametrize(
    ("head", "parameters"),
    [("a, b", ("a", "b")), ("a, b=1", ()), ("*a", ()), ("a, /", ()), ("*, a", ()), ("", ())],
)
def test_parameters_are_read_off_where_all_must_be_given(head, parameters):
    assert submit(f"def scale({head}):\n    return 1\n").find("scale").parameters == parameters
