"""What the judge may ask of a Keras model that a call has returned, by name. Runs in the worker."""

from __future__ import annotations

from autograder.values.keras import computing, models, training

ASK = {
    "describe": lambda model, request: models.describe_model(model),
    "takes": lambda model, request: computing.takes(model, request["rows"]),
    "outputs": lambda model, request: [computing.model_outputs(model, images) for images in request["batches"]],
    "outputs_with": lambda model, request: computing.outputs_with(model, request["batches"], request["weights"]),
    "score": lambda model, request: computing.score(model, request["images"], request["labels"]),
    "fit": lambda model, request: training.fit(
        model,
        request["images"],
        request["labels"],
        request["epochs"],
        request["batch_size"],
        request["seed"],
        request["most_seconds"],
        request.get("sample_weights"),
    ),
    "steps": lambda model, request: computing.steps(model, request["batches"], request["weights"]),
    "moves": lambda model, request: computing.moves(model, request["slopes"]),
}
TRAINS = {"fit"}  # what counts as training, not as our work


def ask(model: object, request: dict) -> object:
    """What the model says to one request.

    Args:
        request: ``{"action": one of ASK, …}``, from the judge.

    Raises:
        KeyError: there is no such action.
    """
    return ASK[request["action"]](model, request)
