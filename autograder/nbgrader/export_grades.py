"""What nbgrader's gradebook says about a class, as marks for any table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.nbgrader import corrections
from autograder.reports.grades import Grade, QuestionGrade

if TYPE_CHECKING:
    from nbgrader.api import Assignment, Gradebook, Student, SubmittedAssignment
    from nbgrader.api import Grade as CellGrade

NOT_SUBMITTED = "nothing was graded: no submission, or not autograded yet"
FOR_A_PERSON = "needs a manual grade"


def course_grades(
    gradebook: Gradebook,
    assignments: Collection[str] = (),
    students: Collection[str] = (),
    exempt: Callable[[str], Mapping[str, str]] = lambda _assignment: {},
) -> list[Grade]:
    """Every student's mark in every assignment; who submitted nothing has one, too, that is not final.

    Args:
        assignments, students: only these; all by default.
        exempt: an assignment's name -> who needs no mark in it, and why. nbgrader has no word for that.
    """
    found = []
    people = [student for student in gradebook.students if not students or student.id in students]
    for assignment in gradebook.assignments:
        if assignments and assignment.name not in assignments:
            continue
        handed_in = {one.student_id: one for one in gradebook.assignment_submissions(assignment.name)}
        free = exempt(assignment.name)
        marks = [_mark(assignment, student, handed_in.get(student.id)) for student in people]
        found += [replace(one, score=None, reason="exempt", penalty=0.0, exempt=True) if one.student in free else one for one in marks]
    return found


def exempt_of(course: Path) -> Callable[[str], Mapping[str, str]]:
    """Who is exempt in a course, by its log of corrections: for ``course_grades``."""
    return lambda assignment: corrections.exempt(corrections.CourseCorrections(course, assignment).standing())


def _mark(assignment: Assignment, student: Student, submission: SubmittedAssignment | None) -> Grade:
    score, reason, penalty, parts = None, NOT_SUBMITTED, 0.0, ()
    if submission is not None:
        several = len(submission.notebooks) > 1
        parts = tuple(
            _part(grade, f"{notebook.name}/" if several else "")
            for notebook in sorted(submission.notebooks, key=lambda one: one.name)
            for grade in notebook.grades
        )
        waiting = [part.name for part in parts if part.score is None]
        reason = f"{FOR_A_PERSON}: {', '.join(waiting)}" if waiting else FOR_A_PERSON
        if not submission.needs_manual_grade:
            penalty = float(submission.late_submission_penalty or 0.0)
            score, reason = max(0.0, float(submission.score) - penalty), ""
    return Grade(
        assignment=assignment.name,
        student=student.id,
        score=score,
        max_score=float(assignment.max_score),
        parts=parts,
        reason=reason,
        penalty=penalty,
        also=tuple(name for name in (student.lms_user_id, student.email) if name),
        full_name=" ".join(name for name in (student.first_name, student.last_name) if name),
    )


def _part(grade: CellGrade, prefix: str) -> QuestionGrade:
    return QuestionGrade(
        f"{prefix}{grade.name}", None if grade.needs_manual_grade else float(grade.score), float(grade.max_score)
    )
