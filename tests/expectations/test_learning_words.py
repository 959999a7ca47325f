"""The words about what a model has learned or learns: each passes, fails, and is pinned in its wording. Without Keras."""

from dataclasses import replace

import numpy as np
import pytest
from answered_models import (
    FROM_LOGITS,
    IMAGES,
    LABELS,
    MANY,
    STRANGE,
    UNCOMPILED,
    UNITS,
    layer,
    model,
    network,
    one_by_one,
    said_of,
    truth,
)

from autograder.core.shortcuts import Shortcut
from autograder.expectations import network as networks
from autograder.expectations.models import ModelExpectation
from autograder.expectations.network import (
    Network,
    softmax,
)

# -- fresh ------------------------------------------------------------------------------------------------------------


def test_is_untrained(said):
    exam = MANY, truth(network(), wrong=3000), 0.5
    model(network()).is_untrained(*exam)
    model(network(), **UNCOMPILED).is_untrained(*exam)
    model(network()).is_untrained(*exam[:2], at_most=1100 / 4100)  # just so many may be right by guessing
    trained = {"name": "Adam", "learning_rate": 0.001, "iterations": 94}
    message = said(model(network(), optimizer=trained).is_untrained, *exam)
    assert message == "build_model() gave a model that has been trained for 94 steps."


@pytest.mark.parametrize("changes", [{}, {"weights": []}], ids=["by its weights", "by its outputs"])
def test_a_model_that_can_read_before_any_training_is_not_fresh(said, changes):
    """Whatever its optimizer says. A person is told, and which weights these are."""
    one = model(network(), **changes)
    message = said(one.is_untrained, MANY, truth(network(), wrong=1025), 0.5)
    assert message == (
        "build_model() gave a model that reads 75% of unseen images right before any training. Expected a new one, "
        "which only guesses."
    )
    (note,), (mark,) = one.answer.suspicions, one.answer.fingerprints
    assert "reads 75% of unseen images right before any training" in note and mark in note


@pytest.mark.parametrize(("steps", "evidence"), [(0, ("trained", "reads")), (94, ("trained", "reads", "in steps"))])
def test_weights_from_elsewhere_leave_other_evidence_than_a_training(refusal, steps, evidence):
    one = model(network(), optimizer={"name": "Adam", "learning_rate": 0.001, "iterations": steps})
    assert refusal(one.is_untrained, MANY, truth(network(), wrong=1025), 0.5).evidence == evidence


# -- what it has learned ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("last", ["softmax", "linear", "sigmoid"])
def test_reads_passes_and_gives_the_share(last):
    net = network(last=last)
    assert model(net).reads(MANY, truth(net, 1025), at_least=0.75) == 0.75


@pytest.mark.parametrize(
    ("net", "changes"),
    [(network("tanh"), {}), (network(), STRANGE), (network(), {"weights": []})],
    ids=["tanh", "strange", "none"],
)
def test_reads_asks_the_model_where_the_weights_do_not_tell(net, changes):
    assert model(net, **changes).reads(MANY, truth(net, 1025), at_least=0.75) == 0.75


MEASURED = {
    "softmax": (network(), {}, True),
    "scores that the loss knows as such": (network(last="linear"), {"loss": FROM_LOGITS}, True),
    "scores that it takes for probabilities": (network(last="linear"), {}, False),
    "shares, and a loss that looks through them": (network(), {"loss": FROM_LOGITS}, True),
    "sigmoids": (network(last="sigmoid"), {}, False),
    "a softmax behind another hidden layer": (network("tanh"), {}, True),
    "weights that do not tell": (network(), {"weights": []}, True),
}


@pytest.mark.parametrize(("net", "changes", "told"), MEASURED.values(), ids=MEASURED)
def test_reads_leaves_its_numbers_for_the_statistics(net, changes, told):
    """The share that was read; and the loss, but only where the rows are probabilities or say how they become some."""
    one, labels = model(net, **changes), truth(net, 1025)
    one.reads(MANY, labels, at_least=0.25)
    found = one.answer.measurements
    assert (found["accuracy"], found["accuracy_needed"]) == (0.75, 0.25)
    rows = net.outputs(MANY)
    chances = softmax(rows) if net.layers[-1].activation == "linear" else rows
    assert ("loss" in found) is told
    if told:
        assert found["loss"] == pytest.approx(networks.cross_entropy(chances, labels), rel=1e-3)


def test_a_probability_of_exactly_0_is_one():
    net, labels = network(), truth(network())
    one = model(net, lambda images, now: np.eye(3)[now.outputs(images).argmax(axis=1)])
    one.reads(MANY, labels, at_least=0.25)
    assert one.answer.measurements["loss"] == pytest.approx(0.0, abs=1e-6)


def test_reads_asks_the_model_itself(said):
    """Its weights are a claim, and so is what it gave for other images."""
    net, labels = network(), truth(network())
    other = lambda images, now: np.eye(3)[np.zeros(len(images), int)] if len(images) > 50 else now.outputs(images)  # noqa: E731
    assert model(net, other).reads(MANY, labels, at_least=0.0) == (labels == 0).mean()


def test_reads_says_both_shares(refusal):
    net = network()
    failure = refusal(model(net).reads, MANY, truth(net, 1025), at_least=0.9, hint="Look at the loss.")
    assert failure.message == (
        "build_model() gave a model that reads 75.0% of 4,100 unseen images right after the training; "
        "expected at least 90.0%. Look at the loss."
    )
    assert failure.evidence == ("reads", "too few", [2, 1, 2, 1])  # a design of another kind leaves another


def test_a_model_that_guesses_leaves_other_evidence(refusal):
    net = network()
    assert refusal(model(net).reads, MANY, truth(net, 4000), at_least=0.9).evidence == ("reads", "guesses")


@pytest.mark.parametrize(
    ("start", "evidence"),
    [(0.0, ("weights", "alike")), (0.1, ("weights", "alike")), (None, ("reads", "guesses"))],
)
def test_a_layer_whose_units_are_all_alike_cannot_learn_and_is_told_apart(refusal, start, evidence):
    net = network()
    if start is not None:
        net = Network(
            (replace(net.layers[0], kernel=np.full_like(net.layers[0].kernel, start)), *net.layers[1:]), (4, 3)
        )
    labels = (net.outputs(MANY).argmax(axis=1) + 1) % 3
    assert refusal(model(net).reads, MANY, labels, at_least=0.9).evidence == evidence


# -- what it learns ---------------------------------------------------------------------------------------------------

LESSONS = np.random.default_rng(6).random((80, 4, 3), np.float32)
THEIR_LABELS = np.random.default_rng(7).integers(0, 3, 80)


def learner(net: Network, **settings: object) -> tuple[ModelExpectation, list[str]]:
    """A model that is said to be an ordinary one; and what it was asked to do."""
    asked: list[str] = []
    return model(net, asked=asked, **{"ordinary": True} | settings), asked


def learns(one: ModelExpectation, at_least: float = 0.5) -> float:
    return one.learns_to_read((LESSONS, THEIR_LABELS), (MANY, truth(network())), 2, 32, at_least)


@pytest.mark.parametrize("last", ["softmax", "linear"])
def test_a_network_known_by_what_it_does_is_trained_apart(last):
    loss = {"name": "mine", "from_logits": last == "linear"}
    one, asked = learner(network(last=last), loss=loss)
    assert learns(one) == 0.75
    assert asked == ["outputs", "outputs_with", "steps", "outputs_with", "trained apart"]
    assert one.answer.measurements == {"accuracy": 0.75, "accuracy_needed": 0.5, "loss": 0.5}


def test_what_it_does_is_asked_once_for_all_checks():
    one, asked = learner(network())
    one.has_dense_layers(UNITS, IMAGES)
    one.computes(IMAGES, hidden="relu")
    once = asked.count("outputs_with")
    learns(one)
    assert once == 1 and asked.count("outputs_with") == 2 and asked.count("steps") == 1


def test_labels_without_an_output_are_no_training_of_the_judge():
    one, asked = learner(network())
    one.learns_to_read((LESSONS, THEIR_LABELS + 1), (MANY, truth(network())), 2, 32, 0.0)
    assert "fit" in asked and "trained apart" not in asked


def _stepping(change) -> dict:
    """Steps of which what was told is changed."""
    return {"steps": lambda batches, net: change(one_by_one(batches, net), batches, net)}


def _by_sgd(told: dict, batches: list, net: Network) -> dict:
    after = [weight - 0.001 * slope for weight, slope in zip(net.weights(), net.gradients(*batches[0]), strict=True)]
    return told | {"weights": [after, after]}


def _forgetful(told: dict, batches: list, net: Network) -> dict:
    """Adam whose second step forgets the first: the first one alone would not tell."""
    once = net.adam_steps(batches[:1])
    return told | {"weights": [once.weights(), once.adam_steps(batches[1:]).weights()]}


def _later(images: np.ndarray, now: Network, seen: list) -> np.ndarray:
    """Right, until it has been asked seven times."""
    seen.append(1)
    return now.outputs(images) * (1 if len(seen) < 8 else 0.5)


OTHERS = {
    "what is no yes": lambda: {"ordinary": "yes"},
    "no parts of Keras": lambda: {"ordinary": False},
    "another activation": lambda: {"net": network("tanh")},
    "softmax left out and the loss not told": lambda: {"net": network(last="linear")},
    "a loss that is told of scores that it does not get": lambda: {"loss": FROM_LOGITS},
    "outputs of other weights": lambda: {"outputs": lambda images, now: network().outputs(images)},
    "sgd": lambda: _stepping(_by_sgd),
    "no steps at all": lambda: _stepping(lambda told, _b, net: told | {"weights": [net.weights()] * 2}),
    "only one step": lambda: _stepping(lambda told, _b, net: told | {"weights": [told["weights"][0]] * 2}),
    "another momentum": lambda: _stepping(_forgetful),
    "a step of other shapes": lambda: _stepping(lambda told, _b, net: told | {"weights": [net.weights()[:1]] * 2}),
    "no numbers": lambda: _stepping(
        lambda told, _b, net: told | {"weights": [[one * np.nan for one in each] for each in told["weights"]]}
    ),
    "no cross-entropy": lambda: _stepping(lambda told, _b, net: told | {"losses": [0.3, 0.3]}),
    "no loss told": lambda: _stepping(lambda told, _b, net: told | {"losses": [None, None]}),
    "another rate than it says": lambda: {"optimizer": {"name": "Adam", "learning_rate": 0.002, "iterations": 0}},
    "no rate": lambda: {"optimizer": {"name": "Adam", "learning_rate": None, "iterations": 0}},
    "weights that do not learn": lambda: {"total": 999},
    "another one after a while": lambda: {"outputs": lambda images, now, seen=[]: _later(images, now, seen)},
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_any_other_model_is_trained_where_it_is(other):
    one, asked = learner(**({"net": network()} | other()))
    learns(one, at_least=0.0)
    assert "fit" in asked and "trained apart" not in asked


@pytest.mark.parametrize(
    ("size", "words"),
    [
        ({"depth": 300}, "300 layers. A model of more than 50 layers is not trained here."),
        ({"trainable": 7_000_000}, "7,000,000 trainable weights. A model of more than 5,000,000 weights is not trained here"),
    ],
    ids=["deep", "wide"],
)
def test_a_model_that_would_hold_the_class_up_is_not_tried_out(said, size, words):
    one, asked = learner(network(), **size)
    for word, arguments in (
        (learns, [one]), (one.has_dense_layers, [UNITS, IMAGES]), (one.minimises_cross_entropy, [IMAGES, LABELS]),
    ):  # fmt: skip
        assert f"gave a model of {words}" in said(word, *arguments)
    assert "fit" not in asked and "steps" not in asked


def test_where_it_is_trained_the_classes_change_places():
    """Only what learns from the labels reads them: the places are drawn, and the exam's answers are put back."""
    seen = []
    net = network("tanh")
    one, _ = learner(net, outputs=lambda images, now: now.outputs(images) if not seen else _moved(now, images, seen))
    ask = one.answer.connection.ask_model

    def noting(answer, request, what):
        if request["action"] == "fit":
            seen.append(request["labels"])
        return ask(answer, request, what)

    one.answer.connection.ask_model = noting
    assert one.learns_to_read((LESSONS, THEIR_LABELS), (MANY, truth(net)), 2, 32, 0.5) == 1.0
    assert not np.array_equal(seen[0], THEIR_LABELS)
    seen[0] = THEIR_LABELS  # a model that knows the answers beforehand
    other, _ = learner(net)
    assert other.learns_to_read((LESSONS, THEIR_LABELS), (MANY, truth(net)), 2, 32, 0.0) < 0.7


def _moved(net: Network, images: np.ndarray, seen: list) -> np.ndarray:
    """What a model gives that has learned the labels it was shown."""
    places = [int(seen[0][THEIR_LABELS == label][0]) for label in range(3)]
    rows = np.empty((len(images), 3))
    rows[:, places] = net.outputs(images)
    return rows


def test_a_table_of_known_images_is_noted():
    """It reads the published images, and the same ones with a little noise no better than by guessing."""
    net = network("tanh")
    labels = truth(net)
    one, _ = learner(net)
    one.learns_to_read((LESSONS, THEIR_LABELS), (MANY[::-1], labels), 2, 32, 0.0, published=MANY)
    (note,) = one.answer.suspicions
    assert "reads 100% of the published test images" in note and "like a table of known images" in note
    one.answer.suspicions.clear()
    one.learns_to_read((LESSONS, THEIR_LABELS), (MANY, labels), 2, 32, 0.0, published=MANY)
    assert not one.answer.suspicions


def test_learning_too_little_is_told(refusal):
    one, _ = learner(network())
    failure = refusal(learns, one, at_least=0.9)
    assert "reads 75.0% of 4,100 unseen images right after the training; expected at least 90.0%" in failure.message
    assert failure.evidence == ("reads", "too few", [2, 1, 2, 1])  # a design of another kind leaves another


def test_a_frozen_layer_is_told_where_a_model_has_not_learned(refusal):
    layers = [layer("InputLayer", trainable=False), layer("Dense", units=6, trainable=False), layer("Dense", units=3)]
    one = model(network(), layers=layers)
    failure = refusal(one.learns, (LESSONS, THEIR_LABELS), (MANY, truth(network())), 2, 32, at_least=2.0)
    assert failure.message.endswith("Its Dense layer is frozen (trainable=False), so it learns nothing.")
    assert "frozen" not in refusal(model(network()).learns, (LESSONS, THEIR_LABELS), (MANY, truth(network())), 2, 32, at_least=2.0).message


def test_a_measure_of_images_is_told_as_one_of_images(refusal):
    one, _ = learner(network())
    failure = refusal(one.learns, (LESSONS, THEIR_LABELS), (MANY, truth(network())), 2, 32, at_least=1.1)
    assert " on 4,100 unseen images right after the training; expected at least 1.100." in failure.message


@pytest.mark.parametrize("last", ["sigmoid", "linear"])
def test_where_it_is_trained_yes_and_no_change_places(last):
    """A model with one output gives the chance of the other answer then, or a score of the other sign."""
    net = network("tanh", last, (6, 1))
    loss = {"name": "binary_crossentropy", "from_logits": last == "linear"}
    truths = (net.outputs(MANY).reshape(-1) >= (0.5 if last == "sigmoid" else 0)).astype(int)
    asked_for = np.arange(80) % 2
    seen = []

    def outputs(images, now):
        given = now.outputs(images).astype(np.float32)
        if not seen or np.array_equal(seen[0], asked_for):
            return given
        return -given if last == "linear" else 1 - given

    def score(now, images, labels):
        return said_of(now, images, labels if not seen or np.array_equal(seen[0], asked_for) else 1 - labels)

    for handle in range(4):  # the places are drawn by it: both orders come
        seen.clear()
        one, _ = learner(net, outputs=outputs, score=score, loss=loss, handle=handle)
        ask = one.answer.connection.ask_model

        def noting(answer, request, what, ask=ask):
            if request["action"] == "fit":
                seen.append(request["labels"])
            return ask(answer, request, what)

        one.answer.connection.ask_model = noting
        assert one.learns_to_read((LESSONS, asked_for), (MANY, truths), 2, 32, 0.5) == 1.0


SMALL = np.ones((4, 3), np.float32)  # a kernel
MEANS = np.zeros(6, np.float32)
DESIGNS = {
    "as it is": ({}, ("learns", "accuracy", "", [2, 1, 2, 1])),
    "the means of a normalization": ({"frozen": [MEANS, MEANS]}, ("learns", "accuracy", "", [2, 1, 2, 1])),
    "a kernel that does not learn": ({"frozen": [SMALL, MEANS]}, ("learns", "accuracy", "", [2, 1, 2, 1, "frozen", 2])),
    "adam in small steps": ({"optimizer": {"name": "Adam", "learning_rate": 1e-5}}, ("learns", "accuracy", "slow", [2, 1, 2, 1])),
    "adam in large steps": ({"optimizer": {"name": "Adam", "learning_rate": 0.1}}, ("learns", "accuracy", "fast", [2, 1, 2, 1])),
    "gradient descent in small steps": ({"optimizer": {"name": "SGD", "learning_rate": 1e-5}}, ("learns", "accuracy", "slow", [2, 1, 2, 1])),
    "gradient descent in its usual steps": ({"optimizer": {"name": "SGD", "learning_rate": 0.1}}, ("learns", "accuracy", "", [2, 1, 2, 1])),
}


@pytest.mark.parametrize(("changes", "evidence"), DESIGNS.values(), ids=DESIGNS)
def test_what_keeps_a_design_from_learning_is_in_the_evidence(refusal, changes, evidence):
    """Else the lesson about frozen layers would be said of a smaller design, and that about large steps of another optimizer."""
    one, _ = learner(network(), **changes)
    assert refusal(one.learns, (LESSONS, THEIR_LABELS), (MANY, truth(network())), 2, 32, at_least=1.1).evidence == evidence


def test_units_that_are_all_alike_are_told_apart_by_any_measure(refusal):
    net = network()
    net = Network((replace(net.layers[0], kernel=np.zeros_like(net.layers[0].kernel)), *net.layers[1:]), (4, 3))
    one, _ = learner(net)
    failure = refusal(one.learns, (LESSONS, THEIR_LABELS), (MANY, truth(network())), 2, 32, at_least=1.1)
    assert failure.evidence == ("weights", "alike")


def test_a_training_that_would_take_too_long_tells_the_design(refusal):
    """Else the lesson about large convolutions would be said of any design that is slow."""
    one, _ = learner(network())
    ask = one.answer.connection.ask_model

    def slow(answer, request, what):
        return {"history": {}, "would_take": 200.0, "most": 60.0} if request["action"] == "fit" else ask(answer, request, what)

    one.answer.connection.ask_model = slow
    failure = refusal(one.learns, (LESSONS, THEIR_LABELS), (MANY, truth(network())), 2, 32, at_least=0.5, most_seconds=60)
    assert failure.message == (
        "build_model() gave a model for which one pass over 80 images takes about 100 s on one core. 2 passes may take 60 s, "
        "so it was not trained."
    )
    assert failure.evidence == ("too slow", [2, 1, 2, 1])


def test_a_model_is_trained_itself_where_descriptions_are_not_believed():
    """In full: the same model, whose description is confirmed, is not left to the judge's own network."""
    for without, wanted in ((frozenset(), "trained apart"), (frozenset({Shortcut.DESCRIPTION}), "fit")):
        one, asked = learner(network(), without=without)
        one.learns_to_read((LESSONS, THEIR_LABELS), (MANY, truth(network())), 2, 32, 0.0)
        assert {"fit", "trained apart"} & set(asked) == {wanted}
