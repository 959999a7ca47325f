"""split(features, target, share, seed): rows divided at random, with the same share of 1 in both parts"""

import numpy as np
import pandas as pd
import pytest

from autograder import expect, telling_inputs
from autograder.core.languages import authored

from words import Parts

ROWS = 240
ONES = 36


def customers(rng, as_array=False):
    """Sorted customers, each with a different number, which the column job repeats, and their target."""
    numbers = np.sort(rng.permutation(5000)[:ROWS])
    index = rng.permutation(1000)[:ROWS]
    contacts = ["unknown" if place % 3 == 0 else "cellular" for place in range(ROWS)]  # an unknown is no reason to lose a row
    features = pd.DataFrame({"job": [f"job {one}" for one in numbers], "customer": numbers, "contact": contacts}, index=index)
    target = (rng.permutation(ROWS) < ONES).astype(int)
    return features, target if as_array else pd.Series(target, index=index)


def parts(answer):
    return expect(answer).is_a(Parts)


def answers_of(features, target):
    return dict(zip(features["customer"].tolist(), np.asarray(target).tolist(), strict=True))


def wrong(words, sentence, *evidence):
    words.fail(sentence, evidence)


def is_divided(answer, expected):
    words = parts(answer)
    numbers = [one for part in words.rows() for one in part]
    targets = [one for part in words.targets() for one in part]
    if sorted(zip(numbers, targets, strict=True)) != sorted(zip(*expected, strict=True)):
        wrong(words, "lost, repeated or mixed up rows.", "rows", numbers, targets)


@telling_inputs(is_divided, lambda _expected: authored("each row in one of the two parts, with its own target"))
def few_customers(draw):
    """Four to eight customers, as many with a 1 as with a 0."""
    half = draw.whole(2, 4)
    features = pd.DataFrame({"customer": range(10, 10 + 2 * half)})
    return features, np.array(draw.one_of([[0, 1] * half, [0] * half + [1] * half])), 0.5, draw.whole(0, 3)


@few_customers.right
def every_row(features, target, _share, _seed):
    return features["customer"].tolist(), target.tolist()


@pytest.fixture(scope="module")
def rows(module_rng):
    return customers(module_rng)


@pytest.fixture(scope="module")
def answer(split, rows):
    return split(*rows, 0.25, 7)


@pytest.mark.points(2)
@pytest.mark.public
def test_the_form(split):
    """of twenty rows with the share 0.25, fifteen come back for training and five for the test, each with its targets"""
    features = pd.DataFrame({"customer": range(100, 120)})
    words = parts(split(features, np.array([0, 0, 0, 1] * 5), 0.25, 3))
    train, test = words.rows()
    if not (abs(len(test) - 5) <= 2 and abs(len(train) - 15) <= 2):
        said = authored("{call} gave {train} rows for training and {test} for the test; expected 15 and 5.", train=len(train), test=len(test))
        wrong(words, said, "sizes", len(train), len(test))


@pytest.mark.points(1)
def test_every_row_once(answer, rows):
    """every row is in exactly one of the two parts"""
    words = parts(answer)
    train, test = words.rows()
    both, given = sorted(train + test), rows[0]["customer"].tolist()
    if both != given:
        twice, lost = len(both) - len(set(both)), len(set(given) - set(both))
        said = authored("{call} gave {twice} of the {rows} rows more than once, and {lost} not at all.", twice=twice, rows=ROWS, lost=lost)
        wrong(words, said, "rows", twice, lost, len(train), len(test))


@pytest.mark.points(1)
@pytest.mark.parametrize("form", ["Series", "array"])
def test_each_row_keeps_its_target(split, rng, form):
    """each row keeps its own values and its own target"""
    features, target = customers(rng, form == "array")
    words = parts(split(features, target, 0.3, 11))
    known = answers_of(features, target)
    for table, targets in zip(words.tables(), words.targets(), strict=True):
        if "job" not in table.names:
            said = authored("{call} gave features without the column 'job'; their columns are {names}.", names=", ".join(table.names))
            wrong(words, said, "lost", sorted(table.names))
        numbers = table.column("customer").items
        if table.column("job").items != [f"job {one}" for one in numbers]:
            wrong(words, "mixed up the columns of different rows.", "columns", numbers[:10])
        lost = [one for one, answer in zip(numbers, targets, strict=True) if known.get(one) != answer]
        if lost:
            wrong(words, authored("{call} gave {count} rows the target of another row.", count=len(lost)), "targets", len(lost), lost[:10])


@pytest.mark.points(2)
def test_the_same_share_of_ones(split, answer, rng):
    """both parts have the share of 1 that the whole has, and the test part has the share of the rows that is asked for"""
    for one, share in ((answer, 0.25), (split(*customers(rng), 0.4, 5), 0.4)):
        words = parts(one)
        targets = words.targets()[1]
        ones, zeros = targets.count(1), targets.count(0)
        if abs(ones - share * ONES) > 1 or abs(zeros - share * (ROWS - ONES)) > 1:
            sentence = authored(
                "{call} put {ones} of the {most} rows with a 1 and {zeros} of the {others} rows with a 0 into the test part. "
                "Expected the same share of both, the one that is asked for.",
                ones=ones, most=ONES, zeros=zeros, others=ROWS - ONES,
            )
            wrong(words, sentence, "shares", ones, zeros, len(words.targets()[0]))


@pytest.mark.points(1)
def test_drawn_at_random(answer, rows):
    """the rows are drawn at random: a sorted table is mixed"""
    words = parts(answer)
    known = answers_of(*rows)
    test = set(words.rows()[1])
    for label in (0, 1):
        places = [place for place, one in enumerate([one for one in known if known[one] == label]) if one in test]
        count = sum(one == label for one in known.values())
        if places and places in (list(range(len(places))), list(range(count - len(places), count))):
            end = "first" if places[0] == 0 else "last"
            first = authored("{call} took the first rows of the table for the test part; expected rows drawn at random.")
            last = authored("{call} took the last rows of the table for the test part; expected rows drawn at random.")
            wrong(words, first if end == "first" else last, "not drawn", end)
        gaps = [(after - place) % count for place, after in zip(places, places[1:] + places[:1], strict=True)]
        if len(places) > 4 and (len(set(gaps[:-1])) == 1 or sum(gap > 1 for gap in gaps) < 3):
            kind = "at equal distances" if gaps[0] > 1 and gaps[1] > 1 else "that follow one another"
            apart = authored("{call} took rows at equal distances for the test part; expected rows drawn at random.")
            together = authored("{call} took rows that follow one another for the test part; expected rows drawn at random.")
            wrong(words, apart if kind == "at equal distances" else together, "not drawn", kind)


@pytest.mark.points(1)
def test_the_seed(split, answer, rows):
    """the same seed gives the same split, and another seed gives another one"""
    first = parts(answer).rows()
    again, other = (parts(split(*rows, 0.25, seed)) for seed in (7, 8))
    if [sorted(one) for one in again.rows()] != [sorted(one) for one in first]:
        wrong(again, "gave another split for the same seed.", "not again")
    if sorted(other.rows()[1]) == sorted(first[1]):
        wrong(other, "gave the same split for another seed.", "the same", sorted(first[1])[:10])
    zero, zero_again = (parts(split(*rows, 0.25, 0)) for _ in range(2))
    if sorted(zero.rows()[1]) != sorted(zero_again.rows()[1]):
        wrong(zero_again, "gave another split for the same seed, which is 0.", "not again", 0)


@pytest.mark.points(1)
def test_the_arguments_are_left_alone(split, rng):
    """features and target are not changed"""
    for as_array in (False, True):
        expect(split(*customers(rng, as_array), 0.25, 2)).leaves_its_arguments_alone()
