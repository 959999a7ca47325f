"""What a function reads in place of its parameters is said, whatever it returns; a constant or a helper is no fault."""

import ast

import pytest

from autograder.content import submission as submissions
from autograder.content.page_reads import unread_parameters

PAGE = """
import numpy as np

NAMES = ["a", "b"]
SIZES = np.array([1, 2])


def helper(x):
    return x * SIZES[0]


"""
DEMO = "\nimages, labels = load_data()\nbright = images.max()\n"


def reads(function: str, demo: str = DEMO, page: str = PAGE) -> str:
    return submissions.from_source(page + function + demo, "page", frozenset({"scale"}), frozenset({"numbers"})).reads("scale")


TOLD = {
    "by name": "def scale(x):\n    return images / 255",
    "beside its parameter": "def scale(x):\n    return x / images.max()",
    "what is calculated from it": "def scale(x):\n    return x / bright",
    "with a way out": "def scale(x):\n    try:\n        return images\n    except NameError:\n        return None",
    "in a helper": "def other():\n    return images\n\ndef scale(x):\n    return other()",
    "in a function inside": "def scale(x):\n    def inner():\n        return images\n    return inner()",
    "in a lambda": "scale = lambda x: images / 255",
    "of the dict of all names": "def scale(x):\n    return globals()['images'] / 255",
    "with get": "def scale(x):\n    return globals().get('images', x)",
    "as a text that is run": "def scale(x):\n    return eval('images / 255')",
    "as an import": "def scale(x):\n    from __main__ import images\n    return images",
    "of the module": "def scale(x):\n    import sys\n    return getattr(sys.modules['__main__'], 'images')",
    "of the module's own dict": "def scale(x):\n    import __main__ as page\n    return vars(page)['images']",
}


@pytest.mark.parametrize("function", TOLD.values(), ids=TOLD)
def test_a_function_that_asks_for_what_another_cell_makes_is_told(function):
    assert "which another cell of the page makes. A function may use only its arguments: scale(x)." in reads(function)


def test_the_name_that_the_page_of_the_assignment_uses_is_one_of_another_cell_too():
    assert "reads numbers, which another cell of the page makes" in reads("def scale(x):\n    return numbers")


SILENT = {
    "its parameter": "def scale(x):\n    return x / 255",
    "a constant of the page": "def scale(x):\n    return [NAMES[one] for one in x]",
    "a helper that reads a constant": "def scale(x):\n    return helper(x)",
    "a parameter of the same name": "def scale(images):\n    return images / 255",
    "a variable of the same name": "def scale(x):\n    images = x\n    return images / 255",
    "an attribute of its parameter": "def scale(x):\n    return getattr(x, 'images')",
    "what belongs to its parameter": "def scale(x):\n    return vars(x)['images']",
    "a key that it makes": "def scale(x):\n    return eval('{\"images\": x}'), {'images': x}",
    "a name in a text": "def scale(x):\n    print('images')\n    return x",
    "in a function inside": "def scale(x):\n    return (lambda: x)()",
    "added to": "def scale(x):\n    x += 1\n    return x",
    "all its variables": "def scale(x):\n    return locals()['x']",
    "wrapped": "@helper\ndef scale(x):\n    return 3",
    "replaced only sometimes": "def scale(x):\n    if NAMES:\n        x = 3\n    return x",
    "in a text with names": "def scale(x):\n    return f'{x}'",
    "nothing yet": "def scale(x):\n    pass",
    "no function": "scale = 3",
    "in a match": "def scale(x):\n    match x:\n        case _:\n            return 1",
}


@pytest.mark.parametrize("function", SILENT.values(), ids=SILENT)
def test_nothing_is_said_of_a_function_that_reads_what_it_may(function):
    assert reads(function) == ""


def test_a_parameter_that_is_never_read_is_named_with_what_is_read_in_its_place():
    assert reads("def scale(x):\n    return SIZES / 255").endswith(
        "scale never reads its parameter x. It reads SIZES, which the page defines in line 5."
    )
    assert reads("def scale(x, y):\n    x = NAMES\n    return x").endswith(
        "scale never reads its parameters x and y. It reads NAMES, which the page defines in line 4."
    )
    for other in ("3", "np.zeros(3)", "helper(3)"):
        assert reads(f"def scale(x):\n    return {other}", page=PAGE.replace("SIZES[0]", "2")).endswith("line 12: scale never reads its parameter x.")


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("def f(a, b=1, *, c): return c", ["a", "b"]),
        ("def f(a): a = 2; return a", ["a"]),
        ("def f(a): a, b = 1, 2; return a", ["a"]),
        ("def f(a): a: int = 2; return a", ["a"]),
        ("def f(a): a: int; return a", []),
        ("def f(a): a = a + 1; return a", []),
        ("def f(a): a[0] = 1", []),
        ("def f(a): a.b = 1", []),
        ("def f(a): del a", []),
        ("def f(a):\n    for a in range(3): pass\n    return a", []),
        ("def f(a):\n    def g(): return a\n    a = 1\n    return g()", []),
        ("def f(a): return eval('a')", []),
    ],
)
def test_a_parameter_counts_as_unread_only_where_that_is_sure(text, unread):
    (node,) = ast.parse(text).body
    assert unread_parameters(node) == unread
