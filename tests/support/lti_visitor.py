"""A browser that comes to the desk from a learning platform, without a network between it and the desk."""

import contextlib
from collections.abc import Iterator
from http.cookies import SimpleCookie
from pathlib import Path

import platform_course
from desk_visitor import PORT, Visitor
from lti_platform import LtiPlatform

from autograder.desk.correcting import CourseDesk
from autograder.desk.course_file import read_course
from autograder.desk.server import DeskServer
from autograder.desk.store import Store

PUBLIC = "https://desk.example.org"


class LtiVisitor(Visitor):
    """A browser; what it does as the person that the platform says it is."""

    def __init__(self, server: DeskServer, platform: LtiPlatform) -> None:
        super().__init__(server)
        self.platform = platform

    def login(self, user: int = 50, **more):
        """Opens the link in the course: the desk's answer, which leads to the platform."""
        return self.client.get("/lti/login", params=self.platform.initiation(user), headers={"Sec-Fetch-Site": "cross-site"}, **more)

    def come(self, user: int = 50, **changed):
        """The whole way into the desk, as the platform's pages lead it."""
        return self.arrive(*self.begin(user, **changed))

    def begin(self, user: int = 50, **changed) -> tuple[dict[str, str], dict[str, str]]:
        """Up to the platform's answer: what the browser sends now, and its cookies."""
        answer = self.login(user)
        assert answer.status_code == 302, answer.text
        cookie = SimpleCookie(answer.headers["set-cookie"])
        return self.platform.confirmed(answer.headers["location"], **changed), {name: one.value for name, one in cookie.items()}

    def arrive(self, fields: dict[str, str], cookies: dict[str, str]):
        sent = "; ".join(f"{name}={value}" for name, value in cookies.items())
        headers = {"Origin": self.platform.address, "Sec-Fetch-Site": "cross-site", **({"Cookie": sent} if sent else {})}
        return self.client.post("/lti/launch", data=fields, headers=headers)


@contextlib.contextmanager
def coming(course: Path, platform: LtiPlatform, public: str = "") -> Iterator[LtiVisitor]:
    """A visitor of this course's server, from this platform."""

    def opened():
        found = read_course(course)
        return CourseDesk(found, Store(found), 1)

    server = DeskServer(opened, PORT, public)
    try:
        yield LtiVisitor(server, platform)
    finally:
        server.close()


def course_at(folder: Path, platform: LtiPlatform, desk: str = platform_course.DESK, opened: bool = True) -> Path:
    """The small graded class as a tool of the platform. Returns the course's folder."""
    import course_class

    course = course_class.copy_to(folder) / "course"
    platform_course.connect_lti(course, platform, desk, opened)
    return course


