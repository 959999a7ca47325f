"""The words beside MNIST's checks: each passes, fails, and is pinned in its wording. Without Keras."""

import numpy as np
import pytest
from drawn_figures import GUESSES, LABELS, answered, grid, labelled, message
from mnist_words import (
    LabelledGrid,
    predicted_and_true,
    whole_numbers,
)

from autograder.expectations import expect
from autograder.expectations.scene import Text

pytestmark = pytest.mark.usefixtures("agg")


def of(figure) -> LabelledGrid:
    return expect(answered(figure)).is_a(LabelledGrid)


# -- what is written at images ----------------------------------------------------------------------------------------


def test_forged_labels_are_not_read_for_ever():
    """The time that patterns take grows with the square of a text's length."""
    for text in ("[." * 10**5, "a" * 10**6, "1" * 10**6):
        assert len(whole_numbers([Text(0, text, None)])) <= 1
        assert predicted_and_true([Text(0, text, None)]) is None


@pytest.mark.parametrize("form", ["{}", "label: {}", "np.uint8({})", "[{}]", "{} (97 %)", "#1 {}"])
def test_a_label_in_any_form(form):
    of(labelled(form)).has_labels(LABELS)


@pytest.mark.parametrize(
    "write",
    [
        lambda ax, n: ax.set_title(LABELS[n], y=-0.3),
        lambda ax, n: ax.text(0.5, -0.2, LABELS[n], transform=ax.transAxes),
        lambda ax, n: (ax.axis("off"), ax.text(3, 10, LABELS[n])),
    ],
)
def test_a_label_in_any_place_below(write):
    words = of(grid(write))
    words.has_labels(LABELS)
    words.labels_stand_under(6)


def test_a_label_above_is_there_and_not_under():
    words = of(grid(lambda ax, n: ax.set_title(LABELS[n])))
    words.has_labels(LABELS)
    assert "writes '5' above the image at place 0" in message(words.labels_stand_under, 6)


def test_a_wrong_label_a_missing_one_and_all_at_once():
    shifted = of(grid(lambda ax, n: ax.set_xlabel(LABELS[n - 1])))
    assert message(shifted.has_labels, LABELS) == (
        "draw(images) writes '2' at the image at place 0 (counted from 0, row by row); its own label is not there."
    )
    assert "writes no text at the images" in message(of(grid(lambda ax, n: None)).has_labels, LABELS)
    braces = of(grid(lambda ax, n: ax.set_xlabel("{labels[n]}")))
    assert message(braces.has_labels, LABELS).endswith(
        "Is the f before the quotes missing? Without it, the text in { } is written as it is."
    )
    every = of(grid(lambda ax, n: ax.set_xlabel(str(LABELS))))
    assert message(every.has_labels, LABELS).endswith("one label is expected, at each image in the same way.")


@pytest.mark.parametrize(
    "form",
    [
        "{p} / {t}",
        "{p}/{t}",
        "{p} ({t})",
        "predicted {p}, true {t}",
        "true {t}, predicted {p}",
        "{p} / {t} (99%)",
        "{p}\n{t}",
    ],
)
def test_two_labels_in_any_form(form):
    words = of(grid(lambda ax, n: ax.set_xlabel(form.format(p=GUESSES[n], t=LABELS[n]))))
    words.has_predictions(GUESSES)
    words.has_truths(LABELS)


def test_two_labels_the_wrong_way_round():
    words = of(grid(lambda ax, n: ax.set_xlabel(f"{LABELS[n]} / {GUESSES[n]}")))
    for word, numbers in ((words.has_predictions, GUESSES), (words.has_truths, LABELS)):
        assert message(word, numbers) == (
            "draw(images) writes '5 / 5' at the image at place 0 (counted from 0, row by row); expected two "
            "numbers, the predicted label and then the true one, at each image in the same way."
        )


def test_the_same_label_twice():
    words = of(grid(lambda ax, n: ax.set_xlabel(f"{LABELS[n]} / {LABELS[n]}")))
    words.has_truths(LABELS)
    assert "writes '0 / 0' at the image at place 1" in message(words.has_predictions, GUESSES)


def test_only_some_pictures_may_be_looked_at():
    words = of(grid(lambda ax, n: ax.set_xlabel(f"{GUESSES[n] if n % 2 else 0} / {LABELS[n]}")))
    words.has_predictions(GUESSES, where=np.arange(6) % 2 == 1)
    message(words.has_predictions, GUESSES)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("7 / 3", [7, 3]),
        ("7 (0.98)", [7]),
        ("[1.2e-09 3.4e-08]", []),
        ("5.0", [5]),
        ("98 %", []),
        ("tf.Tensor(5, shape=(), dtype=int64)", [5]),
    ],
)
def test_whole_numbers_in_a_text(text, numbers):
    assert whole_numbers([Text(0, text, np.zeros(4))]) == numbers


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("pred 7, true 3", (7, 3)),
        ("label: 3 guess: 7", (7, 3)),
        ("P: 7 T: 3", (7, 3)),
        ("7 / 3", None),
        ("true 3 true 4", None),
    ],
)
def test_words_that_say_which_is_which(text, pair):
    assert predicted_and_true([Text(0, text, np.zeros(4))]) == pair


def test_a_label_goes_with_its_axis():
    hidden = labelled()
    for ax in hidden.axes:
        ax.get_xaxis().set_visible(False)
    text = message(of(hidden).has_labels, LABELS)
    assert "writes no text at the images. There are 6 texts that cannot be seen" in text


def test_the_first_image_with_another_text_than_most_is_shown_and_a_word_is_no_number():
    both = lambda ax, n: ax.set_xlabel(f"{GUESSES[n]} / {LABELS[n]}" if n != 2 else f"{LABELS[n]}")  # noqa: E731
    guesses = [*GUESSES[:2], LABELS[2], *GUESSES[3:]]
    text = message(LabelledGrid(answered(grid(both))).has_predictions, np.array(guesses))
    assert f"writes '{LABELS[2]}' at the image at place 2 (counted from 0, row by row); expected two numbers" in text
    words = LabelledGrid(answered(grid(lambda ax, n: ax.set_xlabel("seven"))))
    assert message(words.has_labels, LABELS).endswith("its own label is not there as a number.")
