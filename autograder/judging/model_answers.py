"""Answers that are models: the judge asks the worker that holds one, and trains equal networks once, apart from it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.cache.training_cache import Plan
from autograder.core.languages import message
from autograder.core.shortcuts import Shortcut
from autograder.expectations.network import Network, Score
from autograder.judging.object_answers import ObjectAnswer
from autograder.sandbox.fork_server_handle import StartFailed
from autograder.sandbox.isolation import ProcessLimits as WorkerLimits
from autograder.sandbox.worker_handle import WorkerLost
from autograder.transport.wire import Described

if TYPE_CHECKING:
    from autograder.judging.session import Session

MOST_REMEMBERED = 2**20  # bytes of a question to a model


@dataclass(frozen=True)
class ModelAnswer(ObjectAnswer):
    """An answer that is a model; the model itself stays in the worker and can be asked."""

    def outputs(self, *batches: np.ndarray) -> list[np.ndarray]:
        """What the model gives for each batch of images, in inference mode: float32, unless it is a strange model."""
        request = {"action": "outputs", "batches": list(batches)}
        outputs: list[np.ndarray] = self.connection.ask_model(self, request, message("its outputs"))
        return outputs

    def takes(self, rows: np.ndarray) -> bool:
        """Whether it gives anything for rows of this shape; a model that has no weights yet is left as it is."""
        return self.connection.ask_model(self, {"action": "takes", "rows": rows}, message("its input")) is True

    def outputs_with(self, batches: list[np.ndarray], weights: list[np.ndarray]) -> list[np.ndarray]:
        """What the model would give if these were its trainable weights."""
        request = {"action": "outputs_with", "batches": list(batches), "weights": list(weights)}
        outputs: list[np.ndarray] = self.connection.ask_model(self, request, message("its outputs with other weights"))
        return outputs

    def score(self, images: np.ndarray, labels: np.ndarray) -> dict[str, Any]:
        """``{"loss": float, "metrics": {name: float}}`` by the model's own compile settings."""
        request = {"action": "score", "images": images, "labels": labels}
        score: dict[str, Any] = self.connection.ask_model(self, request, message("its loss"))
        return score

    def fit(
        self,
        images: np.ndarray,
        labels: Any,
        epochs: int,
        batch_size: int,
        sample_weights: Any = None,
        most_seconds: float | None = None,
    ) -> dict[str, Any]:
        """Trains the model by the judge's protocol, if these seconds are enough; see ``values.keras.training.fit``.

        Args:
            labels, sample_weights: an array, or a dict or list of arrays for a model with several outputs.
            most_seconds: of computing; half of the call's time by default, and never more.
        """
        half = self.connection.session.seconds / 2
        most = half if most_seconds is None else min(most_seconds, half)
        settings = {"epochs": epochs, "batch_size": batch_size, "most_seconds": most, "sample_weights": sample_weights}
        request = {"action": "fit", "images": images, "labels": labels, **settings}
        found: dict[str, Any] = self.connection.ask_model(self, request, message("training it"))
        return found

    def steps(self, batches: list[tuple[np.ndarray, np.ndarray]], weights: list[np.ndarray]) -> dict[str, Any]:
        """What a step of training for each batch (images, labels) does, see ``values.keras.computing.steps``."""
        request = {"action": "steps", "batches": list(batches), "weights": list(weights)}
        found: dict[str, Any] = self.connection.ask_model(self, request, message("a step of training it"))
        return found

    def moves(self, slopes: list[list[np.ndarray]]) -> list[list[np.ndarray]]:
        """How far its optimizer moves the weights for each set of gradients, see ``values.keras.computing.moves``."""
        request = {"action": "moves", "slopes": slopes}
        moves: list[list[np.ndarray]] = self.connection.ask_model(self, request, message("a move of its optimizer"))
        return moves

    def drawing(self) -> np.random.Generator:
        """Random numbers that the submission's author cannot know: the report shows its seed, but not these."""
        path = repr(self.path).encode() if self.path else b""
        return np.random.default_rng([self.connection.session.secret, self.handle, *path])

    def score_after(self, network: Network, plan: dict[str, Any], exam: tuple[np.ndarray, np.ndarray]) -> Score:
        """How well a network like this one reads when it is trained, from ``training_cache``.

        Args:
            network: what this model is, confirmed by numbers. plan: ``images``, ``labels``, ``epochs``, ``batch_size``.
        """
        session = self.connection.session
        whole = Plan(**plan, seed=session.seed)
        afresh = Shortcut.SAME_NETWORK in session.without
        trained: list[Network] = []

        def train(one: Network, how: Plan) -> Network:
            trained.append(train_apart(one, how, session, self.connection.libraries, alone=afresh))
            return trained[-1]

        on_disk = "none" not in session.levels
        found = session.trainings.score(network, whole, exam, train, on_disk=on_disk, afresh=afresh)
        session.found.shortcuts |= {Shortcut.DESCRIPTION} if trained else {Shortcut.DESCRIPTION, Shortcut.SAME_NETWORK}
        return found

    @property
    def is_run_itself(self) -> bool:
        """Whether the model itself is trained, however well its description is confirmed."""
        return Shortcut.DESCRIPTION in self.connection.session.without

    def state(self) -> dict[str, Any]:
        """The model as it is now: see ``values.keras.models.describe_model``."""
        state: dict[str, Any] = self.connection.ask_model(self, {"action": "describe"}, message("its layers"))
        return state


def train_apart(
    network: Network, plan: Plan, session: Session, libraries: tuple[str, ...], alone: bool = False
) -> Network:
    """Trains a network in a worker that holds no student's code. Returns it with the weights it has then.

    The worker stays, with the lessons and what Keras has traced: the next network starts from the same state, and gives
    the same bits, as in a fresh one.

    Args:
        alone: begin with a fresh worker all the same.

    Raises:
        StartFailed: the training did not end; the student has no part in it.
    """
    limits = WorkerLimits(memory=session.assignment.limits.memory)
    worker = session.starters.own_worker(libraries, limits, plan.images)
    if alone and worker.lessons:
        worker.close()
        worker = session.starters.own_worker(libraries, limits, plan.images)
    request = {"op": "teach", "network": network.to_wire(), "epochs": plan.epochs, "batch_size": plan.batch_size}
    try:
        if worker.lessons != plan.lessons:
            images: np.ndarray | Described = plan.images
            if worker.memory:
                images = Described("memory", plan.images.dtype.str, plan.images.shape)
            worker.ask({"op": "lessons", "images": images, "labels": plan.labels, "seed": 0}, session.seconds)
            worker.lessons = plan.lessons
        started = time.monotonic()
        reply = worker.ask({**request, "seed": plan.seed}, session.seconds)
        session.found.spent.add(request, reply, time.monotonic() - started)
        return network.with_weights(reply["value"])
    except (WorkerLost, KeyError, TypeError, ValueError) as error:
        worker.close()
        raise StartFailed(f"the judge's own training failed: {error}") from error


def remembered_as(request: dict[str, Any]) -> tuple[Any, ...] | None:
    """A key for a question to a model that changes nothing; None where it may, or is a long one."""
    if request["action"] not in ("outputs", "score"):
        return None
    arrays = request["batches"] if request["action"] == "outputs" else [request["images"], request["labels"]]
    if sum(one.nbytes for one in arrays) > MOST_REMEMBERED:
        return None
    return request["action"], request["handle"], *((one.dtype.str, one.shape, one.tobytes()) for one in arrays)
