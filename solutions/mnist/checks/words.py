"""Words that only these checks need: labels written at images, and a training on images of one bright pixel each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, NoReturn

import numpy as np

from autograder.core.languages import authored, authored_plural, joined
from autograder.expectations.answer import Answer, fail_closed
from autograder.expectations.counted_rows import BRIGHT, CLOSE, COUNTING, brightness_seen
from autograder.expectations.figures import FigureExpectation
from autograder.expectations.scene import Picture, Text
from autograder.expectations.training import TrainingExpectation
from autograder.expectations.values import Expectation

# -- labels at images -------------------------------------------------------------------------------------------------

MAX_QUOTED = 60  # characters of an image's text in a message
LONGEST = 500  # characters at an image; the time that the patterns take grows with the square
NOISE = re.compile(
    r"""(?:np|numpy)\.[a-z]+\d*\(   # np.uint8(5)
      | dtype=\w+ | shape=\([\d,\s]*\)   # tf.Tensor(5, shape=(), dtype=int64)
      | \[[^\]]*\.[^\]]*\]          # a row of probabilities
      | \d+(?:\.\d*)?\s*%           # how sure
      | \d*\.\d+(?:e[+-]?\d+)?      # the same as a share
    """,
    re.VERBOSE,
)
WORDED = re.compile(r"(?<![A-Za-z])([A-Za-z]*)[^A-Za-z0-9]*(\d+)")


class LabelledGrid(FigureExpectation):
    """Words about what is written at the images of a grid."""

    def has_labels(self, labels: np.ndarray, hint: str = "") -> None:
        """Each image has its own label.

        Args:
            labels: those of the images, row by row.
        """
        pictures = self.pictures(len(labels))
        rows = [whole_numbers(self.drawing.texts_of(picture)) for picture in pictures]
        wanted = [int(label) for label in labels]
        if not _places_of(rows, wanted):
            self._wrong_texts(rows, pictures, wanted, (authored("its own label"), authored("one label is expected"), 1), hint, range(len(wanted)))

    def labels_stand_under(self, count: int, hint: str = "") -> None:
        """Each image has a text, and all of it is lower than the middle of the image."""
        for place, picture in enumerate(self.pictures(count)):
            texts = self.drawing.texts_of(picture)
            if not texts:
                said = authored("{call} writes no text at the image at place {place} (counted from 0).", place=place)
                self.fail(said, ("no text", place), hint)
            beside = [text for text in texts if text.centre[1] >= picture.centre[1]]
            if beside:
                written = repr(beside[0].text[:MAX_QUOTED])
                if beside[0].centre[1] > picture.box[3]:
                    said = authored(
                        "{call} writes {written} above the image at place {place} (counted from 0); "
                        "expected all texts under the images.",
                        written=written, place=place,
                    )  # fmt: skip
                    self.fail(said, ("not under", "above"), hint)
                said = authored(
                    "{call} writes {written} beside the image at place {place} (counted from 0); "
                    "expected all texts under the images.",
                    written=written, place=place,
                )  # fmt: skip
                self.fail(said, ("not under", "beside"), hint)

    def has_predictions(self, predicted: np.ndarray, where: np.ndarray | None = None, hint: str = "") -> None:
        """Each image has the predicted label, before the true one or with a word that says so.

        Args:
            predicted: labels of the images, row by row.
            where: bool, True for the images to look at; all of them by default.
        """
        self._has_one_of_two(predicted, 0, authored("the predicted label"), hint, where)

    def has_truths(self, labels: np.ndarray, hint: str = "") -> None:
        """Each image has the true label, after the predicted one or with a word that says so."""
        self._has_one_of_two(labels, 1, authored("the true label"), hint)

    def _has_one_of_two(
        self, wanted: np.ndarray, which: int, what: str, hint: str, where: np.ndarray | None = None
    ) -> None:
        pictures = self.pictures(len(wanted))
        looked_at = range(len(wanted)) if where is None else np.flatnonzero(where).tolist()
        pictures = [pictures[place] for place in looked_at]
        texts = [self.drawing.texts_of(picture) for picture in pictures]
        rows = [whole_numbers(text) for text in texts]
        named = [predicted_and_true(text) for text in texts]
        if None not in named:
            rows = [list(pair) for pair in named if pair]
        numbers = [int(wanted[place]) for place in looked_at]
        last = min(map(len, rows), default=0) - 1
        if not any(place < last if which == 0 else place > 0 for place in _places_of(rows, numbers)):
            asked = authored("expected two numbers, the predicted label and then the true one")
            self._wrong_texts(rows, pictures, numbers, (what, asked, 2), hint, looked_at)

    def _wrong_texts(
        self,
        rows: list[list[int]],
        pictures: list[Picture],
        wanted: list[int],
        words: tuple[str, str, int],
        hint: str,
        places: Sequence[int],
    ) -> None:
        """Says what is written at the first image where it is not what it should be.

        Args:
            rows: the whole numbers at each image; wanted: the one that should be among them; places: the images'.
            words: what is missing, what was expected in all, and how many numbers that are.
        """
        what, asked, enough = words
        texts = [self.drawing.texts_of(picture) for picture in pictures]
        written = [" ".join(text.text for text in row)[:MAX_QUOTED] for row in texts]
        if not any(written):
            unseen = self.drawing.unseen_texts
            why = "There are {unseen} texts that cannot be seen: are they labels of axes that are switched off?"
            said = [authored("{call} writes no text at the images."), authored(why, unseen=unseen) if unseen else ""]
            self.fail(joined(said), ("texts", "none", bool(self.drawing.texts), bool(unseen)), hint)
        evidence = ["texts", [row[:12] for row in rows]]
        if len(rows[0]) < enough:
            evidence.append(other_numbers(texts[0]))
        if any(re.search(r"\{\s*[A-Za-z_]", text) for text in written):
            evidence.append("braces")
            hint = hint or "Is the f before the quotes missing? Without it, the text in { } is written as it is."
        first = next((place for place, row in enumerate(rows) if wanted[place] not in row), None)
        odd = first if first is not None else _other_than_most(rows, enough)
        place = places[odd]
        if first is None:
            said = authored(
                "{call} writes {written} at the image at place {place} (counted from 0, row by row); {asked}, at each image in the same way.",
                written=repr(written[odd]), place=place, asked=asked,
            )  # fmt: skip
        elif written[first] and not re.search(r"\d", written[first]):
            said = authored(
                "{call} writes {written} at the image at place {place} (counted from 0, row by row); {what} is not there as a number.",
                written=repr(written[first]), place=place, what=what,
            )  # fmt: skip
        elif written[first]:
            said = authored(
                "{call} writes {written} at the image at place {place} (counted from 0, row by row); {what} is not there.",
                written=repr(written[first]), place=place, what=what,
            )  # fmt: skip
        else:
            said = authored(
                "{call} writes nothing at the image at place {place} (counted from 0, row by row); {what} is not there.",
                place=place, what=what,
            )  # fmt: skip
        self.fail(said, evidence, hint)


def _other_than_most(rows: list[list[int]], enough: int) -> int:
    """The first place with another count of numbers than there should be, or than most places have; else 0."""
    few = [place for place, row in enumerate(rows) if len(row) < enough]
    usual = Counter(map(len, rows)).most_common(1)[0][0]
    return (few or [place for place, row in enumerate(rows) if len(row) != usual] or [0])[0]


def whole_numbers(texts: list[Text]) -> list[int]:
    """The whole numbers in an image's texts; percentages, decimals and type names are left out.

    Example:
        >>> whole_numbers([Text(0, "7 / np.int64(3) (98 %)", None)])
        [7, 3]
    """
    text = _joined(texts)
    found = [int(number) for number in re.findall(r"\d+", NOISE.sub(" ", text))]
    return found or [int(number) for number in re.findall(r"(?<![\d.])(\d+)\.0(?!\d)", text)]  # a label as a float


def other_numbers(texts: list[Text]) -> list[str]:
    """What kinds of numbers are there that are not whole ones: ``row`` (of several), ``share``, ``percentage``."""
    text = _joined(texts)
    kinds = {"row": r"\[[^\]]*\.", "percentage": r"\d\s*%", "share": r"\d*\.\d+"}
    return [kind for kind, pattern in kinds.items() if re.search(pattern, text)]


def predicted_and_true(texts: list[Text]) -> tuple[int, int] | None:
    """Two numbers whose words say which is which, in the order (predicted, true); None where they do not.

    Example:
        >>> predicted_and_true([Text(0, "true 3, predicted 7", None)])
        (7, 3)
    """
    roles: dict[str, int] = {}
    for word, number in WORDED.findall(NOISE.sub(" ", _joined(texts))):
        role = _role(word.lower())
        if role in roles:
            return None
        if role:
            roles[role] = int(number)
    return (roles["predicted"], roles["true"]) if len(roles) == 2 else None


def _places_of(rows: list[list[int]], wanted: list[int]) -> list[int]:
    """Places in the numbers of every image at which the wanted one is, the same place for all images."""
    return [
        place
        for place in range(min(map(len, rows), default=0))
        if all(row[place] == number for row, number in zip(rows, wanted, strict=True))
    ]


def _joined(texts: list[Text]) -> str:
    return " \n ".join(text.text for text in texts)[:LONGEST]


def _role(word: str) -> str:
    if word.startswith(("p", "guess", "model", "net", "said")):
        return "predicted"
    return "true" if word.startswith(("t", "l", "a", "r", "correct", "y")) else ""


# -- a training on images of one bright pixel -------------------------------------------------------------------------

UNMOVED = authored("{call} did not change the given model. Did it train another one?")
REACH = 30  # times the rate that a weight may move at a step: adam's is 3, and a rate may fall on the way
ENOUGH = 0.85  # a tenth may be held back for validation, and a little more


@fail_closed
class OnePixelTraining(TrainingExpectation):
    """Words about a model of one layer of zeros that has learned images of one bright pixel each."""

    def moved(self, hint: str = "") -> None:
        """The model has learned anything at all."""
        if not self.weights[0].any():
            self._unmoved(hint)

    def _unmoved(self, hint: str) -> NoReturn:
        """A History next to a model that was not trained: another model was trained. Or black images were shown to it."""
        if any(one.any() for one in self.weights[1:]):
            self.fail(
                authored("{call} taught the model nothing about the pixels that are bright in these images."), ("bias only", self.answer.kind), hint
            )
        self.fail(UNMOVED, ("moved", 0, self.answer.kind), hint)

    def used_images(self, count: int, hint: str = "", each: int = 1) -> None:
        """The images of pixel n have moved the weights of pixel n.

        Args:
            count: number of pixels that were bright.
            each: images for one pixel, one after the other.
        """
        self._is_within_reach()
        changed = (self.weights[0] != 0).any(axis=1)
        moved = int(changed[:count].sum())
        if changed[count:].any():
            self.fail(
                authored("{call} changed weights for pixels that are always black; training on these images cannot do that."),
                ("black ones too", moved == count),
                hint,
            )
        if not moved:
            self._unmoved(hint)
        if moved < ENOUGH * count:
            text = authored(
                "{call} learned from {used} of {count} images. Expected nearly all of them.", used=moved * each, count=count * each
            )
            self.fail(text, ("moved", _part(changed[:count]), self._validates()), hint)

    def learned_pairs(self, labels: np.ndarray, hint: str = "") -> None:
        """The weights of pixel n lean towards label n."""
        self._is_within_reach()
        rows = self.weights[0][: len(labels)]
        used = (rows != 0).any(axis=1)
        learned = rows.argmax(axis=1)
        right = int((learned[used] == labels[used]).sum())
        if not used.any() and self.weights[0].any():
            self.fail(authored("{call} taught the model nothing about the pixels that are bright in these images."), ("moved", 0, self.answer.kind), hint)
        if not used.any():
            self._unmoved(hint)
        if right < used.sum():
            self.fail(
                authored("{call} taught the model the right label for {right} of {count} images.", right=right, count=int(used.sum())),
                ("pairs", _pairing(learned, labels, used)),
                hint or "Is each image still paired with its own label?",
            )

    def took_images_as_they_are(self, hint: str = "") -> None:
        """The bright pixels were as bright for the model as they were given; nothing is said where that cannot be seen."""
        bright = brightness_seen(self.state)
        if bright is not None and abs(bright / BRIGHT - 1) > CLOSE:
            self.fail(
                authored("{call} showed the model pixels of {bright:.3g} but it was given pixels of {given:.3g}.", bright=bright, given=BRIGHT),
                ("bright", bright),
                hint or "The images are already scaled.",
            )

    def saw_each_image(self, times: int, hint: str = "") -> None:
        """The model has seen each image so many times, in batches of whatever size.

        Where the model's own optimizer did not see the gradients, its steps are compared with the History; where it made
        no step, as in a loop with another optimizer, nothing can be said.
        """
        self.moved(hint)
        seen = times_seen(self.answer)
        history = self.answer.plain if self.answer.kind == "history" else None
        recorded = len(history["history"].get("loss", ())) if history else None
        if seen is not None and seen != times:
            again = "Call fit once, and return its result." if recorded is not None and seen > recorded else ""
            self.fail(
                authored("{call} showed the model each image {times}; expected {epochs} epochs.", times=_times(seen), epochs=times),
                ("seen", "as told" if seen == recorded else seen),
                hint or again,
            )
        taken = (self.state["optimizer"] or {"iterations": 0})["iterations"]
        if seen is None and taken and history and history["steps"] and taken != history["steps"] * recorded:
            self.fail(
                authored(
                    "{call} took {taken} steps with the model, but its History reports {reported}.",
                    taken=taken, reported=history["steps"] * recorded,
                ),  # fmt: skip
                ("steps", taken, history["steps"] * recorded),
                hint,
            )

    def _is_within_reach(self) -> None:
        """The weights, which were zeros, are no farther than the steps that were taken can bring them."""
        optimizer = self.state["optimizer"] or {"iterations": 0, "learning_rate": None}
        steps, rate = optimizer["iterations"], optimizer["learning_rate"]
        farthest = float(np.abs(self.weights[0]).max())
        if steps and rate is not None and farthest > REACH * rate * steps:
            self.fail(
                authored(
                    "{call} changed weights by {farthest:.2g}. Its {steps} steps at a learning rate of {rate:g} cannot do that: "
                    "the weights were set, not learned.",
                    farthest=farthest, steps=steps, rate=rate,
                ),  # fmt: skip
                ("out of reach",),
            )

    def _validates(self) -> bool:
        """Whether the History shows that images were held back."""
        recorded = self.answer.plain if self.answer.kind == "history" else {"history": {}}
        return any(str(name).startswith("val_") for name in recorded["history"])


@fail_closed
class OnePixelHistory(Expectation):
    """Words about the History of such a training."""

    def is_a_training_of(self, epochs: int, *others: tuple[Answer, int], hint: str = "") -> None:
        """The answer is a History with a loss for each of these epochs.

        Args:
            others: (answer, epochs) of further calls with other numbers of epochs, which show what is always the same.
        """
        calls = [(self.answer, epochs), *others]
        recorded = [len(Expectation(answer).is_a_history()["history"].get("loss", ())) for answer, _ in calls]
        for (_answer, asked), found in zip(calls, recorded, strict=True):
            if found != asked:
                self.fail(_entries(found, asked, calls, recorded), ("epochs", *_epochs_evidence(calls, recorded)), hint)


def _entries(found: int, asked: int, calls: list[tuple[Answer, int]], recorded: list[int]) -> str:
    """What is wrong with the number of entries of a History."""
    if len(calls) == 1 or len(set(recorded)) > 1:
        return authored_plural(
            "{call} gave a History with {count} entry; expected {asked} epochs.",
            "{call} gave a History with {count} entries; expected {asked} epochs.",
            found, asked=asked,
        )  # fmt: skip
    return authored_plural(
        "{call} gave a History with {count} entry; expected {asked} epochs, and {other} in another call.",
        "{call} gave a History with {count} entries; expected {asked} epochs, and {other} in another call.",
        found, asked=asked, other=calls[-1][1],
    )  # fmt: skip


def times_seen(answer: Answer) -> int | None:
    """How many times the given model has seen each image.

    The optimizer, an adam with ``COUNTING``, keeps for each weight the sum of its gradients and of their squares. An image
    moves only the weights of its pixel, each time alike if the model hardly learns (its learning rate is small). So
    (sum)² / (sum of squares) is the number of times, whatever the batches' size. Where one of the batches is smaller, its
    gradients are larger, and the number is too small for the images in it; most of them are in others.

    Returns:
        None where that cannot be recorded: another optimizer took the steps, or none of the model's.
    """
    moments = _moments(answer.models[0] if answer.models else {})
    if moments is None:
        return None
    sums, squares = (
        (part[0].astype(np.float64) ** power).sum(axis=1) for part, power in zip(moments, (2, 1), strict=True)
    )
    seen = squares > 0
    if not seen.any():
        return None
    times = sums[seen] / squares[seen] * (1 - COUNTING[1]) / (1 - COUNTING[0]) ** 2
    most = round(float(times.max()))
    return most if times.mean() > 0.75 * most else round(float(times.mean()))


def _moments(state: dict[str, Any]) -> tuple[list[np.ndarray], list[np.ndarray]] | None:
    """The means and mean squares of the gradients, of an optimizer that forgets nothing."""
    optimizer = state.get("optimizer") or {}
    moments = optimizer.get("moments")
    if not moments or optimizer.get("betas") != COUNTING:
        return None
    return moments["means"], moments["squares"]


def _epochs_evidence(calls: list[tuple[Answer, int]], recorded: list[int]) -> tuple[object, ...]:
    """What the number of entries shows: none of it depends on which wrong number it is, if that is always the same."""
    if len(set(recorded)) > 1 or len(calls) == 1:
        return ("differ by", [found - asked for found, (_answer, asked) in zip(recorded, calls, strict=True)])
    if recorded[0] != 1:
        return ("always the same",)
    (answer, asked), *_others = calls
    times = times_seen(answer)
    lengths = {len(value) for value in (answer.arguments or {}).values() if isinstance(value, np.ndarray)}
    few = times == 1 and answer.plain["steps"] in {-(-length // asked) for length in lengths}
    return ("one", times if times in (None, 1) else times - asked, few)


def _part(used: np.ndarray) -> str:
    """Which of the images, in words that do not depend on how many."""
    count = int(used.sum())
    if used[:count].all():
        return "the first"
    return "the last" if used[-count:].all() else "some"


def _pairing(learned: np.ndarray, labels: np.ndarray, used: np.ndarray) -> object:
    """What the labels that were learned have to do with the right ones, in words that do not depend on chance."""
    given = learned[used]
    if len(set(given.tolist())) == 1:
        return ("all alike", int(given[0]))
    known = {
        "the next one's": np.roll(labels, -1),
        "the one's before": np.roll(labels, 1),
        "from the end": labels[::-1],
        "one too large": labels + 1,
        "the rest to nine": labels.max() - labels.astype(int),
    }
    for words, wanted in known.items():
        if (given == wanted[used]).mean() > ENOUGH:
            return words
    return "torn apart"


def _times(number: int) -> str:
    return {1: authored("once"), 2: authored("twice")}.get(number) or authored("{number} times", number=number)
