"""What students get of a check file has all that its public checks need."""

import ast

import miniature
import pytest

from autograder.authoring.public_checks import hidden_checks, public_checks

HEAD = '''"""double(numbers): twice as much"""

import numpy as np
import pytest

from autograder import expect

'''
PUBLIC = '''

@pytest.mark.points(5)
@pytest.mark.public{brackets}
{marks}
def test_it({asks}double):
    """twice as much"""
    expect(double(2)).is_close_to(4)
'''
HIDDEN = '''

@pytest.mark.points(5)
def test_more({asks}double):
    """twice as much, elsewhere"""
    expect(double(21)).is_close_to(42)
'''


def names(text):
    """What a file defines at its top level."""
    found = []
    for node in ast.parse(text).body:
        found += [node.name] if isinstance(node, ast.FunctionDef) else [ast.unparse(one) for one in getattr(node, "targets", ())]
    return found


def public(asks="", marks="# none", brackets=""):
    return PUBLIC.format(asks=asks, marks=marks, brackets=brackets)


def test_hidden_checks_and_what_only_they_need_are_left_out():
    fixture = "\n\n@pytest.fixture\ndef answer():\n    return 42\n"
    text = HEAD + fixture + public() + HIDDEN.format(asks="answer, ")
    assert names(public_checks(text)) == ["test_it"]
    assert len(hidden_checks(text)) == 1


def test_marks_of_the_whole_file_stay():
    text = HEAD + "\npytestmark = pytest.mark.points(5)\n" + public().replace("@pytest.mark.points(5)\n", "")
    assert names(public_checks(text)) == ["pytestmark", "test_it"], "without it, no check that students get has points"


def test_a_whole_file_can_be_public():
    text = HEAD + "\npytestmark = [pytest.mark.public]\n" + HIDDEN.format(asks="")
    assert names(public_checks(text)) == ["pytestmark", "test_more"] and hidden_checks(text) == []


def test_the_mark_may_have_brackets():
    assert names(public_checks(HEAD + public(brackets="()"))) == ["test_it"], "pytest takes both for the same mark"


@pytest.mark.parametrize(
    ("fixture", "check"),
    [
        ("@pytest.fixture(autouse=True)\ndef quiet():\n    return 1", public()),
        ("@pytest.fixture\ndef quiet():\n    return 1", public(marks='@pytest.mark.usefixtures("quiet")')),
        ('@pytest.fixture(name="given")\ndef quiet():\n    return 1', public(asks="given, ")),
        ("@pytest.fixture\ndef quiet():\n    return 1", public(asks="request, ").replace("    expect", '    request.getfixturevalue("quiet")\n    expect')),
    ],
    ids=["by itself", "by a mark", "by another name", "while it runs"],
)
def test_a_fixture_stays_however_it_is_asked_for(fixture, check):
    assert names(public_checks(f"{HEAD}\n\n{fixture}\n{check}")) == ["quiet", "test_it"]


def test_a_fixture_that_the_whole_file_uses_stays():
    text = f'{HEAD}\npytestmark = pytest.mark.usefixtures("quiet")\n\n\n@pytest.fixture\ndef quiet():\n    return 1\n{public()}'
    assert names(public_checks(text)) == ["pytestmark", "quiet", "test_it"]


def test_a_file_without_public_checks_is_not_given():
    assert public_checks(HEAD + HIDDEN.format(asks="")) == "" and "test_hidden_numbers" not in public_checks(miniature.DOUBLE)


@pytest.mark.parametrize(
    "lines",
    [
        "CASES: list[int] = [21, 42]",
        "CASES = []\nCASES.append(42)\nCASES.append(43)",
        "CASES = {}\nCASES['a'] = 42",
        "CASES = [1]\nCASES += [42]",
        "CASES = []\nfor number in range(3):\n    CASES.append(42 + number)",
    ],
)
def test_values_of_hidden_checks_are_left_out_however_they_are_made(lines):
    text = f"{HEAD}\n{lines}\n{public()}{HIDDEN.format(asks='')}".replace("is_close_to(42)", "is_close_to(CASES)")
    assert "42" not in public_checks(text) and names(public_checks(text)) == ["test_it"]
    kept = public_checks(text.replace("is_close_to(4)", "is_close_to(CASES)"))
    assert all(line in kept for line in lines.splitlines()), "a public check that uses them gets all of them"


def test_what_is_there_for_itself_stays():
    text = f"{HEAD}\nimport warnings\n\nwarnings.simplefilter('ignore')\nnp.seterr(all='ignore')\n{public()}"
    assert "warnings.simplefilter('ignore')" in public_checks(text) and "np.seterr(all='ignore')" in public_checks(text)
