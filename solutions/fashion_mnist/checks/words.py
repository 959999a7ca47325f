"""Words that only these checks need: names of labels, the parts of a split."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import numpy as np

from autograder.expectations.answer import fail_closed
from autograder.expectations.value_words import ValueWords, as_evidence, flat, in_words, shortened
from autograder.transport.tables import Table

# -- names of labels --------------------------------------------------------------------------------------------------


EXPECTED = "expected a list, a tuple or an array with a name for each label"
ONE_BY_ONE = ("map", "generator", "filter", "zip", "dict_values")


@fail_closed
class Names(ValueWords):
    """Words about a list, a tuple or an array of texts, one for each label."""

    def are(self, names: Sequence[str], hidden: bool = True, hint: str = "") -> None:
        """The answer holds exactly these texts, in this order."""
        self._is_something()
        value = self.answer.value
        if self.answer.type_name in ("set", "frozenset"):
            text = f"gave a {self.answer.type_name}, which holds each name once and in no order; {EXPECTED}."
            self.fail(text, ("set", as_evidence(flat(value))), hint)
        given = value.columns[0].items if isinstance(value, Table) and value.form != "DataFrame" else flat(value)
        if isinstance(given, np.ndarray) and given.ndim:
            given = given.tolist()
        if not isinstance(given, (list, tuple)):
            self.fail(f"gave {self._kind_words()}; {EXPECTED}.", ("no list", as_evidence(given)), hint)
        odd = next((item for item in given if type(item) is not str), None)
        if odd is not None:
            self.fail(f"gave {in_words(odd)} among the names; each must be a text.", ("no text", as_evidence(given)), hint)
        if len(given) != len(names):
            self.fail(f"gave {len(given)} name{'s' * (len(given) != 1)} for {len(names)} labels.", ("count", as_evidence(given)), hint)
        for place, (one, wanted) in enumerate(zip(given, names, strict=True)):
            if one != wanted:
                right = ", which is not the name of this label" if hidden else f"; expected {wanted!r}"
                self.fail(f"gave {shortened(one)} for the label at place {place} (counted from 0){right}.", ("names", as_evidence(given)), hint)

    def are_kept(self, hint: str = "") -> None:
        """The texts are in something that can be gone through again and again, and has positions."""
        name = self.answer.type_name
        if name in ONE_BY_ONE or name.endswith("iterator"):
            text = f"gave a {name}, which makes its items one by one, and only once; {EXPECTED}."
            self.fail(text, ("one by one",), hint or "list(…) makes a list of it.")


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
        for name, (images, _) in zip(("training", "validation"), self._pairs(hint), strict=True):
            shape, wanted = np.shape(images)[1:], self.images.shape[1:]
            if shape != wanted:
                self.fail(f"gave images of shape {shape} in the {name} part; expected {wanted}, as they were given.", ("shape", shape), hint)
        found = self.sizes(hint)
        if found != (training, validation):
            text = f"gave {found[0]} images for training and {found[1]} for validation; expected {training} and {validation}."
            self.fail(text, ("sizes", found), hint)

    def are_arrays(self, hint: str = "") -> None:
        """Images and labels of both parts are arrays of NumPy's."""
        for name, pair in zip(("training", "validation"), self._pairs(hint), strict=True):
            for what, one in zip(("images", "labels"), pair, strict=True):
                if not isinstance(one, np.ndarray):
                    text = f"gave the {what} of the {name} part as a {type(one).__name__}; expected an array."
                    self.fail(text, ("no array", what, type(one).__name__), hint or "np.array(…) makes an array of a list.")

    def are_so_many(self, wanted: int, share: float, count: int, found: list[int], hint: str = "") -> None:
        """The validation part has so many images. ``found``: how many too many there are in each call of this check."""
        size = self.sizes(hint)[1]
        if size != wanted:
            self.fail(
                f"put {size} of {count} images into the validation part, with the share {share}; expected round(share * n).",
                ("count", [int(np.clip(one, -2, 2)) for one in found]),
                hint,
            )

    def have_each_image_once(self, hint: str = "") -> None:
        """No image is lost, none is there twice."""
        training, validation = self.places(hint)
        lost = set(range(len(self.images))) - set(training) - set(validation)
        both = set(training) & set(validation)
        twice = [len(one) - len(set(one)) for one in (training, validation)]
        if lost or both or any(twice):
            said = [f"{len(both)} images are in both parts"] * bool(both)
            said += [f"{number} images of the {name} part are repeated" for number, name in zip(twice, ("training", "validation"), strict=True) if number]
            said += [f"{len(lost)} images are in neither part"] * bool(lost)
            evidence = ("once", len(lost) if len(lost) < 2 else "lost" * bool(lost), len(both) == len(self.images), bool(both), [bool(one) for one in twice])
            self.fail(f"does not put each of the {len(self.images)} images into exactly one part: {', '.join(said)}.", evidence, hint)

    def keep_their_labels(self, hint: str = "") -> None:
        """Each image has the label that it was given with."""
        places, labels = [one for part in self.places(hint) for one in part], self._labels()
        wrong = int((self.labels[places] != labels).sum())
        if wrong:
            parts = [labels.tolist(), np.roll(labels, self.sizes()[1]).tolist()]
            kept = self.labels.tolist() in parts
            same = sorted(labels.tolist()) == sorted(self.labels.tolist())
            text = f"gave {wrong} of {len(labels)} images the label of another image."
            self.fail(text, ("labels", "as they were" if kept else "mixed" if same else "others", len(set(labels.tolist())) == 1), hint)

    def are_drawn_at_random(self, hint: str = "") -> None:
        """The validation images come from all over sorted data, and no simple rule says which."""
        rule = self._rule(hint)
        if rule is not None:
            text, *evidence = rule
            self.fail(f"{text}; expected images drawn at random.", evidence, hint)

    def are_the_same_as(self, other: SplitParts, seed: int, hint: str = "") -> None:
        """Another call with this seed has put the same images into the same parts."""
        if [sorted(one) for one in self.places(hint)] != [sorted(one) for one in other.places(hint)]:
            self.fail(f"gave other parts for the same seed, {seed}.", ("not again", seed), hint)

    def differ_from(self, *others: SplitParts, hint: str = "") -> None:
        """Calls with other seeds have put other images into the validation part, each different ones."""
        drawn = [sorted(one.places(hint)[1]) for one in (*others, self)]
        same = [one == two for one, two in combinations(drawn, 2)]
        if any(same):
            rule = self._rule(hint) or ("", "drawn")
            self.fail("gave the same parts for another seed.", ("the same", same, *rule[1:]), hint)

    def _rule(self, hint: str) -> tuple[Any, ...] | None:
        """What tells the validation images from images that are drawn at random, in words and as evidence; None if nothing does."""
        given, labels = self.places(hint)[1], self.labels
        places = np.array(sorted(set(given)))
        if len(places) < 3:
            return "has hardly any image in the validation part", "hardly any"
        steps = np.diff(places)
        inside = [np.flatnonzero(np.isin(np.flatnonzero(labels == label), places)) for label in np.unique(labels)]
        if (steps == 1).sum() >= len(steps) - FEW:
            count, total = len(places), len(labels)
            ends = {"first": (places[0] == 0, places >= count), "last": (places[-1] == total - 1, places < total - count)}
            end = next((name for name, (reached, beyond) in ends.items() if reached and beyond.sum() < FEW), "")
            what = f"the {end} images" if end else "images in a row"
            return f"took {what} for the validation part", "in a row", end, given == sorted(given)
        if all(len(one) and np.ptp(one) == len(one) - 1 for one in inside):
            return "took neighbours of each class for the validation part", "in a row in each class", int(inside[0][0])
        if len(set(steps.tolist())) <= 2:
            return f"took the images {places[0]}, {places[1]}, {places[2]} and so on for the validation part", "in steps"
        missing = sum(not len(one) for one in inside)
        return (f"has no validation image of {missing} of {len(inside)} classes", "classes missing") if missing > 1 else None

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
            text = f"gave {sum(unknown)} images that are none of the given ones; expected the images as they are."
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
            what = "two items that are not two pairs" if many and len(given) == 2 else f"{len(given)} items" if many else "a dict" if isinstance(given, dict) else self._kind_words()
            self.fail(f"gave {what}; expected the form {FORM}.", ("form", shapes), hint)
        for name, (images, labels) in zip(("training", "validation"), given, strict=True):
            sizes = np.shape(images), np.shape(labels)
            if len(sizes[0]) < 2 or len(sizes[1]) != 1:
                if 0 in sizes[0] and sizes[1] == (0,):
                    continue
                text = f"gave images of shape {sizes[0]} and labels of shape {sizes[1]} as the {name} part; expected the form {FORM}."
                self.fail(text, ("form", shapes), hint)
            if sizes[0][0] != sizes[1][0]:
                text = f"gave {sizes[0][0]} images and {sizes[1][0]} labels as the {name} part."
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
