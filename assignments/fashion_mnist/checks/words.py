"""Words that only these checks need: names of labels, the parts of a split."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import numpy as np

from autograder.core.languages import authored, authored_plural, joined
from autograder.expectations.answer import fail_closed
from autograder.expectations.value_words import ValueWords, as_evidence, flat, in_words, shortened
from autograder.transport.tables import Table

# -- names of labels --------------------------------------------------------------------------------------------------


EXPECTED = authored("Expected a list, a tuple or an array with a name for each label.")
PARTS = (authored("training"), authored("validation"))
ONE_BY_ONE = ("map", "generator", "filter", "zip", "dict_values")


@fail_closed
class Names(ValueWords):
    """Words about a list, a tuple or an array of texts, one for each label."""

    def are(self, names: Sequence[str], hidden: bool = True, hint: str = "") -> None:
        """The answer holds exactly these texts, in this order."""
        self._is_something()
        value = self.answer.value
        if self.answer.type_name in ("set", "frozenset"):
            text = authored("{call} gave a {kind}, which holds each name once and in no order.", kind=self.answer.type_name)
            self.fail(joined([text, EXPECTED]), ("set", as_evidence(flat(value))), hint)
        given = value.columns[0].items if isinstance(value, Table) and value.form != "DataFrame" else flat(value)
        if isinstance(given, np.ndarray) and given.ndim:
            given = given.tolist()
        if not isinstance(given, (list, tuple)):
            text = authored("{call} gave {kind}.", kind=self._kind_words())
            self.fail(joined([text, EXPECTED]), ("no list", as_evidence(given)), hint)
        odd = next((item for item in given if type(item) is not str), None)
        if odd is not None:
            text = authored("{call} gave {given} among the names; each must be a text.", given=in_words(odd))
            self.fail(text, ("no text", as_evidence(given)), hint)
        self._compares(list(given), list(names))
        if len(given) != len(names):
            text = authored_plural("{call} gave {count} name for {labels} labels.", "{call} gave {count} names for {labels} labels.", len(given), labels=len(names))
            self.fail(text, ("count", as_evidence(given)), hint)
        for place, (one, wanted) in enumerate(zip(given, names, strict=True)):
            if one != wanted:
                about = {"given": shortened(one), "place": place}
                if hidden:
                    text = authored("{call} gave {given} for the label at place {place} (counted from 0), which is not the name of this label.", **about)
                else:
                    text = authored("{call} gave {given} for the label at place {place} (counted from 0); expected {wanted}.", **about, wanted=repr(wanted))
                self.fail(text, ("names", as_evidence(given)), hint)

    def are_kept(self, hint: str = "") -> None:
        """The texts are in something that can be gone through again and again, and has positions."""
        name = self.answer.type_name
        if name in ONE_BY_ONE or name.endswith("iterator"):
            text = authored("{call} gave a {kind}, which makes its items one by one, and only once.", kind=name)
            self.fail(joined([text, EXPECTED]), ("one by one",), hint or authored("list(…) makes a list of it."))


# -- the parts of a split ---------------------------------------------------------------------------------------------

FORM = "((train_images, train_labels), (validation_images, validation_labels))"
FEW = 5  # runs of neighbours; a random draw of a hundred images has many more


@fail_closed
class SplitParts(ValueWords):
    """Words about a training part and a validation part, each a pair of images and labels. Say first what was divided: ``of``."""

    def of(self, images: np.ndarray, labels: np.ndarray) -> SplitParts:
        """What was given to be divided: images that all differ, and their labels."""
        self.images, self.labels = images, labels
        return self

    def have_sizes(self, training: int, validation: int, hint: str = "") -> None:
        """The parts have the right form, and so many images."""
        for name, (images, _) in zip(PARTS, self._pairs(hint), strict=True):
            shape, wanted = np.shape(images)[1:], self.images.shape[1:]
            if shape != wanted:
                text = authored("{call} gave images of shape {shape} in the {part} part; expected {wanted}, as they were given.", shape=shape, part=name, wanted=wanted)
                self.fail(text, ("shape", shape), hint)
        found = self.sizes(hint)
        if found != (training, validation):
            text = authored(
                "{call} gave {first} images for training and {second} for validation; expected {training} and {validation}.",
                first=found[0], second=found[1], training=training, validation=validation,
            )
            self.fail(text, ("sizes", found), hint)

    def are_arrays(self, hint: str = "") -> None:
        """Images and labels of both parts are arrays of NumPy's."""
        for name, pair in zip(PARTS, self._pairs(hint), strict=True):
            for what, one in zip((authored("images"), authored("labels")), pair, strict=True):
                if not isinstance(one, np.ndarray):
                    text = authored("{call} gave the {what} of the {part} part as a {kind}; expected an array.", what=what, part=name, kind=type(one).__name__)
                    self.fail(text, ("no array", what, type(one).__name__), hint or authored("np.array(…) makes an array of a list."))

    def are_so_many(self, wanted: int, share: float, count: int, found: list[int], hint: str = "") -> None:
        """The validation part has so many images. ``found``: how many too many there are in each call of this check."""
        size = self.sizes(hint)[1]
        if size != wanted:
            text = authored(
                "{call} put {size} of {number} images into the validation part, with the share {share}; expected round(share * n).",
                size=size, number=count, share=str(share),
            )
            self.fail(text, ("count", [int(np.clip(one, -2, 2)) for one in found]), hint)

    def have_each_image_once(self, hint: str = "") -> None:
        """No image is lost, none is there twice."""
        training, validation = self.places(hint)
        lost = set(range(len(self.images))) - set(training) - set(validation)
        both = set(training) & set(validation)
        twice = [len(one) - len(set(one)) for one in (training, validation)]
        if lost or both or any(twice):
            said = [authored_plural("{count} image is in both parts", "{count} images are in both parts", len(both))] * bool(both)
            said += [
                authored_plural("{count} image of the {part} part is repeated", "{count} images of the {part} part are repeated", number, part=name)
                for number, name in zip(twice, PARTS, strict=True)
                if number
            ]
            said += [authored_plural("{count} image is in neither part", "{count} images are in neither part", len(lost))] * bool(lost)
            evidence = ("once", len(lost) if len(lost) < 2 else "lost" * bool(lost), len(both) == len(self.images), bool(both), [bool(one) for one in twice])
            text = authored("{call} does not put each of the {number} images into exactly one part: {said}.", number=len(self.images), said=joined(said, ", "))
            self.fail(text, evidence, hint)

    def keep_their_labels(self, hint: str = "") -> None:
        """Each image has the label that it was given with."""
        places, labels = [one for part in self.places(hint) for one in part], self._labels()
        wrong = int((self.labels[places] != labels).sum())
        if wrong:
            parts = [labels.tolist(), np.roll(labels, self.sizes()[1]).tolist()]
            kept = self.labels.tolist() in parts
            same = sorted(labels.tolist()) == sorted(self.labels.tolist())
            text = authored("{call} gave {wrong} of {number} images the label of another image.", wrong=wrong, number=len(labels))
            self.fail(text, ("labels", "as they were" if kept else "mixed" if same else "others", len(set(labels.tolist())) == 1), hint)

    def are_drawn_at_random(self, hint: str = "") -> None:
        """The validation images come from all over sorted data, and no simple rule says which."""
        rule = self._rule(hint)
        if rule is not None:
            text, *evidence = rule
            self.fail(authored("{call} {rule}; expected images drawn at random.", rule=text), evidence, hint)

    def are_the_same_as(self, other: SplitParts, seed: int, hint: str = "") -> None:
        """Another call with this seed has put the same images into the same parts."""
        if [sorted(one) for one in self.places(hint)] != [sorted(one) for one in other.places(hint)]:
            self.fail(authored("{call} gave other parts for the same seed, {seed}.", seed=str(seed)), ("not again", seed), hint)

    def differ_from(self, *others: SplitParts, hint: str = "") -> None:
        """Calls with other seeds have put other images into the validation part, each different ones."""
        drawn = [sorted(one.places(hint)[1]) for one in (*others, self)]
        same = [one == two for one, two in combinations(drawn, 2)]
        if any(same):
            rule = self._rule(hint) or ("", "drawn")
            self.fail(authored("{call} gave the same parts for another seed."), ("the same", same, *rule[1:]), hint)

    def _rule(self, hint: str) -> tuple[Any, ...] | None:
        """What tells the validation images from images that are drawn at random, in words and as evidence; None if nothing does."""
        given, labels = self.places(hint)[1], self.labels
        places = np.array(sorted(set(given)))
        if len(places) < 3:
            return authored("has hardly any image in the validation part"), "hardly any"
        steps = np.diff(places)
        inside = [np.flatnonzero(np.isin(np.flatnonzero(labels == label), places)) for label in np.unique(labels)]
        if (steps == 1).sum() >= len(steps) - FEW:
            count, total = len(places), len(labels)
            ends = {"first": (places[0] == 0, places >= count), "last": (places[-1] == total - 1, places < total - count)}
            end = next((name for name, (reached, beyond) in ends.items() if reached and beyond.sum() < FEW), "")
            took = {
                "first": authored("took the first images for the validation part"),
                "last": authored("took the last images for the validation part"),
                "": authored("took images in a row for the validation part"),
            }
            return took[end], "in a row", end, given == sorted(given)
        if all(len(one) and np.ptp(one) == len(one) - 1 for one in inside):
            return authored("took neighbours of each class for the validation part"), "in a row in each class", int(inside[0][0])
        if len(set(steps.tolist())) <= 2:
            first = ", ".join(map(str, places[:3]))
            return authored("took the images {places} and so on for the validation part", places=first), "in steps"
        missing = sum(not len(one) for one in inside)
        text = authored("has no validation image of {missing} of {number} classes", missing=missing, number=len(inside))
        return (text, "classes missing") if missing > 1 else None

    def sizes(self, hint: str = "") -> tuple[int, int]:
        """How many images are in each part."""
        training, validation = self._pairs(hint)
        return len(training[0]), len(validation[0])

    def places(self, hint: str = "") -> tuple[list[int], list[int]]:
        """For each part, the places that its images had among those that were given."""
        known = {image.astype(np.float64).tobytes(): place for place, image in enumerate(self.images)}
        parts = [[known.get(image.tobytes(), -1) for image in np.asarray(images, np.float64)] for images, _ in self._pairs(hint)]
        unknown = [part.count(-1) for part in parts]
        if any(unknown):
            text = authored("{call} gave {number} images that are none of the given ones; expected the images as they are.", number=sum(unknown))
            self.fail(text, ("unknown", [number == len(part) for number, part in zip(unknown, parts, strict=True)]), hint)
        return parts[0], parts[1]

    def _labels(self) -> np.ndarray:
        return np.concatenate([np.asarray(labels, np.float64) for _, labels in self._pairs("")])

    def _pairs(self, hint: str) -> list[tuple[Any, Any]]:
        """Two pairs of images and labels, of equal lengths."""
        self._is_something()
        given = flat(self.answer.value)
        shapes = _shapes(given)
        fits = isinstance(given, (list, tuple)) and len(given) == 2 and all(isinstance(one, (list, tuple)) and len(one) == 2 for one in given)
        if not fits:
            many = isinstance(given, (list, tuple))
            what = self._kind_words()
            if many:
                what = authored("two items that are not two pairs") if len(given) == 2 else authored("{number} items", number=len(given))
            elif isinstance(given, dict):
                what = authored("a dict")
            self.fail(authored("{call} gave {what}; expected the form {form}.", what=what, form=FORM), ("form", shapes), hint)
        for name, (images, labels) in zip(PARTS, given, strict=True):
            sizes = np.shape(images), np.shape(labels)
            if len(sizes[0]) < 2 or len(sizes[1]) != 1:
                if 0 in sizes[0] and sizes[1] == (0,):
                    continue
                text = authored(
                    "{call} gave images of shape {shape} and labels of shape {labels} as the {part} part; expected the form {form}.",
                    shape=sizes[0], labels=sizes[1], part=name, form=FORM,
                )
                self.fail(text, ("form", shapes), hint)
            if sizes[0][0] != sizes[1][0]:
                text = authored("{call} gave {images} images and {labels} labels as the {part} part.", images=sizes[0][0], labels=sizes[1][0], part=name)
                self.fail(text, ("lengths", shapes), hint)
        return list(given)


def _shapes(value: Any) -> Any:
    """What an answer is made of, as evidence: the shapes of its arrays."""
    if isinstance(value, (list, tuple)) and len(value) <= 4:
        return [_shapes(one) for one in value]
    if isinstance(value, (list, tuple, np.ndarray)):
        try:
            return list(np.shape(value))
        except ValueError:
            return "odd"
    return type(value).__name__
