"""Networks: what a check can say about a model. Meaning counts, not spelling.

What a model says of itself is a claim; a point is given for what it does (``model_behaviour``): the judge draws images, weights
and labels, multiplies itself, and compares. A layer's class or a loss's name only helps to word the message.
"""

from __future__ import annotations

import contextlib

import numpy as np

from autograder.content.integrity import fingerprint
from autograder.expectations.answer import Answer, StudentError, Words, fail_closed
from autograder.expectations.exception_hints import meaning
from autograder.expectations.model_behaviour import ENDINGS, TWICE, Behaviour, Structure, near
from autograder.expectations.network import Network, cross_entropy, last_scores, share_right, softmax
from autograder.expectations.training_symptoms import symptom, training_numbers

RANDOM_LAYERS = {"Dropout", "SpatialDropout1D", "GaussianDropout", "AlphaDropout", "GaussianNoise"}
GUESSED = 0.5  # of ten digits; fresh networks read 0.05 to 0.15 of a thousand (measured, 200 seeds)
LOOKED_UP = 0.1  # more of the published images than of the same with noise; a network's difference is under 0.01
TYPES = ["float32"]  # of the networks that the judge trains itself
NEAR = 1e-4  # float32 sums in another order differ by about 1e-6
DEEPEST = 50  # layers of a model that is tried out and trained; each costs the more the more there are
LARGEST = 5_000_000  # trainable weights of such a model
OLD = {"tensorflow", "tf_keras"}  # packages with models that are not Keras's own
USUAL_RATES = (2e-4, 2e-2)  # of adam: beyond them, the rate is what explains how a model learned


@fail_closed
class ModelExpectation(Words):
    """Words about one model. Each returns the expectation itself or the number it found, or raises ``Failure``.

    Args:
        answer: a ``model_answers.ModelAnswer``.

    Raises:
        Failure: the answer is no model.
    """

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        self._places: np.ndarray | None = None  # of the classes, where they changed places for a training
        if answer.kind != "model":
            what = "None" if answer.value is None else f"a {answer.type_name}"
            package, _, kind = answer.type_name.rpartition(".")
            hint = {
                "NoneType": "Is the return missing? summary, add and compile give None.",
                "KerasTensor": "This is the output of the network, not the network.",
            }.get(kind, "")
            if package.partition(".")[0] in OLD and kind in ("Sequential", "Functional", "Model"):
                hint = (
                    f"This is a {kind} from an old copy of Keras (such as tensorflow.python.keras). Write import "
                    f"keras, and take {kind} and its layers from there."
                )
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
                hint or "The model's input is a single image, 28 rows by 28 columns.",
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
            self._fail("gave a model whose output contains numbers that are not finite.", ("not finite",), hint)
        return rows

    def has_dense_layers(self, units: list[int], images: np.ndarray, hint: str = "") -> None:
        """The trainable weights are those of dense layers with these numbers of units, and nothing else.

        Args:
            images: float array, shape (images, rows, columns), of the size that the model takes.
        """
        self._make_weights(images)
        self._is_small()
        shapes = [weight.shape for weight in self._state()["weights"]]
        kernels = [shape for shape in shapes if len(shape) == 2]
        found = [shape[1] for shape in kernels]
        pixels = int(np.prod(images.shape[1:]))
        frozen = [layer["class_name"] for layer in self._state()["layers"] if not layer["trainable"]]
        others = self._extra_layers()
        evidence = ("layers", shapes, others)
        random = [layer for layer in others if layer in RANDOM_LAYERS]
        if random:
            self._fail(
                f"gave a model with a {random[0]} layer between; expected {_units(units)} and nothing else.",
                evidence,
                hint,
            )
        if frozen:
            self._fail(f"gave a model with a frozen layer ({frozen[0]}), which cannot learn.", ("frozen", shapes), hint)
        besides = f" The page does not ask for the {others[0]} layer." if others and others != ["Rescaling"] else ""
        if found != units:
            words = _units(found) or "no dense layer"
            self._fail(f"gave a model with {words}; expected {_units(units)}.{besides}", evidence, hint)
        expected = [
            size for count, width in zip([pixels, *units], units, strict=False) for size in ((count, width), (width,))
        ]
        if shapes != expected:
            total = sum(int(np.prod(shape)) for shape in shapes)
            wanted = sum(int(np.prod(shape)) for shape in expected)
            first = kernels[0][0]
            whole = (
                f" Its first dense layer gets {first} of the {pixels} numbers of an image at a time."
                if first < pixels and not besides
                else ""
            )
            self._fail(
                f"gave a model with {total:,} trainable weights; expected {wanted:,}.{besides}{whole}", evidence, hint
            )
        if not self._structures(images):
            self._fail(
                "gave a model whose weights have the right shapes, but its output for an image is not the output of "
                f"dense layers with these weights.{besides}",
                ("not of its weights", self._activations(), others),
                hint,
            )

    def computes(self, images: np.ndarray, hidden: str, hint: str = "") -> None:
        """The rows are what dense layers with this hidden activation make of images, worked out from the weights.

        The last layer may end in softmax, or in bare scores if the loss is told so.

        Args:
            images: float array, shape (images, rows, columns); hidden: a key of ``network.ACTIVATIONS``.
        """
        self._is_small()
        rows = self.takes_and_gives(images, self._outputs())
        found = [] if self._is_scaled() else self._structures(images)
        if found and len(self._state()["weights"]) < 4:
            self._fail(f"gave a model without a hidden layer; expected one with {hidden}.", ("hidden", "none"), hint)
        if found and self._fits(rows, images, hidden):
            return
        if found and hidden not in {one.hidden for one in found}:
            other = found[0].hidden
            none = "no activation" if other == "linear" else f"{other}"
            self._fail(f"gave a model whose hidden layer has {none}; expected {hidden}.", ("hidden", other), hint)
        others = self._extra_layers()
        besides = f" It has a {others[0]} layer, too." if others else ""
        self._fail(
            f"gave a model whose output is not the output of its dense layers with {hidden} between them.{besides}",
            ("computes", self._activations(), others),
            hint,
        )

    def gives_probabilities(self, images: np.ndarray, hint: str = "") -> None:
        """Each row is ten shares that sum to 1; or bare scores, if the loss is told ``from_logits``.

        Remarks on bare scores, and on a loss that is told of bare scores and gets shares.
        """
        self._is_small()
        rows = self.takes_and_gives(images, self._outputs())
        sums = rows.astype(np.float64).sum(axis=1)
        endings = {one.last for one in self._structures(images)}
        shares = rows.min() >= -NEAR and np.abs(sums - 1).max() <= 1e-3
        from_logits = (self._state()["loss"] or {}).get("from_logits") is True
        if from_logits and not shares and ("linear" in endings or (not endings and self._loss_takes_scores(images))):
            self.answer.remarks.append(
                "The model gives raw scores, but the description asks for probabilities: a last layer with softmax. "
                "This is accepted because the loss knows it (from_logits=True)."
            )
            return
        if not shares:
            low, high = sums.min(), sums.max()
            self._fail(
                f"gave a model whose rows sum to {low:.2f} … {high:.2f}, with numbers from {rows.min():.2f} to "
                f"{rows.max():.2f}; expected ten probabilities that sum to 1.",
                ("sums", self._activations()),
                hint,
            )
        if "softmax" in endings:
            if from_logits:
                self.answer.remarks.append(
                    "from_logits=True tells the loss that it gets raw scores, but this model gives probabilities. "
                    "Leave it out."
                )
            return  # another hidden activation is not the business of this word
        if TWICE in endings:
            self._fail("gave a model that ends in softmax twice, one after the other.", ("softmax twice",), hint)
        if near(rows, np.broadcast_to(rows[:1], rows.shape)):
            self._fail("gave a model that gives the same row for every image.", ("the same row",), hint)
        if endings:
            self._fail(
                "gave a model that does not end in softmax of the scores.",
                ("last", self._activations()),
                hint,
            )

    def _loss_takes_scores(self, images: np.ndarray) -> bool:
        """Whether its loss is that of bare scores, even if nobody can work out what its layers do."""
        try:
            judged = self._behaviour(images).judged()
        except StudentError:
            return False
        return all(
            _is_cross_entropy(cross_entropy(softmax(rows.astype(np.float64)), labels, 1e-300), reported["loss"])
            for _images, rows, labels, reported in judged
        )

    # -- compile ---------------------------------------------------------------------------------------------------

    def is_compiled(self, hint: str = "") -> None:
        """The model knows what to minimise and how."""
        if not self._state()["compiled"]:
            self._fail(
                "gave a model that is not compiled: it does not know yet what to minimise.", ("not compiled",), hint
            )

    def minimises_cross_entropy(self, images: np.ndarray, labels: np.ndarray, hint: str = "") -> None:
        """For single-number labels, the loss is -log of the probability of the true class, and a step makes it smaller.

        Args:
            images: float (images, rows, columns); labels: int (images,).
        """
        self._is_small()
        found = self._score(images, labels, "loss", hint)["loss"]
        (rows,) = self.answer.outputs(images)
        if rows.shape[1] <= labels.max():
            self._fail(
                f"gave a model with {_outputs(rows.shape[1])}, and one of the labels is {labels.max()}: each class "
                "needs its own output.",
                ("outputs", rows.shape[1]),
                hint,
            )
        tried = [(images, rows, labels, {"loss": found}), *self._judged(images, "loss", hint)]
        fits = [[_is_cross_entropy(loss, one["loss"]) for loss in self._losses(*rest)] for *rest, one in tried]
        if not any(all(each) for each in zip(*fits, strict=True)):  # by one and the same way of working it out
            name = (self._state()["loss"] or {}).get("name", "no loss")
            self._fail(
                f"gave a model that minimises {name}, which is not cross-entropy of single-number labels.",
                ("loss", name),
                hint,
            )
        learns = self._asked("loss", hint, self._behaviour(images).learns_cross_entropy)
        if learns is None:
            self._fail(
                "gave a model that does not change in a training step: it minimises nothing.", ("no step",), hint
            )
        if not learns:
            self._fail(
                "gave a model that reports the right loss, but a training step does not make this loss smaller.",
                ("another step",),
                hint,
            )

    def _losses(self, images: np.ndarray, rows: np.ndarray, labels: np.ndarray) -> list[float]:
        """What the loss may be, by the ways in which a model can be told of it. In the same order each time."""
        rows = rows.astype(np.float64)
        known = self._scores(images, "relu")
        with np.errstate(divide="ignore", invalid="ignore"):
            chances = [rows, softmax(rows), rows / rows.sum(axis=1, keepdims=True)]
        chances.append(chances[0] if known is None else softmax(known))
        return [cross_entropy(each, labels, least) for each in chances for least in (1e-7, 1e-300)]  # Keras does either

    def uses_optimizer(self, name: str, images: np.ndarray, slowest: float, fastest: float, hint: str = "") -> None:
        """The optimizer is of this kind and moves weights as this kind does, at a learning rate in a range that learns.

        Args:
            images: float array, shape (images, rows, columns), of the size that the model takes.
        """
        self._make_weights(images)
        optimizer = self._state()["optimizer"] or {"name": "none", "learning_rate": None}
        if optimizer["name"].lower() != name:
            self._fail(
                f"gave a model with the optimizer {optimizer['name']}; expected {name}.",
                ("optimizer", optimizer["name"]),
                hint,
            )
        rate = optimizer["learning_rate"]
        if rate is None or not slowest <= rate <= fastest:
            shown, slow = "none" if rate is None else f"{rate:g}", rate is not None and rate < slowest
            self._fail(
                f"gave a model with a learning rate of {shown}, which is too {'slow' if slow else 'fast'}; "
                f"expected something between {slowest:g} and {fastest:g}.",
                ("rate", "slow" if slow else "fast"),
                hint,
            )
        self._is_small()
        if name == "adam" and not self._asked("optimizer", hint, self._behaviour(images).is_adam):
            self._fail(
                f"gave a model whose optimizer is called {optimizer['name']} but does not change the weights as {name} does.",
                ("optimizer", "another in disguise"),
                hint,
            )

    def reports_accuracy(self, images: np.ndarray, labels: np.ndarray, hint: str = "") -> None:
        """Among the metrics is one that gives the share of images whose largest output is the label's."""
        self._is_small()
        metrics = self._score(images, labels, "metrics", hint)["metrics"]
        (rows,) = self.answer.outputs(images)
        shown = {name: number for name, number in metrics.items() if name != "loss"}
        tried = [(images, rows, labels, {"metrics": metrics}), *self._judged(images, "metrics", hint)]
        if not any(
            all(
                abs(one["metrics"].get(name, np.nan) - share_right(rows, labels)) < 1e-4
                for _, rows, labels, one in tried
            )
            for name in shown
        ):
            asked = self._state()["metrics"]
            words = (
                f"reports {', '.join(f'{name} {number:.3f}' for name, number in shown.items())}"
                if shown
                else "reports the loss only"
            )
            self._fail(
                f"gave a model that {words}; the share of right answers is missing.", ("metrics", asked), hint
            )

    def is_untrained(self, images: np.ndarray, labels: np.ndarray, hint: str = "") -> None:
        """No step of training has been taken, here or elsewhere: it reads no more images than by guessing.

        Args:
            images: float (images, rows, columns); labels: int (images,).
        """
        accuracy = share_right(self.answer.outputs(images)[0], labels)
        if accuracy > GUESSED:
            mark = fingerprint(self._state()["weights"])
            self.answer.fingerprints.append(mark)
            self.answer.suspicions.append(
                f"{self.answer.call} gave a model that reads {accuracy:.0%} of unseen images right before any training: its "
                f"weights (fingerprint {mark}) were trained elsewhere."
            )
            self._fail(
                f"gave a model that reads {accuracy:.0%} of unseen images right before any training. Expected a new "
                "one, which only guesses.",
                ("trained", "reads"),
                hint,
            )
        optimizer = self._state()["optimizer"]
        if optimizer and optimizer["iterations"]:
            self._fail(f"gave a model that has been trained for {optimizer['iterations']} steps.", ("trained",), hint)

    def is_another_model_than(self, other, hint: str = "") -> None:
        """Another call built another model (equal weights from a fixed seed are nobody's business)."""
        if self.answer.handle == getattr(other, "handle", -1):
            self._fail("gave the same model twice; expected a new one at each call.", ("same model",), hint)

    # -- what it has learned ---------------------------------------------------------------------------------------

    def reads(self, images: np.ndarray, labels: np.ndarray, at_least: float, hint: str = "") -> float:
        """The model as it is now gives the label its largest number for at least this share of the images."""
        rows = self._rows(images)
        if self._places is not None and rows.ndim == 2 and rows.shape[1] >= len(self._places):
            rows = np.concatenate([rows[:, self._places], rows[:, len(self._places) :]], axis=1)
        self._note_loss(rows, labels)
        return self._enough(share_right(rows, labels), len(labels), at_least, hint or self._symptom(rows))

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

        Where what it does confirms what it says it is (see ``_network``), the judge trains that network itself, and once
        for a class; else the model is trained where it is. There the classes change places in secret, so that only a
        model that learns from the labels reads them.

        Args:
            lessons, exam: images as float (images, rows, columns), and labels.
            published: the exam's images as everybody knows them, where the exam's own are changed a little.
        """
        images, labels = lessons
        self._is_small()
        network = self._network(images, labels)
        if network is None:
            return self._learns_where_it_is(lessons, exam, epochs, batch_size, at_least, hint, published)
        plan = {"images": images, "labels": labels, "epochs": epochs, "batch_size": batch_size}
        found = self.answer.score_after(network, plan, exam)
        self.answer.measurements["loss"] = found.loss
        return self._enough(found.accuracy, len(exam[1]), at_least, hint)

    def _learns_where_it_is(self, lessons, exam, epochs, batch_size, at_least, hint, published) -> float:
        (images, labels), (unseen, truth) = lessons, exam
        places = self.answer.drawing().permutation(int(max(labels.max(), truth.max())) + 1).astype(labels.dtype)
        self._history = self.answer.fit(images, places[labels], epochs, batch_size)
        if "would_take" in self._history:
            self._fail(
                f"gave a model that is too slow to be trained here: {len(images):,} images, {epochs} times, would take "
                f"{float(self._history['would_take']):.0f} s of computing.",
                ("too slow",),
                hint,
            )
        if published is not None:
            self._looks_up(published, unseen, truth)
            self._looks_up(published, unseen, places[truth])
        self._places = places
        return self.reads(unseen, truth, at_least, hint)

    def _network(self, images: np.ndarray, labels: np.ndarray) -> Network | None:
        """The model as a network that adam trains on cross-entropy, if it is one; None if it is another.

        It says that it is made of Keras's own parts with the usual settings, and it does what such a model does: its
        outputs, its loss and two steps of training are what NumPy makes of drawn images, weights and labels.
        """
        state = self._state()
        rate = (state["optimizer"] or {}).get("learning_rate")
        if state.get("ordinary") is not True or not rate or not 0 < rate < 1 or state["total"] != state["trainable"]:
            return None
        if labels.max() >= (self._outputs() or 0):
            return None
        if state.get("types", TYPES) != TYPES:  # too near to be told from float32 by numbers; learns a little otherwise
            return None
        behaviour = self._behaviour(images)
        from_logits = (state["loss"] or {}).get("from_logits") is True
        structure = Structure("relu", "linear" if from_logits else "softmax")
        try:
            is_it = (
                structure in behaviour.structures() and behaviour.learns_like(structure) and behaviour.still(structure)
            )
        except StudentError:
            return None
        return behaviour.network(structure) if is_it else None

    def _looks_up(self, published: np.ndarray, images: np.ndarray, labels: np.ndarray) -> None:
        """Takes note of a model that knows the published images much better than the same ones with a little noise."""
        known, read = (share_right(self._rows(each), labels) for each in (published, images))
        if known - read > LOOKED_UP:
            self.answer.suspicions.append(
                f"{self.answer.call} gave a model that reads {known:.0%} of the published test images, and {read:.0%} "
                "of the same images with a little noise, like a table of known images."
            )

    def _rows(self, images: np.ndarray) -> np.ndarray:
        """What the model gives for many images."""
        return np.concatenate(self.answer.outputs(*np.array_split(images, max(1, len(images) // 2000))))

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
            how = self._speed() or ("guesses" if accuracy < 0.2 else "too few")
            self._fail(
                f"gave a model that reads {accuracy:.1%} of {count:,} unseen images right after the training; "
                f"expected at least {at_least:.1%}.",
                ("weights", "alike") if self._is_alike() else ("reads", how),
                hint,
            )
        return accuracy

    def _is_alike(self) -> bool:
        """Whether all units of a layer have the same weights, so that they can only learn the same."""
        kernels = [weight for weight in self._state()["weights"] if weight.ndim == 2]
        return any(kernel.shape[1] > 1 and bool((kernel == kernel[:, :1]).all()) for kernel in kernels)

    def _speed(self) -> str:
        """Whether the learning rate is far from the usual ones; empty if not."""
        rate = (self._state()["optimizer"] or {}).get("learning_rate")
        slowest, fastest = USUAL_RATES
        return "" if rate is None or slowest <= rate <= fastest else "slow" if rate < slowest else "fast"

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

    def _make_weights(self, images: np.ndarray) -> None:
        """A model that does not know the size of its images has weights only once it has seen one."""
        if not self._state()["weights"] and not self._state()["built"]:
            with contextlib.suppress(StudentError):
                self.answer.outputs(images)
            del self._known

    def _outputs(self) -> int | None:
        """How many numbers the last layer gives: its kernel's columns; None where there is none."""
        kernels = [weight for weight in self._state()["weights"] if weight.ndim == 2]
        return kernels[-1].shape[1] if kernels else None

    def _behaviour(self, images: np.ndarray) -> Behaviour:
        return Behaviour.of(self.answer, self._state(), images.shape[1:])

    def _structures(self, images: np.ndarray) -> list[Structure]:
        """What structures of dense layers it computes; none where it cannot be tried out with other weights."""
        try:
            return self._behaviour(images).structures()
        except StudentError:
            return []

    def _fits(self, rows: np.ndarray, images: np.ndarray, hidden: str) -> bool:
        """Whether these rows, too, are what one of its structures with this hidden activation gives."""
        behaviour = self._behaviour(images)
        known = behaviour.scores(behaviour.state_weights, images, hidden)
        return any(near(rows, ENDINGS[one.last](known)) for one in self._structures(images) if one.hidden == hidden)

    def _is_scaled(self) -> bool:
        return "Rescaling" in self._extra_layers()

    def _is_small(self) -> None:
        """Small enough to be tried out: its size is no secret, and a large one would hold the class up."""
        state = self._state()
        depth, count = state.get("depth", 0), state["trainable"]
        if depth > DEEPEST or count > LARGEST:
            what = f"{depth:,} layers" if depth > DEEPEST else f"{count:,} trainable weights"
            most = f"{DEEPEST} layers" if depth > DEEPEST else f"{LARGEST:,} weights"
            self._fail(f"gave a model of {what}. A model of more than {most} is not trained here.", ("too large",))

    def _scores(self, images: np.ndarray, hidden: str) -> np.ndarray | None:
        return last_scores(self._state()["weights"], images, hidden)

    def _judged(self, images: np.ndarray, what: str, hint: str) -> list:
        return self._asked(what, hint, self._behaviour(images).judged)

    def _asked(self, what: str, hint: str, question):
        """The answer to a question about the loss or the metrics; a ``Failure`` where the model raises."""
        try:
            return question()
        except StudentError as error:
            first = error.first_line[:200]
            settings = {"loss": (self._state()["loss"] or {}).get("name"), "metrics": self._state()["metrics"]}
            self._fail(
                f"gave a model whose {what} cannot be calculated for labels that are single numbers: "
                f"{error.reply['type']}: {first}",
                ("score", error.reply["type"], settings),
                hint or meaning((error.reply["type"], *error.reply.get("bases", ())), error.reply.get("message", "")),
            )

    def _score(self, images: np.ndarray, labels: np.ndarray, what: str, hint: str) -> dict:
        self.is_compiled(hint)
        return self._asked(what, hint, lambda: self.answer.score(images, labels))

    def _activations(self) -> list:
        return [(layer["class_name"], layer["units"], layer["activation"]) for layer in self.answer.plain["layers"]]

    def _extra_layers(self) -> list[str]:
        usual = {"InputLayer", "Flatten", "Reshape", "Dense", "Activation", "ReLU", "Softmax"}
        return [layer["class_name"] for layer in self.answer.plain["layers"] if layer["class_name"] not in usual]


def _is_cross_entropy(right: float, reported: float) -> bool:
    return bool(np.isfinite(right)) and abs(reported - right) < 1e-3 * max(1.0, right)


def _outputs(number: int) -> str:
    return "one output" if number == 1 else f"{number} outputs"


def _units(units: list[int]) -> str:
    if not units:
        return ""
    numbers = " and ".join(str(number) for number in units)
    return f"dense layers of {numbers} units" if len(units) > 1 else f"one dense layer of {numbers} units"
