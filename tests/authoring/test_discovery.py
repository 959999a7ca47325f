"""Wrong answers are judged again: only those that are wrong for sure, and have no name, are in a group."""

import miniature
import one_process
import pytest

from autograder.authoring import discovery
from autograder.authoring.discovery import WrongAnswer
from autograder.content import assignment_folder
from autograder.grading import process_pool
from autograder.sandbox.launcher import Starters

pytestmark = pytest.mark.usefixtures("warm_servers")
HEAD = "import numpy as np\n\n\n"


@pytest.fixture
def found(tmp_path, monkeypatch):
    """``found(ada="return 3 * numbers", …)``: what is discovered in these answers to ``double``."""
    assignment = assignment_folder.load(miniature.write(tmp_path))
    monkeypatch.setattr(process_pool, "pool", one_process.pool)

    def discover(**bodies):
        answers = [
            WrongAnswer(name, "double", HEAD + "def double(numbers):\n" + "".join(f"    {line}\n" for line in body.splitlines()))
            for name, body in bodies.items()
        ]
        with Starters() as starters:
            return discovery.discover(assignment, answers, discovery.audit_seeds(2, 17), starters)

    return discover


def students(done):
    return [group.submissions for group in done.groups]


def test_nothing_to_group_is_no_group(found):
    assert found() == discovery.Discovered([], [], [])


def test_right_and_named_answers_are_in_no_group(found):
    done = found(ada="return numbers * 2", ben="return numbers + 2", eve="return numbers * 3")
    assert students(done) == [("eve",)]
    assert [one.submission for one in done.right] == ["ada"]
    assert [(one.submission, name) for one, name in done.named] == [("ben", "adds_two")]


def test_an_answer_that_gives_something_else_each_time_is_grouped_by_what_stays(found):
    """Its numbers are never the same; that it is off in the same checks is."""
    noise = "return numbers * np.random.default_rng().uniform(5, 9, len(numbers))"
    done = found(ada=noise, ben=f"result = {noise.removeprefix('return ')}\nreturn result", eve="return numbers * 6")
    assert students(done) == [("ada", "ben"), ("eve",)]


WRONG, RIGHT, MISSING = {"t": ("timeout", "timeout")}, {"t": ("passed", None)}, {"t": ("error", ("missing",))}


@pytest.mark.parametrize(
    ("rows", "again", "is_wrong"),
    [((RIGHT, RIGHT), RIGHT, False), ((WRONG, RIGHT), RIGHT, False), ((RIGHT, WRONG), RIGHT, False), ((WRONG, RIGHT), WRONG, True),
     ((RIGHT, WRONG, WRONG), RIGHT, True), ((MISSING, MISSING), MISSING, False)],
)  # fmt: skip
def test_a_machine_that_was_busy_once_makes_no_answer_wrong(rows, again, is_wrong):
    assert discovery._Judged(None, (), rows, again).is_wrong is is_wrong


def test_the_shortest_program_that_does_the_same_is_shown(found):
    long = "print('hello')\nthird: object = numbers * 3\nassert True\nreturn third"
    done = found(ada=long, ben="print(numbers)\nreturn numbers * 3")
    assert [group.source for group in done.groups] == [HEAD + "def double(numbers):\n    return numbers * 3\n"]


def test_what_matters_is_not_left_out(found):
    """Without its print, this one would return something."""
    done = found(ada="return print('mine') or numbers")
    assert "print" in done.groups[0].source
    assert "len('abc')" in found(ada="return numbers * len('abc')").groups[0].source


def test_two_drafts_do_not_get_one_name(found):
    done = found(ada="return numbers * 3", ben="return numbers * 4", eve="raise ValueError('no')")
    assert sorted(group.name for group in done.groups) == ["fails_each_number", "fails_each_number_2", "raises_value_error"]
    assert [group.objection for group in done.groups] == ["", "", ""]
    assert done.groups[0].call.startswith("double([1.0, 2.0]) gave")


@pytest.mark.parametrize(("count", "graded", "seeds"), [(3, 17, [17, 18, 19]), (3, 18, [17, 18, 19]), (1, 17, [17]), (1, 4, [17, 4]), (2, 4, [17, 4])])
def test_the_audits_seed_and_that_of_the_grading_are_always_among_them(count, graded, seeds):
    assert discovery.audit_seeds(count, graded) == seeds
