"""Words about what a model has learned, or learns when the judge trains it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.content.integrity import fingerprint
from autograder.core.languages import message, plural
from autograder.expectations.answer import Answer, StudentError, fail_closed
from autograder.expectations.measures import IN_WORDS, MEASURES, accuracy, one_column
from autograder.expectations.model_behaviour import Structure
from autograder.expectations.model_words import ModelWords
from autograder.expectations.network import Network, cross_entropy, softmax
from autograder.expectations.training_symptoms import symptom, training_numbers

LOOKED_UP = 0.1  # more of the published images than of the same with noise; a network's difference is under 0.01
GUESSES = 2  # times the share that guessing reads: who reads no more has learned nothing
CLOSE = 0.06  # below what is needed: so much less may be bad luck with the first weights
MORE = 4  # trainings for who is so close: a right network that misses every third time then loses points 4 times in 1,000
TYPES = ["float32"]  # of the networks that the judge trains itself
USUAL_RATES = (2e-4, 2e-2)  # of adam: beyond them, the rate is what explains how a model learned
LARGE_RATES = {"SGD", "Adadelta", "Adagrad", "Ftrl"}  # optimizers that are used with larger ones


@fail_closed
class LearningWords(ModelWords):
    """What can be said about what a model reads."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        self._places: np.ndarray | None = None  # of the classes, where they changed places for a training
        self._history: dict[str, Any] | None = None

    def is_untrained(self, images: np.ndarray, labels: np.ndarray, at_most: float, hint: str = "") -> None:
        """No step of training has been taken, here or elsewhere: it reads no more images than by guessing.

        Args:
            images: float (images, rows, columns); labels: int (images,). at_most: the share that a fresh one may read.
        """
        images = self._shaped(images)
        accuracy = self._share(self.model.outputs(images)[0], images, labels)
        steps = (self._state()["optimizer"] or {}).get("iterations")
        if accuracy > at_most:
            mark = fingerprint(self._state()["weights"])
            self.answer.fingerprints.append(mark)
            note = message("{call} gave a model that reads {accuracy:.0%} of unseen images right before any training: its weights (fingerprint {mark}) were trained elsewhere.", accuracy=accuracy, mark=mark)
            self.answer.suspicions.append(note.having(call=self.answer.call))
            self.fail(
                message("{call} gave a model that reads {accuracy:.0%} of unseen images right before any training. Expected a new one, which only guesses.", accuracy=accuracy),
                ("trained", "reads", *(["in steps"] if steps else [])),  # or by weights from elsewhere
                hint,
            )
        if steps:
            self.fail(plural("{call} gave a model that has been trained for {count} step.", "{call} gave a model that has been trained for {count} steps.", steps), ("trained",), hint)

    def reads(self, images: np.ndarray, labels: np.ndarray, at_least: float, hint: str = "") -> float:
        """The model as it is now gives the label its largest number for at least this share of the images."""
        images = self._shaped(images)
        rows = self._in_place(self._rows(images), images)
        self._note_loss(rows, labels)
        hint = hint or symptom(*training_numbers(self._history), rows)
        return self._enough(self._share(rows, images, labels), labels, at_least, hint)

    def learns_to_read(
        self,
        lessons: tuple[np.ndarray, np.ndarray],
        exam: tuple[np.ndarray, np.ndarray],
        epochs: int,
        batch_size: int,
        at_least: float,
        hint: str = "",
        published: np.ndarray | None = None,
    ) -> float:
        """Trained on the lessons by the judge's protocol, the model reads at least this share of the exam.

        Where what it does confirms what it says it is (see ``_network``), the judge trains that network itself, and once
        for a class; else the model is trained where it is. There the classes change places in secret, so that only a
        model that learns from the labels reads them.

        Args:
            lessons, exam: images as float (images, rows, columns), and labels.
            published: the exam's images as everybody knows them, where the exam's own are changed a little.
        """
        images, labels = lessons
        lessons, exam = (self._shaped(images), labels), (self._shaped(exam[0]), exam[1])
        images, published = lessons[0], None if published is None else self._shaped(published)
        self._can_be_tried(hint)
        network = None if self.model.is_run_itself else self._network(images, labels)
        if network is None:
            self._learn_where_it_is(lessons, exam, epochs, batch_size, hint, published)
            return self.reads(*exam, at_least, hint)
        plan = {"images": images, "labels": labels, "epochs": epochs, "batch_size": batch_size}
        found = self.model.score_after(network, plan, exam)
        self.answer.measurements["loss"] = found.loss
        return self._enough(found.accuracy, exam[1], at_least, hint)

    def learns(
        self,
        training: tuple[np.ndarray, np.ndarray],
        exam: tuple[np.ndarray, np.ndarray],
        epochs: int,
        batch_size: int,
        at_least: float,
        by: str = "accuracy",
        hint: str = "",
        class_weights: dict[int, float] | None = None,
        most_seconds: float | None = None,
        again: Callable[[], Answer] | None = None,
    ) -> float:
        """Trained by the judge's protocol, the model is good enough on rows that it has not seen. Returns how good.

        For any model with one output or one for each class, and rows of any shape. What is measured is calculated from its
        outputs, never asked of it. During the training the classes change places in secret, see ``learns_to_read``.

        Args:
            training, exam: rows as float (rows, …), and labels as int (rows,).
            at_least: what it has to reach; by: a key of ``measures.MEASURES``: accuracy, AUC, precision or recall.
            class_weights: how much a row of each class counts in the loss.
            most_seconds: of computing on one core. Where a few steps show that it would take longer, it is not trained,
                and the message says so.
            again: gives another model of the same kind. Up to ``MORE`` are trained, too, as long as the best one only just
                misses: how good a training gets depends on the first weights, and an unlucky draw should cost no points.

        Example:
            >>> expect(model).is_a_model().learns(lessons, exam, 5, 32, at_least=0.7, by="AUC")  # doctest: +SKIP
        """
        (rows, labels), (unseen, truth) = training, exam
        weights = None
        if class_weights is not None:
            weights = np.array([class_weights[int(label)] for label in labels], np.float32)

        def reached_by(words: LearningWords) -> tuple[float, np.ndarray]:
            words._can_be_tried(hint)
            shown, asked = words._shaped(rows), words._shaped(unseen)
            words._learn_where_it_is((shown, labels), (asked, truth), epochs, batch_size, hint, None, weights, most_seconds)
            given = words._in_place(words._rows(asked), asked)
            return MEASURES[by](given, truth, one_column(given) and words._gives_scores(asked[:1])), given

        reached, given = reached_by(self)
        for _ in range(MORE):
            if again is None or not at_least - CLOSE <= reached < at_least:
                break
            other = type(self)(again())
            other._either = self._either
            reached = max(reached, reached_by(other)[0])
        self.answer.measurements.update({by: reached, f"{by}_needed": at_least})
        if not reached >= at_least:
            frozen = self._frozen_layer()
            hint = hint or (message("Its {frozen} layer is frozen (trainable=False), so it learns nothing.", frozen=frozen) if frozen else "")
            hint = hint or symptom(*training_numbers(self._history), given)
            self.fail(
                message(
                    "{call} gave a model with {measure} of {reached:.3f} on {number:,} unseen {called} right after the training; expected at least {at_least:.3f}.",
                    measure=IN_WORDS[by], reached=reached, number=len(truth), called=_called(unseen), at_least=at_least,
                ),
                ("weights", "alike") if _is_alike(self._state()) else ("learns", by, self._speed(), _form(self._state())),
                hint,
            )
        return reached

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
        self._history = history = self.model.fit(
            images, places[labels], epochs, batch_size, sample_weights, most_seconds
        )
        if "would_take" in history:
            once = float(history["would_take"]) / epochs
            most = float(history.get("most", 0))
            self.fail(
                message(
                    "{call} gave a model for which one pass over {number:,} {called} takes about {once:.0f} s on one core. {epochs} "
                    "passes may take {most:.0f} s, so it was not trained.",
                    number=len(images), called=_called(images), once=once, epochs=epochs, most=most,
                ),
                ("too slow", _form(self._state())),
                hint,
            )
        if published is not None:
            self._looks_up(published, unseen, truth)
            self._looks_up(published, unseen, places[truth])
        self._places = places

    def _network(self, images: np.ndarray, labels: np.ndarray) -> Network | None:
        """The model as a network that adam trains on cross-entropy, if it is one; None if it is another.

        It says that it is made of Keras's own parts with the usual settings, and it does what such a model does: its
        outputs, its loss and two steps of training are what NumPy makes of drawn images, weights and labels.
        """
        state, rate = self._state(), self._learning_rate()
        if state.get("ordinary") is not True or not rate or not 0 < rate < 1 or state["total"] != state["trainable"]:
            return None
        if labels.max() >= (self._outputs() or 0):
            return None
        if state.get("types", TYPES) != TYPES:  # too near to be told from float32 by numbers; learns a little otherwise
            return None
        behaviour = self._behaviour(images)
        structure = Structure("relu", "linear" if self._takes_scores() else "softmax")
        try:
            is_it = (
                structure in behaviour.structures() and behaviour.learns_like(structure) and behaviour.still(structure)
            )
        except StudentError:
            return None
        return behaviour.network(structure) if is_it else None

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
        if self._places is None or rows.ndim != 2:
            return rows
        if one_column(rows) and len(self._places) == 2:
            turned = self._places[0] == 1
            return (-rows if self._gives_scores(images[:1]) else 1 - rows) if turned else rows
        if rows.shape[1] < len(self._places):
            return rows
        return np.concatenate([rows[:, self._places], rows[:, len(self._places) :]], axis=1)

    def _rows(self, images: np.ndarray) -> np.ndarray:
        """What the model gives for many images."""
        return np.concatenate(self.model.outputs(*np.array_split(images, max(1, len(images) // 2000))))

    def _note_loss(self, rows: np.ndarray, labels: np.ndarray) -> None:
        """Keeps the loss, for the class's statistics, where the model's rows tell it: as probabilities or bare scores."""
        if rows.ndim != 2 or rows.shape[1] <= labels.max() or not np.isfinite(rows).all():
            return
        shares = rows.min() >= 0 and np.abs(rows.sum(axis=1) - 1).max() < 1e-3
        if not shares and self._takes_scores():
            rows, shares = softmax(rows), True
        if shares:
            self.answer.measurements["loss"] = cross_entropy(rows, labels)

    def _enough(self, accuracy: float, labels: np.ndarray, at_least: float, hint: str) -> float:
        self.answer.measurements.update(accuracy=accuracy, accuracy_needed=at_least)
        if accuracy < at_least:
            guesses = accuracy < GUESSES / (int(labels.max()) + 1)
            how = self._speed() or ("guesses" if guesses else "too few")
            self.fail(
                message("{call} gave a model that reads {accuracy:.1%} of {number:,} unseen images right after the training; expected at least {at_least:.1%}.", accuracy=accuracy, number=len(labels), at_least=at_least),
                ("weights", "alike") if _is_alike(self._state()) else ("reads", how, *([_form(self._state())] if how == "too few" else [])),
                hint,
            )
        return accuracy

    def _speed(self) -> str:
        """Whether the learning rate is far from the usual ones; empty if not."""
        rate = self._learning_rate()
        slowest, fastest = USUAL_RATES
        if rate is None or rate >= slowest and (self._state()["optimizer"] or {}).get("name") in LARGE_RATES:
            return ""
        return "" if slowest <= rate <= fastest else "slow" if rate < slowest else "fast"


def _form(state: dict[str, Any]) -> list[int | str]:
    """The number of axes of each array of weights: a design that is another one leaves other evidence.

    Kernels that do not learn come last. The means of a normalization, which do not either, have one axis.
    """
    learning: list[int | str] = [weight.ndim for weight in state["weights"]]
    frozen = [weight.ndim for weight in state.get("frozen", []) if weight.ndim > 1]
    return [*learning, "frozen", *frozen] if frozen else learning


def _is_alike(state: dict[str, Any]) -> bool:
    """Whether all units of a layer have the same weights, so that they can only learn the same."""
    kernels = [weight for weight in state["weights"] if weight.ndim == 2]
    return any(kernel.shape[1] > 1 and bool((kernel == kernel[:, :1]).all()) for kernel in kernels)


def _called(rows: np.ndarray) -> str:
    """What people call rows of this shape."""
    return message("images") if rows.ndim > 2 else message("rows")
