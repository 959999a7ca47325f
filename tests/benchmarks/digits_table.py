"""Do the drawn digits teach what MNIST teaches? Prints the table in the docstring of ``autograder/datasets/drawn_digits.py``.

    python tests/benchmarks/digits_table.py             ten seeds, some minutes
    python tests/benchmarks/digits_table.py --seeds 3   a quick look

Each row: 6,000 training images, three epochs, batches of 32, Adam; the accuracy on the 1,000 test images. The last row
is the first one's networks, tested on images with noise.
"""

import argparse
import os
import statistics
from collections.abc import Callable

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np

from autograder.datasets import drawn_digits

NOISE = 8  # grey levels, up or down


def network(*hidden: keras.Layer) -> keras.Model:
    layers = [keras.Input((28, 28)), keras.layers.Flatten(), *hidden, keras.layers.Dense(10, "softmax")]
    model = keras.Sequential(layers)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model


ROWS: dict[str, tuple[Callable[[], keras.Model], float]] = {  # how to build it, what pixels are divided by
    "reference": (lambda: network(keras.layers.Dense(128, "relu")), 255),
    "no scaling": (lambda: network(keras.layers.Dense(128, "relu")), 1),
    "linear hidden layer": (lambda: network(keras.layers.Dense(128)), 255),
    "no hidden layer": (network, 255),
}


def trained(build: Callable[[], keras.Model], scale: float, part: drawn_digits.Part, seed: int) -> keras.Model:
    keras.backend.clear_session()
    keras.utils.set_random_seed(seed)
    model = build()
    model.fit(as_floats(part[0], scale), part[1], batch_size=32, epochs=3, verbose=0)
    return model


def as_floats(images: np.ndarray, scale: float) -> np.ndarray:
    return (images / scale).astype(np.float32)


def accuracy(model: keras.Model, images: np.ndarray, labels: np.ndarray) -> float:
    return float((model.predict(images, batch_size=500, verbose=0).argmax(axis=1) == labels).mean())


def noisy(images: np.ndarray, seed: int) -> np.ndarray:
    noise = np.random.default_rng(seed).integers(-NOISE, NOISE + 1, images.shape)
    return np.clip(images.astype(int) + noise, 0, 255).astype(np.uint8)


def line(name: str, values: list[float]) -> str:
    spread = statistics.stdev(values) if len(values) > 1 else 0.0
    return f"{name:26} {statistics.mean(values):.4f}  {spread:.4f}  {min(values):.3f} .. {max(values):.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=10)
    seeds = range(parser.parse_args().seeds)
    train, (images, labels) = drawn_digits.load()
    print(f"{'network':26} {'mean':6}  {'sd':6}  range", flush=True)
    with_noise = []
    for name, (build, scale) in ROWS.items():
        values = []
        for seed in seeds:
            model = trained(build, scale, train, seed)
            values.append(accuracy(model, as_floats(images, scale), labels))
            if name == "reference":
                with_noise.append(accuracy(model, as_floats(noisy(images, seed), scale), labels))
        print(line(name, values), flush=True)
    print(line(f"reference, noise of ±{NOISE}", with_noise))


if __name__ == "__main__":
    main()
