"""One submission in HTML: every exercise with its checks, what was said to them, and the pictures."""

from __future__ import annotations

from autograder.core.records import ExerciseResult, Outcome, Report, Status
from autograder.reports import wording
from autograder.reports.html import markup
from autograder.reports.html.images import Pictures

CLASSES = {
    Outcome.PASSED: "passed",
    Outcome.BROKEN: "ours",
    Outcome.SKIPPED: "still",
    Outcome.NOT_STARTED: "still",
}


def inside(report: Report, place: int, pictures: Pictures, for_student: bool, level: int) -> str:
    """All of one submission but its name and score.

    Args:
        place: which one it is, for ``pictures``.
        for_student: leave out what code printed during hidden checks, and the names of mistakes.
        level: of the headings.
    """
    parts = []
    if report.problem:
        word = wording.STATUS[report.status].capitalize()
        parts.append(f'<div class="problem">{word}: {markup.text(report.problem)}</div>')
    if report.notes:
        notes = "".join(f'<li class="said">{markup.text(note)}</li>' for note in report.notes)
        parts.append(f'<p class="quiet">Notes about the page:</p><ul class="quiet">{notes}</ul>')
    if report.suspicions and not for_student:
        notes = "".join(f'<li class="said">{markup.text(note)}</li>' for note in report.suspicions)
        parts.append(f'<p>Needs review:</p><ul class="suspicions">{notes}</ul>')
    for number, exercise in enumerate(report.exercises, 1):
        shown = pictures.show(place, exercise)
        parts.append(_exercise(exercise, number, report.source, shown, for_student, level))
    if not for_student and report.exercises:
        parts.append(
            f'<p class="quiet">{markup.line(report.source)} · graded in {report.seconds:.1f} s · '
            f"SHA-256 {markup.line(report.source_sha256)[:16]}</p>"
        )
    return "".join(parts)


def _exercise(exercise: ExerciseResult, number: int, source: str, pictures: str, for_student: bool, level: int) -> str:
    rows = wording.check_texts(exercise, source, for_student, repeat=not for_student)
    quiet = exercise.passed and not any(row.said for row in rows)
    score = "not started" if exercise.not_started else wording.out_of(exercise)
    if quiet:
        score += f" · {wording.count(len(rows), 'check')} passed"
    head = f'<h{level}>{number} {markup.line(exercise.name)} <span class="score">{score}</span></h{level}>'
    if exercise.not_started:
        return f'<div class="exercise">{head}</div>'
    inside = f"{_list(rows, for_student)}{pictures}"
    if quiet:
        return f'<details class="exercise"><summary>{head}</summary>{inside}</details>'
    return f'<div class="exercise">{head}{inside}</div>'


def checks_list(exercise: ExerciseResult, source: str = "") -> str:
    """An exercise's checks as its student sees them, each with what is said to it."""
    return _list(wording.check_texts(exercise, source), for_student=True)


def _list(rows: list[wording.CheckText], for_student: bool) -> str:
    return f'<ul class="checks">{"".join(_check(row, for_student) for row in rows)}</ul>'


def _check(row: wording.CheckText, for_student: bool) -> str:
    check = row.check
    kind = CLASSES.get(check.outcome, "failed")
    mark = wording.OUTCOME_SIGNS[check.outcome]
    hidden = "" if check.public or for_student else " · hidden"
    said = "".join(_said(kind, text, "" if for_student else check.mistake or "") for kind, text in row.said)
    if check.measurements and not for_student:
        numbers = ", ".join(f"{name.replace('_', ' ')} {number:.4g}" for name, number in check.measurements.items())
        said += f'<p class="quiet">Measured: {markup.line(numbers)}.</p>'
    return (
        f'<li class="{kind}"><p>'
        f'<span class="word is-{kind}"><span aria-hidden="true">{mark.sign}</span> {mark.word}</span> '
        f'{markup.line(check.title or check.name)} <span class="worth quiet">{wording.out_of(check)}{hidden}</span></p>'
        f"{said}</li>"
    )


def _said(kind: str, text: str, mistake: str) -> str:
    if kind == "output":
        return f'<p class="quiet">It printed:</p><pre class="output">{markup.text(text)}</pre>'
    if kind == "feedback":
        name = f' <code class="quiet">{markup.line(mistake)}</code>' if mistake else ""
        return f'<p class="said feedback">{markup.text(text)}{name}</p>'
    if kind == "remark":
        return f'<p class="said quiet">Note: {markup.text(text)}</p>'
    return f'<p class="said{" quiet" * (kind in ("place", "bug"))}">{markup.text(text)}</p>'


def not_final(report: Report) -> str:
    return ", not final" if report.exercises and report.status is not Status.GRADED else ""
