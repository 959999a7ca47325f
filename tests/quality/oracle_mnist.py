"""What tells two answers to an exercise of mnist apart, by what its page asks for."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import oracle_figures as drawn
import oracle_models as models
import oracle_reads as reads
from oracle import Namespace, Oracle

Rng = np.random.Generator
Calls = list[tuple[Any, ...]]


def _data_sets(rng: Rng, _names: Namespace) -> Calls:
    sizes = [(7, 3, 28, 28), (30, 11, 14, 9), *([tuple(rng.integers(2, 20, 4).tolist())])]
    return [
        (((np.zeros((one, rows, columns), np.uint8), np.zeros(one, np.uint8)), (np.zeros((two, rows, columns), np.uint8), np.zeros(two, np.uint8))),)
        for one, two, rows, columns in sizes
    ]


def _shapes(result: Any, _arguments: Any, _names: Namespace) -> Any:
    return {key: tuple(reads.whole(one) for one in result[key]) for key in sorted(result)}


def _labels(rng: Rng, _names: Namespace) -> Calls:
    return [
        (rng.integers(0, 10, 900).astype(np.uint8),),
        (rng.choice([1, 3, 8], 50),),
        (np.array([], np.uint8),),
        (np.full(700, 9, np.uint8),),
        (rng.integers(0, 10, 30),),
    ]


def _count(result: Any, _arguments: Any, _names: Namespace) -> Any:
    return reads.counts(result)


def _two_sets(rng: Rng, _names: Namespace) -> Calls:
    return [
        (rng.integers(0, 10, 800).astype(np.uint8), rng.integers(0, 10, 90).astype(np.uint8)),
        (rng.choice([0, 2, 5], 300).astype(np.uint8), rng.choice([0, 1, 7], 60).astype(np.uint8)),
    ]


def _both_sets(result: Any, _arguments: Any, _names: Namespace) -> Any:
    return sorted((drawn.bars(ax) for ax in drawn.axes_of(result)), key=repr)


def _many_images(rng: Rng, names: Namespace) -> Calls:
    return [
        (rng.integers(0, 256, (40, 28, 28)).astype(np.uint8), rng.integers(0, 10, 40).astype(np.uint8)),
        (rng.random((27, 28, 28)), rng.integers(0, 10, 27)),
    ]


def _with_predictions(rng: Rng, names: Namespace) -> Calls:
    calls = []
    for images, labels in _many_images(rng, names):
        rows = rng.random((len(images), 10)).astype(np.float32)
        rows[::2] **= 4
        sure = rng.random(len(images)) < 0.3
        rows[sure, np.asarray(labels)[sure]] = 2
        calls.append((images, labels, rows / rows.sum(axis=1, keepdims=True)))
    return calls


def _grid(result: Any, _arguments: Any, _names: Namespace) -> Any:
    axes = drawn.axes_of(result)
    return [
        drawn.places(result),
        [drawn.images(ax) for ax in axes],
        [re.findall(r"\d+", drawn.label_under(ax))[:2] for ax in axes],
        [drawn.has_ticks(ax) for ax in axes],
    ]


def _pixels(rng: Rng, _names: Namespace) -> Calls:
    dark = np.zeros((28, 28), np.uint8)
    dark[4:9, 7:15] = rng.integers(1, 256, (5, 8))
    return [(dark,), (rng.integers(0, 256, (30, 41)).astype(np.uint8),), (rng.integers(200, 256, (5, 3)).astype(np.uint8),)]


def _unscaled(rng: Rng, _names: Namespace) -> Calls:
    return [
        (rng.integers(0, 256, (300, 4, 5)).astype(np.uint8),),
        (rng.integers(0, 90, (3, 6, 6)).astype(np.uint8),),
        (rng.uniform(0, 255, (4, 5, 5)),),
        (np.array([[[0, 255, 1]]], np.uint8),),
        (np.array([[[0, 1]]], np.uint8),),
        (rng.uniform(0, 255, (2, 3, 4)).astype(np.float32),),
    ]


def _one_image(rng: Rng, _names: Namespace) -> Calls:
    return [(rng.integers(0, 251, (28, 28)).astype(np.uint8),), (rng.random((28, 28)) * 0.7,)]


def _with_bar(result: Any, _arguments: Any, _names: Namespace) -> Any:
    bars = [ax for ax in result.axes if hasattr(ax, "_colorbar")]
    axes = drawn.axes_of(result)
    return [
        [drawn.images(ax) for ax in axes],
        [[float(one) for one in ax._colorbar.mappable.get_clim()] for ax in bars],
        [any(ax._colorbar.mappable is image for other in axes for image in other.images) for ax in bars],
    ]


def _scores(result: Any, arguments: Any, _names: Namespace) -> Any:
    return [reads.two_numbers(result), models.weights(arguments[0])]


def _answers(result: Any, arguments: Any, _names: Namespace) -> Any:
    if not isinstance(result, np.ndarray):
        raise models.NotAsAsked
    return [reads.whole_numbers(result), models.weights(arguments[0])]


def _measured(rng: Rng, names: Namespace) -> Calls:
    return [(models.planted(names, rng), *models.images(rng, count)) for count in (300, 45)]


def _predicted(rng: Rng, names: Namespace) -> Calls:
    return [(models.planted(names, rng), models.images(rng, count)[0]) for count in (90, 1)]


def _trained(rng: Rng, names: Namespace) -> Calls:
    return [(models.counting(names), *models.numbered(rng, count), epochs) for count, epochs in ((150, 2), (40, 3))]


def _training(result: Any, arguments: Any, _names: Namespace) -> Any:
    return [{"loss": [1] * len(result.history["loss"])}, models.learned_pairs(arguments[0]), models.settings(arguments[0])]


ORACLES = {
    "dataset_shapes": Oracle(_data_sets, _shapes),
    "count_labels": Oracle(_labels, _count),
    "plot_label_counts": Oracle(_two_sets, _both_sets),
    "plot_images": Oracle(_many_images, _grid, kept=False),
    "count_pixel_values": Oracle(_pixels, _count),
    "normalize": Oracle(_unscaled, lambda result, _arguments, _names: reads.floats(result)),
    "plot_image": Oracle(_one_image, _with_bar, kept=False),
    "build_model": Oracle(lambda _rng, _names: [(), ()], models.digits_network),
    "train": Oracle(_trained, _training),
    "evaluate": Oracle(_measured, _scores),
    "predict_labels": Oracle(_predicted, _answers),
    "plot_predictions": Oracle(_with_predictions, _grid, kept=False),
}
