"""A model that only just misses what is needed is not judged by one draw of its first weights."""

from types import SimpleNamespace

import numpy as np
import pytest

from autograder.expectations.answer import Failure
from autograder.expectations.learning_words import CLOSE, MORE, LearningWords

NEEDED = 0.5
LABELS = np.arange(100) % 2


class Trained(LearningWords):
    """Words on a model that reads a known share of the rows; no Keras is needed."""

    def __init__(self, answer):
        self.answer, self._either, self._history, self._compared = answer, False, None, None

    model = SimpleNamespace(plain={"outputs": []})

    def _is_small(self):
        pass

    def _shaped(self, rows):
        return rows

    def _learn_where_it_is(self, *_given):
        self.answer.trained.append(self.answer.reads)

    def _rows(self, rows):
        right = np.arange(len(rows)) < round(self.answer.reads * len(rows))
        return np.eye(2)[np.where(right, LABELS, 1 - LABELS)]

    def _in_place(self, rows, _images):
        return rows

    def _gives_scores(self, _rows):
        return False

    def _state(self):
        return {"weights": [np.array([1.0, 2.0])], "layers": []}

    def _frozen_layer(self):
        return ""

    def _speed(self):
        return "usual"


def answer(reads, trained):
    return SimpleNamespace(reads=reads, trained=trained, measurements={}, call="build()", figures=0)


def learned(first, *others):
    """How good the first model is said to be, and which models were trained."""
    trained: list[float] = []
    words = Trained(answer(first, trained))
    rows, more = np.zeros((100, 3)), iter(others)
    reached = words.learns((rows, LABELS), (rows, LABELS), 1, 10, NEEDED, again=lambda: answer(next(more), trained))
    return reached, trained


NEAR, FAR = NEEDED - round(CLOSE / 2, 2), NEEDED - 2 * CLOSE  # of 100 rows, each right or wrong


@pytest.mark.parametrize("others", [[0.9], [NEAR, 0.9], [FAR, 0.9]], ids=["the second", "the third", "far off between"])
def test_a_near_miss_has_other_trainings(others):
    assert learned(NEAR, *others) == (0.9, [NEAR, *others])


def test_who_is_good_enough_is_trained_once():
    assert learned(NEEDED, 0.1) == (NEEDED, [NEEDED])


@pytest.mark.parametrize(("first", "others", "times"), [(FAR, [0.9], 1), (NEAR, [*[0.3] * MORE, 0.9], 1 + MORE)], ids=["far off", "near each time"])
def test_a_bad_model_gets_no_points_by_luck(first, others, times):
    trained: list[float] = []
    words = Trained(answer(first, trained))
    rows, more = np.zeros((100, 3)), iter(others)
    with pytest.raises(Failure, match=f"accuracy of {first:.3f}"):
        words.learns((rows, LABELS), (rows, LABELS), 1, 10, NEEDED, again=lambda: answer(next(more), trained))
    assert len(trained) == times
