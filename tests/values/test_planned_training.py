"""Functions that train and stop early, with real Keras: what their models look like to the judge. Nothing about digits."""

import numpy as np
import pytest

from autograder.expectations import Answer, Failure, expect
from autograder.expectations.counted_rows import CountedRows, RowsLearned
from autograder.expectations.planned_training import PlannedTraining
from autograder.expectations.stopping_words import EarlyStopping
from autograder.transport.wire import Described
from autograder.values import describe
from autograder.values.keras import callback_notes, computing, models

EPOCHS, PATIENCE = 24, 3
PLAN = PlannedTraining((4, 3), classes=3)
COUNTED = CountedRows((6, 8), classes=3, rows=32, held_back=8)


def with_a_callback(keras, model, training, validation, epochs, patience, **settings):
    stop = keras.callbacks.EarlyStopping(patience=patience, restore_best_weights=True)
    return model.fit(
        *training, epochs=epochs, validation_data=validation, callbacks=[stop], verbose=0, **settings
    )


def in_small_batches(keras, *given):
    return with_a_callback(keras, *given, batch_size=8)


def by_hand(keras, model, training, validation, epochs, patience):
    record, best, wait, kept = {"loss": [], "val_loss": []}, np.inf, 0, None
    for _epoch in range(epochs):
        record["loss"].append(float(model.train_on_batch(*training)[0]))
        record["val_loss"].append(float(model.evaluate(*validation, verbose=0)[0]))
        if record["val_loss"][-1] < best:
            best, wait, kept = record["val_loss"][-1], 0, model.get_weights()
        else:
            wait += 1
            if wait == patience:
                break
    model.set_weights(kept)
    return record


def from_a_file(keras, model, training, validation, epochs, patience, folder):
    path = folder / "best.weights.h5"
    keep = keras.callbacks.ModelCheckpoint(path, save_best_only=True, save_weights_only=True)
    stop = keras.callbacks.EarlyStopping(patience=patience)
    found = model.fit(
        *training, epochs=epochs, validation_data=validation, callbacks=[stop, keep], batch_size=16, verbose=0
    )
    model.load_weights(path)
    return found


@pytest.fixture
def answered(keras, tmp_path):
    callback_notes.note_trainings()

    def run(function, plan=PLAN, epochs=EPOCHS, patience=PATIENCE):
        model = computing.build_network(plan.network.to_wire().content)
        more = {"folder": tmp_path} if function is from_a_file else {}
        value = function(keras, model, plan.training, plan.validation, epochs, patience, **more)
        state = Described("model", "Sequential", models.describe_model(model))
        return expect(Answer("train()", describe(value), arguments={"model": state}))

    return run


def with_an_adam_of_its_own(keras, model, training, validation, epochs, patience):
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"], run_eagerly=True)
    return with_a_callback(keras, model, training, validation, epochs, patience)


RIGHT = [with_a_callback, in_small_batches, by_hand, from_a_file, with_an_adam_of_its_own]


@pytest.mark.filterwarnings("ignore:__array__:DeprecationWarning")  # of h5py
@pytest.mark.parametrize("function", RIGHT, ids=lambda one: one.__name__)
def test_every_fair_form_passes(answered, function):
    learned = answered(function).is_a(EarlyStopping)
    learned.records_the_validation_loss(PLAN)
    learned.stops_in_time(PLAN, EPOCHS, PATIENCE)
    learned.keeps_the_best(PLAN)
    learned.records_the_other_lists(PLAN)
    rows = answered(function, COUNTED, epochs=3).is_a(RowsLearned)
    rows.learned_from_all(COUNTED)
    rows.holds_back_the_validation_rows(COUNTED)
    rows.saw_each_row(3, COUNTED)
    rows.took_the_rows_as_they_are(COUNTED)
    rows.learned_its_own_labels(COUNTED)
    rows.weighs_rows_alike(COUNTED)


@pytest.mark.parametrize("function", [with_a_callback, by_hand])
def test_the_best_weights_also_where_the_epochs_end_first(answered, function):
    learned = answered(function, epochs=12, patience=50).is_a(EarlyStopping)
    learned.stops_in_time(PLAN, 12, 50)
    learned.keeps_the_best(PLAN)


def stops_late(keras, *given):
    return with_a_callback(keras, *given[:-1], given[-1] + 2)


def never_stops(keras, model, training, validation, epochs, patience):
    return model.fit(*training, epochs=epochs, validation_data=validation, verbose=0)


def watches_the_training_loss(keras, model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping("loss", patience=patience, restore_best_weights=True)
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop], verbose=0)


def validates_with_the_training_rows(keras, model, training, validation, epochs, patience):
    return with_a_callback(keras, model, training, training, epochs, patience)


def learns_from_all(keras, model, training, validation, epochs, patience):
    both = tuple(np.concatenate(parts) for parts in zip(training, validation, strict=True))
    return with_a_callback(keras, model, both, validation, epochs, patience)


def forgets_to_restore(keras, model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(patience=patience)
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop], verbose=0)


WRONG = {
    stops_late: r"epoch 13 is the last\. It trained with EarlyStopping\(monitor='val_loss', patience=5, .*stopped it after epoch 15 and restored .* epoch 10\.$",
    never_stops: r"ran 24 epochs.* It trained without a callback: 24 of 24 epochs\.$",
    watches_the_training_loss: r"ran 24 epochs.* It trained with EarlyStopping\(monitor='loss', .*, which never stopped it: 24 of 24 epochs\.",
    validates_with_the_training_rows: "the loss on the training data",
    learns_from_all: "val_loss that is not the loss of this model",
    forgets_to_restore: r"with the weights of epoch 13, the last one.* patience=3\), which stopped it after epoch 13 and restored no weights\.$",
}


@pytest.mark.parametrize(("function", "words"), WRONG.items(), ids=lambda one: getattr(one, "__name__", ""))
def test_what_is_wrong_is_named(answered, function, words):
    learned = answered(function).is_a(EarlyStopping)
    with pytest.raises(Failure, match=words):
        learned.stops_in_time(PLAN, EPOCHS, PATIENCE)
        learned.keeps_the_best(PLAN)


def test_which_rows_were_learned(answered):
    with pytest.raises(Failure, match="on 8 of 8 validation images. They"):
        answered(learns_from_all, COUNTED, epochs=3).is_a(RowsLearned).holds_back_the_validation_rows(COUNTED)
    with pytest.raises(Failure, match="each training image to the model 6 times; expected 3"):
        answered(never_stops, COUNTED, epochs=6).is_a(RowsLearned).saw_each_row(3, COUNTED)

    def half(keras, model, training, *rest):
        return with_a_callback(keras, model, tuple(part[:16] for part in training), *rest)

    with pytest.raises(Failure, match="on 16 of 32 training images"):
        answered(half, COUNTED, epochs=3).is_a(RowsLearned).learned_from_all(COUNTED)


def test_a_last_batch_may_be_left_out_and_a_single_row_may_not(answered):
    def whole_batches(keras, model, training, *rest):
        return with_a_callback(keras, model, tuple(part[:30] for part in training), *rest, batch_size=10)

    def all_but_one(keras, model, training, *rest):
        return with_a_callback(keras, model, tuple(part[:31] for part in training), *rest, batch_size=10)

    answered(whole_batches, COUNTED, epochs=3).is_a(RowsLearned).learned_from_all(COUNTED)
    with pytest.raises(Failure, match="on 31 of 32 training images"):
        answered(all_but_one, COUNTED, epochs=3).is_a(RowsLearned).learned_from_all(COUNTED)


def test_a_detour_in_batches(answered):
    detour = PlannedTraining((4, 3), classes=3, turns=(8, 13, 22))
    for patience in (2, 3):
        learned = answered(in_small_batches, detour, patience=patience).is_a(EarlyStopping)
        learned.stops_in_time(detour, EPOCHS, patience)
        learned.keeps_the_best(detour)


@pytest.mark.filterwarnings("ignore:__array__:DeprecationWarning")  # of Keras, which asks the rate with np.array
def test_a_callback_that_lowers_the_rate_is_named(answered):
    def lowers(keras, model, training, validation, epochs, patience):
        lower = keras.callbacks.ReduceLROnPlateau("loss", factor=0.5, patience=1, min_delta=9.0)
        return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[lower], verbose=0)

    said = r"a learning rate of .* It trained with ReduceLROnPlateau\(monitor='loss', factor=0\.5, patience=1, min_delta=9\), which changed the learning rate"
    with pytest.raises(Failure, match=said):
        answered(lowers, COUNTED, epochs=3).is_a(RowsLearned).kept_its_settings(COUNTED)


def test_a_callback_that_stops_too_early_is_named(answered):
    def impatient(keras, model, training, validation, epochs, patience):
        stop = keras.callbacks.EarlyStopping(patience=0, min_delta=9.0)
        return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[stop], verbose=0)

    with pytest.raises(Failure, match=r"2 times; expected 3, once in each epoch\. It trained with EarlyStopping\(.*, which stopped it after epoch 2"):
        answered(impatient, COUNTED, epochs=3).is_a(RowsLearned).saw_each_row(3, COUNTED)


def test_how_the_rows_were_learned(answered):
    def apart(keras, model, training, *rest):
        labels = np.random.default_rng(0).permutation(training[1])
        return with_a_callback(keras, model, (training[0], labels), *rest)

    def scaled(keras, model, training, *rest):
        return with_a_callback(keras, model, (training[0] / 4, training[1]), *rest)

    def weighted(keras, model, *given):
        return with_a_callback(keras, model, *given, class_weight={0: 1.0, 1: 3.0, 2: 3.0})

    def learned(function):
        return answered(function, COUNTED, epochs=3).is_a(RowsLearned)

    with pytest.raises(Failure, match="the right label for .* of 32 training images. Is each image"):
        learned(apart).learned_its_own_labels(COUNTED)
    with pytest.raises(Failure, match="values of 0.188 where it was given values of 0.75"):
        learned(scaled).took_the_rows_as_they_are(COUNTED)
    with pytest.raises(Failure, match="some classes count more"):
        learned(weighted).weighs_rows_alike(COUNTED)
    with pytest.raises(Failure, match="with Adam and a learning rate of 0.001; it was given with Adam and a learning rate of 0.0001"):
        learned(with_an_adam_of_its_own).kept_its_settings(COUNTED)
    learned(with_a_callback).kept_its_settings(COUNTED)
