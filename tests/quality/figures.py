"""Do the words of a figure say what is in it? Reads the words of all accepted figures back, and compares.

    python tests/quality/figures.py             all accepted figures; writes the section "figures" of docs/quality.md
    python tests/quality/figures.py --only 3    some of each function, always the same; nothing is written
    python tests/quality/figures.py --keep FILE    goes on with the functions that are not in FILE

The figures are those of the references, the alternatives and the right answers in ``tests/quality/answers``, each with drawn
inputs. A program runs in plain Matplotlib, outside of the kit's processes. ``drawn_objects.py`` measures its figure by the objects of
Matplotlib. The kit describes it, and ``read_text`` sees nothing but the text that the kit makes of this.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import io
import json
import os
import random
import re
import sys
import tempfile
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import document
import drawn_objects
import matplotlib
import numpy as np
from drawn_objects import Objects
from new_answers import ANSWERS, ROOT, read_answers

from autograder.content import assignment_folder
from autograder.content.assignment import Assignment
from autograder.expectations.figure_text import figure_text
from autograder.transport.wire import Described, decode, encode
from autograder.values.mpl.figures import describe_figure

SEED = 19
WITHIN = 0.01  # of a value
HEAVY = ("keras", "tensorflow", "autograder")  # no function that draws needs them
NAMES = ["shirt", "coat", "bag", "boot"]


def _images(rng: np.random.Generator, count: int) -> np.ndarray:
    return rng.integers(0, 256, (count, 28, 28)).astype(np.uint8)


def _label_counts(rng: np.random.Generator) -> tuple:
    return rng.integers(0, 10, 700), rng.integers(0, 10, 300)


def _history(rng: np.random.Generator) -> tuple:
    epochs = int(rng.integers(4, 12))
    down, up = np.sort(rng.random((2, epochs)))[:, ::-1], np.sort(rng.random((2, epochs)))
    return ({"loss": down[0].tolist(), "val_loss": down[1].tolist(), "accuracy": up[0].tolist(), "val_accuracy": up[1].tolist()},)


def _table(rng: np.random.Generator) -> tuple:
    import pandas as pd

    jobs = rng.choice(["admin", "services", "student", "retired", "unknown"], 400)
    share = {job: 0.05 + 0.15 * place for place, job in enumerate(sorted(set(jobs)))}
    return pd.DataFrame({"job": jobs, "y": np.where(rng.random(400) < [share[job] for job in jobs], "yes", "no")}), "job"


INPUTS: dict[str, Callable[[np.random.Generator], tuple]] = {
    "plot_label_counts": _label_counts,
    "plot_images": lambda rng: (_images(rng, 30), rng.integers(0, 10, 30)),
    "plot_image": lambda rng: (_images(rng, 1)[0],),
    "plot_predictions": lambda rng: (_images(rng, 25), rng.integers(0, 10, 25), rng.dirichlet(np.ones(10), 25)),
    "plot_examples": lambda rng: (_images(rng, 40), np.append(np.arange(4), rng.integers(0, 4, 36)), NAMES),
    "plot_history": _history,
    "plot_confusion_matrix": lambda rng: (rng.integers(0, 90, (4, 4)) + 100 * np.eye(4, dtype=int), NAMES),
    "plot_yes_rate": _table,
}


@dataclass
class Read:
    """What a reader of the text alone knows of one figure.

    Attributes:
        kinds, names, marks: part -> kind, [x name, y name], (name, height) of bars and points.
        lines: part -> [(side, place)]; images: (name, rows, columns, lowest, highest); tables: part -> rows of numbers.
        bars: ends of the colour bars. texts: all that is written.
    """

    kinds: dict[str, str] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    marks: dict[str, list[tuple[str, float]]] = field(default_factory=dict)
    lines: dict[str, list[tuple[int, float]]] = field(default_factory=dict)
    images: list[tuple[str, int, int, float, float]] = field(default_factory=list)
    tables: dict[str, list[list[float]]] = field(default_factory=dict)
    bars: list[tuple[float, float]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def read_text(text: str) -> Read:
    """A figure, rebuilt from its text.

    Example:
        >>> read_text("One bar.\\naxes 1\\tkind\\t\\tbar chart\\naxes 1\\tbar\\tb\\t5").marks
        {'axes 1': [('b', 5.0)]}
    """
    found = Read()
    for line in text.splitlines()[1:]:
        part, what, name, value = line.split("\t")
        base = what.partition(" of '")[0]
        if base == "kind":
            found.kinds[part] = value
        elif base in ("x axis", "y axis"):
            found.names.setdefault(part, ["", ""])[base == "y axis"] = name
        elif base in ("bar", "point"):
            found.marks.setdefault(part, []).append((name, float(value.partition(",")[0])))
        elif base in ("vertical line", "horizontal line"):
            found.lines.setdefault(part, []).append((int(base[0] == "h"), float(name.partition(" = ")[2])))
        elif base == "image":
            sides, ends = re.match(r"(\d+) by (\d+)", value), re.search(r", from (\S+) to ([^\s,]+)", value)
            if sides and ends:
                found.images.append((name, int(sides[1]), int(sides[2]), float(ends[1]), float(ends[2])))
        elif re.fullmatch(r"row \d+", what):
            found.tables.setdefault(part, []).append([float("nan") if cell == "–" else float(cell) for cell in value.split("; ")])
        elif base == "colour bar":
            low, high = value.partition(",")[0].split(" to ")
            found.bars.append((float(low), float(high)))
        found.texts.append(name)
    return found


def faults(truth: Objects, read: Read) -> dict[str, list[str]]:
    """What a reader of the text gets wrong: ``kind``, ``names``, ``values``, ``images`` -> sentences."""
    found: dict[str, list[str]] = {"kind": [], "names": [], "values": [], "images": []}
    parts = [part for part, kind in read.kinds.items() if kind != "empty axes"]
    kinds = [read.kinds[part] for part in parts]
    if Counter(kinds) != Counter(chart.kind for chart in truth.charts):
        found["kind"].append(f"{[chart.kind for chart in truth.charts]}: read {kinds}")
        return found
    for part, chart in zip(parts, sorted(truth.charts, key=lambda one: kinds.index(one.kind)) if len(set(kinds)) > 1 else truth.charts, strict=True):
        names = [" ".join(name.split()) for name in chart.names]
        if read.names.get(part, ["", ""]) != names:
            found["names"].append(f"{names}: read {read.names.get(part)}")
        found["values"] += _wrong_marks(chart.marks, read.marks.get(part, []))
        found["values"] += _wrong_lines(chart.lines, read.lines.get(part, []))
    found["images"] += _wrong_images(truth, read)
    return found


def _near(one: float, other: float, size: float = 0.0) -> bool:
    return bool(abs(one - other) <= WITHIN * max(abs(other), size) + 1e-9) or bool(np.isnan(one) and np.isnan(other))


def _wrong_marks(marks: list[tuple[float, str, float]], read: list[tuple[str, float]]) -> list[str]:
    if len(marks) != len(read):
        return [f"{len(marks)} bars or points: read {len(read)}"]
    left = list(read)
    wrong = []
    spread = float(np.ptp([place for place, _text, _height in marks])) if marks else 0.0
    for place, text, height in marks:
        fitting = [one for one in left if _near(one[1], height) and _is_place(one[0], place, text, spread)]
        if fitting:
            left.remove(fitting[0])
        else:
            wrong.append(f"no {height:g} at {place:g} ({text})")
    return wrong


def _is_place(name: str, place: float, text: str, spread: float) -> bool:
    """Whether a reader finds a mark: by the text of its tick, or by its place on the axis."""
    said = re.match(r"(?:place )?(-?[\d.]+(?:e[-+]?\d+)?)(?: \(|$)", name)
    return name == " ".join(text.split()) or (said is not None and _near(float(said[1]), place, 0.1 * spread))


def _wrong_lines(lines: list[tuple[int, float]], read: list[tuple[int, float]]) -> list[str]:
    if len(lines) != len(read):
        return [f"{len(lines)} straight lines: read {len(read)}"]
    pairs = zip(sorted(lines), sorted(read), strict=True)
    return [f"a straight line at {one}: read {other}" for one, other in pairs if one[0] != other[0] or not _near(other[1], one[1], 0.1)]


def _wrong_images(truth: Objects, read: Read) -> list[str]:
    wrong = []
    if len(truth.images) != len(read.images):
        return [f"{len(truth.images)} images: read {len(read.images)}"]
    for place, ((rows, columns, low, high), one) in enumerate(zip(truth.images, read.images, strict=True)):
        same = rows == 1 or (one[1:3] == (rows, columns) and _near(one[3], low, high) and _near(one[4], high))
        wrong += [] if same else [f"image {place} of {rows} by {columns} from {low:g} to {high:g}: read {one}"]
    missing = [text for text in truth.texts if text.strip() and not any(_plain(text) in _plain(said) for said in read.texts)]
    wrong += [f"not read: {text!r}" for text in missing[:3]]
    for table, rows in zip(truth.tables, read.tables.values(), strict=False):
        same = table.shape == np.shape(rows) and all(_near(one, other) for one, other in zip(np.ravel(rows), table.ravel(), strict=True))
        wrong += [] if same else [f"the cells {table.tolist()}: read {rows}"]
    if len(truth.tables) != len(read.tables):
        wrong.append(f"{len(truth.tables)} heat maps: read {len(read.tables)}")
    bars = zip(sorted(truth.bars), sorted(read.bars), strict=False)
    if len(truth.bars) != len(read.bars) or not all(_near(b, a, 0.1) for one, other in bars for a, b in zip(one, other, strict=True)):
        wrong.append(f"colour bars {truth.bars}: read {read.bars}")
    return wrong


def _plain(text: str) -> str:
    return "".join(text.split())


def programs(assignment: Assignment) -> Iterator[tuple[str, str, str]]:
    """(function, name, source) of the accepted programs that draw."""
    for function in [one.name for one in assignment.exercises if one.name in INPUTS]:
        yield function, "reference", ""
        yield from ((function, f"alternative {one.name}", one.source) for one in assignment.alternatives if one.function == function)
        path = ANSWERS / assignment.name / f"{function}.py"
        if path.is_file():
            yield from ((function, f"answer {one.text}", one.source) for one in read_answers(path) if one.kind == "right")


def base_of(assignment: Assignment) -> str:
    """The definitions of the reference's page: light imports, functions, and names with a plain value."""
    nodes = [node for cell in assignment.reference.page.cells for node in _parsed(cell.source)]
    return ast.unparse(ast.Module([node for node in nodes if _is_definition(node)], []))


def _parsed(source: str) -> list[ast.stmt]:
    with contextlib.suppress(SyntaxError):
        return ast.parse(source).body
    return []


def _is_definition(node: ast.stmt) -> bool:
    if isinstance(node, ast.Import):
        return not any(one.name.split(".")[0] in HEAVY for one in node.names)
    if isinstance(node, ast.ImportFrom):
        return (node.module or "").split(".")[0] not in HEAVY
    if isinstance(node, ast.Assign):
        with contextlib.suppress(ValueError):
            ast.literal_eval(node.value)
            return True
    return isinstance(node, (ast.FunctionDef, ast.ClassDef))


def drawn(base: str, source: str, function: str, seed: int) -> object:
    """The figure that a program draws, in plain Matplotlib."""
    import matplotlib.pyplot as plt

    space: dict[str, object] = {"__name__": "page"}
    rng = np.random.default_rng(seed)
    arguments = INPUTS[function](rng)
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        plt.close("all")
        matplotlib.rcdefaults()
        matplotlib.use("Agg")
        exec(compile(base, "page", "exec"), space)
        exec(compile(source, "answer", "exec"), space)
        return space[function](*arguments)


@dataclass
class Counts:
    """Figures, and of them: read without a fault; and the faults of each sort."""

    figures: int = 0
    right: int = 0
    marks: int = 0
    sorts: Counter[str] = field(default_factory=Counter)
    words: int = 0
    rows: list[int] = field(default_factory=list)


def examine(name: str, only: int | None = None, say: Callable[[str], None] = print, keep: Path | None = None) -> dict[str, Counts]:
    """Function -> what came of its accepted figures.

    Args:
        only: so many of each. say: is told of each fault. keep: a file with the functions that are done, which are not drawn again.
    """
    assignment = assignment_folder.load(ROOT / "solutions" / name)
    base, found = base_of(assignment), {}
    for function in dict.fromkeys(function for function, _name, _source in programs(assignment)):
        if fields := _kept(keep).get(f"{name}.{function}"):
            found[function] = Counts(**{**fields, "sorts": Counter(fields["sorts"])})
            continue
        counts = found[function] = Counts()
        wanted = [(title, source) for one, title, source in programs(assignment) if one == function]
        if only is not None:
            wanted = random.Random(function).sample(wanted, min(only, len(wanted)))
        for place, (title, source) in enumerate(wanted):
            _one(counts, title, drawn(base, source, function, SEED + place), lambda text, function=function: say(f"{function}: {text}"))
        if keep is not None:
            keep.write_text(json.dumps({**_kept(keep), f"{name}.{function}": vars(counts)}), "utf-8")
    return found


def _kept(keep: Path | None) -> dict[str, dict]:
    return json.loads(keep.read_text("utf-8")) if keep is not None and keep.is_file() else {}


def _one(counts: Counts, title: str, figure: object, say: Callable[[str], None]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        truth = drawn_objects.measured(figure)
        content = decode(b"".join(encode(Described("figure", "Figure", describe_figure(figure))))).content
    text = figure_text(content)
    wrong = faults(truth, read_text(text.as_text()))
    counts.figures += 1
    counts.marks += sum(len(chart.marks) + len(chart.lines) for chart in truth.charts) + len(truth.images) + sum(table.size for table in truth.tables)
    counts.right += not any(wrong.values())
    counts.sorts.update(sort for sort, sentences in wrong.items() if sentences)
    counts.words = max(counts.words, len(text.sentence.split()))
    counts.rows.append(len(text.rows))
    for sort, sentences in wrong.items():
        for sentence in sentences[:2]:
            say(f"{title}: {sort}: {sentence}")


def section(found: dict[str, dict[str, Counts]]) -> str:
    """The section of ``docs/quality.md``."""
    rows = [(name, function, counts) for name, of in found.items() for function, counts in of.items()]
    figures, right = sum(one.figures for *_rest, one in rows), sum(one.right for *_rest, one in rows)
    marks = sum(one.marks for *_rest, one in rows)
    table = [
        f"| {name} | `{function}` | {one.figures} | {one.right} | {one.marks} | {one.words} | {max(one.rows)} |" for name, function, one in rows
    ]
    return "\n".join([
        "## Figures in words", "",
        f"Of {figures} accepted figures, a program that reads only the words rebuilds {right} ({100 * right / figures:.1f} %): the kind of each",
        f"chart, the names of its axes, and each of {marks:,} bars, points, lines, images and cells within 1 %. It compares with what Matplotlib's",
        "own objects say. Made by `python tests/quality/figures.py`, seed 19.", "",
        "| assignment | function | figures | rebuilt | bars, points, images, cells | most words of a sentence | most rows of a table |",
        "|---|---|---|---|---|---|---|", *table,
    ])  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("assignments", nargs="*", default=["mnist", "fashion_mnist", "bank_marketing"])
    parser.add_argument("--only", type=int, metavar="N", help="so many programs of each function; nothing is written")
    parser.add_argument("--keep", type=lambda text: Path(text).resolve(), metavar="FILE", help="what was found of each function is kept there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path("figures").mkdir()  # some answers save their figure as well
        found = {name: examine(name, options.only, keep=options.keep) for name in options.assignments}
    for name, of in found.items():
        for function, one in of.items():
            print(f"{name} {function}: {one.right} of {one.figures} rebuilt {dict(one.sorts) or ''}")
    if options.only is None and len(options.assignments) == 3:
        document.write_section("figures", section(found))
    right, figures = (sum(getattr(one, what) for of in found.values() for one in of.values()) for what in ("right", "figures"))
    return int(right < 0.99 * figures)


if __name__ == "__main__":
    os.environ.setdefault("MPLBACKEND", "Agg")
    sys.exit(main())
