"""What callbacks did in a training, with real Keras: noted as it was, bounded, and without any effect on the training."""

import contextlib

import numpy as np
import pytest

from autograder.values.keras import callback_notes, models

pytestmark = pytest.mark.filterwarnings("ignore:__array__:DeprecationWarning")  # of Keras, which asks a rate with np.array; of h5py
LOSSES = [5.0, 4.0, 3.0, 3.5, 3.6, 3.7, 3.8, 3.9]  # lowest in epoch 3


@pytest.fixture(autouse=True)
def watched(keras):
    callback_notes.note_trainings()


@pytest.fixture
def planned(keras):
    """``planned(losses)``: a callback that says what the validation loss is."""

    class Planned(keras.callbacks.Callback):
        def __init__(self, losses):
            super().__init__()
            self.losses = losses

        def on_epoch_end(self, epoch, logs=None):
            logs["val_loss"] = self.losses[epoch]

    return Planned


@pytest.fixture
def fitted(small, planned, images, labels):
    """``fitted(callback, …)``: a History, and what is noted of each callback given here."""

    def run(*callbacks, epochs=6, losses=LOSSES, model=None, **settings):
        model = model or small(run_eagerly=True)
        history = model.fit(images, labels, epochs=epochs, callbacks=[planned(losses), *callbacks], verbose=0, **settings)
        training = models.describe_history(history)["training"]
        assert training["callbacks"][0]["class_name"] == "Planned"
        return history, training["callbacks"][1:]

    return run


def test_early_stopping_that_stops_and_restores(keras, fitted):
    kept = []

    class Keep(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            kept.append(self.model.get_weights())

    stop = keras.callbacks.EarlyStopping(patience=2, restore_best_weights=True, min_delta=0.25)
    history, (_keep, note) = fitted(Keep(), stop)
    assert note == {
        "class_name": "EarlyStopping",
        "kind": "EarlyStopping",
        "settings": {"monitor": "val_loss", "min_delta": 0.25, "patience": 2, "restore_best_weights": True},
        "stopped": 5,
        "restored": 3,
        "rates": [],
        "saved": [],
        "times": {"rates": 0, "saved": 0},
    }
    assert len(history.epoch) == len(kept) == 5
    assert all(map(np.array_equal, history.model.get_weights(), kept[2]))  # it is true
    assert not np.array_equal(kept[2][0], kept[4][0])


def test_early_stopping_that_only_stops_and_one_that_never_does(keras, fitted):
    _history, (note,) = fitted(keras.callbacks.EarlyStopping(patience=1))
    assert (note["stopped"], note["restored"]) == (4, None)
    history, (note,) = fitted(keras.callbacks.EarlyStopping("loss", patience=50))
    assert (note["stopped"], note["restored"], note["settings"]) == (None, None, {"monitor": "loss", "patience": 50})
    training = models.describe_history(history)["training"]
    assert (training["ran"], training["asked"], training["number"], training["of"], training["given"]) == (6, 6, 1, 1, 2)


def test_the_rate_that_a_plateau_lowers_and_one_that_a_schedule_sets(keras, fitted):
    _history, (note,) = fitted(keras.callbacks.ReduceLROnPlateau(factor=0.5, patience=2, min_lr=1e-5), epochs=5)
    ((epoch, when, before, after),) = note["rates"]
    assert (epoch, when, before, after) == (5, "after", pytest.approx(0.001), pytest.approx(0.0005))
    assert note["settings"] == {"monitor": "val_loss", "factor": 0.5, "patience": 2, "min_lr": 1e-5} and note["stopped"] is None
    halve = keras.callbacks.LearningRateScheduler(lambda epoch, rate: rate / 2 if epoch == 2 else rate)
    never = keras.callbacks.ReduceLROnPlateau(patience=50)
    _history, (first, second) = fitted(halve, never, epochs=4)
    assert [one[:2] for one in first["rates"]] == [(3, "before")] and second["rates"] == []


def test_when_a_checkpoint_saved(keras, fitted, tmp_path):
    best = keras.callbacks.ModelCheckpoint(tmp_path / "best.weights.h5", save_best_only=True, save_weights_only=True)
    _history, (note,) = fitted(best)
    assert note["saved"] == [1, 2, 3] and note["times"]["saved"] == 3
    assert note["settings"] == {"monitor": "val_loss", "save_best_only": True, "save_weights_only": True}  # and no path


def test_callbacks_of_the_pages_own_and_others(keras, fitted):
    class Enough(keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            if self.model.optimizer.iterations >= 2:
                self.model.stop_training = True

    class Patient(keras.callbacks.EarlyStopping):
        pass

    _history, (own, nan, patient) = fitted(Enough(), keras.callbacks.TerminateOnNaN(), Patient(patience=9))
    assert (own["class_name"], own["kind"], own["settings"], own["stopped"]) == ("Enough", "Callback", {}, 2)
    assert (nan["class_name"], nan["stopped"]) == ("TerminateOnNaN", None)
    assert (patient["class_name"], patient["kind"], patient["settings"]["patience"]) == ("Patient", "EarlyStopping", 9)


def test_a_training_without_callbacks_and_one_that_nobody_noted(keras, small, images, labels):
    history = small().fit(images, labels, epochs=3, initial_epoch=1, verbose=0)
    assert models.describe_history(history)["training"] == {"ran": 2, "asked": 2, "number": 1, "of": 1, "given": 0, "callbacks": []}
    assert models.describe_history(keras.callbacks.History())["training"] is None


def test_each_training_of_a_model_has_its_own_notes(keras, small, fitted):
    model = small(run_eagerly=True)
    found = [fitted(keras.callbacks.EarlyStopping(patience=3), epochs=1, model=model)[0] for _ in range(3)]
    trainings = [models.describe_history(one)["training"] for one in found]
    assert [(one["number"], one["of"], one["ran"]) for one in trainings] == [(1, 3, 1), (2, 3, 1), (3, 3, 1)]
    assert models.describe_model(model)["record"]["training"] == trainings[-1]


@pytest.mark.filterwarnings("ignore:Early stopping conditioned:UserWarning")
def test_a_description_is_bounded_and_holds_no_other_text(keras, fitted, monkeypatch):
    monkeypatch.setattr(callback_notes, "MAX_EPOCHS", 3)
    monkeypatch.setattr(callback_notes, "MAX_CALLBACKS", 4)

    class Hostile(keras.callbacks.Callback):
        @property
        def monitor(self):
            raise KeyError("monitor")

        def on_epoch_begin(self, epoch, logs=None):
            self.model.optimizer.learning_rate = 0.001 * (epoch + 2)

    many = [keras.callbacks.EarlyStopping(monitor="a text with blanks" * 99, mode="min", patience=10**20) for _ in range(5)]
    hostile = Hostile()
    hostile.__class__.__name__ = "not a name\n"
    history, notes = fitted(hostile, *many, epochs=5)
    assert models.describe_history(history)["training"]["given"] == 7 and len(notes) == 3
    assert notes[0]["class_name"] == "Callback" and notes[0]["settings"] == {}
    assert notes[0]["times"]["rates"] == 5 and len(notes[0]["rates"]) == 3
    assert notes[1]["settings"] == {"mode": "min"}


def test_a_training_that_an_exception_ends_leaves_the_next_one_as_it_is(keras, small, planned, images, labels):
    class Breaks(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            raise ValueError("broken")

    model = small(run_eagerly=True)
    given = keras.callbacks.CallbackList([planned(LOSSES), Breaks()], add_history=True, model=model, epochs=4)
    with pytest.raises(ValueError, match="broken"):
        model.fit(images, labels, epochs=4, callbacks=given, verbose=0)
    given.callbacks = [one for one in given.callbacks if not isinstance(one, Breaks)]
    history = model.fit(images, labels, epochs=4, callbacks=given, verbose=0)
    assert models.describe_history(history)["training"]["ran"] == 4
    assert [type(one).__name__ for one in given.callbacks] == ["Planned", "History"]  # ours are gone


@contextlib.contextmanager
def unwatched(keras):
    lists = keras.callbacks.CallbackList
    known = lists.on_train_begin, lists.on_train_end
    lists.on_train_begin, lists.on_train_end = (one.__wrapped__ for one in known)
    yield
    lists.on_train_begin, lists.on_train_end = known


def test_taking_note_changes_no_number(keras, small, images, labels):
    def trained():
        keras.utils.set_random_seed(5)
        model = small()
        stop = keras.callbacks.EarlyStopping("loss", patience=2, restore_best_weights=True)
        lower = keras.callbacks.ReduceLROnPlateau("loss", patience=1)
        history = model.fit(images, labels, epochs=5, batch_size=2, callbacks=[stop, lower], verbose=0)
        return history.history, model.get_weights()

    first, noted = trained()
    with unwatched(keras):
        second, plain = trained()
    assert first == second and all(map(np.array_equal, noted, plain))
