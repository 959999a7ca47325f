"""When are two pieces of evidence the same, and when may a mistake be named? The pure part of the diagnosis."""

import json
import math

import numpy as np
import pytest

from autograder.judging import mistake_naming
from autograder.judging.mistake_naming import Mistake, proven_mistakes, rounded


def alike(one: object, other: object) -> bool:
    """Whether a failure with one piece of evidence is taken for the failure with the other."""
    return mistake_naming.alike(("failed", one), ("failed", other))


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
    "true and false": (True, False),
    "nothing and false": (None, False),
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
    assert not mistake_naming.alike(("failed", 1), ("error", 1))


@pytest.mark.parametrize(
    "evidence",
    [pair[side] for pair in (*SAME.values(), *OTHER.values()) for side in (0, 1)] + [np.zeros((0, 3)), {}, (), b"x"],
)
def test_evidence_can_be_kept_as_json_and_stays_the_same(evidence):
    kept = json.loads(json.dumps(rounded(evidence), allow_nan=False))
    assert alike(evidence, kept)


def test_long_text_is_cut():
    assert len(rounded("x" * 10_000)) == 400


def test_numbers_are_kept_to_five_digits():
    assert rounded([1 / 3, 1234567]) == [0.33333, 1234600.0]


# -- what may be named -------------------------------------------------------------------------------------------------

PASSED = ("passed", None)


def failed(evidence: object) -> tuple[str, object]:
    return ("failed", evidence)


def mistake(name: str, *also_true: str, **does: tuple[str, object]) -> Mistake:
    return Mistake(name, f"You did what {name} says.", {"a": PASSED, "b": PASSED, "c": PASSED, **does}, also_true)


TWICE = mistake("twice", a=failed([2, 4]), b=failed([6, 8]))
SWAPS = mistake("swaps", a=failed([2, 1]), b=failed([4, 3]))
ZEROS = mistake("zeros", a=failed([0, 0]), b=failed([0, 0]))
CHANGES = mistake("changes", c=failed("changed"))
READS = mistake("reads", a=failed(("reads", 0.5)))
KNOWN = [TWICE, SWAPS, ZEROS, CHANGES, READS]

SAID = {
    "as it is known": (KNOWN, TWICE.does, {"a": "twice", "b": "twice"}),
    "one check has not been run": (KNOWN, {**TWICE.does, "b": ("skipped", ("skipped",))}, {"a": "twice"}),
    "a slow machine": (KNOWN, {**TWICE.does, "b": ("timeout", "timeout")}, {"a": "twice"}),
    "a check that is not known": (KNOWN, {**TWICE.does, "new": PASSED}, {"a": "twice", "b": "twice"}),
    "two, with checks of their own": (
        KNOWN,
        {**TWICE.does, "c": failed("changed")},
        {"a": "twice", "b": "twice", "c": "changes"},
    ),
    "how well it reads besides": (
        [mistake("other", a=failed([2, 4]), b=failed(("reads", 0.1)))],
        {"a": failed([2, 4]), "b": failed(("reads", 0.3))},
        {"a": "other", "b": "other"},
    ),
    "several pieces that only one has together": (
        [TWICE, mistake("once", a=failed([2, 4])), mistake("later", b=failed([6, 8]), c=failed("later"))],
        TWICE.does,
        {"a": "twice", "b": "twice"},
    ),
    "a constant that goes with what was handed over": (
        [mistake("counts", a=failed(3), b=failed(7))],
        {"a": failed(3), "b": failed(7), "c": PASSED},
        {"a": "counts", "b": "counts"},
    ),
    "the lesson of the other is true as well": (
        [TWICE, mistake("thrice", "twice", **TWICE.does, d=failed(1))],
        TWICE.does,
        {"a": "twice", "b": "twice"},
    ),
    "a large array of many numbers": ([mistake("large", a=failed(np.arange(81.0)))], {"a": failed(np.arange(81.0))}, {"a": "large"}),
    "not a measurement in a check that it was too slow for": (
        [mistake("slow", a=failed([2, 4]), b=("timeout", "timeout"))],
        {"a": failed([2, 4]), "b": failed(("reads", 0.3))},
        {"a": "slow"},
    ),
}
NOT_SAID = {
    "nothing is known": ([], TWICE.does),
    "what it fails has passed": (KNOWN, {**TWICE.does, "b": PASSED}),
    "it fails in another way": (KNOWN, {**TWICE.does, "b": failed([6, 9])}),
    "another error": (KNOWN, {**TWICE.does, "b": ("error", [6, 8])}),
    "something is left over": (KNOWN, {**TWICE.does, "c": failed("another")}),
    "two that explain the same": ([TWICE, mistake("double", **TWICE.does)], TWICE.does),
    "two, of which one would do": (
        [TWICE, mistake("b and c", b=failed([6, 8]), c=failed("x")), mistake("c", c=failed("x"), d=failed(1))],
        {**TWICE.does, "c": failed("x")},
    ),
    "evidence that another leaves, too": (
        [TWICE, mistake("thrice", **TWICE.does, d=failed(1))],
        {**TWICE.does, "d": PASSED},
    ),
    "all zeros": (KNOWN, ZEROS.does),
    "nothing in one check and zeros in another": (
        [mistake("empty", a=failed([]), b=failed([0, 0]))],
        {"a": failed([]), "b": failed([0, 0])},
    ),
    "large arrays of zeros": ([mistake("large", a=failed(np.zeros((9, 9))))], {"a": failed(np.zeros((9, 9)))}),
    "only how well it reads": (KNOWN, READS.does),
    "only a late answer": ([mistake("late", a=("timeout", "timeout"))], {"a": ("timeout", "timeout")}),
    "everything has passed": (KNOWN, {"a": PASSED, "b": PASSED, "c": PASSED}),
}


@pytest.mark.parametrize(("known", "given", "said"), SAID.values(), ids=SAID)
def test_what_is_proven_is_named(known, given, said):
    assert {check: one.name for check, one in proven_mistakes(given, known).items()} == said


@pytest.mark.parametrize(("known", "given"), NOT_SAID.values(), ids=NOT_SAID)
def test_what_is_not_proven_is_not_named(known, given):
    assert proven_mistakes(given, known) == {}


def test_the_lesson_that_is_true_for_both_is_told_where_they_cannot_be_told_apart():
    known = [TWICE, mistake("thrice", "twice", **TWICE.does)]
    assert {one.name for one in proven_mistakes(TWICE.does, known).values()} == {"twice"}


def test_two_mistakes_are_both_named_or_none_is():
    both = {**TWICE.does, "c": failed("changed")}
    assert {one.name for one in proven_mistakes(both, KNOWN).values()} == {"twice", "changes"}
    thin = {**both, "c": failed([0, 0])}
    assert proven_mistakes(thin, [*KNOWN, mistake("empties", c=failed([0, 0]))]) == {}


def test_the_second_of_two_is_not_named_if_the_first_may_hide_what_another_one_leaves():
    first = mistake("first", a=failed([1, 2]), b=failed([3, 4]))
    second = mistake("second", c=failed("changed"))
    hidden = mistake("hidden", b=failed([9, 9]), c=failed("changed"))
    given = {**first.does, "c": failed("changed")}
    assert {one.name for one in proven_mistakes(given, [first, second]).values()} == {"first", "second"}
    assert proven_mistakes(given, [first, second, hidden]) == {}


def test_a_name_is_not_said_where_too_few_checks_have_run():
    lonely = mistake("lonely", a=failed([3, 4]))
    assert proven_mistakes(lonely.does, [lonely])["a"] is lonely
    assert mistake_naming.named_mistakes(lonely.does, [lonely], hidden=6) == {}
    assert mistake_naming.named_mistakes(lonely.does, [lonely], hidden=6, least=0.0)["a"].confidence < 0.9


def test_a_proof_says_how_much_evidence_there_is():
    given = {**TWICE.does, "c": ("timeout", "timeout")}
    proof = mistake_naming.named_mistakes(given, KNOWN)["a"].proof
    assert (proof.matching, proof.distinct, proof.known, proof.untried) == (2, 4, len(KNOWN), 1)


def test_no_more_is_kept_of_the_evidence_than_a_list_can_hold():
    assert len(mistake_naming.rounded(["missing", ["x"] * 50_000])[1]) == mistake_naming.MOST_EVIDENCE
    assert len(mistake_naming.rounded(dict.fromkeys(range(50_000)))) == mistake_naming.MOST_EVIDENCE


def test_evidence_that_begins_with_an_array_is_looked_at_like_any_other():
    places = (np.array([1, 2]), np.array([0, 4]))
    known = [Mistake("all places", "You gave all places.", {"a": ("failed", rounded(places))})]
    assert proven_mistakes({"a": ("failed", places)}, known)["a"].name == "all places"
