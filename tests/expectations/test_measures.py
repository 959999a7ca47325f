"""How a model's outputs are read, and how good its answers are. Without Keras."""

import numpy as np
import pytest

from autograder.expectations import measures

YES = np.array([0, 0, 1, 1, 1])
SHARES = np.array([0.1, 0.6, 0.6, 0.4, 0.9])
FORMS = {
    "one column": (SHARES[:, None], False),
    "flat": (SHARES, False),
    "two columns": (np.stack([1 - SHARES, SHARES], axis=1), False),
    "one score": (np.log(SHARES / (1 - SHARES))[:, None], True),
}


@pytest.mark.parametrize(("rows", "scores"), FORMS.values(), ids=FORMS)
def test_a_question_of_yes_or_no_is_read_alike_in_every_form(rows, scores):
    assert measures.answers(rows, scores).tolist() == [0, 1, 1, 0, 1]
    assert measures.accuracy(rows, YES, scores) == 0.6
    assert measures.precision(rows, YES, scores) == pytest.approx(2 / 3)
    assert measures.recall(rows, YES, scores) == pytest.approx(2 / 3)
    assert measures.auc(rows, YES) == pytest.approx(4.5 / 6)
    right = -np.log([0.9, 0.4, 0.6, 0.4, 0.9]).mean()
    assert measures.loss(rows, YES, scores) == pytest.approx(right)


def test_what_cannot_be_divided():
    never = np.zeros(5)
    assert measures.precision(never, YES) == measures.recall(never, YES) == 0.0
    assert measures.recall(SHARES, 0 * YES) == 0.0
    assert np.isnan(measures.auc(SHARES, 0 * YES)) and np.isnan(measures.average_precision(SHARES, 0 * YES))
    assert measures.accuracy(np.zeros((2, 2, 2)), YES[:2]) == 0.0 == measures.accuracy(SHARES[:2], YES)


def test_auc_is_the_share_of_pairs(rng):
    rows, labels = np.round(rng.random(80), 1), rng.integers(0, 2, 80)
    pairs = [(a > b) + (a == b) / 2 for a in rows[labels == 1] for b in rows[labels == 0]]
    assert measures.auc(rows, labels) == pytest.approx(np.mean(pairs))


def test_three_classes_have_no_yes():
    with pytest.raises(ValueError):
        measures.auc(np.eye(3), np.arange(3))
