"""What most likely does nothing is left out; what may matter to Python stays."""

import pytest

from autograder.authoring.reduced_answers import reduced
from autograder.content.nameless import PageWords

KNOWN = PageWords("f", frozenset("x"), frozenset({"f"}), frozenset(), frozenset({"gray"}))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f(x: int) -> int:\n    y: int = x\n    return y\n", "def f(x):\n    value = x\n    return value\n"),
        ("def f(x):\n    y = 'a'\n    z = g(x)\n    f = 2\n    return x\n", "def f(x):\n    value = g(x)\n    f = 2\n    return x\n"),
        ("def f(x):\n    print(x)\n    return x\n", "def f(x):\n    return x\n"),
        ("def f(x):\n    for y in x:\n        print(y)\n", "def f(x):\n    for value in x:\n        pass\n"),
        ("def f(x):\n    return show(x, 'gray', 'My own')\n", "def f(x):\n    return show(x, 'gray', 'text')\n"),
        ("def f(x):\n    return f'{x:.2f} mine'\n", "def f(x):\n    return f'{x:.2f}text'\n"),
        ("import os\nimport os\ndef f(x):\n    return os.sep\n", "import os\n\n\ndef f(x):\n    return os.sep\n"),
        ("def f(x):\n    value = 'a'\n    value_2 = g(x)\n    return value_2\n", "def f(x):\n    value = g(x)\n    return value\n"),
        ("def f(x):\n    y: int\n    return x\n", "def f(x):\n    value: int\n    return x\n"),
    ],
    ids=["types", "unread", "print", "an empty loop", "texts", "a format", "an import twice", "numbers", "a bare type"],
)  # fmt: skip
def test_each_is_left_out(source, expected):
    assert reduced(source, KNOWN) == expected


def test_the_fields_of_a_class_keep_their_types():
    source = "@dataclass\nclass A:\n    size: int = 3\n"
    assert "size: int = 3" in reduced(source, KNOWN)
