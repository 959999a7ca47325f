# %% right: unpacks both pairs
def train(model, training, validation, epochs, patience):
    x, y = training
    x_val, y_val = validation
    early = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    history = model.fit(x, y, epochs=epochs, validation_data=(x_val, y_val), callbacks=[early])
    return history


# %% right: keyword arguments and indexes
def train(model, training, validation, epochs, patience):
    return model.fit(x=training[0], y=training[1], validation_data=(validation[0], validation[1]), epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% right: the settings in a dict
def train(model, training, validation, epochs, patience):
    settings = {"epochs": epochs, "validation_data": validation, "verbose": 0}
    settings["callbacks"] = [keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)]
    return model.fit(*training, **settings)


# %% right: all defaults of EarlyStopping written out
def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(
        monitor="val_loss", min_delta=0, patience=patience, verbose=0, mode="auto", baseline=None, restore_best_weights=True, start_from_epoch=0
    )
    return model.fit(*training, validation_data=validation, epochs=epochs, callbacks=stop, verbose=0)


# %% right: mode min and a message
from keras.callbacks import EarlyStopping


def train(model, training, validation, epochs, patience):
    stop = EarlyStopping("val_loss", patience=patience, mode="min", verbose=1, restore_best_weights=True)
    return model.fit(training[0], training[1], None, epochs, 2, [stop], validation_data=validation)


# %% right: a lambda
train = lambda model, training, validation, epochs, patience: model.fit(
    *training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)]
)


# %% right: partial
from functools import partial


def train(model, training, validation, epochs, patience):
    fit = partial(model.fit, *training, verbose=0)
    return fit(epochs=epochs, validation_data=validation, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% right: type hints
def train(model: keras.Model, training: tuple, validation: tuple, epochs: int, patience: int) -> keras.callbacks.History:
    """Trains until the validation loss stops falling."""
    callbacks: list[keras.callbacks.Callback] = [keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)]
    history: keras.callbacks.History = model.fit(*training, validation_data=tuple(validation), epochs=int(epochs), callbacks=callbacks, verbose=2)
    return history


# %% right: the History is asked from the model
def train(model, training, validation, epochs, patience):
    model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])
    return model.history


# %% right: a History callback of its own
def train(model, training, validation, epochs, patience):
    record = keras.callbacks.History()
    model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True), record])
    return record


# %% right: also stops at NaN
def train(model, training, validation, epochs, patience):
    callbacks = [keras.callbacks.TerminateOnNaN(), keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)]
    return model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=callbacks)


# %% right: without shuffling
def train(model, training, validation, epochs, patience):
    return model.fit(*training, shuffle=False, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% right: batches of 64 and 128
def train(model, training, validation, epochs, patience):
    return model.fit(*training, batch_size=64, validation_batch_size=128, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% right: each image has the weight 1
def train(model, training, validation, epochs, patience):
    images, labels = training
    weights = np.ones(len(images))
    return model.fit(images, labels, sample_weight=weights, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% right: copies of all arrays
def train(model, training, validation, epochs, patience):
    images, labels = (np.array(part) for part in training)
    held = tuple(np.copy(part) for part in validation)
    return model.fit(images.astype("float32"), labels.astype("int64"), validation_data=held, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% right: a subclass of EarlyStopping
class Patience(keras.callbacks.EarlyStopping):
    def __init__(self, epochs):
        super().__init__(monitor="val_loss", patience=epochs, restore_best_weights=True)


def train(model, training, validation, epochs, patience):
    return model.fit(*training, validation_data=validation, epochs=epochs, callbacks=[Patience(patience)], verbose=0)


# %% right: a callback that keeps and restores
class KeepBest(keras.callbacks.Callback):
    def __init__(self, patience):
        super().__init__()
        self.patience = patience
        self.best = float("inf")
        self.weights = None
        self.waited = 0

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.best:
            self.best = logs["val_loss"]
            self.weights = self.model.get_weights()
            self.waited = 0
        else:
            self.waited += 1
            if self.waited >= self.patience:
                self.model.stop_training = True

    def on_train_end(self, logs=None):
        self.model.set_weights(self.weights)


def train(model, training, validation, epochs, patience):
    return model.fit(*training, validation_data=validation, epochs=epochs, callbacks=[KeepBest(patience)], verbose=0)


# %% right: EarlyStopping stops, a callback keeps the weights
def train(model, training, validation, epochs, patience):
    best = {"loss": np.inf, "weights": model.get_weights()}

    def keep(epoch, logs):
        if logs["val_loss"] < best["loss"]:
            best.update(loss=logs["val_loss"], weights=model.get_weights())

    callbacks = [keras.callbacks.EarlyStopping("val_loss", patience=patience), keras.callbacks.LambdaCallback(on_epoch_end=keep)]
    history = model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=callbacks)
    model.set_weights(best["weights"])
    return history


# %% right: a checkpoint of the weights in a temporary folder
import os
import tempfile


def train(model, training, validation, epochs, patience):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "best.weights.h5")
        save = keras.callbacks.ModelCheckpoint(path, monitor="val_loss", save_best_only=True, save_weights_only=True)
        stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience)
        history = model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[save, stop])
        model.load_weights(path)
    return history


# %% right: one file for each epoch
import pathlib
import tempfile


def train(model, training, validation, epochs, patience):
    with tempfile.TemporaryDirectory() as folder:
        save = keras.callbacks.ModelCheckpoint(folder + "/{epoch:02d}.weights.h5", save_weights_only=True)
        stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience)
        history = model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[save, stop])
        best = int(np.argmin(history.history["val_loss"])) + 1
        model.load_weights(pathlib.Path(folder) / f"{best:02d}.weights.h5")
    return history


# %% right: the weights of all epochs in a list
def train(model, training, validation, epochs, patience):
    kept = []
    keep = keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: kept.append(model.get_weights()))
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience)
    history = model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keep, stop])
    model.set_weights(kept[history.history["val_loss"].index(min(history.history["val_loss"]))])
    return history


# %% right: one epoch after the other, with initial_epoch
def train(model, training, validation, epochs, patience):
    record = {}
    best, best_epoch, weights = np.inf, 0, None
    for epoch in range(epochs):
        one = model.fit(*training, validation_data=validation, initial_epoch=epoch, epochs=epoch + 1, verbose=0)
        for name, numbers in one.history.items():
            record.setdefault(name, []).extend(numbers)
        if record["val_loss"][-1] < best:
            best, best_epoch, weights = record["val_loss"][-1], epoch, model.get_weights()
        elif epoch - best_epoch >= patience:
            break
    model.set_weights(weights)
    one.history = record
    return one


# %% right: a while loop and a simple namespace
from types import SimpleNamespace


def train(model, training, validation, epochs, patience):
    record = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}
    lowest = float("inf")
    waited = 0
    while len(record["loss"]) < epochs and waited < patience:
        one = model.fit(training[0], training[1], validation_data=validation, verbose=0).history
        for key in record:
            record[key].append(one[key][0])
        if one["val_loss"][0] < lowest:
            lowest = one["val_loss"][0]
            best_weights = model.get_weights()
            waited = 0
        else:
            waited += 1
    model.set_weights(best_weights)
    return SimpleNamespace(history=record)


# %% right: a data class holds the record
from dataclasses import dataclass, field


@dataclass
class Record:
    history: dict = field(default_factory=lambda: {k: [] for k in ("loss", "accuracy", "val_loss", "val_accuracy")})


def train(model, training, validation, epochs, patience):
    record = Record()
    best, kept, last = np.inf, None, 0
    for epoch in range(1, epochs + 1):
        model.fit(*training, epochs=1, verbose=0)
        loss, accuracy = model.evaluate(*training, verbose=0)
        val_loss, val_accuracy = model.evaluate(*validation, verbose=0)
        for name, number in zip(record.history, (loss, accuracy, val_loss, val_accuracy)):
            record.history[name].append(number)
        if val_loss < best:
            best, kept, last = val_loss, model.get_weights(), epoch
        if epoch - last == patience:
            break
    model.set_weights(kept)
    return record


# %% right: a named tuple holds the record
from collections import defaultdict, namedtuple

Result = namedtuple("Result", ["history", "best_epoch"])


def train(model, training, validation, epochs, patience):
    lists = defaultdict(list)
    states = []
    for epoch in range(epochs):
        for name, numbers in model.fit(*training, validation_data=validation, verbose=0).history.items():
            lists[name] += numbers
        states.append(model.get_weights())
        best = int(np.argmin(lists["val_loss"]))
        if epoch - best >= patience:
            break
    model.set_weights(states[best])
    return Result(dict(lists), best + 1)


# %% right: recursion over the epochs
def train(model, training, validation, epochs, patience):
    history = keras.callbacks.History()
    history.history = {name: [] for name in ("loss", "accuracy", "val_loss", "val_accuracy")}

    def go_on(left, waited, lowest, weights):
        if left == 0 or waited == patience:
            return weights
        one = model.fit(*training, validation_data=validation, verbose=0).history
        for name in history.history:
            history.history[name] += one[name]
        if one["val_loss"][0] < lowest:
            return go_on(left - 1, 0, one["val_loss"][0], model.get_weights())
        return go_on(left - 1, waited + 1, lowest, weights)

    model.set_weights(go_on(epochs, 0, float("inf"), None))
    return history


# %% right: a generator of epochs
def train(model, training, validation, epochs, patience):
    def run():
        for _ in range(epochs):
            yield model.fit(*training, validation_data=validation, verbose=0).history

    whole = {}
    best = None
    waited = 0
    for one in run():
        for key, value in one.items():
            whole[key] = whole.get(key, []) + value
        if best is None or one["val_loss"][0] < best[0]:
            best = (one["val_loss"][0], model.get_weights())
            waited = 0
        else:
            waited += 1
        if waited >= patience:
            break
    model.set_weights(best[1])
    result = keras.callbacks.History()
    result.history = whole
    return result


# %% right: batches by train_on_batch, in the given order
def train(model, training, validation, epochs, patience):
    images, labels = training
    record = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}
    best, weights, wait = float("inf"), None, 0
    for epoch in range(epochs):
        model.reset_metrics()
        for start in range(0, len(images), 32):
            loss, accuracy = model.train_on_batch(images[start : start + 32], labels[start : start + 32])
        val_loss, val_accuracy = model.evaluate(validation[0], validation[1], verbose=0)
        record["loss"].append(float(loss))
        record["accuracy"].append(float(accuracy))
        record["val_loss"].append(val_loss)
        record["val_accuracy"].append(val_accuracy)
        if val_loss < best:
            best, weights, wait = val_loss, model.get_weights(), 0
        else:
            wait += 1
            if wait == patience:
                break
    model.set_weights(weights)
    history = keras.callbacks.History()
    history.history = record
    return history


# %% right: weights in a NumPy file
import os
import tempfile


def train(model, training, validation, epochs, patience):
    name = os.path.join(tempfile.mkdtemp(), "best.npz")

    class Save(keras.callbacks.Callback):
        lowest = float("inf")

        def on_epoch_end(self, epoch, logs=None):
            if logs["val_loss"] < self.lowest:
                self.lowest = logs["val_loss"]
                np.savez(name, *self.model.get_weights())

    stop = keras.callbacks.EarlyStopping(patience=patience)
    history = model.fit(*training, validation_data=validation, epochs=epochs, callbacks=[Save(), stop], verbose=0)
    with np.load(name) as file:
        model.set_weights([file[key] for key in file.files])
    return history


# %% right: save_weights where the loss is lower
import pathlib
import tempfile


def train(model, training, validation, epochs, patience):
    file = pathlib.Path(tempfile.mkdtemp()) / "now.weights.h5"
    losses = []

    def after(epoch, logs):
        losses.append(logs["val_loss"])
        if losses[-1] == min(losses) and losses.count(losses[-1]) == 1:
            model.save_weights(file)
        if len(losses) - 1 - losses.index(min(losses)) >= patience:
            model.stop_training = True

    history = model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.LambdaCallback(on_epoch_end=after)])
    model.load_weights(file)
    return history


# %% right: a dataset that is shuffled
import tensorflow as tf


def train(model, training, validation, epochs, patience):
    data = tf.data.Dataset.from_tensor_slices(training).shuffle(len(training[0])).batch(32)
    held = tf.data.Dataset.from_tensor_slices(validation).batch(32)
    return model.fit(data, validation_data=held, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% right: a class that gives batches
class Batches(keras.utils.PyDataset):
    def __init__(self, images, labels, size=32):
        super().__init__()
        self.images, self.labels, self.size = images, labels, size

    def __len__(self):
        return -(-len(self.images) // self.size)

    def __getitem__(self, number):
        part = slice(number * self.size, (number + 1) * self.size)
        return self.images[part], self.labels[part]


def train(model, training, validation, epochs, patience):
    return model.fit(Batches(*training), validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% right: a generator of batches
def train(model, training, validation, epochs, patience):
    images, labels = training
    rng = np.random.default_rng(0)
    steps = int(np.ceil(len(images) / 32))

    def batches():
        while True:
            for part in np.array_split(rng.permutation(len(images)), steps):
                yield images[part], labels[part]

    return model.fit(batches(), steps_per_epoch=steps, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% right: a gradient tape without shuffling
import tensorflow as tf


def train(model, training, validation, epochs, patience):
    images, labels = training
    record = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}
    best, weights, since = np.inf, None, 0
    for _ in range(epochs):
        losses, hits = [], 0
        for start in range(0, len(images), 32):
            x, y = images[start : start + 32], labels[start : start + 32]
            with tf.GradientTape() as tape:
                out = model(x, training=True)
                loss = model.compute_loss(x, y, out)
            gradients = tape.gradient(loss, model.trainable_variables)
            model.optimizer.apply_gradients(zip(gradients, model.trainable_variables))
            losses.append(float(loss) * len(x))
            hits += int((np.argmax(out, axis=1) == y).sum())
        val_loss, val_accuracy = model.evaluate(*validation, verbose=0)
        for name, number in zip(record, (sum(losses) / len(images), hits / len(images), val_loss, val_accuracy)):
            record[name].append(number)
        if val_loss < best:
            best, weights, since = val_loss, model.get_weights(), 0
        else:
            since += 1
            if since >= patience:
                break
    model.set_weights(weights)
    history = keras.callbacks.History()
    history.history = record
    return history


# %% right: try and finally
def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=False)
    best = [np.inf, model.get_weights()]

    class Remember(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            if logs["val_loss"] < best[0]:
                best[:] = [logs["val_loss"], self.model.get_weights()]

    try:
        return model.fit(*training, validation_data=validation, epochs=epochs, callbacks=[stop, Remember()], verbose=0)
    finally:
        model.set_weights(best[1])


# %% right: an exception ends the loop
class Enough(Exception):
    pass


def train(model, training, validation, epochs, patience):
    record = keras.callbacks.History()
    record.history = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}
    best, weights, bad = None, None, 0
    try:
        for _ in range(epochs):
            history = model.fit(*training, validation_data=validation, verbose=0).history
            for name in record.history:
                record.history[name].append(history[name][0])
            if best is None or record.history["val_loss"][-1] < best:
                best, weights, bad = record.history["val_loss"][-1], model.get_weights(), 0
                continue
            bad += 1
            if bad == patience:
                raise Enough
    except Enough:
        pass
    model.set_weights(weights)
    return record


# %% right: the last losses in a deque
from collections import deque


class Stop(keras.callbacks.Callback):
    def __init__(self, patience):
        super().__init__()
        self.last = deque(maxlen=patience)
        self.lowest = float("inf")

    def on_epoch_end(self, epoch, logs=None):
        loss = logs["val_loss"]
        if loss < self.lowest:
            self.lowest, self.kept = loss, [np.copy(w) for w in self.model.get_weights()]
            self.last.clear()
        else:
            self.last.append(loss)
            self.model.stop_training = len(self.last) == self.last.maxlen

    def on_train_end(self, logs=None):
        self.model.set_weights(self.kept)


def train(model, training, validation, epochs, patience):
    return model.fit(*training, validation_data=validation, epochs=epochs, callbacks=[Stop(patience)], verbose=0)


# %% right: a copy of the model takes the best weights
def train(model, training, validation, epochs, patience):
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    lowest = [float("inf")]

    def after(epoch, logs):
        if logs["val_loss"] < lowest[0]:
            lowest[0] = logs["val_loss"]
            copy.set_weights(model.get_weights())

    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience)
    history = model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[stop, keras.callbacks.LambdaCallback(on_epoch_end=after)])
    model.set_weights(copy.get_weights())
    return history


# %% right: a decorator restores the weights
import functools


def with_best_weights(function):
    @functools.wraps(function)
    def inner(model, training, validation, epochs, patience):
        kept = []
        keep = keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: kept.append((logs["val_loss"], epoch, model.get_weights())))
        history = function(model, training, validation, epochs, patience, keep)
        model.set_weights(min(kept, key=lambda one: one[:2])[2])
        return history

    return inner


@with_best_weights
def train(model, training, validation, epochs, patience, keep):
    stop = keras.callbacks.EarlyStopping(patience=patience)
    return model.fit(*training, validation_data=validation, epochs=epochs, callbacks=[keep, stop], verbose=0)


# %% right: a seed before the training
def train(model, training, validation, epochs, patience):
    keras.utils.set_random_seed(0)
    return model.fit(*training, validation_data=validation, validation_freq=1, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% right: the positions are mixed, not the images
def train(model, training, validation, epochs, patience):
    images, labels = training
    order = np.random.default_rng(7).permutation(len(labels))
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)
    return model.fit(images[order], labels[order], epochs=epochs, validation_data=validation, callbacks=[stop], shuffle=False, verbose=0)


# %% right: an inner function makes the callbacks
def train(model, training, validation, epochs, patience):
    def callbacks():
        yield keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)

    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=list(callbacks()), verbose=0)


# %% right: looks at the losses of the History so far
class LookBack(keras.callbacks.Callback):
    def __init__(self, patience):
        super().__init__()
        self.patience, self.losses, self.states = patience, [], []

    def on_epoch_end(self, epoch, logs=None):
        self.losses.append(logs.get("val_loss"))
        self.states.append(self.model.get_weights())
        if epoch - int(np.argmin(self.losses)) >= self.patience:
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        self.model.set_weights(self.states[int(np.argmin(self.losses))])


def train(model, training, validation, epochs, patience):
    return model.fit(*training, epochs=epochs, validation_data=validation, callbacks=[LookBack(patience)], verbose=0)


# %% right: the record comes from a table in a file
import csv
import tempfile


def train(model, training, validation, epochs, patience):
    with tempfile.NamedTemporaryFile("r", suffix=".csv", newline="") as file:
        log = keras.callbacks.CSVLogger(file.name)
        history = model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[log, keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])
        rows = list(csv.DictReader(open(file.name)))
    history.history = {name: [float(row[name]) for row in rows] for name in ("loss", "accuracy", "val_loss", "val_accuracy")}
    return history


# %% right: batches of one size for all
def train(model, training, validation, epochs, patience):
    size = min(128, len(training[0]))
    return model.fit(*training, size, epochs=epochs, validation_data=validation, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)], verbose=0)


# %% right: one class for the whole training
class Trainer:
    def __init__(self, model, patience):
        self.model, self.patience = model, patience
        self.history = {}
        self.best = (float("inf"), None)

    def epoch(self, training, validation):
        one = self.model.fit(*training, validation_data=validation, verbose=0)
        for name, (number,) in one.history.items():
            self.history.setdefault(name, []).append(number)
        self.best = min(self.best, (self.history["val_loss"][-1], self.model.get_weights()), key=lambda pair: pair[0])

    @property
    def waited(self):
        losses = self.history["val_loss"]
        return len(losses) - 1 - losses.index(min(losses))

    def run(self, training, validation, epochs):
        for _ in range(epochs):
            self.epoch(training, validation)
            if self.waited >= self.patience:
                break
        self.model.set_weights(self.best[1])
        return self


def train(model, training, validation, epochs, patience):
    return Trainer(model, patience).run(training, validation, epochs)


# %% right: weights assigned one by one
def train(model, training, validation, epochs, patience):
    lowest, kept = float("inf"), []

    class Keep(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            nonlocal lowest, kept
            if logs["val_loss"] < lowest:
                lowest = logs["val_loss"]
                kept = [weight.numpy().copy() for weight in model.weights]

    stop = keras.callbacks.EarlyStopping("val_loss", 0, patience)
    history = model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[Keep(), stop])
    for weight, numbers in zip(model.weights, kept):
        weight.assign(numbers)
    return history


# %% right: two callbacks, one for each task
class StopInTime(keras.callbacks.Callback):
    def __init__(self, patience):
        super().__init__()
        self.patience = patience
        self.best_epoch, self.lowest = 0, float("inf")

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.lowest:
            self.best_epoch, self.lowest = epoch, logs["val_loss"]
        self.model.stop_training = epoch - self.best_epoch >= self.patience


class Restore(keras.callbacks.Callback):
    lowest = float("inf")

    def on_epoch_end(self, epoch, logs=None):
        if self.lowest > logs["val_loss"]:
            self.lowest, self.saved = logs["val_loss"], self.model.get_weights()

    def on_train_end(self, logs=None):
        self.model.set_weights(self.saved)


def train(model, training, validation, epochs, patience):
    return model.fit(*training, validation_data=validation, epochs=epochs, callbacks=[StopInTime(patience), Restore()], verbose=0)


# %% right: evaluates only the validation images by itself
def train(model, training, validation, epochs, patience):
    history = keras.callbacks.History()
    lists = history.history = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}
    best = {"epoch": -1, "loss": 1e30}
    for epoch in range(epochs):
        seen = model.fit(*training, verbose=0).history
        held = model.evaluate(*validation, verbose=0, return_dict=True)
        lists["loss"] += seen["loss"]
        lists["accuracy"] += seen["accuracy"]
        lists["val_loss"] += [held["loss"]]
        lists["val_accuracy"] += [held["accuracy"]]
        if held["loss"] < best["loss"]:
            best = {"epoch": epoch, "loss": held["loss"], "weights": model.get_weights()}
        if epoch >= best["epoch"] + patience:
            break
    model.set_weights(best["weights"])
    return history


# %% right: a table of the epochs, and the best row of it
import pandas as pd


def train(model, training, validation, epochs, patience):
    rows, states = [], []
    for epoch in range(epochs):
        one = model.fit(*training, validation_data=validation, verbose=0)
        rows.append({name: numbers[0] for name, numbers in one.history.items()})
        states.append(model.get_weights())
        best = int(pd.DataFrame(rows)["val_loss"].idxmin())
        if epoch - best == patience:
            break
    model.set_weights(states[best])
    one.history = pd.DataFrame(rows).to_dict("list")
    return one


# %% wrong, known as forgets_to_restore_the_weights: EarlyStopping with its default
def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping(patience=patience)
    return model.fit(*training, validation_data=validation, epochs=epochs, callbacks=[stop], verbose=0)


# %% wrong, known as restores_only_when_it_stops_early: restores where it stops early, by hand
def train(model, training, validation, epochs, patience):
    best, kept, wait = np.inf, None, 0
    history = keras.callbacks.History()
    history.history = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}
    for _ in range(epochs):
        one = model.fit(*training, validation_data=validation, verbose=0).history
        for name in history.history:
            history.history[name] += one[name]
        if one["val_loss"][0] < best:
            best, kept, wait = one["val_loss"][0], model.get_weights(), 0
        else:
            wait += 1
            if wait == patience:
                model.set_weights(kept)
                break
    return history


# %% wrong, known as never_stops: the word val is missing
def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping("loss", patience=patience, restore_best_weights=True)
    return model.fit(*training, validation_data=validation, epochs=epochs, callbacks=[stop], verbose=0)


# %% wrong, known as watches_the_validation_accuracy: mode max
def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping("val_accuracy", patience=patience, mode="max", restore_best_weights=True)
    return model.fit(*training, validation_data=validation, epochs=epochs, callbacks=[stop], verbose=0)


# %% wrong, known as looks_for_the_largest_loss: the wrong mode
def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping("val_loss", patience=patience, mode="max", restore_best_weights=True)
    return model.fit(*training, validation_data=validation, epochs=epochs, callbacks=[stop], verbose=0)


# %% wrong, known as asks_for_a_little_progress: a difference of 0.01 is needed
def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping("val_loss", min_delta=0.01, patience=patience, restore_best_weights=True)
    return model.fit(*training, validation_data=validation, epochs=epochs, callbacks=[stop], verbose=0)


# %% wrong, known as waits_one_epoch_too_long: stops one epoch later, by hand
def train(model, training, validation, epochs, patience):
    losses, states = [], []

    def after(epoch, logs):
        losses.append(logs["val_loss"])
        states.append(model.get_weights())
        if epoch - int(np.argmin(losses)) > patience:
            model.stop_training = True

    history = model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.LambdaCallback(on_epoch_end=after)])
    model.set_weights(states[int(np.argmin(losses))])
    return history


# %% wrong: the patience is halved
def train(model, training, validation, epochs, patience):
    stop = keras.callbacks.EarlyStopping("val_loss", patience=max(1, patience // 2), restore_best_weights=True)
    return model.fit(*training, validation_data=validation, epochs=epochs, callbacks=[stop], verbose=0)


# %% wrong: half of the epochs
def train(model, training, validation, epochs, patience):
    return model.fit(*training, validation_data=validation, epochs=max(1, epochs // 2), verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% wrong: one epoch more
def train(model, training, validation, epochs, patience):
    return model.fit(*training, validation_data=validation, epochs=epochs + 1, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% wrong: range begins at 1
def train(model, training, validation, epochs, patience):
    history = keras.callbacks.History()
    history.history = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}
    states = []
    for epoch in range(1, epochs):
        one = model.fit(*training, validation_data=validation, verbose=0).history
        for name in history.history:
            history.history[name] += one[name]
        states.append(model.get_weights())
        if len(states) - 1 - int(np.argmin(history.history["val_loss"])) >= patience:
            break
    model.set_weights(states[int(np.argmin(history.history["val_loss"]))])
    return history


# %% wrong, known as learns_the_validation_images_too: both parts together
def train(model, training, validation, epochs, patience):
    images = np.concatenate([training[0], validation[0]])
    labels = np.concatenate([training[1], validation[1]])
    return model.fit(images, labels, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% wrong: learns the validation images at the end
def train(model, training, validation, epochs, patience):
    history = model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])
    model.fit(*validation, epochs=1, verbose=0)
    return history


# %% wrong, known as validates_with_the_training_images: the same pair twice
def train(model, training, validation, epochs, patience):
    return model.fit(*training, validation_data=training, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% wrong, known as splits_the_training_images: validation_split of a tenth
def train(model, training, validation, epochs, patience):
    return model.fit(*training, validation_split=0.1, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% wrong, known as returns_the_dict_of_the_history: dict of the History
def train(model, training, validation, epochs, patience):
    history = model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])
    return dict(history.history)


# %% wrong: returns the validation losses
def train(model, training, validation, epochs, patience):
    history = model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])
    return history.history["val_loss"]


# %% wrong: returns the model and the History
def train(model, training, validation, epochs, patience):
    history = model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])
    return model, history


# %% wrong, known as compiles_the_model_anew: adam with its defaults
def train(model, training, validation, epochs, patience):
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% wrong, known as compiles_the_model_anew: the learning rate is set to 0.001
def train(model, training, validation, epochs, patience):
    model.optimizer.learning_rate = 0.001
    return model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% wrong: a learning rate that falls at each epoch
def train(model, training, validation, epochs, patience):
    slower = keras.callbacks.LearningRateScheduler(lambda epoch, rate: rate * 0.5)
    return model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[slower, keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% wrong, known as shuffles_the_labels_apart: two permutations
def train(model, training, validation, epochs, patience):
    images, labels = np.random.permutation(training[0]), np.random.permutation(training[1])
    return model.fit(images, labels, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% wrong, known as trains_on_the_first_images: the last image is left out
def train(model, training, validation, epochs, patience):
    return model.fit(training[0][:-1], training[1][:-1], validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% wrong, known as trains_on_the_first_images: batches of 50, and the rest is dropped
import tensorflow as tf


def train(model, training, validation, epochs, patience):
    data = tf.data.Dataset.from_tensor_slices(training).batch(50, drop_remainder=True)
    held = tf.data.Dataset.from_tensor_slices(validation).batch(50)
    return model.fit(data, validation_data=held, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% wrong: each image twice in an epoch
def train(model, training, validation, epochs, patience):
    images, labels = np.repeat(training[0], 2, axis=0), np.repeat(training[1], 2)
    return model.fit(images, labels, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% wrong: the images are mirrored
def train(model, training, validation, epochs, patience):
    return model.fit(training[0][:, :, ::-1], training[1], validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% wrong: centres the training images
def train(model, training, validation, epochs, patience):
    mean = training[0].mean()
    return model.fit(training[0] - mean, training[1], validation_data=(validation[0] - mean, validation[1]), epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% wrong, known as scales_the_images_again: both parts divided by 255
def train(model, training, validation, epochs, patience):
    held = validation[0] / 255, validation[1]
    return model.fit(training[0] / 255, training[1], validation_data=held, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% wrong, known as trains_a_copy: a clone is compiled and trained
def train(model, training, validation, epochs, patience):
    own = keras.models.clone_model(model)
    own.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return own.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=patience, restore_best_weights=True)])


# %% wrong, known as never_begins_to_count_again: the waiting never begins anew, in a callback
class Count(keras.callbacks.Callback):
    def __init__(self, patience):
        super().__init__()
        self.left, self.best = patience, float("inf")

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.best:
            self.best, self.kept = logs["val_loss"], self.model.get_weights()
        else:
            self.left -= 1
            if self.left == 0:
                self.model.stop_training = True

    def on_train_end(self, logs=None):
        self.model.set_weights(self.kept)


def train(model, training, validation, epochs, patience):
    return model.fit(*training, validation_data=validation, epochs=epochs, callbacks=[Count(patience)], verbose=0)


# %% wrong: compares with the mean of the losses so far
def train(model, training, validation, epochs, patience):
    losses, states, wait = [], [], [0]

    def after(epoch, logs):
        wait[0] = 0 if not losses or logs["val_loss"] < np.mean(losses) else wait[0] + 1
        losses.append(logs["val_loss"])
        states.append(model.get_weights())
        if wait[0] >= patience:
            model.stop_training = True

    history = model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keras.callbacks.LambdaCallback(on_epoch_end=after)])
    model.set_weights(states[int(np.argmin(losses))])
    return history


# %% wrong: the weights of the most accurate epoch
def train(model, training, validation, epochs, patience):
    accuracies, states = [], []

    def after(epoch, logs):
        accuracies.append(logs["val_accuracy"])
        states.append(model.get_weights())

    keep = keras.callbacks.LambdaCallback(on_epoch_end=after)
    stop = keras.callbacks.EarlyStopping("val_loss", patience=patience)
    history = model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keep, stop])
    model.set_weights(states[int(np.argmax(accuracies))])
    return history


# %% wrong: only the last layer gets its best weights back
def train(model, training, validation, epochs, patience):
    losses, states = [], []

    def after(epoch, logs):
        losses.append(logs["val_loss"])
        states.append(model.layers[-1].get_weights())

    keep = keras.callbacks.LambdaCallback(on_epoch_end=after)
    stop = keras.callbacks.EarlyStopping("val_loss", patience=patience)
    history = model.fit(*training, validation_data=validation, epochs=epochs, verbose=0, callbacks=[keep, stop])
    model.layers[-1].set_weights(states[int(np.argmin(losses))])
    return history


# %% equivalent: verbose=2 → verbose=3
# What the training prints is free.


# %% equivalent: 2 → 1
# What the training prints is free.


# %% equivalent: keras.callbacks.EarlyStopping(monitor='val_loss', patience=… → keras.callbacks.EarlyStopping(patience=patience, restore_be…
# val_loss is what Keras watches by default.


# %% equivalent: model.fit(train_images, train_labels, validation_data=valid… → model.fit(train_images, train_labels, validation_data=valid… #3
# What the training prints is free.
