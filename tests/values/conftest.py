"""What the tests of descriptions share."""

import warnings

import pytest


@pytest.fixture(scope="module")
def keras():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what TensorFlow says about itself while it loads is not our business
        import keras
    return keras
