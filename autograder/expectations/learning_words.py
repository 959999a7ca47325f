"""Words about what a model has learned, or learns when the judge trains it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.content.integrity import fingerprint
from autograder.core.languages import message, plural
from autograder.expectations.answer import Answer, StudentError, fail_closed
from autograder.expectations.learned_signs import called_rows, form, is_alike
from autograder.expectations.measures import IN_WORDS, MEASURES, one_column
from autograder.expectations.model_behaviour import Structure
from autograder.expectations.network import Network, cross_entropy, softmax
from autograder.expectations.several_outputs import is_several, learns_each, wanted_of
from autograder.expectations.trained_words import TrainedWords
from autograder.expectations.training_symptoms import symptom, training_numbers

GUESSES = 2  # times the share that guessing reads: who reads no more has learned nothing
CLOSE = 0.15  # below what is needed: so much less may be bad luck with the first weights (0.791 of 0.92 was seen)
MORE = 4  # trainings for who is so close: a right network that misses every fourth time then loses points once in 1,000
TYPES = ["float32"]  # of the networks that the judge trains itself


@fail_closed
class LearningWords(TrainedWords):
    """What can be said about what a model reads."""

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
        lessons: tuple[np.ndarray, Any],
        exam: tuple[np.ndarray, Any],
        epochs: int,
        batch_size: int,
        at_least: Any,
        hint: str = "",
        published: np.ndarray | None = None,
    ) -> Any:
        """Trained on the lessons by the judge's protocol, the model reads at least this share of the exam.

        Where what it does confirms what it says it is (see ``_network``), the judge trains that network itself, and once
        for a class; else the model is trained where it is. There the classes change places in secret, so that only a
        model that learns from the labels reads them.

        Args:
            lessons, exam: images as float (images, rows, columns), and labels; of several outputs as for ``learns``.
            published: the exam's images as everybody knows them, where the exam's own are changed a little.
        """
        images, labels = lessons
        if is_several(labels):
            return self.learns(lessons, exam, epochs, batch_size, at_least, hint=hint)
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
        training: tuple[np.ndarray, Any],
        exam: tuple[np.ndarray, Any],
        epochs: int,
        batch_size: int,
        at_least: Any,
        by: Any = "accuracy",
        hint: str = "",
        class_weights: Any = None,
        most_seconds: float | None = None,
        again: Callable[[], Answer] | None = None,
    ) -> Any:
        """Trained by the judge's protocol, the model is good enough on rows that it has not seen. Returns how good.

        For any model with one output or one for each class, and rows of any shape. What is measured is calculated from its
        outputs, never asked of it. During the training the classes change places in secret, see ``learns_to_read``.

        A model with several outputs is trained once, and each output is measured: then labels are a dict by the outputs' names, or
        a list in their order, and so may be ``at_least``, ``by`` and ``class_weights``. Returns a dict of how good each is.

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
        if is_several(labels):
            wanted = wanted_of(labels, truth, by, at_least, class_weights)
            settings = {"epochs": epochs, "batch_size": batch_size, "most_seconds": most_seconds}
            return learns_each(self, rows, unseen, wanted, settings, hint, again, CLOSE, MORE)
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
            reached = max(reached, reached_by(self._beside(again()))[0])
        self.answer.measurements.update({by: reached, f"{by}_needed": at_least})
        if not reached >= at_least:
            frozen = self._frozen_layer()
            hint = hint or (message("Its {frozen} layer is frozen (trainable=False), so it learns nothing.", frozen=frozen) if frozen else "")
            hint = hint or symptom(*training_numbers(self._history), given)
            self.fail(
                message(
                    "{call} gave a model with {measure} of {reached:.3f} on {number:,} unseen {called} right after the training; expected at least {at_least:.3f}.",
                    measure=IN_WORDS[by], reached=reached, number=len(truth), called=called_rows(unseen), at_least=at_least,
                ),
                ("weights", "alike") if is_alike(self._state()) else ("learns", by, self._speed(), form(self._state())),
                hint,
            )
        return reached

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
                ("weights", "alike") if is_alike(self._state()) else ("reads", how, *([form(self._state())] if how == "too few" else [])),
                hint,
            )
        return accuracy
