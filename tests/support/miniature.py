"""A whole assignment in miniature: two functions, checks, mistakes, alternatives. The engine knows no exercise, so the
tests of the engine need no MNIST either."""

import re
from pathlib import Path

SETTINGS = """
format = 1
title = "Counting: a first program"
data = "digits"

[limits]
call = 2
load = 10
memory = 1024

[budgets.quick]
images = 600
epochs = 2
batch_size = 32
threshold = 0.9

[exercises.double]
libraries = ["numpy"]
hints = ["What is twice one?"]

[exercises.total]
libraries = ["numpy"]
hints = ["Start from nothing."]
"""

PAGE = '''# %% [markdown]
# # Counting

# %% setup
import numpy as np

from autograder import check

numbers = np.arange(3)

# %% [markdown]
# ## 1. Twice as much

# %% double
def double(numbers):
    """Twice as much.

    Args:
        numbers: array of numbers.

    Returns:
        An array of the same shape.
    """
    ### BEGIN SOLUTION
    return 2 * numbers
    ### END SOLUTION

# %% double_check
check("double")

# %% [markdown]
# ## 2. The sum

# %% total
def total(numbers):
    """The sum of all numbers.

    Args:
        numbers: array of numbers.

    Returns:
        One number.
    """
    ### BEGIN SOLUTION
    return numbers.sum()
    ### END SOLUTION

# %% total_check
check("total")
'''

DOUBLE = '''"""double(numbers): twice as much"""

import numpy as np
import pytest

from autograder import expect


@pytest.mark.points(20)
@pytest.mark.public
def test_each_number(double):
    """each number becomes twice as large"""
    expect(double(np.array([1.0, 2.0]))).is_close_to([2.0, 4.0], hidden=False)


@pytest.mark.points(10)
@pytest.mark.public
@pytest.mark.after("test_each_number")
def test_the_argument(double):
    """the argument is left alone"""
    expect(double(np.arange(4.0))).leaves_its_arguments_alone()


@pytest.mark.points(20)
def test_hidden_numbers(double, rng):
    """numbers below zero are doubled too"""
    numbers = -rng.uniform(1, 9, 5)
    expect(double(numbers)).is_close_to(2 * numbers, hidden=True)
'''

TOTAL = '''"""total(numbers): the sum of all numbers"""

import numpy as np
import pytest

from autograder import expect


@pytest.mark.points(30)
@pytest.mark.public
def test_a_few(total):
    """1, 2 and 4 make 7"""
    expect(total(np.array([1.0, 2.0, 4.0]))).is_close_to(7, hidden=False)


@pytest.mark.points(20)
@pytest.mark.parametrize("count", [0, 9])
def test_any_number_of_them(total, rng, count):
    """none make 0, and many make their sum"""
    numbers = rng.integers(1, 9, count)
    expect(total(numbers)).is_close_to(numbers.sum() + 0.0, hidden=True)
'''.replace("points(20)", "points(10)")

TELLING = """
@telling_inputs(lambda answer, expected: expect(answer).is_close_to(expected))
def few(draw):
    return (np.array(draw.several(1, 6, lambda draw: draw.whole(0, 20))),)


@few.right
def slowly(numbers):
    return [number + number for number in numbers.tolist()]


@pytest.mark.points(20)"""
DOUBLE_WITH_TELLING_INPUTS = DOUBLE.replace("import expect\n", "import expect, telling_inputs\n").replace(
    "\n@pytest.mark.points(20)", TELLING, 1
)

FILES = {
    "assignment.toml": SETTINGS,
    "miniature.py": PAGE,
    "README.md": "# Counting\n",
    "checks/test_double.py": DOUBLE,
    "checks/test_total.py": TOTAL,
    "mistakes/double__adds_two.py": '"""You added two."""\n\n\ndef double(numbers):\n    return numbers + 2\n',
    "mistakes/double__changes_its_argument.py": (
        '"""You changed the array that you were handed."""\n\n\n'
        "def double(numbers):\n    numbers *= 2\n    return numbers\n"
    ),
    "mistakes/double__forgets_the_sign.py": (
        '"""You lost the sign."""\n\n\ndef double(numbers):\n    return abs(2 * numbers)\n'
    ),
    "mistakes/total__takes_the_last.py": '"""You gave the last one."""\n\n\ndef total(numbers):\n    return numbers[-1]\n',
    "mistakes/total__starts_from_one.py": (
        '"""You began with 1."""\n\n\ndef total(numbers):\n    return 1 + numbers.sum()\n'
    ),
    "alternatives/double__plus.py": '"""numbers + numbers"""\n\n\ndef double(numbers):\n    return numbers + numbers\n',
    "alternatives/total__loop.py": (
        '"""A loop."""\n\n\ndef total(numbers):\n    found = 0\n    for number in numbers:\n        found += number\n    return found\n'
    ),
}


def write(folder: Path, files: dict[str, str | None] | None = None) -> Path:
    """Writes the assignment ``miniature`` into ``folder/solutions``.

    Args:
        files: further or other files, name -> text; None leaves one out.

    Returns:
        The assignment's folder.
    """
    return written(folder / "solutions" / "miniature", FILES, files)


def written(target: Path, ordinary: dict[str, str], files: dict[str, str | None] | None) -> Path:
    """Writes the ordinary files of an assignment into a folder, with further or other ones. Returns the folder."""
    for name, text in {**ordinary, **(files or {})}.items():
        if text is not None:
            path = target / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    return target


def page(**functions: str) -> str:
    """A student's page: the reference, with the bodies of some functions replaced.

    Example:
        page(double="return numbers + 2")
    """
    bodies = {"double": "return 2 * numbers", "total": "return numbers.sum()", **functions}
    parts = ["import numpy as np\n"]
    for name, body in bodies.items():
        lines = "\n".join(f"    {line}" for line in body.splitlines())
        parts.append(f"def {name}(numbers):\n{lines}\n")
    return "\n\n".join(parts)


def hidden_lines() -> list[str]:
    """Every line of every hidden check that does not also stand in a public one or in the page."""
    public, hidden = set(), set()
    for source in (DOUBLE, TOTAL):
        for part in re.split(r"\n\n\n", source):
            lines = {line.strip() for line in part.splitlines() if len(line.strip()) > 8}
            if "def test_" in part and "pytest.mark.public" not in part:
                hidden |= lines
            else:
                public |= lines
    return sorted(hidden - public)


def timeless(report: dict) -> dict:
    """A report's dictionary without the times it took, and the hash of all of it: they are never twice the same."""
    return {key: value for key, value in report.items() if not key.endswith("seconds") and key != "written"}


def files(root: Path, **contents: str) -> Path:
    """Writes files, named like ``ada__miniature_py`` for ``ada/miniature.py``; returns the folder."""
    for name, text in contents.items():
        path = root / name.replace("__", "/").replace("_py", ".py").replace("_ipynb", ".ipynb")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root
