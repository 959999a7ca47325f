"""Exceptions, time-outs and crashes as sentences a beginner can act on."""

import json
import re
import subprocess
import sys
from importlib.util import find_spec

import numpy as np
import pytest

from autograder.content.slicing import Slice
from autograder.content.submission import from_source
from autograder.core.languages import in_language
from autograder.core.records import LostReason
from autograder.expectations.answer import CallLost, StudentError
from autograder.judging import explain
from autograder.sandbox.worker_main import StudentNamespace

PARAMETERS = ["images", "labels"]


def raised(body: str, preparation: str = "") -> tuple[StudentError, str]:
    """What ``f(images, labels)`` with this body really raises, and the whole message."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    source = f"import numpy as np\n{preparation}\ndef f(images, labels):\n{lines}"
    page = from_source(source, "alice", frozenset({"f", "scaled"}), frozenset({"train_images"}), "mnist.py")
    piece = page.find("f")
    program = StudentNamespace({})
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
    "data loaded in a function": (
        "import os\nload_data = os.stat\nload_data('nowhere')",
        "The function gets the data as arguments: use what is passed in f(images, labels), and load nothing.",
    ),
    "a float where a slice ends": ("return labels[: np.round(0.5 * len(labels))]", "/ and np.round give floats"),
    "np.int": ("images.astype(np.int)", "NumPy no longer has its own names"),
    "np.float": ("images.astype(np.float)", "NumPy no longer has its own names"),
    "np.float_": ("np.float_(1)", "np.float64"),
    "np.Inf": ("np.Inf", "np.inf and np.nan"),
    "np.NaN": ("np.NaN", "np.inf and np.nan"),
    "np.alltrue": ("np.alltrue(images)", "np.all"),
    "np.product": ("np.product(images)", "np.prod"),
    "np.in1d": ("np.in1d(labels, labels)", "np.isin"),
    "Counter of rows": ("from collections import Counter\nCounter(images)", "Its items are whole rows"),
    "in-place division": ("images /= 255", "That array can hold only whole numbers"),
    "too few to unpack": ("a, b, c, d = (1, 2)", "fewer values than names"),
    "too many to unpack": ("a, b = labels", "more values than names"),
    "one value unpacked": ("loss, accuracy = 0.5", "There is a single value where several are expected"),
    "a shape called": ("images.shape()", "A tuple, a shape for example, is a value"),
    "another tuple called": ("train, test = (images, images), (labels, labels)\ntrain(0)", "A tuple, a shape for example, is a value"),
    "stack of other shapes": ("np.stack([images, labels])", "The arrays have different shapes, so they cannot be put together"),
    "concatenation of other shapes": ("np.concatenate([images, labels])", "The arrays have different shapes"),
    "the largest of nothing": ("max([])", "There is nothing to choose from"),
    "the place of the largest of nothing": ("np.argmax(labels[:0])", "There is nothing to choose from"),
    "the largest of an empty array": ("labels[:0].max()", "There is nothing to choose from"),
    "the smallest of NaN": ("np.nanargmin([np.nan, np.nan])", "Everything here is NaN"),
    "NaN as a whole number": ("int(np.nan)", "NaN cannot become a whole number"),
    "a diagonal of one row": ("np.fill_diagonal(labels, 0)", "A matrix with rows and columns is needed here"),
    "more than there are": ("np.random.default_rng(1).choice(3, 5, replace=False)", "More are to be drawn than there are"),
    "a share drawn": ("np.random.default_rng(1).choice(labels, 0.5 * 3)", "A share times a number is a float"),
    "floats counted": ("np.bincount(labels / 2)", "Whole numbers are needed here, but these are floats"),
    "zip of two lengths": ("list(zip(images, labels[:1], strict=True))", "The things that zip walks over have different lengths"),
    "not in a list": ("[1, 2].index(5)", "There is no such item in it"),
    "a format for whole numbers": ("f'{0.5:d}'", "This format does not fit the value"),
    "a text with a sign": ("-'5'", "A sign before a value works on numbers only"),
    "a list as a number": ("float([1])", "float(…) and int(…) take a single number"),
    "a method of lists": ("labels.count(5)", "NumPy arrays have no such method"),
    "what sort gives": ("labels.tolist().sort().pop()", "Something is None here"),
    "a whole array as int": ("int(labels)", "There is a whole array where one number is needed"),
    "if of an array": ("if labels == 1:\n    pass", "Which single answer do you need?"),
    "past the end": ("images[3]", "The last index is length - 1."),
    "a misspelled argument": ("np.zeros(3, dtyp=int)", "no argument with this name"),
    "TensorFlow where it is not installed": (
        "raise ModuleNotFoundError(\"No module named 'tensorflow'\", name='tensorflow')",
        "Write import keras in place of from tensorflow import keras",
    ),
    "another backend that is not installed": ("raise ModuleNotFoundError(\"No module named 'torch'\", name='torch')", "keras.ops for tensors"),
    "a tensor of PyTorch": (
        "raise RuntimeError(\"Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.\")",
        "keras.ops.convert_to_numpy",
    ),
    "an array of JAX": ("raise TypeError('JAX arrays are immutable and do not support in-place item assignment.')", "cannot be changed"),
    "a traced array of JAX": (
        "class TracerArrayConversionError(TypeError):\n    pass\n"
        "raise TracerArrayConversionError('The numpy.ndarray conversion method __array__() was called on traced array')",
        "use keras.ops in place of NumPy",
    ),
    "a library that is not there": ("import a_library_that_nobody_has", "pip install a_library_that_nobody_has"),
    "a library by another name": ("import sklearn_is_not_here", "pip install sklearn_is_not_here"),
    "a part of a library that is not there": ("import json.nothing_here", "Is its name spelled correctly?"),
    "a text divided": ("images / '255'", "a value in quotes is text"),
    "a power by ^": ("images / 2.0 ^ 8", "Write a power with two stars"),
    "a text and a number": ("'label ' + labels[0]", "use str(…)"),
    "a number and a text": ("1 + ' of 3'", "use str(…)"),
    "a NumPy number and a text": ("np.argmax(labels) + ' / '", "use str(…)"),
    "rows counted": ("from collections import Counter\nCounter(images.tolist())", "Its items are whole rows".lower()),
    "a dictionary of single values": ("dict([1, 2])", "pairs of a key and a value"),
    "a length of a number": ("len(5)", "has no length"),
    "too large for its type": ("np.uint8(300)", "hold 0 to 255"),
    "a type that is not there": ("images.astype('flot32')", "no type with this name"),
    "a shape in two arguments": ("np.zeros(3, 4)", "put its lengths in parentheses"),
    "a decimal comma in a text": ("float('1,5')", "a point, not a comma"),
    "a folder that cannot be written": (
        "raise OSError(30, 'Read-only file system', '/tmp/.keras')",
        "No file can be written",
    ),
    "the network": ("raise Exception('URL fetch failure on somewhere: None')", "There is no network here"),
    "the keyboard": ("import sys, io\nsys.stdin = io.StringIO()\ninput()", "asks for keyboard input"),
    "a key of a tuple": ("(1, 2)['train']", "A key in quotes belongs to a dictionary"),
    "rows counted by bincount": ("np.bincount(images)", "Make one long row of it first"),
    "None unpacked": ("a, b = None", "Does the function that you call there return a value?"),
    "None indexed": ("labels.tolist().sort()[0]", "Is a return missing"),
    "None walked through": ("for one in print():\n    pass", "Is a return missing"),
    "None added": ("print() + 1", "Is a return missing"),
    "round brackets on an array": ("images(0)", "use square brackets"),
    "round brackets on a list": ("[1, 2](0)", "use square brackets"),
    "a number called": ("2(3 + 4)", "is an operator missing?"),
    "a method not called": ("labels.max / 2", "the parentheses that call it are missing"),
    "a method indexed": ("images.mean[0]", "the parentheses that call it are missing"),
    "a number indexed": ("(3)[0]", "this is a single value"),
    "a number walked through": ("for one in 25:\n    pass", "did you mean range(…) of it?"),
    "a float as count": ("range(25 / 5)", "// gives a whole number"),
    "a float as place": ("images[3 / 3]", "// gives a whole number"),
    "an array as place of a list": ("[1, 2][labels]", "There is a whole array where one number is needed"),
    "a list divided": ("[1, 2] / 255", "works on NumPy arrays"),
    "one thing missing": ("np.full(3)", "needs one more argument"),
    "one thing too many": ("np.histogram(1, 2, 3, 4, 5, 6, 7)", "more arguments than it accepts"),
    "a name that is gone": ("np.flota(3)", "has nothing with this name"),
    "shape of a pair": ("((images, labels), 1)[0].shape", "Only arrays have this"),
    "a misspelled method": ("(3.5).rund()", "print type(…) of it"),
    "used before it has a value": ("total = total + 1", "gives this name a value only later"),
    "no such key": ("{}['accuracy']", "those of a dictionary, or the columns of a table"),
    "columns dropped like rows": ("raise KeyError(\"['y'] not found in axis\")", "unless you say columns"),
    "texts and numbers sorted": ("sorted(['admin.', float('nan')])", "Values of different kinds have no order"),
    "no such number": ("{7: 1}[2]", "In a Series, a number in square brackets is a label"),
    "no such NumPy number": ("{7: 1}[labels[0]]", "In a Series, a number in square brackets is a label"),
    "divided by nothing": ("1 / 0", "divided by zero"),
    "a dictionary that grows": ("d = {1: 1}\nfor k in d:\n    d[k + 1] = 1", "must not grow or shrink"),
    "an axis that is not there": ("labels.sum(axis=1)", "Axes are counted from 0"),
    "too many indices": ("labels[0, 0]", "more indices than the array has axes"),
    "one index too many": ("labels[0][0]", "Remove one index"),
    "another condition": ("labels[np.array([True, False])]", "the same number of items"),
    "floats as places": ("labels[np.array([0.5])]", "these are floats"),
    "past the end of a list": ("[1, 2][5]", "The last index is length - 1."),
    "another size": ("images.reshape(784)", "exactly as many numbers as the old one"),
    "shapes that do not fit": ("images + labels", "Print both shapes"),
    "into a smaller place": ("images[0] = np.zeros((3, 3))", "a different shape from its target"),
    "parts of unequal length": ("np.array([[1], [1, 2]])", "different lengths"),
    "a text for a number": ("float('seven')", "There is text where a number is needed"),
    "a name to import": ("from collections import Countr", "has nothing with this name"),
    "a file": ("open('nobody/has/this')", "if it needs a file, one of them says where the file is"),
    "no end": ("return f(images, labels)", "calls itself endlessly"),
    "exit": ("import sys\nsys.exit(1)", "ends the whole program"),
}
TABLE = "import pandas as pd\ntable = pd.DataFrame({'age': [30, 41, 52], 'y': ['yes', 'no', 'yes']}, index=[7, 3, 9])\nother = table.reset_index(drop=True)\n"
PANDAS = {  # what beginners of tables meet
    "if of a column": ("if table['y'] == 'yes':\n    return 1", "gives one answer for each row"),
    "and of two columns": ("return (table['y'] == 'yes') and (table['age'] > 40)", "put parentheses around each comparison"),
    "no parentheses": ("return table['y'] == 'yes' | table['age'] > 40", "Put parentheses around each comparison"),
    "the mean of texts": ("return table['y'].mean()", "This cannot be calculated from texts"),
    "the mean of texts by group": ("return table.groupby('age')['y'].mean()", "This cannot be calculated from texts"),
    "the mean of all columns": ("return table.mean()", "take the columns of numbers only"),
    "two indices": ("return table[:, 0]", ".loc[row, column] takes labels"),
    "rows of another length": ("return pd.DataFrame([[1, 2], [3, 4, 5]], columns=['a', 'b'])", "another number of values than there are names"),
    "a column of another length": ("table['z'] = [1, 2]", "one value for each row of the table"),
    "columns with other labels compared": ("return table['age'] == other['age']", "The rows of the two have different labels"),
    "the condition of another table": ("return table.loc[other['y'] == 'yes']", "Is the condition made from another table?"),
    "a condition of another length": ("return table[[True, False]]", "one answer for each row"),
    "a place that is not there": ("return table.iloc[3]", "The last index is length - 1"),
    "labels that occur twice": ("return pd.Series([1, 2], index=[0, 0]).reindex([0, 1])", "Several rows have the same label"),
    "texts as numbers": ("return pd.to_numeric(table['y'])", "There is text where a number is needed"),
    "holes as whole numbers": ("return pd.Series([1, None]).astype(int)", "NaN cannot become a whole number"),
    "a column as one number": ("return float(table['age'])", "is it a whole column, or None?"),
    "a table called": ("return table('age')", "use square brackets"),
    "the wrong separator": ("import io\nreturn pd.read_csv(io.StringIO('a;b\\n1;2\\n3,4;5,6'))", "Which character separates the columns?"),
}
DRAWN = {
    "methods instead of numbers": (
        "c = dict(zip([1], [2]))\nplt.bar(c.keys, c.values)",
        "are the parentheses of a method missing?",
    ),
    "bar before image": ("plt.colorbar()", "draw the image first"),
    "tile zero": ("plt.subplot(5, 5, 0)", "counted from 1"),
    "a stack drawn": ("plt.imshow(np.zeros((9, 2, 2)))", "An image has two axes"),
    "no image to tell": ("fig = plt.figure()\nfig.colorbar(plt.cm.ScalarMappable())", "which axes it belongs to"),
    "unequal lengths": ("plt.plot([1, 2], [1, 2, 3])", "their numbers differ"),
    "heights missing": ("plt.bar(labels)", "needs one more argument"),
    "bars of other lengths": ("plt.bar([1, 2], [1, 2, 3])", "Print both shapes"),
    "a colour map": ("plt.imshow(images[0], cmap='grayy')", "no colour map with this name"),
    "a text drawn": ("plt.imshow('seven')", "imshow draws an array of numbers"),
    "a misspelled setting": ("plt.plot([1], [1], colour='red')", "Look for a typing mistake"),
    "a row of axes": ("plt.subplots(2, 2)[1][0].imshow(images[0])", "one index gives a whole row"),
}
GOOD = "layers.Flatten(), layers.Dense(128, activation='relu'), layers.Dense(10, activation='softmax')"
KERAS = {
    "no Flatten": ("fit(layers.Dense(128), layers.Dense(10))", "Look at model.output_shape"),
    "one-hot wanted": (f"fit({GOOD}, loss='categorical_crossentropy')", "which loss and metrics go with labels that are single"),
    "tf on a step": ("import tensorflow as tf\ntf.nn.relu(keras.Input((784,)))", "in keras.ops"),
    "a package that a part of Keras needs": (
        "class TBNotInstalledError(ImportError): pass\nraise TBNotInstalledError('TensorBoard is not installed')",
        "Install it with pip",
    ),
    "NumPy on a step": ("np.maximum(keras.Input((784,)), 0)", "in keras.ops"),
    "binary": (f"fit({GOOD}, loss='binary_crossentropy')", "which loss and metrics go with labels that are single"),
    "mean square": (f"fit({GOOD}, loss='mse')", "Is it the loss or the metric that compares them?"),
    "a metric of equality": (f"fit({GOOD}, metrics=[keras.metrics.Accuracy()])", "Is it the loss or the metric"),
    "one-hot labels": (f"compiled({GOOD}).fit(x, np.eye(10)[y])", "Each of these labels is a row of numbers"),
    "one output": ("fit(layers.Flatten(), layers.Dense(1, activation='softmax'))", "How many classes are there?"),
    "layers without their module": ("keras.Dense(10)", "Layers are in keras.layers"),
    "not compiled": ("keras.Sequential([layers.Flatten()]).fit(x, y)", "what to minimise"),
    "not as many": (f"compiled({GOOD}).fit(x, y[:3])", "The numbers of labels and images differ"),
    "loss by name": (f"fit({GOOD}, loss='sparse_crossentropy')", "Keras has nothing with this name"),
    "optimizer by name": (f"fit({GOOD}, optimizer='adamm')", "Keras has nothing with this name"),
    "optimizer as class": (f"fit({GOOD}, optimizer=keras.optimizers.Adam)", "a class where an object is needed"),
    "metric by name": (f"fit({GOOD}, metrics=['acuracy'])", "Keras has nothing with this name"),
    "activation by name": ("layers.Dense(10, activation='rellu')", "Keras has nothing with this name"),
    "metrics without a list": (f"fit({GOOD}, metrics='accuracy')", "put it in square brackets"),
    "metric for metrics": (f"keras.Sequential([{GOOD}]).compile(metric=['accuracy'])", "a name that has changed"),
    "lr": ("keras.optimizers.Adam(lr=0.1)", "learning_rate"),
    "lr of an optimizer": ("keras.optimizers.Adam().lr", "optimizer.learning_rate"),
    "predict_classes": (f"compiled({GOOD}).predict_classes(x)", "the position of the largest one in each row"),
    "predict_proba": (f"compiled({GOOD}).predict_proba(x)", "predict gives the probabilities"),
    "fit_generator": (f"compiled({GOOD}).fit_generator(x)", "fit, evaluate and predict accept arrays"),
    "predict_generator": (f"compiled({GOOD}).predict_generator(x)", "fit, evaluate and predict accept arrays"),
    "evaluate_generator": (f"compiled({GOOD}).evaluate_generator(x)", "fit, evaluate and predict accept arrays"),
    "reset_states": (f"compiled({GOOD}).reset_states()", "reset_states was removed"),
    "np_utils": ("from keras.utils import np_utils", "keras.utils.to_categorical"),
    "np_utils imported": ("import keras.utils.np_utils", "keras.utils.to_categorical"),
    "np_utils as a name": ("keras.utils.np_utils.to_categorical(y)", "keras.utils.to_categorical"),
    "preprocessing": ("from keras.preprocessing.text import Tokenizer", "keras.preprocessing was removed"),
    "generator of images": ("keras.preprocessing.image.ImageDataGenerator()", "keras.preprocessing was removed"),
    "wrappers": ("from keras.wrappers.scikit_learn import KerasClassifier", "keras.wrappers was removed"),
    "engine": ("from keras.engine import Layer", "an internal part of an old Keras"),
    "small optimizer": ("keras.optimizers.adam()", "classes with a capital letter"),
    "adam_v2": ("from keras.optimizers import adam_v2", "classes with a capital letter"),
    "backend": ("keras.backend.mean(x)", "keras.ops"),
    "CuDNN": ("layers.CuDNNLSTM(3)", "removed from Keras"),
    "nb_epoch": (f"compiled({GOOD}).fit(x, y, nb_epoch=2)", "now called epochs"),
    "workers": (f"compiled({GOOD}).fit(x, y, workers=2)", "Leave it out"),
    "reset_metrics": (f"compiled({GOOD}).train_on_batch(x, y, reset_metrics=False)", "Leave it out"),
    "acc": (f"compiled({GOOD}).fit(x, y, verbose=0).history['acc']", 'with metrics=["accuracy"] it is accuracy'),
    "another argument": ("keras.optimizers.Adam(speed=0.1)", "no argument with this name"),
    "a class as layer": ("keras.Sequential([layers.Flatten])", "Is there a class without parentheses in it?"),
    "layers without a list": (f"keras.Sequential({GOOD})", "Sequential takes one list"),
    "two layers without a list": ("keras.Sequential(layers.Flatten(), layers.Dense(10))", "Sequential takes one list"),
    "no units": ("layers.Dense(activation='relu')", "needs one more argument"),
    "half a unit": ("layers.Dense(12.5)", "a whole number above 0"),
    "flat input": ("fit(layers.Input((784,)), layers.Dense(10))", "the shape of one image"),
    "all images as one": ("fit(layers.Input((60000, 28, 28)), layers.Flatten())", "the shape of one image"),
    "the output compiled": ("layers.Dense(3)(keras.Input((3,))).compile()", "not the network"),
    "a pair for two": (f"compiled({GOOD}).evaluate((x, y))", "Pass them as two"),
    "no labels": (f"compiled({GOOD}).fit(x)", "as two NumPy arrays"),
    "lists": (f"compiled({GOOD}).fit(x.tolist(), y.tolist())", "as two NumPy arrays"),
    "labels as texts": (f"compiled({GOOD}).fit(x, y.astype(str))", "There is text where Keras expects numbers"),
    "a number as shape": ("layers.Input('784')", "With a single number it needs a comma"),
    "nothing predicted": ("keras.ops.convert_to_tensor(None)", "Something is None here"),
    "epochs as text": (f"compiled({GOOD}).fit(x, y, epochs='5')", "A whole number is needed"),
    "one image": (
        f"model = compiled({GOOD})\nmodel.predict(x)\nmodel.predict(x[0])",
        "images[:1] instead of images[0]",
    ),
    "the History indexed": (f"fit({GOOD})['accuracy']", "its dictionary named history"),
    "another key": (f"fit({GOOD}).history['losses']", "Print list(….keys()) of it"),
    "the loss alone": (f"loss, accuracy = compiled({GOOD}, metrics=None).evaluate(x, y)", "when you compiled the model?"),
    "an internal module": ("import keras.layers.core", "all layers are in keras.layers"),
    "an internal module of TensorFlow's": (
        "from tensorflow.keras.layers.core import Dense",
        "all layers are in keras.layers",
    ),
    "the engine": ("keras.engine", "Keras no longer has this internal module"),
    "np_utils as a module": ("import keras.utils.np_utils", "keras.utils.to_categorical"),
    "a wrapper": ("import keras.wrappers.scikit_learn", "was removed from Keras"),
    "an old layer": ("from keras.layers import Merge", "This was removed from Keras"),
    "a session": ("import tensorflow as tf\ntf.Session()", "Keras needs no session"),
    "predictions with labels": (f"compiled({GOOD}).predict(x) - y", "Print both shapes"),
}
IN_KERAS = """
import numpy as np, keras, os
from keras import layers
keras.utils.disable_interactive_logging()
x, y = np.zeros((8, 28, 28), "float32"), np.arange(8)

def compiled(*parts, optimizer="adam", loss="sparse_categorical_crossentropy", metrics=("accuracy",)):
    model = keras.Sequential(list(parts))
    metrics = list(metrics) if isinstance(metrics, tuple) else metrics
    model.compile(optimizer=optimizer, loss=loss, metrics=metrics)
    return model

def fit(*parts, **settings):
    return compiled(*parts, **settings).fit(x, y)
"""
ASK = """
import json, sys
from autograder.sandbox.worker_main import StudentNamespace
source, names = json.load(sys.stdin)
program = StudentNamespace({})
exec(compile(source, "mnist.py", "exec"), program.namespace)
program.files.add("mnist.py")
replies = [program.answer({"op": "call", "function": name, "arguments": {}}) for name in names]
for reply in replies:
    reply.pop("value", None)
print("\\n" + json.dumps(replies))
"""


@pytest.fixture(scope="module")
def keras_said() -> dict[str, str]:
    """What Keras and TensorFlow really raise, and what is made of it; all of them in one process."""
    names = [f"f{number}" for number in range(len(KERAS))]
    source = IN_KERAS
    for name, (body, _meaning) in zip(names, KERAS.values(), strict=True):
        source += f"\ndef {name}():\n" + "".join(f"    {line}\n" for line in body.splitlines())
    done = subprocess.run(
        [sys.executable, "-c", ASK], input=json.dumps([source, names]), capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr[-2000:]
    page = from_source(source, "alice", frozenset(names), label="mnist.py")
    replies = json.loads(done.stdout.splitlines()[-1])
    return {
        what: explain.student_error(StudentError("f()", reply, page.find(name)), page, name, [])
        if reply["status"] == "raised"
        else "nothing was raised"
        for what, name, reply in zip(KERAS, names, replies, strict=True)
    }


def test_the_labels_of_a_batch_are_left_out():
    """They are drawn: the same mistake would leave other evidence each time."""
    message = "Received a label value of 1 which is outside the valid range of [0, 1).  Label values: 1 0 0 1 0\n\t [[{{node a/b}}]]"
    error = StudentError("f()", {"type": "InvalidArgumentError", "message": message}, None)
    assert error.first_line == "Received a label value of 1 which is outside the valid range of [0, 1)."


@pytest.mark.parametrize(("body", "meaning"), REAL.values(), ids=REAL)
def test_what_python_and_numpy_raise_is_explained(body, meaning, monkeypatch):
    monkeypatch.setattr(sys, "stdin", sys.stdin)  # one body puts another in its place
    assert meaning in raised(body)[1].splitlines()[-1]


@pytest.mark.skipif(find_spec("matplotlib") is None, reason="needs Matplotlib")
@pytest.mark.parametrize(("body", "meaning"), PANDAS.values(), ids=PANDAS)
def test_what_pandas_raises_is_explained(body, meaning):
    pytest.importorskip("pandas")
    text = raised(body, TABLE)[1]
    assert meaning in text, text


@pytest.mark.parametrize(("body", "meaning"), DRAWN.values(), ids=DRAWN)
def test_what_matplotlib_raises_is_explained(body, meaning, monkeypatch):
    monkeypatch.setenv("MPLBACKEND", "Agg")
    message = raised(f"import matplotlib.pyplot as plt\n{body}")[1]
    sys.modules["matplotlib.pyplot"].close("all")
    assert meaning in message.splitlines()[-1]


@pytest.mark.keras
@pytest.mark.parametrize("what", KERAS)
def test_what_keras_raises_is_explained(keras_said, what):
    lines = keras_said[what].splitlines()
    assert KERAS[what][1] in lines[-1]
    assert "Graph execution" not in lines[0] and "encountered when calling" not in lines[0]
    assert lines[1].startswith("    mnist.py, line ")


def test_a_message_tells_the_call_the_place_and_the_meaning():
    _error, message = raised("x = 1\nreturn images[7]")
    assert message.splitlines() == [
        "f(images, labels) raised IndexError: index 7 is out of bounds for axis 0 with size 3",
        "    mnist.py, line 5: return images[7]",
        "The last index is length - 1.",
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


def test_of_a_very_long_text_the_end_is_kept_too():
    """TensorFlow tells a long way first, and what was wrong at its end."""
    body = "raise ValueError('Graph execution error:\\n' + '  File \"x\"\\n' * 9000 + 'What was wrong.')"
    error, message = raised(body)
    assert len(error.reply["message"]) <= 4001
    assert message.splitlines()[0] == "f(images, labels) raised ValueError: What was wrong."


def test_an_error_while_the_page_is_read_says_so():
    _error, message = raised("return SIZE", preparation="SIZE = 1 / 0\n")
    assert message.splitlines()[0] == "f could not be read: its page raised ZeroDivisionError: division by zero"


# -- names and parameters ---------------------------------------------------------------------------------------------


def test_a_function_that_leans_on_the_page_is_told_what_it_may_use():
    meaning = raised("return train_images / 255")[1].splitlines()[-1]
    assert (
        meaning
        == "train_images is defined in another cell of the page. A function may use only its arguments: f(images, labels)."
    )


def test_a_misspelled_name_is_told():
    assert (
        raised("return imags")[1].splitlines()[-1]
        == "There is no variable or function named imags here. Is it misspelled, or is its import missing?"
    )


@pytest.mark.parametrize(
    "parameters", ["images", "images, labels, more", "*, images, labels", ""], ids=["one", "three", "named", "none"]
)
def test_a_function_with_other_parameters_is_told_how_it_is_called(parameters):
    page = from_source(f"def f({parameters}):\n    return 1\n", "alice", frozenset({"f"}))
    program = StudentNamespace({})
    program.answer({"op": "load", "cells": page.find("f").cells})
    reply = program.answer({"op": "call", "function": "f", "arguments": {"images": 1, "labels": 2}})
    message = explain.student_error(StudentError("f(images, labels)", reply, page.find("f")), page, "f", PARAMETERS)
    assert message.splitlines()[-1] == "It is called with 2: f(images, labels). Keep these parameters."


# -- no answer at all -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "detail", "reason", "message"),
    [
        (
            "timeout",
            "10",
            LostReason.TIME,
            "f(x) was stopped after 10 s. Is there a loop that never ends, or much more work than needed?",
        ),
        ("memory", "signal 9", LostReason.MEMORY, "f(x) ran out of memory. Is there an endless loop"),
        (
            "crashed",
            "exit code 0",
            LostReason.ENDED,
            "f(x) ended the whole Python process (exit code 0). A function gives its result back with return.",
        ),
        ("crashed", "signal 11", LostReason.ENDED, "f(x) ended the whole Python process (signal 11)."),
        (
            "crashed",
            "the answer does not belong to the request",
            LostReason.UNUSABLE,
            "f(x) gave no usable answer: the answer does not belong",
        ),
        ("timeout", "10", LostReason.NOT_TRIED_AGAIN, "Not tried: this function was already stopped twice (timeout)."),
        ("timeout", "10", LostReason.MODEL_GONE, "Not tried: the process that held this model was stopped (timeout)."),
        ("timeout", "900", LostReason.SUBMISSION_TIME, "Not tried: the whole submission has used up its 900 s."),
    ],
)
def test_a_call_without_an_answer_is_explained(outcome, detail, reason, message):
    assert explain.lost_call(CallLost(outcome, "f(x)", detail, reason)).startswith(message)


PYTORCH = "[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 24084480000 bytes."
JAX = "RESOURCE_EXHAUSTED: Out of memory allocating 24084480000 bytes."


@pytest.mark.parametrize(
    "body",
    ["raise MemoryError", "np.ones((10**9, 10**6))", f"raise RuntimeError({PYTORCH!r})", f"raise RuntimeError({JAX!r})"],
    ids=["raised", "asked for", "PyTorch", "JAX"],
)
def test_an_error_for_lack_of_memory_is_told_apart(body):
    error, _message = raised(body)
    assert explain.is_memory(error)
    assert explain.memory(error).startswith("f(images, labels) ran out of memory.")
    assert not explain.is_memory(raised("raise ValueError")[0])


def test_the_stub_is_told_apart_from_a_library_that_lacks_something():
    assert explain.stub_reached(raised("raise NotImplementedError")[0]) == "f"
    inside = "import selectors\nselectors.BaseSelector.register(None, 1, 2)"
    error, _message = raised(inside)
    assert error.reply["type"] == "NotImplementedError" and explain.stub_reached(error) == ""


def test_the_stub_of_another_exercise_is_named():
    """The function itself is written, and its author must not look for a fault in it."""
    other = "def scaled(images):\n    raise NotImplementedError\n"
    error, message = raised("return scaled(images)", other)
    assert explain.stub_reached(error) == "scaled"
    assert message.endswith("f calls scaled, which is not written yet. Write scaled first, or do its work here.")


@pytest.mark.parametrize("reason", [LostReason.NOT_TRIED_AGAIN, LostReason.MODEL_GONE, LostReason.OBJECT_GONE])
def test_how_a_process_was_stopped_is_in_the_readers_language(reason):
    said = [explain.lost_call(CallLost(outcome, "f()", "4", reason)) for outcome in ("timeout", "memory", "crashed")]
    assert ["(timeout)." in said[0], "(memory)." in said[1], "(crashed)." in said[2]] == [True] * 3
    assert not any(re.search("[a-z]", in_language(one, "ko")) for one in said)
