"""A browser in front of the local server of a course, without a network."""

import contextlib
import html
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
from anyio.from_thread import start_blocking_portal

from autograder.core.records import Outcome
from autograder.desk.correcting import CourseDesk
from autograder.desk.course_file import read_course
from autograder.desk.server import DeskServer
from autograder.desk.store import Graded, Store

PORT = 8731
HOST = f"http://127.0.0.1:{PORT}"
STUDENT = {"assignment": "miniature", "student": "b1"}


class Client:
    """Sends requests to an application without a network.

    From a thread of its own: a browser that an earlier test opened keeps an event loop running in this one.
    """

    def __init__(self, app):
        self.transport = httpx.ASGITransport(app)

    def request(self, method, path, **more):
        async def sent():
            async with httpx.AsyncClient(transport=self.transport, base_url=HOST, follow_redirects=False) as client:
                return await client.request(method, path, **more)

        with start_blocking_portal() as portal:
            return portal.call(sent)

    def get(self, path, **more):
        return self.request("GET", path, **more)

    def post(self, path, **more):
        return self.request("POST", path, **more)


class Visitor:
    """A browser with a page of the server open."""

    def __init__(self, server):
        self.server = server
        self.base = f"/{server.known.token}"
        self.client = Client(server.app)

    def get(self, page="", headers=None, **query):
        return self.client.get(f"{self.base}/{page}", params=query, headers=headers)

    def secrets(self, page, **query):
        """The hidden fields of the first form on a page."""
        text = self.get(page, **query).text
        return {name: html.unescape(value) for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', text)}

    def post(self, page, fields, headers=None):
        return self.client.post(f"{self.base}/{page}", data=fields, headers={"Origin": HOST} | (headers or {}))

    def correct(self, **fields):
        return self.post("correct", self.secrets("student", **STUDENT) | {"reason": "almost", "by": "Grace"} | fields)


@contextlib.contextmanager
def visiting(course: Path) -> Iterator[Visitor]:
    """A visitor of this course's server."""

    def opened():
        found = read_course(course)
        return CourseDesk(found, Store(found), 1)

    server = DeskServer(opened, PORT)
    try:
        yield Visitor(server)
    finally:
        server.close()


def judge_again(course: Path, monkeypatch) -> None:
    """Takes another grading of Ben's page into the database, as if a month later other checks had passed more of it."""
    monkeypatch.setattr("autograder.desk.store.now", lambda: "2027-12-24T12:00:00+00:00")
    found = read_course(course)
    with Store(found) as kept:
        one = next(each for each in kept.attempts("miniature") if each.source.submission.startswith("Ben"))
        double = one.report.exercises[0]
        checks = tuple(
            replace(check, outcome=Outcome.PASSED, points=check.max_points, message="") if check.name == "test_the_argument" else check
            for check in double.checks
        )
        again = replace(one.report, exercises=(replace(double, checks=checks), *one.report.exercises[1:]), assignment_version="other")
        kept.record("miniature", [Graded(again, kept.blob(one.page), one.file, one.submitted, one.known_by)])
    monkeypatch.undo()
