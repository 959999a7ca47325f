"""Lines on a terminal: wrapped with a hanging indent, in characters that its encoding has.

Text is given to rich as ``Text``, never as markup, so brackets in a student's message stay brackets. Without a
terminal, rich leaves the colours out.
"""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from autograder.core.languages import spoken
from autograder.reports import wording
from autograder.reports.sanitize import showable

NARROWEST = 30  # columns; narrower terminals wrap as they like


class TerminalText:
    """What is printed on one console."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.width = max(NARROWEST, console.width)
        self.encoding = console.encoding or "utf-8"

    def sign(self, mark: wording.OutcomeSign) -> str:
        return wording.sign(mark, self.encoding)

    def text(self, text: str) -> str:
        return showable(text, self.encoding)

    def line(self, *parts: tuple[str, str], head: tuple[str, str] = ("", ""), indent: int = 0) -> None:
        """Prints (text, style) parts after a head; what does not fit goes on below, where the first part began."""
        start = Text(" " * indent).append(self.text(head[0]), head[1])
        body = Text.assemble(*((self.text(text), style) for text, style in parts))
        body.expand_tabs(4)
        lines = [body]
        if start.cell_len + body.cell_len > self.width:
            lines = body.wrap(self.console, max(10, self.width - start.cell_len), overflow="fold")
        for line in lines:
            whole = start + line
            whole.rstrip()
            self.console.print(whole, soft_wrap=True, highlight=False)
            start = Text(" " * start.cell_len)

    def step(self, text: str, command: str = "") -> None:
        gap = "   " if command else ""
        self.line((text + gap, ""), (command, "bold cyan"), head=(spoken("Next: "), "bold"))


def score_style(score: float, most: float) -> str:
    """Green for all points, yellow for some, red for none."""
    if score >= most:
        return "green"
    return "yellow" if score > 0 else "red"
