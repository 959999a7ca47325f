"""What the words about trained models share: the training of a model where it is, and what it gives afterwards."""

from __future__ import annotations

from typing import Any, Self

import numpy as np

from autograder.core.languages import message
from autograder.expectations.answer import Answer
from autograder.expectations.learned_signs import called_rows, form
from autograder.expectations.measures import accuracy, in_place, one_column
from autograder.expectations.model_words import ModelWords

LOOKED_UP = 0.1  # more of the published images than of the same with noise; a network's difference is under 0.01
USUAL_RATES = (2e-4, 2e-2)  # of adam: beyond them, the rate is what explains how a model learned
LARGE_RATES = {"SGD", "Adadelta", "Adagrad", "Ftrl"}  # optimizers that are used with larger ones


class TrainedWords(ModelWords):
    """A model that is trained by the judge's protocol, and what it gives then."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        self._places: np.ndarray | None = None  # of the classes, where they changed places for a training
        self._history: dict[str, Any] | None = None

    def _beside(self, answer: Answer) -> Self:
        """The words about another model, which may take rows in the same shapes."""
        other = type(self)(answer)
        other._either = self._either
        return other

    def _learn_where_it_is(
        self,
        lessons: tuple[np.ndarray, np.ndarray],
        exam: tuple[np.ndarray, np.ndarray],
        epochs: int,
        batch_size: int,
        hint: str,
        published: np.ndarray | None,
        sample_weights: np.ndarray | None = None,
        most_seconds: float | None = None,
    ) -> None:
        (images, labels), (unseen, truth) = lessons, exam
        places = self.model.drawing().permutation(int(max(labels.max(), truth.max())) + 1).astype(labels.dtype)
        self._train(images, places[labels], epochs, batch_size, hint, sample_weights, most_seconds)
        if published is not None:
            self._looks_up(published, unseen, truth)
            self._looks_up(published, unseen, places[truth])
        self._places = places

    def _train(
        self, images: np.ndarray, labels: Any, epochs: int, batch_size: int, hint: str, sample_weights: Any = None, most_seconds: float | None = None
    ) -> None:
        """Trains the model where it is; a ``Failure`` where that would take too long.

        Args:
            labels, sample_weights: an array, or for several outputs a dict or list of arrays, as the model gives them.
        """
        self._history = history = self.model.fit(images, labels, epochs, batch_size, sample_weights, most_seconds)
        if "would_take" in history:
            once = float(history["would_take"]) / epochs
            most = float(history.get("most", 0))
            self.fail(
                message(
                    "{call} gave a model for which one pass over {number:,} {called} takes about {once:.0f} s on one core. {epochs} "
                    "passes may take {most:.0f} s, so it was not trained.",
                    number=len(images), called=called_rows(images), once=once, epochs=epochs, most=most,
                ),
                ("too slow", form(self._state())),
                hint,
            )

    def _looks_up(self, published: np.ndarray, images: np.ndarray, labels: np.ndarray) -> None:
        """Takes note of a model that knows the published images much better than the same ones with a little noise."""
        known, read = (self._share(self._rows(each), each, labels) for each in (published, images))
        if known - read > LOOKED_UP:
            note = message("{call} gave a model that reads {known:.0%} of the published test images, and {read:.0%} of the same images with a little noise, like a table of known images.", known=known, read=read)
            self.answer.suspicions.append(note.having(call=self.answer.call))

    def _share(self, rows: np.ndarray, images: np.ndarray, labels: np.ndarray) -> float:
        """The share of rows that are answered with their label, in the model's own way of answering."""
        return accuracy(rows, labels, one_column(rows) and self._gives_scores(images[:1]))

    def _in_place(self, rows: np.ndarray, images: np.ndarray) -> np.ndarray:
        """Outputs for the classes as they are, also of a model that has learned swapped ones."""
        if self._places is None:
            return rows
        turned = one_column(rows) and len(self._places) == 2 and self._places[0] == 1
        return in_place(rows, self._places, turned and self._gives_scores(images[:1]))

    def _rows(self, images: np.ndarray) -> np.ndarray:
        """What the model gives for many images."""
        return np.concatenate(self.model.outputs(*np.array_split(images, max(1, len(images) // 2000))))

    def _speed(self) -> str:
        """Whether the learning rate is far from the usual ones; empty if not."""
        rate = self._learning_rate()
        slowest, fastest = USUAL_RATES
        if rate is None or rate >= slowest and (self._state()["optimizer"] or {}).get("name") in LARGE_RATES:
            return ""
        return "" if slowest <= rate <= fastest else "slow" if rate < slowest else "fast"
