"""What a word of ``expect`` says of a wrong answer."""

import numpy as np
import pytest

from autograder.expectations import Answer, Failure, expect
from autograder.transport.wire import Described

TENSOR = Described("array", "tensorflow.EagerTensor", np.array([0.5, 1.0], np.float32))
TABLE = Described("opaque", "pandas.DataFrame", None)


def failing(answer: object, word: str, *arguments: object, **settings: object) -> Failure:
    """The ``Failure`` of ``expect(answer).word(…)``; ``answer`` is a value, or a whole ``Answer``."""
    answer = answer if isinstance(answer, Answer) else Answer("f(x)", answer)
    with pytest.raises(Failure) as caught:
        getattr(expect(answer), word)(*arguments, **settings)
    return caught.value


def said(*arguments: object, **settings: object) -> str:
    return failing(*arguments, **settings).message
