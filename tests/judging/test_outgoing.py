"""What a check's arguments become on their way to a student's function."""

import numpy as np
import pytest

from autograder.judging.outgoing import outgoing
from autograder.transport.wire import Described


@pytest.mark.parametrize("number", [np.float32(0.1), np.int8(-3), np.bool_(True)], ids=repr)
def test_a_number_of_numpy_keeps_its_type(number):
    sent = outgoing([number], pytest.fail)[0]
    assert isinstance(sent, Described) and (sent.kind, sent.type_name) == ("numpy", number.dtype.name)
    assert sent.content.dtype == number.dtype and sent.content == number
