"""Networks: what a check can say about a model. Meaning counts, not spelling.

A claim about a model that matters is confirmed by numbers: the judge multiplies the model's weights itself, on images
the worker has not seen before, and compares. (Where a model is made of Keras's own parts in the usual way, there is
nothing to compare: ``standin.ModelAnswer.outputs``.) A layer's class or a loss's name only helps to word the message.
"""

from __future__ import annotations

import numpy as np

from autograder.expectations.answer import Failure, StudentError, fail_closed
from autograder.expectations.symptoms import symptom, training_numbers
from autograder.networks import ACTIVATIONS, Dense, Network, cross_entropy, share_right, softmax
from autograder.suspicion import fingerprint
from autograder.translations import meaning

RANDOM_LAYERS = {"Dropout", "SpatialDropout1D", "GaussianDropout", "AlphaDropout", "GaussianNoise"}
GUESSED = 0.5  # of ten digits; fresh networks read 0.05 to 0.15 of a thousand (measured, 200 seeds)
LOOKED_UP = 0.1  # more of the published images than of the same with noise; a network's difference is under 0.01
STEP = 32  # images in a step that must be what adam does
TYPES = ["float32"]  # of the networks that the judge trains itself
ACCURACY = (["accuracy"], ["acc"], ["sparse_categorical_accuracy"])  # names under which a model is told to report it
NEAR = 1e-4  # float32 sums in another order differ by about 1e-6


@fail_closed
class ModelExpectation:
    """Words about one model. Each returns the expectation itself or the number it found, or raises ``Failure``.

    Args:
        answer: a ``standin.ModelAnswer``.

    Raises:
        Failure: the answer is no model.
    """

    def __init__(self, answer) -> None:
        self.answer = answer
        if answer.kind != "model":
            what = "None" if answer.value is None else f"a {answer.type_name}"
            hint = {
                "NoneType": "Is the return missing? summary, add and compile give None.",
                "KerasTensor": "That is the output of the network, not the network.",
            }.get(answer.type_name.rpartition(".")[2], "")
            self._fail(f"gave {what}. Expected a Keras model.", ("no model", answer.type_name), hint)

    # -- shape and structure ---------------------------------------------------------------------------------------

    def takes_and_gives(self, images: np.ndarray, outputs: int | None, hint: str = "") -> np.ndarray:
        """For a batch of images the model gives one row of finite numbers each. Returns the rows.

        Args:
            images: float array, shape (images, rows, columns). outputs: numbers in a row; None for any.
        """
        try:
            (rows,) = self.answer.outputs(images)
        except StudentError as error:
            first = error.first_line[:200]
            kind = error.reply["type"]
            settings = [layer["class_name"] for layer in self.answer.plain["layers"]]
            self._fail(
                f"gave a model that does not take images of shape {images.shape}: {kind}: {first}",
                ("does not take images", kind, settings, self.answer.plain["input_shape"]),
                hint or "The model's input is one picture, 28 rows by 28 columns.",
            )
        shape = getattr(rows, "shape", None)
        wanted = (len(images), outputs or (shape[-1] if shape else 0))
        if not isinstance(rows, np.ndarray) or shape != wanted:
            self._fail(
                f"gave a model that turns {len(images)} images into shape {shape}; expected {wanted} (images, classes).",
                ("output shape", shape, self._activations()),
                hint,
            )
        if not np.isfinite(rows).all():
            self._fail("gave a model whose output holds numbers that are not finite.", ("not finite",), hint)
        return rows

    def has_dense_layers(self, units: list[int], hint: str = "") -> None:
        """The trainable weights are those of dense layers with these numbers of units, and nothing else."""
        shapes = [weight.shape for weight in self._state()["weights"]]
        kernels = [shape for shape in shapes if len(shape) == 2]
        found = [shape[1] for shape in kernels]
        inputs = 784 if not kernels else kernels[0][0]
        frozen = [layer["class_name"] for layer in self._state()["layers"] if not layer["trainable"]]
        evidence = ("layers", shapes, self._extra_layers())
        random = [layer for layer in self._extra_layers() if layer in RANDOM_LAYERS]
        if random:
            self._fail(
                f"gave a model with a {random[0]} layer between; expected {_units(units)} and nothing else.",
                evidence,
                hint,
            )
        if frozen:
            self._fail(f"gave a model with a frozen layer ({frozen[0]}), which cannot learn.", ("frozen", shapes), hint)
        if found != units:
            words = _units(found) or "no dense layer"
            self._fail(f"gave a model with {words}; expected {_units(units)}.", evidence, hint)
        expected = [
            size for count, width in zip([inputs, *units], units, strict=False) for size in ((count, width), (width,))
        ]
        if shapes != expected:
            total = sum(int(np.prod(shape)) for shape in shapes)
            wanted = sum(int(np.prod(shape)) for shape in expected)
            self._fail(f"gave a model with {total:,} trainable weights; expected {wanted:,}.", evidence, hint)

    def computes(self, images: np.ndarray, hidden: str, hint: str = "") -> None:
        """The rows are what dense layers with this hidden activation make of the images, worked out from the weights.

        The last layer may end in softmax, or in bare scores if the loss is told so.

        Args:
            images: float array, shape (images, rows, columns); hidden: a key of ``networks.ACTIVATIONS``.
        """
        rows = self.takes_and_gives(images, self._outputs())
        scores = self._scores(images, hidden)
        if scores is not None and len(self._state()["weights"]) < 4:
            self._fail(f"gave a model without a hidden layer; expected one with {hidden}.", ("hidden", "none"), hint)
        if scores is not None and any(
            _near(rows, ACTIVATIONS[last](scores)) for last in ("softmax", "linear", "sigmoid")
        ):
            return
        if scores is not None and self._recognised(rows, images, hidden, ACTIVATIONS):
            return
        for other in ACTIVATIONS:
            if other != hidden and self._recognised(rows, images, other, ACTIVATIONS):
                none = "no activation" if other == "linear" else f"{other}"
                self._fail(f"gave a model whose hidden layer has {none}; expected {hidden}.", ("hidden", other), hint)
        self._fail(
            f"gave a model whose numbers are not those of its dense layers with {hidden} between them.",
            ("computes", self._activations(), self._extra_layers()),
            hint,
        )

    def gives_probabilities(self, images: np.ndarray, hint: str = "") -> None:
        """Each row is ten shares that sum to 1; or bare scores, if the loss is told ``from_logits``."""
        rows = self.takes_and_gives(images, self._outputs())
        sums = rows.astype(np.float64).sum(axis=1)
        scores = self._scores(images, "relu")
        loss = self._state()["loss"] or {}
        if loss.get("from_logits") and (
            scores is None or _near(rows, scores) or _near(rows, ACTIVATIONS["softmax"](scores))
        ):
            return
        if rows.min() < -NEAR or np.abs(sums - 1).max() > 1e-3:
            low, high = sums.min(), sums.max()
            self._fail(
                f"gave a model whose rows sum to {low:.2f} … {high:.2f}, with numbers from {rows.min():.2f} to "
                f"{rows.max():.2f}; expected ten probabilities that sum to 1.",
                ("sums", self._activations()),
                hint,
            )
        softmax = ACTIVATIONS["softmax"]
        every = [self._scores(images, hidden) for hidden in ACTIVATIONS] if scores is not None else []
        if any(_near(rows, softmax(one)) for one in every):
            return  # another hidden activation is not the business of this word
        if any(_near(rows, softmax(softmax(one))) for one in every):
            self._fail("gave a model that ends in softmax twice, one after the other.", ("softmax twice",), hint)
        unknown = [name for _, _, name in self._activations() if name is not None and name not in ACTIVATIONS]
        if every and not unknown:
            self._fail(
                "gave a model that ends in something else than softmax of the scores.",
                ("last", self._activations()),
                hint,
            )

    # -- compile ---------------------------------------------------------------------------------------------------

    def is_compiled(self, hint: str = "") -> None:
        """The model knows what to minimise and how."""
        if not self._state()["compiled"]:
            self._fail(
                "gave a model that is not compiled: it does not know yet what to minimise.", ("not compiled",), hint
            )

    def minimises_cross_entropy(self, images: np.ndarray, labels: np.ndarray, hint: str = "") -> None:
        """For single-number labels, the loss is -log of the probability of the true class.

        Args:
            images: float (images, rows, columns); labels: int (images,).
        """
        found = self._score(images, labels, "loss", hint)["loss"]
        (rows,) = self.answer.outputs(images)
        state = self._state()
        rows = rows.astype(np.float64)
        if rows.shape[1] <= labels.max():
            self._fail(
                f"gave a model with {_outputs(rows.shape[1])}, and one of the labels is {labels.max()}: each class needs "
                "an output of its own.",
                ("outputs", rows.shape[1]),
                hint,
            )
        chances = [rows, ACTIVATIONS["softmax"](rows)]  # bare scores, or a sigmoid that the loss looks through
        with np.errstate(divide="ignore"):
            losses = [-np.log(np.maximum(each[np.arange(len(labels)), labels], 1e-7)).mean() for each in chances]
        shares = rows / rows.sum(axis=1, keepdims=True)
        scores = self._scores(images, "relu")
        if scores is not None:
            chance = ACTIVATIONS["softmax"](scores)
            losses.append(-np.log(np.maximum(chance[np.arange(len(labels)), labels], 1e-7)).mean())
        losses.append(
            -np.log(np.maximum(shares[np.arange(len(labels)), labels], 1e-7)).mean() if rows.min() > 0 else np.nan
        )
        if not any(abs(found - loss) < 1e-3 * max(1.0, loss) for loss in losses if np.isfinite(loss)):
            name = (state["loss"] or {}).get("name", "no loss")
            self._fail(
                f"gave a model that minimises {name}, which is not cross-entropy of single-number labels.",
                ("loss", name),
                hint,
            )

    def uses_optimizer(self, name: str, slowest: float, fastest: float, hint: str = "") -> None:
        """The optimizer is of this kind, with a learning rate in a range that learns."""
        optimizer = self._state()["optimizer"] or {"name": "none", "learning_rate": None}
        if optimizer["name"].lower() != name:
            self._fail(
                f"gave a model with the optimizer {optimizer['name']}; expected {name}.",
                ("optimizer", optimizer["name"]),
                hint,
            )
        rate = optimizer["learning_rate"]
        if rate is not None and not slowest <= rate <= fastest:
            self._fail(
                f"gave a model with a learning rate of {rate:g}, which is too {'slow' if rate < slowest else 'fast'}; "
                f"expected something between {slowest:g} and {fastest:g}.",
                ("rate", rate),
                hint,
            )

    def reports_accuracy(self, images: np.ndarray, labels: np.ndarray, hint: str = "") -> None:
        """Among the metrics is one that gives the share of images whose largest output is the label's."""
        metrics = self._score(images, labels, "metrics", hint)["metrics"]
        (rows,) = self.answer.outputs(images)
        accuracy = float((rows.argmax(axis=1) == labels).mean())
        shown = {name: number for name, number in metrics.items() if name != "loss"}
        if not any(abs(number - accuracy) < 1e-4 for number in shown.values()):
            asked = self._state()["metrics"]
            words = (
                f"reports {', '.join(f'{name} {number:.3f}' for name, number in shown.items())}"
                if shown
                else "reports the loss only"
            )
            self._fail(
                f"gave a model that {words}; the share of right answers is not among it.", ("metrics", asked), hint
            )

    def is_untrained(self, images: np.ndarray, labels: np.ndarray, hint: str = "") -> None:
        """No step of training has been taken, here or elsewhere: it reads no more images than by guessing.

        Args:
            images: float (images, rows, columns); labels: int (images,).
        """
        scores = self._scores(images, "relu", np.float32)
        accuracy = share_right(self.answer.outputs(images)[0] if scores is None else scores, labels)
        if accuracy > GUESSED:
            mark = fingerprint(self._state()["weights"])
            self.answer.fingerprints.append(mark)
            self.answer.suspicions.append(
                f"{self.answer.call} gave a model that reads {accuracy:.0%} of unseen images before any training: its "
                f"weights (fingerprint {mark}) were trained elsewhere."
            )
            self._fail(
                f"gave a model that reads {accuracy:.0%} of unseen images right before any training. Expected a fresh "
                "one, which guesses.",
                ("trained", "reads"),
                hint,
            )
        optimizer = self._state()["optimizer"]
        if optimizer and optimizer["iterations"]:
            self._fail(f"gave a model that has been trained for {optimizer['iterations']} steps.", ("trained",), hint)

    def is_another_model_than(self, other, hint: str = "") -> None:
        """Another call built another model (equal weights from a fixed seed are nobody's business)."""
        if self.answer.handle == getattr(other, "handle", -1):
            self._fail("gave the very same model twice; expected a fresh one at each call.", ("same model",), hint)

    # -- what it has learned ---------------------------------------------------------------------------------------

    def reads(self, images: np.ndarray, labels: np.ndarray, at_least: float, hint: str = "") -> float:
        """The model as it is now gives the label its largest number for at least this share of the images.

        The judge multiplies the weights itself where they are two dense layers; the labels never leave it.
        """
        self._known = self.answer.state()
        scores = self._scores(images, "relu")
        few = self.answer.outputs(images[:20])[0]
        if scores is None or not _near(few.argmax(axis=1), scores[:20].argmax(axis=1)):
            rows = np.concatenate(self.answer.outputs(*np.array_split(images, max(1, len(images) // 2000))))
            self._note_loss(rows, labels)
            return self._enough(share_right(rows, labels), len(labels), at_least, hint or self._symptom(rows))
        for ending in ("softmax", "linear"):
            if _near(few, ACTIVATIONS[ending](scores[:20])):
                self._note_loss(ACTIVATIONS[ending](scores), labels)
        return self._enough(share_right(scores, labels), len(labels), at_least, hint or self._symptom(scores))

    def learns_to_read(
        self,
        lessons: tuple[np.ndarray, np.ndarray],
        exam: tuple[np.ndarray, np.ndarray],
        epochs: int,
        batch_size: int,
        at_least: float,
        hint: str = "",
        published: np.ndarray | None = None,
    ) -> float:
        """Trained on the lessons by the judge's protocol, the model reads at least this share of the exam.

        Where numbers confirm what the model is (see ``_network``), the judge trains that network itself, and once for
        a class; else the model is trained where it is.

        Args:
            lessons, exam: images as float (images, rows, columns), and labels.
            published: the exam's images as everybody knows them, where the exam's own are changed a little.
        """
        images, labels = lessons
        network = self._network(images, labels)
        if network is None:
            self._history = self.answer.fit(images, labels, epochs, batch_size)
            if published is not None:
                self._looks_up(published, *exam)
            return self.reads(*exam, at_least, hint)
        plan = {"images": images, "labels": labels, "epochs": epochs, "batch_size": batch_size}
        found = self.answer.score_after(network, plan, exam)
        self.answer.measurements["loss"] = found.loss
        return self._enough(found.accuracy, len(exam[1]), at_least, hint)

    def _network(self, images: np.ndarray, labels: np.ndarray) -> Network | None:
        """The model as a network that adam trains on cross-entropy, if it is one; None if it is another.

        How an ordinary one learns is clear. From others the loss and two steps of training are asked for, and must be
        what NumPy makes of the weights. (Of adam's settings the first step shows the learning rate only, the second one
        the others too.) Who lies here gains nothing: what is trained is the network of which the weights are told, and a
        right one is asked for.
        """
        few, their_labels = images[:STEP], labels[:STEP]
        network = self._as_network(few, labels)
        if network is None or self._is_ordinary(network):
            return network
        batches = [(few, their_labels), (images[-STEP:], labels[-STEP:])]
        try:
            after = self.answer.steps(batches)
        except StudentError:
            return None
        if after["loss"] is None or abs(after["loss"] - network.score(few, their_labels).loss) > 1e-3:
            return None
        return network if _same_steps(network, network.adam_steps(batches), after["weights"]) else None

    def _as_network(self, images: np.ndarray, labels: np.ndarray) -> Network | None:
        """The model as a network of dense relu layers, if its outputs for these images are what NumPy makes of its weights.

        Args:
            labels: each of which needs an output.
        """
        state = self._state()
        rate = (state["optimizer"] or {}).get("learning_rate")
        weights = state["weights"]
        scores = self._scores(images, "relu")
        if not rate or not 0 < rate < 1 or scores is None or state["total"] != state["trainable"]:
            return None
        if labels.max() >= self._outputs():
            return None
        if state.get("types", TYPES) != TYPES:  # too near to be told from float32 by numbers; learns a little otherwise
            return None
        (rows,) = self.answer.outputs(images)
        if not isinstance(rows, np.ndarray):
            return None
        endings = [end for end in ("softmax", "linear") if _near(rows, ACTIVATIONS[end](scores))]
        if len(endings) != 1:
            return None
        pairs = list(zip(weights[::2], weights[1::2], strict=True))
        layers = [Dense(kernel, bias, "relu") for kernel, bias in pairs[:-1]]
        layers.append(Dense(*pairs[-1], endings[0]))
        from_logits = endings == ["linear"]
        return Network(tuple(layers), images.shape[1:], learning_rate=rate, eager=False, from_logits=from_logits)

    def _is_ordinary(self, network: Network) -> bool:
        """Whether the model is made of Keras's own parts with the usual settings, and the loss fits the last layer."""
        state = self._state()
        return state.get("ordinary") is True and (state["loss"] or {}).get("from_logits") is network.from_logits

    def _looks_up(self, published: np.ndarray, images: np.ndarray, labels: np.ndarray) -> None:
        """Takes note of a model that knows the published images much better than the same ones with a little noise."""
        known, read = (
            share_right(np.concatenate(self.answer.outputs(*np.array_split(each, max(1, len(each) // 2000)))), labels)
            for each in (published, images)
        )
        if known - read > LOOKED_UP:
            self.answer.suspicions.append(
                f"{self.answer.call} gave a model that reads {known:.0%} of the published test images, and {read:.0%} "
                "of the same images with a little noise, as a table of known images would."
            )

    def _note_loss(self, rows: np.ndarray, labels: np.ndarray) -> None:
        """Keeps the loss, for the class's statistics, where the model's rows tell it: as probabilities or bare scores."""
        if rows.ndim != 2 or rows.shape[1] <= labels.max() or not np.isfinite(rows).all():
            return
        shares = rows.min() >= 0 and np.abs(rows.sum(axis=1) - 1).max() < 1e-3
        if not shares and (self._state()["loss"] or {}).get("from_logits"):
            rows, shares = softmax(rows), True
        if shares:
            self.answer.measurements["loss"] = cross_entropy(rows, labels)

    def _enough(self, accuracy: float, count: int, at_least: float, hint: str) -> float:
        self.answer.measurements.update(accuracy=accuracy, accuracy_needed=at_least)
        if accuracy < at_least:
            how = "alike" if self._is_alike() else "guesses" if accuracy < 0.2 else "too few"
            self._fail(
                f"gave a model that reads {accuracy:.1%} of {count:,} unseen images right after the training; "
                f"expected at least {at_least:.1%}.",
                ("reads", how),
                hint,
            )
        return accuracy

    def _is_alike(self) -> bool:
        """Whether all units of a layer have the same weights, so that they can only learn the same."""
        kernels = [weight for weight in self._state()["weights"] if weight.ndim == 2]
        return any(kernel.shape[1] > 1 and bool((kernel == kernel[:, :1]).all()) for kernel in kernels)

    def _symptom(self, scores: np.ndarray) -> str:
        return symptom(*training_numbers(getattr(self, "_history", None)), scores)

    # -- shared ----------------------------------------------------------------------------------------------------

    def _state(self) -> dict:
        """The model's description; asked again once its weights exist."""
        if not hasattr(self, "_known"):
            self._known = self.answer.plain
            if not self._known["weights"] or not self._known["built"]:
                self._known = self.answer.state()
        return self._known

    def _outputs(self) -> int | None:
        """How many numbers the last layer gives: its kernel's columns; None where there is none."""
        kernels = [weight for weight in self._state()["weights"] if weight.ndim == 2]
        return kernels[-1].shape[1] if kernels else None

    def _scores(self, images: np.ndarray, hidden: str, dtype: type = np.float64) -> np.ndarray | None:
        """What the last layer gets to see, from the weights alone; None if they are not those of dense layers."""
        weights = [weight.astype(dtype) for weight in self._state()["weights"]]
        values = images.reshape(len(images), -1).astype(dtype)
        if len(weights) % 2 or not weights:
            return None
        for place in range(0, len(weights), 2):
            kernel, bias = weights[place : place + 2]
            if kernel.ndim != 2 or kernel.shape[0] != values.shape[1] or bias.shape != kernel.shape[1:]:
                return None
            values = values @ kernel + bias
            if place + 2 < len(weights):
                values = ACTIVATIONS[hidden](values)
        return values

    def _recognised(self, rows: np.ndarray, images: np.ndarray, hidden: str, endings: dict) -> bool:
        scores = self._scores(images, hidden)
        if scores is None:
            return False
        ends = [end(scores) for end in endings.values()]
        ends.append(ACTIVATIONS["softmax"](ACTIVATIONS["softmax"](scores)))
        return any(_near(rows, end) for end in ends)

    def _score(self, images: np.ndarray, labels: np.ndarray, what: str, hint: str) -> dict:
        self.is_compiled(hint)
        try:
            return self._known_score(images, labels) or self.answer.score(images, labels)
        except StudentError as error:
            first = error.first_line[:200]
            settings = {"loss": (self._state()["loss"] or {}).get("name"), "metrics": self._state()["metrics"]}
            self._fail(
                f"gave a model whose {what} cannot be worked out for labels that are single numbers: "
                f"{error.reply['type']}: {first}",
                ("score", error.reply["type"], settings),
                hint or meaning((error.reply["type"], *error.reply.get("bases", ())), error.reply.get("message", "")),
            )

    def _known_score(self, images: np.ndarray, labels: np.ndarray) -> dict | None:
        """What an ordinary model that reports the accuracy must say; None for any other, which has to be asked (40 ms)."""
        if self._state().get("ordinary") is not True or self._state()["metrics"] not in ACCURACY:
            return None
        network = self._as_network(images, labels)
        if network is None or not self._is_ordinary(network):
            return None
        (rows,) = self.answer.outputs(
            images
        )  # and not the network's: of numbers that are equal either may be the largest
        loss = cross_entropy(softmax(rows) if network.from_logits else rows, labels)
        return {"loss": loss, "metrics": {"accuracy": share_right(rows, labels)}}

    def _activations(self) -> list:
        return [(layer["class_name"], layer["units"], layer["activation"]) for layer in self.answer.plain["layers"]]

    def _extra_layers(self) -> list[str]:
        usual = {"InputLayer", "Flatten", "Reshape", "Dense", "Activation", "ReLU", "Softmax"}
        return [layer["class_name"] for layer in self.answer.plain["layers"] if layer["class_name"] not in usual]

    def _fail(self, what: str, evidence: object, hint: str = "") -> None:
        raise Failure(f"{self.answer.call} {what}{' ' + hint if hint else ''}", evidence)


def _near(one: np.ndarray, other: np.ndarray) -> bool:
    return one.shape == other.shape and bool(np.allclose(one, other, rtol=1e-3, atol=NEAR))


def _same_steps(before: Network, expected: Network, found: object) -> bool:
    """Did the weights move as they should? Steps of almost no gradient may differ: float32 gives them either sign."""
    wanted = expected.weights()
    if not isinstance(found, list) or [getattr(one, "shape", None) for one in found] != [one.shape for one in wanted]:
        return False
    wrong = [np.abs(one - other) > 0.02 * before.learning_rate for one, other in zip(found, wanted, strict=True)]
    share = sum(int(one.sum()) for one in wrong) / sum(one.size for one in wrong)
    return share < 0.002 and all(np.isfinite(one).all() for one in found)


def _outputs(number: int) -> str:
    return "one output" if number == 1 else f"{number} outputs"


def _units(units: list[int]) -> str:
    if not units:
        return ""
    numbers = " and ".join(str(number) for number in units)
    return f"dense layers of {numbers} units" if len(units) > 1 else f"one dense layer of {numbers} units"
