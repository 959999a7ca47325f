"""Which callbacks a training was given, and what each of them did, noted while Keras trains. Runs in the worker.

It is what the student's process says, so no mark rests on it: it words messages. Keras calls the callbacks of a training one after
the other. Between them is a ``Between`` of our own, so what has changed since the one before is what the callback did.
"""

from __future__ import annotations

import collections
import contextlib
import functools
import inspect
import math
import re
import sys
import weakref
from collections.abc import Iterator

import numpy as np

from autograder.values.keras import compat

MAX_CALLBACKS = 20  # of one training that are described
MAX_EPOCHS = 50  # that are listed of one callback
MAX_TRAININGS = 100  # that are kept
SHORT_NAME = re.compile(r"\w{1,60}", re.ASCII)  # of a class or a setting's text; anything else is not told
ALWAYS_SHOWN = ("monitor", "patience")  # settings that are told although they are the usual ones
HIDDEN_SETTINGS = ("verbose", "filepath", "filename", "log_dir", "backup_dir")  # what is printed, and places of files
ADDED_BY_KERAS = ("History", "ProgbarLogger")  # that Keras adds itself


class CallbackActs:
    """What one callback did.

    Attributes:
        stopped, restored: the epoch after which it stopped the training, and that whose weights it put back, from 1; None if it did not.
        rates: ``(epoch, when, from, to)`` for each change of the learning rate, when: "before" or "after"; saved: epochs after which it
            saved the model. ``MAX_EPOCHS`` at most, and times: how many there were.
    """

    def __init__(self, callback: object) -> None:
        self.class_name = _name(type(callback).__name__)
        self.kind = _name(_keras_class(callback).__name__)
        self.settings = _settings(callback)
        self.stopped: int | None = None
        self.restored: int | None = None
        self.rates: list[tuple[int, str, float, float]] = []
        self.saved: list[int] = []
        self.times = {"rates": 0, "saved": 0}

    def add(self, what: str, one: object) -> None:
        self.times[what] += 1
        if self.times[what] <= MAX_EPOCHS:
            getattr(self, what).append(one)

    def plain(self) -> dict:
        return dict(vars(self))


class Training:
    """One training, from its first epoch to its last.

    Attributes:
        first: the number of its first epoch, from 0; None before it. ran: epochs that are over. number: which training of its model it is, from 1.
    """

    def __init__(self, history: object, model: object, given: list, asked: object) -> None:
        self.history, self.model = weakref.ref(history), weakref.ref(model)
        self.asked = asked if type(asked) is int else None
        self.first: int | None = None
        self.ran = 0
        self.number = 1 + max((one.number for one in _trainings if one.model() is model), default=0)
        self.given = len(given)
        self.notes = [CallbackActs(one) for one in given[:MAX_CALLBACKS]]


_trainings: collections.deque[Training] = collections.deque(maxlen=MAX_TRAININGS)
_saving: dict[int, tuple[object, CallbackActs]] = {}  # id of a callback -> it, while it is in use


def describe_training(history: object) -> dict | None:
    """What was noted of the training that filled a History; None where nothing was.

    Returns:
        ``{"ran": epochs that are over, "asked": those that it may have, or None, "number": which training of its model it is, "of":
        how many that model has had, "given": number of callbacks, "callbacks": [for each ``class_name``, ``kind`` (the class of Keras
        that it is made from), ``settings`` (those that are not the usual ones), and what ``CallbackActs`` has]}``.
    """
    found = next((one for one in reversed(_trainings) if one.history() is history), None)
    if found is None:
        return None
    if not found.notes:
        epochs = [one for one in getattr(history, "epoch", []) if type(one) is int]
        found.first, found.ran = min(epochs, default=0), len(epochs)
    model = found.model()
    return {
        "ran": found.ran,
        "asked": None if found.asked is None else max(0, found.asked - (found.first or 0)),
        "number": found.number,
        "of": max((one.number for one in _trainings if model is not None and one.model() is model), default=found.number),
        "given": found.given,
        "callbacks": [one.plain() for one in found.notes],
    }


def note_trainings() -> None:
    """Lets Keras take note of trainings, where it is loaded. To be called before any code of a student runs."""
    keras = sys.modules.get("keras")
    if keras is None:
        return
    lists = keras.callbacks.CallbackList
    begin, end = lists.on_train_begin, lists.on_train_end
    if getattr(begin, "takes_note", False):
        return

    @functools.wraps(begin)
    def on_train_begin(self: object, logs: object = None) -> None:
        with contextlib.suppress(Exception):  # parts of the student's own may raise anything when they are looked at
            _begin(self, keras)
        begin(self, logs)

    @functools.wraps(end)
    def on_train_end(self: object, logs: object = None) -> None:
        try:
            end(self, logs)
        finally:
            with contextlib.suppress(Exception):
                _end(self)

    on_train_begin.takes_note = True
    lists.on_train_begin, lists.on_train_end = on_train_begin, on_train_end
    compat.watch_saving(_saved)


def _begin(given: object, keras: object) -> None:
    """Notes a training that begins, and puts a ``Between`` behind each callback, and one before the first."""
    _end(given)  # a training that an exception has ended leaves them behind
    callbacks, model = list(given.callbacks), given.model
    history = next(one for one in callbacks if isinstance(one, keras.callbacks.History))
    own = [one for one in callbacks if type(one).__name__ not in ADDED_BY_KERAS]
    training = Training(history, model, own, (given.params or {}).get("epochs"))
    _trainings.append(training)
    if not own:
        return  # what is called for each batch would cost a training a tenth of its time
    notes = {id(one): note for one, note in zip(own, training.notes, strict=False)}
    _saving.update({id(one): (one, notes[id(one)]) for one in own[:MAX_CALLBACKS]})
    between = _between_class()
    state = between.SoFar(training, model)
    rows = [between(state, None, None)]
    for one in callbacks:
        rows.append(one)
        if id(one) in notes:
            rows.append(between(state, one, notes[id(one)]))
    for one in rows:
        if isinstance(one, between):
            one.set_model(model)
    given.callbacks = rows


def _end(given: object) -> None:
    given.callbacks = [one for one in given.callbacks if not isinstance(one, _between_class())]
    for one in given.callbacks:
        _saving.pop(id(one), None)


def _saved(callback: object, epoch: object) -> None:
    """A callback has decided to save the model."""
    known, note = _saving.get(id(callback), (None, None))
    if known is callback and type(epoch) is int:
        note.add("saved", epoch + 1)


class _SoFar:
    """What the callbacks of a training have made of it so far."""

    def __init__(self, training: Training, model: object) -> None:
        self.training, self.model = training, model
        self.epoch = 0
        self.rate: float | None = None
        self.stops = False

    def look(self, note: CallbackActs | None, when: str, rate: float | None) -> None:
        """Takes note of what has changed since the last look. What has changed before the first callback is not noted."""
        stops = bool(getattr(self.model, "stop_training", False))
        if note is not None:
            if stops and not self.stops and note.stopped is None:
                note.stopped = self.epoch + 1
            if None not in (rate, self.rate) and rate != self.rate:
                note.add("rates", (self.epoch + 1, when, self.rate, rate))
        self.stops, self.rate = stops, rate


@functools.cache
def _between_class() -> type:
    keras = sys.modules["keras"]

    class Between(keras.callbacks.Callback):
        """Is behind a callback and takes note of what it did."""

        SoFar = _SoFar

        def __init__(self, state: _SoFar, callback: object, note: CallbackActs | None) -> None:
            super().__init__()
            self.state, self.callback, self.note = state, callback, note

        def on_epoch_begin(self, epoch: int, logs: object = None) -> None:
            with contextlib.suppress(Exception):
                self.state.epoch = int(epoch)
                if self.state.training.first is None:
                    self.state.training.first = int(epoch)
                self.state.look(self.note, "before", _rate(self.model))

        def on_train_batch_end(self, batch: int, logs: object = None) -> None:
            with contextlib.suppress(Exception):
                self.state.look(self.note, "", self.state.rate)  # to ask for the rate takes too long for each batch

        def on_epoch_end(self, epoch: int, logs: object = None) -> None:
            with contextlib.suppress(Exception):
                if self.note is None:
                    self.state.training.ran += 1
                self.state.look(self.note, "after", _rate(self.model))

        def on_train_end(self, logs: object = None) -> None:
            with contextlib.suppress(Exception):
                if isinstance(self.callback, keras.callbacks.EarlyStopping) and compat.has_restored(self.callback):
                    self.note.restored = int(self.callback.best_epoch) + 1

    return Between


def _rate(model: object) -> float | None:
    """The learning rate; None where it cannot be asked, as without an optimizer."""
    with contextlib.suppress(Exception):
        rate = float(np.asarray(model.optimizer.learning_rate))
        return rate if math.isfinite(rate) else None
    return None


def _keras_class(callback: object) -> type:
    """The class of Keras that a callback is one of: the nearest."""
    own = [one for one in type(callback).__mro__ if one.__module__.partition(".")[0] == "keras"]
    return own[0] if own else type(callback)


def _settings(callback: object) -> dict[str, bool | int | float | str]:
    """The settings of a callback of Keras that are not the usual ones, as far as they are plain and short."""
    return dict(_set(callback)) if _keras_class(callback).__module__.partition(".")[0] == "keras" else {}


def _set(callback: object) -> Iterator[tuple[str, bool | int | float | str]]:
    parameters = inspect.signature(_keras_class(callback).__init__).parameters
    for name, parameter in parameters.items():
        value = None
        if name != "self" and name not in HIDDEN_SETTINGS:
            with contextlib.suppress(Exception):
                value = _plain(getattr(callback, name, None))
        value = abs(value) if name == "min_delta" and value is not None else value  # Keras turns its sign
        if value is not None and (name in ALWAYS_SHOWN or value != parameter.default):
            yield name, value


def _plain(value: object) -> bool | int | float | str | None:
    if isinstance(value, (np.integer, np.floating)):
        value = value.item()
    if type(value) is float:
        return value if math.isfinite(value) else None
    if type(value) is int:
        return value if abs(value) < 10**15 else None
    if type(value) is str:
        return value if SHORT_NAME.fullmatch(value) else None
    return value if type(value) is bool else None


def _name(text: str) -> str:
    return text if SHORT_NAME.fullmatch(text) else "Callback"
