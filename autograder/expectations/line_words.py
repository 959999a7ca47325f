"""Words about lines: through which points they go, in which axes, what they are called, and what marks a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from autograder.core.languages import authored, joined, message, plural, with_or
from autograder.expectations import found_lines
from autograder.expectations.figure_words import HIDDEN_BY
from autograder.expectations.found_lines import Points
from autograder.expectations.line_scene import Line
from autograder.expectations.scene_words import SceneWords, in_quotes, in_words, says

EXACT_PIXELS = 2.0  # from a mark to the place that it marks


class LineWords(SceneWords):
    """What can be said about lines. A line is given by its points ``(x, y)``, and found wherever it was drawn."""

    def shows_line(self, x: object, y: object, what: str, percent: bool = False, hint: str = "") -> None:
        """A line, or markers alone, goes through exactly these points.

        Args:
            x, y: numbers, the same count; points with NaN are left out. what: its name in messages (``the validation loss``).
            percent: y times 100 is right, too.
        """
        self._found((x, y), what, percent, hint)

    def has_own_axes(self, *groups: Mapping[str, Points], percent: bool = False, hint: str = "") -> None:
        """The lines of each group are together in one axes, and the axes of each group are at a separate place.

        Args:
            groups: name in messages -> points. percent: y times 100 is right, too.
        """
        places: list[int] = []
        for group in groups:
            lines = {what: self._all_found(points, what, percent, hint) for what, points in group.items()}
            common = set.intersection(*({self.scene.place_of(line.axes) for line in found} for found in lines.values()))
            if not common:
                self.fail(message("{call} draws {in_words} in different axes; expected them together.", in_words=in_words(list(group))), ("apart",), hint)
            fresh = sorted(common - set(places))
            if not fresh:
                one = in_words(list(groups[places.index(min(common))]))
                twins = len({line.axes for found in lines.values() for line in found} | set(places)) > 1
                over = message(" The second axes lie over the first ones (twin axes), so they are the same place.") if twins else ""
                self.fail(
                    message(
                        "{call} draws {one}, and {in_words}, at the same place; expected separate axes, beside or below each other.{over}",
                        one=one, in_words=in_words(list(group)), over=over,
                    ),
                    ("one place", twins),
                    hint,
                )
            places.append(fresh[0])

    def tells_apart(
        self,
        lines: Mapping[str, Points],
        words: Mapping[str, Sequence[str]] | None = None,
        percent: bool = False,
        hint: str = "",
    ) -> None:
        """Each of these lines has a separate look and name: in a legend, or in a text beside it.

        Args:
            lines: name in messages -> points. words: for each line, words of which its name may hold one; a name with a
                word of another line and none of its own is refused.
        """
        found = {what: self._found(points, what, percent, hint) for what, points in lines.items()}
        called: dict[str, list[str]] = {}
        for what, line in found.items():
            for other, another in found.items():
                if other != what and line.look.same(another.look):
                    together = self.scene.place_of(line.axes) == self.scene.place_of(another.axes)
                    self.fail(
                        message(
                            "{call} draws the lines of {what} and {other} in the same colour and form, so a reader cannot tell them "
                            "apart.",
                            what=authored(what), other=authored(other),
                        ),
                        ("same look", together),
                        hint,
                    )
            called[what] = found_lines.names_of(self.scene, line)
        nameless = [what for what, names in called.items() if not names]
        if nameless:
            elsewhere = any(says(entry.text, (words or {}).get(what, ())) for what in nameless for entry in self.scene.entries)
            self.fail(self._nameless(nameless), ("nameless", len(nameless), len(self.scene.entries), elsewhere), hint)
        self._names_are_right(called, words or {}, hint)

    def marks_x(self, value: float, line: Points, what: str, percent: bool = False, hint: str = "") -> None:
        """A vertical line marks this x in the axes of a line.

        Args:
            value: an x of the line. line: its points. what: what is marked, for messages (``the best epoch``).
        """
        self._marks(0, value, line, what, percent, hint)

    def marks_y(self, value: float, line: Points, what: str, percent: bool = False, hint: str = "") -> None:
        """A horizontal line marks this y in the axes of a line. Arguments: see ``marks_x``."""
        self._marks(1, value, line, what, percent, hint)

    def _all_found(self, points: Points, what: str, percent: bool, hint: str) -> list[Line]:
        found = found_lines.find_all(self.scene, points, percent)
        if found:
            return found
        if found_lines.find_all(self.scene, points, percent, unseen=True):
            self.fail(message("{call} draws a line for {what} that cannot be seen. {hidden_by}", what=authored(what), hidden_by=HIDDEN_BY), ("hidden line",), hint)
        seen, evidence = self._lines_seen(points)
        self.fail(message("{call} does not draw a line for {what}. {seen}", what=authored(what), seen=seen), ("no line", what, evidence, len(self.answer.shown)), hint)

    def _found(self, points: Points, what: str, percent: bool, hint: str) -> Line:
        return self._all_found(points, what, percent, hint)[0]

    def _lines_seen(self, points: Points) -> tuple[str, object]:
        """What lines there are in place of one, with the usual cause where it can be told; and the same as evidence."""
        wanted = found_lines.wanted_points(points)
        lines = [line for line in self.scene.lines if not (line.straight(0) or line.straight(1))]
        if not lines:
            return joined([message("There is no line in the figure."), self._shows()]), ("none", bool(self.scene.frames))
        for line in lines:
            drawn = line.points[np.argsort(line.points[:, 0], kind="stable")]
            if len(drawn) == len(wanted):
                shift = drawn[:, 0] - wanted[:, 0]
                if np.allclose(drawn[:, 1], wanted[:, 1], rtol=1e-3) and np.ptp(shift) < 1e-6:
                    text = message(
                        "A line has these heights, but it starts at x = {drawn:g}; expected {wanted:g}.",
                        drawn=round(drawn[0, 0], 6), wanted=wanted[0, 0],
                    )
                    return text, ("shifted", round(float(shift[0]), 3))
                turned = drawn[:, ::-1]
                if np.allclose(turned[np.lexsort(turned.T[::-1])], wanted):
                    return message("A line has x and y exchanged."), ("exchanged",)
                if np.allclose(drawn[:, 1], wanted[:, 1], rtol=1e-3):
                    text = message("A line has these heights at other places, from x = {first:.4g} to {last:.4g}.", first=drawn[0, 0], last=drawn[-1, 0])
                    return text, ("other places",)
                if np.allclose(np.sort(drawn[:, 1]), np.sort(wanted[:, 1]), rtol=1e-3):
                    return message("A line has these heights in another order."), ("another order",)
        holds: dict[int, int] = {}
        for line in lines:
            place = self.scene.place_of(line.axes)
            holds[place] = holds.get(place, 0) + 1
        parts = [
            plural("{axes} hold {count} line", "{axes} hold {count} lines", count, axes=self.scene.name_of(place))
            for place, count in holds.items()
        ]
        lengths = sorted({len(line.points) for line in lines})
        points_each = in_words([str(length) for length in lengths])
        text = message(
            "{in_words:capital}, with {points_each} points; none goes through the {number} points that were expected.",
            in_words=in_words(parts), points_each=points_each, number=len(wanted),
        )
        different = len({line.points.round(6).tobytes() for line in lines})
        return text, ("others", sorted(holds.values()), different, [length - len(wanted) for length in lengths])

    def _nameless(self, nameless: list[str]) -> str:
        entries = [entry.text for entry in self.scene.entries]
        legend = message(
            "The legend says {in_quotes}, beside other colours or forms.",
            in_quotes=in_quotes(entries),
        ) if entries else message("There is no legend that can be seen.")
        return message("does not say which line is {in_words}. {legend}", in_words=in_words(nameless), legend=legend)

    def _names_are_right(self, called: dict[str, list[str]], words: Mapping[str, Sequence[str]], hint: str) -> None:
        unclear = None
        for what, names in called.items():
            own = tuple(words.get(what, ()))
            others = tuple(word for other, row in words.items() if other != what for word in row)
            right = [name for name in names if not says(name, others) or says(name, own)]
            if not right:
                self.fail(message("{call} calls the line of {what} {in_quotes}.", what=authored(what), in_quotes=in_quotes(names)), ("wrong name",), hint)
            for other, more in called.items():
                if other != what and sorted(set(names)) == sorted(set(more)) and len(set(names)) < 2:
                    unclear = unclear or message(
                        "{call} calls the lines of {what} and {other} the same: {in_quotes}.",
                        what=authored(what), other=authored(other), in_quotes=in_quotes(names),
                    )
        if unclear:
            self.fail(unclear, ("same name",), hint)
        if words and not any(says(name, words[what]) for what in words for name in called.get(what, [])):
            names = [name for row in called.values() for name in row]
            self.fail(
                message(
                    "{call} calls the lines {in_quotes}. These names do not say which line is {called}.",
                    in_quotes=in_quotes(names), called=with_or([authored(what) for what in called]),
                ),
                ("names without meaning",),
                hint,
            )

    def _marks(self, side: int, value: float, line: Points, what: str, percent: bool, hint: str) -> None:
        """A line straight up (side 0) or across (side 1) goes through the point of a line that has this x or y."""
        wanted = found_lines.wanted_points(line)
        nearest = wanted[np.abs(wanted[:, side] - value).argmin()]
        found = self._all_found(line, message("the line beside it"), percent, hint)
        kind = (message("vertical"), message("horizontal"))[side]
        for drawn in found:
            place = self.scene.place_of(drawn.axes)
            order = np.lexsort((drawn.points[:, 1], np.round(drawn.points[:, 0], 6)))
            at = drawn.places[order][np.flatnonzero((wanted == nearest).all(axis=1))[0]][side]
            marks = found_lines.straight_lines(self.scene, place, side)
            right = [mark for mark in marks if abs(mark.places[0, side] - at) <= EXACT_PIXELS]
            others = [mark for mark in marks if abs(mark.places[0, side] - at) > EXACT_PIXELS]
            confusing = [mark for mark in others if any(mark.look.same(one.look) for one in right)]
            if right and not confusing:
                return
        name = self.scene.name_of(self.scene.place_of(found[0].axes))
        if right:
            self.fail(
                message(
                    "{call} draws {count} {kind} lines that look alike in {name}; only one of them marks {what}.",
                    count=1 + len(confusing), kind=kind, name=name, what=authored(what),
                ),
                ("several marks", len(confusing)),
                hint,
            )
        if not marks:
            seen, evidence = self._in_place_of_a_mark(self.scene.place_of(found[0].axes), side, at)
            said = message("{call} does not mark {what} with a {kind} line in {axes}.", what=authored(what), kind=kind, axes=name)
            self.fail(joined([said, seen]), ("no mark", *evidence), hint)
        at_value = marks[0].points[0, side]
        self.fail(
            message(
                "{call} draws a {kind} line in {name} at {letter} = {at_value:.4g}, which is not {what}.",
                kind=kind, name=name, letter="xy"[side], at_value=at_value, what=authored(what),
            ),
            ("wrong mark", round(float(at_value - value), 3)),
            hint,
        )

    def _in_place_of_a_mark(self, place: int, side: int, at: float) -> tuple[str, tuple[object, ...]]:
        """What there is where no line marks anything, in words and as evidence."""
        here = [one for one in self.scene.lines if self.scene.place_of(one.axes) == place]
        hidden = any(one.straight(side) for one in self.scene.unseen_lines)
        point = any(len(one.points) == 1 and abs(one.places[0, side] - at) <= EXACT_PIXELS for one in here)
        turned = bool(found_lines.straight_lines(self.scene, place, 1 - side))
        said = {
            "hidden": joined([message("There is one that cannot be seen."), HIDDEN_BY]) if hidden else "",
            "turned": (message("There is a vertical one.") if side else message("There is a horizontal one.")) if turned else "",
            "short": message("There is one that is too short.") if any(one.straight(side) for one in here) else "",
            "point": message("There is a point, which is not a line.") if point else "",
        }
        return next((text for text in said.values() if text), ""), tuple(name for name, text in said.items() if text)
