"""What a check may ask of a model that stays in its worker."""

from types import SimpleNamespace

import numpy as np
import pytest

from autograder.judging.model_answers import ModelAnswer
from autograder.transport.wire import Described


@pytest.mark.parametrize(("wanted", "most"), [(None, 30.0), (12.0, 12.0), (45.0, 30.0)], ids=["by default", "less", "more"])
def test_a_training_takes_half_of_the_calls_time_and_never_more(wanted, most):
    """The other half is for what comes before and after it on a slow machine."""
    asked = []
    connection = SimpleNamespace(session=SimpleNamespace(seconds=60), ask_model=lambda _model, request, _what: asked.append(request) or {})
    model = ModelAnswer("build_model()", Described("model", "Sequential", {}), connection=connection)
    model.fit(np.zeros((4, 2)), np.zeros(4), epochs=3, batch_size=2, most_seconds=wanted)
    assert [(one["action"], one["epochs"], one["batch_size"], one["most_seconds"]) for one in asked] == [("fit", 3, 2, most)]
