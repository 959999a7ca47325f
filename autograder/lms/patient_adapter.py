"""Sends the requests of a platform's client: with patience, and with every refusal said in a sentence."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import requests
from requests.adapters import HTTPAdapter

from autograder.core.languages import message
from autograder.lms.patience import INCOMPLETE, NOT_REACHED, TOO_LATE, Broken, Patience
from autograder.lms.platform import LmsError, LmsRefused

TIMEOUT = (15, 120)  # seconds to connect, and between two parts of an answer
LONGEST_SAID = 200  # characters of what a platform says
BODY_LIMIT = 200 * 2**20  # bytes; nothing that is wanted is larger


class PatientAdapter(HTTPAdapter):
    """An adapter of requests that asks again where that is right. Subclasses say what may be sent twice, and word the refusals.

    Attributes:
        may_be_empty: an answer that is said to be JSON may be empty.
    """

    may_be_empty = False

    def __init__(self, patience: Patience) -> None:
        super().__init__()
        self.patience = patience

    def prepare(self, request: requests.PreparedRequest) -> None:
        """Looks at a request before it is sent, and may change or refuse it."""

    def is_repeatable(self, request: requests.PreparedRequest) -> bool:
        """Whether nothing is done twice if the request is sent twice."""
        raise NotImplementedError

    def refusal(self, request: requests.PreparedRequest, reply: requests.Response) -> LmsError | None:
        """The error for an answer that no further try changes; None if it is not one."""
        raise NotImplementedError

    def send(  # type: ignore[override]
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: Any = None,
        verify: Any = True,
        cert: Any = None,
        proxies: Mapping[str, str] | None = None,
    ) -> requests.Response:
        """Sends a request.

        Raises:
            LmsError: see there; it is what the caller of the client gets.
        """
        self.prepare(request)

        def once() -> requests.Response:
            try:
                reply = super(PatientAdapter, self).send(request, stream=True, timeout=TIMEOUT, verify=verify, cert=cert, proxies=proxies)
                if int(reply.headers.get("content-length") or 0) > BODY_LIMIT:
                    reply.close()
                    raise LmsRefused(message("{platform} has a file that is too large to be fetched.", platform=self.patience.title))
                content = reply.content  # all of it, or this fails
            except (requests.RequestException, OSError) as error:
                raise Broken(_in_words(error)) from None
            if reply.ok and "json" in reply.headers.get("content-type", "") and not (_is_whole(content) or (self.may_be_empty and not content)):
                raise Broken(INCOMPLETE)
            return reply

        reply = self.patience.send(once, self.is_repeatable(request))
        refused = self.refusal(request, reply)
        if refused is not None:
            raise refused from None
        return reply


def _in_words(error: Exception) -> str:
    """Why there is no answer, without the address: it may be long."""
    if isinstance(error, requests.exceptions.SSLError):
        return message("its certificate is not valid")
    if isinstance(error, requests.Timeout):
        return TOO_LATE
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return INCOMPLETE
    return NOT_REACHED


def _is_whole(content: bytes) -> bool:
    try:
        json.loads(content.removeprefix(b"while(1);"))
    except ValueError:
        return False
    return True
