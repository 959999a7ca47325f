"""What the words about trained models say of a model's form, and of the rows that it gets."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.core.languages import message


def form(state: dict[str, Any]) -> list[int | str]:
    """The number of axes of each array of weights: a design that is another one leaves other evidence.

    Kernels that do not learn come last. The means of a normalization, which do not either, have one axis.
    """
    learning: list[int | str] = [weight.ndim for weight in state["weights"]]
    frozen = [weight.ndim for weight in state.get("frozen", []) if weight.ndim > 1]
    return [*learning, "frozen", *frozen] if frozen else learning


def is_alike(state: dict[str, Any]) -> bool:
    """Whether all units of a layer have the same weights, so that they can only learn the same."""
    kernels = [weight for weight in state["weights"] if weight.ndim == 2]
    return any(kernel.shape[1] > 1 and bool((kernel == kernel[:, :1]).all()) for kernel in kernels)


def called_rows(rows: np.ndarray) -> str:
    """What people call rows of this shape."""
    return message("images") if rows.ndim > 2 else message("rows")
