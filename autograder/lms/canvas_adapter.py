"""Sends the requests of Canvas's client: with patience, and with every refusal said in a sentence."""

from __future__ import annotations

import requests

from autograder.core.languages import message
from autograder.lms.patience import Doing, Patience, refused
from autograder.lms.patient_adapter import LONGEST_SAID, PatientAdapter
from autograder.lms.platform import LmsError, is_same_site
from autograder.lms.token import Token
from autograder.reports.sanitize import one_line


class CanvasAdapter(PatientAdapter):
    """Only a PUT is never simply sent twice: it adds a comment.

    Args:
        address: Canvas's own; the token goes nowhere else.
    """

    def __init__(self, address: str, token: Token, patience: Patience) -> None:
        super().__init__(patience)
        self.address = address
        self.token = token

    def prepare(self, request: requests.PreparedRequest) -> None:
        if not is_same_site(self.address, request.url or ""):
            request.headers.pop("Authorization", None)  # files are often elsewhere, at an address that needs no token

    def is_repeatable(self, request: requests.PreparedRequest) -> bool:
        return request.method != "PUT"

    def refusal(self, request: requests.PreparedRequest, reply: requests.Response) -> LmsError | None:
        if reply.status_code < 400:
            return None
        said = one_line(self.token.hide(_message(reply)), LONGEST_SAID)
        return refused(self.patience.title, reply.status_code, said, *_what(request))


def _message(reply: requests.Response) -> str:
    """What Canvas itself says: ``{"errors": [{"message": …}]}``, or ``{"message": …}``."""
    try:
        found = reply.json()
    except ValueError:
        return ""
    errors = found.get("errors", found) if isinstance(found, dict) else found
    first = errors[0] if isinstance(errors, list) and errors else errors
    return str(first.get("message", "")) if isinstance(first, dict) else str(first)


def _what(request: requests.PreparedRequest) -> tuple[Doing, str]:
    path = (request.path_url or "").partition("?")[0]
    doing = {"GET": Doing.READ, "PUT": Doing.CHANGE, "POST": Doing.UPLOAD}.get(request.method or "", Doing.USE)
    return doing, path.partition("/api/v1/")[2] or message("a file")
