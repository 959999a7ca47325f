"""Words about the names of the two axes of a chart or an image."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from autograder.core.languages import message
from autograder.expectations import cell_names
from autograder.expectations.figure_words import HIDDEN_BY
from autograder.expectations.scene_words import SceneWords, in_quotes, says

FEW = 3  # letters of a name from which on it can mean something


class AxisNameWords(SceneWords):
    """What can be said about the names of axes."""

    def names_axes(self, across: Sequence[str] = (), down: Sequence[str] = (), hint: str = "") -> None:
        """Both axes have a name that can be read: a label of the axes or of the figure, or a text beside them.

        Args:
            across: words of which the name of the horizontal axis may hold one. down: the same of the vertical axis.
                A name with a word of the other axis and none of its own is refused; one name at least must hold its word.
                Without words any name is right.
        """
        found = {"x": self._axis_names(0), "y": self._axis_names(1)}
        without = [axis for axis, names in found.items() if not names]
        short = {axis: self._names_of_axis(side) for side, axis in enumerate("xy") if axis in without}
        if any(short.values()):
            axis = next(axis for axis, names in short.items() if names)
            evidence = ("names without meaning",) if all(short.values()) and len(short) == 2 else ("a short name", without)
            self.fail(message(
                "{call} calls the {axis} axis {in_quotes}, which does not say what is there.",
                axis=axis, in_quotes=in_quotes(short[axis]),
            ), evidence, hint)
        if without:
            which = message("the x axis and the y axis have") if len(without) == 2 else message("the {without} axis has", without=without[0])
            hidden = any(label.role.endswith("name") for label in self.scene.unseen_labels)
            more = message(" A name was written that cannot be seen. {hidden_by}", hidden_by=HIDDEN_BY) if hidden else ""
            self.fail(message("{call} draws axes without a name: {which} none.{more}", which=which, more=more), ("no name", without, hidden), hint)
        sides = (("x", across, down), ("y", down, across))
        others_name = [axis for axis, own, others in sides if not any(says(name, own) or not says(name, others) for name in found[axis])]
        if others_name:
            axis = others_name[0]
            also = next(any(says(name, own) for name in found[other]) for other, own, _others in sides if other != axis)
            ask = message("This name belongs to the other axis.") if also else message("Are the names of the two axes exchanged?")
            proof = ("name of the other axis", axis) if also else ("exchanged",)
            self.fail(message("{call} calls the {axis} axis {in_quotes}. {ask}", axis=axis, in_quotes=in_quotes(found[axis]), ask=ask), proof, hint)
        if (across or down) and not any(
            says(name, words) for axis, words in (("x", across), ("y", down)) for name in found[axis]
        ):
            self.fail(
                message(
                    "{call} calls the x axis {across} and the y axis {down}. These names do not say what is across and what "
                    "is down.",
                    across=in_quotes(found["x"]), down=in_quotes(found["y"]),
                ),
                ("names without meaning",),
                hint,
            )

    def _axis_names(self, side: int) -> list[str]:
        """The names of an axis: across (side 0) or up (side 1)."""
        return [text for text in [*self._names_of_axis(side), *self._texts_along(side)] if len(text.strip()) >= FEW]

    def _names_of_axis(self, side: int) -> list[str]:
        """The labels of an axis, also those that are too short to say anything."""
        letter = "xy"[side]
        roles = (f"{letter} name", f"figure {letter} name")
        return [label.text for label in self.scene.labels if label.role in roles and label.text.strip()]

    def _texts_along(self, side: int) -> list[str]:
        """Texts in the middle beside the axes that could be the name of an axis."""
        found = []
        for frame in self.scene.frames:
            size = frame[2:] - frame[:2]
            for label in self.scene.labels:
                off = np.abs(label.centre - (frame[:2] + frame[2:]) / 2) / size
                if label.role == "text" and off[side] < 0.2 and 0.5 < off[1 - side] < 1.0 and not cell_names.numbers_in(label.text):
                    found.append(label.text)
        return found
