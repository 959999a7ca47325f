"""What there is to say of a page: why a function is not there, what is defined twice, what is often wrong."""

import pytest
from scale_page import SCALE, from_notebook, submit

from autograder.content import page
from autograder.content.submission import Submission

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


def test_a_function_that_is_written_in_a_cell_with_a_syntax_error_is_not_its_stub():
    """A second definition below the untouched one, as people try things out."""
    stub = "# %%\ndef scale(x):\n    raise NotImplementedError\n"
    broken = "# %%\ndef scale(x):\n    return x /\n"
    handed = submit(stub + broken)
    assert handed.find("scale") is None
    assert handed.missing("scale").startswith("scale could not be read. mnist.py, line 6")
    assert submit(stub.replace("raise NotImplementedError", "return x") + broken).find("scale") is not None


# -- what is not where it is looked for -------------------------------------------------------------------------------

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
    "a decimal comma": ("def scale(x):\n    return x / 255,0\n", "line 2: A comma makes two values. If you mean one"),
    "the data once more": ("def scale(x):\n    a = mnist.load_data()\n    return a\n", "line 2: the data is loaded again"),
    "the kit's data once more": ("def scale(x):\n    return datasets.load('mnist')\n", "the data is loaded again here"),
    "the data in place of arguments": ("def scale(x, most):\n    return mnist.load_data()\n", "scale gets everything it needs as arguments: x, most."),
    "the data without arguments": ("def scale():\n    return mnist.load_data()\n", "scale gets everything it needs as arguments: nothing."),
}  # fmt: skip
ORDINARY = {
    "a pair": "def scale(x):\n    return x / 255, x\n",
    "two whole numbers": "def scale(x):\n    return 6, 0\n",
    "two whole numbers in brackets": "def scale(x):\n    return (6, 0)\n",
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
