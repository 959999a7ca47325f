"""Exceptions, time-outs and crashes as sentences a beginner can act on."""

import sys
from importlib.util import find_spec

import numpy as np
import pytest

from autograder import explain
from autograder.expectations.answer import CallLost, StudentError
from autograder.submission import Slice, from_source
from autograder.worker import Program

PARAMETERS = ["images", "labels"]


def raised(body: str, preparation: str = "") -> tuple[StudentError, str]:
    """What ``f(images, labels)`` with this body really raises, and the whole message."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    source = f"import numpy as np\n{preparation}\ndef f(images, labels):\n{lines}"
    page = from_source(source, "alice", frozenset({"f"}), frozenset({"train_images"}), "mnist.py")
    piece = page.find("f")
    program = Program({})
    reply = program.answer({"op": "load", "cells": piece.cells})
    if reply["status"] == "returned":
        arguments = {"images": np.arange(12, dtype=np.uint8).reshape(3, 2, 2), "labels": np.array([1, 2, 3])}
        reply = program.answer({"op": "call", "function": "f", "arguments": arguments})
        assert reply["status"] == "raised", "the body was meant to raise something"
        error = StudentError("f(images, labels)", reply, piece)
    else:
        error = StudentError("", reply, piece)
    return error, explain.student_error(error, page, "f", PARAMETERS)


def recorded(kind: str, message: str) -> str:
    """The message for an exception that was raised somewhere inside Keras; its text was recorded."""
    reply = {
        "type": kind,
        "bases": [kind, "Exception", "object"],
        "message": message,
        "places": [("mnist.py", 2, "f")],
        "raised_in_page": False,
        "missing": "",
    }
    page = from_source(
        "def f(images, labels):\n    model.fit(images, labels)\n", "alice", frozenset({"f"}), label="mnist.py"
    )
    return explain.student_error(StudentError("f(images, labels)", reply, Slice([])), page, "f", PARAMETERS)


REAL = {
    "Counter of rows": ("from collections import Counter\nCounter(images)", "Each item here is still an array"),
    "in-place division": ("images /= 255", "That array can hold only whole numbers"),
    "too few to unpack": ("a, b, c, d = (1, 2)", "fewer things in it than names"),
    "too many to unpack": ("a, b = labels", "more things in it than names"),
    "one value unpacked": ("loss, accuracy = 0.5", "A single value arrived where several were expected"),
    "a shape called": ("images.shape()", "A shape is a value already"),
    "a method of lists": ("labels.count(5)", "no method of NumPy arrays"),
    "what sort gives": ("labels.tolist().sort().pop()", "Something is None here"),
    "a whole array as int": ("int(labels)", "A whole array arrived where one number was needed"),
    "if of an array": ("if labels == 1:\n    pass", "Which single answer do you need?"),
    "past the end": ("images[3]", "The last place has the number length - 1."),
    "a misspelled argument": ("np.zeros(3, dtyp=int)", "knows no such argument"),
    "a library that is not there": ("import a_library_that_nobody_has", "not part of this exercise"),
    "the keyboard": ("import sys, io\nsys.stdin = io.StringIO()\ninput()", "asks for keyboard input"),
    "no end": ("return f(images, labels)", "calls itself without an end"),
    "exit": ("import sys\nsys.exit(1)", "ends the whole program"),
}
DRAWN = {
    "bar before image": ("plt.colorbar()", "draw the image first"),
    "tile zero": ("plt.subplot(5, 5, 0)", "counted from 1"),
    "a stack drawn": ("plt.imshow(np.zeros((9, 2, 2)))", "One picture has two axes"),
    "a row of axes": ("plt.subplots(2, 2)[1][0].imshow(images[0])", "one index gives a row"),
}
KERAS = {
    "rank": (
        "ValueError",
        "Argument `output` must have rank (ndim) `target.ndim - 1`. Received: target.shape=(None,), output.shape=(None, 28, 10)",
        "Look at model.output_shape",
    ),
    "one-hot wanted": (
        "ValueError",
        "Arguments `target` and `output` must have the same rank (ndim). Received: target.shape=(None,), output.shape=(None, 10)",
        "The output of the network and the labels do not fit together",
    ),
    "shape of the target": (
        "ValueError",
        "Arguments `target` and `output` must have the same shape. Received: target.shape=(None, 1), output.shape=(None, 10)",
        "ten numbers for each label",
    ),
    "not compiled": ("ValueError", "You must call `compile()` before using the model.", "what to minimise"),
    "label too large": (
        "InvalidArgumentError",
        "{{function_node __wrapped__x}} Received a label value of 9 which is outside the valid range of [0, 1).  Label values: 9 3",
        "How many classes are there?",
    ),
    "cardinality": (
        "ValueError",
        "Data cardinality is ambiguous. Make sure all arrays contain the same number of samples.'x' sizes: 3\n'y' sizes: 2\n",
        "not as many labels as images",
    ),
    "loss by name": (
        "ValueError",
        "Could not interpret loss identifier: sparse_crossentropy",
        "Keras knows nothing by that name",
    ),
    "optimizer class": (
        "ValueError",
        "Could not interpret optimizer identifier: <class 'Adam'>",
        "a class where an object is needed",
    ),
    "a class as layer": (
        "ValueError",
        "Only instances of `keras.Layer` can be added to a Sequential model. Received: <class 'Flatten'> (of type <class 'type'>)",
        "Is there a class without parentheses in it?",
    ),
    "input of another shape": (
        "ValueError",
        'Exception encountered when calling Sequential.call().\n\n\x1b[1mInvalid input shape for input Tensor("x:0"). Expected shape '
        "(None, 784), but input has incompatible shape (None, 28, 28)\x1b[0m",
        "Look at the shape of one image".lower(),
    ),
    "layer input": (
        "ValueError",
        'Input 0 of layer "dense" is incompatible with the layer: expected axis -1 of input shape to have value 784',
        "what the first layer expects",
    ),
    "the output compiled": ("AttributeError", "'KerasTensor' object has no attribute 'compile'", "not the network"),
    "a pair for one": ("ValueError", "None values not supported.", "as two NumPy arrays"),
    "lists": ("ValueError", "Unrecognized data type: x=[[0.0]] (of type <class 'list'>)", "as two NumPy arrays"),
    "nb_epoch": (
        "TypeError",
        "TensorFlowTrainer.fit() got an unexpected keyword argument 'nb_epoch'",
        "a name that has changed",
    ),
}


@pytest.mark.parametrize(("body", "meaning"), REAL.values(), ids=REAL)
def test_what_python_and_numpy_raise_is_explained(body, meaning, monkeypatch):
    monkeypatch.setattr(sys, "stdin", sys.stdin)  # one body puts another in its place
    assert meaning in raised(body)[1].splitlines()[-1]


@pytest.mark.skipif(find_spec("matplotlib") is None, reason="needs Matplotlib")
@pytest.mark.parametrize(("body", "meaning"), DRAWN.values(), ids=DRAWN)
def test_what_matplotlib_raises_is_explained(body, meaning, monkeypatch):
    monkeypatch.setenv("MPLBACKEND", "Agg")
    message = raised(f"import matplotlib.pyplot as plt\n{body}")[1]
    sys.modules["matplotlib.pyplot"].close("all")
    assert meaning in message.splitlines()[-1]


@pytest.mark.parametrize(("kind", "message", "meaning"), KERAS.values(), ids=KERAS)
def test_what_keras_raises_is_explained(kind, message, meaning):
    assert meaning in recorded(kind, message).splitlines()[-1]


def test_a_message_tells_the_call_the_place_and_the_meaning():
    _error, message = raised("x = 1\nreturn images[7]")
    assert message.splitlines() == [
        "f(images, labels) raised IndexError: index 7 is out of bounds for axis 0 with size 3",
        "    mnist.py, line 5: return images[7]",
        "The last place has the number length - 1.",
    ]


def test_an_error_in_a_library_is_shown_where_the_student_called_it():
    error, message = raised("import json\njson.loads('{')")
    assert "    mnist.py, line 5: json.loads('{')" in message.splitlines()
    assert explain.line_of(error) == 5


def test_an_unknown_error_is_told_without_a_guess():
    _error, message = raised("raise LookupError('odd')")
    assert message == "f(images, labels) raised LookupError: odd\n    mnist.py, line 4: raise LookupError('odd')"


def test_an_error_without_a_text_is_told_by_its_name():
    assert raised("raise LookupError")[1].splitlines()[0] == "f(images, labels) raised LookupError"


def test_the_line_that_says_where_keras_was_is_left_out():
    message = recorded(
        "ValueError", "Exception encountered when calling Sequential.call().\n\n\x1b[1mThe kernel is gone.\x1b[0m\n"
    )
    assert message.splitlines()[0] == "f(images, labels) raised ValueError: The kernel is gone."


def test_an_error_while_the_page_is_read_says_so():
    _error, message = raised("return SIZE", preparation="SIZE = 1 / 0\n")
    assert message.splitlines()[0] == "f could not be read: its page raised ZeroDivisionError: division by zero"


# -- names and parameters ---------------------------------------------------------------------------------------------


def test_a_function_that_leans_on_the_page_is_told_what_it_may_use():
    meaning = raised("return train_images / 255")[1].splitlines()[-1]
    assert (
        meaning
        == "train_images is made by another cell of the page. A function may use only what it is handed: f(images, labels)."
    )


def test_a_misspelled_name_is_told():
    assert (
        raised("return imags")[1].splitlines()[-1]
        == "Nothing is called imags here. Is it misspelled, or is its import missing?"
    )


@pytest.mark.parametrize(
    "parameters", ["images", "images, labels, more", "*, images, labels", ""], ids=["one", "three", "named", "none"]
)
def test_a_function_with_other_parameters_is_told_how_it_is_called(parameters):
    page = from_source(f"def f({parameters}):\n    return 1\n", "alice", frozenset({"f"}))
    program = Program({})
    program.answer({"op": "load", "cells": page.find("f").cells})
    reply = program.answer({"op": "call", "function": "f", "arguments": {"images": 1, "labels": 2}})
    message = explain.student_error(StudentError("f(images, labels)", reply, page.find("f")), page, "f", PARAMETERS)
    assert message.splitlines()[-1] == "It is called with 2: f(images, labels). Keep these parameters."


# -- no answer at all -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "detail", "message"),
    [
        (
            "timeout",
            "10",
            "f(x) was stopped after 10 s. Is there a loop that never ends, or much more work than needed?",
        ),
        ("memory", "signal 9", "f(x) ran out of memory. Look at the shapes:"),
        (
            "crashed",
            "exit code 0",
            "f(x) ended the whole Python process (exit code 0). A function hands its result back with return.",
        ),
        ("crashed", "signal 11", "f(x) ended the whole Python process (signal 11)."),
        (
            "crashed",
            "the answer does not belong to the question",
            "f(x) gave no usable answer: the answer does not belong",
        ),
        ("timeout", "10|not tried again", "Not tried: this function was stopped twice already (timeout)."),
        ("timeout", "900|whole submission", "Not tried: the whole submission has used up its 900 s."),
    ],
)
def test_a_call_without_an_answer_is_explained(outcome, detail, message):
    assert explain.lost_call(CallLost(outcome, "f(x)", detail)).startswith(message)


@pytest.mark.parametrize("body", ["raise MemoryError", "np.ones((10**9, 10**6))"], ids=["raised", "asked for"])
def test_an_error_for_lack_of_memory_is_told_apart(body):
    error, _message = raised(body)
    assert explain.is_memory(error)
    assert explain.memory(error).startswith("f(images, labels) ran out of memory.")
    assert not explain.is_memory(raised("raise ValueError")[0])


def test_the_stub_is_told_apart_from_a_library_that_lacks_something():
    assert explain.is_stub(raised("raise NotImplementedError")[0])
    inside = "import selectors\nselectors.BaseSelector.register(None, 1, 2)"
    error, _message = raised(inside)
    assert error.reply["type"] == "NotImplementedError" and not explain.is_stub(error)
