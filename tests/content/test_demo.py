"""The page's demo is never run, and a function that needs what it makes is found out."""

import miniature
import pytest
from scale_page import call, picked, result, submit

from autograder.cache import dependencies
from autograder.content import assignment_folder, demo, page
from autograder.content import submission as submissions
from autograder.content.assignment import AssignmentBroken
from autograder.core.settings import Settings

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
    assert demo.names_made_by_demo(read) == {"dataset", "pictures", "labels", "_", "FACTOR", "scaled", "network"}


SETTINGS_PAGE = "table = open_table('x.csv')\nLIMIT = table\nshown = draw.show(3)\n\ndef scale(x):\n    return shown, LIMIT\n"


@pytest.mark.parametrize(
    ("calls", "left_out"), [(demo.CALLS, {"shown"}), ({"open_table"}, {"LIMIT"}), ({"open_table", "show"}, {"shown", "LIMIT"}), (set(), set())]
)
def test_which_calls_are_demo_is_a_setting(calls, left_out):
    read = submissions.from_source(SETTINGS_PAGE, "alice", frozenset({"scale"}), demo_calls=frozenset(calls))
    assert read.find("scale").demo_names == left_out


def test_an_assignment_names_the_calls_and_every_way_to_read_a_page_knows_them(tmp_path):
    settings = miniature.SETTINGS.replace("\n[limits]", '\ndemonstrations = ["open_table"]\n\n[limits]')
    one = assignment_folder.load(miniature.write(tmp_path, {"assignment.toml": settings}))
    source = miniature.page(double="return numbers * factor") + "\n\nfactor = open_table()\n"
    path = tmp_path / "ada.py"
    path.write_text(source)
    for read in (one.read(path), one.read_bytes(source.encode(), "ada.py", "ada")):
        assert read.find("double").demo_names == {"factor"}
    assert one.reference.demo_calls == one.with_program(one.mistakes[0]).demo_calls == {"open_table"}
    other = assignment_folder.load(miniature.write(tmp_path / "other"))
    assert other.demo_calls == demo.CALLS
    assert dependencies.exercise_key(one, "double", Settings()) != dependencies.exercise_key(other, "double", Settings())


def test_calls_that_are_no_names_are_refused(tmp_path):
    settings = miniature.SETTINGS.replace("\n[limits]", '\ndemonstrations = "show"\n\n[limits]')
    with pytest.raises(AssignmentBroken, match="demonstrations"):
        assignment_folder.load(miniature.write(tmp_path, {"assignment.toml": settings}))
