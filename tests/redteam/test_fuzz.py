"""Whatever comes from outside may be nonsense: notebooks, scripts, objects, descriptions. It is refused in words that
are ours, and never by an unexpected exception. (The wire's own decoder is fuzzed in ``test_wire``.)"""

import copy
import json
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from mnist_words import COUNTING, LabelledGrid, OnePixelHistory, OnePixelTraining

from autograder.content import integrity, page
from autograder.content.submission import Submission
from autograder.core.faults import Unreadable
from autograder.expectations import Answer, Failure, expect
from autograder.expectations.network import Network
from autograder.judging.model_answers import ModelAnswer
from autograder.transport import wire
from autograder.transport.wire import Described
from autograder.values import describe

MANY = settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

# -- pages ------------------------------------------------------------------------------------------------------------

scalars = some.none() | some.booleans() | some.integers(-3, 10**6) | some.floats() | some.text(max_size=20)
nonsense = some.recursive(
    scalars,
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
LINES = (
    "import numpy as np", "from x import *", "def f(a, b=g):", "    return a + b", "f = lambda: f", "x = x + 1", "class f: pass",
    "%matplotlib inline", "!ls", "%%bash", "if __name__ == '__main__':", "    f()", "@f", "del f", "global f", "f(", ")", '"""',
    "for f in f: pass", "with f as f: pass", "f.a[0] = f", "model.fit(f)", "[f for f in f]", "async def f(): await f",
    "from __future__ import annotations", "# %%", "\x00", "\ud800", "match f:\n    case f: pass", "try:\n    f\nexcept* f: pass",
)  # fmt: skip
code = some.lists(some.sampled_from(LINES) | some.text(max_size=15), max_size=8).map("\n".join)
cell = some.fixed_dictionaries(
    {},
    optional={
        "cell_type": some.sampled_from(["code", "markdown", "raw", "x"]) | scalars,
        "source": code | some.lists(code, max_size=3) | nonsense,
        "input": code,
        "metadata": nonsense,
        "outputs": nonsense,
        "id": scalars,
    },
)
notebooks = some.fixed_dictionaries(
    {},
    optional={
        "cells": some.lists(cell | nonsense, max_size=6) | nonsense,
        "worksheets": some.lists(
            some.fixed_dictionaries({"cells": some.lists(cell, max_size=3)}) | nonsense, max_size=2
        ),
        "metadata": nonsense,
        "nbformat": scalars,
    },
)


def read_whole(data: bytes, name: str) -> None:
    """All that the judge does with a page before any of it runs."""
    try:
        content = page.parse(data, name)
    except Unreadable as error:
        assert name in str(error)
        return
    handed = Submission("somebody", content, "", frozenset({"f", "g"}), frozenset({"x"}))
    for function in ("f", "g", "missing"):
        found = handed.find(function)
        wire.encode(found.cells if found else str(handed.missing(function)))  # a message does not leave this process
    integrity.of_page(content)


@MANY
@given(notebooks | nonsense)
def test_no_notebook_does_harm(content):
    read_whole(json.dumps(content).encode(), "mnist.ipynb")


@MANY
@given(code)
def test_no_script_does_harm(source):
    read_whole(source.encode("utf-8", "surrogatepass"), "mnist.py")


@MANY
@given(some.binary(max_size=100), some.sampled_from(["mnist.py", "mnist.ipynb"]))
def test_no_bytes_do_harm(data, name):
    read_whole(data, name)


# -- objects, in the worker -------------------------------------------------------------------------------------------


class Refused(Exception):
    pass


class Odd:
    """An object of which every question is answered by an exception: it is the student's, and told as such."""

    def __getattr__(self, name):
        raise Refused(name)

    def _raises(self, *_arguments):
        raise Refused

    __len__ = __iter__ = __repr__ = __str__ = __eq__ = __bool__ = __float__ = __int__ = __array__ = __hash__ = _raises


class OddDict(dict):
    items = keys = values = __iter__ = __len__ = Odd._raises


class OddList(list):
    __iter__ = __len__ = __getitem__ = Odd._raises


class OddArray(np.ndarray):
    __len__ = __getitem__ = astype = tolist = __array_finalize__ = Odd._raises


HELD = np.empty(1, object)
HELD[0] = Odd()
ODD = [
    Odd(), Odd, OddDict(a=1), OddList([1]), len, ..., NotImplemented, 1j, 10**100, -0.0, b"x" * 100, "\ud800", range(5),
    np.float16("nan"), np.datetime64("now"), np.datetime64("NaT"), np.zeros(2, "m8[25s]"), HELD, np.array("text"), np.zeros((0, 3)), np.zeros((2,) * 20),
    np.ma.masked_all(3), np.array([(1, 2.0)], "i4,f8"), memoryview(b"x"), iter([1]), (number for number in range(3)), {1: {2: {3: Odd()}}},
    np.float64(1).reshape(1)[0], np.bool_(True), bytearray(3), frozenset({1}), type("Named" * 100, (), {})(),
    type("Lost", (), {"__module__": None})(), Exception(Odd()),
]  # fmt: skip
places = some.recursive(  # in ODD: the objects themselves cannot even be printed
    some.integers(0, len(ODD) - 1).map(lambda place: ("odd", place)) | scalars.map(lambda value: ("plain", value)),
    lambda inner: some.tuples(some.sampled_from(["list", "tuple", "dict"]), some.lists(inner, max_size=3)),
    max_leaves=8,
)


def built(kind: str, content: object) -> object:
    if kind == "odd":
        return ODD[content]
    if kind == "plain":
        return content
    parts = [built(*part) for part in content]
    return {"list": list, "tuple": tuple, "dict": lambda all_: dict(enumerate(all_))}[kind](parts)


@pytest.mark.parametrize("place", range(len(ODD)))
def test_each_odd_object_becomes_plain_data_or_is_refused(place):
    _told(ODD[place])


@MANY
@given(places)
def test_any_object_becomes_plain_data_or_is_refused(place):
    _told(built(*place))


def _told(thing: object) -> None:
    try:
        message = b"".join(wire.encode(describe(thing)))
    except (wire.ProtocolError, Refused):
        return
    wire.decode(message)


# -- descriptions, in the judge ---------------------------------------------------------------------------------------

IMAGES = np.random.default_rng(1).random((3, 4, 3))
LABELS = np.array([1, 0, 2])
NETWORK = Network.random((4, 3), [5, 3], np.random.default_rng(2))
LAYERS = [
    {"class_name": "Dense", "units": units, "activation": name, "trainable": True, "rate": None, "output_shape": None}
    for units, name in ((5, "relu"), (3, "softmax"))
]
STOP = {
    "class_name": "EarlyStopping", "kind": "EarlyStopping", "settings": {"patience": 3}, "stopped": 2, "restored": 1,
    "rates": [(1, "after", 0.1, 0.01)], "saved": [1], "times": {"rates": 1, "saved": 1},
}  # fmt: skip
TRAINING = {"ran": 2, "asked": 9, "number": 1, "of": 1, "given": 1, "callbacks": [STOP]}
MODEL = {
    "class_name": "Sequential", "built": True, "input_shape": (None, 4, 3), "output_shape": (None, 3), "layers": LAYERS,
    "weights": NETWORK.weights(), "trainable": 83, "total": 83, "compiled": True, "metrics": ["accuracy"],
    "loss": {"name": "sparse_categorical_crossentropy", "from_logits": False},
    "optimizer": {
        "name": "Adam", "learning_rate": 0.001, "iterations": 0, "betas": list(COUNTING),
        "moments": {"means": NETWORK.weights(), "squares": NETWORK.weights()},
    },
    "types": ["float32"], "ordinary": True, "record": {"history": {"loss": [1.0]}, "epochs": [0], "steps": 1, "training": TRAINING},
}  # fmt: skip
replies = (
    scalars
    | some.lists(scalars, max_size=3)
    | some.dictionaries(some.sampled_from(["loss", "metrics", "a"]), scalars, max_size=3)
    | some.sampled_from(
        [np.zeros((3, 3)), np.zeros(3), np.full((3, 3), np.nan), np.zeros((0, 3)), Described("opaque", "x", None)]
    )
)


def damaged(original: object, data, hits: int = 2) -> object:
    """A copy with a few of its parts replaced by something else, or taken out."""
    content = copy.deepcopy(original)
    for _ in range(data.draw(some.integers(1, hits))):
        owner, place = content, None
        while isinstance(owner, (dict, list)) and owner:
            keys = sorted(owner, key=str) if isinstance(owner, dict) else range(len(owner))
            place = data.draw(some.sampled_from(list(keys)))
            if not isinstance(owner[place], (dict, list)) or not owner[place] or data.draw(some.booleans()):
                break
            owner = owner[place]
        if place is None:
            return data.draw(replies)
        if data.draw(some.integers(0, 4)):
            owner[place] = data.draw(replies)
        else:
            del owner[place]
    return content


def spoken(*words) -> None:
    """Each word passes or says no; it has no third way."""
    for word in words:
        try:
            word()
        except Failure as failure:
            assert isinstance(failure.message, str) and failure.message


@MANY
@given(some.data())
def test_no_description_of_a_model_does_harm(data):
    content = damaged(MODEL, data)
    answers = {name: data.draw(replies) for name in ("outputs", "outputs_with", "score", "steps", "moves", "fit")}
    answers["outputs"] = [data.draw(replies)] if data.draw(some.booleans()) else [NETWORK.outputs(IMAGES)]

    def ask(_model, request: dict, _what: str) -> object:
        return content if request["action"] == "describe" else answers[request["action"]]

    session = SimpleNamespace(seed=1, secret=1, levels=set(), without=frozenset(), trainings=SimpleNamespace(accuracy=lambda *_a, **_s: 0.5))
    connection = SimpleNamespace(ask_model=ask, newest=None, session=session, libraries=())
    answer = ModelAnswer("build_model()", Described("model", "Sequential", content), connection=connection, handle=0)
    if data.draw(some.booleans()):
        connection.newest = answer
    lessons = (IMAGES, LABELS)
    spoken(
        lambda: expect(answer).is_a_model().takes_and_gives(IMAGES, 3),
        lambda: expect(answer).is_a_model().has_dense_layers([5, 3], IMAGES),
        lambda: expect(answer).is_a_model().computes(IMAGES, "relu"),
        lambda: expect(answer).is_a_model().gives_probabilities(IMAGES),
        lambda: expect(answer).is_a_model().is_compiled(),
        lambda: expect(answer).is_a_model().minimises_cross_entropy(IMAGES, LABELS),
        lambda: expect(answer).is_a_model().uses_optimizer("adam", IMAGES, 1e-4, 1e-2),
        lambda: expect(answer).is_a_model().reports_accuracy(IMAGES, LABELS),
        lambda: expect(answer).is_a_model().is_untrained(IMAGES, LABELS, 0.5),
        lambda: expect(answer).is_a_model().reads(IMAGES, LABELS, 0.5),
        lambda: expect(answer).is_a_model().learns_to_read(lessons, lessons, 1, 2, 0.5, published=IMAGES),
    )


@MANY
@given(some.data())
def test_no_lesson_does_harm(data):
    arguments = {"model": Described("model", "Sequential", damaged(MODEL, data))}
    history = damaged({"history": {"loss": [1.0, 0.5]}, "epochs": [0, 1], "steps": 1, "training": TRAINING}, data)
    answer = Answer("train(model)", Described("history", "History", history), arguments=arguments)
    spoken(
        lambda: expect(answer).is_a(OnePixelHistory).is_a_training_of(2),
        lambda: expect(answer).is_a(OnePixelTraining).moved(),
        lambda: expect(answer).is_a(OnePixelTraining).used_images(3),
        lambda: expect(answer).is_a(OnePixelTraining).learned_pairs(LABELS),
        lambda: expect(answer).is_a(OnePixelHistory).is_a_training_of(3, (answer, 2)),
        lambda: expect(answer).is_a(OnePixelTraining).took_images_as_they_are(),
        lambda: expect(answer).is_a(OnePixelTraining).saw_each_image(2),
        lambda: expect(answer).changed_the_model().kept_its_optimizer("Adam"),
        lambda: expect(answer).changed_the_model().reads(IMAGES, LABELS, at_least=0.5),
        lambda: expect(answer).leaves_the_model_alone(NETWORK),
    )


@pytest.fixture(scope="module")
def drawn():
    """Descriptions of a grid of pictures with labels and a colour bar, and of two bar charts."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    grid, axes = plt.subplots(1, 3)
    for ax, image, label in zip(axes, IMAGES, LABELS, strict=True):
        shown = ax.imshow(image)
        ax.set(xticks=[], yticks=[], xlabel=f"{label} / {label}")
    grid.colorbar(shown)
    bars, axes = plt.subplots(1, 2)
    for ax in axes:
        ax.bar(range(3), [3, 1, 2])
    found = [describe(figure).content for figure in (grid, bars)]
    plt.close("all")
    return found


@MANY
@given(some.data())
def test_no_description_of_a_figure_does_harm(drawn, data):
    content = damaged(data.draw(some.sampled_from(drawn)), data, hits=3)
    answer = Answer("draw(images)", Described("figure", "Figure", content))
    counts = {0: 3, 1: 1, 2: 2}
    spoken(
        lambda: expect(answer).is_a_figure().is_a_grid(1, 3),
        lambda: expect(answer).is_a_figure().shows_in_order(IMAGES, 3),
        lambda: expect(answer).is_a_figure().shows_upright(IMAGES, 3),
        lambda: expect(answer).is_a(LabelledGrid).has_labels(LABELS),
        lambda: expect(answer).is_a(LabelledGrid).labels_stand_under(3),
        lambda: expect(answer).is_a(LabelledGrid).has_predictions(LABELS),
        lambda: expect(answer).is_a(LabelledGrid).has_truths(LABELS),
        lambda: expect(answer).is_a_figure().has_no_ticks(),
        lambda: expect(answer).is_a_figure().has_a_colour_bar(),
        lambda: expect(answer).is_a_figure().bar_shows(IMAGES[0]),
        lambda: expect(answer).is_a_figure().draws_counts(counts, "label"),
        lambda: expect(answer).is_a_figure().shows_both(counts, counts),
    )
