"""The images in a figure, and their colour bars, as they appear. Runs in the worker."""

from __future__ import annotations

import sys

import numpy as np

from autograder.values.mpl import compat
from autograder.values.mpl.texts import drawn_ticks

COLOUR_SAMPLES = np.linspace(0, 1, 9)  # where a colour map is sampled


def describe_pictures(axes: list, pixels: np.ndarray) -> list[dict]:
    """The images of all axes, in the order in which they are painted.

    Args:
        axes: in the order in which they are painted.
        pixels: the drawn figure, uint8, shape (rows, columns, 4).

    Returns:
        dicts with ``axes`` (number), ``values`` (array as seen: row 0 on top, column 0 on the left; shape (rows,
        columns) or (rows, columns, channels)), ``sampled`` (the values were read off the drawing and are coarse),
        ``whole`` (its box, also what lies outside of the axes), ``box`` (what lies inside), ``way`` (how it was drawn:
        ``upper`` or ``lower`` for an image with that origin, ``mesh``, ``contours``), ``opaque``, ``scale`` (the lowest and highest value of its colours, or None), ``colours`` (of its
        colour map, shape (9, 4), or None).
    """
    found = []
    for place, ax in enumerate(axes):
        for artist in sorted([*ax.images, *ax.collections], key=lambda one: one.get_zorder()):
            alpha = artist.get_alpha()
            if not artist.get_visible() or (np.ndim(alpha) == 0 and alpha == 0):
                continue
            seen = _seen(ax, artist, pixels)
            if seen is None:
                continue
            values, box, way = seen
            mapped = values.ndim == 2
            found.append(
                {
                    "axes": place,
                    "values": values,
                    "sampled": way == "contours",
                    "way": way,
                    "whole": box.tolist(),
                    "box": _cut(box, ax.get_window_extent().extents),
                    "opaque": alpha is None or (np.ndim(alpha) == 0 and alpha >= 1),
                    "scale": [float(end) for end in artist.get_clim()]
                    if mapped and None not in artist.get_clim()
                    else None,
                    "colours": np.asarray(artist.get_cmap()(COLOUR_SAMPLES)) if mapped else None,
                }
            )
    return found


def is_colour_bar(ax: object) -> bool:
    return compat.colour_bar_of(ax) is not None


def describe_colour_bar(ax: object) -> dict:
    """A colour bar: the ends of the ``scale`` that it shows, its ``colours``, its ``box``, and how many ``numbers`` are
    painted at it."""
    bar = compat.colour_bar_of(ax)
    return {
        "scale": [float(bar.vmin), float(bar.vmax)],
        "colours": np.asarray(bar.cmap(COLOUR_SAMPLES)),
        "box": ax.get_window_extent().extents.tolist(),
        "numbers": sum(bool(text) for axis in (ax.xaxis, ax.yaxis) for _place, text in drawn_ticks(ax, axis)),
    }


def _seen(ax: object, artist: object, pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray, str] | None:
    """(values as seen, box, how they were drawn); None where the artist is not an image."""
    image = sys.modules["matplotlib.image"]
    contour = sys.modules["matplotlib.contour"]
    if isinstance(artist, contour.ContourSet):
        return (*_sample(ax, artist, pixels), "contours") if artist.filled else None
    if isinstance(artist, image.AxesImage) and not isinstance(artist, (image.NonUniformImage, image.PcolorImage)):
        left, right, bottom, top = artist.get_extent()
        first, last = (top, bottom) if artist.origin == "upper" else (bottom, top)
        corners = [(left, first), (right, first), (left, last)]
        transform, way = artist.get_transform(), artist.origin
    elif hasattr(artist, "get_coordinates"):  # pcolor, pcolormesh
        grid = np.asarray(artist.get_coordinates())
        corners = [grid[0, 0], grid[0, -1], grid[-1, 0]]
        transform, way = artist.get_transform(), "mesh"
    else:
        return None
    values = np.ma.filled(np.ma.asarray(artist.get_array(), dtype=np.float64), np.nan)
    if values.ndim not in (2, 3) or not values.size:
        return None
    start, along_row, along_column = transform.transform(corners)
    return _turn(values, along_row - start, along_column - start), _box([start, along_row, along_column]), way


def _turn(values: np.ndarray, along_row: np.ndarray, along_column: np.ndarray) -> np.ndarray:
    """The array as it appears, when the screen positions move like this along a row and along a column."""
    if abs(along_row[0]) < abs(along_row[1]):
        values, along_row, along_column = values.swapaxes(0, 1), along_column, along_row
    if along_column[1] > 0:  # upwards
        values = values[::-1]
    if along_row[0] < 0:  # to the left
        values = values[:, ::-1]
    return np.ascontiguousarray(values)


def _sample(ax: object, contours: object, pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Filled contours keep no values: they are read off the drawing, one for each whole step of the axes."""
    limits = ax.dataLim
    columns, rows = (round(size) + 1 for size in (limits.width, limits.height))
    x, y = np.meshgrid(_places(limits.x0, limits.x1, columns), _places(limits.y0, limits.y1, rows))
    places = ax.transData.transform(np.stack([x.ravel(), y.ravel()], axis=1))
    across = np.unique(places[:, 0].round(3))
    upwards = np.unique(places[:, 1].round(3))[::-1]
    column = np.clip(across.round().astype(int), 0, pixels.shape[1] - 1)
    row = np.clip((pixels.shape[0] - 1 - upwards).round().astype(int), 0, pixels.shape[0] - 1)
    drawn = pixels[np.ix_(row, column)].astype(np.float64)[..., :3] / 255
    layers = np.asarray(contours.layers, dtype=np.float64)
    colours = np.asarray(contours.to_rgba(layers))[:, :3]
    nearest = np.abs(drawn[:, :, None, :] - colours).sum(axis=-1).argmin(axis=-1)
    return layers[nearest], _box(places)


def _places(start: float, end: float, count: int) -> np.ndarray:
    """Evenly spread places, the outer ones a little further in: at the very edge the frame is drawn."""
    places = np.linspace(start, end, count)
    inwards = 0.2 * (end - start) / max(1, count - 1)
    return np.clip(places, min(start, end) + abs(inwards), max(start, end) - abs(inwards))


def _box(points: object) -> np.ndarray:
    points = np.asarray(points, dtype=np.float64)
    return np.concatenate([points.min(axis=0), points.max(axis=0)])


def _cut(box: np.ndarray, frame: np.ndarray) -> list[float]:
    """The part of a box that lies in a frame."""
    low = np.clip(box[:2], frame[:2], frame[2:])
    high = np.clip(box[2:], frame[:2], frame[2:])
    return [*low.tolist(), *high.tolist()]
