"""What a trained model's loss and answers say about how it was trained: fingerprints, each of them measured.

They word a message and decide nothing: a check has failed already when they are looked at.
"""

from __future__ import annotations

import math

import numpy as np

from autograder.core.languages import message

FLAT = 0.01  # around the loss of guessing: a dead output stays within 0.001 of it
GOOD = 0.8  # of the training images: such a model has learned


def symptom(losses: object, accuracies: object, scores: np.ndarray) -> str:
    """A sentence if the numbers are those of a well-known mistake; else empty.

    Args:
        losses, accuracies: of the training, one for each epoch; empty if not known. What is not a number is left out.
        scores: what the trained model gives, shape (images, classes).
    """
    losses, accuracies = _numbers(losses), _numbers(accuracies)
    if scores.ndim != 2 or scores.shape[1] < 2 or not len(scores):
        return ""
    classes = scores.shape[1]
    guessing = math.log(classes)
    twice = -math.log(math.e / (math.e + classes - 1))  # softmax of (1, 0, 0, …): no probability can be larger
    answers = np.unique(scores.argmax(axis=1))
    if losses and min(losses) < 0:
        return (
            message("A loss below zero comes from a loss for yes-or-no questions that gets labels above 1: the question has more than two answers.")
        )
    if losses and losses[-1] < 1e-3 and len(answers) == 1:
        return (
            message(
                "Its loss went to {losses:.3f}, but it answers {answers} for every image: all the labels that it learned from were the "
                "same. Were the labels scaled along with the images?",
                losses=losses[-1], answers=answers[0],
            )
        )
    if losses and all(abs(loss - guessing) < FLAT for loss in losses):
        return (
            message(
                "Its loss stayed at {losses:.3f}, the logarithm of {classes}: every class kept the same probability. The cause can be "
                "an output that is always 0, or a learning rate that is far too high.",
                losses=losses[-1], classes=classes,
            )
        )
    if losses and accuracies and accuracies[-1] > GOOD and min(losses) > twice - 1e-3:
        return (
            message(
                "Its loss never went below {twice:.2f}, although it reads most images right: the outputs go through softmax twice, "
                "which keeps every probability small.",
                twice=twice,
            )
        )
    if len(answers) == 1:
        return message("It answers {answers} for every image.", answers=answers[0])
    return ""


def training_numbers(record: object) -> tuple[object, object]:
    """(losses, accuracies) of a training.

    Args:
        record: ``{"history": {name: numbers}}`` from a worker; anything else holds none.
    """
    history = record.get("history") if isinstance(record, dict) else None
    if not isinstance(history, dict):
        return (), ()
    accuracies = [numbers for name, numbers in history.items() if "acc" in str(name).lower()]
    return history.get("loss", ()), accuracies[0] if accuracies else ()


def _numbers(values: object) -> list[float]:
    rows = values if isinstance(values, (list, tuple)) else []
    return [float(one) for one in rows if type(one) in (int, float) and math.isfinite(one)]
