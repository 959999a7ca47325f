"""The words about what a model has learned: each passes, fails, and is pinned in its wording. Without Keras."""

import numpy as np
import pytest

from autograder.expectations import Answer, Failure, expect
from autograder.expectations.lessons import LessonExpectation
from autograder.wire import Described

PICTURES = 20
LABELS = np.arange(PICTURES, dtype=np.uint8) % 3
BLANK = np.zeros((24, 3), np.float32)  # 24 pixels, three classes, one layer of zeros
BIAS = np.zeros(3, np.float32)


def taught(labels: np.ndarray, pixels: range | list | None = None) -> list[np.ndarray]:
    """The weights of the blank model after lessons in which each of these pixels came with its label."""
    kernel = BLANK.copy()
    for pixel in range(len(labels)) if pixels is None else pixels:
        kernel[pixel] = -0.002
        kernel[pixel, labels[pixel]] = 0.004
    return [kernel, BIAS]


def answer(weights: list, steps: int = 6, history: dict | None = None, **changes: object) -> Answer:
    """What ``train(model, images)`` gave, and the model that it was handed, as it is afterwards."""
    numbers = {"history": {"loss": [2.0, 1.0]}, "epochs": [0, 1], "steps": 3} | (history or {})
    state = {"weights": weights, "optimizer": {"name": "Adam", "learning_rate": 0.001, "iterations": steps}} | changes
    arguments = {"images": np.zeros((2, 2)), "model": Described("model", "Sequential", state)}
    return Answer("train(model, images)", Described("history", "History", numbers), arguments=arguments)


def lesson(*arguments: object, **settings: object) -> LessonExpectation:
    return expect(answer(*arguments, **settings)).changed_the_model()


@pytest.fixture
def said(refusal):
    return lambda *arguments, **settings: refusal(*arguments, **settings).message


# -- which pictures ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "pixels", [range(20), range(17), range(3, 20)], ids=["all", "a tenth held back", "held back in front"]
)
def test_used_pictures_passes(pixels):
    lesson(taught(LABELS, pixels)).used_pictures(PICTURES)


@pytest.mark.parametrize("moved", [1, 2, 10, 16])
def test_used_pictures_says_how_many_were_used(refusal, moved):
    failure = refusal(lesson(taught(LABELS, range(moved))).used_pictures, PICTURES, hint="Look at batch_size.")
    assert failure.message == (
        f"train(model, images) learned from {moved} of 20 images. Expected nearly all of them. Look at batch_size."
    )
    assert failure.evidence == ("moved", moved)


def test_a_model_that_was_not_trained_is_told(said):
    message = said(lesson([BLANK, BIAS]).used_pictures, PICTURES)
    assert message == "train(model, images) did not change the model it was handed. Is that the model that was trained?"


def test_pixels_that_were_never_bright_cannot_have_been_learned(said):
    """Weights that were set instead of trained; every picture seems to have been used."""
    message = said(lesson([0.001 * np.ones_like(BLANK), BIAS]).used_pictures, PICTURES)
    assert message == (
        "train(model, images) moved weights of pixels that are black in every image, which no training on these images "
        "does."
    )


@pytest.mark.parametrize("rate", [0.0, 0.001])
def test_weights_that_no_step_can_have_brought_so_far_were_put_in(said, rate):
    """Such as those of another training, and then a training with a rate of zero."""
    put_in = [500 * weight for weight in taught(LABELS)]
    one = lesson(put_in, optimizer={"name": "Adam", "learning_rate": rate, "iterations": 6})
    for word, argument in ((one.used_pictures, PICTURES), (one.learned_pairs, LABELS)):
        assert "cannot do that: the weights were put in, not learned." in said(word, argument)


# -- which labels -----------------------------------------------------------------------------------------------------


def mixed_up(wrong: int) -> np.ndarray:
    """Another label for the first so many pictures."""
    labels = LABELS.copy()
    labels[:wrong] = (labels[:wrong] + 1) % 3
    return labels


@pytest.mark.parametrize("wrong", [0, 3])
def test_learned_pairs_passes(wrong):
    lesson(taught(mixed_up(wrong))).learned_pairs(LABELS)


def test_learned_pairs_looks_at_the_pictures_that_were_used():
    """That most were left out is what ``used_pictures`` says."""
    lesson(taught(LABELS, range(5, 9))).learned_pairs(LABELS)


@pytest.mark.parametrize("wrong", [4, 20])
def test_learned_pairs_says_how_many_are_right(refusal, wrong):
    failure = refusal(lesson(taught(mixed_up(wrong))).learned_pairs, LABELS)
    assert failure.message == (
        f"train(model, images) taught the model the right label for {20 - wrong} of 20 images. "
        "Does each image still stand beside its own label?"
    )
    assert failure.evidence == ("pairs", 20 - wrong, 20)


def test_a_hint_takes_the_place_of_the_usual_one(said):
    message = said(lesson(taught(mixed_up(20))).learned_pairs, LABELS, hint="Is something shuffled?")
    assert message.endswith("for 0 of 20 images. Is something shuffled?")


def test_nothing_learned_is_no_pair_learned(said):
    message = said(lesson([BLANK, BIAS]).learned_pairs, LABELS)
    assert message == (
        "train(model, images) did not change the model it was handed. Is that the model that was trained?"
    )


# -- how many steps ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("steps", "history"),
    [(6, {}), (3, {"epochs": [0]}), (8, {"steps": 4}), (6, {"epochs": [1, 2]}), (0, {"epochs": []})],
    ids=["two epochs", "one epoch", "smaller batches", "counted from one", "no epoch"],
)
def test_took_the_steps_of_its_history_passes(steps, history):
    lesson(taught(LABELS), steps, history).took_the_steps_of_its_history()


@pytest.mark.parametrize(
    ("steps", "history", "told"),
    [(12, {}, 6), (0, {}, 6), (6, {"epochs": [0]}, 3), (6, {"steps": None}, 0)],
    ids=["trained twice", "another model trained", "one of two epochs told", "steps untold"],
)
def test_took_the_steps_of_its_history_says_both_numbers(refusal, steps, history, told):
    failure = refusal(lesson(taught(LABELS), steps, history).took_the_steps_of_its_history, hint="Call fit once.")
    assert failure.message == (
        f"train(model, images) took {steps} steps with the model, and its History tells of {told}. Call fit once."
    )
    assert failure.evidence == ("steps", steps, told)


def test_a_model_without_optimizer_took_no_steps(said):
    message = said(lesson(taught(LABELS), optimizer=None).took_the_steps_of_its_history)
    assert message == "train(model, images) took 0 steps with the model, and its History tells of 6."


def test_without_a_history_there_is_nothing_to_compare(said):
    model = answer(taught(LABELS)).arguments["model"]
    given = Answer("train(model, images)", 0.9, arguments={"model": model})
    message = said(expect(given).changed_the_model().took_the_steps_of_its_history)
    assert message == "train(model, images) gave 0.9 (float). Expected the History that fit returns."


# -- what it can read -------------------------------------------------------------------------------------------------

RNG = np.random.default_rng(3)
IMAGES = RNG.random((40, 4, 6), np.float32)
TWO_LAYERS = [RNG.normal(size=(24, 5)), RNG.normal(size=5), RNG.normal(size=(5, 3)), RNG.normal(size=3)]


def answers_of(weights: list, wrong: int = 0) -> np.ndarray:
    """What dense layers with relu between them answer, one image after the other; wrong for the first so many."""
    labels = []
    for image in IMAGES:
        values = image.ravel()
        for place in range(0, len(weights), 2):
            values = np.maximum(values, 0) if place else values
            values = values @ weights[place] + weights[place + 1]
        labels.append(int(values.argmax()))
    labels = np.array(labels)
    labels[:wrong] = (labels[:wrong] + 1) % 3
    return labels


@pytest.mark.parametrize(
    "weights", [TWO_LAYERS, [RNG.normal(size=(24, 3)), RNG.normal(size=3)]], ids=["two layers", "one"]
)
def test_reads_passes_within_the_bounds(weights):
    labels = answers_of(weights, wrong=10)
    lesson(weights).reads(IMAGES, labels, at_least=0.75, at_most=0.75)
    lesson(weights).reads(IMAGES, labels)


def test_reads_says_the_share_and_the_bound_that_was_missed(said):
    few, many = answers_of(TWO_LAYERS, wrong=30), answers_of(TWO_LAYERS)
    assert said(lesson(TWO_LAYERS).reads, IMAGES, few, at_least=0.5, hint="Train longer.") == (
        "train(model, images) left the model reading 25.0% of 40 unseen images right; expected at least 50%. "
        "Train longer."
    )
    assert said(lesson(TWO_LAYERS).reads, IMAGES, many, at_most=0.5) == (
        "train(model, images) left the model reading 100.0% of 40 unseen images right; expected at most 50%."
    )


def test_the_evidence_of_reads_is_a_rough_share(refusal):
    """Two trainings of the same wrong kind do not read exactly equally many."""
    found = [
        refusal(lesson(TWO_LAYERS).reads, IMAGES, answers_of(TWO_LAYERS, wrong), at_least=0.9).evidence
        for wrong in (9, 10, 30)
    ]
    assert found[0] == found[1] != found[2]


# -- nothing that is left of a model breaks a word --------------------------------------------------------------------

WORDS = {
    "used_pictures": (PICTURES,),
    "learned_pairs": (LABELS,),
    "reads": (IMAGES, np.zeros(40, int), 0.99),
}
LEFT = {
    "frozen: nothing to train": [],
    "the bias only": [BIAS],
    "a layer taken off": [RNG.normal(size=(5, 3)), BIAS],
    "the last bias frozen": [BLANK, BIAS, np.zeros((3, 3))],
    "a scale of one number": [np.float32([2]).reshape(())],
}


@pytest.mark.parametrize("weights", LEFT.values(), ids=LEFT)
@pytest.mark.parametrize("word", WORDS)
def test_a_model_that_was_taken_apart_is_a_wrong_answer(word, weights):
    """An exception other than ``Failure`` would be taken for a fault of the kit, which costs no points."""
    with pytest.raises(Failure):
        getattr(lesson(weights), word)(*WORDS[word])


@pytest.mark.parametrize("arguments", [None, {}, {"images": np.zeros(2)}], ids=["none", "empty", "no model"])
def test_a_model_that_did_not_come_back_is_a_wrong_answer(arguments):
    given = Answer("train(model, images)", None, arguments=arguments)
    with pytest.raises(Failure):
        expect(given).changed_the_model().used_pictures(PICTURES)


# -- anything at all --------------------------------------------------------------------------------------------------


def test_moved(said):
    lesson(taught(LABELS)).moved()
    message = said(lesson([BLANK, BIAS]).moved)
    assert message == "train(model, images) did not change the model it was handed. Is that the model that was trained?"
