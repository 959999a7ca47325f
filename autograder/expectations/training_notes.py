"""What is said of a training: which callbacks it was given, and what each of them did.

All of it comes from the student's process (``values.keras.callback_notes``). So it words messages, and no mark rests on it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from autograder.core.languages import joined, message, plural
from autograder.expectations.answer import Answer
from autograder.transport.wire import Described

MOST = 3  # callbacks in one message
MOST_EPOCHS = 8  # in one message
MOST_READ = 20  # callbacks, and settings of one
NAME = re.compile(r"\w{1,60}", re.ASCII)
STOPS, CHANGES_RATES, SAVES = "EarlyStopping", ("ReduceLROnPlateau", "LearningRateScheduler"), "ModelCheckpoint"


@dataclass(frozen=True)
class CallbackNote:
    """What one callback did.

    Attributes:
        words: how it was made: ``EarlyStopping(monitor='val_loss', patience=3)``. kind: the class of Keras that it is made from.
        stopped, restored: the epoch after which it stopped the training, and that whose weights it put back; None if it did not.
        rates: changes of the learning rate, ``(epoch, "before" or "after", from, to)``; changes: how many there were.
        saved: epochs after which it saved the model; saves: how many there were.
    """

    words: str
    kind: str
    stopped: int | None
    restored: int | None
    rates: tuple[tuple[int, str, float, float], ...]
    changes: int
    saved: tuple[int, ...]
    saves: int


@dataclass(frozen=True)
class TrainingNote:
    """One training.

    Attributes:
        ran, asked: epochs that are over, and how many there could have been, or None.
        number, of: which training of its model it is, and how many the model has had.
        callbacks: what was given to it, without what Keras adds itself.
    """

    ran: int
    asked: int | None
    number: int
    of: int
    callbacks: tuple[CallbackNote, ...]


def training_of(value: Any) -> TrainingNote | None:
    """What was noted of the training of a History, or of the last one of a model.

    Args:
        value: a ``Described``, or a tuple or list with a History in it.

    Returns:
        None where nothing was noted, or where it cannot be read.
    """
    if isinstance(value, (tuple, list)):
        inside = (one for one in value if isinstance(one, Described) and one.kind == "history")
        return next((note for one in inside if (note := training_of(one)) is not None), None)
    if not isinstance(value, Described) or not isinstance(value.content, dict):
        return None
    record = value.content.get("record") if value.kind == "model" else value.content if value.kind == "history" else None
    noted = record.get("training") if isinstance(record, dict) else None
    try:
        return None if noted is None else _training(noted)
    except (AttributeError, LookupError, TypeError, ValueError):  # what a worker sends can be anything
        return None


def how_it_trained(answer: Answer) -> str:
    """Sentences about the callbacks of a training, for the end of a message; empty where nothing is known for sure.

    Args:
        answer: of a function that trains: a History, something with one in it, or anything else where it was given a model.

    Example:
        >>> stop = {"class_name": "EarlyStopping", "kind": "EarlyStopping", "settings": {"monitor": "loss", "patience": 3}}
        >>> stop |= {"stopped": None, "restored": None, "rates": [], "saved": [], "times": {"rates": 0, "saved": 0}}
        >>> noted = {"ran": 10, "asked": 10, "number": 1, "of": 1, "given": 1, "callbacks": [stop]}
        >>> how_it_trained(Answer("train()", Described("history", "History", {"training": noted})))
        "It trained with EarlyStopping(monitor='loss', patience=3), which never stopped it: 10 of 10 epochs."
    """
    note = _noted(answer)
    return "" if note is None else in_words(note)


def what_changed_the_rate(answer: Answer) -> str:
    """The same about the callbacks that changed the learning rate."""
    note = _noted(answer)
    changing = [one for one in note.callbacks if one.changes] if note is not None and note.of == 1 else []
    return joined(_of_rates(one) for one in changing[:MOST])


def what_stopped_it(answer: Answer) -> str:
    """The same about the callback that stopped the training."""
    note = _noted(answer)
    if note is None or note.of != 1:
        return ""
    stopping = [one for one in note.callbacks if one.stopped is not None]
    return joined(sentence for one in stopping[:1] for sentence in _of_stopping(one, note))


def in_words(note: TrainingNote) -> str:
    """The sentences about one training."""
    if note.number != note.of:
        return ""
    if note.of > 1:
        if not note.callbacks:
            return ""
        return message(
            "It trained {number} times one after the other, the last time with {callback}. A callback starts from the beginning each time.",
            number=note.of, callback=note.callbacks[0].words,
        )
    if not note.callbacks:
        return message("It trained without a callback: {ran} epochs.", ran=_of_epochs(note))
    first = sorted(note.callbacks, key=lambda one: one.kind != STOPS and one.stopped is None)[:MOST]
    return joined(sentence for one in first for sentence in _sentences(one, note))


def _noted(answer: Answer) -> TrainingNote | None:
    """What is known of the answer's own History, or of the only given model that was trained."""
    own = training_of(answer.value)
    if own is not None:
        return own
    given = [one for one in (answer.arguments or {}).values() if isinstance(one, Described) and one.kind == "model"]
    found = [note for one in given if (note := training_of(one)) is not None]
    return found[0] if len(found) == 1 else None


def _sentences(one: CallbackNote, note: TrainingNote) -> Iterator[str]:
    if one.kind == STOPS or one.stopped is not None:
        yield from _of_stopping(one, note)
    elif one.kind in CHANGES_RATES or one.changes:
        yield _of_rates(one)
    elif one.kind == SAVES:
        yield _of_saving(one)
    else:
        yield message("It trained with {callback}.", callback=one.words)


def _of_stopping(one: CallbackNote, note: TrainingNote) -> Iterator[str]:
    if one.stopped is None:
        yield message("It trained with {callback}, which never stopped it: {ran} epochs.", callback=one.words, ran=_of_epochs(note))
        if one.restored is not None:
            yield message("At the end it restored the weights of epoch {restored}.", restored=one.restored)
    elif one.kind != STOPS:
        yield message("It trained with {callback}, which stopped it after epoch {stopped}.", callback=one.words, stopped=one.stopped)
    elif one.restored is None:
        yield message(
            "It trained with {callback}, which stopped it after epoch {stopped} and restored no weights.", callback=one.words, stopped=one.stopped
        )
    else:
        yield message(
            "It trained with {callback}, which stopped it after epoch {stopped} and restored the weights of epoch {restored}.",
            callback=one.words, stopped=one.stopped, restored=one.restored,
        )


def _of_rates(one: CallbackNote) -> str:
    if not one.changes or not one.rates:
        return message("It trained with {callback}, which never changed the learning rate.", callback=one.words)
    epoch, when, before, after = one.rates[0]
    if one.changes > 1:
        return message(
            "It trained with {callback}, which changed the learning rate {number} times, first from {before:g} to {after:g}.",
            callback=one.words, number=one.changes, before=before, after=after,
        )
    place = message("before epoch {epoch}", epoch=epoch) if when == "before" else message("after epoch {epoch}", epoch=epoch)
    return message(
        "It trained with {callback}, which changed the learning rate from {before:g} to {after:g} {place}.",
        callback=one.words, before=before, after=after, place=place,
    )


def _of_saving(one: CallbackNote) -> str:
    if not one.saves:
        return message("It trained with {callback}, which never saved the model.", callback=one.words)
    if one.saves > len(one.saved):
        return plural(
            "It trained with {callback}, which saved the model {count} time.", "It trained with {callback}, which saved the model {count} times.",
            one.saves, callback=one.words,
        )
    return message(
        "It trained with {callback}, which saved the model after these epochs: {epochs}.", callback=one.words, epochs=", ".join(map(str, one.saved))
    )


def _of_epochs(note: TrainingNote) -> str:
    return str(note.ran) if note.asked is None else message("{ran} of {asked}", ran=note.ran, asked=note.asked)


def _training(noted: dict[str, Any]) -> TrainingNote:
    callbacks = tuple(_callback(one) for one in noted["callbacks"][:MOST_READ])
    asked = noted["asked"]
    return TrainingNote(_whole(noted["ran"]), None if asked is None else _whole(asked), _whole(noted["number"]), _whole(noted["of"]), callbacks)


def _callback(noted: dict[str, Any]) -> CallbackNote:
    settings = ", ".join(f"{_name(name)}={_setting(value)}" for name, value in [*noted["settings"].items()][:MOST_READ])
    name = _name(noted["class_name"])
    rates = tuple((_whole(epoch), _name(when), _number(before), _number(after)) for epoch, when, before, after in noted["rates"][:MOST_EPOCHS])
    stopped, restored = (None if noted[one] is None else _whole(noted[one]) for one in ("stopped", "restored"))
    saved = tuple(map(_whole, noted["saved"][:MOST_EPOCHS]))
    times = noted["times"]
    return CallbackNote(
        f"{name}({settings})" if settings else name, _name(noted["kind"]), stopped, restored, rates, _whole(times["rates"]), saved, _whole(times["saved"])
    )


def _setting(value: Any) -> str:
    if type(value) is bool:
        return str(value)
    return repr(_name(value)) if type(value) is str else f"{_number(value):.6g}"


def _name(text: Any) -> str:
    if type(text) is not str or not NAME.fullmatch(text):
        raise ValueError("not a name")
    return text


def _whole(number: Any) -> int:
    if type(number) is not int or not 0 <= number < 10**9:
        raise ValueError("not a count")
    return number


def _number(value: Any) -> float:
    if type(value) not in (int, float) or not math.isfinite(value):
        raise ValueError("not a number")
    return float(value)
