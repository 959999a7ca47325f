"""What the system says is what Python says, and is read in the reader's language."""

import os
import sys

import pytest

from autograder.core import system_errors
from autograder.core.languages import catalogue, in_language


@pytest.mark.skipif(sys.platform != "linux", reason="other systems word some in another way")
def test_each_reason_is_what_python_says_of_it():
    assert {number: os.strerror(number) for number in system_errors._reasons()} == system_errors._reasons()


def test_a_reason_is_read_in_korean():
    try:
        open("/no/such/file")
    except OSError as error:
        assert in_language(system_errors.reason(error), "ko") == "그런 파일이나 폴더가 없음"
    assert all(catalogue.translated(one, "ko") for one in system_errors._reasons().values())


@pytest.mark.parametrize(("error", "said"), [(OSError(2, "Nicht gefunden"), "Nicht gefunden"), (OSError("no route"), "no route"), (OSError(), "OSError"), (OSError(9999, "odd"), "odd")])
def test_what_is_not_known_is_said_as_it_is(error, said):
    assert system_errors.reason(error) == said
