"""What every word about a figure needs: that it is one, and the images in it.

It is said of what a reader sees, not of the calls that drew it, so that every fair way of drawing counts.
"""

from __future__ import annotations

from autograder.core.languages import joined, message, plural
from autograder.expectations.answer import Answer, Words
from autograder.expectations.read_scene import read_drawing
from autograder.expectations.scene import Drawing, Picture
from autograder.expectations.value_words import CALLABLE
from autograder.transport.wire import Described

HIDDEN_BY = message("Is it covered (by a patch, a text box, other axes)? Or is it switched off, transparent, or outside the figure?")
SHOWN = message("The function calls plt.show() as well. The page asks only for the figure: the code that calls the function shows it.")


class FigureWords(Words):
    """What can be said about any figure.

    Args:
        answer: of a function that should return a figure.

    Attributes:
        drawing: what a reader of the figure sees.

    Raises:
        Failure: it returned something else.
    """

    shows_the_answer = True

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        if answer.kind != "figure":
            inner = sorted(set(_inner_types(answer.value)))[:4]
            evidence = ("no figure", answer.type_name, bool(answer.shown), answer.figures > 0, inner)
            self.fail(_no_figure(answer), evidence)
        try:
            if "drawing" not in answer.worked_out:
                answer.worked_out["drawing"] = drawing = read_drawing(answer.plain)
                if answer.shown and (drawing.pictures or drawing.series):
                    answer.remarks.append(SHOWN)
        except ValueError:
            self.fail(message("{call} gave a figure that cannot be read."), ("unreadable",), message("Use Matplotlib's own Figure, unchanged."))
        self.drawing: Drawing = answer.worked_out["drawing"]

    def is_of_its_own(self, hint: str = "") -> None:
        """Of several calls in a row, this one has made its own figure."""
        if self.answer.same_as is None:
            return
        content = (
            len(self.drawing.pictures),
            self.drawing.covered,
            len(self.drawing.ticks),
            len(self.drawing.colour_bars),
            len(self.drawing.series),
        )
        self.fail(
            message("{call} gave the same figure as the call before it, so both calls share one figure."),
            ("same figure", content),
            hint or message("Make a new figure in the function, with plt.figure() or plt.subplots()."),
        )

    def has_pictures(self, count: int, hint: str = "") -> None:
        """So many images can be seen in the figure."""
        found = len(self.drawing.pictures)
        if found == count:
            return
        several = self.answer.figures > 1
        room = () if several else self._room(found == count - 1)
        unseen = self.drawing.unseen[0]
        evidence = (
            "pictures",
            found,
            self.drawing.covered,
            len(self.answer.shown),
            several,
            room,
            unseen,
            bool(self.drawing.series),  # something else was drawn
        )
        if len(self.answer.shown) > 1 or (self.answer.shown and not found):
            text = joined([message("{call} gave a figure with {images}; expected {count} in one figure.", images=_pictures(found), count=count), self._shows()])
        elif unseen:
            text = joined([
                message("{call} gave a figure with {images} that can be seen; expected {wanted}.", images=_pictures(found), wanted=count),
                plural(
                    "{count} more is in the figure but cannot be seen in its place.",
                    "{count} more are in the figure but cannot be seen in their places.",
                    unseen,
                ),
                HIDDEN_BY,
            ])
        elif self.drawing.covered:
            text = message(
                "{call} gave a figure with {images}, and {covered} more behind; expected {count} side by side. Each image needs a separate place, or it covers "
                "the one before.",
                images=_pictures(found), covered=self.drawing.covered, count=count,
            )
        elif several:
            text = message(
                "{call} gave a figure with {images}; expected {count}. The function left {figures} figures open and gave one of them.",
                images=_pictures(found), count=count, figures=self.answer.figures,
            )
        else:
            text = joined([
                message("{call} gave a figure with {images}; expected {count}.", images=_pictures(found), count=count),
                message("One place is empty.") if room == (True,) else "",
            ])
        self.fail(text, evidence, hint)

    def pictures(self, count: int) -> list[Picture]:
        """So many images, row by row from the top left."""
        self.has_pictures(count)
        return [picture for row in self.drawing.grid() for picture in row]

    def _room(self, one_too_few: bool) -> tuple[bool, ...]:
        """Whether more images have room to the left of the only one and below it, for evidence; or at the end of the last row,
        if just one is missing.

        A loop that ends too early draws only the first of them, and a line that is behind the loop only the last. One image
        too few may be a loop that ends at the last place, or a grid with other rows.
        """
        if len(self.drawing.pictures) == 1:
            box = self.drawing.pictures[0].box
            return tuple((box[:2] > 2 * (box[2:] - box[:2])).tolist())
        if one_too_few:
            sizes = [len(row) for row in self.drawing.grid()]
            return (len(sizes) > 1 and sizes == [sizes[0]] * (len(sizes) - 1) + [sizes[0] - 1],)
        return ()

    def _shows(self) -> str:
        """What ``plt.show()`` did, if it was called."""
        calls = len(self.answer.shown)
        return plural(
            "plt.show() was called once before the return, and each call closes the figure that it shows.",
            "plt.show() was called {count} times before the return, and each call closes the figure that it shows.",
            calls,
        ) if calls else ""


def _no_figure(answer: Answer) -> str:
    """What a function gave in place of a figure, and the usual cause."""
    parts = _inner_types(answer.value)
    if answer.value is None and answer.shown:
        return message("{call} gave None. It showed the figure with plt.show() instead of returning it. Return the Figure; the code that calls the function shows it.")
    if answer.value is None and answer.figures:
        return message("{call} gave None, although it drew a figure. Return that Figure.")
    if answer.value is None:
        return message("{call} gave None; expected a Matplotlib Figure. Is the return missing?")
    if answer.type_name in CALLABLE:
        return message("{call} gave a function, not its result; expected the Matplotlib Figure that was drawn into.")
    if answer.type_name == "the module matplotlib.pyplot":
        return message("{call} gave the module plt itself; expected the Matplotlib Figure that was drawn into.")
    if any(name.endswith("Axes") for name in parts) and not any(name == "Figure" for name in parts):
        return message("{call} gave an Axes, which is a part of a figure; expected the Matplotlib Figure around it.")
    if parts.count("Figure") > 1:
        return message("{call} gave {count} figures; expected one Matplotlib Figure, with everything in it.", count=parts.count("Figure"))
    if "Figure" in parts:
        return message("{call} gave a Figure together with something else; expected only the Figure.")
    if answer.type_name[:1] in "aeiouAEIOU":
        return message("{call} gave an {type_name}; expected a Matplotlib Figure.", type_name=answer.type_name)
    return message("{call} gave a {type_name}; expected a Matplotlib Figure.", type_name=answer.type_name)


def _inner_types(value: object, depth: int = 0) -> list[str]:
    if depth > 3:
        return []
    if isinstance(value, Described) and value.kind == "figure":
        return ["Figure"]
    content = value.content if isinstance(value, Described) else value
    names = [value.type_name] if isinstance(value, Described) and value.kind != "sequence" else []
    if isinstance(content, (list, tuple)):
        names += [name for part in content for name in _inner_types(part, depth + 1)]
    return names


def _pictures(count: int) -> str:
    return plural("one image", "{count} images", count) if count else message("no images")
