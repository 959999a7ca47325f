"""What a model says of itself is evidence only together with what it does: each word refuses a model that only says so."""

import pytest
from asked_in_process import asked_in_process
from redteam.claims import CLAIMS

from autograder.expectations import expect
from autograder.expectations.answer import Failure
from autograder.values.keras import recognise


@pytest.fixture(params=CLAIMS.values(), ids=CLAIMS)
def claim(request):
    import keras  # noqa: F401

    recognise.remember()  # as before a student's code runs
    return request.param


def words(model):
    return expect(asked_in_process(model)).is_a_model()


def test_a_model_that_only_says_so_is_refused(claim):
    model = words(claim.lies())
    with pytest.raises(Failure) as failed:
        claim.word(model)
    assert claim.said in str(failed.value)


def test_a_model_that_is_so_is_accepted(claim):
    claim.word(words(claim.honest()))
