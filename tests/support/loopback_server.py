"""A server on this machine that can fail as servers in the world do: for the platforms that tests talk to."""

import email
import email.policy
import json
import os
import re
import signal
import threading
import urllib.parse
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HALF, CUT, DROP = "half", "cut", "drop"  # half the bytes that were announced; whole bytes of half a JSON; no answer at all


@dataclass
class Asked:
    """One request, as it arrived."""

    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    form: dict[str, list[str]]
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    body: bytes = b""


@dataclass
class Answer:
    content: object = None  # bytes, or plain data that is sent as JSON
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    kind: str = "application/json; charset=utf-8"

    @property
    def body(self) -> bytes:
        return self.content if isinstance(self.content, bytes) else json.dumps(self.content).encode()


@dataclass
class Fault:
    """What happens to requests that fit: ``matches`` is a pattern of ``METHOD path function``.

    Args:
        what: a status, ``HALF``, ``CUT`` or ``DROP``, or a callable that is called with the request.
        carried_out: the server does what was asked before the fault, so that only its answer is lost.
        skip, times: fits that are let through first, and that fail after that.
    """

    matches: str
    what: object
    carried_out: bool = False
    headers: dict[str, str] = field(default_factory=dict)
    skip: int = 0
    times: int = 1


class LoopbackServer:
    """Subclasses answer in ``respond(asked)``."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.faults: list[Fault] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self) -> None:
                outer.handle(self)

            do_GET = do_PUT = do_POST = handle_any

            def log_message(self, *_arguments) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.http.server_port}"

    def respond(self, asked: Asked) -> Answer:
        raise NotImplementedError

    def handle(self, handler: BaseHTTPRequestHandler) -> None:
        asked = read(handler)
        self.asked.append(asked)
        fault = self.fault(asked)
        answer = self.respond(asked) if fault is None or fault.carried_out else Answer({})
        if fault is None:
            send(handler, answer)
        elif callable(fault.what):
            fault.what(asked)
            handler.close_connection = True
        elif isinstance(fault.what, int):
            send(handler, Answer({"errors": [{"message": "a fault of the test"}]}, fault.what, fault.headers))
        elif fault.what == CUT:
            send(handler, Answer(answer.body[: len(answer.body) // 2], headers=answer.headers))
        elif fault.what == HALF:
            send(handler, answer, half=True)
        else:
            handler.close_connection = True

    def fault(self, asked: Asked) -> Fault | None:
        said = f"{asked.method} {asked.path} {asked.form.get('wsfunction', [''])[0]}"
        for one in self.faults:
            if not re.search(one.matches, said):
                continue
            if one.skip:
                one.skip -= 1
            elif one.times:
                one.times -= 1
                return one
        return None

    def paths(self, method: str) -> list[str]:
        return [one.path for one in self.asked if one.method == method]

    @contextmanager
    def running(self):
        thread = threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self.http.shutdown()
            self.http.server_close()
            thread.join()


def kills(process: list[int]):
    """A fault that ends a process as a power cut does; its number is in the list by then."""
    return lambda _asked: os.kill(process[0], signal.SIGKILL)


def read(handler: BaseHTTPRequestHandler) -> Asked:
    body = handler.rfile.read(int(handler.headers.get("content-length") or 0))
    place = urllib.parse.urlsplit(handler.path)
    kind = handler.headers.get("content-type", "")
    form, files = {}, {}
    if kind.startswith("multipart/form-data"):
        whole = email.message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + body, policy=email.policy.HTTP)
        for part in whole.iter_parts():
            name, file = part.get_param("name", header="content-disposition"), part.get_filename()
            content = part.get_payload(decode=True)
            if file is not None:
                files[name] = (file, content)
            else:
                form.setdefault(name, []).append(content.decode())
    elif body and "json" not in kind:
        form = urllib.parse.parse_qs(body.decode(), keep_blank_values=True)
    headers = {name.lower(): value for name, value in handler.headers.items()}
    return Asked(handler.command, urllib.parse.unquote(place.path), urllib.parse.parse_qs(place.query, keep_blank_values=True), headers, form, files, body)


def send(handler: BaseHTTPRequestHandler, answer: Answer, half: bool = False) -> None:
    handler.send_response(answer.status)
    for name, value in {"Content-Type": answer.kind, "Content-Length": str(len(answer.body)), **answer.headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(answer.body[: len(answer.body) // 2] if half else answer.body)
    if half:
        handler.close_connection = True
