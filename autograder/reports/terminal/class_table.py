"""What the terminal shows of a class: who has how many points where, and which known mistakes were made."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.console import Console

from autograder.core.languages import shown, spoken, spoken_plural
from autograder.core.records import ExerciseResult, Outcome, Report, Status
from autograder.reports import class_stats, gradebook_marks, wording
from autograder.reports.html import class_texts, header
from autograder.reports.sanitize import one_line
from autograder.reports.terminal.console import TerminalText, score_style
from autograder.reports.translated_reports import translated

LONGEST_NAME = 24
MOST_CHANGES = 20  # corrections that are printed
MOST_NAMES = 12  # of students beside one mistake
SHORTEST_NAME = 10
TOTAL = 7  # width of the last column
OURS = "bold magenta"


def print_class(reports: Sequence[Report], console: Console, folder: str = "DIR") -> None:
    """Prints who has how many points where, and which known mistakes the class made.

    Args:
        folder: with these reports, as it is typed.
    """
    page = TerminalText(console)
    reports = list(map(translated, reports))
    _class_rows(page, reports)
    _class_closing(page, reports)
    _corrections(page, reports)
    _differences(page, reports)
    _entered(page, gradebook_marks.others(reports))
    _mistakes(page, class_stats.misconceptions(reports))
    _without_a_name(page, class_stats.without_a_name(reports), folder)
    _suspicions(page, reports)
    _texts(page, reports)


def _texts(page: TerminalText, reports: list[Report]) -> None:
    """What a person has still to mark."""
    for one in class_texts.texts(reports):
        page.line()
        page.line((spoken("{name} is for a person to mark", name=one_line(one.name)), "bold"), (f": {one.state}.", ""))


def _corrections(page: TerminalText, reports: list[Report]) -> None:
    """Whose mark was changed after the checks ran, and why."""
    changed = [(report.submission, sentence) for report in reports for sentence in wording.corrections(report)]
    if changed:
        page.line()
        page.line((spoken("Changed after the checks ran:"), "bold"))
    for name, sentence in changed[:MOST_CHANGES]:
        page.line((sentence, ""), head=(f"{one_line(name)}: ", "bold"), indent=2)
    if len(changed) > MOST_CHANGES:
        page.line((spoken("and {count} more; see the class page", count=len(changed) - MOST_CHANGES), "dim"), indent=2)


@dataclass(frozen=True)
class _Layout:
    """How wide the name and the columns are; without columns where the terminal is too narrow for them."""

    name: int
    columns: tuple[tuple[str, int], ...]  # exercise's name, width

    @classmethod
    def fit(cls, width: int, longest: int, columns: list[tuple[str, int]]) -> _Layout:
        """Two spaces between the columns; one where that leaves more of the names; no columns before no names."""
        wanted = min(longest, LONGEST_NAME)
        for gap in (2, 1):
            room = width - 2 - TOTAL - sum(gap + most for _name, most in columns)
            if room >= wanted:
                break
        if room < SHORTEST_NAME:
            return cls(min(wanted, width - 2 - TOTAL), ())
        return cls(min(wanted, room), tuple((name, gap + most) for name, most in columns))


def _class_rows(page: TerminalText, reports: list[Report]) -> None:
    exercises = class_stats.columns(reports)
    signs = {outcome: page.sign(mark) for outcome, mark in wording.OUTCOME_SIGNS.items()}
    numbers = {column.name: (str(column.number), "bold") for column in exercises}
    maxima = {column.name: (wording.points(column.max_score), "dim") for column in exercises}
    cells = [{one.name: _cell(one, signs) for one in report.exercises} for report in reports]
    names = [spoken("points possible"), *(one_line(report.submission) for report in reports)]
    widths = [(name, max(len(row[name][0]) for row in (numbers, maxima, *cells) if name in row)) for name in numbers]
    layout = _Layout.fit(page.width, max(map(cell_len, names)), widths)
    _row(page, layout, "", numbers, (spoken("total"), "bold"))
    _row(page, layout, spoken("points possible"), maxima, (wording.points(class_stats.worth(reports)), "dim"), "dim")
    for report, texts in zip(reports, cells, strict=True):
        name = one_line(report.submission)
        exempt = report.status is Status.EXEMPT
        if report.exercises and not exempt:
            final = (wording.points(report.score), score_style(report.score, report.max_score))
            _row(page, layout, name, texts, final if report.status is Status.GRADED else ("?", OURS))
        if not report.exercises or report.problem or exempt:
            head = _fitted("" if report.exercises and not exempt else name, layout.name) + "  "
            page.line((wording.status_line(report), "cyan" if exempt else "red"), head=(head, ""), indent=2)
    if layout.columns:
        page.line()
        for line in _packed([f"{column.number} {column.name}" for column in exercises], page.width - 2):
            page.line((line, "dim"), indent=2)
    _legend(page, cells, signs)


def _row(page: TerminalText, layout: _Layout, name: str, texts: Mapping, total: tuple[str, str], style: str = "") -> None:
    parts = [(_fitted(name, layout.name), style)]
    for exercise, width in layout.columns:
        text, colour = texts.get(exercise, ("", ""))
        parts.append((text.rjust(width), colour))
    page.line(*parts, (" " * (TOTAL - cell_len(total[0])) + total[0], total[1]), indent=2)


def _cell(exercise: ExerciseResult, signs: Mapping[Outcome, str]) -> tuple[str, str]:
    if gradebook_marks.waits(exercise):
        return "?", OURS
    if exercise.not_started:
        return signs[Outcome.NOT_STARTED], "dim"
    broken = any(check.outcome is Outcome.BROKEN for check in exercise.checks)
    if broken:
        return wording.points(exercise.score) + signs[Outcome.BROKEN], OURS
    return wording.points(exercise.score), score_style(exercise.score, exercise.max_score)


def _legend(page: TerminalText, cells: list[dict], signs: Mapping[Outcome, str]) -> None:
    texts = [text for row in cells for text, _style in row.values()]
    said = [spoken("? waits for manual grading")] * ("?" in texts)
    if signs[Outcome.NOT_STARTED] in texts:
        said.append(spoken("{sign} not started", sign=signs[Outcome.NOT_STARTED]))
    if any(text.endswith(signs[Outcome.BROKEN]) for text in texts):
        said.append(spoken("{sign} our bug, costs no points; the total is not final", sign=signs[Outcome.BROKEN]))
    if said:
        page.line(("   ".join(said), "dim"), indent=2)


def _class_closing(page: TerminalText, reports: list[Report]) -> None:
    scores = class_stats.scores(reports)
    text = wording.count(len(reports), "submission")
    if scores:
        lowest, highest, middle = map(wording.points, (scores[0], scores[-1], statistics.median(scores)))
        unit = class_stats.unit(reports, spoken("points"))
        text += spoken(
            ", {number} graded: from {lowest} to {highest} {unit}, median {middle}",
            number=len(scores), lowest=lowest, highest=highest, unit=unit, middle=middle,
        )
    page.line()
    page.line((f"{text}.", "bold"))
    for others, said in (
        (class_stats.of_other_checks(reports), class_stats.other_checks(reports)),
        (class_stats.of_other_versions(reports), class_stats.other_versions(reports)),
    ):
        if others:
            names = ", ".join(one_line(report.submission, 40) for report in others[:MOST_NAMES])
            more = spoken(" and {number} more", number=len(others) - MOST_NAMES) if len(others) > MOST_NAMES else ""
            page.line((f"{said} ", "red"), (f"{names}{more}", ""))


def _differences(page: TerminalText, reports: list[Report]) -> None:
    """Which results came out differently when they were judged in full."""
    found = [report for report in reports if report.differences]
    if not found:
        return
    page.line()
    page.line((shown(header.DIFFERENT), "red"))
    for report in found[:MOST_NAMES]:
        page.line((one_line(" ".join(map(shown, report.differences)), 200), ""), head=(f"   {one_line(report.submission, 40)}: ", ""))
    _and_more(page, len(found))


def _entered(page: TerminalText, found: list[gradebook_marks.GradebookReport]) -> None:
    """Whose mark in the gradebook is not the judge's."""
    if not found:
        return
    page.line()
    page.line((spoken("Marks in the gradebook that differ from the checks"), "bold"))
    for report in found[:MOST_NAMES]:
        page.line((gradebook_marks.both(report), ""), head=(f"   {one_line(report.submission, 40)}: ", ""))
    _and_more(page, len(found))


def _mistakes(page: TerminalText, found: list[class_stats.Misconception]) -> None:
    if not found:
        return
    page.line()
    page.line((spoken("Known mistakes, the most frequent first"), "bold"))
    names = [f"{one.exercise}: {one.mistake}" for one in found]
    width = max(map(cell_len, names))
    beside = width + 36 <= page.width  # room for the names of a few students
    for name, one in zip(names, found, strict=True):
        times = f"{len(one.submissions):>4} {page.text('×')}  "
        who = [one_line(submission, 40) for submission in one.submissions[:MOST_NAMES]]
        more = len(one.submissions) - len(who)
        text = ", ".join(who) + (spoken(" and {more} more", more=more) if more else "")
        if beside:
            page.line((text, "dim"), head=(times + set_cell_size(name, width) + "   ", ""))
        else:
            page.line((name, ""), head=(times, ""))
            page.line((text, "dim"), indent=len(times) + 2)


def _without_a_name(page: TerminalText, said: str, folder: str) -> None:
    if said:
        page.line()
        page.line((said, "bold"))
        page.line((spoken("See them in groups:") + f"   autograder discover {folder}", ""), indent=3)


def _suspicions(page: TerminalText, reports: list[Report]) -> None:
    noted = [report for report in reports if report.suspicions]
    if not noted:
        return
    page.line()
    page.line((spoken("Needs review"), "bold"))
    for report in noted[:MOST_NAMES]:
        more = len(report.suspicions) - 1
        text = one_line(report.suspicions[0], 160) + (spoken(" And {more} more.", more=more) if more else "")
        page.line((text, ""), head=(f"   {one_line(report.submission, 40)}: ", ""))
    _and_more(page, len(noted))


def _packed(items: list[str], width: int) -> list[str]:
    """Items with commas between them, in as few lines as fit; no item is broken."""
    lines = [""]
    for number, item in enumerate(items, 1):
        item += "," * (number < len(items))
        if lines[-1] and cell_len(f"{lines[-1]} {item}") > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {item}".strip()
    return lines


def _fitted(text: str, width: int) -> str:
    """Exactly so wide; an ellipsis where something was cut."""
    return set_cell_size(text if cell_len(text) <= width else set_cell_size(text, width - 1) + "…", width)


def _and_more(page: TerminalText, count: int) -> None:
    """How many of so many submissions are not named."""
    if count > MOST_NAMES:
        said = spoken_plural(
            "and {count} more submission: see the class report.", "and {count} more submissions: see the class report.", count - MOST_NAMES
        )
        page.line((said, "dim"), indent=3)
