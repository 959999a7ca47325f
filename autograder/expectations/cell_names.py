"""Texts at the rows, columns and cells of an image, and whether a text is a certain name or number."""

from __future__ import annotations

import re

import numpy as np

from autograder.expectations.boxes import Box, overlap_of
from autograder.expectations.line_scene import Label, LineScene
from autograder.expectations.scene import Picture
from autograder.expectations.scene_words import plain

NUMBER = re.compile(r"[-+]?\d[\d,' \u00a0\u2009\u202f]*(?:\.\d+)?(?:[eE][-+]?\d+)?")
NEAR = 0.5  # of a cell: so far from the middle of its row a name may be
OVERLAP = 0.3  # share of a text that may lie in another one


def cells(picture: Picture) -> np.ndarray:
    """The boxes of the cells of an image, shape (rows, columns, 4), row 0 on top."""
    rows, columns = picture.values.shape[:2]
    x = np.linspace(picture.whole[0], picture.whole[2], columns + 1)
    y = np.linspace(picture.whole[3], picture.whole[1], rows + 1)
    boxes = np.empty((rows, columns, 4))
    boxes[..., 0], boxes[..., 2] = x[:-1], x[1:]
    boxes[..., 3], boxes[..., 1] = y[:-1, None], y[1:, None]
    return boxes


def inside(labels: list[Label], boxes: np.ndarray) -> dict[tuple[int, int], list[Label]]:
    """The labels whose middle is in each cell."""
    flat = boxes.reshape(-1, 4)
    found: dict[tuple[int, int], list[Label]] = {}
    for label in labels:
        x, y = label.centre
        hit = np.flatnonzero((flat[:, 0] <= x) & (x < flat[:, 2]) & (flat[:, 1] <= y) & (y < flat[:, 3]))
        if len(hit):
            row, column = divmod(int(hit[0]), boxes.shape[1])
            found.setdefault((row, column), []).append(label)
    return found


def numbers_in(text: str) -> list[float]:
    """All numbers of a text; thousands may be parted by a comma, a blank or an apostrophe."""
    found = []
    for part in NUMBER.findall(text.replace("−", "-").replace("$", "")):
        number = re.sub(r"[,' \u00a0\u2009\u202f]", "", part)
        found.append(float(number))
    return found


def is_number(text: str, number: float) -> bool:
    """Whether one of the numbers in a text is this one."""
    return any(abs(one - number) <= 1e-6 * max(1.0, abs(number)) for one in numbers_in(text))


def best_name(text: str, names: list[str]) -> str | None:
    """The name that a text says: itself, or the longest one in it."""
    said = plain(text)
    exact = [name for name in names if plain(name) == said]
    if exact:
        return exact[0]
    within = [name for name in names if plain(name) and plain(name) in said]
    return max(within, key=len, default=None)


def along(scene: LineScene, picture: Picture, names: list[str], side: int) -> list[str | None]:
    """The name at each row (side 1, from the top) or column (side 0, from the left) of an image.

    A tick belongs to its place, another text to its middle; it must be beside the image, not in it.

    Returns:
        for each, the name that its text says, the text itself where it says none of them, or None without a text.
    """
    boxes = cells(picture)
    middles = boxes[:, 0, [1, 3]].mean(axis=1) if side == 1 else boxes[0, :, [0, 2]].mean(axis=0)
    size = abs(picture.whole[2 + side] - picture.whole[side]) / len(middles)
    found: list[list[tuple[float, Label]]] = [[] for _ in middles]
    role = ("x tick", "y tick")[side]
    place = scene.place_of(picture.axes)
    for label in scene.labels:
        is_tick = label.role == role and scene.place_of_label(label) == place
        is_text = label.role == "text" and not _in_picture(label, picture, 1 - side)
        if not (is_tick or is_text):
            continue
        at = label.anchor[side] if is_tick else label.centre[side]
        nearest = int(np.abs(middles - at).argmin())
        if abs(middles[nearest] - at) <= NEAR * size and (is_tick or _is_beside(label, picture, 1 - side)):
            found[nearest].append((abs(middles[nearest] - at), label))
    return [_said(row, names) for row in found]


def _said(row: list[tuple[float, Label]], names: list[str]) -> str | None:
    texts = [label.text for _away, label in sorted(row, key=lambda pair: pair[0])]
    known = [name for text in texts if (name := best_name(text, names)) is not None]
    return known[0] if known else texts[0] if texts else None


def _in_picture(label: Label, picture: Picture, side: int) -> bool:
    at = label.centre[side]
    return bool(picture.box[side] < at < picture.box[2 + side])


def _is_beside(label: Label, picture: Picture, side: int) -> bool:
    """Whether a text is not far from an image: within half of its size."""
    size = picture.box[2 + side] - picture.box[side]
    return bool(label.box[2 + side] >= picture.box[side] - size / 2 and label.box[side] <= picture.box[2 + side] + size / 2)


def overlapping(labels: list[Label]) -> int:
    """How many texts lie partly on another one; turned ones are left out, as their boxes are larger than they are."""
    boxes: list[Box] = [label.box for label in labels if label.turned % 180 == 0]
    return sum(
        any(one is not other and overlap_of(one, other) > OVERLAP for other in boxes) for one in boxes
    )
