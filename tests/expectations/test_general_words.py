"""The words of ``expect`` speak of no assignment: what is special about MNIST stands beside its checks."""

import re
from pathlib import Path

from autograder import expectations

SPECIAL = re.compile(r"\b(digits?|mnist|ten|28|784)\b", re.IGNORECASE)
NUMBERS = "COUNTED = "  # the names of small numbers, for messages that count what is there
LONGEST_MODULE, LONGEST_CLASS = 300, 250  # lines


def sources() -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(Path(expectations.__file__).parent.glob("*.py"))}


def special(files: dict[str, str]) -> list[str]:
    return [
        f"{name}: {line.strip()}"
        for name, text in files.items()
        for line in text.splitlines()
        if SPECIAL.search(line) and not line.startswith(NUMBERS)
    ]


def too_long(files: dict[str, str]) -> list[str]:
    found = [name for name, text in files.items() if len(text.splitlines()) > LONGEST_MODULE]
    for name, text in files.items():
        for part in re.split(r"^(?=class )", text, flags=re.MULTILINE)[1:]:
            body = re.split(r"^(?=[^\s)])", part, flags=re.MULTILINE)[1]
            found += [f"{name}: {body.splitlines()[0]}"] * (len(body.splitlines()) > LONGEST_CLASS)
    return found


def test_no_word_speaks_of_one_assignment():
    assert special(sources()) == []


def test_modules_and_classes_are_short():
    assert too_long(sources()) == []


def test_each_would_be_found():
    """The tests above can fail."""
    assert len(special({"a.py": "shape = (28, 28)\n# of ten digits\nBLOCK = 1028\noften = 'tens'"})) == 2
    assert too_long({"a.py": "x = 1\n" * 301}) == ["a.py"]
    long = "class Long:\n" + "    x = 1\n" * 250 + "\n\n"
    assert too_long({"a.py": long + "class Short:\n    x = 1\n"}) == ["a.py: class Long:"]
    assert too_long({"a.py": "def f(\n    a\n):\n" + "    x = 1\n" * 260}) == []
