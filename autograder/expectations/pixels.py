"""The drawing itself as a witness: what a figure's description says is there must have left a trace in its pixels.

Descriptions tell what was asked of Matplotlib. A person sees the pixels, and something else may lie over all of it, or
it has the colour of the paper, or was never painted. Nothing here needs to know why.
"""

from __future__ import annotations

import io
import warnings

import numpy as np

LARGEST = 2000  # pixels of the longer side; a worker makes half of that
VISIBLE = 10  # of 255: the difference of two colours from which on people see it
LIKE = 0.3  # share of an image's differences that its pixels tell; another image of noise tells 0.05
HIDDEN = 0.25  # share of an image's parts that may be covered, by a text for example
PARTS = 4  # into so many rows and columns of parts an image is divided for that
NEAR = 4  # pixels around the end of a bar in which it must show
LARGEST_MARK = 100  # pixels
LEAST = 0.4  # of a mark's own colour, in its strongest pixel; thin lines are smoothed into the paper
LEGIBLE = 3.0  # pixels; a text that is lower is one that the drawing has made too small to be judged

Box = np.ndarray  # float, shape (4,): left, bottom, right, top in pixels, y upwards


class Pixels:
    """A drawn figure.

    Args:
        png: what a worker sent. Its size is judged before anything is decoded.

    Raises:
        ValueError: it is not a PNG of a usual size.
    """

    def __init__(self, png: bytes) -> None:
        from PIL import Image

        if type(png) is not bytes:
            raise ValueError("not a PNG")
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                with Image.open(io.BytesIO(png), formats=["PNG"]) as image:
                    if max(image.size) > LARGEST:
                        raise ValueError(f"a drawing of {image.size} pixels")
                    self.rows = np.asarray(image.convert("RGB"))
        except Exception as error:  # PIL raises many kinds for a damaged file
            raise ValueError(f"not a readable PNG: {error!r}") from error

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.rows.shape[1], self.rows.shape[0]

    def at(self, places: np.ndarray) -> np.ndarray:
        """The colours at places, shape (…, 2) in pixels, y upwards; outside of the figure that of its edge. (…, 3) float"""
        height, width = self.rows.shape[:2]
        column = np.clip(np.floor(places[..., 0]), 0, width - 1).astype(int)
        row = np.clip(np.floor(height - places[..., 1]), 0, height - 1).astype(int)
        colours: np.ndarray = self.rows[row, column].astype(np.float64)
        return colours

    def inside(self, box: Box) -> np.ndarray:
        """The pixels in a box, as far as it lies on the figure: uint8, shape (rows, columns, 3)."""
        height, width = self.rows.shape[:2]
        left, right = (int(np.clip(np.floor(side + 0.5), 0, width)) for side in box[[0, 2]])
        top, bottom = (int(np.clip(np.floor(height - side + 0.5), 0, height)) for side in box[[3, 1]])
        return self.rows[top:bottom, left:right]

    def share(self, box: Box) -> float:
        """Which part of a box lies on the figure."""
        height, width = self.rows.shape[:2]
        size = np.maximum(box[2:] - box[:2], 1e-9)
        common = np.minimum(box[2:], [width, height]) - np.maximum(box[:2], 0)
        return float(np.prod(np.maximum(common, 0) / size))

    def shows_image(self, values: np.ndarray, whole: Box, frame: Box) -> bool:
        """Whether an image can be recognised where it is said to be.

        Whatever the colour map, a pixel's colour follows from the image's number. So the numbers are foretold from the
        colours, by the best polynomial of the second degree, and compared.

        Args:
            values: as they appear, row 0 on top, shape (rows, columns) or (rows, columns, channels).
            whole: where all of them are. frame: what is shown of that.
        """
        numbers = values if values.ndim == 2 else values[..., :3].mean(axis=2)
        rows, columns = (
            _cells(count, size) for count, size in zip(numbers.shape, (whole[2:] - whole[:2])[::-1], strict=True)
        )
        numbers = _means(numbers[..., None].astype(np.float64), rows, columns)[..., 0]
        if not np.isfinite(numbers).all() or np.ptp(numbers) <= 1e-9 * max(1.0, np.abs(numbers).max()):
            return True  # one colour, or parts without one: nothing can be told
        drawn = self._cells(whole, rows, columns)
        if drawn is None:
            return False
        colours, seen = drawn
        seen &= _in_frame(whole, frame, rows, columns)
        if seen.mean() < 1 - HIDDEN:
            return False
        if min(rows, columns) >= 6:  # the frame of the axes is painted over the outermost ones
            seen[[0, -1]] = seen[:, [0, -1]] = False
        if np.ptp(colours[seen], axis=0).max() < VISIBLE:
            return False
        away = numbers - numbers[seen].mean()
        left = np.where(seen, away - _foretold(colours, away, seen), away) * seen
        away = away * seen
        if 1 - (left**2).sum() / (away**2).sum() < LIKE:
            return False
        whole_parts, left_parts = _sums(away**2), _sums(left**2)
        busy = whole_parts > 0.25 * whole_parts.mean()
        return bool((left_parts[busy] > (1 - LIKE / 2) * whole_parts[busy]).mean() <= HIDDEN)

    def has_colours(self, values: np.ndarray, scale: tuple[float, float], colours: np.ndarray, whole: Box) -> bool:
        """Whether an image has the colours there that its scale gives it, even if they cannot be told apart.

        Args:
            values, whole: as for ``shows_image``, two axes. scale: its lowest and highest number. colours: from the one
                end of its colour map to the other, shape (colours, 4).
        """
        rows, columns = (
            _cells(count, size) for count, size in zip(values.shape, (whole[2:] - whole[:2])[::-1], strict=True)
        )
        drawn = self._cells(whole, rows, columns)
        if drawn is None or not drawn[1].any() or not np.isfinite(values).all():
            return False
        part = np.clip((values - scale[0]) / ((scale[1] - scale[0]) or 1.0), 0, 1)
        steps = np.linspace(0, 1, len(colours))
        meant = np.stack([np.interp(part, steps, 255 * channel) for channel in colours[:, :3].T], axis=-1)
        return bool(np.abs(_means(meant, rows, columns) - drawn[0])[drawn[1]].mean() < VISIBLE)

    def shows_marks(self, tips: np.ndarray, inks: np.ndarray, frame: Box, size: float = 0.0) -> np.ndarray:
        """For each mark of a chart, whether its end can be seen.

        Args:
            tips: where they end, shape (marks, 2). inks: their colours, shape (marks or 1, colours, 4), 0 to 1.
            frame: outside of it nothing is painted. size: pixels that a mark takes around its end.

        Returns:
            bool, shape (marks,).
        """
        inks = np.broadcast_to(inks, (len(tips), *inks.shape[1:]))
        around = NEAR + min(max(size, 0.0) / 2, LARGEST_MARK)
        inside = np.asarray((tips >= frame[:2] - NEAR).all(axis=1) & (tips <= frame[2:] + NEAR).all(axis=1))
        return np.array(
            [
                bool(is_inside) and self._has_ink(np.concatenate([tip - around, tip + around]), ink)
                for tip, ink, is_inside in zip(tips, inks, inside, strict=True)
            ],
            dtype=bool,
        )

    def shows_text(self, box: Box, ink: np.ndarray, reach: float) -> bool:
        """Whether a text can be seen. One that just leaves the figure can: a notebook makes room for it.

        Args:
            ink: its colour, shape (4,), 0 to 1. reach: so many pixels outside of the figure are still near.
        """
        height, width = self.rows.shape[:2]
        if self.share(box) < 0.5:
            return bool((box[2:] >= -reach).all() and (box[:2] <= np.array([width, height]) + reach).all())
        return bool(min(box[2:] - box[:2]) < LEGIBLE) or self._has_ink(box, ink[None])

    def shows_scale(self, box: Box) -> bool:
        """Whether colours change along a colour bar, in either half of it."""
        colours = self.inside(box).astype(np.int64)
        if not colours.size:
            return False
        along = colours.mean(axis=1 if colours.shape[0] >= colours.shape[1] else 0)[1:-1]
        halves = np.array_split(along, 2)
        return all(len(half) and np.ptp(half, axis=0).max() >= VISIBLE for half in halves)

    def _has_ink(self, box: Box, inks: np.ndarray) -> bool:
        """Whether a box is not all of one colour, and some pixel in it may be one of these inks on whatever paper."""
        colours = self.inside(box).reshape(-1, 3).astype(np.float64)
        if not len(colours) or np.ptp(colours, axis=0).max() < VISIBLE:
            return False
        for *colour, alpha in inks:
            strength = LEAST * alpha
            least = 255 * strength * np.array(colour)
            if alpha > 0 and ((colours >= least - 2) & (colours <= least + 255 * (1 - strength) + 2)).all(axis=1).any():
                return True
        return False

    def _cells(self, whole: Box, rows: int, columns: int) -> tuple[np.ndarray, np.ndarray] | None:
        """Mean colours of equal cells of a box, (rows, columns, 3), and which lie on the figure, (rows, columns)."""
        height, width = self.rows.shape[:2]
        down = _borders(height - whole[3], height - whole[1], rows)
        across = _borders(whole[0], whole[2], columns)
        if (np.diff(down) < 1).any() or (np.diff(across) < 1).any():
            return None
        seen = np.outer((down[:-1] >= 0) & (down[1:] <= height), (across[:-1] >= 0) & (across[1:] <= width))
        colours = np.zeros((rows, columns, 3))
        if seen.any():
            (first_row, last_row), (first, last) = ((np.flatnonzero(seen.any(axis=axis))[[0, -1]]) for axis in (1, 0))
            down, across = down[first_row : last_row + 2], across[first : last + 2]
            part = self.rows[down[0] : down[-1], across[0] : across[-1]].astype(np.float64)
            sums = np.add.reduceat(np.add.reduceat(part, down[:-1] - down[0], axis=0), across[:-1] - across[0], axis=1)
            areas = np.outer(np.diff(down), np.diff(across))[..., None]
            colours[first_row : last_row + 1, first : last + 1] = sums / areas
        return colours, seen


def _cells(count: int, size: float) -> int:
    """Into how many cells to divide so many numbers on so many pixels: one for each number, if they have room."""
    return max(1, min(count, int(size // 2)))


def _borders(start: float, end: float, count: int) -> np.ndarray:
    first, last = (float(place) for place in np.clip([start, end], -1e6, 1e6))
    borders: np.ndarray = np.floor(np.linspace(first, last, count + 1) + 0.5).astype(int)
    return borders


def _means(values: np.ndarray, rows: int, columns: int) -> np.ndarray:
    """Means over equal parts. (…, …, channels) -> (rows, columns, channels)"""
    for axis, count in ((0, rows), (1, columns)):
        if values.shape[axis] != count:
            starts = np.floor(np.linspace(0, values.shape[axis], count + 1)[:-1] + 0.5).astype(int)
            sizes = np.diff([*starts, values.shape[axis]])
            values = np.add.reduceat(values, starts, axis=axis) / np.expand_dims(sizes, (1, 2) if axis == 0 else (0, 2))
    return values


def _in_frame(whole: Box, frame: Box, rows: int, columns: int) -> np.ndarray:
    """Which cells of a box have their middle in a frame. -> (rows, columns) bool"""
    across = whole[0] + (np.arange(columns) + 0.5) * (whole[2] - whole[0]) / columns
    down = whole[3] - (np.arange(rows) + 0.5) * (whole[3] - whole[1]) / rows
    return np.outer((down >= frame[1]) & (down <= frame[3]), (across >= frame[0]) & (across <= frame[2]))


def _foretold(colours: np.ndarray, numbers: np.ndarray, seen: np.ndarray) -> np.ndarray:
    """The numbers that fit the colours best. (rows, columns, 3), (rows, columns) -> (rows, columns)"""
    red, green, blue = np.moveaxis(colours / 255 - 0.5, 2, 0)
    terms = [np.ones_like(red), red, green, blue, red**2, green**2, blue**2, red * green, red * blue, green * blue]
    table = np.stack([term.ravel() for term in terms], axis=1)
    used = table[seen.ravel()]
    square = used.T @ used + 1e-9 * len(used) * np.eye(len(terms))
    return (table @ np.linalg.solve(square, used.T @ numbers[seen])).reshape(numbers.shape)


def _sums(values: np.ndarray) -> np.ndarray:
    """Sums over the parts of an image, one row."""
    rows, columns = (np.linspace(0, size, PARTS + 1).astype(int)[:-1] for size in values.shape)
    return np.add.reduceat(np.add.reduceat(values, rows, axis=0), columns, axis=1).ravel()
