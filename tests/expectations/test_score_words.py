"""The words about a pair of numbers: each passes, fails, and is pinned in its wording."""

import numpy as np
import pytest
from refusals import TABLE, failing, said

from autograder.values import describe

NAMES = ("loss", "accuracy")


@pytest.mark.parametrize(
    "given",
    [
        (0.5, 0.9), [0.5, 0.9], np.array([0.5, 0.9]), {"accuracy": 0.9, "loss": 0.5}, {"Loss": 0.5, "Accuracy": 0.9},
        {"loss": 0.5, "sparse_categorical_accuracy": 0.9}, (np.array([0.5]), np.array(0.9)),
        (np.float32(0.5), np.float64(0.9)),
    ],
    ids=["tuple", "list", "array", "dict", "capitals", "long name", "small arrays", "scalars"],
)  # fmt: skip
def test_a_score_may_come_in_many_forms(gave, given):
    gave(describe(given)).is_a_score(NAMES, loss=0.5, accuracy=0.9)
    if not isinstance(given, dict):
        gave(describe(given)).is_a_pair_of_numbers(NAMES)


def test_a_dict_has_the_numbers_and_not_the_form():
    """``loss, accuracy = {…}`` takes the keys, and the page's next cell stops."""
    failure = failing({"accuracy": 0.9, "loss": 0.5}, "is_a_pair_of_numbers", NAMES)
    assert failure.message == (
        "f(x) gave a dict. It contains the numbers; expected two numbers, (loss, accuracy): "
        "loss, accuracy = … of a dict gives its keys, which are texts."
    )
    assert failure.evidence != failing({"a": 0.9}, "is_a_pair_of_numbers", NAMES).evidence


ROWS = (np.array([3.0, 1.0, 0.5, 2.5]), np.array([False, True, True, False]))


@pytest.mark.parametrize(
    ("given", "part"),
    [((2.0, 0.5), "the first"), ((1.5, 2 / 3), "the first"), ((2.5, 0.0), "the last"), ((1.5, 0.5), "the last")],
)
def test_a_score_of_a_part_is_told(given, part):
    failure = failing(given, "is_a_score", NAMES, loss=1.75, accuracy=0.9, rows=ROWS)
    assert failure.evidence == ("part", part) and failure.message.endswith(f"It fits {part} of them.")


def test_a_score_of_no_part_is_not_called_one():
    for score in ((1.75, 0.4), (2.0, 0.6), (9.0, 0.5)):
        assert failing(score, "is_a_score", NAMES, 0.1, 0.9, rows=ROWS).evidence == ("score", score)


def test_accuracy_may_be_called_acc(gave):
    gave({"loss": 0.5, "acc": 0.9}).is_a_score(NAMES, loss=0.5, accuracy=0.9)


@pytest.mark.parametrize(
    "given", [0.9, (0.5,), (1, 2, 3), {"loss": 1}, ("a", "b"), (0.5, float("nan")), ([1, 2], 3), TABLE], ids=repr
)
def test_what_is_no_pair_of_numbers_is_told(given):
    assert said(given, "is_a_pair_of_numbers", NAMES).endswith("Expected two numbers, (loss, accuracy).")


def test_a_swapped_score_is_told_by_its_place():
    message = said((0.9, 0.5), "is_a_score", NAMES, loss=0.5, accuracy=0.9)
    assert message == "f(x) gave 0.9 and 0.5; the first one is not the loss on these images."
    assert said((0.9, 0.5), "is_a_score", NAMES, accuracy=0.9).endswith("is not the accuracy on these images. Are the two swapped?")


def test_a_score_that_is_left_open_may_be_anything(gave):
    gave((123.0, 0.9)).is_a_score(NAMES, accuracy=0.9)
    assert "the second one is not the accuracy" in said((123.0, 0.9), "is_a_score", NAMES, accuracy=0.8)
