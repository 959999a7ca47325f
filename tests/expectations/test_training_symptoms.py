"""Fingerprints of trained models: well-known slips are told from the loss and the answers, others are not guessed at."""

import math

import numpy as np
import pytest

from autograder.expectations.training_symptoms import symptom, training_numbers

MIXED = np.eye(10)[np.arange(40) % 10]
ZERO = np.tile(np.eye(10)[0], (40, 1))
FLAT = np.zeros((40, 10))

KNOWN = {
    "dead output": ([2.3029, 2.3026, 2.3026], [0.0987, 0.0985, 0.0987], FLAT, "Its loss stayed at 2.303"),
    "labels scaled": ([0.0041, 0.0, 0.0], [0.098, 0.098, 0.098], ZERO, "Were the labels scaled along with the images?"),
    "softmax twice": ([1.61, 1.51, 1.49], [0.86, 0.95, 0.97], MIXED, "softmax twice"),
    "softmax twice, good at the end": ([2.1, 1.8, 1.6], [0.3, 0.6, 0.9], MIXED, "softmax twice"),
    "yes or no": ([-2.1, -40.0], [0.1135, 0.1135], ZERO, "more than two answers"),
    "one answer": ([], [], ZERO, "It answers 0 for every image."),
}


@pytest.mark.parametrize(("losses", "accuracies", "scores", "words"), KNOWN.values(), ids=KNOWN)
def test_a_known_fingerprint_is_told(losses, accuracies, scores, words):
    assert words in symptom(losses, accuracies, scores)


@pytest.mark.parametrize(
    ("losses", "accuracies"),
    [
        ([0.2562, 0.1134, 0.0774], [0.9273, 0.9665, 0.9773]),
        ([2.31, 2.1, 1.9], [0.1, 0.3, 0.4]),
        ([1.7, 1.6, 1.55], [0.4, 0.5, 0.6]),
        ([], []),
    ],
    ids=["the reference", "slow", "poor", "nothing known"],
)
def test_other_trainings_are_not_guessed_at(losses, accuracies):
    assert symptom(losses, accuracies, MIXED) == ""


@pytest.mark.parametrize("odd", [None, "loss", [None, "x", math.nan], {"a": 1}, [math.inf], [[1.0]]])
def test_odd_numbers_of_a_worker_say_nothing_and_break_nothing(odd):
    assert symptom(odd, odd, MIXED) == ""
    assert symptom(odd, odd, np.zeros((0, 10))) == symptom(odd, odd, np.zeros(3)) == ""
    assert training_numbers(odd) == ((), ())
    assert training_numbers({"history": odd})[1] == ()


def test_the_numbers_are_found_under_any_of_the_names():
    told = {"history": {"loss": [1.0], "sparse_categorical_accuracy": [0.5]}}
    assert training_numbers(told) == ([1.0], [0.5])


def test_how_low_a_loss_stays_behind_two_softmaxes():
    """Of ten classes no loss can be below 1.46 then; a lower one, or few answers that are right, has another reason."""
    told = symptom([1.9, 1.5, 1.4612], [0.7, 0.9, 0.95], MIXED)
    assert told.startswith("Its loss never went below 1.46, although it reads most images right")
    for losses in ([1.9, 1.6, 1.42], [1.4, 1.0, 0.8], [1.2, 0.6, 0.5]):
        assert symptom(losses, [0.7, 0.9, 0.95], MIXED) == ""
