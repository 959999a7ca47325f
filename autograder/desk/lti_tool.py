"""What an administrator of a learning platform types in so that the course is a tool there, and what the course has to know of it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from autograder.core.languages import message
from autograder.desk.course_file import CourseFile
from autograder.desk.keys import LtiKey
from autograder.lms.lti_registration import KEYS, LAUNCH, LOGIN

SCOPES = (  # https://www.imsglobal.org/spec/lti-ags/v2p0/ and https://www.imsglobal.org/spec/lti-nrps/v2p0
    "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem",
    "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly",
    "https://purl.imsglobal.org/spec/lti-ags/scope/score",
    "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly",
)


@dataclass(frozen=True)
class ToolRow:
    """One thing to type in: how platforms call it, and the text, of one or several lines."""

    label: str
    text: str


def public_jwk(public: str) -> dict[str, object]:
    """The public half of a key, as JSON Web Keys have it (RFC 7517)."""
    from pylti1p3.registration import Registration

    return dict(Registration.get_jwk(public))


def tool_rows(course: CourseFile) -> list[ToolRow]:
    """Everything that an administrator types in; makes the course's key the first time.

    Raises:
        CourseUnusable: the key cannot be used.
    """
    key, desk = LtiKey(course.folder), course.desk
    rows = [
        ToolRow(message("LTI version"), "1.3"),
        ToolRow(message("Tool URL (target link URI)"), desk + LAUNCH),
        ToolRow(message("Initiate login URL (OpenID Connect initiation URL)"), desk + LOGIN),
        ToolRow(message("Redirection URI"), desk + LAUNCH),
    ]
    if is_public(course):
        rows.append(ToolRow(message("Public keyset URL (JWKS)"), desk + KEYS))
    rows += [
        ToolRow(message("or the public key (RSA)") if is_public(course) else message("Public key (RSA key)"), key.public.strip()),
        ToolRow(message("or, in Canvas, the public JWK"), json.dumps(public_jwk(key.public))),
        ToolRow(message("Open in"), message("a new window (the desk refuses to be shown in a frame)")),
        ToolRow(message("Services"), message("Assignment and Grade Services: grade sync and column management; Names and Role Provisioning Services")),
        ToolRow(message("The same as scopes"), "\n".join(SCOPES)),
        ToolRow(message("Share with the tool"), message("name and email address of whoever opens it")),
    ]
    return rows


def is_public(course: CourseFile) -> bool:
    """Whether other machines can reach the desk, so that a platform can read its key there."""
    return course.desk.startswith("https://")
