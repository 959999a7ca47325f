"""The label that a student's network gets wrong most often, after a training of it: asked only where it is clearly one label.

The network is trained as it is compiled, on the data of the assignment. That is worth a question only for a network that takes these
data as they are, scaled to numbers from 0 to 1, and gives a number for each label. Which of two labels is wrong more often is not asked:
of 21 such questions about one network, a further training answered 3 in the other way.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.content.budget import Budget
from autograder.core.languages import message
from autograder.core.own_code_question import OwnCodeQuestion
from autograder.datasets.dataset import DatasetError
from autograder.judging.model_answers import ModelAnswer
from autograder.judging.own_code_runs import NO_ANSWER, Arguments, call_text
from autograder.judging.session import Session

TESTED = 2000  # examples that the network is to label
FEWEST_LABELS = 3  # of two, it is a matter of the threshold
CLEARLY_MORE = 1.25  # times as many mistakes as with any other label
DEVIATIONS = 3  # and so many standard deviations more


def most_mistaken(session: Session, function: str, arguments: Arguments = ()) -> Iterator[OwnCodeQuestion]:
    """The question about a network, if there is a clear answer to it with this session's seed.

    Args:
        session: whose worker trains the network. function: that builds it. arguments: with which it is called.
    """
    budget = next((one for one in session.assignment.budgets.values() if one.images and one.epochs), None)
    if budget is None:
        return
    try:
        data = session.assignment.data_sets.shared(session.assignment.dataset) if session.assignment.dataset else None
        if data is None or data.train is None or data.test is None:
            return
        given = dict(zip(session.assignment.parameters[function], arguments, strict=True))
        found = _mistakes(session, function, given, budget, data.train, data.test)
    except (*NO_ANSWER, DatasetError, ValueError):
        session.close()
        return
    said = {
        "call": call_text(function, arguments), "epochs": budget.epochs, "batch": budget.batch_size, "dataset": data.name,
        "trained": min(budget.images, len(data.train[1])), "tested": min(TESTED, len(data.test[1])),
    }  # fmt: skip
    label = clear_label(found)
    if label is not None:
        text = message(
            "The network from {call} is trained for {epochs} epochs on the first {trained:,} training images of {dataset}, scaled to numbers from 0 to 1, "
            "in batches of {batch}. Then it labels the first {tested:,} test images. Of which label does it get the most images wrong?",
            **said,
        )
        yield OwnCodeQuestion("mistaken", text, str(label))


def _mistakes(
    session: Session, function: str, given: dict[str, Any], budget: Budget, train: tuple[np.ndarray, np.ndarray], test: tuple[np.ndarray, np.ndarray]
) -> np.ndarray:
    """How often the trained network is wrong about each label; empty if it is none that can be asked."""
    nothing = np.zeros(0, int)
    session.seconds = session.assignment.limits.training
    session.put_off(2 * session.seconds)
    model = session.connection(function).call(given)
    images, labels = scaled(train[0][: budget.images]), train[1][: budget.images]
    if not isinstance(model, ModelAnswer) or not model.takes(images[:1]):
        return nothing
    if not model.fit(images, labels, budget.epochs, budget.batch_size).get("history"):  # it would take too long
        return nothing
    (outputs,) = model.outputs(scaled(test[0][:TESTED]))
    truth = test[1][:TESTED].astype(int)
    if outputs.ndim != 2 or len(outputs) != len(truth) or not FEWEST_LABELS <= outputs.shape[1] or truth.max() >= outputs.shape[1] or not np.isfinite(outputs).all():
        return nothing
    return np.bincount(truth[outputs.argmax(axis=1) != truth], minlength=outputs.shape[1])


def scaled(images: np.ndarray) -> np.ndarray:
    """Whole numbers as floats from 0 to 1.

    Example:
        >>> scaled(np.array([0, 255], np.uint8)).tolist()
        [0.0, 1.0]
    """
    if images.dtype.kind not in "iu":
        return images
    return (images / np.iinfo(images.dtype).max).astype(np.float32)


def clear_label(mistakes: np.ndarray) -> int | None:
    """The label with the most mistakes, if no other one comes near it.

    Example:
        >>> clear_label(np.array([3, 90, 20])), clear_label(np.array([3, 90, 85]))
        (1, None)
    """
    if len(mistakes) < FEWEST_LABELS:
        return None
    second, most = sorted(map(int, mistakes))[-2:]
    clear = most >= CLEARLY_MORE * second and most - second >= DEVIATIONS * (most + second) ** 0.5 and most > 0
    return int(np.argmax(mistakes)) if clear else None
