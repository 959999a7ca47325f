"""Words about a model that answers a question of yes or no with one number: a probability, or a bare score."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.core.languages import message
from autograder.expectations import measures
from autograder.expectations.answer import StudentError, fail_closed
from autograder.expectations.model_behaviour import AGAIN
from autograder.expectations.model_words import ModelWords
from autograder.expectations.reported_losses import fitting

SAME = 1e-6  # numbers of one output that differ by less are one number
DRAWN = 200  # rows of which metrics are asked: an AUC in 200 steps is coarse on fewer
CLOSE = 0.03  # between an AUC of 200 thresholds and of all
REMARK = message(
    "The model gives raw scores, but the description asks for a probability: a last layer with sigmoid. This is accepted because "
    "the loss knows it (from_logits=True)."
)


@fail_closed
class BinaryWords(ModelWords):
    """What can be said about a model with one output."""

    def gives_one_probability(self, rows: np.ndarray, hint: str = "") -> None:
        """Each row gets one number from 0 to 1, and not the same one; or one bare score, if the loss is that of scores.

        Args:
            rows: float, (rows, …): what the model takes.
        """
        self._can_be_tried(hint)
        given = self._one_number(rows, hint)
        self._is_one_probability(given, self._shaped(rows), hint)

    def _one_number(self, rows: np.ndarray, hint: str) -> np.ndarray:
        """What the model gives, one finite number for each row."""
        (given,) = self.model.outputs(self._shaped(rows))
        if isinstance(given, (tuple, dict)):
            self._has_one_output(given, hint)
        shape = getattr(given, "shape", None)
        if not isinstance(given, np.ndarray) or not measures.one_column(given) or len(given) != len(rows):
            self.fail(
                message(
                    "{call} gave a model that turns {number} rows into shape {shape}; expected {wanted}, one number a row.",
                    number=len(rows), shape=shape, wanted=(len(rows), 1),
                ),
                ("output shape", shape and shape[1:], self._activations()),
                hint,
            )
        if not np.isfinite(given).all():
            self.fail(message("{call} gave a model whose output contains numbers that are not finite."), ("not finite",), hint)
        if not self._state()["weights"]:
            self._known = None  # some models have weights only once they have seen a row
        return given

    def _is_one_probability(self, given: np.ndarray, rows: np.ndarray, hint: str) -> None:
        if np.ptp(given) < SAME:
            if abs(float(given.flat[0]) - 1) < SAME:
                self.fail(
                    message(
                        "{call} gave a model that gives 1.0 for every row, whatever is in it. Softmax makes the outputs of a row add "
                        "up to 1; with one output that leaves only 1.0."
                    ),
                    ("always one",),
                    hint or message("Which activation turns a single number into a probability?"),
                )
            self.fail(message("{call} gave a model that gives the same number for every row."), ("the same row",), hint)
        inside = given.min() >= -SAME and given.max() <= 1 + SAME
        if self._gives_scores(rows):
            self.answer.remarks.append(REMARK)
        elif not inside or self._goes_beyond(rows):
            self.fail(
                message(
                    "{call} gave a model whose numbers go from {low:.2f} to {high:.2f} here, and beyond 0 and 1 elsewhere; expected a "
                    "probability, from 0 to 1.",
                    low=given.min(), high=given.max(),
                )
                if inside
                else message(
                    "{call} gave a model whose numbers go from {low:.2f} to {high:.2f}; expected a probability, from 0 to 1.",
                    low=given.min(), high=given.max(),
                ),
                ("not a probability", self._activations()[-1:]),
                hint,
            )
        elif any(one.last == AGAIN for one in self._structures(rows)):
            self.fail(
                message("{call} gave a model that ends in sigmoid twice, one after the other: no number is below 0.5, whatever is in the row."),
                (AGAIN,),
                hint,
            )

    def _goes_beyond(self, rows: np.ndarray) -> bool:
        """Whether rows that are far from usual get numbers outside 0 and 1."""
        try:
            (far,) = self.model.outputs((rows * 100).astype(np.float32))
        except StudentError:  # an embedding takes no other numbers than those that it knows
            return False
        return bool(far.min() < -SAME or far.max() > 1 + SAME)

    def minimises_binary_cross_entropy(self, rows: np.ndarray, labels: np.ndarray, hint: str = "") -> None:
        """The loss is binary cross-entropy of what the model gives, and a step of training makes it smaller.

        Args:
            rows: float, (rows, …); labels: int (rows,), 0 and 1.
        """
        self._can_be_tried(hint)
        self._is_compiled(hint)
        given = self._one_number(rows, hint)
        rows = self._shaped(rows)
        name = (self._state()["loss"] or {}).get("name", message("no loss"))
        fits = fitting(self._reported_losses(rows, given, labels, hint), binary_losses)
        beyond = not any(fits[2:]) and self._goes_beyond(rows)  # by chance, a fresh model may give probabilities for these rows
        if not any(fits) or beyond:
            mixed = beyond and not self._takes_scores() and (any(fits) or "cross" in name)
            if np.ptp(given) < SAME:
                self.fail(
                    message("{call} gave a model that gives the same number for every row, so no training makes its loss ({name}) smaller.", name=name),
                    ("loss", name, mixed),
                    hint,
                )
            why = message(": it takes the numbers for probabilities, and some are below 0 or above 1") if mixed else ""
            self.fail(
                message("{call} gave a model that minimises {name}, which is not binary cross-entropy of what it gives{why}.", name=name, why=why),
                ("loss", name, mixed),
                hint,
            )
        learns = self._asked("loss", hint, self._behaviour(rows).learns_cross_entropy)
        if learns is None:
            self.fail(message(
                "{call} gave a model that does not change in a training step: {why_it_stands}.",
                why_it_stands=self._why_it_stands(),
            ), ("no step",), hint)
        if not learns:
            self.fail(
                message("{call} gave a model that reports the right loss, but a training step does not make this loss smaller."),
                ("another step",),
                hint,
            )

    def reports_any_of(self, names: Sequence[str], rows: np.ndarray, hint: str = "") -> None:
        """Among the metrics is one that agrees with one of these on drawn rows.

        Args:
            names: of "AUC" (of the ROC curve, or of precision over recall), "precision", "recall".
            rows: float, (rows, …), which say only what the model takes.
        """
        self._can_be_tried(hint)
        self._is_compiled(hint)
        self._one_number(rows, hint)
        rows = self._shaped(rows)
        drawn = self._asked("metrics", hint, lambda: self._with_metrics(rows))
        scores = self._gives_scores(rows)
        shown = [name for name in drawn[0][2] if name != "loss"]
        wanted = [one for name in names for one in _FORMS[name]]
        for metric in shown:
            for form in wanted:
                if all(form(given, labels, scores, metrics.get(metric)) for given, labels, metrics in drawn):
                    return
        if {"precision", "recall"} & set(names) and shown:
            drawn += self._with_metrics(rows, 20, (0.2, 0, 0.2, 0))  # a fresh model may give no usual row 0.9
            tried = [[(given, labels, measured.get(metric)) for given, labels, measured in drawn] for metric in shown]
            if any(_at_a_threshold(name, tries) for name in names for tries in tried):
                return
        asked = self._state()["metrics"]
        said = message("reports {shown}", shown=", ".join(shown)) if shown else message("reports the loss only")
        self.fail(message("{call} gave a model that {said}; expected one of {names}.", said=said, names=", ".join(names)), ("metrics", asked), hint)

    def _with_metrics(
        self, rows: np.ndarray, spread: float = 2, follows: Sequence[float] = (0.9, 0.5, 0.7, 0.3)
    ) -> list[tuple[np.ndarray, np.ndarray, dict[str, Any]]]:
        """A few times: what the model gives for drawn rows, drawn labels of which some follow it, and its metrics.

        Different shares are yes each time, so that one metric cannot be taken for another.
        """
        found = []
        rng = np.random.default_rng(rows.size)
        for follow, share in zip(follows, (0.5, 0.2, 0.8, 0.1), strict=True):
            drawn = rng.normal(0, spread, (DRAWN, *rows.shape[1:])).astype(np.float32)
            (given,) = self.model.outputs(drawn)
            above = given.reshape(-1) > np.quantile(given, 1 - share)
            labels = np.where(rng.random(DRAWN) < follow, above, rng.random(DRAWN) < share).astype(np.uint8)
            found.append((given, labels, self.model.score(drawn, labels)["metrics"]))
        return found


def binary_losses(_rows: np.ndarray, given: np.ndarray, labels: np.ndarray) -> list[float]:
    """What binary cross-entropy of these numbers may be: of probabilities and of bare scores, cut off or not."""
    flat = given.reshape(-1).astype(np.float64)
    inside = bool(flat.min() >= 0 and flat.max() <= 1)
    shares = [measures.loss(flat, labels, False, least) if inside else float("nan") for least in (1e-7, 1e-300)]
    return [*shares, *(measures.loss(flat, labels, True, least) for least in (1e-7, 1e-300))]


def _agrees(value: float | None, *rights: float, within: float = 1e-3) -> bool:
    return value is not None and any(abs(value - right) <= within for right in rights)


def _auc(given: np.ndarray, labels: np.ndarray, scores: bool, value: float | None) -> bool:
    """In steps, as Keras calculates it, the area of probabilities that lie close together is a coarse one."""
    shares = measures.chances(given, scores)[:, 1]
    return _agrees(value, stepped_auc(shares, labels)) or _agrees(value, measures.auc(shares, labels), within=CLOSE)


def _average_precision(given: np.ndarray, labels: np.ndarray, scores: bool, value: float | None) -> bool:
    return _agrees(value, measures.average_precision(given, labels), within=2 * CLOSE)


def _precision(given: np.ndarray, labels: np.ndarray, scores: bool, value: float | None) -> bool:
    """Keras cuts at 0.5, also bare scores."""
    return _agrees(value, *(measures.precision(given, labels, how) for how in {scores, False}))


def _recall(given: np.ndarray, labels: np.ndarray, scores: bool, value: float | None) -> bool:
    return _agrees(value, *(measures.recall(given, labels, how) for how in {scores, False}))


def _at_a_threshold(name: str, tries: Sequence[tuple[np.ndarray, np.ndarray, float | None]]) -> bool:
    """Whether a metric is the precision, or the recall, from another threshold on: the same one for all drawn rows.

    Args:
        tries: what the model gives, the labels, and the metric, each time.
    """
    values = [np.nan if value is None else value for *_, value in tries]
    if name not in ("precision", "recall") or sum(0.02 < value < 0.98 for value in values) < 2:
        return False
    numbers = np.unique(np.concatenate([given.reshape(-1) for given, *_ in tries]).astype(np.float64))
    cuts = (numbers[1:] + numbers[:-1]) / 2
    fits = np.ones(len(cuts), bool)
    for (given, labels, _), value in zip(tries, values, strict=True):
        called = given.reshape(-1).astype(np.float64) > cuts[:, None]
        below = called.sum(axis=1) if name == "precision" else (labels == 1).sum()
        right = called[:, labels == 1].sum(axis=1) / np.maximum(below, 1)
        fits &= np.abs(right - value) <= 1e-3
    return bool(fits.any())


_FORMS = {"AUC": (_auc, _average_precision), "precision": (_precision,), "recall": (_recall,)}


def stepped_auc(shares: np.ndarray, labels: np.ndarray, thresholds: int = 200) -> float:
    """The area below the ROC curve that is known at evenly spaced thresholds only, as Keras has it."""
    cuts = np.array([-1e-7, *(np.arange(1, thresholds - 1) / (thresholds - 1)), 1 + 1e-7])
    called = shares[None, :] > cuts[:, None]
    yes, no = labels == 1, labels != 1
    hits, alarms = called[:, yes].mean(axis=1), called[:, no].mean(axis=1)
    return float(((alarms[:-1] - alarms[1:]) * (hits[:-1] + hits[1:]) / 2).sum())


