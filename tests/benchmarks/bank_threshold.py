"""How good do networks get that `bank_marketing` accepts, and others? Prints the table in `solutions/bank_marketing/assignment.toml`.

    python tests/benchmarks/bank_threshold.py             the reference with 20 seeds, all others with 4: about ten minutes
    python tests/benchmarks/bank_threshold.py --seeds 2   a quick look
    python tests/benchmarks/bank_threshold.py --page      instead: the page's network on the bank's table, or on the kit's own

The check of `build_model` draws rows for each seed, trains for the epochs of the budget in batches of 32, and asks for the AUC on 2,000
other rows. So does this program, with the functions of the check and the programs in `alternatives` and `mistakes`.
"""

from __future__ import annotations

import argparse
import ast
import importlib.util
import os
import statistics
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from types import ModuleType, SimpleNamespace

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np

from autograder import datasets
from autograder.expectations.measures import auc

HERE = Path(__file__).resolve().parents[2] / "solutions" / "bank_marketing"
MISTAKES = ("has_no_hidden_layer", "learns_in_huge_steps", "hardly_learns")
BUDGETS = {"quick": (6000, 6), "full": (12000, 6)}  # rows, epochs
LEAST = 1  # of seeds for a row of the table


def loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reference(columns: int, units: int = 16) -> keras.Model:
    layers = [keras.Input((columns,)), keras.layers.Dense(units, "relu"), keras.layers.Dense(1, "sigmoid")]
    model = keras.Sequential(layers)
    model.compile(optimizer="adam", loss="binary_crossentropy")
    return model


def programs() -> dict[str, Callable[[int], keras.Model]]:
    """All ways to build a network that are measured, the reference aside."""
    paths = [HERE / "mistakes" / f"build_model__{name}.py" for name in MISTAKES]
    paths += sorted((HERE / "alternatives").glob("build_model__*.py"))
    found = {path.stem.partition("__")[2].replace("_", " "): loaded(path).build_model for path in paths}
    return {"4 hidden units": lambda columns: reference(columns, 4), **found}


def measured(check: ModuleType, build: Callable[[int], keras.Model], rows: int, epochs: int, seed: int) -> float:
    """The AUC that the check sees; without a training if there are no epochs."""
    lessons, exam = (
        check.customers(np.random.default_rng([seed, part]), count, check.LEARNED, check.SHARE)
        for part, count in ((1, rows), (2, check.UNSEEN))
    )
    keras.backend.clear_session()
    keras.utils.set_random_seed(seed)
    model = build(check.LEARNED)
    if epochs:
        model.fit(*lessons, epochs=epochs, batch_size=32, verbose=0)
    return auc(model.predict(exam[0], batch_size=500, verbose=0), exam[1])


def page() -> dict[str, object]:
    """What the page with its answers defines; its other cells are not run."""
    body = ast.parse((HERE / "bank_marketing.py").read_text("utf-8")).body
    kept: list[ast.stmt] = [node for node in body if isinstance(node, (ast.FunctionDef, ast.Import, ast.ImportFrom))]
    defined: dict[str, object] = {}
    exec(compile(ast.Module(kept, []), "bank_marketing.py", "exec"), defined)
    return defined


def on_the_page(seed: int) -> dict[str, float]:
    """The page's story with another start of the network: the AUC on each part, and the profit on the test rows."""
    is_ = SimpleNamespace(**page())
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


def line(name: str, values: Iterable[float]) -> str:
    found = list(values)
    spread = statistics.stdev(found) if len(found) > 1 else 0.0
    numbers = "  ".join(f"{one:.4f}" for one in (statistics.mean(found), spread, min(found), max(found)))
    return f"{name:40} {numbers}  {len(found):5}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--page", action="store_true", help="the page's network instead")
    options = parser.parse_args()
    seeds = options.seeds
    sys.path.insert(0, str(HERE / "checks"))
    check = loaded(HERE / "checks" / "test_build_model.py")
    print(f"{'network':40} {'mean':6}  {'sd':6}  {'min':6}  {'max':6}  seeds", flush=True)
    if options.page:
        runs = [on_the_page(seed) for seed in range(1, seeds + 1)]
        print(f"with {datasets.find('bank_marketing').name}", *(line(name, (run[name] for run in runs)) for name in runs[0]), sep="\n")
        return
    print(line("not trained", (measured(check, reference, 1, 0, seed) for seed in range(2 * seeds))), flush=True)
    few = range(max(LEAST, seeds // 5))
    measure = partial(measured, check)
    print(line("reference, quick", (measure(reference, *BUDGETS["quick"], seed) for seed in range(seeds))), flush=True)
    for name, build in programs().items():
        print(line(name, (measure(build, *BUDGETS["quick"], seed) for seed in few)), flush=True)
    print(line("reference, full", (measure(reference, *BUDGETS["full"], seed) for seed in range(seeds))), flush=True)


if __name__ == "__main__":
    main()
