"""Rows that can be told apart in the weights. Without Keras."""

import numpy as np
import pytest

from autograder.expectations import Answer, Failure, expect
from autograder.expectations.counted_rows import BRIGHT, COUNTING, CountedRows, RowsLearned
from autograder.transport.wire import Described


@pytest.mark.parametrize("classes", [2, 3, 10])
def test_most_labels_are_the_first_class_and_each_row_has_a_place_of_its_own(classes):
    """With as many of each the biases would have nothing to learn, and no epoch would be better than the one before."""
    plan = CountedRows((8, 8), classes, rows=40, held_back=20)
    rows, labels = (np.concatenate(pair) for pair in zip(plan.training, plan.validation, strict=True))
    assert np.array_equal(rows.reshape(60, 64), BRIGHT * np.eye(60, 64))
    for _rows, each in (plan.training, plan.validation):
        assert (each == 0).mean() >= 0.75 and 0 < each.max() < classes
    assert labels.dtype == np.uint8


PLAN = CountedRows((6, 6), classes=3, rows=20, held_back=10)


def learned(wrong=0, times=1) -> RowsLearned:
    """An answer to a train that showed each row so often, and so many of them with another label."""
    labels = PLAN.training[1].astype(int)
    labels[:wrong] = (labels[:wrong] + 1) % 3
    pull = np.zeros((36, 3))
    pull[np.arange(20), labels] = 0.5
    bias = np.full(3, pull.sum() / 3)
    forget = 1 - COUNTING[0]
    moments = {"means": [times * forget * pull, times * forget * bias], "squares": [times * forget * pull**2, times * forget * bias**2]}
    optimizer = {"name": "Adam", "learning_rate": 1e-4, "iterations": times, "betas": COUNTING, "moments": moments}
    state = {"weights": [1e-3 * pull, 1e-3 * bias], "optimizer": optimizer}
    answer = Answer("train()", None, arguments={"model": Described("model", "Sequential", state)})
    return expect(answer).is_a(RowsLearned)


def test_all_rows_must_have_their_own_labels():
    learned().learned_its_own_labels(PLAN)
    with pytest.raises(Failure, match="the right label for 19 of 20 training images"):
        learned(wrong=1).learned_its_own_labels(PLAN)


def test_classes_are_weighed_by_the_rows_that_were_seen():
    """A row of the last batch of an epoch may be left out; then nothing is known of it."""
    answer = learned()
    means, squares = (answer.state["optimizer"]["moments"][one] for one in ("means", "squares"))
    means[0][0] = squares[0][0] = 0
    answer.weighs_rows_alike(PLAN)
    answer.saw_each_row(1, PLAN)
    others = PLAN.training[1] > 0
    means[0][:20][others] *= 3
    squares[0][:20][others] *= 9
    with pytest.raises(Failure, match="some classes count more"):
        answer.weighs_rows_alike(PLAN)


@pytest.mark.parametrize(("bias", "evidence"), [(0.1, "dark"), (0, "none")])
def test_rows_that_are_dark_everywhere_are_not_called_another_model(bias, evidence):
    """Whole numbers of rows that lie between 0 and 1 are 0: the biases learn from them, and no other weight."""
    state = {"weights": [np.zeros((36, 3)), np.full(3, bias)], "optimizer": None}
    words = expect(Answer("train()", None, arguments={"model": Described("model", "Sequential", state)})).is_a(RowsLearned)
    with pytest.raises(Failure, match="on none of the training images; expected all") as caught:
        words.learned_from_all(PLAN)
    assert caught.value.evidence == ("rows", evidence)
    assert ("another model" in caught.value.message) is (evidence == "none")


def test_how_bright_the_rows_were():
    answer = learned()
    means = answer.state["optimizer"]["moments"]["means"]
    answer.state["optimizer"]["moments"]["means"] = [BRIGHT * means[0], means[1]]
    answer.took_the_rows_as_they_are(PLAN)
    answer.state["optimizer"]["moments"]["means"] = [BRIGHT * 255 / 256 * means[0], means[1]]
    with pytest.raises(Failure, match=r"showed the model values of 0\.747 where it was given values of 0\.75"):
        answer.took_the_rows_as_they_are(PLAN)


@pytest.mark.parametrize("times", [1, 4])
def test_how_often_each_row_was_seen(times):
    learned(times=times).saw_each_row(times, PLAN)
    with pytest.raises(Failure, match=f"showed each training image to the model {times} time"):
        learned(times=times).saw_each_row(times + 1, PLAN)
