"""A program without names: nothing of the student is left in it, and it does what it did."""

import ast

import miniature
import numpy as np
import pytest

from autograder.content import assignment_folder
from autograder.content import nameless as nameless_module
from autograder.content.nameless import PageWords, nameless, parts_of_names

PRIVATE = parts_of_names(["Quentin Quast_4711_assignsubmission_file", "max", "ann"])


@pytest.fixture(scope="module")
def assignment(tmp_path_factory):
    return assignment_folder.load(miniature.write(tmp_path_factory.mktemp("nameless")))


@pytest.fixture
def made(assignment):
    """``made(source)``: the program for ``double``."""

    def program(source):
        page = assignment.read_bytes(source.encode(), "page.py", "quentin")
        return nameless(page, PageWords.of(assignment, "double"), PRIVATE)

    return program


def names_in(source):
    tree = ast.parse(source)
    found = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} | {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    return found | {node.name for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.ExceptHandler)) and node.name}


def test_what_a_student_called_something_is_left_out(made):
    text = made('''
import numpy as np
import math as quentins_math
QUENTINS = 2

def quentins_helper(quentins_argument, *quentins_rest, **quentins_more):
    """By Quentin."""
    try:
        return quentins_argument * QUENTINS
    except TypeError as quentins_error:
        raise ValueError("Quentin Quast says no") from quentins_error

def double(numbers):
    # Quentin
    "Quentin's"
    global QUENTINS
    quentins = [quentins_one for quentins_one in numbers]
    match quentins:
        case [quentins_first, *quentins_others]:
            pass
        case {"a": 1, **quentins_rest_of_it}:
            pass
    if (quentins_walrus := quentins_math.sqrt(4)):
        pass
    return quentins_helper(quentins_argument=np.asarray(quentins)) if (lambda quentins_x: quentins_x)(1) else 0
''')
    assert "uentin" not in text and "uast" not in text and "By" not in text
    assert {"np", "numbers", "double", "CONSTANT", "helper"} <= names_in(text)
    names: dict = {}
    exec(text, names)
    assert list(names["double"]([1, 2])) == [2, 4]


def test_names_of_one_kind_are_numbered_without_a_gap():
    taken = set()
    for _ in range(4):
        taken.add(nameless_module._free("value", taken))
    assert taken == {"value", "value_2", "value_3", "value_4"}


def test_a_name_inside_a_text_or_an_attribute_is_left_out_and_a_word_that_holds_it_is_not(made):
    text = made('''
class Work:
    quentins_total = 0
    quentin_2 = 1
    maxim = 5

    def ann_adds(self, more, quentin_x=3):
        self.ann = more + self.quentin_2 + self.maxim + quentin_x
        return self.ann

def double(numbers):
    print("Max, Ann and the maximum of Quentin_2", numbers)
    return max(numbers) + Work().ann_adds(1, quentin_x=4) + numbers.max()
''')
    assert "name, name and the maximum of name_2" in text
    assert "max(numbers)" in text and "numbers.max()" in text and "self.maxim" in text
    names: dict = {"print": lambda *_texts: None}
    exec(text, names)
    assert names["double"](np.array([1, 2])) == 2 + 11 + 2
    words = parts_of_names([text])
    assert not words & {"ann", "quentin", "quast"}


def test_a_keyword_keeps_the_name_that_a_library_knows(made):
    text = made("import numpy as np\ndef double(numbers):\n    axis = 0\n    return np.sum(numbers, axis=axis) + dict(size=axis)['size']\n")
    assert "axis=axis" in text and "dict(size=axis)" in text


def test_a_keyword_of_a_function_of_the_page_follows_its_parameter(made):
    text = made("def twice(thing=1):\n    return 2 * thing\ndef double(numbers):\n    return twice(thing=numbers)\n")
    names: dict = {}
    exec(text, names)
    assert names["double"](4) == 8 and "thing" not in text


def test_functions_of_other_exercises_are_the_assignments(made):
    text = made("def total(numbers):\n    return 0\ndef double(numbers):\n    return total(numbers) + total(numbers)\n")
    assert "def total" not in text and "total(numbers)" in text


def test_two_programs_that_differ_in_names_and_layout_become_one(made):
    one = made("def double(numbers):\n    a = numbers\n\n    return a + 2  # two\n")
    other = made('def double(numbers):\n    """Mine."""\n    my_own = numbers\n    return (my_own + 2)\n')
    assert one == other == "def double(numbers):\n    value = numbers\n    return value + 2\n"


def test_a_print_of_a_fixed_text_is_a_comment_and_one_of_a_value_is_not(made):
    text = made("def double(numbers):\n    print('Hello', 3)\n    print()\n    for number in numbers:\n        print('-')\n    print(numbers)\n")
    assert text == "def double(numbers):\n    for value in numbers:\n        pass\n    print(numbers)\n"


def test_a_page_without_the_function_has_no_program(made):
    assert made("x = 1\n") is None
    assert made("x = 1\n# %%\ndef double(:\n") is None


def test_a_function_that_only_has_a_docstring_still_has_a_body(made):
    assert made('def double(numbers):\n    """Nothing."""\n') == "def double(numbers):\n    pass\n"


@pytest.mark.parametrize(
    "source",
    ["double = lambda things: things * 2\n", "import functools\ndef mine(k, numbers):\n    return k * numbers\ndouble = functools.partial(mine, 2)\n",
     "class Scaler:\n    def run(self, numbers):\n        return 2 * numbers\ndouble = Scaler().run\n"],
    ids=["lambda", "partial", "method"],
)  # fmt: skip
def test_whatever_defines_the_function_still_does(made, source):
    names: dict = {}
    exec(made(source), names)
    assert names["double"](3) == 6


@pytest.mark.parametrize("source", ["TABLE = [" + "0, " * 30_000 + "]\ndef double(numbers):\n    return TABLE\n", "def double(numbers):\n    return " + "-" * 900 + "1\n"], ids=["large", "deep"])
def test_what_is_too_large_has_no_program_and_ends_soon(made, source):
    assert made(source) is None or len(made(source)) < 3000
