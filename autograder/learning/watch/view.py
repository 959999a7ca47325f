"""The board as lines on a terminal, made to fit: a head with the progress, the exercise, and the keys."""

from __future__ import annotations

import io

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from autograder import reports
from autograder.core.languages import message, spoken, spoken_plural
from autograder.core.languages import shown as in_reading_language
from autograder.learning.standing import STATES, ExerciseStanding, State
from autograder.learning.watch.state import WatchState
from autograder.reports import wording
from autograder.reports.sanitize import plain, showable
from autograder.reports.translated_reports import of_assignment, translated_exercise

KEYS = (
    ("n", message("next")), ("h", message("hint")), ("r", message("reset")), ("s", message("solution")), ("l", message("list")), ("q", message("quit")),
)  # fmt: skip
LIST_KEYS = (("↑ ↓", message("choose")), ("Enter", message("go there")), ("l", message("back")), ("q", message("quit")))
STYLES = {State.PASSED: "green", State.TRIED: "yellow", State.NOT_STARTED: "dim", State.MISSING: "red"}
MARKS = {
    State.PASSED: wording.Outcome.PASSED,
    State.TRIED: wording.Outcome.FAILED,
    State.NOT_STARTED: wording.Outcome.NOT_STARTED,
}
SHORTEST_BAR = 10
SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
PLAIN_SPINNER = "-\\|/"


def screen(board: WatchState, console: Console, beat: int = 0) -> Group:
    """All lines of the screen, as many as the terminal has.

    Args:
        board: what to show; its ``scroll`` is brought back to where there is something to see.
        console: of the terminal, for its size and its characters.
        beat: counts up while something is going on, and turns the sign of it.
    """
    width, height = console.size
    head = [_title(board, width), _bar(board, console), Text()]
    body = _list(board, console) if board.listing is not None else exercise(board, console)
    room = max(height - len(head) - 2, 1)
    if board.listing is not None:
        hidden = min(max(board.listing - room // 2, 0), max(len(body) - room, 0))
    else:
        hidden = board.scroll = min(board.scroll, max(len(body) - room, 0))
    shown = body[hidden : hidden + room]
    foot = [_status(board, console, beat), _keys(board, console, len(body) > room)]
    lines = [*head, *shown, *[Text()] * (room - len(shown)), *foot]
    for line in lines:
        if isinstance(line, Text):
            line.no_wrap, line.overflow = True, "ellipsis"
    return Group(*lines[-height:])


def exercise(board: WatchState, console: Console) -> list[Text]:
    """What there is to say of the current exercise: the same words as in a report."""
    lines = _ViewLines(console)
    if board.unread:
        lines.add(in_reading_language(board.unread), "red")
        return lines.made
    row = board.row
    if row is None:
        lines.add(spoken("Reading the page …"), "dim")
        return lines.made
    if board.banner:
        if board.assignment.public:
            lines.add(board.banner, "bold blue", space=True)
        else:
            lines.add(f"{lines.sign(wording.Outcome.PASSED)} {board.banner}", "bold green", space=True)
    if board.finished:
        lines.add(
            spoken_plural(
                "The exercise passes. The end of the page says what to try next.",
                "All {count} exercises pass. The end of the page says what to try next.",
                len(board.rows),
            ),
            "bold green",
            space=True,
        )
    for text in board.texts:
        if board.finished:
            lines.add(f"{text.name}: {wording.text_standing(text)}.", "cyan", space=True)
    if board.trouble:
        lines.add(board.trouble, "magenta", space=True)
    if board.extra:
        lines.add(board.extra, "cyan", space=True)
    _result(board, row, lines)
    for note in board.notes:
        if note != board.missing.get(row.name, "") and note not in board.missing.get(row.name, ""):
            lines.add("")
            lines.add(spoken("Note: {text}", text=in_reading_language(note)), "cyan")
    if board.progress.problem:
        lines.add("")
        lines.add(spoken("Note: {text}", text=board.progress.problem), "cyan")
    return lines.made


def _result(board: WatchState, row: ExerciseStanding, lines: _ViewLines) -> None:
    result = board.results.get(row.name)
    if row.state is State.MISSING:
        lines.add(f"  {row.number}  {row.name}", "bold")
        lines.add(in_reading_language(board.missing.get(row.name, "")), "red", indent=5)
    elif row.state is State.NOT_STARTED or result is None:
        worth = spoken_plural(", {most} point", ", {most} points", row.of, most=wording.points(row.of)) if row.of else ""
        minutes = spoken_plural(", about {count} minute", ", about {count} minutes", row.exercise.minutes) if row.exercise.minutes else ""
        lines.add(f"  {row.number}  {row.name}{worth}{minutes}", "bold")
        lines.add(of_assignment(row.exercise.title, f"exercise:{row.name}:title", board.assignment.name), indent=5)
        lines.add("")
        where = (
            spoken("{file} line {line}", file=board.path.name, line=row.line)
            if board.path.suffix == ".py"
            else spoken("{exercise} in {file}", exercise=row.name, file=board.path.name)
        )
        if row.state is State.PASSED:
            lines.add(spoken("Passed: {score} of {most} points.", score=wording.points(row.points), most=wording.points(row.of)), "green", indent=5)
        elif row.state is State.NOT_STARTED:
            lines.add(spoken("Not started. Write it: {where}. It is checked each time you save.", where=where), indent=5)
        else:
            lines.add(spoken("Not checked yet: {where}.", where=where), indent=5)
    else:
        said = translated_exercise(result, board.assignment.name)
        how = {"number": row.number, "source": board.path.name, "worth": board.assignment.worth}
        lines.print(lambda console: reports.print_exercise(said, console, **how))


class _ViewLines:
    """Collects lines, wrapped to the width of the terminal and in its characters."""

    def __init__(self, console: Console) -> None:
        self.width = max(console.width, 20)
        self.encoding = console.encoding or "utf-8"
        self.made: list[Text] = []

    def sign(self, outcome: wording.Outcome) -> str:
        return wording.sign(wording.OUTCOME_SIGNS[outcome], self.encoding)

    def add(self, text: str, style: str = "", indent: int = 0, space: bool = False) -> None:
        """A paragraph; its own lines stay lines. With an empty line after it if there should be space."""
        text = showable(plain(text), self.encoding)
        for line in text.split("\n"):
            wrapped = Text(line, style).wrap(_measuring(self.width), self.width - indent, overflow="fold")
            self.made += [Text(" " * indent) + part for part in wrapped]
        self.made += [Text()] * space

    def print(self, show) -> None:
        """What a function prints on a console."""
        file = io.StringIO()
        show(Console(file=file, width=self.width, force_terminal=True, color_system="standard", highlight=False))
        for line in showable(file.getvalue(), self.encoding).rstrip("\n").split("\n"):
            self.made.append(Text.from_ansi(line))


def _measuring(width: int) -> Console:
    return Console(file=io.StringIO(), width=width, force_terminal=False)


def _title(board: WatchState, width: int) -> Text:
    name = board.path.name
    return Text.assemble((of_assignment(board.assignment.title, "assignment:title", board.assignment.name), "bold"), f"   {name}", overflow="ellipsis", no_wrap=True)


def _bar(board: WatchState, console: Console) -> RenderableType:
    total = len(board.rows) or len(board.assignment.exercises)
    said = short = spoken("{passed}/{total} passed", passed=board.passed, total=total)
    earned = sum(row.points for row in board.rows if row.state in (State.PASSED, State.TRIED))
    worth = sum(row.of for row in board.rows) if all(row.of for row in board.rows) else 0
    if earned:
        points = wording.points(earned)
        said += ", " + (spoken("{score} of {most} points", score=points, most=wording.points(worth)) if worth else spoken_plural("{score} point so far", "{score} points so far", earned, score=points))
    if cell_len(said) + SHORTEST_BAR + 4 > console.width:
        said = short  # a second line would push the keys off the screen
    grid = Table.grid(padding=(0, 2))
    bar = ProgressBar(total, board.passed, width=max(SHORTEST_BAR, min(40, console.width - cell_len(said) - 4)))
    grid.add_row(bar, Text(said, no_wrap=True, overflow="ellipsis"))
    return grid


def _status(board: WatchState, console: Console, beat: int) -> Text:
    if board.busy:
        can = showable(SPINNER, console.encoding or "utf-8") == SPINNER
        signs = SPINNER if can else PLAIN_SPINNER
        said = spoken("checking {exercise}", exercise=board.busy)
        if board.loading:
            said = spoken("checking {exercise}, once {library} is loaded (this takes a while, but only once)", exercise=board.busy, library=board.loading)
        return Text(f"{signs[beat % len(signs)]} {said}", "cyan")
    return Text(board.checked, "dim")


def _keys(board: WatchState, console: Console, more: bool) -> Text:
    pairs = LIST_KEYS if board.listing is not None else KEYS + ((("↑ ↓", message("scroll")),) if more else ())
    signs = [(showable(key, console.encoding or "utf-8"), in_reading_language(what)) for key, what in pairs]
    for gap in (3, 2):
        text = Text()
        for key, what in signs:
            text.append(key, "bold cyan").append(f" {what}{' ' * gap}")
        text.rstrip()
        if text.cell_len <= console.width:
            return text
    return Text(" ".join(key for key, _what in signs), "bold cyan")


def _list(board: WatchState, console: Console) -> list[Text]:
    encoding = console.encoding or "utf-8"
    width = max(len(row.name) for row in board.rows)
    lines = []
    for place, row in enumerate(board.rows):
        mark = wording.sign(wording.OUTCOME_SIGNS[MARKS[row.state]], encoding) if row.state in MARKS else "?"
        known = row.state in (State.PASSED, State.TRIED)
        points = spoken("{score} of {most}", score=wording.points(row.points), most=wording.points(row.of)) if known else ""
        text = f"{'>' if place == board.listing else ' '} {row.number:>2}  {mark} {row.name:{width}}  {in_reading_language(STATES[row.state])}  {points}"
        lines.append(Text(showable(text, encoding), "reverse" if place == board.listing else STYLES.get(row.state, "")))
    for text in board.texts:
        lines.append(Text(showable(f"        {text.name}: {wording.text_standing(text)}", encoding), "cyan" if text.started else "dim"))
    return lines
