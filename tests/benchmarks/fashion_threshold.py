"""How good do networks get that `fashion_mnist` accepts, and others? Prints the tables in `solutions/fashion_mnist/assignment.toml`.

    python tests/benchmarks/fashion_threshold.py garments              the quick budget; reference and baseline with 20 seeds, all others with 4
    python tests/benchmarks/fashion_threshold.py fashion_mnist         the same with the real images, where they are found
    python tests/benchmarks/fashion_threshold.py fashion_mnist --budget full --seeds 5

The check of `build_model` trains in a fixed way, with the numbers of the budget, and asks for the accuracy on the test images with a
little noise. So does this program, with the protocol of the judge, and the programs in `alternatives` and `mistakes`. The last
column is the time for one training: seconds of computing on one core.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

os.environ.setdefault("TF_NUM_INTRAOP_THREADS", "1")
os.environ.setdefault("TF_NUM_INTEROP_THREADS", "1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np

from autograder import datasets
from autograder.content import assignment_folder
from autograder.datasets import drawn_garments
from autograder.values.keras.training import fit

HERE = Path(__file__).resolve().parents[2] / "solutions" / "fashion_mnist"
OTHERS = {
    "one convolution": "alternatives/build_model__one_convolution.py",
    "two, with batch normalization": "alternatives/build_model__batch_normalization.py",
    "two, with dropout": "alternatives/build_model__dropout.py",
    "two, with strides for pooling": "alternatives/build_model__strides_for_pooling.py",
    "four convolutions": "alternatives/build_model__four_convolutions.py",
    "three dense layers": "mistakes/build_model__only_adds_dense_layers.py",
}
Build = Callable[[], keras.Model]


def loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reference() -> keras.Model:
    """The page's own answer."""
    layers = keras.layers
    parts = [keras.Input((28, 28, 1))]
    for filters in (16, 32):
        parts += [layers.Conv2D(filters, 3, activation="relu"), layers.MaxPooling2D()]
    return compiled([*parts, layers.Flatten(), layers.Dense(64, "relu"), layers.Dense(10, "softmax")])


def baseline(rate: float = 0.001) -> keras.Model:
    parts = [keras.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, "relu")]
    return compiled([*parts, keras.layers.Dense(10, "softmax")], rate)


def compiled(parts: list[object], rate: float = 0.001) -> keras.Model:
    model = keras.Sequential(parts)
    model.compile(keras.optimizers.Adam(rate), "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


class Protocol:
    """A training as the check makes it.

    Args:
        dataset: ``garments`` or ``fashion_mnist``. images, epochs, batch_size: of the budget.
    """

    def __init__(self, dataset: str, images: int, epochs: int, batch_size: int) -> None:
        train, self.test = drawn_garments.load() if dataset == "garments" else datasets.load(dataset)
        self.check = loaded(HERE / "checks" / "test_build_model.py")
        self.images, self.labels = self.check.scaled(train[0][:images]), train[1][:images]
        self.epochs, self.batch_size = epochs, batch_size

    def accuracy(self, build: Build, seed: int) -> tuple[float, float]:
        """The accuracy after a training, and the seconds that the training took."""
        keras.backend.clear_session()
        keras.utils.set_random_seed(seed)
        model = build()
        deep = len(model.input_shape) == 4
        images = self.images[..., np.newaxis] if deep else self.images
        started = time.process_time()
        fit(model, images, self.labels, self.epochs, self.batch_size, seed)
        took = time.process_time() - started
        images, labels = self.test
        noise = np.random.default_rng(seed).integers(-self.check.NOISE, self.check.NOISE + 1, images.shape, np.int16)
        exam = self.check.scaled(np.clip(images + noise, 0, 255))
        given = model.predict(exam[..., np.newaxis] if deep else exam, batch_size=500, verbose=0)
        return float((given.argmax(axis=1) == labels).mean()), took

    def line(self, name: str, build: Build, seeds: int) -> str:
        found = [self.accuracy(build, seed) for seed in range(seeds)]
        values = [accuracy for accuracy, _ in found]
        spread = statistics.stdev(values) if seeds > 1 else 0.0
        numbers = "  ".join(f"{one:.4f}" for one in (statistics.mean(values), spread, min(values), max(values)))
        return f"{name:32} {numbers}  {seeds:5}  {statistics.mean(took for _, took in found):7.1f}"


def untrained(images: np.ndarray, labels: np.ndarray, seeds: int) -> str:
    """The share of images that fresh networks get right."""
    values = []
    for build in (baseline, reference):
        for seed in range(seeds):
            keras.backend.clear_session()
            keras.utils.set_random_seed(seed)
            model = build()
            given = model(images[..., np.newaxis] if len(model.input_shape) == 4 else images, training=False)
            values.append(float((np.asarray(given).argmax(axis=1) == labels).mean()))
    return f"not trained, {len(values)} networks: from {min(values):.3f} to {max(values):.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("dataset", choices=["garments", "fashion_mnist"])
    parser.add_argument("--budget", choices=["quick", "full"], default="quick")
    parser.add_argument("--seeds", type=int, default=20, help="of reference and baseline; the others get a fifth")
    parser.add_argument("--rates", action="store_true", help="instead: the baseline with other learning rates, and fresh networks")
    options = parser.parse_args()
    sys.path.insert(0, str(HERE / "checks"))
    budget = assignment_folder.load(HERE).budgets[options.budget]
    protocol = Protocol(options.dataset, budget.images, budget.epochs, budget.batch_size)
    print(f"{options.dataset}: {len(protocol.images):,} images, {budget.epochs} epochs, batches of {budget.batch_size}")
    print(f"{'network':32} {'mean':6}  {'sd':6}  {'min':6}  {'max':6}  seeds  seconds", flush=True)
    few = max(1, options.seeds // 5)
    if options.rates:
        for rate in (1e-4, 2e-4, 5e-4, 2e-3, 5e-3, 1e-2, 2e-2):
            print(protocol.line(f"baseline, learning rate {rate:g}", lambda rate=rate: baseline(rate), few), flush=True)
        images, labels = protocol.test
        print(untrained(protocol.check.scaled(images), labels, options.seeds), flush=True)
        return
    for network, build in {"baseline": baseline, "two convolutions (reference)": reference}.items():
        print(protocol.line(network, build, options.seeds), flush=True)
    for network, path in OTHERS.items():
        print(protocol.line(network, loaded(HERE / path).build_model, few), flush=True)


if __name__ == "__main__":
    main()
