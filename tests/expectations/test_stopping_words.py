"""A training that validates and stops early: what is seen of it in the weights. Without Keras, and without digits."""

import numpy as np
import pytest

from autograder.expectations import Answer, Failure, expect
from autograder.expectations.planned_training import PlannedTraining
from autograder.expectations.stopping_words import EarlyStopping
from autograder.transport.wire import Described

PLAN = PlannedTraining((4, 3), classes=3)
EPOCHS, PATIENCE = 24, 3


def trained(
    steps=1, ran=None, kept=None, losses=None, taken=None, plan=PLAN, name="val_loss", kind="history", other=0.0
) -> EarlyStopping:
    """An answer to a train that took ``steps`` in each of ``ran`` epochs and kept the weights of epoch ``kept``."""
    right, best = plan.rule(plan.curve(steps, EPOCHS), PATIENCE)
    ran = right if ran is None else ran
    kept = best if kept is None else kept
    layer = plan.after(steps * kept).layers[0]
    kernel = np.zeros((12, 3), np.float32)
    kernel[0] = layer.kernel[0]
    kernel[5] += other
    losses = plan.curve(steps, ran) if losses is None else losses
    lists = {"loss": losses, name: losses}
    value = Described("history", "History", {"history": lists, "epochs": [], "steps": steps}) if kind == "history" else lists
    taken = steps * ran if taken is None else taken
    state = {"weights": [kernel, layer.bias.astype(np.float32)], "optimizer": {"iterations": taken}}
    return expect(Answer("train()", value, arguments={"model": Described("model", "Sequential", state)})).is_a(EarlyStopping)


@pytest.mark.parametrize("steps", [1, 2, 4, 8, 32])
@pytest.mark.parametrize("kind", ["history", "dict"])
def test_a_right_training_passes_whatever_its_batches(steps, kind):
    learned = trained(steps, kind=kind)
    learned.records_the_validation_loss(PLAN)
    learned.stops_in_time(PLAN, EPOCHS, PATIENCE)
    learned.keeps_the_best(PLAN)


def test_weights_from_a_file_bring_the_counter_of_the_optimizer_back():
    ran, best = PLAN.rule(PLAN.curve(1, EPOCHS), PATIENCE)
    learned = trained(taken=best)
    learned.stops_in_time(PLAN, EPOCHS, PATIENCE)
    learned.keeps_the_best(PLAN)


def test_the_epochs_may_end_before_the_patience():
    learned = trained(ran=12)
    learned.stops_in_time(PLAN, 12, 50)
    learned.keeps_the_best(PLAN)


WRONG_STOPS = [
    (trained(ran=EPOCHS), "ran 24 epochs. The validation loss was lowest in epoch 10; with a patience of 3 epoch 13 is the last."),
    (trained(ran=14), "ran 14 epochs"),
    (trained(ran=11), "ran 11 epochs"),
    (trained(ran=4, kept=4), "ran 4 epochs"),
    (trained(ran=EPOCHS + 1), "ran 25 epochs; at most 24 were asked for"),
]


@pytest.mark.parametrize(("learned", "words"), WRONG_STOPS, ids=["never", "one late", "one early", "too early", "too many"])
def test_what_stops_at_another_epoch(learned, words):
    with pytest.raises(Failure) as error:
        learned.stops_in_time(PLAN, EPOCHS, PATIENCE)
    assert words in error.value.message


def test_what_stops_although_its_patience_is_not_over():
    with pytest.raises(Failure, match="stopped after epoch 13.* all 24 epochs are run"):
        trained().stops_in_time(PLAN, EPOCHS, 50)


def test_the_weights_of_the_last_epoch():
    with pytest.raises(Failure, match="weights of epoch 13, the last one; the validation loss was lowest in epoch 10 of 13"):
        trained(kept=13).keeps_the_best(PLAN)
    with pytest.raises(Failure, match="weights of epoch 9; "):
        trained(kept=9).keeps_the_best(PLAN)


def test_what_learns_from_something_else():
    with pytest.raises(Failure, match="weights that no number of steps with the training rows makes"):
        trained(other=0.1).keeps_the_best(PLAN)


def test_a_record_of_something_else():
    labels = PLAN.training[1]
    of_the_training = [PLAN.loss(epoch, labels) for epoch in range(1, 14)]
    tried = {
        "gave no val_loss; its record has loss, validation": trained(name="validation"),
        "loss on the training data, not on the validation data": trained(losses=of_the_training),
        "not the loss of this model": trained(losses=[0.5] * 13),
        "took 24 steps with the model, but its record of 13 epochs covers 13": trained(taken=24),
        "did not change the given model": trained(kept=0),
    }
    for words, learned in tried.items():
        with pytest.raises(Failure) as error:
            learned.records_the_validation_loss(PLAN)
        assert words in error.value.message


@pytest.mark.parametrize(("shape", "classes"), [((4,), 2), ((28, 28), 10), ((6, 6, 1), 3)], ids=["table", "images", "channels"])
def test_the_loss_falls_and_rises_in_any_shape(shape, classes):
    plan = PlannedTraining(shape, classes)
    losses = plan.curve(1, EPOCHS)
    best = int(np.argmin(losses))
    assert 6 <= best <= 14 and (np.diff(losses[: best + 1]) < 0).all() and (np.diff(losses[best:]) > 0).all()
    assert plan.network.outputs(plan.training[0]).shape == (32, classes)
