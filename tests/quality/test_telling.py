"""Telling inputs: a sample of the catalogue, and what the program says where something is not as it should be."""

import pytest
import telling
from document import DOCUMENT

from autograder.content import assignment_folder
from autograder.core.settings import Settings
from autograder.judging.judge import SubmissionJudge
from autograder.sandbox.launcher import Starters


@pytest.mark.parametrize(("name", "function"), [("mnist", "normalize"), ("bank_marketing", "class_weights"), ("fashion_mnist", "class_recall")])
def test_a_sample_of_mistakes_gets_small_inputs_and_no_right_answer_is_called_wrong(one_process, name, function):
    found = telling.figures(assignment_folder.load(telling.ROOT / "solutions" / name), function, only=3)
    assert telling.faults({name: {function: found}}) == []
    assert found.right == 3 and len(found.numbers) >= found.wrong - 1
    assert max(found.numbers, default=0) <= 8


def test_inputs_of_hidden_checks_are_noted_from_the_checks_themselves():
    assignment = assignment_folder.load(telling.ROOT / "solutions/mnist")
    with Starters() as starters, SubmissionJudge(assignment, Settings(exercises=("normalize",)), starters) as judge:
        hidden = telling.hidden_inputs(judge, "normalize")
    assert "[[[0, 1]]]" in hidden, "a literal of a hidden check"
    assert "[[[0, 255]]]" not in hidden, "a literal of a public check"


def test_what_may_not_be_is_a_fault_and_is_counted():
    one = telling.Figures(7, 2, [1, 3], [4, 9], [0.1, 0.2], True, ["large"], ["[0]"], ["changed_one"], 3, 5, ["new: a loop: f([0]) gave …"])
    assert len(telling.faults({"mnist": {"f": one}})) == 3
    text = telling.section({"mnist": {"f": one}}, {"mnist": [1.04, 1.1]})
    assert "| mnist | 1 | 2 | 2 (100 %) | 2 | 3 | 6.5 | 5 | 1 |" in text
    assert "receive with the checks: 1." in text and "without it: 1 of 7" in text and "- `f`: large" in text and "mnist 1.04 (1.10)" in text


def test_the_document_says_that_nothing_was_revealed_or_changed():
    text = DOCUMENT.read_text("utf-8")
    assert "that students receive with the checks: 0." in text
    assert "differ with the search and without it: 0 of" in text
