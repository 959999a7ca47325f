"""A small sample of ``own_code_questions``; and that its oracle and its look at the form can find something."""

import pytest
from own_code_oracle import answer
from own_code_questions import ROOT, Found, Measuring, asked, measured, oracle, programs, summary, wrong_form

from autograder.content import assignment_folder
from autograder.core.own_code_question import OwnCodeQuestion
from autograder.judging import collection
from autograder.judging.collection import Checks
from autograder.sandbox.launcher import Starters

pytestmark = pytest.mark.usefixtures("warm_servers")

SOURCE = """
def work(numbers):
    total = 0
    for one in numbers:
        if one > 1:
            total += one
    return total
"""


def test_no_question_of_a_sample_is_ambiguous():
    assignment = assignment_folder.load(ROOT / "solutions/mnist")
    function = "count_labels"
    wanted = [one for one in programs(assignment, function, 0, 1) if one.name in ("loop", "reference")]
    with Checks(assignment, [assignment.exercise(function)], False, []) as checks, Starters() as starters, Starters(hashes="99") as third:
        measuring = Measuring(assignment, starters, third)
        inputs = collection.telling_inputs_of(checks.of[function])
        found = [asked(measuring, one, inputs) for one in wanted]
        measuring.close()
    rows = [measured("mnist", one, said) for one, said in zip(found, oracle([one.request for one in found]), strict=True)]
    assert [one.ambiguous for one in rows] == [[], []] and all(sum(one.kinds.values()) >= 3 for one in rows)
    assert summary(rows).startswith(f"{sum(sum(one.kinds.values()) for one in rows)} questions about 2 programs; 0 ambiguous")
    changed = found[0].questions[0]
    found[0].third.pop((changed.kind, changed.text, changed.line))
    assert measured("mnist", found[0], [None] * len(found[0].questions)).ambiguous[0].startswith("third run: ")


@pytest.mark.parametrize(
    ("kind", "line", "name", "options", "right"),
    [("loop", 4, "", 0, "3"), ("branch", 5, "", 0, "2"), ("value", 6, "total", 0, "5"), ("value", 7, "", 0, "5"), ("left out", 6, "", 3, "The result is another one."), ("left out", 3, "", 3, "It raises an error.")],
)
def test_the_oracle_answers_in_its_own_way(kind, line, name, options, right):
    assert answer(SOURCE, "work", {"kind": kind, "call": "work([1, 2, 3])", "line": line, "name": name, "key": "", "options": options}) == right


def test_another_answer_than_that_of_the_oracle_is_ambiguous_and_so_is_a_bad_form():
    one = OwnCodeQuestion("value", "What?", "5")
    assert wrong_form(one) == "" and wrong_form(OwnCodeQuestion("value", "What?", "0.5"))
    assert wrong_form(OwnCodeQuestion("value", "What?", "same", ("same", "same.")))
    assert Found("a", "b", "c", {"value": 1}, [], 1).kinds == {"value": 1}
