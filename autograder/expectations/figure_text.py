"""A figure in words: a sentence of at most 40 words, and a table of what is drawn in it.

It is made of the same description as a verdict, so it says what a reader sees: what is covered or as pale as its paper is
not told as if it were there. It knows nothing of what a check wants, so it gives nothing away.
"""

from __future__ import annotations

import logging
from typing import Any

import numpy as np

from autograder.core.figure_text import LONGEST_CELL, LONGEST_TABLE, MOST_ROWS, MOST_WORDS, FigureRow, FigureText
from autograder.core.languages import Message, joined, message, plural, with_and
from autograder.expectations.answer import Answer
from autograder.expectations.figure_axes import (
    NO_NUMBERS,
    ROLES,
    Axes,
    axes_name,
    axes_rows,
    clean,
    read_axes,
    texts_of,
)
from autograder.expectations.figure_images import Images, read_images
from autograder.expectations.figure_marks import Marks, read_marks
from autograder.expectations.line_scene import LineScene
from autograder.expectations.read_lines import read_lines
from autograder.expectations.read_scene import read_drawing
from autograder.expectations.scene import Drawing

MOST_TEXTS = 60  # of a figure, besides names and titles
EMPTY_AXES = message("empty axes")
AROUND = ("figure title", "figure x name", "figure y name", "heading")

log = logging.getLogger("autograder")


def text_of_answer(answer: Answer) -> FigureText:
    """An answer's figure in words; empty where it has none, or it cannot be read. Made once for an answer."""
    if answer.kind != "figure":
        return FigureText()
    kept = answer.worked_out
    if "figure text" not in kept:
        try:
            if "drawing" not in kept:
                kept["drawing"] = read_drawing(answer.plain)
            if "scene" not in kept:
                kept["scene"] = read_lines(answer.plain, kept["drawing"].pixels)
            kept["figure text"] = _figure_text(answer.plain, kept["drawing"], kept["scene"])
        except ValueError:
            kept["figure text"] = FigureText()
        except Exception:  # the words are an extra: whatever is wrong with a hostile figure, the judging goes on
            log.exception("a figure has no words")
            kept["figure text"] = FigureText()
    text: FigureText = kept["figure text"]
    return text


def figure_text(content: Any) -> FigureText:
    """A figure in words.

    Args:
        content: its description, see ``values.mpl.figures.describe_figure``; not trusted.

    Raises:
        ValueError: it is not such a description.

    Example:
        >>> figure, axes = plt.subplots()  # doctest: +SKIP
        >>> bars = axes.bar(["a", "b"], [3, 5])  # doctest: +SKIP
        >>> figure_text(describe_figure(figure)).sentence  # doctest: +SKIP
        'Bar chart: 2 bars, highest 5 at b, lowest 3 at a.'
    """
    drawing = read_drawing(content)
    return _figure_text(content, drawing, read_lines(content, drawing.pixels))


def _figure_text(content: Any, drawing: Drawing, scene: LineScene) -> FigureText:
    try:
        axes = read_axes(content, drawing, scene)
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        raise ValueError(f"not the description of a figure: {error!r}") from error
    images = read_images(axes, drawing, scene)
    marks = {one.number: read_marks(one, drawing, scene) for one in axes}
    rows = [FigureRow("", ROLES[role], text) for role in AROUND for text in texts_of(scene, -1, role)]
    charts = [one for one in axes if marks[one.number].rows or one.number in images.heat_maps]
    for one in axes:
        rows += _of_axes(one, charts, images, marks[one.number], scene)
    rows += images.rows
    rows += [FigureRow("" if entry.axes < 0 else axes_name(entry.axes), message("legend"), clean(entry.text)) for entry in scene.entries]
    rows += _other_texts(scene, images)
    return FigureText(_sentence(charts, images, marks, scene), _bounded(rows))


def _of_axes(axes: Axes, charts: list[Axes], images: Images, marks: Marks, scene: LineScene) -> list[FigureRow]:
    """The rows of one axes; one with only images to look at says no more than what its ticks say."""
    about = axes_rows(axes, scene)
    if axes.number in images.axes - images.heat_maps and not marks.rows:
        return [row for row in about if row.value not in ("", NO_NUMBERS)]
    if axes not in charts and not about:
        return []
    rows = [FigureRow(axes.part, message("kind"), "", _kind(axes, images, marks))]
    if len(charts) > 1 and axes in charts:
        row, column = _place(axes, charts)
        rows.append(FigureRow(axes.part, message("place"), "", message("row {row}, column {column}", row=row, column=column)))
    return [*rows, *about, *marks.rows]


def _kind(axes: Axes, images: Images, marks: Marks) -> str:
    first = [message("heat map")] if axes.number in images.heat_maps else [message("image")] if axes.number in images.axes else []
    return with_and([*first, *marks.kinds]) or (message("lines") if marks.rows else EMPTY_AXES)


def _place(axes: Axes, charts: list[Axes]) -> tuple[int, int]:
    """(row, column) of one chart among several, counted from 1 at the top left."""
    middles = [(one.box[:2] + one.box[2:]) / 2 for one in charts]
    size = axes.box[2:] - axes.box[:2]
    own = (axes.box[:2] + axes.box[2:]) / 2
    columns = {round(float(x / max(size[0], 1.0)), 1) for x, _y in middles if x < own[0] - size[0] / 2}
    rows = {round(float(y / max(size[1], 1.0)), 1) for _x, y in middles if y > own[1] + size[1] / 2}
    return 1 + len(rows), 1 + len(columns)


def _other_texts(scene: LineScene, images: Images) -> list[FigureRow]:
    """What is written in the figure besides titles, names, ticks and what is at the images."""
    labels = [label for label in scene.labels if label.role == "text" and clean(label.text) not in images.used]
    rows = [FigureRow("" if label.axes < 0 else axes_name(label.axes), ROLES["text"], clean(label.text)) for label in labels]
    return [row for row in rows if row.name][:MOST_TEXTS]


def _sentence(charts: list[Axes], images: Images, marks: dict[int, Marks], scene: LineScene) -> str:
    """The most telling of it all, in at most 40 words: as much as fits."""
    titles = [clean(text, 60) for text in texts_of(scene, -1, "figure title")]
    text: str = ""
    for named, most in ((True, 99), (False, 99), (False, 2), (False, 1)):
        parts = [] if images.heat_maps else list(images.phrases)
        for one in charts:
            said = [*images.phrases * (one.number in images.heat_maps), *dict.fromkeys(marks[one.number].phrases)][:most]
            start = _start(one, images, marks[one.number], scene, named)
            parts.append(message("{chart}: {said}", chart=start, said=joined(said, ", ")))
        text = joined(parts, "; ") or (EMPTY_AXES if scene.frames else message("an empty figure"))
        if len(charts) > 1:
            text = message("{count} charts: {said}", count=len(charts), said=text)
        if titles:
            text = message("'{title}': {said}", title=titles[0], said=text)
        if len(text.split()) <= MOST_WORDS:
            break
    return _cut(text)


def _start(axes: Axes, images: Images, marks: Marks, scene: LineScene, named: bool) -> str:
    """``bar chart 'train', number against class``.

    Args:
        named: say the names of the axes.
    """
    titles = texts_of(scene, axes.number, "title")
    across, up = (clean(" ".join(texts_of(scene, axes.number, f"{letter} name")), 30) * named for letter in "xy")
    chart = _kind(axes, images, marks)
    if titles:
        chart = message("{kind} '{title}'", kind=chart, title=clean(titles[0], 40))
    if across and up:
        return message("{chart}, {up} against {across}", chart=chart, up=up, across=across)
    if across:
        return message("{chart}, x axis {name}", chart=chart, name=across)
    return message("{chart}, y axis {name}", chart=chart, name=up) if up else chart


def _cut(text: str) -> str:
    """A text as a sentence: a capital letter first, at most 40 words and a full stop, or what shows that more was to come.

    What is too long loses the end of its longest list of texts. Where that is not enough, it is a plain text in English.
    """
    words = text.split()
    if len(words) > MOST_WORDS and len(shorter := _shortened(text, len(words) - MOST_WORDS).split()) == MOST_WORDS and shorter[-1][-1:] == "…":
        return message("{said:capital}", said=_shortened(text, len(words) - MOST_WORDS))
    if len(words) <= MOST_WORDS and len(text) < 2 * LONGEST_CELL and text == " ".join(words):
        return message("{said:capital}.", said=text)
    said = " ".join(words[:MOST_WORDS])[: 2 * LONGEST_CELL]
    said = said[:1].upper() + said[1:]
    return f"{said.rstrip(';,:')} …".replace(" …", "…") if len(words) > MOST_WORDS or len(said) == 2 * LONGEST_CELL else f"{said}."


def _shortened(text: str, count: int) -> str:
    """A message without the last words of its longest value; a text without its last words."""
    if not isinstance(text, Message):
        return f"{' '.join(text.split()[:-count]).rstrip(';,:')}…" if len(text.split()) > count else text
    if text.parts:
        longest = max(range(len(text.parts)), key=lambda place: len(text.parts[place]))
        return joined([_shortened(one, count) if place == longest else one for place, one in enumerate(text.parts)], text.separator)
    values = {name: one for name, one in text.values.items() if isinstance(one, str)}
    name = max(values, key=lambda name: len(values[name]), default="")
    return text.having(**{name: _shortened(values[name], count)}) if name else text


def _bounded(rows: list[FigureRow]) -> tuple[FigureRow, ...]:
    """As many rows as a report may hold; the last one says how many are left out."""
    cut = [FigureRow(*(cell if len(cell) <= LONGEST_CELL else f"{cell[: LONGEST_CELL - 1]}…" for cell in row)) for row in rows]
    sizes = np.cumsum([sum(map(len, row)) for row in cut])
    fitting = int((sizes <= LONGEST_TABLE - LONGEST_CELL).sum())
    kept = cut[: min(fitting, MOST_ROWS - 1)] if fitting < len(cut) or len(cut) > MOST_ROWS else cut
    left = len(cut) - len(kept)
    return tuple([*kept, FigureRow("", message("left out"), "", plural("{count} more row", "{count} more rows", left))] if left else kept)
