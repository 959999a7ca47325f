"""What a check may ask for by name: the student's functions, random numbers, the budget and the data."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import numpy as np
import pytest

from autograder import datasets
from autograder.content.budget import Budget
from autograder.judging import collection
from autograder.judging.proxies import FunctionProxy

if TYPE_CHECKING:
    from autograder.judging.judge import SubmissionJudge


def fixtures(judge: SubmissionJudge) -> ModuleType:
    """What a check may ask for by name: the student's functions, random numbers, the budget and the data."""
    settings = judge.settings

    def rng(request: pytest.FixtureRequest) -> np.random.Generator:
        """Random numbers for hidden inputs: the same for every submission, others for every check and seed."""
        return np.random.default_rng(collection.seed_of(settings.seed, request.node))

    def seed() -> int:
        """Of this run, for what a check makes once for all submissions."""
        return settings.seed

    def budget() -> Budget:
        return judge.assignment.budget(settings.budget).with_backend(settings.backend)

    def dataset() -> datasets.Dataset:
        if not judge.dataset:
            raise LookupError("The assignment's settings name no data set.")
        return judge.load(judge.dataset)

    def data_folder() -> Path:
        if not judge.assignment.data_files:
            raise LookupError("The assignment has no files in its folder data/.")
        return judge.assignment.data_folder

    found = {
        "rng": pytest.fixture(rng),
        "module_rng": pytest.fixture(scope="module", name="module_rng")(rng),
        "seed": pytest.fixture(scope="session")(seed),
        "budget": pytest.fixture(scope="session")(budget),
        "dataset": pytest.fixture(scope="session")(dataset),
        "data_folder": pytest.fixture(scope="session")(data_folder),
    }
    for name in judge.assignment.data_sets.substitutes:
        found[name] = pytest.fixture(scope="session", name=name)(lambda it=name: judge.load(it))
    for exercise in judge.assignment.exercises:
        proxy = FunctionProxy(lambda: judge.current.session, exercise.name)
        found[exercise.name] = pytest.fixture(scope="module", name=exercise.name)(lambda it=proxy: it)
    module = ModuleType("proxies")  # pytest looks for fixtures in modules and classes
    vars(module).update(found)
    return module
