"""What tells two answers to an exercise of fashion_mnist apart, by what its page asks for."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import oracle_figures as drawn
import oracle_models as models
import oracle_reads as reads
from oracle import Namespace, NotAsAsked, Oracle

Rng = np.random.Generator
Calls = list[tuple[Any, ...]]
NAMES = ["sun", "Rain/hail", "snow", "fog", "storm", "wind", "heat", "cloud", "ice", "thunder"]


def _to_name(rng: Rng, _names: Namespace) -> Calls:
    return [(rng.integers(0, 10, 40).astype(np.uint8), list(NAMES)), (np.array([2, 0, 3, 3]), NAMES[:4]), (np.array([1]), NAMES[:2])]


def _named(result: Any, _arguments: Any, _names: Namespace) -> Any:
    if not isinstance(result, (list, tuple, np.ndarray)):
        raise NotAsAsked
    return [reads.text(one) for one in result]


def _clothes(rng: Rng, _names: Namespace) -> Calls:
    many = rng.permutation(np.repeat([0, 1, 2], [9, 7, 8])).astype(np.uint8)
    few = rng.permutation(np.repeat([1, 2, 3, 5], [3, 9, 1, 6]))
    return [
        (rng.integers(0, 256, (24, 28, 28)).astype(np.uint8), many, NAMES[:3]),
        (rng.random((19, 14, 11)), few, NAMES[:6]),
    ]


def _rows(result: Any, _arguments: Any, _names: Namespace) -> Any:
    axes = drawn.axes_of(result)
    rows: dict[int, list[Any]] = {}
    for ax in axes:
        rows.setdefault(drawn._place(ax)[0], []).append(ax)
    shown = []
    for row in rows.values():
        with_image = [ax for ax in row if ax.images]
        said = [text for ax in row if ax.axison for text in (ax.get_ylabel(), ax.get_xlabel(), ax.get_title()) if text]
        shown.append([[drawn.images(ax) for ax in with_image], said, any(drawn.has_ticks(ax) for ax in row)])
    return [shown, all(ax.images for ax in axes if ax.axison)]


def _to_divide(rng: Rng, _names: Namespace) -> Calls:
    calls: Calls = []
    for count, share, seed in ((60, 0.25, 3), (23, 0.4, 0), (130, 0.29, 5), (60, 0.25, 3), (60, 0.25, 4), (60, 0.25, 0), (60, 0.25, 0)):
        mixed = np.random.default_rng(count).permutation(count)
        images = mixed[:, None, None] * 6 + np.arange(6).reshape(2, 3)
        calls.append((images / 16, (mixed * mixed % 5).astype(np.uint8), share, seed))
    return calls


def _parts(result: Any, arguments: Any, _names: Namespace) -> Any:
    """Sizes, whether each image is there once with its own label, and whether they are mixed; which images is free."""
    images, labels = arguments[:2]
    (train, train_labels), (validation, validation_labels) = ([reads.array(one) for one in pair] for pair in result)
    where = {number: place for place, number in enumerate(_numbers(images))}
    places = [np.array([where[number] for number in _numbers(part)], int) for part in (train, validation)]
    known = np.asarray(labels)
    return [
        [len(one) for one in (train, train_labels, validation, validation_labels)],
        sorted(int(one) for part in places for one in part),
        [bool((known[part] == of).all()) for part, of in zip(places, (train_labels, validation_labels), strict=True)],
        [bool((images[part] == of).all()) for part, of in zip(places, (train, validation), strict=True)],
        bool((np.diff(np.sort(places[1])) > 1).sum() > 2) and not bool((np.diff(np.sort(places[1])) == 2).all()),
    ]


def _numbers(images: Any) -> list[int]:
    return [int(one) for one in (images[:, 0, 0] * 16 / 6).round().tolist()]


def _again(calls: list[tuple[Any, Any]]) -> Any:
    """Of each pair of calls with the same images: whether the same seed gave the same parts, and another one others."""
    parts = [(len(arguments[0]), arguments[3], sorted(_numbers(result[1][0]))) for result, arguments in calls]
    return [(one[1] == other[1]) is (one[2] == other[2]) for one, other in itertools.combinations(parts, 2) if one[0] == other[0]]


def _histories(rng: Rng, _names: Namespace) -> Calls:
    calls: Calls = []
    for epochs, nan in ((12, None), (9, 4), (3, 0), (8, 7)):
        lists = {name: rng.uniform(0.2, 1.2, epochs).round(4).tolist() for name in ("loss", "accuracy", "val_loss", "val_accuracy")}
        if nan is not None:
            lists["val_loss"][nan] = float("nan")
        calls.append((lists,))
    tie = {name: rng.uniform(0.5, 1, 5).tolist() for name in ("loss", "accuracy", "val_accuracy")} | {"val_loss": [0.9, 0.25, 0.5, 0.25, 0.25]}
    near = {name: rng.uniform(0.5, 1, 4).tolist() for name in ("loss", "accuracy", "val_accuracy")} | {"val_loss": [0.9, 0.3004, 0.3002, 0.5]}
    for losses in ([0.9, 0.8, 0.4], [1.9, float("nan"), 1.5, 1.7], [0.1, 0.5, 0.7], [0.5, 0.4, float("nan")]):
        calls.append((dict.fromkeys(("loss", "accuracy", "val_accuracy"), [0.6, 0.5, 0.4, 0.3][: len(losses)]) | {"val_loss": losses},))
    return [*calls, (tie,), (near,), ({"loss": [1.0], "accuracy": [0.3], "val_loss": [0.7], "val_accuracy": [0.2]},)]


def _trainings(rng: Rng, _names: Namespace) -> Calls:
    return [one for one in _histories(rng, _names)[:1]] + [
        ({name: (rng.uniform(0.2, 1.2, epochs)).round(4).tolist() for name in ("loss", "accuracy", "val_loss", "val_accuracy")},) for epochs in (7, 5)
    ]


def _curves(result: Any, _arguments: Any, _names: Namespace) -> Any:
    return sorted(([drawn.lines(ax), drawn.across(ax, upright=True), drawn.look_alike(ax)] for ax in drawn.axes_of(result)), key=repr)


def _pairs(rng: Rng, _names: Namespace) -> Calls:
    calls: Calls = []
    for count, classes in ((300, 10), (40, 4), (25, 13)):
        labels = rng.integers(0, classes - 1, count).astype(np.uint8)
        predictions = np.where(rng.random(count) < 0.5, labels, rng.integers(0, classes - 2, count)).astype(np.int64)
        calls.append((labels, predictions, classes))
    return [*calls, (np.full(400, 2, np.uint8), np.full(400, 1), 3)]


def _matrices(rng: Rng, _names: Namespace) -> Calls:
    usual = rng.integers(0, 40, (6, 6)) + np.diag(rng.integers(40, 90, 6))
    empty = rng.integers(1, 20, (5, 5))
    empty[[1, 4]] = 0
    empty[2, 2] = 0
    empty[3] = [0, 0, 0, 1, 0]
    return [(usual,), (empty,), (np.array([[3, 9], [2, 1]]),), (np.array([[5, 4, 4], [4, 9, 4], [4, 4, 9]]),), (np.array([[2, 7, 9], [9, 9, 1], [4, 4, 8]]),), (rng.integers(0, 300, (10, 10)),), (np.array([[2, 1, 1], [1, 3, 2], [9, 4, 2]]),)]


def _with_mistakes(rng: Rng, names: Namespace) -> Calls:
    return _matrices(rng, names)


def _to_draw(rng: Rng, _names: Namespace) -> Calls:
    return [(rng.integers(0, 60, (size, size)) + np.diag(rng.integers(60, 200, size)), NAMES[:size]) for size in (5, 10, 3)]


def _heat_map(result: Any, arguments: Any, _names: Namespace) -> Any:
    (ax,) = drawn.axes_of(result)
    size = len(arguments[1])
    written = {place: text for place, text in drawn.numbers_in_cells(ax).items() if text != "0"}
    return [
        drawn.images(ax),
        written,
        [{place: text for place, text in drawn.tick_names(ax, axis).items() if 0 <= place < size} for axis in "xy"],
        ["pred" in ax.get_xlabel(), "true" in ax.get_ylabel()],
    ]


def _to_train(rng: Rng, names: Namespace) -> Calls:
    calls: Calls = []
    for epochs, patience, rate in ((10, 2, 0.02), (7, 40, 0.02), (6, 1, 0.03)):
        pairs = models.numbered(rng, 72), models.numbered(rng, 48)
        pairs[1][1][::3] = (pairs[1][1][::3] + 1) % 10  # so the loss rises when the network becomes sure
        calls.append((models.counting(names, rate), *pairs, epochs, patience))
    return calls


ORACLES = {
    "name_labels": Oracle(_to_name, _named),
    "plot_examples": Oracle(_clothes, _rows),
    "split_validation": Oracle(_to_divide, _parts, _again),
    "build_baseline": Oracle(lambda _rng, _names: [(), ()], models.digits_network),
    "build_model": Oracle(lambda _rng, _names: [()], models.own_network),
    "train": Oracle(_to_train, models.stopped_training),
    "best_epoch": Oracle(_histories, lambda result, _arguments, _names: reads.whole(result)),
    "plot_history": Oracle(_trainings, _curves),
    "confusion_matrix": Oracle(_pairs, lambda result, _arguments, _names: reads.whole_numbers(result)),
    "plot_confusion_matrix": Oracle(_to_draw, _heat_map),
    "class_recall": Oracle(_matrices, lambda result, _arguments, _names: reads.numbers(result)),
    "most_confused": Oracle(_with_mistakes, lambda result, _arguments, _names: [reads.whole(one) for one in result]),
}
