"""Answers that are shown to a class: unlike each other, and nothing in them names a person."""

import miniature
import pytest

from autograder.content import assignment_folder, shown_answers
from autograder.content.shown_answers import AnswerToShow, Private, unlike

PRIVATE = Private(["Quentin Quast_471188_assignsubmission_file", "moodle:20231234", "ann"])
TELLING = '''
import numpy as np
import quasts_tools
from our_group import charlotte_helps as helps

# Quentin Quast, group 4
def double(numbers):
    """By Quentin."""
    print("Quentin was here")
    seed = np.random.default_rng(471188)
    title = "Charlotte and I, room 12" + "relu" + b"Quast".decode() + f"for Bob {numbers}" + "x@y.org" + str(0x1A)
    helps(seed, title, quasts_tools)
    return numbers + 2
'''


@pytest.fixture(scope="module")
def assignment(tmp_path_factory):
    return assignment_folder.load(miniature.write(tmp_path_factory.mktemp("shown")))


@pytest.fixture
def made(assignment):
    """``made(source, …)``: the answers that are shown of these pages, which all have one mistake."""

    def chosen(*sources, smallest=""):
        def answer(source):
            return AnswerToShow(lambda: assignment.read_bytes(source.encode(), "page.py", "quentin") if source else None, smallest)

        found = shown_answers.shown_answers(assignment, {"wrong": [answer(one) for one in sources]}, "double", PRIVATE)
        return found.get("wrong", ())

    return chosen


def test_nothing_in_it_names_a_person(made):
    (one,) = made(TELLING)
    for word in ("quentin", "quast", "471188", "charlotte", "bob", "group", "room", "x@y", "#"):
        assert word not in one.code.lower(), word
    assert "return numbers + 2" in one.code and "'relu'" in one.code and "default_rng(number)" in one.code and "26" in one.code


def test_answers_that_are_written_alike_are_shown_once(made):
    pages = [miniature.page(double=body) for body in ("return numbers + 2", "# mine\n    return numbers + 2", "return 2 + numbers")]
    assert len(made(*pages, "", pages[0])) == 2 and made("", "") == ()


def test_the_three_differ_from_each_other():
    loops = [f"for x in values:\n    total += x + {number}" for number in range(9)]
    assert set(unlike([*loops, "sum(values)", "while values: total += values.pop()"], 3)) > {"sum(values)", "while values: total += values.pop()"}
    assert unlike([], 3) == []


def test_a_long_answer_is_shortened(made):
    lines = "".join(f"    a{number} = {'1 + ' * 40}numbers\n" for number in range(60))
    (one,) = made(f"def double(numbers):\n{lines}    return a3\n")
    assert len(one.code.split("\n")) == shown_answers.MOST_LINES and one.left_out == 62 - shown_answers.MOST_LINES
    assert max(map(len, one.code.split("\n"))) == shown_answers.LONGEST_LINE + 1


def test_an_input_that_names_a_person_is_left_out(made):
    assert made(TELLING, smallest="double([1]) gave 3")[0].smallest == "double([1]) gave 3"
    assert made(TELLING, smallest="double([1]) gave 'Quast'")[0].smallest == ""


def test_only_some_of_a_large_class_are_read(assignment):
    read = []
    answers = [AnswerToShow(lambda place=place: read.append(place)) for place in range(500)]
    assert shown_answers.shown_answers(assignment, {"wrong": answers}, "double", PRIVATE) == {}
    assert len(read) == shown_answers.MOST_READ and read[0] == 0 and read[-1] > 450
