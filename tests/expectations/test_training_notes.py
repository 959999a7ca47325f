"""What is said of a training's callbacks: true sentences of what was noted, and none of what cannot be read. Without Keras."""

import pytest

from autograder.expectations import Answer
from autograder.expectations.training_notes import how_it_trained, training_of, what_changed_the_rate, what_stopped_it
from autograder.transport.wire import Described

STOP = {"monitor": "val_loss", "patience": 3, "restore_best_weights": True}


def callback(name="EarlyStopping", kind=None, settings=None, **did):
    times = {"rates": len(did.get("rates", ())), "saved": len(did.get("saved", ()))}
    made = {"class_name": name, "kind": kind or name, "settings": {} if settings is None else settings}
    return made | {"stopped": None, "restored": None, "rates": [], "saved": [], "times": times} | did


def noted(*callbacks, ran=10, asked=10, number=1, of=1):
    return {"ran": ran, "asked": asked, "number": number, "of": of, "given": len(callbacks), "callbacks": list(callbacks)}


def history(training) -> Described:
    return Described("history", "History", {"history": {}, "epochs": [], "steps": None, "training": training})


def said(*callbacks, **settings) -> str:
    return how_it_trained(Answer("train()", history(noted(*callbacks, **settings))))


SENTENCES = {
    "It trained with EarlyStopping(monitor='val_loss', patience=3, restore_best_weights=True), which never stopped it: 10 of 10 epochs.": [
        callback(settings=STOP)
    ],
    "It trained with EarlyStopping, which stopped it after epoch 7 and restored the weights of epoch 4.": [callback(stopped=7, restored=4)],
    "It trained with EarlyStopping, which stopped it after epoch 7 and restored no weights.": [callback(stopped=7)],
    "It trained with EarlyStopping, which never stopped it: 10 of 10 epochs. At the end it restored the weights of epoch 9.": [callback(restored=9)],
    "It trained with Mine, which stopped it after epoch 2.": [callback("Mine", "Callback", stopped=2)],
    "It trained with ReduceLROnPlateau(factor=0.5), which changed the learning rate from 0.01 to 0.005 after epoch 4.": [
        callback("ReduceLROnPlateau", settings={"factor": 0.5}, rates=[(4, "after", 0.01, 0.005)])
    ],
    "It trained with LearningRateScheduler, which changed the learning rate from 0.01 to 0.1 before epoch 2.": [
        callback("LearningRateScheduler", rates=[(2, "before", 0.01, 0.1)])
    ],
    "It trained with ReduceLROnPlateau, which changed the learning rate 2 times, first from 0.1 to 0.01.": [
        callback("ReduceLROnPlateau", rates=[(4, "after", 0.1, 0.01), (6, "after", 0.01, 0.001)])
    ],
    "It trained with ReduceLROnPlateau, which never changed the learning rate.": [callback("ReduceLROnPlateau")],
    "It trained with ModelCheckpoint, which saved the model after these epochs: 1, 2, 5.": [callback("ModelCheckpoint", saved=[1, 2, 5])],
    "It trained with ModelCheckpoint, which saved the model 60 times.": [callback("ModelCheckpoint", saved=list(range(60)))],
    "It trained with ModelCheckpoint, which never saved the model.": [callback("ModelCheckpoint")],
    "It trained with CSVLogger.": [callback("CSVLogger")],
    "It trained without a callback: 10 of 10 epochs.": [],
}


@pytest.mark.parametrize(("sentence", "callbacks"), SENTENCES.items(), ids=lambda one: one[17:60] if isinstance(one, str) else "")
def test_what_is_said_of_a_callback(sentence, callbacks):
    assert said(*callbacks) == sentence


def test_what_stops_comes_first_and_a_message_stays_short():
    many = [callback(f"Log{place}", "Callback") for place in range(9)]
    assert said(*many, callback(stopped=5)) == (
        "It trained with EarlyStopping, which stopped it after epoch 5 and restored no weights. It trained with Log0. It trained with Log1."
    )


def test_several_trainings_of_one_model():
    """A callback of ``fit`` in a loop begins anew each time, so what it did the last time explains nothing."""
    again = "It trained 4 times one after the other, the last time with EarlyStopping. A callback starts from the beginning each time."
    assert said(callback(stopped=1), number=4, of=4) == again
    assert said(number=4, of=4) == "" and said(callback(), number=2, of=4) == ""
    answer = Answer("train()", history(noted(callback(stopped=1), number=4, of=4)))
    assert what_stopped_it(answer) == what_changed_the_rate(answer) == ""


def test_one_question_gets_the_callbacks_that_answer_it():
    lowers = callback("ReduceLROnPlateau", rates=[(4, "after", 0.01, 0.005)])
    answer = Answer("train()", history(noted(callback(stopped=7), lowers, callback("CSVLogger"))))
    assert what_stopped_it(answer) == "It trained with EarlyStopping, which stopped it after epoch 7 and restored no weights."
    assert what_changed_the_rate(answer) == "It trained with ReduceLROnPlateau, which changed the learning rate from 0.01 to 0.005 after epoch 4."
    quiet = Answer("train()", history(noted(callback())))
    assert what_stopped_it(quiet) == what_changed_the_rate(quiet) == ""


def test_where_it_is_looked_for():
    """In a History, in one that is given beside a model, and in the only given model that was trained."""
    one = history(noted(callback(stopped=5)))
    model = Described("model", "Sequential", {"record": one.content})
    blank = Described("model", "Sequential", {"record": None})
    sentence = how_it_trained(Answer("train()", one))
    assert sentence
    assert how_it_trained(Answer("train()", (model, one))) == sentence
    assert how_it_trained(Answer("train()", None, arguments={"model": model, "other": blank})) == sentence
    assert how_it_trained(Answer("train()", model)) == sentence
    assert how_it_trained(Answer("train()", None, arguments={"model": model, "other": model})) == ""
    assert how_it_trained(Answer("train()", {"loss": [1.0]})) == how_it_trained(Answer("train()", None, arguments={"model": blank})) == ""


ODD = [
    7, [], {}, noted(7), noted({}), noted(callback("not a name")), noted(callback(settings={"a": "b c"})), noted(callback(settings={"a": [1]})),
    noted(callback(settings=[])), noted(callback(stopped=-1)), noted(callback(stopped=True)), noted(callback(rates=[(1, "after", float("nan"), 1.0)])),
    noted(callback(rates=[1])), noted(callback(saved=["1"])), noted(callback(times=None)), noted(ran="1"), noted(of=None), noted() | {"callbacks": None},
]  # fmt: skip


@pytest.mark.parametrize("odd", ODD, ids=lambda one: str(one)[:40])
def test_what_cannot_be_read_is_not_told(odd):
    assert training_of(history(odd)) is None and how_it_trained(Answer("train()", history(odd))) == ""


def test_a_record_without_notes_is_still_read():
    old = Described("history", "History", {"history": {"loss": [1.0]}, "epochs": [0], "steps": 1})
    assert training_of(old) is None and how_it_trained(Answer("train()", old)) == ""
