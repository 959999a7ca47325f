"""What the terminal shows of a class: who has how many points where, and which known mistakes were made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len, set_cell_size
from rich.console import Console

from autograder.records import ExerciseResult, Outcome, Report, Status
from autograder.reports import summary, words
from autograder.reports.console import Page, score_style
from autograder.reports.safe import one_line

LONGEST_NAME = 24
MOST_NAMES = 12  # of students beside one mistake
OURS = "bold magenta"


def print_class(reports: Sequence[Report], console: Console) -> None:
    """Prints who has how many points where, and which known mistakes the class made."""
    page = Page(console)
    reports = list(reports)
    _class_rows(page, reports)
    _class_closing(page, reports)
    _mistakes(page, summary.misconceptions(reports))


def _class_rows(page: Page, reports: list[Report]) -> None:
    exercises = summary.columns(reports)
    most = {column.name: column.max_score for column in exercises}
    signs = {outcome: page.sign(mark) for outcome, mark in words.MARKS.items()}
    cells = [{one.name: _cell(one, signs) for one in report.exercises} for report in reports]
    widths = [
        2
        + max(
            [
                len(str(column.number)),
                len(words.points(column.max_score)),
                *(len(row[column.name][0]) for row in cells if column.name in row),
            ]
        )
        for column in exercises
    ]
    longest = max([len("points possible"), *(cell_len(one_line(report.submission)) for report in reports)])
    for closer in (0, 1):  # first with two spaces between the columns, then with one
        room = page.width - 2 - sum(widths) + closer * len(widths) - 7
        if room >= min(longest, LONGEST_NAME):
            break
    fits = room >= 10
    name = min(longest, LONGEST_NAME, room) if fits else min(longest, LONGEST_NAME, max(10, page.width - 9))
    shown = (
        [(column, width - closer) for column, width in zip(exercises, widths, strict=True)] if fits else []
    )

    def row(
        first: str, texts: Mapping[str, tuple[str, str]], total: tuple[str, str], style: str = ""
    ) -> None:
        parts = [(set_cell_size(_short(first, name), name), style)]
        for column, width in shown:
            text, colour = texts.get(column.name, ("", ""))
            parts.append((text.rjust(width), colour))
        page.line(*parts, (total[0].rjust(7), total[1]), indent=2)

    row("", {column.name: (str(column.number), "bold") for column in exercises}, ("total", "bold"))
    row(
        "points possible",
        {n: (words.points(m), "dim") for n, m in most.items()},
        (words.points(sum(most.values())), "dim"),
        "dim",
    )
    for report, texts in zip(reports, cells, strict=True):
        first = one_line(report.submission)
        if report.exercises:
            final = report.status is Status.GRADED
            total = words.points(report.score) if final else "?"
            row(
                first,
                texts,
                (total, score_style(report.score, sum(most.values())) if final else STYLES[Outcome.BROKEN]),
            )
        if not report.exercises or report.problem:
            before = " " * (name + 2) if report.exercises else set_cell_size(_short(first, name), name) + "  "
            page.line((words.problem(report), "red"), head=(before, ""), indent=2)
    if shown:
        page.line()
        for line in _packed([f"{column.number} {column.name}" for column in exercises], page.width - 2):
            page.line((line, "dim"), indent=2)
    _legend(page, cells, signs)


def _cell(exercise: ExerciseResult, signs: Mapping[Outcome, str]) -> tuple[str, str]:
    if exercise.not_started:
        return signs[Outcome.NOT_STARTED], "dim"
    broken = any(check.outcome is Outcome.BROKEN for check in exercise.checks)
    if broken:
        return words.points(exercise.score) + signs[Outcome.BROKEN], STYLES[Outcome.BROKEN]
    return words.points(exercise.score), score_style(exercise.score, exercise.max_score)


def _legend(page: Page, cells: list[dict], signs: Mapping[Outcome, str]) -> None:
    texts = [text for row in cells for text, _style in row.values()]
    said = []
    if signs[Outcome.NOT_STARTED] in texts:
        said.append(f"{signs[Outcome.NOT_STARTED]} not started")
    if any(text.endswith(signs[Outcome.BROKEN]) for text in texts):
        said.append(f"{signs[Outcome.BROKEN]} our bug, costs nothing; the total is not final")
    if said:
        page.line(("   ".join(said), "dim"), indent=2)


def _class_closing(page: Page, reports: list[Report]) -> None:
    graded = summary.graded(reports)
    middle = summary.median(reports)
    text = words.count(len(reports), "submission")
    if middle is not None:
        scores = [report.score for report in graded]
        text += f", {len(graded)} graded: from {words.points(min(scores))} to {words.points(max(scores))} points, median {words.points(middle)}"
    page.line()
    page.line((f"{text}.", "bold"))


def _mistakes(page: Page, found: list[summary.Misconception]) -> None:
    if not found:
        return
    page.line()
    page.line(("Known mistakes, the most frequent first", "bold"))
    names = [f"{one.exercise}: {one.mistake}" for one in found]
    width = max(map(cell_len, names))
    beside = width + 36 <= page.width  # room for the names of a few students
    for name, one in zip(names, found, strict=True):
        times = f"{len(one.submissions):>4} {page.text('×')}  "
        who = [one_line(submission, 40) for submission in one.submissions[:MOST_NAMES]]
        more = len(one.submissions) - len(who)
        text = ", ".join(who) + (f" and {more} more" if more else "")
        if beside:
            page.line((text, "dim"), head=(times + set_cell_size(name, width) + "   ", ""))
        else:
            page.line((name, ""), head=(times, ""))
            page.line((text, "dim"), indent=len(times) + 2)


def _packed(items: list[str], width: int) -> list[str]:
    """Items with commas between them, in as few lines as fit; no item is broken."""
    lines = [""]
    for number, item in enumerate(items, 1):
        item += "," * (number < len(items))
        if lines[-1] and cell_len(f"{lines[-1]} {item}") > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {item}".strip()
    return lines




def _short(text: str, width: int) -> str:
    return text if cell_len(text) <= width else set_cell_size(text, width - 1) + "…"
