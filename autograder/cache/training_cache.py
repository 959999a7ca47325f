"""A class costs its distinct networks, not its students: the result of a training is remembered.

Only networks that the judge knows by numbers get here (``expectations.models``), and they are trained by a worker that
holds no student's code; so only the kit decides what is remembered. The outcome depends on the starting weights, the
settings, the images and the seed: the key is the hash of exactly these, and of the libraries' versions.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from autograder.cache import dependencies, signed_store
from autograder.core import keras_backend
from autograder.core.files import cache_folder
from autograder.expectations.network import Network, Score
from autograder.transport import shared_arrays

Part = tuple[np.ndarray, np.ndarray]  # images, labels


@dataclass(frozen=True)
class Plan:
    """How a network is trained: by these images in batches, epoch after epoch, shuffled by the seed."""

    images: np.ndarray
    labels: np.ndarray
    epochs: int
    batch_size: int
    seed: int

    @property
    def lessons(self) -> str:
        """A hash of images and labels."""
        return _hash(self.images, self.labels)


class TrainingCache:
    """What networks read after a training.

    Args:
        folder: where it is remembered from one run to the next; None to remember it as long as this process lives.
            It must be out of every submission's reach.
        backend: with which Keras computes, see ``core.keras_backend``; the usual one by default.
    """

    def __init__(self, folder: Path | None = None, backend: str = "") -> None:
        self.folder = folder
        self.backend = backend or keras_backend.usual()
        self.known: dict[str, Score] = {}

    @classmethod
    def of_this_user(cls, backend: str = "") -> TrainingCache:
        return cls(cache_folder() / "trainings", backend)

    def score(
        self,
        network: Network,
        plan: Plan,
        exam: Part,
        train: Callable[[Network, Plan], Network],
        on_disk: bool = True,
        afresh: bool = False,
    ) -> Score:
        """How well the network reads the exam right after the training; trains only if that is not known.

        Args:
            exam: images as the network takes them, and their labels.
            train: gives the trained network.
            on_disk: False where submissions could reach the folder: it is then neither read nor written.
            afresh: train whatever is known, and remember what comes of it instead.
        """
        key = self.key(network, plan, exam)
        if afresh or key not in self.known:
            found = self._read(key) if on_disk and not afresh else None
            if found is None:
                found = train(network, plan).score(*exam)
                if on_disk:
                    self._keep(key, found)
            self.known[key] = found
        return self.known[key]

    def key(self, network: Network, plan: Plan, exam: Part) -> str:
        """The hash of everything that the outcome depends on."""
        settings = {
            "layers": [layer.activation for layer in network.layers],
            "learning_rate": network.learning_rate,
            "from_logits": network.from_logits,
            "epochs": plan.epochs,
            "batch_size": plan.batch_size,
            "seed": plan.seed,
            "trained_by": dependencies.trained_by(self.backend),
        }
        return dependencies.hash_of([settings, plan.lessons, _hash(*network.weights(), *exam)])

    def _read(self, key: str) -> Score | None:
        """What an earlier run has found; a file that holds anything else is as good as none."""
        if self.folder is None:
            return None
        try:
            content = signed_store.read(self.folder / f"{key}.json")
            found = Score(content["accuracy"], content["loss"])
        except signed_store.DAMAGED:
            return None
        if content.get("key") != key:
            return None
        numbers = all(isinstance(one, float) and math.isfinite(one) for one in found)
        return found if numbers and 0 <= found.accuracy <= 1 and found.loss >= 0 else None

    def _keep(self, key: str, score: Score) -> None:
        if self.folder is not None:
            signed_store.write(self.folder / f"{key}.json", {"key": key, **score._asdict()})


def _hash(*arrays: np.ndarray) -> str:
    return hashlib.sha256("".join(map(shared_arrays.digest, arrays)).encode()).hexdigest()
