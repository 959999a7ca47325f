"""What the words about models ask of an answer that is one."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np

from autograder.expectations.network import Network, Score

Batch = tuple[np.ndarray, np.ndarray]  # rows, labels


class AskedModel(Protocol):
    """An answer that is a model and can be asked: ``judging.model_answers.ModelAnswer``."""

    handle: int
    worked_out: dict[str, Any]

    @property
    def plain(self) -> dict[str, Any]: ...
    @property
    def is_run_itself(self) -> bool: ...
    def state(self) -> dict[str, Any]: ...
    def takes(self, rows: np.ndarray) -> bool: ...
    def outputs(self, *batches: np.ndarray) -> list[np.ndarray]: ...
    def outputs_with(self, batches: list[np.ndarray], weights: list[np.ndarray]) -> list[np.ndarray]: ...
    def score(self, images: np.ndarray, labels: np.ndarray) -> dict[str, Any]: ...
    def fit(
        self,
        images: np.ndarray,
        labels: Any,
        epochs: int,
        batch_size: int,
        sample_weights: Any = None,
        most_seconds: float | None = None,
    ) -> dict[str, Any]: ...
    def steps(self, batches: list[Batch], weights: list[np.ndarray]) -> dict[str, Any]: ...
    def moves(self, slopes: list[list[np.ndarray]]) -> list[list[np.ndarray]]: ...
    def drawing(self) -> np.random.Generator: ...
    def score_after(self, network: Network, plan: dict[str, Any], exam: Batch) -> Score: ...
