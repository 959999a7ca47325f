"""A student's file, taken apart: what one function needs comes along, the page's story does not.

Most tests run what was picked, as a worker would: being told apart is only right if the function then works.
"""

import json

import pytest

from autograder.content import page, slicing
from autograder.content.slicing import Submission, from_source
from autograder.sandbox.worker_main import StudentNamespace

FUNCTIONS = frozenset({"scale", "train"})
STORY = frozenset({"pictures", "network"})  # names that the assignment's own page makes


def submit(source: str) -> Submission:
    return from_source(source, "alice", FUNCTIONS, STORY, "mnist.py")


def picked(source: str, function: str = "scale") -> str:
    """The statements that a worker would run, one after the other."""
    import ast

    piece = submit(source).find(function)
    texts = []
    for cell in piece.cells:
        body = ast.parse(cell["source"]).body
        texts += [ast.get_source_segment(cell["source"], body[pick]) for pick in cell["picks"]]
    return "\n".join(texts)


def call(source: str, value: object = 3) -> dict:
    """What a worker answers to ``scale(value)``."""
    program = StudentNamespace({"__name__": "__page__"})
    loaded = program.answer({"op": "load", "cells": submit(source).find("scale").cells})
    if loaded["status"] != "returned":
        return loaded
    return program.answer({"op": "call", "function": "scale", "arguments": {"x": value}})


def result(source: str, value: object = 3) -> object:
    reply = call(source, value)
    assert reply["status"] == "returned", f"{reply['type']}: {reply['message']}"
    return reply["value"]


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


# -- the story --------------------------------------------------------------------------------------------------------

PAGE = """
import numpy as np
from autograder import check, datasets

dataset = datasets.load("mnist")
(pictures, labels), _ = dataset

FACTOR = 2

def scale(x):
    return x * FACTOR

check("scale")
scaled = scale(pictures)
network = make()
network.fit(scaled, labels)
if __name__ == "__main__":
    FACTOR = 100
    print(scale(1))
"""


def test_the_story_of_a_page_is_never_run():
    assert picked(PAGE) == "FACTOR = 2\ndef scale(x):\n    return x * FACTOR"


def test_a_long_chain_that_begins_in_the_story_is_story():
    """Thousands of constants, each worked out from the one before: no recursion, and no pass over all for each."""
    chain = "\n".join(f"x{number + 1} = x{number} + 1" for number in range(3000))
    found = submit(f"x0 = model.fit(1)\n{chain}\ndef total(n):\n    return n + x3000\n").find("total")
    assert found.demo_names == {"x3000"} and [len(cell["picks"]) for cell in found.cells] == [1]
    found = submit(f"x0 = 1\n{chain}\ndef total(n):\n    return n + x3000\n").find("total")
    assert not found.demo_names and [len(cell["picks"]) for cell in found.cells] == [3002]


@pytest.mark.parametrize(
    "made",
    [
        "from autograder import datasets\nthing = datasets.load('mnist')",
        "import keras\nthing = keras.datasets.mnist.load_data()",
        "thing = machine.fit(1)",
        "thing = machine.predict(1)",
        "thing = scale(7)",
        "thing = pictures / 255",
        "first = pictures[0]\nthing = first + 1",
        "pictures = 1\nthing = 2 * pictures",
        "if __name__ == '__main__':\n    thing = 1",
        "for thing in pictures:\n    pass",
    ],
    ids=["kit", "keras", "fit", "predict", "exercise", "name", "through another", "own version", "main", "loop"],
)
def test_a_function_that_leans_on_the_story_is_found_out(made):
    source = f"{made}\n\ndef scale(x):\n    return x + thing\n"
    assert submit(source).find("scale").demo_names == {"thing"}
    reply = call(source)
    assert (reply["type"], reply["missing"]) == ("NameError", "thing")


def test_a_name_of_the_story_that_the_page_does_not_make_is_told_as_story_too():
    assert submit("def scale(x):\n    return pictures\n").find("scale").demo_names == {"pictures"}


def test_a_function_of_the_student_may_be_called_like_a_name_of_the_story():
    assert result("def network(x):\n    return x + 1\n\ndef scale(x):\n    return network(x)\n") == 4


def test_a_local_name_that_the_story_uses_too_does_no_harm():
    assert result("def scale(x):\n    pictures = x + 1\n    return pictures\n\npictures = scale(3)\n") == 4


def test_two_constants_that_lean_on_each_other_end():
    assert submit("a = 1\nb = a\na = b\n\ndef scale(x):\n    return a\n").find("scale").demo_names == frozenset()


def test_the_names_of_a_story_are_those_that_no_definition_binds():
    read = page.parse(PAGE.encode(), "mnist.py")
    assert slicing.names_made_by_demo(read) == {"dataset", "pictures", "labels", "_", "FACTOR", "scaled", "network"}


# -- what is told -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("near", "wanted"), [("scalee", "scale"), ("Scale", "scale"), ("trains", "train")])
def test_a_renamed_function_is_suggested(near, wanted):
    said = submit(f"def {near}(x):\n    return x\n").missing(wanted)
    assert said == f"{wanted} is not defined in mnist.py. Found: {near}. Did you rename it?"


def test_a_function_without_a_near_name_is_told_as_missing():
    assert submit("q = 1").missing("scale") == "scale is not defined in mnist.py. Was its cell deleted or renamed?"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("class scale:\n    pass\n", "scale is a class here, but a function is expected: begin it with def scale(…):"),
        (
            "async def scale(x):\n    return x\n",
            "scale begins with async, so a call does not run it. Remove that word: def scale(…):",
        ),
    ],
    ids=["a class", "async"],
)
def test_what_is_no_function_is_told_with_its_line(source, told):
    one = submit(f"q = 1\n{source}")
    assert one.find("scale") is None
    assert one.missing("scale") == f"mnist.py, line 2: {told}"
    assert submit(f"{source}\nscale = lambda x: x\n").find("scale"), "the last one counts"


def test_another_exercise_is_not_suggested():
    """Functions whose names are alike are often two exercises of one page."""
    both = Submission(
        "a", page.parse(b"def plot_image(x): pass", "mnist.py"), "", frozenset({"plot_image", "plot_images"})
    )
    assert "Found" not in both.missing("plot_images")


def test_a_function_in_a_broken_cell_is_told_with_its_error():
    said = submit("# %%\nx = 1\n# %%\ndef scale(x:\n    return\n").missing("scale")
    assert said.startswith("scale could not be read. mnist.py, line 4:")


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


# -- files ------------------------------------------------------------------------------------------------------------


def test_a_notebook_and_a_script_give_the_same_function(tmp_path):
    cells = ["FACTOR = 2", "%matplotlib inline\ndef scale(x):\n    return x * FACTOR"]
    content = {"cells": [{"cell_type": "code", "source": text} for text in cells], "nbformat": 4}
    (tmp_path / "alice.ipynb").write_text(json.dumps(content))
    (tmp_path / "alice.py").write_text("\n".join(cells))
    for name in ("alice.py", "alice.ipynb"):
        read = slicing.read_submission(tmp_path / name, "", FUNCTIONS, STORY)
        program = StudentNamespace({})
        program.answer({"op": "load", "cells": read.find("scale").cells})
        assert program.answer({"op": "call", "function": "scale", "arguments": {"x": 4}})["value"] == 8


def test_a_submission_is_named_after_its_file_unless_told_otherwise(tmp_path):
    (tmp_path / "alice.py").write_text("x = 1")
    assert slicing.read_submission(tmp_path / "alice.py").name == "alice"
    assert slicing.read_submission(tmp_path / "alice.py", "student 7").name == "student 7"


def test_the_same_bytes_have_the_same_fingerprint(tmp_path):
    (tmp_path / "a.py").write_bytes(b"x = 1")
    (tmp_path / "b.py").write_bytes(b"x = 1")
    (tmp_path / "c.py").write_bytes(b"x = 2")
    first, second, third = (slicing.read_submission(tmp_path / name).sha256 for name in ("a.py", "b.py", "c.py"))
    assert first == second != third


# -- when two answers are the same ------------------------------------------------------------------------------------

MEAN = "def total(numbers):\n    return np.mean(numbers)\n"
SAME = {
    "an import that comes twice": f"import numpy as np\n{MEAN}import numpy as np\n",
    "an import below": f"{MEAN}import numpy as np\n",
    "comments and layout": "import numpy as np  # numbers\n\ndef total(numbers):\n    return (np.mean(numbers))\n",
    "an import that nobody needs": f"import os\nimport numpy as np\n{MEAN}",
}
OTHER = {
    "another module by that name": f"import math as np\n{MEAN}",
    "two modules by that name": f"import numpy as np\nimport math as np\n{MEAN}",
    "the same two the other way round": f"import math as np\nimport numpy as np\n{MEAN}",
    "a value by that name": f"import numpy as np\nnp = 3\n{MEAN}",
    "a default that is worked out": "import numpy as np\ndef total(numbers, start=np.zeros(3)):\n    return np.mean(numbers)\n",
    "the same before the import": "def total(numbers, start=np.zeros(3)):\n    return np.mean(numbers)\nimport numpy as np\n",
    "a decorator": f"import numpy as np\n@np.vectorize\n{MEAN}",
    "an annotation": "import numpy as np\ndef total(numbers: np.ndarray):\n    return np.mean(numbers)\n",
    "the same annotation before the import": "def total(numbers: np.ndarray):\n    return np.mean(numbers)\nimport numpy as np\n",
    "a part of it": f"from numpy import ma as np\n{MEAN}",
    "a neighbour's": f"from .numpy import ma as np\n{MEAN}",
    "a module inside": f"import numpy as np\nimport numpy.ma\n{MEAN.replace('np.mean', 'numpy.mean')}",
    "no import": MEAN,
}


def test_what_cannot_matter_makes_no_other_answer():
    hashes = {
        name: submit(text).content_hash("total") for name, text in {"": f"import numpy as np\n{MEAN}", **SAME}.items()
    }
    assert len(set(hashes.values())) == 1, hashes


def test_what_may_matter_makes_another_answer():
    texts = {"": f"import numpy as np\n{MEAN}", **OTHER}
    hashes = {name: submit(text).content_hash("total") for name, text in texts.items()}
    assert len(set(hashes.values())) == len(texts), hashes


def test_a_function_that_is_written_in_a_cell_with_a_syntax_error_is_not_its_stub():
    """A second definition below the untouched one, as people try things out."""
    stub = "# %%\ndef scale(x):\n    raise NotImplementedError\n"
    broken = "# %%\ndef scale(x):\n    return x /\n"
    handed = submit(stub + broken)
    assert handed.find("scale") is None
    assert handed.missing("scale").startswith("scale could not be read. mnist.py, line 6")
    assert submit(stub.replace("raise NotImplementedError", "return x") + broken).find("scale") is not None


# -- what is not where it is looked for -------------------------------------------------------------------------------

SCALE = "def scale(x):\n    return x\n"


def indented(source: str) -> str:
    return "".join(f"    {line}\n" for line in source.splitlines())


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (f"if __name__ == '__main__':\n{indented(SCALE)}", "line 2: scale is inside the block of if __name__"),
        (f"class Answers:\n{indented(SCALE)}", "line 2: scale is inside the class Answers"),
        (f"def answers():\n{indented(SCALE)}", "line 2: scale is inside the function answers"),
        ("# def scale(x):\n#     return x\n", "line 1: there is a # before def scale"),
    ],
    ids=["a main guard", "a class", "a function", "a comment"],
)
def test_a_function_in_another_place_is_told_with_its_line(source, told):
    one = submit(source)
    assert one.find("scale") is None
    assert one.missing("scale").startswith(f"mnist.py, {told}")


def test_a_function_above_a_main_guard_counts():
    assert result(f"{SCALE}if __name__ == '__main__':\n    def scale(x):\n        return 0\n", 3) == 3


def from_notebook(*cells: tuple[str, str]) -> Submission:
    content = {"cells": [{"cell_type": kind, "source": text} for kind, text in cells], "nbformat": 4}
    return slicing.from_bytes(json.dumps(content).encode(), "mnist.ipynb", "alice", FUNCTIONS, STORY)


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_a_function_in_a_text_cell_is_told_with_its_cell(kind):
    one = from_notebook(("code", "x = 1"), (kind, SCALE))
    assert one.missing("scale").startswith(f"scale is in mnist.ipynb, cell 2, which is a {kind.capitalize()} cell")


def test_an_import_is_no_function_that_was_renamed():
    assert "Found" not in submit("from autograder import scales\n").missing("scale")
    assert "Found: scales." in submit("def scales(x):\n    return x\n").missing("scale")


def test_what_is_told_with_a_function_is_told_once():
    one = submit("# %%\nx = 1\n# %%\ndef scale(x:\n    return\n# %%\ny = = 2\n")
    assert [note.partition(":")[0] for note in one.notes(["scale"])] == ["mnist.py, line 7"]


def test_an_answer_above_its_empty_copy_is_told_with_both_places():
    one = from_notebook(("code", SCALE), ("code", "def scale(x):\n    raise NotImplementedError\n"))
    assert one.find("scale").is_stub
    assert one.notes(["scale"]) == (
        "scale is defined twice: written in mnist.ipynb, cell 1, line 1, and empty in mnist.ipynb, cell 2, line 1. "
        "Python uses the last one: delete the empty one.",
    )
    assert one.notes(["train"]) == ()


@pytest.mark.parametrize(
    "source", [f"{SCALE}{SCALE}", SCALE, "def scale(x):\n    raise NotImplementedError\n" + SCALE], ids=str.split
)
def test_other_ways_to_define_it_twice_need_no_note(source):
    assert submit(source).notes(["scale"]) == ()


ODDITIES = {
    "a return at the margin": ("def scale(x):\n    y = x\nreturn y\n", "line 3: 'return' outside function"),
    "a return in a function inside": ("def scale(x):\n    def inner():\n        return x\n", "inner is defined inside scale"),
    "a decimal comma": ("def scale(x):\n    return x / 255,0\n", "line 2: Write a decimal number with a point"),
    "the data once more": ("def scale(x):\n    a = mnist.load_data()\n    return a\n", "line 2: the data is loaded again"),
    "the kit's data once more": ("def scale(x):\n    return datasets.load('mnist')\n", "the data is loaded again here"),
}  # fmt: skip
ORDINARY = {
    "a pair": "def scale(x):\n    return x / 255, x\n",
    "a helper inside": "def scale(x):\n    def inner(y):\n        return y\n    return inner(x)\n",
    "a return that belongs to another": "def scale(x):\n    return x\ndef other():\n    y = 1\nreturn y\n",
    "a file of one's own": "def scale(x):\n    return np.load(x)\n",
}


@pytest.mark.parametrize(("source", "told"), ODDITIES.values(), ids=ODDITIES)
def test_what_stands_out_in_a_wrong_function_is_told(source, told):
    assert told in submit(source).advice("scale")


@pytest.mark.parametrize("source", ORDINARY.values(), ids=ORDINARY)
def test_what_is_ordinary_does_not_stand_out(source):
    assert submit(source).advice("scale") == ""


@pytest.mark.parametrize(
    ("source", "other"),
    [("def perceptron(x):\n    return x\n", True), (SCALE, False), ("# %%\nx = 1\n# %%\ndef scale(x:\n", False),
     ("def scales(x):\n    return x\n", False), ("from helper import scale\n", False)],
    ids=["another course", "one of ours", "one that is broken", "one that was renamed", "one that is imported"],
)  # fmt: skip
def test_a_page_of_another_course_is_recognised(source, other):
    assert submit(source).is_of_another_assignment is other


@pytest.mark.parametrize(
    ("head", "parameters"),
    [("a, b", ("a", "b")), ("a, b=1", ()), ("*a", ()), ("a, /", ()), ("*, a", ()), ("", ())],
)
def test_parameters_are_read_off_where_all_must_be_given(head, parameters):
    assert submit(f"def scale({head}):\n    return 1\n").find("scale").parameters == parameters
