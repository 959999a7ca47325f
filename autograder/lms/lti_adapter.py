"""Sends the requests to a platform's LTI services: to its own addresses only, with patience, and with every refusal in a sentence."""

from __future__ import annotations

from collections.abc import Collection

import requests

from autograder.core.languages import Message, joined, message
from autograder.lms.lti_registration import LtiRegistration
from autograder.lms.patience import FORBIDDEN, UNAUTHORIZED, Patience, its_words
from autograder.lms.patient_adapter import LONGEST_SAID, PatientAdapter
from autograder.lms.platform import LmsError, LmsRefused, is_same_site
from autograder.reports.sanitize import one_line

NEWER = 409  # a score with a later time is there
MOST_REQUESTS = 20_000  # of one command; a platform may name a next page for ever


class LtiAdapter(PatientAdapter):
    """Only reading may be sent twice: a platform takes a score, a new column, and a signed wish for access once.

    Args:
        sites: addresses at whose sites the platform's services are, beside that of its token.
    """

    may_be_empty = True

    def __init__(self, registration: LtiRegistration, sites: Collection[str], patience: Patience) -> None:
        super().__init__(patience)
        self.registration = registration
        self.left = MOST_REQUESTS
        self.sites = {registration.token_url, registration.keys_url, *filter(None, sites)}

    def prepare(self, request: requests.PreparedRequest) -> None:
        """
        Raises:
            LmsError: there is no end.
            LmsRefused: the address is at another site, which must not see what gives access.
        """
        self.left -= 1
        if self.left < 0:
            raise LmsError(message("{platform} names a next page again and again, so this was stopped.", platform=self.patience.title))
        if not any(is_same_site(one, request.url or "") for one in self.sites):
            address = one_line(request.url or "", 80)
            raise LmsRefused(message("{platform} names an address at another site, {address}, which is not used.", platform=self.patience.title, address=address))

    def is_repeatable(self, request: requests.PreparedRequest) -> bool:
        return request.method == "GET"

    def refusal(self, request: requests.PreparedRequest, reply: requests.Response) -> LmsError | None:
        title, status = self.patience.title, reply.status_code
        if reply.is_redirect:
            address = one_line(reply.headers.get("location", ""), 80)
            return LmsError(message("{platform} answers from another address: {address}. Ask its administrator for the right one.", platform=title, address=address))
        if status < 400:
            return None
        said = one_line(_said(reply), LONGEST_SAID).rstrip(".")
        about = {"platform": title, "status": str(status)}

        def sentences(first: Message, then: str = "") -> str:
            return joined([first.having(**about), its_words(said), then])

        if request.url == self.registration.token_url:
            then = message("Compare the key and the client id with what   autograder course lti   prints.")
            return LmsError(sentences(message("{platform} gives this course no access (error {status})."), then))
        if status == UNAUTHORIZED:
            return LmsError(sentences(message("{platform} has ended the access of this course."), message("Run the same command again.")))
        if status == FORBIDDEN:
            return LmsRefused(sentences(message("{platform} does not let this course do that: an administrator has to allow it for the tool.")))
        if status == NEWER:
            return LmsRefused(sentences(message("{platform} has a newer mark, so this one was not taken.")))
        if status == 404:
            return LmsRefused(sentences(message("{platform} does not have what was asked for (error {status}).")))
        return LmsRefused(sentences(message("{platform} refuses it (error {status}).")))


def _said(reply: requests.Response) -> str:
    """What the platform itself says; each one has another form for it."""
    try:
        found = reply.json()
    except ValueError:
        return ""
    if not isinstance(found, dict):
        return ""
    first = found.get("error_description") or found.get("error") or found.get("message") or found.get("errors") or ""
    if isinstance(first, dict):
        first = first.get("message") or ""
    if isinstance(first, list):
        first = first[0].get("message", "") if first and isinstance(first[0], dict) else ""
    return str(first)
