"""Do the garments and the bank table that the kit makes teach what the published data teaches? Prints both beside each other.

    python tests/benchmarks/substitutes.py bank                  seconds
    python tests/benchmarks/substitutes.py garments --seeds 3    minutes
    AUTOGRADER_DATA=FOLDER python tests/benchmarks/substitutes.py   both; the published data is in FOLDER

Without the published data there is one column. The numbers stand in the docstrings of `autograder/datasets/made_bank.py` and
`drawn_garments.py`; the digits have `digits_table.py`. The AUC is that of a logistic regression, a mean over four ways of splitting
off a quarter of the rows. The networks learn from 6,000 images, five epochs, batches of 32, Adam; accuracy on the test images.
"""

import argparse
import os
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np

from autograder import datasets

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import bank_traits

IMAGES, EPOCHS, BATCH = 6000, 5, 32
KINDS = ("T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "boot")
PAIRS = 4  # of kinds that are mixed up most

RATES = [("poutcome", "success"), ("job", "retired"), ("job", "blue-collar"), ("month", "may"), ("contact", "unknown")]
BANK: dict[str, Callable[[dict[str, np.ndarray]], float]] = {
    "rows": lambda table: len(table["y"]),
    "share of yes": lambda table: bank_traits.share(table, "y", "yes"),
    **{
        f"share of unknown: {name}": lambda table, name=name: bank_traits.share(table, name, "unknown")
        for name in ("job", "education", "contact", "poutcome")
    },
    **{
        f"share of yes: {column} {value}": lambda table, column=column, value=value: bank_traits.yes_rate(table, column, value)
        for column, value in RATES
    },
    "AUC without the duration": lambda table: mean_auc(table, "duration"),
    "AUC with the duration": lambda table: mean_auc(table),
    "AUC of the duration alone": lambda table: mean_auc(table, *({*table} - {"duration", "y"})),
}


def mean_auc(table: dict[str, np.ndarray], *left_out: str) -> float:
    return statistics.mean(bank_traits.auc(table, *left_out, part=part) for part in range(4))


def both(name: str) -> dict[str, datasets.Dataset]:
    """The published data set, if it is there, and what takes its place."""
    made = datasets.DataSets().substitute(name)
    found = datasets.find(name)
    return ({name: found} if found.name == name else {}) | {made: datasets.find(made)}


def bank() -> None:
    tables = {name: bank_traits.columns(one.path.read_text("utf-8-sig")) for name, one in both("bank_marketing").items()}
    print("".join([f"{'':38}", *(f"{name:>16}" for name in tables)]))
    for trait, measure in BANK.items():
        values = [measure(table) for table in tables.values()]
        print("".join([f"{trait:38}", *(f"{value:16.3f}" if value <= 1 else f"{value:16,}" for value in values)]), flush=True)


def garments(seeds: int) -> None:
    import keras  # here, because it is slow to import

    layers = keras.layers

    def dense() -> list:
        return [layers.Flatten(), layers.Dense(128, "relu")]

    def convolutions() -> list:
        first, second = (layers.Conv2D(count, 3, padding="same", activation="relu") for count in (16, 32))
        return [
            layers.Reshape((28, 28, 1)), first, layers.MaxPooling2D(), second, layers.MaxPooling2D(), layers.Flatten(),
            layers.Dense(64, "relu"),
        ]  # fmt: skip

    def trained(hidden: list, images: np.ndarray, labels: np.ndarray) -> keras.Model:
        model = keras.Sequential([keras.Input((28, 28)), *hidden, layers.Dense(10, "softmax")])
        model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        model.fit(images, labels, batch_size=BATCH, epochs=EPOCHS, verbose=0)
        return model

    for name, data in both("fashion_mnist").items():
        (images, labels), (unseen, truth) = data.train, data.test
        images, labels = (images[:IMAGES] / 255).astype(np.float32), labels[:IMAGES]
        for title, hidden in (("dense: 128 units", dense), ("convolutions of 16 and 32 filters", convolutions)):
            values, mixed = [], np.zeros((10, 10), int)
            for seed in range(seeds):
                keras.backend.clear_session()
                keras.utils.set_random_seed(seed)
                model = trained(hidden(), images, labels)
                read = model.predict((unseen / 255).astype(np.float32), batch_size=500, verbose=0).argmax(axis=1)
                values.append(float((read == truth).mean()))
                np.add.at(mixed, (truth, read), 1)
            spread = statistics.stdev(values) if len(values) > 1 else 0.0
            print(f"{name:14} {title:34} {statistics.mean(values):.4f}  {spread:.4f}  {min(values):.3f} .. {max(values):.3f}")
            print(f"{'':14} mixed up most: {most_mixed(mixed)}", flush=True)


def most_mixed(matrix: np.ndarray) -> str:
    """The pairs of kinds that are mixed up most, in either direction, with their share of all that went wrong."""
    wrong = np.triu(matrix + matrix.T, 1)
    order = np.argsort(-wrong, axis=None, kind="stable")[:PAIRS]
    places = [divmod(int(place), 10) for place in order]
    return ", ".join(f"{KINDS[one]} and {KINDS[other]} {wrong[one, other] / wrong.sum():.0%}" for one, other in places)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", nargs="*", choices=["bank", "garments"], help="default: both")
    parser.add_argument("--seeds", type=int, default=6, help="of the networks (default: 6)")
    options = parser.parse_args()
    if not options.what or "bank" in options.what:
        bank()
    if not options.what or "garments" in options.what:
        garments(options.seeds)


if __name__ == "__main__":
    main()
