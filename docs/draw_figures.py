"""Draws the figure of each assignment's page of the site, with the assignment's own answer and the data that the kit makes itself.

``python docs/draw_figures.py [NAME]...`` writes ``docs/assignments/figures/NAME.png``; without a name, all that are in ``solutions/``.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Callable
from pathlib import Path

import matplotlib
import numpy as np
from PIL import Image

from autograder import datasets

matplotlib.use("agg")
import matplotlib.pyplot as plt  # noqa: E402

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "docs" / "assignments" / "figures"
WIDTH, COLOURS = 720, 24  # pixels, and how many colours are left: the files stay small
CLASS_NAMES = ("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot")


def digits(functions: dict) -> plt.Figure:
    """The first 25 drawn digits, as exercise 4 of ``mnist`` shows them."""
    (images, labels), _ = datasets.load("digits")
    return functions["plot_images"](images[:25], labels[:25])


def garments(functions: dict) -> plt.Figure:
    """Five drawn garments of each kind, as exercise 2 of ``fashion_mnist`` shows them."""
    (images, labels), _ = datasets.load("garments")
    return functions["plot_examples"](images[:500], labels[:500], list(CLASS_NAMES))


def bank(functions: dict) -> plt.Figure:
    """The share of yes by job in the made table, as exercise 4 of ``bank_marketing`` shows it."""
    table = functions["read_table"](datasets.find("bank").path)
    return functions["plot_yes_rate"](table, "job")


FIGURES: dict[str, tuple[Callable[[dict], plt.Figure], float]] = {  # the drawing, and its height over its width
    "mnist": (digits, 0.8),
    "fashion_mnist": (garments, 1.25),
    "bank_marketing": (bank, 0.55),
}


def answers(page: Path) -> dict:
    """The functions that a page with answers defines; its other cells are not run."""
    body = [node for node in ast.parse(page.read_text("utf-8")).body if isinstance(node, (ast.FunctionDef, ast.ImportFrom, ast.Import))]
    body = [node for node in body if "keras" not in ast.unparse(node).split() and "autograder" not in ast.unparse(node)]
    functions: dict = {"np": np, "plt": plt}
    exec(compile(ast.Module(body, []), page.name, "exec"), functions)
    return functions


def draw(name: str) -> bytes:
    """The figure of one assignment, as a small PNG."""
    make, ratio = FIGURES[name]
    figure = make(answers(ROOT / "solutions" / name / f"{name}.py"))
    figure.set_size_inches(7.2, 7.2 * ratio)
    figure.set_layout_engine("tight")
    drawn = io.BytesIO()
    figure.savefig(drawn, format="png", dpi=WIDTH / 7.2, facecolor="white")
    small = io.BytesIO()
    Image.open(drawn).convert("RGB").quantize(COLOURS).save(small, "png", optimize=True)
    return small.getvalue()


if __name__ == "__main__":
    TARGET.mkdir(exist_ok=True)
    for name in sys.argv[1:] or [one for one in FIGURES if (ROOT / "solutions" / one).is_dir()]:
        (TARGET / f"{name}.png").write_bytes(draw(name))
        print(TARGET / f"{name}.png")
