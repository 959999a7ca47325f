"""A real Keras model as a check gets it, without a process between: what is asked is done here."""

import warnings
from types import SimpleNamespace

from autograder.judging.model_answers import ModelAnswer
from autograder.transport.wire import Described
from autograder.values.keras import models, worker_ops


def asked_in_process(model: object) -> ModelAnswer:
    from autograder.expectations.answer import StudentError

    def ask(_model: ModelAnswer, request: dict, _what: str) -> object:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # as in a worker
                return worker_ops.ask(model, {"seed": 3, **request})
        except Exception as error:
            raise StudentError("its part", {"type": type(error).__name__, "message": str(error)}, None) from error

    session = SimpleNamespace(secret=29, seconds=600.0, seed=3, levels={"full"}, without=frozenset())
    connection = SimpleNamespace(ask_model=ask, session=session, libraries=("keras",))
    content = models.describe_model(model)
    return ModelAnswer("build_model()", Described("model", type(model).__name__, content), connection=connection, handle=0)
