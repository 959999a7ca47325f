"""A course in Moodle, over the functions of its web service: https://docs.moodle.org/dev/Web_service_API_functions"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from autograder.content.owners import MOODLE
from autograder.core.languages import message
from autograder.lms.comment import comment_html, text_hash
from autograder.lms.moodle_service import MoodleService
from autograder.lms.patience import Patience
from autograder.lms.platform import (
    Delivery,
    LmsAssignment,
    LmsFile,
    LmsMark,
    LmsRefused,
    LmsSubmission,
    LmsUser,
    our_files,
)
from autograder.lms.token import Token
from autograder.reports.sanitize import one_line

AT_ONCE = 200  # people in one request
STUDENT = "student"  # the short name of Moodle's own role
NO_GRADE = -1.0
SUBMITTED = "submitted"  # not "draft", "new" or "reopened"
LATEST = -1  # attempt
HTML = 1  # Moodle's number for the format of a text


class MoodleCourse:
    """A course in Moodle; see ``platform.Platform``.

    Args:
        address: such as ``https://moodle.example.org``. course: its number there.
    """

    title = "Moodle"
    kind = MOODLE
    excuses = False
    gives_files = True

    def __init__(self, address: str, course: str, token: Token, patience: Patience | None = None) -> None:
        self.course = int(course)
        self.service = MoodleService(address, token, patience)

    def close(self) -> None:
        self.service.close()

    def course_title(self) -> str:
        found = self.service.call("core_course_get_courses_by_field", field="id", value=self.course)
        courses = found.get("courses") or []
        if not courses:
            raise LmsRefused(message("Moodle has no course {number} that this token may see.", number=str(self.course)))
        return one_line(courses[0].get("fullname", ""))

    # -- what is there ------------------------------------------------------------------------------------------------

    def assignments(self) -> list[LmsAssignment]:
        found = self.service.call("mod_assign_get_assignments", courseids=[self.course])
        return [_assignment(one, []) for course in found.get("courses") or [] for one in course.get("assignments") or []]

    def assignment(self, number: str) -> LmsAssignment:
        found = self.service.call("mod_assign_get_assignments", courseids=[self.course])
        every = [one for course in found.get("courses") or [] for one in course.get("assignments") or []]
        mine = next((one for one in every if str(one["id"]) == number), None)
        if mine is None:
            raise LmsRefused(message("Moodle has no assignment {number} in this course.", number=number))
        flags = self.service.call("mod_assign_get_user_flags", assignmentids=[int(number)])
        return _assignment(mine, [one for each in flags.get("assignments") or [] for one in each.get("userflags") or []])

    def students(self) -> list[LmsUser]:
        """Those with an active enrolment whose role is that of a student."""
        everybody = list(self._people())
        students = [one for one in everybody if any(role.get("shortname") == STUDENT for role in one.get("roles") or [])]
        return [_user(one) for one in students or [one for one in everybody if not one.get("roles")]]

    def submissions(self, assignment: LmsAssignment, students: Sequence[LmsUser]) -> list[LmsSubmission]:
        """The last attempt of every student: Moodle's web service gives no others. A group's is each member's."""
        answer = self.service.call("mod_assign_get_submissions", assignmentids=[int(assignment.number)])
        found = []
        for one in (one for each in answer.get("assignments") or [] for one in each.get("submissions") or []):
            files = tuple(_files(one.get("plugins"), "file", "submission_files"))
            if one.get("status") != SUBMITTED or not files:
                continue
            who = _whose(one, students) if assignment.together else [str(one.get("userid"))]
            for user in who:
                if any(user == each.number for each in students):
                    found.append(LmsSubmission(user, int(one.get("attemptnumber") or 0) + 1, _time(one.get("timemodified")), files))
        return found

    def download(self, file: LmsFile) -> bytes:
        return self.service.download(file)

    def marks(self, assignment: LmsAssignment) -> dict[str, LmsMark]:
        answer = self.service.call("mod_assign_get_grades", assignmentids=[int(assignment.number)])
        grades = [one for each in answer.get("assignments") or [] for one in each.get("grades") or []]
        latest = {str(one["userid"]): one for one in sorted(grades, key=lambda one: int(one.get("attemptnumber") or 0))}
        return {user: LmsMark(user, _score(one.get("grade"))) for user, one in latest.items()}

    def mark(self, assignment: LmsAssignment, user: str) -> LmsMark:
        feedback = self._feedback(assignment, user)
        names = tuple(one.name for one in _files(feedback.get("plugins"), "file", "feedback_files"))
        return LmsMark(user, _score((feedback.get("grade") or {}).get("grade")), files=names, comment=_comment(feedback))

    # -- what is given ------------------------------------------------------------------------------------------------

    def give(self, assignment: LmsAssignment, user: str, delivery: Delivery) -> None:
        """One call with the mark, the comment and all feedback files.

        Moodle replaces the comment and the files. So those of a person are sent back as they are, and only ours are other ones.
        """
        feedback = self._feedback(assignment, user)
        score = delivery.score if delivery.score is not None else _score((feedback.get("grade") or {}).get("grade"))
        comment = _comment(feedback)
        more: dict[str, Any] = {}
        if delivery.file and assignment.takes_files:
            more["files_filemanager"] = self._draft(feedback, delivery)
        elif delivery.text and (not comment or text_hash(comment) in delivery.old_texts):
            comment = comment_html(delivery.text)
        more["assignfeedbackcomments_editor"] = {"text": comment, "format": HTML}
        self.service.call(
            "mod_assign_save_grade",
            repeatable=True,  # everything in it replaces what was there: twice is the same as once
            assignmentid=int(assignment.number),
            userid=int(user),
            grade=NO_GRADE if score is None else f"{score:.10g}",
            attemptnumber=LATEST,
            addattempt=False,
            workflowstate=assignment.states.get(user, ""),
            applytoall=False,
            plugindata=more,
        )

    def _draft(self, feedback: dict[str, Any], delivery: Delivery) -> int:
        """The number of a draft area with the new file, and with the files that a person has given."""
        draft = self.service.upload(delivery.file, delivery.content, 0)
        for one in _files(feedback.get("plugins"), "file", "feedback_files"):
            if one.name != delivery.file and not our_files([one.name], delivery.ours):
                self.service.upload(one.name, self.service.download(one), draft)
        return draft

    def _feedback(self, assignment: LmsAssignment, user: str) -> dict[str, Any]:
        answer = self.service.call("mod_assign_get_submission_status", assignid=int(assignment.number), userid=int(user))
        return answer.get("feedback") or {}

    def _people(self) -> Iterator[dict[str, Any]]:
        first = 0
        while True:
            options = {"onlyactive": 1, "limitfrom": first, "limitnumber": AT_ONCE, "sortby": "id"}
            listed = [{"name": name, "value": value} for name, value in options.items()]
            found = self.service.call("core_enrol_get_enrolled_users", courseid=self.course, options=listed)
            yield from found
            if len(found) < AT_ONCE:
                return
            first += AT_ONCE


def _assignment(found: dict[str, Any], flags: list[dict[str, Any]]) -> LmsAssignment:
    title = one_line(found.get("name") or "")
    grade = float(found.get("grade") or 0)
    closed = ""
    if grade <= 0:
        closed = message("{title} is marked by a scale in Moodle", title=title) if grade else message("{title} takes no marks in {platform}", title=title, platform="Moodle")
    enabled = {one.get("plugin") for one in found.get("configs") or [] if one.get("subtype") == "assignfeedback" and one.get("name") == "enabled" and str(one.get("value")) == "1"}
    notes = []
    if "file" not in enabled:
        notes.append(message("Feedback files are switched off for this assignment in Moodle: students without a comment get a few lines as one."))
    if found.get("markingworkflow"):
        notes.append(message("Students see these marks when you release them in Moodle: the assignment uses a marking workflow."))
    return LmsAssignment(
        number=str(found["id"]),
        title=title,
        points=max(grade, 0.0),
        deadline=_time(found.get("duedate")),
        extensions={str(one["userid"]): due for one in flags if (due := _time(one.get("extensionduedate")))},
        takes_files="file" in enabled,
        closed=closed,
        notes=tuple(notes),
        together=bool(found.get("teamsubmission")),
        states={str(one["userid"]): str(one["workflowstate"]) for one in flags if one.get("workflowstate")},
    )


def _user(found: dict[str, Any]) -> LmsUser:
    name = found.get("fullname") or f"{found.get('firstname', '')} {found.get('lastname', '')}"
    return LmsUser(
        number=str(found["id"]),
        name=one_line(name),
        email=str(found.get("email") or ""),
        login=str(found.get("username") or ""),
        ids=tuple(str(one) for one in [found.get("idnumber")] if one),
        groups=tuple(str(one["id"]) for one in found.get("groups") or []),
    )


def _whose(submission: dict[str, Any], students: Sequence[LmsUser]) -> list[str]:
    """The members of the group that has submitted; the group 0 is that of students without one."""
    if submission.get("userid"):
        return []  # a group's submission has a record for each member, too, without files
    group = str(submission.get("groupid") or 0)
    return [one.number for one in students if (group in one.groups if group != "0" else not one.groups)]


def _files(plugins: Any, kind: str, area: str) -> Iterator[LmsFile]:
    for plugin in plugins or []:
        for one in plugin.get("fileareas") or [] if plugin.get("type") == kind else []:
            for file in one.get("files") or [] if one.get("area") == area else []:
                name = str(file.get("filename") or str(file.get("filepath") or "").rpartition("/")[2])
                version = f"{file.get('fileurl')} {file.get('timemodified')}"
                yield LmsFile(name, str(file.get("fileurl") or ""), file.get("filesize"), version)


def _comment(feedback: dict[str, Any]) -> str:
    for plugin in feedback.get("plugins") or []:
        for one in plugin.get("editorfields") or [] if plugin.get("type") == "comments" else []:
            return str(one.get("text") or "")
    return ""


def _score(text: object) -> float | None:
    try:
        found = float(str(text))
    except ValueError:
        return None
    return found if found >= 0 else None


def _time(seconds: object) -> datetime.datetime | None:
    return datetime.datetime.fromtimestamp(int(str(seconds)), datetime.UTC) if seconds else None
