"""Words about how large a model is, which layers it has, and whether there is a hidden one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.core.languages import message
from autograder.expectations.answer import StudentError, fail_closed
from autograder.expectations.drawn_weights import drawn_weights
from autograder.expectations.model_behaviour import near
from autograder.expectations.model_words import ModelWords, shapes_of

PAIRS = 24  # of rows, with the one halfway between
BENDS = 1e-3  # of the spread of the scores: float32 stays far below it
ROWS, DRAWS = 8, 4  # rows for which another kernel must give something else, in one of so many draws
SURE = 1e-6  # of softmax: a smaller probability says too little of its score
SURE_OF_TANH = 1e-4  # from -1 and 1 (of a sigmoid: 5e-5 from 0 and 1): nearer, float32 is wrong about the score by more than BENDS


@fail_closed
class SizeWords(ModelWords):
    """What can be said about a free design."""

    def has_at_most_weights(self, most: int, hint: str = "", rows: np.ndarray | None = None) -> int:
        """All its weights together, whether they learn or not, are at most this many numbers. Returns how many they are.

        The arrays themselves are counted, where there are few enough to be looked at. Where rows are given and the model is
        compiled, a step of training is taken back: then it must give what it gave, or it learns in numbers that it does not show.

        Args:
            rows: float, (rows, …), of the shape that the model takes. One without an input layer has weights only after
                it has seen some.
        """
        if rows is not None:
            self._make_weights(self._shaped(rows))
        state = self._state()
        arrays = [*state["weights"], *state.get("frozen", [])]
        count = max(sum(int(array.size) for array in arrays), int(state["total"]))
        if count > most:
            self.fail(
                message("{call} gave a model that has {count:,} parameters; at most {most:,} are allowed.", count=count, most=most), ("too many weights",), hint
            )
        if rows is not None and state["compiled"] and not self._keeps_what_it_learns(self._shaped(rows)):
            self.fail(
                message(
                    "{call} gave a model that learns in numbers that are not among its weights: after a step of training was taken "
                    "back, it gave something else than before."
                ),
                ("hidden weights",),
                hint,
            )
        return count

    def _keeps_what_it_learns(self, rows: np.ndarray) -> bool:
        self._is_small()
        try:
            return self._behaviour(rows).keeps_what_it_learns()
        except StudentError:  # it cannot be trained; other words say so
            return True

    def has_layer(self, kind: str, hint: str = "", **settings: object) -> None:
        """One of its layers says that it is of this class of Keras, or made from it, with these settings.

        What a model says of its layers is not what it does. The kernel of a dense layer or of a convolution that learns must be among
        the weights, and other numbers in it must change what the model gives. Other layers are not tried out: give no points for
        this alone, but also for how the model reads or learns.

        Args:
            kind: of the class, as ``Conv2D``. settings: as ``describe_model`` has them, such as ``units=16``,
                ``kernel_size=(3, 3)``, ``rate=0.5``.
        """
        layers = [one for one in self._state()["layers"] if kind in one.get("kinds", [one["class_name"]])]
        if not layers:
            found = sorted({one["class_name"] for one in self._state()["layers"]})
            self.fail(message("{call} gave a model without a {kind} layer; it has {found}.", kind=kind, found=", ".join(found)), ("no layer", kind, found), hint)
        if not any(all(one.get(name) == value for name, value in settings.items()) for one in layers):
            shown = ", ".join(f"{name} {layers[0].get(name)}" for name in settings)
            wanted = ", ".join(f"{name} {value}" for name, value in settings.items())
            self.fail(
                message("{call} gave a model whose {kind} layer has {shown}; expected {wanted}.", kind=kind, shown=shown, wanted=wanted),
                ("layer", kind, [[one.get(name) for name in settings] for one in layers]),
                hint,
            )
        fitting = [one for one in layers if all(one.get(name) == value for name, value in settings.items())]
        if not any(self._is_used(kind, one) for one in fitting):
            self.fail(
                message(
                    "{call} gave a model with a {kind} layer that is not used as one: the model gives the same whatever numbers are in its kernel.",
                    kind=kind,
                ),
                ("layer", kind, "not used"),
                hint,
            )

    def _is_used(self, kind: str, layer: dict[str, Any]) -> bool:
        """Whether what the model gives depends on the kernel that a layer says it has. True where that cannot be asked."""
        state = self._state()
        shape = (state["input_shape"] or ())[1:]
        kernel = _kernel_of(kind, layer)
        if not kernel or not layer["trainable"] or not state["weights"] or not shape or None in shape:
            return True
        fitting = [
            place
            for place, one in enumerate(state["weights"])
            if one.ndim == len(kernel) and all(size in (None, own) for size, own in zip(kernel, one.shape, strict=True))
        ]
        self._is_small()
        rng = self.model.drawing()
        rows = rng.random((ROWS, *shape), np.float32)
        try:
            return any(self._counts(place, rows, rng) for place in fitting)
        except StudentError:  # it takes no such rows; other words say so
            return True

    def _counts(self, place: int, rows: np.ndarray, rng: np.random.Generator) -> bool:
        """Whether the model gives something else for rows when one array of its weights is another one."""
        for _ in range(DRAWS):
            weights, others = (drawn_weights(self._state()["weights"], rng) for _ in "12")
            changed = [*weights[:place], others[place], *weights[place + 1 :]]
            (before,), (after,) = (self.model.outputs_with([rows], one) for one in (weights, changed))
            if not near(after, before):
                return True
        return False

    def gives_outputs(self, rows: np.ndarray, shapes: Mapping[str, tuple[int, ...]] | Sequence[tuple[int, ...]], hint: str = "") -> None:
        """The model has these outputs: for each row, one of each shape, of finite numbers.

        Args:
            rows: float, (rows, …). shapes: of one row, by the outputs' names, or in their order.
        """
        self._is_small()
        (given,) = self.model.outputs(self._shaped(rows))
        found = self._by_name(given)
        wanted = dict(shapes) if isinstance(shapes, Mapping) else dict(zip(found, shapes, strict=False))
        self._has_as_many_outputs(found, len(shapes), hint)
        evidence = shapes_of(found)
        for name, shape in wanted.items():
            self._has_the_output(name, found, hint)
            if np.shape(found[name]) != (len(rows), *shape):
                self.fail(
                    message(
                        "{call} gave a model whose output {name} has shape {shape} for {number} rows; expected {wanted}.",
                        name=name, shape=np.shape(found[name]), number=len(rows), wanted=(len(rows), *shape),
                    ),
                    evidence,
                    hint,
                )
            if not np.isfinite(found[name]).all():
                self.fail(message("{call} gave a model whose output contains numbers that are not finite."), ("not finite",), hint)

    def has_a_hidden_layer(self, rows: np.ndarray, hint: str = "") -> None:
        """What it gives is more than one layer can give: its scores are not a plain weighted sum of the inputs.

        It is seen in the outputs: halfway between two rows, the score of a single layer is halfway, too, whether it gives its scores
        or softmax, sigmoid, tanh or relu of them. So any hidden layer with an activation passes (convolutions and recurrent layers
        too), and one without does not.

        Args:
            rows: float, (rows, …), which say only what the model takes.
        """
        self._can_be_tried(hint)
        rows = self._shaped(rows)
        if self._bends(rows):
            return
        layers = [one["class_name"] for one in self._state()["layers"]]
        kernels = [weight for weight in self._state()["weights"] if weight.ndim >= 2]
        if len(kernels) > 1:
            self.fail(
                message(
                    "{call} gave a model of {number} layers with weights that gives what a single one gives: nothing between them "
                    "changes the weighted sums.",
                    number=len(kernels),
                ),
                ("hidden", "linear", layers),
                hint or message("Which activation do the hidden layers have?"),
            )
        self.fail(message("{call} gave a model without a hidden layer."), ("hidden", "none"), hint)

    def _bends(self, rows: np.ndarray) -> bool:
        """Whether scores halfway between two drawn rows are not halfway between theirs, however its outputs are read."""
        rng = self.model.drawing()
        straight = READINGS
        for spread in (1.0, 4.0):
            one, other = (rng.normal(0, spread, (PAIRS, *rows.shape[1:])).astype(np.float32) for _ in "12")
            middle = ((one + other) / 2).astype(np.float32)
            try:
                outputs = self.model.outputs(one, other, middle)
            except StudentError:
                if not self.model.takes(rows):
                    raise
                return True  # it takes its own rows, and no others: one layer that looks each number up, before another
            given = np.stack(outputs).astype(np.float64)
            straight = [read for read in straight if _is_straight(*read(given.reshape(3, PAIRS, -1)))]
            if not straight:
                return True
        return False


def _is_straight(first: np.ndarray, second: np.ndarray, between: np.ndarray) -> bool:
    known = np.isfinite(first) & np.isfinite(second) & np.isfinite(between)
    if not known.any():
        return True
    off = np.abs((first + second) / 2 - between)[known]
    size = np.abs(np.concatenate([first[known], second[known]])).max()
    return bool(off.max() <= BENDS * max(size, 1e-3))


def _as_given(given: np.ndarray) -> np.ndarray:
    return given


def _before_softmax(given: np.ndarray) -> np.ndarray:
    if given.min() < 0 or np.abs(given.sum(axis=-1) - 1).max() > 1e-3:
        return given
    logs = np.where(given > SURE, np.log(np.maximum(given, 1e-300)), np.nan)
    scores: np.ndarray = logs - logs[..., :1]
    return scores


def _before_sigmoid(given: np.ndarray) -> np.ndarray:
    return _before_tanh(2 * given - 1) if given.min() >= 0 else given


def _before_tanh(given: np.ndarray) -> np.ndarray:
    if np.abs(given).max() > 1:
        return given
    return np.arctanh(np.where(np.abs(given) < 1 - SURE_OF_TANH, given, np.nan))


def _before_relu(given: np.ndarray) -> np.ndarray:
    return np.where(given > 0, given, np.nan) if given.min() >= 0 and given.max() > 0 else given


# Outputs -> the scores that the last layer's activation got; NaN where they do not tell, and the outputs where they are not of this activation.
READINGS: Sequence[Callable[[np.ndarray], np.ndarray]] = (_as_given, _before_softmax, _before_sigmoid, _before_tanh, _before_relu)


def _kernel_of(kind: str, layer: dict[str, Any]) -> tuple[int | None, ...]:
    """The shape of the kernel that a layer of this class has by its settings; None for any size, empty where that is not known."""
    if kind == "Dense" and layer.get("units"):
        return None, layer["units"]
    if kind in ("Conv1D", "Conv2D", "Conv3D") and layer.get("filters") and layer.get("kernel_size"):
        return (*layer["kernel_size"], None, layer["filters"])
    return ()
