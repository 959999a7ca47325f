"""When are two pieces of evidence the same? The pure part of the diagnosis."""

import json
import math

import numpy as np
import pytest

from autograder.diagnose import _alike, _match, _refuted, plain


def alike(one: object, other: object) -> bool:
    """Whether a failure with one piece of evidence is taken for the failure with the other."""
    return _alike(("failed", one), ("failed", other))


SAME = {
    "equal numbers": (0.25, 0.25),
    "a whole number and a float": (3, 3.0),
    "the last digits": (0.123456, 0.123459),
    "the last digits of a large number": (123456.0, 123459.0),
    "next to nothing": (0.0, 1e-9),
    "a NumPy number": (np.float32(0.5), 0.5),
    "no numbers": (math.nan, math.nan),
    "a tuple and a list": ((1, 2), [1, 2]),
    "an array and a list": (np.array([[1, 2]]), [[1, 2]]),
    "dtypes": (np.array([1, 2], np.uint8), np.array([1.0, 2.0])),
    "another order of keys": ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    "a set": ({3, 1, 2}, {2, 3, 1}),
    "addresses": ("<object at 0x7f01>", "<object at 0x7fff>"),
    "layers numbered by Keras": ("layer dense_3 of sequential_1", "layer dense_12 of sequential"),
    "large arrays": (np.arange(100) / 7, np.arange(100) / 7 + 1e-9),
}
OTHER = {
    "numbers": (0.25, 0.2503),
    "signs": (0.5, -0.5),
    "truth and one": (True, 1),
    "nothing and zero": (None, 0),
    "a number and its text": (1, "1"),
    "no number and infinity": (math.nan, math.inf),
    "infinities": (math.inf, -math.inf),
    "lengths": ([1, 2], [1, 2, 3]),
    "orders": ([1, 2], [2, 1]),
    "keys": ({"a": 1}, {"b": 1}),
    "texts": ("label", "labels"),
    "shapes": (np.zeros((1, 2)), np.zeros((2, 1))),
    "shapes of large arrays": (np.zeros((10, 20)), np.zeros((20, 10))),
    "ends of large arrays": (np.zeros(100), np.append(np.zeros(99), 1)),
    "kinds": ([1], {"0": 1}),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_evidence_is_the_same(one, other):
    assert alike(one, other) and alike(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER.values(), ids=OTHER)
def test_evidence_differs(one, other):
    assert not alike(one, other) and not alike(other, one)


def test_another_outcome_is_another_mistake():
    assert not _alike(("failed", 1), ("error", 1))


@pytest.mark.parametrize(
    "evidence",
    [pair[side] for pair in (*SAME.values(), *OTHER.values()) for side in (0, 1)] + [np.zeros((0, 3)), {}, (), b"x"],
)
def test_evidence_can_be_kept_as_json_and_stays_the_same(evidence):
    kept = json.loads(json.dumps(plain(evidence), allow_nan=False))
    assert alike(evidence, kept)


def test_long_text_is_cut():
    assert len(plain("x" * 10_000)) == 400


def test_numbers_are_kept_to_five_digits():
    assert plain([1 / 3, 1234567]) == [0.33333, 1234600.0]


KNOWN = {"a": ("failed", [1]), "b": ("passed", None), "c": ("failed", ["reads", 0.5]), "d": ("timeout", "timeout")}


@pytest.mark.parametrize(
    ("given", "refuted"),
    [
        ({}, False),
        ({"a": ("passed", None)}, True),
        ({"a": ("failed", [2])}, False),
        ({"a": ("skipped", ("skipped",))}, False),
        ({"b": ("failed", [3])}, False),
        ({"c": ("passed", None)}, False),
        ({"d": ("passed", None)}, False),
        ({"another check": ("passed", None)}, False),
    ],
    ids=[
        "as it is known",
        "what it fails has passed",
        "it fails in another way",
        "what it fails was not run",
        "a second mistake",
        "how well a model reads",
        "a faster machine",
        "a check that is not known",
    ],
)
def test_a_mistake_is_refuted_only_by_what_it_would_have_failed(given, refuted):
    assert _refuted(KNOWN | given, KNOWN) == refuted


def test_of_two_with_the_same_evidence_the_one_with_the_same_outcomes_fits_better():
    given = {"a": ("failed", [1]), "b": ("failed", [2])}
    near, far = {"a": ("failed", [1]), "b": ("failed", [3])}, {"a": ("failed", [1]), "b": ("passed", None)}
    assert _match(given, near) > _match(given, far)
