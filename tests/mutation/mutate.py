"""Do the tests notice a changed engine? Mutates the modules that decide marks, and says which mutants survive.

    python tests/mutation/mutate.py --sample 60            some mutants, by the seed; about 20 minutes on two cores
    python tests/mutation/mutate.py --all --out FILE.md    all of them; hours
    python tests/mutation/mutate.py --only judging.judge   one module

A mutant is one small change: a comparison, a boundary, ``and``/``or``, ``not``, a number, ``+``/``-``, a ``return``, or a
``raise`` that is left out. It is killed if a test of its module (``TESTS``) fails or does not end. Each runs in a copy of
the repository, so the sources are never touched.
"""

from __future__ import annotations

import argparse
import ast
import itertools
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

ROOT = Path(__file__).parents[2]
ENGINE = ROOT / "autograder"
SECONDS = 300  # for the tests of one mutant; one that loops for ever is killed by this
# Modules that decide marks -> the tests that should notice a change.
TESTS = {
    "cache.dependencies": ["cache"],
    "cache.result_cache": ["cache", "grading/test_open_page.py"],
    "cache.training_cache": ["cache/test_training_cache.py"],
    "content.code_cells": ["content/test_code_cells.py"],
    "content.demo": ["content/test_demo.py", "content/test_slicing.py"],
    "content.discovery": ["content/test_discovery.py"],
    "content.folder_layout": ["content/test_discovery.py"],
    "content.magics": ["content/test_magics.py"],
    "content.mistake_fingerprints": ["authoring/test_build.py"],
    "content.page": ["content/test_page.py"],
    "content.page_choice": ["content/test_discovery.py", "hosted"],
    "content.slicing": ["content/test_slicing.py", "content/test_submission.py"],
    "content.student_files": ["content/test_discovery.py"],
    "content.submission": ["content/test_submission.py"],
    "core.faults": ["grading/test_faults.py", "content"],
    "core.merge": ["judging/test_judge.py", "cache"],
    "core.records": ["core/test_records.py"],
    "expectations.answer": ["expectations", "judging/test_judge.py"],
    "expectations.array_words": ["expectations/test_array_words.py", "expectations/test_values.py"],
    "expectations.bar_charts": ["expectations/test_chart_words.py"],
    "expectations.chart_words": ["expectations/test_chart_words.py"],
    "expectations.colour_bar_words": ["expectations/test_colour_bar_words.py"],
    "expectations.compile_words": ["expectations/test_compile_words.py", "expectations/test_models.py"],
    "expectations.count_words": ["expectations/test_count_words.py", "expectations/test_values.py"],
    "expectations.figure_words": ["expectations/test_figure_words.py"],
    "expectations.grid_words": ["expectations/test_grid_words.py"],
    "expectations.history_words": ["expectations/test_history_words.py", "expectations/test_values.py"],
    "expectations.image_grids": ["expectations/test_grid_words.py"],
    "expectations.learning_words": ["expectations/test_learning_words.py", "expectations/test_models.py"],
    "expectations.model_behaviour": [
        "expectations/test_compile_words.py", "expectations/test_learning_words.py", "expectations/test_structure_words.py"
    ],
    "expectations.model_words": [
        "expectations/test_compile_words.py", "expectations/test_models.py", "expectations/test_structure_words.py"
    ],
    "expectations.models": ["expectations/test_models.py"],
    "expectations.network": ["expectations/test_network.py"],
    "expectations.pixels": ["expectations/test_figure_words.py", "expectations/test_grid_words.py"],
    "expectations.read_scene": ["expectations/test_figure_words.py", "expectations/test_chart_words.py"],
    "expectations.scene": ["expectations/test_grid_words.py", "expectations/test_chart_words.py", "whole/test_mnist_words.py"],
    "expectations.score_words": ["expectations/test_score_words.py", "expectations/test_values.py"],
    "expectations.structure_words": ["expectations/test_structure_words.py", "expectations/test_models.py"],
    "expectations.training": ["expectations/test_training.py"],
    "expectations.training_symptoms": ["expectations/test_training_symptoms.py"],
    "expectations.value_words": ["expectations"],
    "expectations.values": ["expectations/test_values.py"],
    "grading.batch": ["grading/test_batch.py"],
    "grading.open_page": ["grading/test_open_page.py"],
    "grading.grader": ["grading/test_batch.py", "cli/test_grade.py"],
    "grading.work_items": ["grading", "cache"],
    "judging.collection": ["judging/test_collection.py", "judging/test_judge.py"],
    "judging.diagnosis": ["authoring", "judging/test_mistake_naming.py"],
    "judging.exercise_run": ["judging/test_judge.py"],
    "judging.judge": ["judging/test_judge.py"],
    "judging.mistake_naming": ["judging/test_mistake_naming.py"],
    "judging.proxies": ["judging", "sandbox/test_processes.py"],
    "lms.canvas": ["lms"],
    "lms.csv_sheet": ["lms"],
    "lms.export": ["lms"],
    "lms.filling": ["lms"],
    "lms.matching": ["lms"],
    "lms.moodle": ["lms"],
    "nbgrader.cell_scores": ["nbgrader/test_class.py", "nbgrader/test_again.py"],
    "reports.csv_tables": ["reports/test_csv_tables.py"],
    "reports.grades": ["lms", "nbgrader/test_gradebooks.py"],
    "reports.student_view": ["reports/test_student_view.py"],
    "sandbox.reply_schema": ["sandbox/test_reply_schema.py"],
    "transport.wire": ["transport/test_wire.py"],
}
COMPARISONS = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
ARITHMETIC = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Div}


@dataclass(frozen=True)
class Mutant:
    """One change of a module: the ``number``-th that can be made in it; ``change`` says it in words."""

    module: str
    number: int
    line: int
    change: str

    @property
    def place(self) -> str:
        return f"{self.module}:{self.line}"

    def source(self, original: str) -> str:
        """The whole changed module."""
        tree = ast.parse(original)
        _line, _change, apply = next(itertools.islice(_changes(tree), self.number, None))
        apply()
        return ast.unparse(ast.fix_missing_locations(tree))


def mutants(module: str, source: str) -> list[Mutant]:
    """All mutants of a module.

    Example:
        >>> [one.change for one in mutants("m", "def f(a):\\n    return a > 1")]
        ['return → return None', '> → >=', '1 → 2']
    """
    changes = enumerate(_changes(ast.parse(source)))
    return [Mutant(module, number, line, change) for number, (line, change, _apply) in changes]


def _changes(tree: ast.Module) -> Iterator[tuple[int, str, object]]:
    """(line, words, what makes the change) for each place; docstrings and annotations are left alone."""
    annotations = {
        id(inner)
        for node in ast.walk(tree)
        for part in (getattr(node, "annotation", None), getattr(node, "returns", None))
        if part is not None
        for inner in ast.walk(part)
    }
    for node in ast.walk(tree):
        if id(node) in annotations:
            continue
        if isinstance(node, ast.Compare):
            for index, operator in enumerate(node.ops):
                other = COMPARISONS[type(operator)]
                yield node.lineno, f"{_sign(operator)} → {_sign(other())}", _setter(node.ops, index, other())
        elif isinstance(node, ast.BoolOp):
            other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield node.lineno, f"{_sign(node.op)} → {_sign(other)}", _attribute(node, "op", other)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield node.lineno, "not is left out", _doubled(node)
        elif isinstance(node, ast.BinOp) and type(node.op) in ARITHMETIC and not _is_text(node):
            other = ARITHMETIC[type(node.op)]()
            yield node.lineno, f"{_sign(node.op)} → {_sign(other)}", _attribute(node, "op", other)
        elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
            yield node.lineno, f"{node.value!r} → {node.value + 1!r}", _attribute(node, "value", node.value + 1)
        elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
            yield node.lineno, f"{node.value} → {not node.value}", _attribute(node, "value", not node.value)
        elif isinstance(node, ast.Return) and node.value is not None and not _is_none(node.value):
            yield node.lineno, "return → return None", _attribute(node, "value", ast.Constant(None))
        elif isinstance(node, ast.Raise) and node.exc is not None:
            yield node.lineno, "raise is left out", _emptied(node)


def _setter(items: list, index: int, value: object):
    return lambda: items.__setitem__(index, value)


def _attribute(node: ast.AST, name: str, value: object):
    return lambda: setattr(node, name, value)


def _doubled(node: ast.UnaryOp):
    """``not not x`` in place of ``not x``."""
    return lambda: setattr(node, "operand", ast.UnaryOp(ast.Not(), node.operand))


def _emptied(node: ast.Raise):
    """A statement that does nothing."""

    def apply() -> None:
        node.__class__, node.value = ast.Expr, ast.Constant(None)

    return apply


def _sign(operator: ast.AST) -> str:
    left, right = ast.Name("a"), ast.Name("b")
    if isinstance(operator, ast.cmpop):
        whole = ast.Compare(left, [operator], [right])
    elif isinstance(operator, ast.boolop):
        whole = ast.BoolOp(operator, [left, right])
    else:
        whole = ast.BinOp(left, operator, right)
    return ast.unparse(whole)[1:-1].strip()


def _is_text(node: ast.BinOp) -> bool:
    return any(
        isinstance(side, ast.JoinedStr) or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in (node.left, node.right)
    )


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def survives(mutant: Mutant, place: Path) -> bool:
    """Whether the tests of its module pass in a copy of the repository that holds it."""
    target = place / "autograder" / Path(*mutant.module.split(".")).with_suffix(".py")
    original = target.read_text("utf-8")
    target.write_text(mutant.source(original), "utf-8")
    tests = [f"tests/{name}" for name in TESTS[mutant.module]]
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-m", "not keras and not slow"]
    environment = {**os.environ, "PYTHONPATH": str(place), "AUTOGRADER_CACHE": str(place / "cache"), "AUTOGRADER_DATA": ""}
    try:
        done = subprocess.run(
            [*command, *tests], cwd=place, env=environment, capture_output=True, timeout=SECONDS, start_new_session=True
        )
        return done.returncode == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        target.write_text(original, "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--only", action="append", default=[], choices=sorted(TESTS))
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    chosen = [
        mutant
        for module in options.only or TESTS
        for mutant in mutants(module, (ENGINE / Path(*module.split("."))).with_suffix(".py").read_text("utf-8"))
    ]
    total = len(chosen)
    if not options.all and options.sample < total:
        chosen = random.Random(options.seed).sample(chosen, options.sample)
    with tempfile.TemporaryDirectory(prefix="mutants-") as scratch:
        places: SimpleQueue[Path] = SimpleQueue()
        for number in range(options.jobs):
            places.put(_copied(Path(scratch) / str(number)))

        def judged(mutant: Mutant) -> bool:
            place = places.get()
            try:
                survived = survives(mutant, place)
            finally:
                places.put(place)
            print(f"{'SURVIVED' if survived else 'killed  '} {mutant.place}: {mutant.change}", flush=True)
            return survived

        with ThreadPoolExecutor(options.jobs) as pool:
            outcome = dict(zip(chosen, pool.map(judged, chosen), strict=True))
    text = _told(outcome, total, options.seed)
    print(text)
    if options.out:
        options.out.write_text(text, "utf-8")
    return 0


def _copied(place: Path) -> Path:
    """A copy of what the tests need."""
    left_out = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".pytest_cache", "*.egg-info")
    shutil.copytree(ROOT, place, ignore=left_out)
    return place


def _told(outcome: dict[Mutant, bool], total: int, seed: int) -> str:
    by_module: dict[str, list[bool]] = defaultdict(list)
    for mutant, survived in outcome.items():
        by_module[mutant.module].append(survived)
    killed = sum(not survived for survived in outcome.values())
    lines = [
        f"{len(outcome)} of {total} mutants (seed {seed}): {killed} killed, {100 * killed / max(1, len(outcome)):.0f} %.",
        "",
        "| module | mutants | killed |",
        "|---|---|---|",
        *(f"| {name} | {len(found)} | {found.count(False)} |" for name, found in sorted(by_module.items())),
        "",
        "Survivors:",
        "",
        *(f"- `{mutant.place}`: {mutant.change}" for mutant, survived in outcome.items() if survived),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
