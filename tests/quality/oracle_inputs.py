"""Inputs for the functions of the assignments, by a seed: what an oracle calls them with.

An input is a function without parameters that makes the arguments of one call, new ones each time, since a call may change
them. They are drawn here, and are not those of the checks.
"""

from __future__ import annotations

import copy
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

Make = Callable[[], tuple[Any, ...]]
NAMES = ["T-shirt", "Trouser", "Bag", "Coat", "Boot"]


def inputs_of(assignment: str, function: str, names: dict[str, Any], seed: int) -> list[Make]:
    """The inputs of a function.

    Args:
        names: what the assignment's page defines; models are built by its own functions.

    Raises:
        KeyError: nobody has written inputs for this function.
    """
    return MAKERS[assignment, function](np.random.default_rng(seed), names)


def _fixed(*rows: tuple[Any, ...]) -> list[Make]:
    return [lambda row=row: copy.deepcopy(row) for row in rows]  # type: ignore[misc]


def _images(rng: np.random.Generator, count: int, size: int = 28) -> np.ndarray:
    return rng.integers(0, 256, (count, size, size)).astype(np.uint8)


def _shapes(rng: np.random.Generator, _names: dict) -> list[Make]:
    def one(many: int, few: int, size: int) -> tuple:
        return ((_images(rng, many, size), np.zeros(many, np.uint8)), (_images(rng, few, size), np.zeros(few, np.uint8)))

    return _fixed((one(7, 3, 28),), (one(2, 5, 4),))


def _labels(rng: np.random.Generator, _names: dict) -> list[Make]:
    found = [rng.integers(0, 10, 400).astype(np.uint8), rng.choice([1, 4, 6], 50), np.array([], np.uint8), np.full(300, 3, np.uint8)]
    return _fixed(*((one,) for one in found), (np.array([9, 0, 9], np.int32),))


def _label_counts(rng: np.random.Generator, _names: dict) -> list[Make]:
    return _fixed((rng.integers(0, 10, 500).astype(np.uint8), rng.choice([0, 2, 3, 9], 60)))


def _grid(rng: np.random.Generator, _names: dict) -> list[Make]:
    return _fixed((_images(rng, 27, 8), rng.integers(0, 10, 27).astype(np.uint8)))


def _pixels(rng: np.random.Generator, _names: dict) -> list[Make]:
    return _fixed((_images(rng, 1)[0],), (rng.choice([0, 7, 255], (5, 9)).astype(np.uint8),), (np.full((20, 20), 200, np.uint8),))


def _scaled(rng: np.random.Generator, _names: dict) -> list[Make]:
    floats = rng.choice([0.0, 12.5, 200.25, 255.0], (2, 3, 3))
    return _fixed((_images(rng, 3, 5),), (floats,), (np.array([0, 51, 255], np.uint8),), (np.full((2, 2), 7, np.uint8),), (floats.astype(np.float32),))


def _image(rng: np.random.Generator, _names: dict) -> list[Make]:
    return _fixed((_images(rng, 1, 12)[0],), (rng.random((10, 14)),))


def _nothing(_rng: np.random.Generator, _names: dict) -> list[Make]:
    return [lambda: ()]


def _seeded(build: Callable[[], Any]) -> Any:
    import keras

    keras.utils.set_random_seed(5)
    model = build()
    model.run_eagerly = True  # a graph takes seconds to make
    return model


def _learning(rng: np.random.Generator, count: int) -> tuple[np.ndarray, np.ndarray]:
    return rng.random((count, 28, 28), np.float32), rng.integers(0, 10, count).astype(np.uint8)


def _train(rng: np.random.Generator, names: dict) -> list[Make]:
    images, labels = _learning(rng, 40)
    return [lambda: (_seeded(names["build_model"]), images.copy(), labels.copy(), 2)]


def _evaluate(rng: np.random.Generator, names: dict) -> list[Make]:
    images, labels = _learning(rng, 40)
    return [lambda: (_seeded(names["build_model"]), images.copy(), labels.copy())]


def _predict(rng: np.random.Generator, names: dict) -> list[Make]:
    images, _labels = _learning(rng, 40)
    return [lambda: (_seeded(names["build_model"]), images.copy()), lambda: (_seeded(names["build_model"]), images[:1].copy())]


def _predictions(rng: np.random.Generator, _names: dict) -> list[Make]:
    rows = rng.random((27, 10))
    return _fixed((_images(rng, 27, 8), rng.integers(0, 10, 27).astype(np.uint8), (rows / rows.sum(axis=1, keepdims=True)).astype(np.float32)))


def _names_of_labels(rng: np.random.Generator, _names: dict) -> list[Make]:
    return _fixed((rng.integers(0, 5, 30).astype(np.uint8), list(NAMES)), (np.array([1, 0]), ["sun", "rain and snow"]), (np.array([], np.uint8), ["a"]))


def _examples(rng: np.random.Generator, _names: dict) -> list[Make]:
    labels = np.concatenate([np.repeat([4, 0, 1], 6), [3, 3]])
    rng.shuffle(labels)
    return _fixed((_images(rng, len(labels), 8), labels.astype(np.uint8), list(NAMES)))


def _validation(rng: np.random.Generator, _names: dict) -> list[Make]:
    return _fixed((_images(rng, 41, 4), np.arange(41), 0.3, 1), (_images(rng, 10, 3).astype(float), rng.integers(0, 3, 10), 0.25, 7), (_images(rng, 10, 3), np.arange(10), 0.5, 3))


def _training(rng: np.random.Generator, names: dict) -> list[Make]:
    first, second = _learning(rng, 40), _learning(rng, 24)
    return [lambda: (_seeded(names["build_baseline"]), *copy.deepcopy((first, second)), 3, 1)]


def _histories(rng: np.random.Generator, _names: dict) -> list[Make]:
    nan = float("nan")

    def one(*losses: float) -> tuple:
        falling = [1.0 / (place + 1) for place in range(len(losses))]
        others = {"loss": falling, "accuracy": [1 - loss / 2 for loss in falling], "val_accuracy": [loss / 2 for loss in falling]}
        return (others | {"val_loss": list(losses)},)

    return _fixed(one(0.8, 0.6, 0.7), one(nan, 0.5, 0.4, 0.4), one(0.3), one(0.4, nan, 0.5), one(*rng.random(12).tolist()), one(0.2, 0.9, 0.2))


def _history(rng: np.random.Generator, _names: dict) -> list[Make]:
    return _fixed(({name: rng.random(6).tolist() for name in ("loss", "accuracy", "val_loss", "val_accuracy")},))


def _confusion(rng: np.random.Generator, _names: dict) -> list[Make]:
    return _fixed((rng.integers(0, 4, 90).astype(np.uint8), rng.integers(0, 4, 90), 5), (np.array([1, 1, 2]), np.array([0, 1, 1], np.uint8), 3), (np.full(300, 1, np.uint8), np.full(300, 2, np.uint8), 4))


def _matrices(rng: np.random.Generator, _names: dict) -> list[Make]:
    tie = np.array([[9, 3, 0], [3, 8, 3], [1, 3, 90]])
    return _fixed((rng.integers(0, 50, (5, 5)),), (np.array([[3, 1, 0], [0, 0, 0], [2, 0, 7]]),), (tie,), (rng.integers(1, 9, (3, 3)).astype(np.int32),))


def _shown_matrix(rng: np.random.Generator, _names: dict) -> list[Make]:
    return _fixed((rng.integers(0, 50, (5, 5)), list(NAMES)))


def _table(rng: np.random.Generator, rows: int) -> Any:
    import pandas as pd

    found = pd.DataFrame(
        {
            "age": rng.integers(20, 80, rows),
            "job": rng.choice(["admin.", "unknown", "student", "services"], rows),
            "balance": rng.normal(1000, 400, rows).round(2),
            "duration": rng.integers(5, 900, rows),
            "loan": rng.choice(["yes", "no"], rows),
            "y": rng.choice(["yes", "no", "no"], rows),
        }
    )
    found.loc[0, "y"] = "yes"
    found.index = rng.permutation(np.arange(rows) * 3 + 5)
    return found


@cache
def _folder() -> Path:
    """One for all: the path is an argument, and arguments are compared."""
    return Path(tempfile.mkdtemp(prefix="oracle-"))


def _file(rng: np.random.Generator, _names: dict) -> list[Make]:
    path = _folder() / "table.csv"
    table = _table(rng, 12)
    table["job"] = [*table["job"][:-1], "a; b"]
    table.to_csv(path, sep=";", index=False, quoting=2)
    return [lambda: (path,), lambda: (str(path),)]


def _tables(rng: np.random.Generator, _names: dict) -> list[Make]:
    table = _table(rng, 40)
    return _fixed((table,), (table[["y", "loan", "duration", "age"]].iloc[:9],), (table.iloc[:1],))


def _by_column(rng: np.random.Generator, _names: dict) -> list[Make]:
    table = _table(rng, 60)
    return _fixed((table, "job"), (table, "loan"), (table.assign(age=table["age"] // 20), "age"))


def _rates(rng: np.random.Generator, _names: dict) -> list[Make]:
    return _fixed((_table(rng, 60), "job"))


def _rows(rng: np.random.Generator, _names: dict) -> list[Make]:
    import pandas as pd

    table = _table(rng, 50)
    target = (table["y"] == "yes").astype(int)
    other = pd.DataFrame({"age": range(20, 60)}), np.array([0] * 30 + [1] * 10)
    return _fixed((table, target, 0.2, 1), (*other, 0.25, 3), (table, target.to_numpy(), 0.3, 9))


def _prepared(rng: np.random.Generator, _names: dict) -> list[Make]:
    table = _table(rng, 50).drop(columns=["y"])
    others = _table(rng, 6).drop(columns=["y"])
    others.iloc[0, others.columns.get_loc("job")] = "astronaut"
    still = table.assign(age=33)
    return _fixed((table, table), (table, others), (still, others[list(others.columns[::-1])]), (table, others.iloc[:1]))


def _targets(rng: np.random.Generator, _names: dict) -> list[Make]:
    import pandas as pd

    target = rng.choice([0, 0, 0, 1], 60)
    return _fixed((target,), (pd.Series(target, index=np.arange(60) * 2 + 1),), (np.array([1, 0], np.int8),), (np.array([0, 1, 1, 1]),))


def _columns(_rng: np.random.Generator, _names: dict) -> list[Make]:
    return _fixed((7,))


def _scores(rng: np.random.Generator, count: int) -> tuple[np.ndarray, np.ndarray]:
    return rng.permutation(np.arange(count) % 3 == 0).astype(int), rng.choice([0.125, 0.25, 0.5, 0.625, 0.75, 0.875], count)


def _thresholds(rng: np.random.Generator, _names: dict) -> list[Make]:
    target, scores = _scores(rng, 40)
    return _fixed((target, scores, 0.5), (target, scores[:, None].astype(np.float32), 0.75), (target, scores, 2.0), (target * 0, scores, 0.25))


def _orders(rng: np.random.Generator, _names: dict) -> list[Make]:
    target, scores = _scores(rng, 40)
    return _fixed((target, scores), (target, scores[:, None].astype(np.float32)), (target, scores * 0 + 0.5), (target, target * 0.5))


def _profits(rng: np.random.Generator, _names: dict) -> list[Make]:
    target, scores = _scores(rng, 40)
    return _fixed((target, scores, 1, 3), (target, scores[:, None].astype(np.float32), 5, 40), (target, scores, 9, 2), (target, rng.random(40), 1, 4), (target, scores, 1, 2))


MAKERS: dict[tuple[str, str], Callable[[np.random.Generator, dict[str, Any]], list[Make]]] = {
    ("mnist", "dataset_shapes"): _shapes,
    ("mnist", "count_labels"): _labels,
    ("mnist", "plot_label_counts"): _label_counts,
    ("mnist", "plot_images"): _grid,
    ("mnist", "count_pixel_values"): _pixels,
    ("mnist", "normalize"): _scaled,
    ("mnist", "plot_image"): _image,
    ("mnist", "build_model"): _nothing,
    ("mnist", "train"): _train,
    ("mnist", "evaluate"): _evaluate,
    ("mnist", "predict_labels"): _predict,
    ("mnist", "plot_predictions"): _predictions,
    ("fashion_mnist", "name_labels"): _names_of_labels,
    ("fashion_mnist", "plot_examples"): _examples,
    ("fashion_mnist", "split_validation"): _validation,
    ("fashion_mnist", "build_baseline"): _nothing,
    ("fashion_mnist", "build_model"): _nothing,
    ("fashion_mnist", "train"): _training,
    ("fashion_mnist", "best_epoch"): _histories,
    ("fashion_mnist", "plot_history"): _history,
    ("fashion_mnist", "confusion_matrix"): _confusion,
    ("fashion_mnist", "plot_confusion_matrix"): _shown_matrix,
    ("fashion_mnist", "class_recall"): _matrices,
    ("fashion_mnist", "most_confused"): _matrices,
    ("bank_marketing", "read_table"): _file,
    ("bank_marketing", "unknown_share"): _tables,
    ("bank_marketing", "yes_rate_by"): _by_column,
    ("bank_marketing", "plot_yes_rate"): _rates,
    ("bank_marketing", "features_and_target"): _tables,
    ("bank_marketing", "split"): _rows,
    ("bank_marketing", "fit_preparation"): _prepared,
    ("bank_marketing", "prepare"): _prepared,
    ("bank_marketing", "class_weights"): _targets,
    ("bank_marketing", "build_model"): _columns,
    ("bank_marketing", "precision_and_recall"): _thresholds,
    ("bank_marketing", "roc_auc"): _orders,
    ("bank_marketing", "best_threshold"): _profits,
}
