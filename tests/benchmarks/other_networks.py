"""How good do networks get that an assignment accepts, and others? Prints the tables in its `assignment.toml`.

    python tests/benchmarks/other_networks.py bank_marketing                          reference with 20 seeds, all others with 4: about ten minutes
    python tests/benchmarks/other_networks.py bank_marketing --page                   instead: the page's network on the bank's table, or on the kit's own
    python tests/benchmarks/other_networks.py fashion_mnist                           with the drawn garments
    python tests/benchmarks/other_networks.py fashion_mnist --rates                   instead: the baseline with other learning rates, and fresh networks
    python tests/benchmarks/other_networks.py fashion_mnist --data fashion_mnist      with the real images, where they are found
    python tests/benchmarks/other_networks.py fashion_mnist --budget full --seeds 5

Each run trains and asks as the check of `build_model` does (see ``thresholds``), with the numbers of the budget. The networks are the
reference and programs in `alternatives` and `mistakes`. The last column is the time for one run: seconds of computing.
"""

from __future__ import annotations

import argparse
import ast
import os
import statistics
import time
from collections.abc import Callable, Iterator
from types import SimpleNamespace

os.environ.setdefault("TF_NUM_INTRAOP_THREADS", "1")
os.environ.setdefault("TF_NUM_INTEROP_THREADS", "1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
from thresholds import ROOT, Row, checks_of, convolutions, data_of, dense, fitted, noisy

from autograder import datasets
from autograder.content import assignment_folder
from autograder.expectations.measures import auc

OTHERS = {
    "bank_marketing": ["mistakes/build_model__has_no_hidden_layer", "mistakes/build_model__learns_in_huge_steps", "mistakes/build_model__hardly_learns"],
    "fashion_mnist": [
        "alternatives/build_model__one_convolution", "alternatives/build_model__batch_normalization", "alternatives/build_model__dropout",
        "alternatives/build_model__strides_for_pooling", "alternatives/build_model__four_convolutions", "alternatives/build_model__global_average_pooling",
        "mistakes/build_model__only_adds_dense_layers",
    ],
}  # fmt: skip
RATES = (1e-4, 2e-4, 5e-4, 2e-3, 5e-3, 1e-2, 2e-2)
Build = Callable[..., keras.Model]
Measure = Callable[[Build, int, bool], float]  # how to build it, the seed, whether it is trained -> what it reaches


def program(assignment: str, name: str) -> Build:
    """``build_model`` of an alternative or a mistake."""
    defined: dict[str, Build] = {}
    path = ROOT / "solutions" / assignment / f"{name}.py"
    exec(compile(path.read_text("utf-8"), path.name, "exec"), defined)
    return defined["build_model"]


def with_units(units: int) -> Build:
    """The reference of bank_marketing, with as many hidden units."""

    def build(columns: int) -> keras.Model:
        model = keras.Sequential([keras.Input((columns,)), keras.layers.Dense(units, "relu"), keras.layers.Dense(1, "sigmoid")])
        model.compile("adam", "binary_crossentropy")
        return model

    return build


def on_rows(budget: str) -> Measure:
    """The AUC that the check of bank_marketing sees."""
    check = checks_of("bank_marketing", "build_model")
    plan = assignment_folder.load(ROOT / "solutions" / "bank_marketing").budgets[budget]

    def measure(build: Build, seed: int, trained: bool) -> float:
        lessons, exam = (
            check.customers(np.random.default_rng([seed, part]), count, check.LEARNED, check.SHARE)
            for part, count in ((1, plan.rows), (2, check.UNSEEN))
        )
        given = fitted(lambda: build(check.LEARNED), lessons, plan.epochs if trained else 0, plan.batch_size, seed)
        return auc(given(exam[0]), exam[1])

    return measure


def on_images(budget: str, data: str) -> Measure:
    """The accuracy that the check of fashion_mnist sees: on the test images, with a little noise."""
    check = checks_of("fashion_mnist", "build_model")
    plan = assignment_folder.load(ROOT / "solutions" / "fashion_mnist").budgets[budget]
    found = data_of(Row("fashion_mnist", "build_model", budget, data))
    if found is None:
        raise SystemExit(f"{data} is not found here.")
    (images, labels), (test, answers) = found

    def measure(build: Build, seed: int, trained: bool) -> float:
        deep = len(build().input_shape) == 4
        lessons, exam = check.scaled(images[: plan.images]), noisy(check, test, seed)
        lessons, exam = (rows[..., np.newaxis] if deep else rows for rows in (lessons, exam))
        given = fitted(build, (lessons, labels[: plan.images]), plan.epochs if trained else 0, plan.batch_size, seed)
        return float((given(exam).argmax(axis=1) == answers).mean())

    return measure


def with_rate(rate: float) -> Build:
    """The baseline of fashion_mnist with another learning rate."""

    def build() -> keras.Model:
        model = dense()
        model.compile(keras.optimizers.Adam(rate), "sparse_categorical_crossentropy")
        return model

    return build


def networks(assignment: str) -> Iterator[tuple[str, Build, bool]]:
    """What is measured: its name, how it is built, and whether with all seeds."""
    yield from {"bank_marketing": [("reference", with_units(16), True), ("4 hidden units", with_units(4), False)],
                "fashion_mnist": [("baseline", dense, True), ("reference", convolutions, True)]}[assignment]  # fmt: skip
    found = sorted(path.stem for path in (ROOT / "solutions" / "bank_marketing" / "alternatives").glob("build_model__*.py"))
    for name in OTHERS[assignment] + [f"alternatives/{stem}" for stem in found if assignment == "bank_marketing"]:
        yield name.partition("__")[2].replace("_", " "), program(assignment, name), False


def page() -> SimpleNamespace:
    """What the bank's page with its answers defines; its other cells are not run."""
    body = ast.parse((ROOT / "solutions" / "bank_marketing" / "bank_marketing.py").read_text("utf-8")).body
    kept: list[ast.stmt] = [node for node in body if isinstance(node, (ast.FunctionDef, ast.Import, ast.ImportFrom))]
    defined: dict[str, object] = {}
    exec(compile(ast.Module(kept, []), "bank_marketing.py", "exec"), defined)
    return SimpleNamespace(**defined)


def on_the_page(seed: int) -> dict[str, float]:
    """The page's story with another start of the network: the AUC on each part, and the profit on the test rows."""
    is_ = page()
    rest, test = is_.split(*is_.features_and_target(is_.read_table(datasets.file("bank_marketing"))), 0.2, seed=1)
    training, validation = is_.split(*rest, 0.25, seed=1)
    preparation = is_.fit_preparation(training[0])
    parts = {"training": training, "validation": validation, "test": test}
    inputs = {name: is_.prepare(part[0], preparation) for name, part in parts.items()}
    targets = {name: np.asarray(part[1]) for name, part in parts.items()}
    keras.backend.clear_session()
    keras.utils.set_random_seed(seed)
    model = is_.build_model(inputs["training"].shape[1])
    weights = is_.class_weights(targets["training"])
    model.fit(inputs["training"], targets["training"], epochs=10, class_weight=weights, verbose=0)
    given = {name: model.predict(rows, verbose=0) for name, rows in inputs.items()}
    found = {f"AUC, {name} rows": is_.roc_auc(targets[name], given[name]) for name in parts}
    chosen = is_.best_threshold(targets["validation"], given["validation"], cost=5, gain=40)
    for name, threshold in (("chosen threshold", chosen), ("0.5", 0.5)):
        called = given["test"].ravel() >= threshold
        found[f"profit from the {name} on"] = float(40 * targets["test"][called].sum() - 5 * called.sum())
    return found


def line(name: str, values: list[float], seconds: float = 0.0) -> str:
    spread = statistics.stdev(values) if len(values) > 1 else 0.0
    numbers = "  ".join(f"{one:.4f}" for one in (statistics.mean(values), spread, min(values), max(values)))
    return f"{name:40} {numbers}  {len(values):5}  {seconds:7.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("assignment", choices=sorted(OTHERS))
    parser.add_argument("--data", choices=["garments", "fashion_mnist"], default="garments", help="of fashion_mnist")
    parser.add_argument("--budget", choices=["quick", "full"], default="quick")
    parser.add_argument("--seeds", type=int, default=20, help="of reference and baseline; the others get a fifth")
    parser.add_argument("--page", action="store_true", help="of bank_marketing instead: the page's network")
    parser.add_argument("--rates", action="store_true", help="of fashion_mnist instead: the baseline with other learning rates")
    options = parser.parse_args()
    print(f"{'network':40} {'mean':6}  {'sd':6}  {'min':6}  {'max':6}  seeds  seconds", flush=True)
    if options.page:
        runs = [on_the_page(seed) for seed in range(1, options.seeds + 1)]
        print(*(line(name, [run[name] for run in runs]) for name in runs[0]), f"with {datasets.find('bank_marketing').name}", sep="\n")
        return
    measure = on_rows(options.budget) if options.assignment == "bank_marketing" else on_images(options.budget, options.data)
    few = max(1, options.seeds // 5)
    first = list(networks(options.assignment))
    wanted = [(f"not trained: {name}", build, options.seeds, False) for name, build, whole in first if whole]
    wanted += [(name, build, options.seeds if whole else few, True) for name, build, whole in first]
    if options.rates:
        wanted = [(f"baseline, learning rate {rate:g}", with_rate(rate), few, True) for rate in RATES]
    for name, build, seeds, trained in wanted:
        started = time.process_time()
        values = [measure(build, seed, trained) for seed in range(seeds)]
        print(line(name, values, (time.process_time() - started) / seeds), flush=True)


if __name__ == "__main__":
    main()
