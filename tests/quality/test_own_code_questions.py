"""A small sample of ``own_code_questions``; and that its oracles and its look at the form can find something."""

from dataclasses import replace

import own_network_oracle
import pytest
from own_code_oracle import answer
from own_code_questions import (
    ROOT,
    Asked,
    Found,
    Measuring,
    answers_of_oracles,
    asked,
    measured,
    programs,
    section,
    summary,
    wrong_form,
)

from autograder.content import assignment_folder
from autograder.content.assignment import SampleAnswer
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
    rows = [measured("mnist", one, said) for one, said in zip(found, answers_of_oracles(found), strict=True)]
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


SUMMARY = """
┃ Layer (type) ┃ Output Shape ┃ Param # ┃
│ flatten (Flatten) │ (None, 784) │ 0 │
│ body (Sequential) │ (None, 128) │ 100,480 │
│    └ dense (Dense) │ (None, 128) │ 100,480 │
│ dense_1 (Dense) │ (None, 10) │ 1,290 │
 Total params: 101,770 (397.54 KB)
"""


@pytest.mark.parametrize(
    ("asked_for", "right"),
    [(("weights", "", 1), "101770"), (("weights", "Dense", 2), "1290"), (("output shape", "Dense", 1), "128"), (("weights", "Dense", 3), None), (("output shape", "Flatten", 1), "784")],
)
def test_the_oracle_reads_the_summary_of_a_network(asked_for, right):
    assert own_network_oracle.answer(SUMMARY, dict(zip(("kind", "layer", "number"), asked_for, strict=True))) == right


def test_the_oracle_says_of_which_label_most_is_wrong_where_it_is_one():
    assert own_network_oracle.label([1, 5, 3], {}) == "1" and own_network_oracle.label([5, 5, 3], {}) == ""
    assert own_network_oracle.label([1, 5, 3], {"one": 0, "other": 2}) == "2"


def test_after_a_training_the_oracle_decides_and_a_third_run_may_not_say_something_else():
    network = OwnCodeQuestion("mistaken", "The network from f() …?", "2")
    program = SampleAnswer("p", "f", "", ROOT)
    assert measured("mnist", Asked(program, [network], {}, {}), ["2"]).ambiguous == []
    assert measured("mnist", Asked(program, [network], {}, {}), ["1"]).ambiguous == ["oracle: The network from f() …? 2, not 1"]
    other = replace(network, answer="1")
    assert measured("mnist", Asked(program, [network], {("mistaken", network.text, None): other}, {}), ["2"]).ambiguous == ["third run: The network from f() …? 2"]


def test_the_section_has_the_figures():
    rows = [Found("mnist", "f", "p", {"weights": 3, "value": 2}, ["oracle: The weights of the network from f() …"], 2), Found("mnist", "g", "p", {"value": 4}, [], 2)]
    text = section(rows, 1)
    assert "Of 9 questions about 2 right answers, 1 has more" in text
    assert "| `mnist` | lines | 2 | 6 | 0 | value 6 |" in text and "| `mnist` | networks | 1 | 3 | 1 | weights 3 |" in text
