"""How far are the thresholds of the assignments from what their references reach, with each backend of Keras?

    python tests/benchmarks/thresholds.py                         measures what is missing, with the usual backend, and goes on where it stopped
    KERAS_BACKEND=jax python tests/benchmarks/thresholds.py       the same with JAX (in an environment that has it)
    python tests/benchmarks/thresholds.py --only mnist --minutes 4 --seeds 40
    python tests/benchmarks/thresholds.py --table                 writes the table of what was measured into docs/backends.md

Each run trains as the check does: the judge's protocol, the numbers of the budget, another seed for the weights, the order of the
images and the noise in each run. What a run gave is kept at once in ``thresholds/<backend>.json``. Where real data is not found,
its rows stay empty.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from autograder.content.budget import Budget
from autograder.core import keras_backend, libraries, versions
from autograder.core.files import write_atomically

ROOT = Path(__file__).resolve().parents[2]
KEPT = Path(__file__).resolve().parent / "thresholds"
PAGE, BEGIN, END = ROOT / "docs" / "backends.md", "<!-- thresholds -->", "<!-- end of the thresholds -->"
SEEDS = 20
FAR = 5  # standard deviations between a reference and its threshold, at the least
FIVE_EPOCHS = 5  # of the check of ``train`` on MNIST's page


class Row(NamedTuple):
    """One row of the table: what is measured, and where its threshold is."""

    assignment: str
    what: str
    budget: str
    data: str

    @property
    def key(self) -> str:
        return " | ".join(self)


def checks_of(assignment: str, exercise: str) -> ModuleType:
    """The checks of an exercise: their constants and how they make their data."""
    folder = ROOT / "solutions" / assignment / "checks"
    sys.path.insert(0, str(folder))
    sys.modules.pop("words", None)
    spec = importlib.util.spec_from_file_location(f"{assignment}_{exercise}", folder / f"test_{exercise}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.path.remove(str(folder))
    return module


def rows() -> list[Row]:
    """All that is measured, the cheapest and most used first."""
    found = [Row("mnist", "build_model", budget, "mnist") for budget in ("quick", "full")]
    found += [Row("mnist", what, "each", "digits") for what in ("build_model", "train")]  # there are no more drawn digits for a full budget
    found += [Row("bank_marketing", "build_model", budget, "drawn rows") for budget in ("quick", "full")]
    found += [Row("fashion_mnist", what, "each", "garments") for what in ("build_baseline", "build_model")]
    return sorted(found, key=lambda row: (row.budget == "full", row.assignment != "mnist"))


def budget_of(row: Row) -> Budget:
    from autograder.content import assignment_folder

    return assignment_folder.load(ROOT / "solutions" / row.assignment).budgets["full" if row.budget == "full" else "quick"]


def threshold(row: Row) -> float:
    """What the check asks for."""
    if row == Row("mnist", "train", "each", "digits"):
        return checks_of("mnist", "train").READS
    budget = budget_of(row)
    name = {"build_baseline": "baseline", "build_model": "auc" if row.assignment == "bank_marketing" else "threshold"}[row.what]
    return budget.at_least(name, "bank" if row.data == "drawn rows" else row.data)


# -- one run ------------------------------------------------------------------------------------------------------------


def fitted(build: Callable[[], object], lessons: tuple, epochs: int, batch_size: int, seed: int) -> Callable:
    """A network after the judge's training, as a function of rows."""
    import keras
    import numpy as np

    from autograder.values.keras.computing import model_outputs
    from autograder.values.keras.training import fit

    keras.backend.clear_session()
    keras.utils.set_random_seed(seed)
    model = build()
    fit(model, *lessons, epochs, batch_size, seed)
    return lambda exam: np.concatenate([model_outputs(model, exam[at : at + 500]) for at in range(0, len(exam), 500)])


def noisy(check: ModuleType, images: object, seed: int) -> object:
    import numpy as np

    noise = np.random.default_rng(seed).integers(-check.NOISE, check.NOISE + 1, images.shape, np.int16)
    return check.scaled(np.clip(images + noise, 0, 255))


def dense() -> object:
    """The reference of mnist, and the baseline of fashion_mnist."""
    import keras

    parts = [keras.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(128, "relu"), keras.layers.Dense(10, "softmax")]
    return compiled(parts, "sparse_categorical_crossentropy")


def convolutions() -> object:
    import keras

    layers = keras.layers
    parts = [keras.Input((28, 28, 1))]
    for filters in (16, 32):
        parts += [layers.Conv2D(filters, 3, activation="relu"), layers.MaxPooling2D()]
    parts += [layers.Flatten(), layers.Dense(64, "relu"), layers.Dense(10, "softmax")]
    return compiled(parts, "sparse_categorical_crossentropy")


def compiled(parts: list, loss: str) -> object:
    import keras

    model = keras.Sequential(parts)
    model.compile("adam", loss)
    return model


def data_of(row: Row) -> tuple | None:
    """Training and test images; None where they are not found."""
    from autograder import datasets
    from autograder.datasets import drawn_digits, drawn_garments

    if row.data in ("digits", "garments"):
        return {"digits": drawn_digits, "garments": drawn_garments}[row.data].load()
    found = datasets.find(row.data)
    return (found.train, found.test) if found.name == row.data else None


def images_measured(row: Row) -> Callable[[int], float] | None:
    """The accuracy of a run, as a function of its seed."""
    import numpy as np

    from autograder.content import assignment_folder

    found = data_of(row)
    if found is None:
        return None
    (images, labels), (test, answers) = found
    if row.what == "train":
        return lambda seed: five_epochs(images, labels, test, answers, seed)
    check = checks_of(row.assignment, "build_model")
    budget = assignment_folder.load(ROOT / "solutions" / row.assignment).budgets["full" if row.budget == "full" else "quick"]
    lessons = check.scaled(images[: budget.images]), labels[: budget.images]
    build = convolutions if (row.assignment, row.what) == ("fashion_mnist", "build_model") else dense
    if build is convolutions:
        lessons = lessons[0][..., np.newaxis], lessons[1]

    def run(seed: int) -> float:
        exam = check.scaled(test) if row.what == "build_baseline" else noisy(check, test, seed)
        exam = exam[..., np.newaxis] if build is convolutions else exam
        given = fitted(build, lessons, budget.epochs, budget.batch_size, seed)(exam)
        return float((given.argmax(axis=1) == answers).mean())

    return run


def five_epochs(images: object, labels: object, test: object, answers: object, seed: int) -> float:
    """What the page's own ``train`` makes of the network of the check of ``train``: Keras's own ``fit``."""
    import keras
    import numpy as np

    from autograder import Network
    from autograder.values.keras.computing import build_network, model_outputs

    network = Network.random((28, 28), [10], np.random.default_rng(1), learning_rate=0.01, eager=False)
    network = network.with_weights([0.1 * weights for weights in network.weights()])
    keras.utils.set_random_seed(seed)
    model = build_network(network.to_wire().content)
    model.fit((images[:1000] / 255).astype(np.float32), labels[:1000], epochs=FIVE_EPOCHS, verbose=0)
    given = model_outputs(model, (test / 255).astype(np.float32))
    return float((given.argmax(axis=1) == answers).mean())


def rows_measured(row: Row) -> Callable[[int], float]:
    """The AUC of a run on drawn rows, as a function of its seed."""
    import keras
    import numpy as np

    from autograder.content import assignment_folder
    from autograder.expectations.measures import auc

    check = checks_of("bank_marketing", "build_model")
    budget = assignment_folder.load(ROOT / "solutions" / "bank_marketing").budgets[row.budget]

    def build() -> object:
        parts = [keras.Input((check.LEARNED,)), keras.layers.Dense(16, "relu"), keras.layers.Dense(1, "sigmoid")]
        return compiled(parts, "binary_crossentropy")

    def run(seed: int) -> float:
        lessons, exam = (
            check.customers(np.random.default_rng([seed, part]), count, check.LEARNED, check.SHARE)
            for part, count in ((1, budget.rows), (2, check.UNSEEN))
        )
        return auc(fitted(build, lessons, budget.epochs, budget.batch_size, seed)(exam[0]), exam[1])

    return run


# -- what is kept, and the table ----------------------------------------------------------------------------------------


def kept(backend: str) -> dict:
    """``{"versions": {library: version}, "runs": {row: {seed: what it reached}}}``"""
    path = KEPT / f"{backend}.json"
    return json.loads(path.read_text("utf-8")) if path.is_file() else {"versions": {}, "runs": {}}


def measure(only: str, minutes: float, seeds: int = SEEDS) -> bool:
    """Runs what is missing, as long as there is time. Whether nothing is left."""
    backend = keras_backend.chosen()
    os.environ.update(libraries.environment(backend))  # as in a worker
    until = time.monotonic() + 60 * minutes
    found = kept(backend)
    now = {name: versions.of(name) for name in ("keras", backend)}
    if found["versions"] != now:
        found = {"versions": now, "runs": {}}
    if backend == "torch":
        import torch

        torch.set_num_threads(1)
    for row in rows():
        runs = found["runs"].get(row.key, {})
        missing = [seed for seed in range(seeds) if str(seed) not in runs]
        if only not in row.key or not missing:
            continue
        run = rows_measured(row) if row.data == "drawn rows" else images_measured(row)
        if run is None:
            print(f"{row.key}: {row.data} is not found here", flush=True)
            continue
        for seed in missing:
            if time.monotonic() > until:
                return False
            runs[str(seed)] = run(seed)
            found["runs"][row.key] = runs
            KEPT.mkdir(exist_ok=True)
            write_atomically(KEPT / f"{backend}.json", (json.dumps(found, indent=1, sort_keys=True) + "\n").encode())
        print(f"{backend}: {row.key}: {statistics.mean(runs.values()):.4f}", flush=True)
    return True


def false_fails(distance: float) -> str:
    """How likely a right network stays below its threshold, if what it reaches is normally distributed."""
    share = math.erfc(distance / math.sqrt(2)) / 2
    return f"{share:.0e}" if share >= 1e-15 else "< 1e-15"


def table() -> Iterator[str]:
    """In Markdown, a line for each row and backend."""
    yield "| assignment, function | budget | data | backend | threshold | mean | sd | min | seeds | distance in sd | false fails |"
    yield "|---|---|---|---|---|---|---|---|---|---|---|"
    for row in rows():
        for backend, title in keras_backend.TITLES.items():
            values = list(kept(backend)["runs"].get(row.key, {}).values())
            least = threshold(row)
            reason = "" if row.what == "train" else budget_of(row).unmeasured.get(backend, "")
            begin = f"| {row.assignment}, `{row.what}` | {row.budget} | {row.data} | {title} | {'none' if reason else f'{least:g}'} |"
            if reason:
                yield f"{begin} not tried: {reason} | | | {len(values)} | | |"
                continue
            if len(values) < 2:
                yield f"{begin} not measured | | | {len(values)} | | |"
                continue
            mean, spread = statistics.mean(values), statistics.stdev(values)
            far = (mean - least) / spread
            yield f"{begin} {mean:.4f} | {spread:.4f} | {min(values):.4f} | {len(values)} | {far:.1f} | {false_fails(far)} |"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", default="", help="a word of a row: mnist, digits, quick, build_baseline …")
    parser.add_argument("--seeds", type=int, default=SEEDS, help=f"of each row (default: {SEEDS})")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop after this time; the next call goes on")
    parser.add_argument("--table", action="store_true", help="write the table instead")
    options = parser.parse_args()
    if options.table:
        text = PAGE.read_text("utf-8")
        before, after = text.partition(BEGIN)[0], text.partition(END)[2]
        write_atomically(PAGE, "\n".join([before + BEGIN, "", *table(), "", END + after]).encode())
        return 0
    return 0 if measure(options.only, options.minutes, options.seeds) else 1


if __name__ == "__main__":
    sys.exit(main())
