"""What is remembered of trainings: the same number as a fresh one, and nobody else's."""

import math
from dataclasses import replace

import numpy as np
import pytest

from autograder.cache import signed_store
from autograder.cache.training_cache import Plan, TrainingCache
from autograder.core import keras_backend
from autograder.expectations.network import Dense, Network, share_right

START = Network.random((4, 3), [6, 3], np.random.default_rng(3))
RNG = np.random.default_rng(4)
PLAN = Plan(RNG.random((20, 4, 3), np.float32), RNG.integers(0, 3, 20), epochs=2, batch_size=8, seed=1)
EXAM = RNG.random((50, 4, 3), np.float32), RNG.integers(0, 3, 50)


class Trainer:
    """Trains by adding a little; counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, network: Network, plan: Plan) -> Network:
        self.times += 1
        return network.adam_steps([(plan.images, plan.labels)] * 20)


@pytest.fixture
def trainer():
    return Trainer()


def test_the_second_time_nothing_is_trained(trainer):
    trainings = TrainingCache()
    first = trainings.score(START, PLAN, EXAM, trainer)
    rows = START.adam_steps([(PLAN.images, PLAN.labels)] * 20).outputs(EXAM[0])
    assert first.accuracy == share_right(rows, EXAM[1])
    assert first.loss == pytest.approx(np.mean([-np.log(row[label]) for row, label in zip(rows, EXAM[1], strict=True)]))
    assert trainings.score(START, PLAN, EXAM, trainer) == first
    assert trainer.times == 1


def test_another_run_knows_it_too(trainer, tmp_path):
    first = TrainingCache(tmp_path / "made").score(START, PLAN, EXAM, trainer)
    assert TrainingCache(tmp_path / "made").score(START, PLAN, EXAM, trainer) == first
    assert trainer.times == 1


def test_a_fresh_training_takes_the_place_of_what_was_known(trainer, tmp_path):
    first = TrainingCache(tmp_path).score(START, PLAN, EXAM, trainer)
    (path,) = tmp_path.iterdir()
    signed_store.write(path, {**signed_store.read(path), "accuracy": 0.999})
    trainings = TrainingCache(tmp_path)
    assert trainings.score(START, PLAN, EXAM, trainer).accuracy == 0.999
    assert trainings.score(START, PLAN, EXAM, trainer, afresh=True) == first and trainer.times == 2
    assert trainings.score(START, PLAN, EXAM, trainer) == TrainingCache(tmp_path).score(START, PLAN, EXAM, trainer) == first
    assert trainer.times == 2


def test_a_folder_in_reach_of_a_submission_is_not_used(trainer, tmp_path):
    TrainingCache(tmp_path).score(START, PLAN, EXAM, trainer, on_disk=False)
    assert not list(tmp_path.iterdir())
    TrainingCache(tmp_path).score(START, PLAN, EXAM, trainer)
    TrainingCache(tmp_path).score(START, PLAN, EXAM, trainer, on_disk=False)
    assert trainer.times == 3


def moved(array: np.ndarray) -> np.ndarray:
    other = array.copy()
    other.flat[-1] += 1
    return other


OTHERS = {
    "a weight": (START.with_weights([*START.weights()[:3], moved(START.weights()[3])]), PLAN, EXAM),
    "the rate": (replace(START, learning_rate=0.002), PLAN, EXAM),
    "the loss": (replace(START, from_logits=True), PLAN, EXAM),
    "an activation": (replace(START, layers=(START.layers[0], Dense(*START.weights()[2:], "linear"))), PLAN, EXAM),
    "an image": (START, replace(PLAN, images=moved(PLAN.images)), EXAM),
    "the order": (START, replace(PLAN, images=PLAN.images[::-1]), EXAM),
    "their type": (START, replace(PLAN, images=PLAN.images.astype(np.float64)), EXAM),
    "a label": (START, replace(PLAN, labels=moved(PLAN.labels)), EXAM),
    "epochs": (START, replace(PLAN, epochs=3), EXAM),
    "batches": (START, replace(PLAN, batch_size=4), EXAM),
    "the seed": (START, replace(PLAN, seed=2), EXAM),
    "the exam": (START, PLAN, (moved(EXAM[0]), EXAM[1])),
    "its labels": (START, PLAN, (EXAM[0], moved(EXAM[1]))),
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_whatever_could_change_the_outcome_is_another_training(other):
    assert TrainingCache().key(*other) != TrainingCache().key(START, PLAN, EXAM)


def test_other_libraries_are_another_training(monkeypatch):
    before = TrainingCache().key(START, PLAN, EXAM)
    monkeypatch.setattr("autograder.core.versions.of", lambda _name: "99.0")
    assert TrainingCache().key(START, PLAN, EXAM) != before


NUMBERS = [
    {}, {"accuracy": 0.5}, {"accuracy": 1.5, "loss": 0.1}, {"accuracy": "1", "loss": 0.1},
    {"accuracy": math.nan, "loss": 0.1}, {"accuracy": 0.5, "loss": -0.1}, {"accuracy": 0.5, "loss": math.inf},
]  # fmt: skip


@pytest.mark.parametrize("content", [b"", b"{", b'{"accuracy": 0.5, "loss": 0.1}', *NUMBERS], ids=str)
def test_a_damaged_file_is_as_good_as_none(trainer, tmp_path, content):
    """Also one that nobody has signed, or that holds no outcome."""
    trainings = TrainingCache(tmp_path)
    expected = trainings.score(START, PLAN, EXAM, trainer)
    (file,) = tmp_path.iterdir()
    if isinstance(content, bytes):
        file.write_bytes(content)
    else:
        signed_store.write(file, {"key": file.stem, **content})
    assert TrainingCache(tmp_path).score(START, PLAN, EXAM, trainer) == expected
    assert trainer.times == 2
    assert signed_store.read(file) == {"key": file.stem, **expected._asdict()}


def test_the_outcome_of_another_training_is_not_taken(trainer, tmp_path):
    other = replace(PLAN, seed=2)
    for plan in (PLAN, other):
        TrainingCache(tmp_path).score(START, plan, EXAM, trainer)
    mine, theirs = (tmp_path / f"{TrainingCache().key(START, plan, EXAM)}.json" for plan in (PLAN, other))
    mine.write_bytes(theirs.read_bytes())
    TrainingCache(tmp_path).score(START, PLAN, EXAM, trainer)
    assert trainer.times == 3


def test_a_folder_that_cannot_be_written_costs_nobody_a_mark(trainer, tmp_path):
    (tmp_path / "file").write_text("in the way")
    assert 0 <= TrainingCache(tmp_path / "file" / "folder").score(START, PLAN, EXAM, trainer).accuracy <= 1


def test_a_training_with_another_backend_is_another_training(tmp_path):
    """The same network learns other numbers there, if only the last digits of them."""
    keys = {TrainingCache(tmp_path, backend).key(START, PLAN, EXAM) for backend in keras_backend.TITLES}
    assert len(keys) == len(keras_backend.TITLES)
