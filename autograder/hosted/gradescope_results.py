"""A report in the form of Gradescope's ``results.json``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from autograder.core.languages import message, shown, spoken
from autograder.core.records import ExerciseResult, Outcome, Report, Status
from autograder.core.written_answer import WrittenAnswer
from autograder.reports import wording
from autograder.reports.sanitize import one_line, plain
from autograder.reports.student_view import to_student
from autograder.reports.terminal.submission import exercise_as_text
from autograder.reports.translated_reports import translated

TEXT = {"output_format": "text", "test_output_format": "text", "test_name_format": "text"}
VISIBLE = "visible"
HIDDEN = ("after_published", "after_due_date", "hidden", VISIBLE)  # Gradescope's words; the first is the default
LATER = {
    "after_published": message("The results of the hidden checks are shown when the grades are published."),
    "after_due_date": message("The results of the hidden checks are shown after the due date."),
    "hidden": message("The results of the hidden checks are shown to your instructor only."),
}
NO_MARK = message("There is no score, because of a bug in the kit, not in your work. Your instructor can see it.")


def results(report: Report, numbers: Mapping[str, int] | None = None, hidden: str = HIDDEN[0]) -> dict:
    """What Gradescope reads, ready for ``json.dumps``.

    An exercise is one entry of ``tests``; where hidden checks are shown later or never, it is two, the public checks and
    the hidden ones, and no text that is seen at once says the sum of both. (Gradescope shows no total while a test is
    hidden.) Where a bug in the kit left no mark there is no ``score`` either, so that
    Gradescope asks the instructor instead of showing a zero. A page that cannot be read scores 0, and the reason is
    on top: the student can fix it and submit again.

    Args:
        numbers: exercise's name -> its number on the page; counted here by default.
        hidden: when students see what became of hidden checks, one of ``HIDDEN``.
    """
    report = translated(to_student(report))
    numbers = numbers or {exercise.name: place for place, exercise in enumerate(report.exercises, 1)}
    content = {
        "execution_time": max(0, round(report.seconds)),
        "output": _output(report, hidden),
        **TEXT,
        "visibility": VISIBLE,
        "stdout_visibility": "hidden",  # what is printed is for instructors: notes for a person, the isolation
        "extra_data": {
            "source_sha256": report.source_sha256,
            "isolation": report.isolation,
            "dataset": report.dataset,
            "assignment_version": report.assignment_version,
            "status": str(report.status),
        },
        "tests": [
            _test(part, name, visibility, report, numbers)
            for exercise in report.exercises
            for part, name, visibility in _parts(exercise, hidden)
        ]
        + [_text(text) for text in report.for_a_person],
    }
    if report.status is not Status.NOT_GRADED and not report.broken:
        content = {"score": round(report.score, 4), **content}
    return content


def faulty(problem: str) -> dict:
    """What Gradescope reads when there is not even a report."""
    output = spoken("The grader could not run: {problem}", problem=plain(problem)) + f"\n{shown(NO_MARK)}"
    return {"output": output, **TEXT, "visibility": "visible", "stdout_visibility": "hidden", "tests": []}


def _parts(exercise: ExerciseResult, hidden: str) -> Iterator[tuple[ExerciseResult, str, str]]:
    """What of an exercise is seen at the same time: (the part, its name, its visibility)."""
    if hidden == VISIBLE:
        yield exercise, exercise.name, VISIBLE
        return
    for public, name, visibility in ((True, "", VISIBLE), (False, spoken(": hidden checks"), hidden)):
        checks = tuple(check for check in exercise.checks if check.public is public)
        if checks:
            yield replace(exercise, checks=checks), f"{exercise.name}{name}", visibility


def _test(exercise: ExerciseResult, name: str, visibility: str, report: Report, numbers: Mapping[str, int]) -> dict:
    content = {
        "name": one_line(name),
        "name_format": "text",
        "number": str(numbers.get(exercise.name, "")),
        "max_score": round(exercise.max_score, 4),
        "status": "passed" if exercise.passed else "failed",
        "output": spoken("Not started.") if exercise.not_started else exercise_as_text(exercise, report.source),
        "output_format": "text",
        "tags": [],
        "visibility": visibility,
        "extra_data": {},
    }
    if any(check.outcome is Outcome.BROKEN for check in exercise.checks):
        del content["status"]  # neither: it is not known
        return content
    return {**content, "score": round(exercise.score, 4)}


def _text(text: WrittenAnswer) -> dict:
    """A text that a person marks: without a score, which would be a zero."""
    said = wording.text_standing(text)
    return {"name": one_line(text.name), "name_format": "text", "output": f"{said}.", "output_format": "text", "visibility": VISIBLE}


def _output(report: Report, hidden: str) -> str:
    lines = [spoken("Note: {text}", text=plain(note)) for note in report.notes]
    if report.problem:
        lines.append(plain(report.problem))
    if report.exercises:
        about = spoken(" on {data}", data=wording.dataset(report.dataset)) if report.dataset else ""
        if hidden == VISIBLE:
            lines.append(spoken("{score} points{about}.", score=wording.out_of(report), about=about))
        else:
            public = ExerciseResult("", tuple(check for check in report.checks if check.public))
            lines.append(spoken("{score} points of the public checks{about}.", score=wording.out_of(public), about=about))
            lines.append(shown(LATER[hidden]))
    if report.status is Status.NOT_GRADED or report.broken:
        lines.append(shown(NO_MARK))
    return "\n".join(lines)
