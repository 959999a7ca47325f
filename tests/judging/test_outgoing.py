"""What a check's arguments become on their way to a student's function."""

import numpy as np
import pytest

from autograder.judging.outgoing import Unsendable, outgoing
from autograder.transport.wire import Described


@pytest.mark.parametrize("number", [np.float32(0.1), np.int8(-3), np.bool_(True)], ids=repr)
def test_a_number_of_numpy_keeps_its_type(number):
    sent = outgoing([number], pytest.fail)[0]
    assert isinstance(sent, Described) and (sent.kind, sent.type_name) == ("numpy", number.dtype.name)
    assert sent.content.dtype == number.dtype and sent.content == number


@pytest.mark.parametrize(("value", "said"), [(abs, r"Pass Callback\(…\), which says what its calls give"), ({1}.__iter__(), "a set_iterator cannot be passed to a student's function$")])
def test_what_cannot_be_sent_is_said_with_what_to_pass_instead(value, said):
    with pytest.raises(Unsendable, match=said):
        outgoing(value, pytest.fail)
