"""A course in Canvas, over its REST API and canvasapi, its maintained client: https://developerdocs.instructure.com/services/canvas"""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from canvasapi.assignment import Assignment
from canvasapi.course import Course
from canvasapi.submission import Submission
from canvasapi.upload import Uploader

from autograder.content.owners import CANVAS
from autograder.core.languages import message
from autograder.lms import compat
from autograder.lms.canvas_adapter import CanvasAdapter
from autograder.lms.patience import Patience
from autograder.lms.platform import (
    Delivery,
    LmsAssignment,
    LmsFile,
    LmsMark,
    LmsRefused,
    LmsSubmission,
    LmsUncertain,
    LmsUser,
    is_same_site,
)
from autograder.lms.token import Token
from autograder.reports.sanitize import one_line

NO_NUMBERS = {  # kinds of marks in Canvas into which points cannot be written
    "pass_fail": message("{title} shows marks as complete or incomplete in Canvas"),
    "not_graded": message("{title} is not graded in Canvas"),
}


class CanvasCourse:
    """A course in Canvas; see ``platform.Platform``.

    Args:
        address: such as ``https://canvas.example.org``. course: its number there.
    """

    title = "Canvas"
    kind = CANVAS
    excuses = True
    gives_files = True

    def __init__(self, address: str, course: str, token: Token, patience: Patience | None = None) -> None:
        self.address = address
        adapter = CanvasAdapter(address, token, patience or Patience(self.title))
        self._requester = compat.requester_over(address, token.reveal(), adapter)
        self._course = Course(self._requester, {"id": course})

    def close(self) -> None:
        compat.close(self._requester)

    def course_title(self) -> str:
        """
        Raises:
            LmsError: the course is not there, or the token is not valid.
        """
        return one_line(self._requester.request("GET", f"courses/{self._course.id}").json().get("name", ""))

    # -- what is there ------------------------------------------------------------------------------------------------

    def assignments(self) -> list[LmsAssignment]:
        return [_assignment(one) for one in self._course.get_assignments()]

    def assignment(self, number: str) -> LmsAssignment:
        return _assignment(self._course.get_assignment(number, include=["overrides"]))

    def students(self) -> list[LmsUser]:
        """Those with an active enrolment, without the student of the test view."""
        found = self._course.get_users(enrollment_type=["student"], enrollment_state=["active"], include=["email"])
        return [_user(one) for one in found]

    def submissions(self, assignment: LmsAssignment, students: Sequence[LmsUser]) -> list[LmsSubmission]:
        """Every attempt of every student in the course that has files."""
        known = {one.number for one in students}
        found = []
        for one in self._submissions(assignment, "submission_history"):
            for attempt in _get(one, "submission_history") or []:
                files = tuple(_file(file) for file in attempt.get("attachments") or [])
                if files and attempt.get("attempt") and str(one.user_id) in known:
                    found.append(LmsSubmission(str(one.user_id), int(attempt["attempt"]), moment(attempt.get("submitted_at")), files))
        return found

    def download(self, file: LmsFile) -> bytes:
        return bytes(self._requester.request("GET", _url=file.address, use_auth=is_same_site(self.address, file.address)).content)

    def marks(self, assignment: LmsAssignment) -> dict[str, LmsMark]:
        return {str(one.user_id): _mark(one, assignment) for one in self._submissions(assignment, "group")}

    def mark(self, assignment: LmsAssignment, user: str) -> LmsMark:
        return _mark(self._submission(assignment, user), assignment)

    # -- what is given ------------------------------------------------------------------------------------------------

    def give(self, assignment: LmsAssignment, user: str, delivery: Delivery) -> None:
        """One request with the mark, a comment and the file, after the file is uploaded: all of it arrives, or nothing."""
        changes: dict[str, Any] = {}
        if delivery.file:
            changes["comment"] = {"text_comment": delivery.text, "file_ids": [self._upload(assignment, user, delivery)], "group_comment": False}
        if delivery.excused:
            changes["submission"] = {"excuse": True}
        elif delivery.score is not None:
            changes["submission"] = {"posted_grade": f"{delivery.score:.10g}"}
        if not changes:
            return
        place = {"assignment_id": assignment.number, "course_id": self._course.id, "user_id": user}
        done = Submission(self._requester, place).edit(**changes)
        known = _get(done, "entered_score") is not None or delivery.excused
        if "submission" in changes and known and not _mark(done, assignment).is_marked(delivery.score, delivery.excused):
            raise LmsRefused(message("Canvas has taken the request and not the mark: perhaps the grading period is closed."))

    def _upload(self, assignment: LmsAssignment, user: str, delivery: Delivery) -> int:
        """Uploads a file for a comment, in three steps: https://developerdocs.instructure.com/services/canvas/basics/file.file_uploads"""
        place = f"courses/{self._course.id}/assignments/{assignment.number}/submissions/{user}/comments/files"
        with tempfile.TemporaryDirectory(prefix="autograder-") as folder:  # no other user may read it
            path = Path(folder, delivery.file)
            path.write_bytes(delivery.content)
            try:
                _done, answer = Uploader(self._requester, place, path).start()
            except LmsUncertain:
                raise
            except (ValueError, KeyError) as error:
                raise LmsRefused(message("Canvas does not take the feedback file: {why}", why=one_line(error))) from None
        if "id" not in answer and answer.get("location") and is_same_site(self.address, answer["location"]):
            answer = self._requester.request("GET", _url=answer["location"]).json()
        if "id" not in answer:
            raise LmsRefused(message("Canvas does not take the feedback file: {why}", why=message("it gives it no number.")))
        return int(answer["id"])

    def _submissions(self, assignment: LmsAssignment, *more: str) -> list[Any]:
        found = self._at(assignment).get_submissions(include=[*more])
        return [one for one in found if _get(one, "user_id") is not None]

    def _submission(self, assignment: LmsAssignment, user: str) -> Any:
        return self._at(assignment).get_submission(user, include=["submission_comments", "group"])

    def _at(self, assignment: LmsAssignment) -> Assignment:
        """The client's object, without a request."""
        return Assignment(self._requester, {"id": assignment.number, "course_id": self._course.id})


def _get(found: Any, name: str) -> Any:
    return getattr(found, name, None)


def moment(text: object) -> datetime.datetime | None:
    """A time as Canvas writes it."""
    try:
        return datetime.datetime.fromisoformat(str(text)) if text else None
    except ValueError:
        return None


def _assignment(found: Any) -> LmsAssignment:
    title = one_line(_get(found, "name") or "")
    closed: str = NO_NUMBERS[found.grading_type].having(title=title) if _get(found, "grading_type") in NO_NUMBERS else ""
    if _get(found, "published") is False:
        closed = message("{title} is not published in Canvas", title=title)
    if _get(found, "anonymize_students"):
        closed = message("{title} is graded anonymously in Canvas", title=title)
    overrides = [one for one in _get(found, "overrides") or [] if _get(one, "due_at")]
    extensions = {str(user): due for one in overrides for user in _get(one, "student_ids") or [] if (due := moment(one.due_at))}
    others = [one_line(_get(one, "title") or "a group", 60) for one in overrides if not _get(one, "student_ids")]
    notes = []
    if _get(found, "post_manually"):
        notes.append(message("Students see these marks when you post them: in Canvas, Grades, the assignment's menu, Post grades."))
    return LmsAssignment(
        number=str(found.id),
        title=title,
        points=float(_get(found, "points_possible") or 0),
        deadline=moment(_get(found, "due_at")),
        extensions=extensions,
        closed=closed,
        notes=tuple(notes),
        other_deadlines=message("Canvas has another deadline for {names}, which is not fetched: use autograder override --extend.", names=", ".join(others)) if others else "",
        together=bool(_get(found, "group_category_id")) and not _get(found, "grade_group_students_individually"),
    )


def _user(found: Any) -> LmsUser:
    ids = (_get(found, "sis_user_id"), _get(found, "integration_id"))
    return LmsUser(
        number=str(found.id),
        name=one_line(_get(found, "name") or _get(found, "short_name") or ""),
        email=str(_get(found, "email") or ""),
        login=str(_get(found, "login_id") or ""),
        ids=tuple(str(one) for one in ids if one),
    )


def _file(found: dict[str, Any]) -> LmsFile:
    name = str(found.get("display_name") or found.get("filename") or "")
    return LmsFile(name, str(found.get("url") or ""), found.get("size"), f"{found.get('id')} {found.get('modified_at') or found.get('updated_at')}")


def _mark(found: Any, assignment: LmsAssignment) -> LmsMark:
    score = _get(found, "entered_score")
    score = _get(found, "score") if score is None else score  # the second one is after what Canvas takes off
    comments = _get(found, "submission_comments") or []
    group = _get(found, "group") or {}
    return LmsMark(
        user=str(found.user_id),
        score=None if score is None else float(score),
        excused=bool(_get(found, "excused")),
        taken_off=float(_get(found, "points_deducted") or 0),
        group=str(group.get("id") or "") if assignment.together else "",
        files=tuple(str(file.get("display_name") or file.get("filename") or "") for one in comments for file in one.get("attachments") or []),
    )
