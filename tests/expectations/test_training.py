"""The words about what a model has learned: each passes, fails, and is pinned in its wording. Without Keras."""

import numpy as np
import pytest
from taught_models import BIAS, BLANK, LABELS, answer, taught

from autograder.expectations import Answer, Failure, expect
from autograder.expectations.training import TrainingExpectation


def lesson(*arguments: object, **settings: object) -> TrainingExpectation:
    return expect(answer(*arguments, **settings)).changed_the_model()


# -- by which optimizer -----------------------------------------------------------------------------------------------


def test_kept_its_optimizer(refusal):
    lesson(taught(LABELS)).kept_its_optimizer("Adam")
    failure = refusal(
        lesson(taught(LABELS), optimizer={"name": "SGD", "iterations": 3, "learning_rate": 0.01}).kept_its_optimizer,
        "Adam",
    )
    assert failure.message == "train(model, images) left the model with SGD as its optimizer; expected Adam."
    assert failure.evidence == ("optimizer", "SGD")
    refusal(lesson(taught(LABELS), optimizer=None).kept_its_optimizer, "Adam")


def test_an_optimizer_that_only_counts_steps_is_told(refusal):
    def left(average):
        moments = {"means": [BLANK + average, BIAS], "squares": [BLANK, BIAS]}
        return lesson(taught(LABELS), optimizer={"name": "Adam", "iterations": 3, "learning_rate": 0.01, "moments": moments})

    left(0.001).kept_its_optimizer("Adam")
    failure = refusal(left(0).kept_its_optimizer, "Adam")
    assert failure.evidence == ("optimizer", "no averages")
    assert failure.message == (
        "train(model, images) left the model with an optimizer called Adam that has counted its steps, but has no averages of their "
        "gradients, as Adam has. So something else has changed the weights."
    )


@pytest.mark.parametrize(("rate", "fits"), [(1e-5, False), (9e-5, False), (0.001, True), (0.1, True), (None, True)])
def test_a_rate_with_which_nothing_is_learned_is_told(refusal, rate, fits):
    settings = {"optimizer": {"name": "Adam", "iterations": 3, "learning_rate": rate}}
    if fits:
        lesson(taught(LABELS), **settings).kept_its_optimizer("Adam")
    else:
        failure = refusal(lesson(taught(LABELS), **settings).kept_its_optimizer, "Adam")
        assert failure.evidence == ("rate", "tiny")
        assert failure.message == (
            f"train(model, images) left the model with a learning rate of {rate:g}, which hardly changes its weights."
        )


# -- what it can read -------------------------------------------------------------------------------------------------

RNG = np.random.default_rng(3)
IMAGES = RNG.random((40, 4, 6), np.float32)
TWO_LAYERS = [RNG.normal(size=(24, 5)), RNG.normal(size=5), RNG.normal(size=(5, 3)), RNG.normal(size=3)]


def answers_of(weights: list, wrong: int = 0) -> np.ndarray:
    """What dense layers with relu between them answer, one image after the other; wrong for the first so many."""
    labels = []
    for image in IMAGES:
        values = image.ravel()
        for place in range(0, len(weights), 2):
            values = np.maximum(values, 0) if place else values
            values = values @ weights[place] + weights[place + 1]
        labels.append(int(values.argmax()))
    labels = np.array(labels)
    labels[:wrong] = (labels[:wrong] + 1) % 3
    return labels


@pytest.mark.parametrize(
    "weights", [TWO_LAYERS, [RNG.normal(size=(24, 3)), RNG.normal(size=3)]], ids=["two layers", "one"]
)
def test_reads_passes_within_the_bounds(weights):
    labels = answers_of(weights, wrong=10)
    lesson(weights).reads(IMAGES, labels, at_least=0.75, at_most=0.75)
    lesson(weights).reads(IMAGES, labels)


def test_reads_says_the_share_and_the_bound_that_was_missed(said):
    few, many = answers_of(TWO_LAYERS, wrong=30), answers_of(TWO_LAYERS)
    assert said(lesson(TWO_LAYERS).reads, IMAGES, few, at_least=0.5, hint="Train longer.") == (
        "train(model, images) left a model that reads 25.0% of 40 unseen images right; expected at least 50%. "
        "Train longer."
    )
    assert said(lesson(TWO_LAYERS).reads, IMAGES, many, at_most=0.5) == (
        "train(model, images) left a model that reads 100.0% of 40 unseen images right; expected at most 50%."
    )


def test_the_evidence_of_reads_is_a_rough_share(refusal):
    """Two trainings of the same wrong kind do not read exactly equally many."""
    found = [
        refusal(lesson(TWO_LAYERS).reads, IMAGES, answers_of(TWO_LAYERS, wrong), at_least=0.9).evidence
        for wrong in (9, 10, 30)
    ]
    assert found[0] == found[1] != found[2]


# -- nothing that is left of a model breaks a word --------------------------------------------------------------------

LEFT = {
    "frozen: nothing to train": [],
    "the bias only": [BIAS],
    "a layer taken off": [RNG.normal(size=(5, 3)), BIAS],
    "the last bias frozen": [BLANK, BIAS, np.zeros((3, 3))],
    "a scale of one number": [np.float32([2]).reshape(())],
}


@pytest.mark.parametrize("weights", LEFT.values(), ids=LEFT)
def test_a_model_that_was_taken_apart_is_a_wrong_answer(weights):
    """An exception other than ``Failure`` would be taken for a fault of the kit, which costs no points."""
    with pytest.raises(Failure):
        lesson(weights).reads(IMAGES, np.zeros(40, int), 0.99)


@pytest.mark.parametrize("arguments", [None, {}, {"images": np.zeros(2)}], ids=["none", "empty", "no model"])
def test_a_model_that_did_not_come_back_is_a_wrong_answer(arguments):
    given = Answer("train(model, images)", None, arguments=arguments)
    with pytest.raises(Failure):
        expect(given).changed_the_model().reads(IMAGES, np.zeros(40, int))
