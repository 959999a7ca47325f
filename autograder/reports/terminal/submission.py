"""What the terminal shows of one submission: what passed, what failed and why, and the next step."""

from __future__ import annotations

import io
import shlex
import textwrap
from collections.abc import Mapping

from rich.cells import cell_len, set_cell_size
from rich.console import Console

from autograder.core.languages import shown, spoken
from autograder.core.records import ExerciseResult, Outcome, Report, Status
from autograder.core.written_answer import WrittenAnswer
from autograder.reports import wording
from autograder.reports.check_texts import CheckText, check_texts, figure_of, figure_sentence
from autograder.reports.sanitize import one_line, plain
from autograder.reports.terminal.console import TerminalText, score_style
from autograder.reports.translated_reports import translated

LONGEST_MESSAGE = 1200  # characters; the files keep more
ROW = 7  # where the rows of an exercise begin
LONGEST_CELL, WIDEST_CELL = 300, 30  # characters of a cell of a figure's table, and those that are kept free for it
SAID = 11  # where the text below them begins
STYLES = {
    Outcome.PASSED: "green",
    Outcome.NOT_STARTED: "dim",
    Outcome.SKIPPED: "dim",
    Outcome.BROKEN: "bold magenta",
}
SAID_STYLES = {
    "message": "",
    "bug": "magenta",
    "place": "dim",
    "smallest": "",
    "feedback": "yellow",
    "remark": "cyan",
    "figure": "cyan",
    "output": "dim",
}


def print_report(
    report: Report,
    console: Console,
    *,
    path: str = "",
    numbers: Mapping[str, int] | None = None,
    command: str = "autograder check",
    isolation: str = "",
    when_done: str = "",
    for_student: bool = True,
    worth: Mapping[str, float] | None = None,
    tables: bool = False,
) -> None:
    """Prints what passed, what failed and why, what was drawn, and the next step.

    Args:
        path: the file as the student named it, for the command to repeat; the report's own name of it by default.
        numbers: exercise's name -> its number on the page; counted here by default. More names than the report has
            means that only some exercises were asked for.
        command: what to type to check again.
        isolation: a sentence about the isolation, instead of the two words in the closing line.
        when_done: the next step when nothing is left to do.
        for_student: leave out what code printed during hidden checks.
        worth: see ``wording.standing``.
        tables: print also a table of what each figure shows.
    """
    report = translated(report)
    page = TerminalText(console)
    numbers = numbers or {exercise.name: place for place, exercise in enumerate(report.exercises, 1)}
    for note in report.notes:
        page.line((plain(note), ""), head=(spoken("Note: "), "cyan"), indent=2)
    if report.notes:
        page.line()
    for sentence in wording.corrections(report):
        page.line((sentence, ""), head=(spoken("Changed: "), "bold cyan"), indent=2)
    if report.corrections:
        page.line()
    for exercise in report.exercises:
        _exercise(page, exercise, report, numbers, for_student, worth)
        print_figure(page, exercise, for_student, tables)
    for text in report.for_a_person:
        written_answer(page, text)
    if report.exercises:
        page.line()
    _closing(page, report, isolation)
    _next(page, report, path or one_line(report.source), numbers, command, when_done)


def print_exercise(
    exercise: ExerciseResult,
    console: Console,
    *,
    number: int = 1,
    source: str = "",
    for_student: bool = True,
    worth: Mapping[str, float] | None = None,
) -> None:
    """Prints one exercise as ``print_report`` does: for a notebook's own check."""
    _rows(TerminalText(console), exercise, number, len(exercise.name), source, for_student, worth)


def as_text(report: Report, width: int = 80, **options: object) -> str:
    """What ``print_report`` prints, without colours."""
    console = Console(file=io.StringIO(), width=width, color_system=None, force_terminal=False)
    print_report(report, console, **options)
    return console.file.getvalue()


def exercise_as_text(exercise: ExerciseResult, source: str = "") -> str:
    """What ``print_exercise`` prints below the exercise's name, moved to the left: for pages that have headings."""
    console = Console(file=io.StringIO(), width=100, color_system=None, force_terminal=False)
    print_exercise(exercise, console, source=source)
    return textwrap.dedent(console.file.getvalue().partition("\n")[2]).rstrip()


def written_answer(page: TerminalText, text: WrittenAnswer) -> None:
    """The line of a text that a person marks."""
    page.line((f"     {one_line(text.name)}    ", "bold"), (wording.text_standing(text), "cyan" if text.started else "dim"))


def print_figure(page: TerminalText, exercise: ExerciseResult, for_student: bool, table: bool) -> None:
    """Says what an exercise's figure shows, as a terminal shows no figure: of a passed exercise here, of others at their check.

    Args:
        table: print also each thing that is drawn.
    """
    check = figure_of(exercise, for_student)
    if check is None:
        return
    if exercise.passed:
        page.line((spoken("It drew: {figure}", figure=figure_sentence(check)), "dim"), indent=ROW)
    rows = [tuple(one_line(shown(cell), LONGEST_CELL) for cell in row) for row in check.figure_text.rows] if table else []
    widths = [min(WIDEST_CELL, max((cell_len(row[side]) for row in rows), default=0)) for side in range(4)]
    for row in rows:
        cells = [set_cell_size(cell, width) if cell_len(cell) < width else cell for cell, width in zip(row, widths, strict=True) if width]
        page.line(("  ".join(cells[1:]).rstrip(), ""), head=(f"{cells[0]}  ", "dim"), indent=SAID)


def _exercise(
    page: TerminalText,
    exercise: ExerciseResult,
    report: Report,
    numbers: Mapping,
    for_student: bool,
    worth: Mapping[str, float] | None,
) -> None:
    width = max(len(one.name) for one in report.exercises)
    _rows(page, exercise, numbers.get(exercise.name, 0), width, report.source, for_student, worth)


def _rows(
    page: TerminalText,
    exercise: ExerciseResult,
    number: int,
    width: int,
    source: str,
    for_student: bool,
    worth: Mapping[str, float] | None,
) -> None:
    head = f"{number or '':>3}  {one_line(exercise.name).ljust(width)}    "
    if exercise.not_started:
        page.line((head, ""), (spoken("not started"), "dim"))
    else:
        style = "blue" if worth is not None and exercise.passed else score_style(exercise.score, exercise.max_score)
        page.line((head, "bold"), (wording.standing(exercise, worth), style))
    for row in check_texts(exercise, source, for_student, longest=LONGEST_MESSAGE):
        if not (exercise.passed or exercise.not_started):
            _check(page, row)
        for kind, text in row.said:
            _said(page, kind, text)


def _check(page: TerminalText, row: CheckText) -> None:
    check = row.check
    style = STYLES.get(check.outcome, "red")
    mark = wording.OUTCOME_SIGNS[check.outcome]
    title = one_line(check.title or check.name)
    says_enough = check.outcome in (Outcome.PASSED, Outcome.FAILED) or (check.outcome is Outcome.SKIPPED and row.said)
    after = "" if says_enough else f" ({shown(mark.word)})"
    if check.outcome is not Outcome.PASSED and check.points and check.outcome is not Outcome.BROKEN:
        after += spoken(" ({score} points)", score=wording.out_of(check))
    page.line(
        (title, "dim" if style == "dim" else ""),
        (after, style),
        head=(f"{page.sign(mark)} ", style),
        indent=ROW,
    )


def _said(page: TerminalText, kind: str, text: str) -> None:
    if kind == "remark":
        text = spoken("Note: {text}", text=text)
    if kind == "output":
        page.line((spoken("It printed:"), SAID_STYLES[kind]), indent=SAID)
    for line in text.split("\n"):
        page.line((line, SAID_STYLES[kind]), indent=SAID + 2 * (kind == "output"))


def _closing(page: TerminalText, report: Report, isolation: str) -> None:
    if report.problem:
        lines = plain(report.problem).split("\n")
        page.line((f"{shown(wording.STATUS[report.status]).capitalize()}: ", "bold red"), (lines[0], ""))
        for line in lines[1:]:
            page.line((line, ""), indent=2)
    if not report.exercises:
        return
    about = [spoken("public checks only")] * wording.public_only(report)
    about += [spoken("{budget} training", budget=one_line(report.budget))] * bool(report.budget)
    about += [wording.backend(report.backend)] if report.backend else []
    data = spoken(" on {data}", data=wording.dataset(report.dataset)) * bool(report.dataset) + f" ({', '.join(about)})" * bool(about)
    ending = "" if isolation else f", {shown(wording.ISOLATION.get(report.isolation, one_line(report.isolation)))}"
    ending += spoken(", not final.") if report.status not in (Status.GRADED, Status.EXEMPT) else "."
    page.line((spoken("{score} points", score=wording.out_of(report)), "bold"), (data + ending, ""))
    if isolation:
        page.line((one_line(isolation), ""))


def _next(page: TerminalText, report: Report, path: str, numbers: Mapping, command: str, when_done: str) -> None:
    """The last line: where to look, and what to type afterwards."""
    again = f"{command} {shlex.quote(path)}"
    if report.status is Status.UNREADABLE:
        return page.step(spoken("fix {file}, then", file=path), again)
    if not report.exercises:
        return page.step(spoken("tell your instructor, or try"), again)
    for exercise in report.exercises:
        if any(check.outcome not in (Outcome.PASSED, Outcome.BROKEN) for check in exercise.checks):
            return page.step(spoken("{place}, then", place=_place(exercise, report, path)), f"{again} {exercise.name}")
    if report.broken:
        return page.step(shown(wording.TELL_ABOUT_OUR_BUG))
    if len(numbers) > len(report.exercises):
        return page.step(spoken("check the whole page with"), again)
    return page.step(when_done or shown(wording.NOTHING_LEFT))


def _place(exercise: ExerciseResult, report: Report, path: str) -> str:
    lines = [check.line for check in exercise.checks if check.line is not None and check.outcome is Outcome.ERROR]
    line = lines[0] if lines else exercise.line
    if line is None or path.endswith(".ipynb"):  # a line of a notebook is a line of one of its cells
        return spoken("{exercise} in {file}", exercise=exercise.name, file=path)
    return spoken("{file} line {line}", file=path, line=line)
