"""More evidence is more confidence, and the least of it does not suffice where checks have not run."""

from dataclasses import replace

import pytest

from autograder.judging import confidence
from autograder.judging.confidence import Proof

USUAL = Proof(matching=2, distinct=10, known=25, untried=0)


@pytest.mark.parametrize("more", [{"matching": 3}, {"distinct": 11}, {"known": 26}], ids=str)
def test_more_evidence_is_more_confidence(more):
    assert 0 < USUAL.confidence < replace(USUAL, **more).confidence < 1


def test_a_check_that_did_not_run_takes_confidence():
    assert replace(USUAL, untried=1).confidence < USUAL.confidence


def test_a_single_number_is_not_enough_where_most_checks_have_not_run():
    assert Proof(1, 1, 2, 5).confidence < confidence.LEAST < USUAL.confidence


def test_any_number_of_things_is_a_valid_proof():
    assert 0 <= Proof(0, 0, 0, 10**6).confidence <= Proof(10**6, 10**9, 10**6, 0).confidence <= 1


def test_each_weight_belongs_to_a_feature():
    assert set(confidence.WEIGHTS) == set(USUAL.features)
