"""Sends the requests of Canvas's client: with patience, and with every refusal said in a sentence."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import requests
from requests.adapters import HTTPAdapter

from autograder.lms.patience import Broken, Patience, refused
from autograder.lms.platform import LmsRefused, is_same_site
from autograder.lms.token import Token
from autograder.reports.sanitize import one_line

TIMEOUT = (15, 120)  # seconds to connect, and between two parts of an answer
LONGEST_SAID = 200  # characters of what Canvas says
BODY_LIMIT = 200 * 2**20  # bytes; nothing that is wanted is larger


class CanvasAdapter(HTTPAdapter):
    """An adapter of requests that asks again where that is right. Only a PUT is never simply sent twice: it adds a comment.

    Args:
        address: Canvas's own; the token goes nowhere else.
    """

    def __init__(self, address: str, token: Token, patience: Patience) -> None:
        super().__init__()
        self.address = address
        self.token = token
        self.patience = patience

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
            LmsError: see there; it is what the caller of canvasapi gets.
        """
        if not is_same_site(self.address, request.url or ""):
            request.headers.pop("Authorization", None)  # files are often elsewhere, at an address that needs no token

        def once() -> requests.Response:
            try:
                reply = super(CanvasAdapter, self).send(request, stream=True, timeout=TIMEOUT, verify=verify, cert=cert, proxies=proxies)
                if int(reply.headers.get("content-length") or 0) > BODY_LIMIT:
                    reply.close()
                    raise LmsRefused("Canvas has a file that is too large to be fetched.")
                content = reply.content  # all of it, or this fails
            except (requests.RequestException, OSError) as error:
                raise Broken(_in_words(error)) from None
            if reply.ok and "json" in reply.headers.get("content-type", "") and not _is_whole(content):
                raise Broken("its answer is incomplete")
            return reply

        reply = self.patience.send(once, repeatable=request.method != "PUT")
        if reply.status_code >= 400:
            said = one_line(self.token.hide(_message(reply)), LONGEST_SAID)
            raise refused(self.patience.title, reply.status_code, said, *_what(request)) from None
        return reply


def _in_words(error: Exception) -> str:
    """Why there is no answer, without the address: it may be long."""
    if isinstance(error, requests.exceptions.SSLError):
        return "its certificate is not valid"
    if isinstance(error, requests.Timeout):
        return "it does not answer in time"
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return "its answer is incomplete"
    return "it cannot be reached, or ends the connection"


def _is_whole(content: bytes) -> bool:
    try:
        json.loads(content.removeprefix(b"while(1);"))
    except ValueError:
        return False
    return True


def _message(reply: requests.Response) -> str:
    """What Canvas itself says: ``{"errors": [{"message": …}]}``, or ``{"message": …}``."""
    try:
        found = reply.json()
    except ValueError:
        return ""
    errors = found.get("errors", found) if isinstance(found, dict) else found
    first = errors[0] if isinstance(errors, list) and errors else errors
    return str(first.get("message", "")) if isinstance(first, dict) else str(first)


def _what(request: requests.PreparedRequest) -> tuple[str, str]:
    path = (request.path_url or "").partition("?")[0]
    doing = {"GET": "read", "PUT": "change", "POST": "upload to"}.get(request.method or "", "use")
    return doing, path.partition("/api/v1/")[2] or "a file"
