"""A course on any platform that speaks LTI 1.3: people by Names and Roles, marks by the Assignment and Grade Services.

The services by pylti1p3next, the maintained continuation of PyLTI1p3 by its users. The specifications:
https://www.imsglobal.org/spec/lti-ags/v2p0/ and https://www.imsglobal.org/spec/lti-nrps/v2p0
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

import requests
from pylti1p3.assignments_grades import AssignmentsGradesService
from pylti1p3.exception import LtiException
from pylti1p3.grade import Grade
from pylti1p3.lineitem import LineItem
from pylti1p3.names_roles import NamesRolesProvisioningService
from pylti1p3.registration import Registration

from autograder.core.languages import Message, message
from autograder.lms.canvas_api import moment
from autograder.lms.comment import comment_html, text_hash
from autograder.lms.compat import LtiConnector
from autograder.lms.lti_adapter import LtiAdapter
from autograder.lms.lti_registration import LtiRegistration, LtiServices
from autograder.lms.patience import Patience
from autograder.lms.platform import (
    LTI,
    Delivery,
    LmsAssignment,
    LmsError,
    LmsFile,
    LmsMark,
    LmsRefused,
    LmsSubmission,
    LmsUser,
    is_same_site,
)
from autograder.reports.sanitize import one_line

RESULTS = "application/vnd.ims.lis.v2.resultcontainer+json"
MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership#"
LEARNERS = ("Learner", f"{MEMBERSHIP}Learner")
NO_COLUMNS = message(
    "{platform} does not let this course use the columns of its marks: an administrator has to allow {service} for the tool. "
    "After that, open the tool in the course once.",
    service="Assignment and Grade Services",
)
NO_LIST = message(
    "{platform} does not let this course use the list of its students: an administrator has to allow {service} for the tool. "
    "After that, open the tool in the course once.",
    service="Names and Role Provisioning Services",
)
TEST_USER = "http://purl.imsglobal.org/vocab/lti/system/person#TestUser"


class LtiCourse:
    """A course on a platform; see ``platform.Platform``. A student's number is the platform's id, an assignment's the address of its column.

    Args:
        services: as a launch has named them.
        private_key, public_key: of the course, as PEM.
    """

    kind = LTI
    excuses = False
    gives_files = False

    def __init__(
        self, registration: LtiRegistration, services: LtiServices, private_key: str, public_key: str, patience: Patience | None = None
    ) -> None:
        self.title = registration.title
        self.services = services
        self._session = requests.Session()
        patience = patience or Patience(self.title)
        adapter = LtiAdapter(registration, (services.lineitems, services.members), patience)
        for scheme in ("https://", "http://"):
            self._session.mount(scheme, adapter)
        self._connector = LtiConnector(pylti_registration(registration, private_key, public_key), self._session, pause=patience.pause)
        self._grades = AssignmentsGradesService(self._connector, {"scope": [*services.scopes], "lineitems": services.lineitems})  # type: ignore[list-item]

    def close(self) -> None:
        self._session.close()

    def course_title(self) -> str:
        return self.services.title

    # -- what is there ------------------------------------------------------------------------------------------------

    def assignments(self) -> list[LmsAssignment]:
        self._need(self.services.lineitems, NO_COLUMNS)
        with self._in_sentences():
            return [self._assignment(LineItem(one)) for one in self._grades.get_lineitems()]

    def assignment(self, number: str) -> LmsAssignment:
        return self._assignment(self._line(number))

    def make_column(self, name: str, title: str, points: float) -> LmsAssignment:
        """The column of an assignment: a new one, unless an earlier run has made it.

        Args:
            name: the assignment's, by which its column is found again.
        """
        self._need(self.services.lineitems, NO_COLUMNS)
        new = LineItem().set_label(title).set_score_maximum(points).set_resource_id(name)
        with self._in_sentences():
            return self._assignment(self._grades.find_or_create_lineitem(new, find_by="resource_id"))

    def students(self) -> list[LmsUser]:
        """Those who take part in the course now, without the student of a test view."""
        self._need(self.services.members, NO_LIST)
        service = NamesRolesProvisioningService(self._connector, {"context_memberships_url": self.services.members})
        with self._in_sentences():
            return [_user(one) for one in service.get_members() if _is_student(one)]

    def submissions(self, assignment: LmsAssignment, students: Sequence[LmsUser]) -> list[LmsSubmission]:
        """LTI has none: the files stay on the platform."""
        return []

    def download(self, file: LmsFile) -> bytes:
        raise LmsRefused(message("{platform} gives no files by LTI.", platform=self.title))

    def marks(self, assignment: LmsAssignment) -> dict[str, LmsMark]:
        return {one.user: one for one in self._results(assignment)}

    def mark(self, assignment: LmsAssignment, user: str) -> LmsMark:
        found = [one for one in self._results(assignment, user) if one.user == user]  # a platform may give those of others, too
        return found[-1] if found else LmsMark(user, shows_comment=False)

    # -- what is given ------------------------------------------------------------------------------------------------

    def give(self, assignment: LmsAssignment, user: str, delivery: Delivery) -> None:
        """One request with the mark and the comment: both arrive, or nothing. A comment that a person has written stays."""
        there = self.mark(assignment, user)
        score = delivery.score if delivery.score is not None else there.score
        if score is None:
            raise LmsRefused(message("there is no mark to which a comment could be added"))
        grade = Grade().set_user_id(user).set_score_given(score).set_score_maximum(assignment.points)
        grade.set_activity_progress("Completed").set_grading_progress("FullyGraded")
        grade.set_timestamp(datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds"))
        if delivery.text and (not there.comment or text_hash(there.comment) in delivery.old_texts):
            grade.set_comment(delivery.text)
        with self._in_sentences():
            self._grades.put_grade(grade, LineItem().set_id(assignment.number))

    # -- single answers -------------------------------------------------------------------------------------------------

    def _line(self, number: str) -> LineItem:
        """
        Raises:
            LmsRefused: it is not a column of this platform.
        """
        self._need(self.services.lineitems, NO_COLUMNS)
        if not is_same_site(self.services.lineitems, number):
            raise LmsRefused(message("{address} is not the address of a column in {platform}.", address=one_line(number, 80), platform=self.title))
        with self._in_sentences():
            found = self._grades.get_lineitem(number)
            return found if found.get_id() else found.set_id(number)

    def _assignment(self, line: LineItem) -> LmsAssignment:
        title, points = one_line(line.get_label() or ""), line.get_score_maximum()
        worth = float(points) if isinstance(points, (int, float)) and points > 0 else 0.0
        closed = "" if worth else message("{title} takes no marks in {platform}", title=title, platform=self.title)
        note = message("Students get a few lines with the mark. They see the whole page when they open the tool in the course.")
        return LmsAssignment(str(line.get_id() or ""), title, worth, moment(line.get_end_date_time()), takes_files=False, closed=closed, notes=(note,))

    def _results(self, assignment: LmsAssignment, user: str = "") -> list[LmsMark]:
        parts = urlsplit(assignment.number)
        query = "&".join(filter(None, [parts.query, f"user_id={quote(user, safe='')}" if user else ""]))
        address = urlunsplit((parts.scheme, parts.netloc, f"{parts.path.rstrip('/')}/results", query, ""))
        with self._in_sentences():
            found: list[LmsMark] = []
            for page in self._connector.get_paginated_data([*self.services.scopes], address, accept=RESULTS):
                body = page["body"]
                if not isinstance(body, list):
                    raise ValueError("results are not a list")
                found += [_mark(one, assignment) for one in body]
            return found

    def _need(self, address: str, without: Message) -> None:
        if not address:
            raise LmsError(without.having(platform=self.title))

    @contextmanager
    def _in_sentences(self) -> Iterator[None]:
        try:
            yield
        except (LtiException, requests.RequestException, ValueError, KeyError, TypeError, AttributeError) as error:
            raise LmsRefused(message("{platform} has given an answer that LTI does not have: {error}.", platform=self.title, error=one_line(error, 120))) from None


def pylti_registration(registration: LtiRegistration, private_key: str = "", public_key: str = "") -> Registration:
    """The same, as the library has it."""
    made = Registration()
    made.set_issuer(registration.issuer).set_client_id(registration.client_id)
    made.set_auth_login_url(registration.login_url).set_auth_token_url(registration.token_url).set_key_set_url(registration.keys_url)
    if registration.audience:
        made.set_auth_audience(registration.audience)
    if private_key:
        made.set_tool_private_key(private_key).set_tool_public_key(public_key)
    return made


def _is_student(member: dict[str, Any]) -> bool:
    roles = member.get("roles") or []
    return str(member.get("status") or "Active") == "Active" and any(one in LEARNERS for one in roles) and TEST_USER not in roles


def _user(member: dict[str, Any]) -> LmsUser:
    name = member.get("name") or " ".join(filter(None, (member.get("given_name"), member.get("family_name"))))
    return LmsUser(
        number=str(member["user_id"]),
        name=one_line(name or ""),
        email=str(member.get("email") or ""),
        ids=tuple(str(one) for one in [member.get("lis_person_sourcedid")] if one),
    )


def _mark(found: dict[str, Any], assignment: LmsAssignment) -> LmsMark:
    score, most = found.get("resultScore"), found.get("resultMaximum")
    if score is not None:
        score = float(score) * (assignment.points / float(most) if most else 1.0)
    comment = comment_html(str(found.get("comment") or ""))  # as the journal has ours
    return LmsMark(str(found["userId"]), score, comment=comment, shows_comment=bool(comment))
