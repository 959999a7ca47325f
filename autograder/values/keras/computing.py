"""What Keras models compute: outputs, scores, steps of training; and a judge's network as a real model. Runs in the worker."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from autograder.values.keras import backends
from autograder.values.keras.recognise import CROSS_ENTROPY

Outputs = Any  # an array; or a tuple or a dict of outputs


def build_network(network: dict, metrics: Sequence[str] = ("accuracy",)) -> object:
    """A compiled Keras model from the judge's ``Network`` (``network.Network.to_wire``)."""
    import keras

    rows_columns = network["image_shape"]
    dense = [
        keras.layers.Dense(
            kernel.shape[1], activation=activation, kernel_initializer="zeros"
        )  # random ones cost 5 ms each
        for kernel, _bias, activation in network["layers"]
    ]
    model = keras.Sequential([keras.layers.Input(rows_columns), keras.layers.Flatten(), *dense])
    for layer, (kernel, bias, _activation) in zip(dense, network["layers"], strict=True):
        layer.set_weights([kernel, bias])
    model.compile(
        optimizer=keras.optimizers.Adam(network["learning_rate"], *network["betas"]),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True) if network["from_logits"] else CROSS_ENTROPY,
        metrics=list(metrics),
        run_eagerly=network["eager"],
    )
    if not network["eager"]:
        make_variables(model, np.zeros((1, *rows_columns), np.float32), np.zeros(1, np.uint8))
    return model


def model_outputs(model: object, images: np.ndarray) -> Outputs:
    """What the model gives for images, in inference mode, without tracing a graph: an array, or several by name or in order."""
    with backends.in_use().without_gradients():
        return _as_arrays(model(images, training=False))


def _as_arrays(given: object) -> Outputs:
    if isinstance(given, dict):
        return {str(name): _as_arrays(one) for name, one in given.items()}
    return tuple(map(_as_arrays, given)) if isinstance(given, (list, tuple)) else np.asarray(given)


def takes(model: object, rows: np.ndarray) -> bool:
    """Whether the model gives anything for rows of this shape.

    A model without weights settles on the first shape that it sees, even if that fails; so a copy of it is asked.
    """
    import keras

    try:
        model_outputs(model if model.built else keras.models.clone_model(model), rows)
    except Exception:  # whatever a layer says of a shape that it does not take
        return False
    return True


def outputs_with(model: object, batches: list[np.ndarray], weights: list[np.ndarray]) -> list[np.ndarray]:
    """What the model would give for each batch if these were its trainable weights. They are put back."""
    if not model.built:
        model_outputs(model, batches[0][:1])
    with restored(model.trainable_variables):
        put(model.trainable_variables, weights)
        return [model_outputs(model, images) for images in batches]


def score(model: object, images: np.ndarray, labels: np.ndarray) -> dict:
    """Loss and metrics of a compiled model by its own settings, calculated once and without tracing.

    Returns:
        ``{"loss": float, "metrics": {name: float}}``
    """
    with backends.in_use().without_gradients():
        predictions = model(images, training=False)
        model.reset_metrics()
        loss = float(model.compute_loss(x=images, y=labels, y_pred=predictions, training=False))
        metrics = model.compute_metrics(images, labels, predictions)
        flat = {str(name): float(value) for name, value in metrics.items() if np.ndim(value) == 0}
        model.reset_metrics()
    return {"loss": loss, "metrics": flat}


def state_of(model: object) -> list:
    """All variables of a model and of its optimizer."""
    return [*model.variables, *model.optimizer.variables]


def put(variables: list, values: list[np.ndarray]) -> None:
    """Gives variables their values."""
    for variable, value in zip(variables, values, strict=True):
        variable.assign(value)


def forget(optimizer: object) -> None:
    """Lets an optimizer that has taken steps begin again: what it remembers would turn its next steps."""
    if int(optimizer.iterations):
        optimizer.iterations.assign(0)
        for variable in optimizer.variables:
            if len(variable.shape):  # not its rate
                variable.assign(np.zeros(variable.shape, np.float32))


@contextlib.contextmanager
def restored(variables: list) -> Iterator[None]:
    """Whatever happens inside, the variables are what they were afterwards."""
    before = [np.asarray(variable).copy() for variable in variables]
    try:
        yield
    finally:
        put(variables, before)


def steps(model: object, batches: list, weights: list[np.ndarray]) -> dict:
    """What one step of training does for each batch (images, labels); the steps are undone.

    Args:
        batches: at least one. weights: the trainable ones from which it starts.

    Returns:
        ``{"weights": [[float32 array, …], …], "losses": [float or None, …]}``: the trainable weights after each step, and
        the loss that each step reports.
    """
    import keras

    fast = model.run_eagerly
    if not model.built:
        model_outputs(model, batches[0][0])
    if not model.optimizer.built:
        model.optimizer.build(model.trainable_variables)
    found: dict[str, list] = {"weights": [], "losses": []}
    with restored(state_of(model)):
        forget(model.optimizer)
        put(model.trainable_variables, weights)
        try:
            model.run_eagerly = True
            for batch in batches:
                model.reset_metrics()
                reported = backends.in_use().train_step(model, tuple(map(keras.ops.convert_to_tensor, batch)))
                loss = reported.get("loss") if isinstance(reported, dict) else None
                found["losses"].append(None if loss is None else float(loss))
                found["weights"].append(
                    [np.asarray(weight, dtype=np.float32).copy() for weight in model.trainable_weights]
                )
        finally:
            model.run_eagerly = fast
            model.reset_metrics()
    return found


def moves(model: object, slopes: list[list[np.ndarray]]) -> list[list[np.ndarray]]:
    """How far the model's optimizer moves the trainable weights, for each set of gradients; the moves are undone.

    Args:
        slopes: at least one; an array for each trainable weight.
    """
    variables = model.trainable_variables
    if not model.optimizer.built:
        model.optimizer.build(variables)
    found = []
    with restored(state_of(model)):
        forget(model.optimizer)
        for one in slopes:
            put(variables, [np.zeros(slope.shape, np.float32) for slope in one])
            backends.in_use().apply(model, one)
            found.append([np.asarray(variable, dtype=np.float32).copy() for variable in variables])
    return found


def make_variables(model: object, images: np.ndarray, labels: np.ndarray) -> None:
    """Makes the variables of optimizer and metrics now. Made while a step is traced, they let it be traced twice."""
    score(model, images, labels)
    if not model.optimizer.built:
        model.optimizer.build(model.trainable_variables)
