"""What the words about lines, names and texts of a figure share: what a reader sees of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from autograder.core.languages import joined, message
from autograder.expectations.figure_words import FigureWords
from autograder.expectations.line_scene import LineScene, shortened
from autograder.expectations.read_lines import read_lines


class SceneWords(FigureWords):
    """A figure whose lines, texts and legends are looked at."""

    @property
    def scene(self) -> LineScene:
        """The lines, texts and legends that can be seen; read once for an answer.

        Raises:
            Failure: the description is damaged.
        """
        kept = self.answer.worked_out
        if "scene" not in kept:
            try:
                kept["scene"] = read_lines(self.answer.plain, self.drawing.pixels)
            except ValueError:
                self.fail(message("{call} gave a figure that cannot be read."), ("unreadable",), message("Use Matplotlib's own Figure, unchanged."))
        scene: LineScene = kept["scene"]
        return scene


def plain(text: str) -> str:
    """A text for comparison: without blanks, breaks, accents of Matplotlib's own, and small letters."""
    text = re.sub(r"\\math\w+\{([^{}]*)\}|\\text\w*\{([^{}]*)\}", lambda found: found[1] or found[2] or "", text)
    text = re.sub(r"\.0+$", "", text.strip().replace("−", "-"))
    return re.sub(r"[\s$\\]+", "", text).casefold()


def says(text: str, words: Iterable[str]) -> bool:
    """Whether a text holds one of these words, or parts of words, in small or capital letters."""
    return any(word.casefold() in text.casefold() for word in words)


def in_quotes(texts: list[str], most: int = 5) -> str:
    """``'a', 'b' and 'c'``, shortened."""
    quoted = [f"'{shortened(text, 30)}'" for text in texts[:most]]
    more = len(texts) > most
    if len(quoted) > 1 and not more:
        return message("{several} and {last}", several=", ".join(quoted[:-1]), last=quoted[-1])
    return message("{several} and {count} more", several=", ".join(quoted), count=len(texts) - most) if more else ", ".join(quoted)


def in_words(names: Sequence[str]) -> str:
    """``a, b and c``."""
    return names[0] if len(names) == 1 else message("{several} and {last}", several=joined(names[:-1], ", "), last=names[-1])
