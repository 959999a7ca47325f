"""What is measured of a table of phone calls, the published one or the one that the kit makes up. NumPy only."""

import csv
import io

import numpy as np

from autograder.datasets import made_bank

TEXTS = [name for name in made_bank.COLUMNS if name not in made_bank.NUMBERS]


def columns(text: str) -> dict[str, np.ndarray]:
    """Name -> values: whole numbers, or texts."""
    names, *rows = csv.reader(io.StringIO(text), delimiter=";")
    table = {name: np.array(values) for name, values in zip(names, zip(*rows, strict=True), strict=True)}
    return table | {name: table[name].astype(int) for name in made_bank.NUMBERS}


def share(table: dict[str, np.ndarray], column: str, value: str) -> float:
    """Of the rows with this value in a column."""
    return float((table[column] == value).mean())


def yes_rate(table: dict[str, np.ndarray], column: str, value: str) -> float:
    """The share of yes among the rows with this value in a column."""
    return float((table["y"][table[column] == value] == "yes").mean())


def auc(table: dict[str, np.ndarray], *left_out: str, part: int = 0) -> float:
    """Of a logistic regression by Newton's method: learned from three quarters of the rows, measured on the others.

    Args:
        left_out: columns that it does not see; part: which quarter it is measured on, from 0 to 3.
    """
    rows, yes = _as_numbers(table, *left_out), table["y"] == "yes"
    there = np.arange(len(yes)) % 4 != part
    weights = np.zeros(rows.shape[1])
    for _ in range(15):
        chance = 1 / (1 + np.exp(-rows[there] @ weights))
        slope = rows[there].T @ (chance - yes[there]) + 3 * weights
        bend = (rows[there] * (chance * (1 - chance))[:, None]).T @ rows[there] + 3 * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    scores, answers = rows[~there] @ weights, yes[~there]
    return float((scores[answers][:, None] > scores[~answers]).mean())


def _as_numbers(table: dict[str, np.ndarray], *left_out: str) -> np.ndarray:
    """Numbers standardised, each category of a text a column, and a column of ones."""
    found = [np.ones(len(table["y"]))]
    for name in sorted(set(made_bank.COLUMNS) - {"y", *left_out}):
        values = table[name]
        if name in made_bank.NUMBERS:
            found.append((values - values.mean()) / values.std())
        else:
            found += [(values == value).astype(float) for value in np.unique(values)]
    return np.stack(found, 1)
