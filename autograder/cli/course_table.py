"""How a course is doing, as it is printed: a row for each student, a column for each assignment."""

from __future__ import annotations

from typing import Any

from autograder.cli.course_grading import print_waiting
from autograder.cli.terminal import relative
from autograder.core.languages import message, shown, spoken
from autograder.core.languages.dates import day_and_time
from autograder.core.languages.messages import plural
from autograder.desk.course_file import COUNTS
from autograder.desk.standing import CourseStanding, Mark

LONGEST_NAME = 30


def print_status(standing: CourseStanding) -> None:
    """Prints who has submitted what, who has which mark, and what waits."""
    from rich.cells import cell_len, set_cell_size

    from autograder.cli.terminal import say
    from autograder.reports import wording
    from autograder.reports.sanitize import one_line

    course = standing.course
    counted = {"students": wording.count(len(standing.people.students), "student"), "assignments": wording.count(len(course.assignments), "assignment")}
    say(spoken("{title}: {students}, {assignments}.", title=one_line(course.title), **counted))
    for one in course.assignments:
        marks = list(standing.marks[one.name].values())
        submitted = sum(bool(mark.attempts) for mark in marks)
        marked = sum(mark.grade is not None and mark.grade.final for mark in marks)
        due = message(", deadline {time}", time=day_and_time(one.deadline)) if one.deadline else ""
        say(
            spoken(
                "  {assignment}: {submitted} of {all} submitted, {marked} with a mark{due}; counts: {counts}",
                assignment=one.name, submitted=submitted, all=len(marks), marked=marked, due=due, counts=COUNTS.get(one.counts, one.counts),
            )
        )  # fmt: skip
    if not standing.people.students:
        say(f"\n{spoken('Next:   {command}', command=f'autograder grade PATH --course {relative(course.folder)}')}")
        return
    rows = [["", *(one.name for one in course.assignments), spoken("course")]]
    for key, name in sorted(standing.people.shown.items(), key=lambda item: item[1].casefold()):
        total = standing.total(key)
        cells = [_cell(standing.marks[one.name][key]) for one in course.assignments]
        rows.append([one_line(name, LONGEST_NAME), *cells, "" if total is None else spoken("{points} %", points=wording.points(100 * total))])
    widths = [max(cell_len(row[place]) for row in rows) for place in range(len(rows[0]))]
    say()
    for row in rows:
        first, *rest = (set_cell_size(cell, width) if not place else " " * (width - cell_len(cell)) + cell for place, (cell, width) in enumerate(zip(row, widths, strict=True)))
        say("  " + "  ".join([first, *rest]).rstrip())
    say()
    waiting = print_waiting(standing)
    if not waiting:
        say(spoken("Nothing waits for a person."))
    place = relative(course.folder)
    command = f"autograder desk {place}" if waiting else f"autograder export --course {place} --to marks.csv"
    say(f"\n{spoken('Next:   {command}', command=command)}")


def as_content(standing: CourseStanding) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "title": standing.course.title,
        "assignments": [
            {"name": one.name, "deadline": one.deadline.isoformat() if one.deadline else None, "weight": one.weight, "counts": one.counts}
            for one in standing.course.assignments
        ],
        "students": [
            {
                "id": key,
                "name": standing.people.shown[key],
                "listed": student.listed,
                "course": standing.total(key),
                "marks": {name: _content(marks[key]) for name, marks in standing.marks.items()},
            }
            for key, student in standing.people.students.items()
        ],
        "waiting": standing.waiting(),
    }


def _cell(mark: Mark) -> str:
    count = len(mark.attempts)
    attempts = f" {shown(plural('({count} attempt)', '({count} attempts)', count))}" if count > 1 else ""
    return f"{'*' if _changed(mark) else ''}{shown(mark.cell)}{attempts}{' !' if mark.waits else ''}"


def _changed(mark: Mark) -> bool:
    return mark.report is not None and any(one.by for one in mark.report.corrections)


def _content(mark: Mark) -> dict[str, Any]:
    grade = mark.grade
    return {
        "attempts": len(mark.attempts),
        "submitted": mark.counts.submitted.isoformat() if mark.counts and mark.counts.submitted else None,
        "known_by": mark.counts.known_by if mark.counts else None,
        "days_late": mark.late.days,
        "score": grade.score if grade else None,
        "max_score": grade.max_score if grade else None,
        "state": mark.cell,
        "waits": list(mark.waits),
        "corrections": [one.sentence for one in mark.report.corrections] if mark.report else [],
    }
