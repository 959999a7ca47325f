"""A training that validates and stops early: what is seen of it in the weights. Without Keras, and without digits."""

import numpy as np
import pytest

from autograder.expectations import Answer, Failure, expect
from autograder.expectations.planned_training import RATE, PlannedTraining
from autograder.expectations.stopping_words import EarlyStopping
from autograder.transport.wire import Described

PLAN = PlannedTraining((4, 3), classes=3)
EPOCHS, PATIENCE = 24, 3


DETOUR = PlannedTraining((4, 3), classes=3, turns=(8, 13, 22))  # falls, rises, falls a little deeper, rises for good


def trained(
    steps=1, ran=None, kept=None, losses=None, taken=None, plan=PLAN, name="val_loss", kind="history", other=0.0, lists=None
) -> EarlyStopping:
    """An answer to a train that took ``steps`` in each of ``ran`` epochs and kept the weights of epoch ``kept``."""
    right, best = plan.rule(plan.curve(steps, EPOCHS), PATIENCE)
    ran = right if ran is None else ran
    kept = best if kept is None else kept
    small, weights = plan.after(steps * kept).weights(), [one.copy() for one in plan.network.weights()]
    weights[0][:3] = small[0]
    weights[0][5] += other
    weights[1:] = [one.astype(np.float32) for one in small[1:]]
    losses = plan.curve(steps, ran) if losses is None else losses
    lists = {"loss": losses, name: losses} if lists is None else lists
    value = Described("history", "History", {"history": lists, "epochs": [], "steps": steps}) if kind == "history" else lists
    taken = steps * ran if taken is None else taken
    state = {"weights": weights, "optimizer": {"iterations": taken}}
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


@pytest.mark.parametrize("patience", [1, 2])
def test_an_equal_loss_is_not_a_better_one(patience):
    assert PlannedTraining.rule([3.0, 2.0, 2.0, 2.0, 2.0], patience) == (2 + patience, 2)


def test_weights_that_are_a_step_beside_those_of_any_number_of_steps_have_no_place():
    weights = [one.copy() for one in PLAN.network.weights()]
    weights[0][:3], *weights[1:] = PLAN.after(4).weights()
    assert PLAN.place(weights, 8) == 4
    weights[1] = weights[1] + np.float32(RATE)
    assert PLAN.place(weights, 8) is None


@pytest.mark.parametrize("steps", [11, 12, 13])
def test_of_one_epoch_the_counter_says_how_many_steps_it_had(steps):
    """Near the lowest loss, that after one step more or less is nearly the same."""
    assert PLAN.loss(steps) == pytest.approx(PLAN.loss(steps - 1), rel=5e-3)
    learned = trained(steps, ran=1, kept=1)
    learned.stops_in_time(PLAN, 1, PATIENCE)
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
    of_the_training = [PLAN.training_loss(epoch) for epoch in range(1, 14)]
    tried = {
        "gave no val_loss; its record has loss, validation": trained(name="validation"),
        "gave an answer of type float, so it cannot be seen when the training stopped": trained(kind="", lists=0.5),
        "gave a History without any numbers": trained(lists={}),
        "took 26 steps with the model, but its record of 12 epochs covers 24": trained(2, ran=12, losses=[0.5] * 12, taken=26),
        "loss on the training data, not on the validation data": trained(losses=of_the_training),
        "not the loss of this model": trained(losses=[0.5] * 13),
        "took 24 steps with the model, but its record of 13 epochs covers 13": trained(taken=24),
        "did not change the given model": trained(kept=0, taken=0),
    }
    for words, learned in tried.items():
        with pytest.raises(Failure) as error:
            learned.records_the_validation_loss(PLAN)
        assert words in error.value.message


def test_the_weights_that_it_had_before_the_training():
    with pytest.raises(Failure, match="the weights that it had before the training"):
        trained(kept=0).keeps_the_best(PLAN)


EPOCH_ENDS = [4 * epoch for epoch in range(1, 5)]  # a PLAN in epochs of four steps
LISTS = {
    "loss": [PLAN.training_loss(end - 2) for end in EPOCH_ENDS],
    "accuracy": [0.0, 0.0, 0.0, 0.0],
    "val_loss": [PLAN.loss(end) for end in EPOCH_ENDS],
    "val_accuracy": [PLAN.accuracy(end) for end in EPOCH_ENDS],
}


def test_the_other_lists():
    trained(4, ran=4, lists=LISTS).records_the_other_lists(PLAN)
    trained(4, ran=4, lists={"val_loss": LISTS["val_loss"]}).records_the_other_lists(PLAN)  # which of them are asked for, says records
    with_running_means = LISTS | {"loss": [9.0, 6.0, 4.0, 3.0], "accuracy": [0.1, 0.1, 0.2, 0.3]}
    trained(4, ran=4, lists=with_running_means).records_the_other_lists(PLAN)
    wrong = {
        "one list for both loss and val_loss": {"loss": LISTS["val_loss"]},
        "one list for both accuracy and val_accuracy": {"accuracy": LISTS["val_accuracy"]},
        "a val_accuracy that is not the accuracy of this model": {"val_accuracy": LISTS["accuracy"]},
        "a val_accuracy that": {"val_accuracy": LISTS["val_accuracy"][:-1]},
    }
    for words, lists in wrong.items():
        with pytest.raises(Failure, match=words):
            trained(4, ran=4, lists=LISTS | lists).records_the_other_lists(PLAN)


@pytest.mark.parametrize(("patience", "right"), [(1, (3, 2)), (2, (4, 2)), (3, (8, 5)), (4, (9, 5))])
def test_a_detour_tells_the_lowest_loss_so_far_from_that_of_the_epoch_before(patience, right):
    losses = DETOUR.curve(4, EPOCHS)
    assert DETOUR.rule(losses, patience) == right
    assert losses[3] < losses[2] and losses[3] > losses[1] > losses[4]
    trained(4, ran=right[0], kept=right[1], plan=DETOUR).stops_in_time(DETOUR, EPOCHS, patience)
    trained(4, ran=right[0], kept=right[1], plan=DETOUR).keeps_the_best(DETOUR)


@pytest.mark.parametrize("steps", [1, 2, 4, 8, 32])
def test_a_detour_is_fair_whatever_the_batches(steps):
    learned = trained(steps, plan=DETOUR)
    learned.stops_in_time(DETOUR, EPOCHS, PATIENCE)
    learned.keeps_the_best(DETOUR)


def test_what_never_begins_to_count_again_stops_too_early_on_a_detour():
    with pytest.raises(Failure, match="ran 6 epochs.*lowest in epoch 5; with a patience of 3 epoch 8 is the last"):
        trained(4, ran=6, kept=5, plan=DETOUR).stops_in_time(DETOUR, EPOCHS, 3)


def test_the_evidence_tells_with_which_patience_a_training_stops_too_early():
    found = []
    for patience, ran, best in [(2, 3, 2), (3, 6, 5)]:
        with pytest.raises(Failure) as error:
            trained(4, ran=ran, kept=best, plan=DETOUR).stops_in_time(DETOUR, EPOCHS, patience)
        found.append(error.value.evidence)
    assert found == [("stops", 1, 2), ("stops", 1, 3)]


@pytest.mark.parametrize(("shape", "classes"), [((4,), 2), ((28, 28), 10), ((6, 6, 1), 3)], ids=["table", "images", "channels"])
def test_the_loss_falls_and_rises_in_any_shape(shape, classes):
    plan = PlannedTraining(shape, classes)
    losses = plan.curve(1, EPOCHS)
    assert int(np.argmin(losses)) == 9
    assert (np.diff(losses[:10]) < 0).all() and (np.diff(losses[9:]) > 0).all()
    assert plan.network.outputs(plan.training[0]).shape == (32, classes)
    labels = plan.validation[1].astype(int)
    chances = plan.network.outputs(plan.validation[0])[np.arange(len(labels)), labels]
    assert -np.log(chances).mean() == pytest.approx(plan.loss(0), rel=1e-6)


STOPS = [(4, 4, "before the best"), (10, 10, "before the best"), (11, 10, 1), (EPOCHS, 10, "all")]


@pytest.mark.parametrize(("ran", "kept", "how"), STOPS)
def test_a_training_that_stops_at_the_best_epoch_is_told_from_one_that_waits_for_others(ran, kept, how):
    learned = trained(ran=ran, kept=kept)
    with pytest.raises(Failure) as error:
        learned.stops_in_time(PLAN, EPOCHS, PATIENCE)
    assert error.value.evidence == ("stops", how, PATIENCE)
    if ran < EPOCHS:
        with pytest.raises(Failure) as error:  # with this patience all epochs are run
            learned.stops_in_time(PLAN, EPOCHS, EPOCHS)
        assert error.value.evidence == ("stops", "too early", how)


def test_an_optimizer_that_has_counted_nothing_leaves_the_epochs_to_the_record():
    learned = trained(taken=0)
    learned.stops_in_time(PLAN, EPOCHS, PATIENCE)
    learned.keeps_the_best(PLAN)
