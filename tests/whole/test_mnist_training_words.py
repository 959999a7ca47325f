"""The words beside MNIST's checks about a training on images of one bright pixel each. Without Keras."""

import numpy as np
import pytest
from mnist_words import BRIGHT, COUNTING, OnePixelHistory, OnePixelTraining
from taught_models import BIAS, BLANK, COUNT, LABELS, answer, taught

from autograder.expectations import Answer, Failure, expect
from autograder.transport.wire import Described

MIXED = np.random.default_rng(7).integers(0, 3, COUNT).astype(np.uint8)


def lesson(*arguments: object, **settings: object) -> OnePixelTraining:
    return expect(answer(*arguments, **settings)).is_a(OnePixelTraining)


# -- which pictures ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "pixels", [range(20), range(17), range(3, 20)], ids=["all", "a tenth held back", "held back in front"]
)
def test_used_images_passes(pixels):
    lesson(taught(LABELS, pixels)).used_images(COUNT)


@pytest.mark.parametrize("moved", [1, 2, 10, 16])
def test_used_images_says_how_many_were_used(refusal, moved):
    failure = refusal(lesson(taught(LABELS, range(moved))).used_images, COUNT, hint="Look at batch_size.")
    assert failure.message == (
        f"train(model, images) learned from {moved} of 20 images. Expected nearly all of them. Look at batch_size."
    )
    assert failure.evidence == ("moved", "the first", False)


@pytest.mark.parametrize(
    ("pixels", "part"), [(range(5), "the first"), (range(9, 20), "the last"), (range(0, 20, 2), "some")]
)
def test_used_images_leaves_which_part_as_evidence_and_not_how_many(refusal, pixels, part):
    failure = refusal(lesson(taught(LABELS, pixels)).used_images, COUNT, each=10)
    assert f"learned from {10 * len(pixels)} of 200 images" in failure.message
    assert failure.evidence == ("moved", part, False)


def test_images_that_were_held_back_for_validation_are_another_evidence(refusal):
    told = {"history": {"loss": [2.0, 1.0], "val_loss": [2.0, 1.0]}}
    failure = refusal(lesson(taught(LABELS, range(5)), 6, told).used_images, COUNT)
    assert failure.evidence == ("moved", "the first", True)


def test_a_model_that_was_not_trained_is_told(said):
    message = said(lesson([BLANK, BIAS]).used_images, COUNT)
    assert message == "train(model, images) did not change the given model. Did it train another one?"


def test_pixels_that_were_never_bright_cannot_have_been_learned(said):
    """Weights that were set instead of trained; every picture seems to have been used."""
    message = said(lesson([0.001 * np.ones_like(BLANK), BIAS]).used_images, COUNT)
    assert message == (
        "train(model, images) changed weights for pixels that are always black; training on these images cannot do "
        "that."
    )


@pytest.mark.parametrize("rate", [0.0, 0.001])
def test_weights_that_no_step_can_have_brought_so_far_were_put_in(said, rate):
    """Such as those of another training, and then a training with a rate of zero."""
    put_in = [500 * weight for weight in taught(LABELS)]
    one = lesson(put_in, optimizer={"name": "Adam", "learning_rate": rate, "iterations": 6})
    for word, argument in ((one.used_images, COUNT), (one.learned_pairs, LABELS)):
        assert "cannot do that: the weights were set, not learned." in said(word, argument)


# -- which labels -----------------------------------------------------------------------------------------------------


def mixed_up(wrong: int) -> np.ndarray:
    """Another label for the first so many pictures."""
    labels = LABELS.copy()
    labels[:wrong] = (labels[:wrong] + 1) % 3
    return labels


def test_learned_pairs_passes():
    lesson(taught(LABELS)).learned_pairs(LABELS)


def test_learned_pairs_looks_at_the_pictures_that_were_used():
    """That most were left out is what ``used_images`` says."""
    lesson(taught(LABELS, range(5, 9))).learned_pairs(LABELS)


@pytest.mark.parametrize("wrong", [1, 20])
def test_learned_pairs_says_how_many_are_right(refusal, wrong):
    failure = refusal(lesson(taught(mixed_up(wrong))).learned_pairs, LABELS)
    assert failure.message == (
        f"train(model, images) taught the model the right label for {20 - wrong} of 20 images. "
        "Is each image still paired with its own label?"
    )
    assert failure.evidence[0] == "pairs"


@pytest.mark.parametrize(
    ("learned", "evidence"),
    [
        (np.roll(MIXED, -1), "the next one's"), (np.roll(MIXED, 1), "the one's before"), (MIXED[::-1], "from the end"),
        (np.zeros(20, int), ("all alike", 0)), (2 - MIXED.astype(int), "the rest to nine"),
        (np.random.default_rng(1).permutation(MIXED), "torn apart"),
    ],
    ids=str,
)  # fmt: skip
def test_learned_pairs_leaves_as_evidence_what_the_labels_have_to_do_with_the_right_ones(refusal, learned, evidence):
    assert refusal(lesson(taught(learned)).learned_pairs, MIXED).evidence == ("pairs", evidence)


def test_a_hint_takes_the_place_of_the_usual_one(said):
    message = said(lesson(taught(mixed_up(20))).learned_pairs, LABELS, hint="Is something shuffled?")
    assert message.endswith("for 0 of 20 images. Is something shuffled?")


def test_nothing_learned_is_no_pair_learned(said):
    message = said(lesson([BLANK, BIAS]).learned_pairs, LABELS)
    assert message == (
        "train(model, images) did not change the given model. Did it train another one?"
    )


# -- how often ----------------------------------------------------------------------------------------------------------


def test_a_model_that_learned_other_pixels_is_not_said_to_be_unchanged(said):
    """Images that were turned round, say: it was this model that was trained."""
    other = BLANK.copy()
    other[COUNT + 2, 1] = 0.004
    message = said(lesson([other, BIAS]).learned_pairs, LABELS)
    assert message == "train(model, images) taught the model nothing about the pixels that are bright in these images."


def trained(batches: list, bright: float = BRIGHT, betas: tuple = COUNTING, **changes: object) -> list:
    """(weights, steps, history, changes) for ``answer``: an adam's sums after these batches of pictures, step by step."""
    kernel, bias, squares = np.zeros((24, 3)), np.zeros(3), np.zeros((24, 3))
    for batch in batches:
        step = np.zeros((24, 3))
        for picture in batch:
            step[picture] = (1 / 3 - np.eye(3)[LABELS[picture]]) / len(batch)
        bias += step.sum(axis=0) * (1 - COUNTING[0])
        kernel += bright * step * (1 - COUNTING[0])
        squares += (bright * step) ** 2 * (1 - COUNTING[1])
    moments = {"means": [kernel, bias], "squares": [squares, np.zeros(3)]}
    optimizer = {"name": "Adam", "iterations": len(batches), "betas": betas, "moments": moments} | changes
    return [taught(LABELS), len(batches), {}, {"optimizer": optimizer}]


def epoch_of(size: int, seed: int) -> list:
    order = np.random.default_rng(seed).permutation(COUNT)
    return [order[start : start + size] for start in range(0, COUNT, size)]


def seen(size: int, epochs: int, told: int = 2, seed: int = 0, **settings: object):
    batches = [batch for epoch in range(epochs) for batch in epoch_of(size, 100 * seed + epoch)]
    weights, steps, _, changes = trained(batches, **settings)
    return expect(answer(weights, steps, {"history": {"loss": [1.0] * told}}, **changes)).is_a(OnePixelTraining)


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("size", [1, 3, 7, 10, 16, 19, 20])
def test_epochs_are_counted_whatever_the_size_of_the_batches(size, seed):
    """Also where the last batch is a small one, whose gradients are larger."""
    for epochs in (1, 2, 3):
        seen(size, epochs, seed=seed).saw_each_image(epochs)


@pytest.mark.parametrize("size", [1, 7, 20])
def test_saw_each_image_says_how_often(refusal, size):
    failure = refusal(seen(size, 4).saw_each_image, 2)
    assert failure.message == (
        "train(model, images) showed the model each image 4 times; expected 2 epochs. "
        "Call fit once, and return its result."
    )
    assert failure.evidence == ("seen", 4)
    failure = refusal(seen(size, 1).saw_each_image, 2)
    assert failure.message == "train(model, images) showed the model each image once; expected 2 epochs."


def test_what_the_history_tells_leaves_one_evidence_whatever_number_it_is(refusal):
    found = [refusal(seen(5, epochs, told=epochs).saw_each_image, 2).evidence for epochs in (1, 3, 5)]
    assert found == [("seen", "as told")] * 3


def test_a_model_that_did_not_move_saw_nothing(said):
    message = said(expect(answer([BLANK, BIAS])).is_a(OnePixelTraining).saw_each_image, 2)
    assert message == "train(model, images) did not change the given model. Did it train another one?"


OTHER = {"betas": (0.9, 0.999)}  # the model was compiled again


def test_with_another_optimizer_its_steps_are_held_against_the_history(refusal):
    told = {"history": {"loss": [1.0, 0.5]}, "steps": 3}
    for steps, fits in ((6, True), (12, False), (0, True)):  # none: a loop with an optimizer of its own
        given = answer(taught(LABELS), steps, told, optimizer={"name": "Adam", "iterations": steps, **OTHER})
        if fits:
            expect(given).is_a(OnePixelTraining).saw_each_image(2)
        else:
            failure = refusal(expect(given).is_a(OnePixelTraining).saw_each_image, 2)
            assert failure.message == "train(model, images) took 12 steps with the model, but its History reports 6."
            assert failure.evidence == ("steps", 12, 6)


# -- how bright -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [1, 7, 20])
def test_took_images_as_they_are(refusal, size):
    seen(size, 2).took_images_as_they_are()
    failure = refusal(seen(size, 2, bright=BRIGHT / 255).took_images_as_they_are)
    assert failure.message == (
        "train(model, images) showed the model pixels of 0.00294 but it was given pixels of 0.75. "
        "The images are already scaled."
    )
    assert failure.evidence == ("bright", pytest.approx(BRIGHT / 255))


def test_how_bright_they_were_is_not_asked_of_another_optimizer():
    seen(5, 2, bright=BRIGHT / 255, betas=(0.9, 0.999)).took_images_as_they_are()
    expect(answer(taught(LABELS))).is_a(OnePixelTraining).took_images_as_they_are()


# -- nothing that is left of a model breaks a word --------------------------------------------------------------------

WORDS = {"used_images": (COUNT,), "learned_pairs": (LABELS,)}
LEFT = {
    "frozen: nothing to train": [],
    "the bias only": [BIAS],
    "a layer taken off": [np.random.default_rng(3).normal(size=(5, 3)), BIAS],
    "the last bias frozen": [BLANK, BIAS, np.zeros((3, 3))],
    "a scale of one number": [np.float32([2]).reshape(())],
}


@pytest.mark.parametrize("weights", LEFT.values(), ids=LEFT)
@pytest.mark.parametrize("word", WORDS)
def test_a_model_that_was_taken_apart_is_a_wrong_answer(word, weights):
    """An exception other than ``Failure`` would be taken for a fault of the kit, which costs no points."""
    with pytest.raises(Failure):
        getattr(lesson(weights), word)(*WORDS[word])


def test_moved(said):
    lesson(taught(LABELS)).moved()
    message = said(lesson([BLANK, BIAS]).moved)
    assert message == "train(model, images) did not change the given model. Did it train another one?"


# -- the History ------------------------------------------------------------------------------------------------------


def history(losses: list, epochs: list) -> Described:
    return Described("history", "History", {"history": {"loss": losses}, "epochs": epochs, "steps": 1})


def recorded(value: object) -> OnePixelHistory:
    return expect(Answer("f(x)", value)).is_a(OnePixelHistory)


def test_is_a_training_of(said):
    recorded(history([2.0, 1.0], [0, 1])).is_a_training_of(2)
    recorded(history([2.0, 1.0], [])).is_a_training_of(2)  # filled by hand, or put together
    message = said(recorded(history([2.0], [0])).is_a_training_of, 2)
    assert message == "f(x) gave a History with 1 entry; expected 2 epochs."
    assert said(recorded(None).is_a_training_of, 2) == "f(x) gave None. Is the return missing?"


def epochs_evidence(*entries: int) -> tuple:
    """What is left by Histories with so many entries, of calls that asked for 2, 3 … epochs."""
    calls = [(Answer("f(x)", history([1.0] * found, [])), asked) for asked, found in enumerate(entries, 2)]
    (answer, epochs), *others = calls
    with pytest.raises(Failure) as caught:
        expect(answer).is_a(OnePixelHistory).is_a_training_of(epochs, *others)
    return caught.value.evidence


def test_a_number_of_epochs_that_is_always_the_same_leaves_one_evidence():
    """Whichever it is; one that is off by one each time leaves another."""
    assert epochs_evidence(5, 5) == epochs_evidence(10, 10) == ("epochs", "always the same")
    assert epochs_evidence(3, 3) == epochs_evidence(2, 2) == ("epochs", "always the same")
    assert epochs_evidence(3, 4) == ("epochs", "differ by", [1, 1])
    assert epochs_evidence(1, 1) == ("epochs", "one", None, False)


def test_black_images_teach_nothing_about_the_bright_pixels(refusal):
    """Whole numbers of images that are scaled are black: the model is trained, and it is not said that another one was."""
    failure = refusal(lesson([BLANK, BIAS + 0.1]).used_images, COUNT)
    assert failure.message == "train(model, images) taught the model nothing about the pixels that are bright in these images."
    assert failure.evidence[0] == "bias only"
