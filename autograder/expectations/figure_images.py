"""The images of a figure in words: which one is where and what is written at it, or the numbers of a heat map."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from autograder.core.figure_text import FigureRow
from autograder.core.languages import message, plural
from autograder.expectations import cell_names
from autograder.expectations.figure_axes import Axes, as_number, clean, in_a_list, number, texts_of
from autograder.expectations.line_scene import LineScene
from autograder.expectations.scene import Drawing, Picture

MOST_IMAGES = 120
MOST_CELLS = 400  # of a heat map: more cells are an image to look at
WRITTEN = 0.4  # share of the cells with a number in them from which on an image is a heat map
LONGEST = 24  # characters of a text in a cell


@dataclass
class Images:
    """The images of a figure.

    Attributes:
        axes: the numbers of the axes with images. heat_maps: those of them with a heat map.
        rows: of the table. phrases: for the sentence. used: the texts that are told with an image.
    """

    axes: set[int] = field(default_factory=set)
    heat_maps: set[int] = field(default_factory=set)
    rows: list[FigureRow] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)


def read_images(axes: list[Axes], drawing: Drawing, scene: LineScene) -> Images:
    """The images that can be seen, row by row, and the colour bars."""
    images = Images(axes={picture.axes for picture in drawing.pictures})
    plain: list[tuple[str, str]] = []
    grid = drawing.grid()
    for row, pictures in enumerate(grid, 1):
        for column, picture in enumerate(pictures, 1):
            place = message("row {row}, column {column}", row=row, column=column)
            if _is_heat_map(picture, scene, axes):
                images.heat_maps.add(picture.axes)
                _heat_map(picture, scene, axes, images)
                continue
            texts = _texts_at(picture, drawing, scene)
            images.used |= set(texts)
            plain.append((place, " / ".join(texts)))
            if len(plain) <= MOST_IMAGES:
                images.rows.append(FigureRow(place, message("image"), plain[-1][1], _numbers(picture)))
    if len(plain) > MOST_IMAGES:
        images.rows.append(FigureRow("", message("more images"), "", str(len(plain) - MOST_IMAGES)))
    if plain:
        images.phrases.insert(0, _grid_phrase(plain, [len(row) for row in grid], drawing))
    for bar in drawing.colour_bars:
        low, high = map(number, bar.scale)
        ends = message("{low} to {high}", low=low, high=high)
        images.rows.append(FigureRow("", message("colour bar"), "", ends if bar.numbers else message("{ends}, without numbers", ends=ends)))
        images.phrases.append(message("colour bar from {low} to {high}", low=low, high=high))
    return images


def _texts_at(picture: Picture, drawing: Drawing, scene: LineScene) -> list[str]:
    """What is written at an image, from the top left: its own texts, and names in the place of ticks."""
    texts = [clean(text.text) for text in drawing.texts_of(picture)]
    names = [
        text
        for text in texts_of(scene, picture.axes, "x tick", "y tick")
        if as_number(text) is None and text not in texts
    ]
    return [text for text in [*names[:4], *texts[:6]] if text]


def _grid_phrase(plain: list[tuple[str, str]], rows: list[int], drawing: Drawing) -> str:
    texts = [clean(text, 20) or "–" for _place, text in plain]
    count = len(plain)
    if count == 1:
        said = message("1 image of {size}", size=_size(drawing.pictures[0]))
        return said if texts[0] == "–" else message("{image}, with the texts: {texts}", image=said, texts=texts[0].replace(" / ", ", "))
    if len(set(rows)) == 1:
        said = plural("{images} images in {count} row of {each}", "{images} images in {count} rows of {each}", len(rows), images=count, each=rows[0])
    else:
        said = message("{images} images in {count} rows", images=count, count=len(rows))
    return said if set(texts) == {"–"} else message("{images}; at them, row by row: {texts}", images=said, texts=in_a_list(texts))


def _size(picture: Picture) -> str:
    rows, columns = picture.values.shape[:2]
    return message("{rows} by {columns}", rows=rows, columns=columns)


def _numbers(picture: Picture) -> str:
    """``8 by 6, from 0 to 255``: rows, columns, and the range of the numbers."""
    values = picture.values[np.isfinite(picture.values)]
    said = _size(picture)
    if picture.values.ndim == 3:
        said = message("{size}, {count} colour channels", size=said, count=picture.values.shape[2])
    if len(values):
        said = message("{size}, from {low} to {high}", size=said, low=number(values.min()), high=number(values.max()))
    return said if picture.clear else message("{image}, in colours that look the same", image=said)


def _is_heat_map(picture: Picture, scene: LineScene, axes: list[Axes]) -> bool:
    """Whether the numbers of an image are to be read: they are written in it, or rows and columns have names."""
    rows, columns = picture.values.shape[:2]
    if picture.values.ndim == 2 and rows * columns <= MOST_CELLS and min(rows, columns) > 1:
        labels = [label for label in scene.labels if label.role == "text"]
        if len(cell_names.inside(labels, cell_names.cells(picture))) >= WRITTEN * rows * columns:
            return True
        return all(_has_names(scene, picture, side) for side in (0, 1))
    return False


def _has_names(scene: LineScene, picture: Picture, side: int) -> bool:
    found = cell_names.along(scene, picture, [], side)
    return all(text is not None and as_number(text) is None for text in found)


def _heat_map(picture: Picture, scene: LineScene, axes: list[Axes], images: Images) -> None:
    part = axes[picture.axes].part
    across, down = ([clean(text or "", LONGEST) for text in cell_names.along(scene, picture, [], side)] for side in (0, 1))
    labels = [label for label in scene.labels if label.role == "text"]
    written = cell_names.inside(labels, cell_names.cells(picture))
    rows, columns = picture.values.shape[:2]
    images.rows += [FigureRow(part, message("column {number}", number=place), name) for place, name in enumerate(across, 1)]
    for row in range(rows):
        values = [number(value) if np.isfinite(value) else "–" for value in picture.values[row]]
        texts = [clean(" ".join(one.text for one in written.get((row, column), [])), LONGEST) or "–" for column in range(columns)]
        images.used |= {clean(one.text) for column in range(columns) for one in written.get((row, column), [])}
        images.rows.append(FigureRow(part, message("row {number}", number=row + 1), down[row], in_a_list(values)))
        if texts != values and set(texts) != {"–"}:
            images.rows.append(FigureRow(part, message("written in row {number}", number=row + 1), down[row], in_a_list(texts)))
    known = picture.values[np.isfinite(picture.values)]
    said = message("{rows} rows of {columns} cells", rows=rows, columns=columns)
    if len(known):
        said = message("{cells}, numbers from {low} to {high}", cells=said, low=number(known.min()), high=number(known.max()))
    images.phrases.append(said)
