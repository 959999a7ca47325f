"""Budgets: what a training costs, and the numbers that a check asks for."""

from pathlib import Path

import pytest

from autograder.cli.targets import known_budget
from autograder.content.assignment import Assignment, AssignmentLimits, AssignmentNotFound
from autograder.content.budget import Budget, NoNumber


def with_budgets(*names: str) -> Assignment:
    budgets = {name: Budget(name) for name in names}
    return Assignment("sums", Path(), "Sums", "", AssignmentLimits(), budgets, (), False, "")


@pytest.mark.parametrize("name", ["quick", "full"])
def test_where_nothing_is_trained_the_usual_budgets_do_nothing(name):
    known_budget(with_budgets(), name)


def test_where_nothing_is_trained_another_budget_is_a_mistake():
    with pytest.raises(AssignmentNotFound, match=r"There is no budget 'nonsense'\. Nothing is trained in this assignment\."):
        known_budget(with_budgets(), "nonsense")


def test_a_budget_that_the_assignment_does_not_have_is_named():
    known_budget(with_budgets("quick", "slow"), "slow")
    with pytest.raises(AssignmentNotFound, match=r"There is no budget 'quik'\. Did you mean quick\? Known: quick, slow\."):
        known_budget(with_budgets("quick", "slow"), "quik")


def test_a_number_is_that_of_the_data_set():
    budget = Budget("quick", threshold={"real": 0.9, "made": 0.8}, thresholds={"recall": {"real": 0.5, "made": 0.4}})
    assert (budget.at_least("threshold", "made"), budget.at_least("recall", "real")) == (0.8, 0.5)


@pytest.mark.parametrize("name, dataset", [("recall", "other"), ("auc", "real"), ("threshold", "other")])
def test_a_number_that_the_settings_do_not_have_is_an_error(name, dataset):
    budget = Budget("quick", threshold={"real": 0.9}, thresholds={"recall": {"real": 0.5}})
    with pytest.raises(LookupError, match=rf"\[budgets.quick\] has no number '{name}' for the data set '{dataset}'"):
        budget.at_least(name, dataset)


def test_a_budget_trains_nothing_of_which_its_settings_say_nothing():
    budget = Budget("quick")
    assert (budget.images, budget.rows, budget.epochs, budget.batch_size) == (0, 0, 0, 0)
    assert budget.threshold == budget.thresholds == {}


@pytest.mark.parametrize(
    "ask",
    [
        lambda budget: budget.threshold["real"],
        lambda budget: budget.threshold.get("real"),
        lambda budget: "real" in budget.threshold,
        lambda budget: budget.at_least("threshold", "real"),
        lambda budget: budget.at_least("recall", "real"),
        lambda budget: budget.thresholds["recall"]["real"],
    ],
)
def test_a_number_that_nobody_has_measured_with_a_backend_is_never_guessed(ask):
    budget = Budget("full", threshold={"real": 0.9}, thresholds={"recall": {"real": 0.5}}, unmeasured={"jax": "It takes two days."})
    ask(budget.with_backend("torch"))
    with pytest.raises(NoNumber, match=r"It takes two days\.") as caught:
        ask(budget.with_backend("jax"))
    assert caught.value.backend == "jax"
