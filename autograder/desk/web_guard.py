"""Who may talk to the local server: only its own pages, at the address with its token.

The server answers on 127.0.0.1, where every program and every user of the machine can reach it, and every web page that is open
in a browser can send a request there. So each request must call the server by its own name (no other name that leads here),
have the token in its address, and, where something is written, come from a page of this server with the secret of its form.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from autograder.core.languages import message

LARGEST_FORM = 64 * 1024  # bytes
MOST_FIELDS = 20
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",  # the token is in the address, and goes to no other site
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
OUR_FAULT = "This is a bug in the kit. The terminal in which autograder desk runs says more.\n"
NOT_HERE = "Not found. Use the whole address that autograder desk printed.\n"


@dataclass(frozen=True)
class Secrets:
    """What a run of the server has drawn.

    Attributes:
        token: in its address. form: in each of its forms.
        used: forms that were sent already, so that sending one again changes nothing.
    """

    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    form: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    used: set[str] = field(default_factory=set, repr=False)


class FormRefused(Exception):
    """What was sent is not a form of this server. The text says why."""


class Guard:
    """Passes on only what calls the server by its own name and has its token; everything else gets one and the same answer.

    Args:
        origins: what the server is called, such as ``http://127.0.0.1:8731``.
        doors: addresses that need no token, and to which other sites may lead -> their methods. What they do is checked there.
    """

    def __init__(self, app: ASGIApp, token: str, origins: frozenset[str], doors: Mapping[str, frozenset[str]]) -> None:
        self.app = app
        self.token = token.encode()
        self.origins = origins
        self.doors = doors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        why = self._refusal(scope)
        if why:
            await PlainTextResponse(why, 404 if why == NOT_HERE else 403, HEADERS)(scope, receive, send)
            return

        begun = False

        async def with_headers(event: Message) -> None:
            nonlocal begun
            if event["type"] == "http.response.start":
                begun = True
                given = [pair for pair in event["headers"] if pair[0].decode().lower() not in {name.lower() for name in HEADERS}]
                event = {**event, "headers": given + [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]}
            await send(event)

        try:
            await self.app(scope, receive, with_headers)
        except Exception:
            if not begun:
                await PlainTextResponse(OUR_FAULT, 500, HEADERS)(scope, receive, send)
            raise  # for the terminal

    def _refusal(self, scope: Scope) -> str:
        """Why a request is not passed on; empty if it is."""
        headers = Headers(scope=scope)
        if headers.getlist("host") not in [[one.partition("://")[2]] for one in self.origins]:
            return "This server answers to its own address only.\n"
        if scope["path"] in self.doors:
            return "" if scope["method"] in self.doors[scope["path"]] else NOT_HERE
        first = scope["path"].split("/")[1:2]
        if not first or not hmac.compare_digest(first[0].encode("utf-8", "surrogatepass"), self.token):
            return NOT_HERE
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return "Only GET and POST are possible.\n"
        origin = headers.get("origin")
        if origin is not None and origin not in self.origins:
            return "Requests of other sites are refused.\n"
        if scope["method"] == "POST" and origin is None:
            return "A form must come from a page of this server.\n"
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return "Requests of other sites are refused.\n"
        return ""


async def read_form(request: Any, known: Secrets) -> dict[str, str]:
    """The fields of a form of this server.

    Raises:
        FormRefused: it is too large, of another kind, or does not have the secret.
    """
    found = await read_fields(request)
    if not hmac.compare_digest(found.get("form", "").encode(), known.form.encode()):
        raise FormRefused(message("The form is of another run of this server. Load the page again."))
    return found


async def read_fields(request: Any) -> dict[str, str]:
    """The fields of a form, wherever it comes from.

    Raises:
        FormRefused: it is too large, of another kind, or has a field twice.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise FormRefused(message("This is not a form of this server."))
    body = b""
    try:
        async for part in request.stream():
            body += part
            if len(body) > LARGEST_FORM:
                raise FormRefused(message("The form is too large."))
    except ClientDisconnect:  # nobody reads the answer, and it is not a bug of ours
        raise FormRefused(message("The form is damaged.")) from None
    try:
        fields = parse_qsl(body.decode("ascii"), keep_blank_values=True, strict_parsing=bool(body), max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError:
        raise FormRefused(message("The form is damaged.")) from None
    found = dict(fields)
    if len(found) != len(fields):
        raise FormRefused(message("The form is damaged."))
    return found
