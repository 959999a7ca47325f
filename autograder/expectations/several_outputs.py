"""A training of a model with several outputs: one training as for one output, and a measure and a least for each output.

Labels, measures and leasts are dicts with the outputs' names as keys, or lists in their order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from autograder.core.languages import message
from autograder.expectations.answer import Answer
from autograder.expectations.learned_signs import called_rows, form, is_alike
from autograder.expectations.measures import IN_WORDS, MEASURES, in_place, one_column
from autograder.expectations.trained_words import TrainedWords

Several = Mapping[str, Any] | Sequence[Any]  # one for each output


class WantedOutput(NamedTuple):
    """What is asked of one output.

    Attributes:
        key: its name, or its place. labels, truth: int, of the rows to learn from and of the unseen ones. weights: float, of each row
            to learn from. by: a key of ``measures.MEASURES``; at_least: what it has to reach.
    """

    key: str | int
    labels: np.ndarray
    truth: np.ndarray
    weights: np.ndarray | None
    by: str
    at_least: float


def is_several(labels: object) -> bool:
    """Whether these are the labels of several outputs: a dict or a list of arrays."""
    return isinstance(labels, (Mapping, list, tuple))


def wanted_of(labels: Several, truth: Several, by: Any, at_least: Any, class_weights: Several | None) -> list[WantedOutput]:
    """What is asked of each output, in the check's order.

    Args:
        by, at_least: one for all outputs, or one for each. class_weights: for each output a dict of how much a row of each class counts,
            or None; of a dict, outputs may be left out.

    Raises:
        RuntimeError: the parts do not have the same names or number, which is a fault of the check.

    Example:
        >>> [one.by for one in wanted_of([np.array([0, 1])] * 2, [np.array([1])] * 2, ["accuracy", "AUC"], 0.7, None)]
        ['accuracy', 'AUC']
    """
    keys = _keys(labels)
    measures, leasts, unseen = (_for_each(keys, one) for one in (by, at_least, truth))
    weights = {**dict.fromkeys(keys), **class_weights} if isinstance(class_weights, Mapping) else class_weights
    counted = _for_each(keys, weights)
    if unknown := [one for one in measures if one not in MEASURES]:
        raise RuntimeError(f"there is no measure {unknown[0]}; there are {', '.join(MEASURES)}")
    found = []
    for key, learned, true, own, measure, least in zip(keys, _for_each(keys, labels), unseen, counted, measures, leasts, strict=True):
        each = None if own is None else np.array([own[int(label)] for label in learned], np.float32)
        found.append(WantedOutput(key, np.asarray(learned), np.asarray(true), each, measure, float(least)))
    return found


def _keys(several: Several) -> list[Any]:
    return list(several) if isinstance(several, Mapping) else list(range(len(several)))


def _for_each(keys: list[Any], one: Any) -> list[Any]:
    """What there is for each output: its own, or the same for all."""
    if not is_several(one):
        return [one] * len(keys)
    if set(_keys(one)) != set(keys):
        raise RuntimeError(f"the labels are for the outputs {keys}, and something else that a check asks for is for {_keys(one)}")
    return [one[key] for key in keys]


def learns_each(
    words: TrainedWords,
    rows: np.ndarray,
    unseen: np.ndarray,
    wanted: list[WantedOutput],
    settings: Mapping[str, Any],
    hint: str,
    again: Callable[[], Answer] | None,
    close: float,
    more: int,
) -> dict[str | int, float]:
    """Trains the model once, and measures each of its outputs; see ``LearningWords.learns``.

    Args:
        settings: ``epochs``, ``batch_size`` and ``most_seconds``. close, more: see ``learns``.

    Returns:
        How good each output is.
    """
    reached = _reached(words, rows, unseen, wanted, settings, hint)
    for _ in range(more):
        missed = [one.at_least - reached[one.key] for one in wanted if not reached[one.key] >= one.at_least]
        if again is None or not missed or not max(missed) <= close:
            break
        other = _reached(words._beside(again()), rows, unseen, wanted, settings, hint)
        if all(other[one.key] >= one.at_least for one in wanted):
            reached = other
    for one in wanted:
        words.answer.measurements.update({f"{one.key} {one.by}": reached[one.key], f"{one.key} {one.by}_needed": one.at_least})
    for one in wanted:
        if not reached[one.key] >= one.at_least:
            frozen = words._frozen_layer()
            hint = hint or (message("Its {frozen} layer is frozen (trainable=False), so it learns nothing.", frozen=frozen) if frozen else "")
            words.fail(
                message(
                    "{call} gave a model whose output {output} has {measure} of {reached:.3f} on {number:,} unseen {called} right after the "
                    "training; expected at least {at_least:.3f}.",
                    output=one.key, measure=IN_WORDS[one.by], reached=reached[one.key], number=len(one.truth), called=called_rows(unseen), at_least=one.at_least,
                ),
                ("weights", "alike") if is_alike(words._state()) else ("learns", one.key, one.by, words._speed(), form(words._state())),
                hint,
            )
    return reached


def _reached(
    words: TrainedWords, rows: np.ndarray, unseen: np.ndarray, wanted: list[WantedOutput], settings: Mapping[str, Any], hint: str
) -> dict[str | int, float]:
    """How good each output of one model is after the training. During it the classes of each output change places in secret."""
    words._is_small()
    shown, asked = words._shaped(rows), words._shaped(unseen)
    (first,) = words.model.outputs(shown[:1])
    given = words._by_name(first)
    words._has_as_many_outputs(given, len(wanted), hint)
    names = list(given) if isinstance(wanted[0].key, int) else [str(one.key) for one in wanted]
    for name in names:
        words._has_the_output(name, given, hint)
    rng = words.model.drawing()
    places = [rng.permutation(int(max(one.labels.max(), one.truth.max())) + 1).astype(one.labels.dtype) for one in wanted]
    labels = _as_given(first, given, dict(zip(names, (each[one.labels] for each, one in zip(places, wanted, strict=True)), strict=True)))
    weights = None
    if any(one.weights is not None for one in wanted):
        each = [np.ones(len(one.labels), np.float32) if one.weights is None else one.weights for one in wanted]
        weights = _as_given(first, given, dict(zip(names, each, strict=True)))
    words._train(shown, labels, settings["epochs"], settings["batch_size"], hint, weights, settings["most_seconds"])
    parts = [words._by_name(one) for one in words.model.outputs(*np.array_split(asked, max(1, len(asked) // 2000)))]
    found = {}
    for name, place, one in zip(names, places, wanted, strict=True):
        outputs = np.concatenate([part[name] for part in parts])
        scores = one_column(outputs) and _are_scores(outputs)
        found[one.key] = MEASURES[one.by](in_place(outputs, place, scores), one.truth, scores)
    return found


def _as_given(given: object, by_name: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any] | list[Any]:
    """One value for each output in the form in which the model gives them: by name, or in their order."""
    return {name: values[name] for name in by_name} if isinstance(given, dict) else [values[name] for name in by_name]


def _are_scores(outputs: np.ndarray) -> bool:
    """Whether one number for each row is a bare score: it is a probability only between 0 and 1."""
    return bool(outputs.min() < 0 or outputs.max() > 1)
