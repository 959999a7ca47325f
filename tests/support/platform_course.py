"""The small graded class, connected to a Canvas, a Moodle or an LTI platform in miniature."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import canvas_server
import course_class
import lti_platform
import moodle_server
import tomlkit

from autograder.core.files import write_atomically
from autograder.desk.course_file import read_course
from autograder.desk.lti_log import save_services
from autograder.desk.store import Store
from autograder.lms.lti_registration import LtiServices
from autograder.lms.patience import Patience

SERVERS = {"canvas": canvas_server, "moodle": moodle_server}
FIRST = {"canvas": 11, "moodle": 31, "lti": 51}  # Ada's number; Ben and Cleo have the next ones
KINDS = list(FIRST)
DESK = "http://127.0.0.1:8731"


def new_server(kind: str):
    return {"canvas": canvas_server.CanvasServer, "moodle": moodle_server.MoodleServer, "lti": lti_platform.LtiPlatform}[kind]()


@contextmanager
def serving(kind: str, monkeypatch) -> Iterator:
    """A server that runs, with its token in the environment."""
    if kind in SERVERS:
        monkeypatch.setenv(f"AUTOGRADER_{kind.upper()}_TOKEN", SERVERS[kind].TOKEN)
    with new_server(kind).running() as running:
        yield running


def course_at(folder: Path, server, kind: str) -> Path:
    """A copy of the class whose ``course.toml`` names the server. Returns the folder above the course."""
    here = course_class.copy_to(folder)
    if kind == "lti":
        connect_lti(here / "course", server)
        return here
    settings = here / "course" / "course.toml"
    module = SERVERS[kind]
    text = f'{settings.read_text()}lms = {module.ASSIGNMENT}\n\n[lms]\nkind = "{kind}"\naddress = "{server.address}"\ncourse = {module.COURSE}\n'
    settings.write_text(text)
    return here


def connect_lti(course: Path, server, desk: str = DESK, opened: bool = True) -> None:
    """Writes what an administrator has given into the course's settings.

    Args:
        opened: a launch has said where the services are.
    """
    settings = course / "course.toml"
    content = tomlkit.parse(settings.read_text("utf-8"))
    content["lti"] = server.registration(desk)
    if opened:
        content["assignments"]["miniature"]["lms"] = server.assignment["id"]
    else:
        del content["lti"]["course"]
    settings.write_text(tomlkit.dumps(content), "utf-8")
    write_atomically(course / "lti.key", lti_platform.key_pem(), private=True)
    if opened:
        with Store(read_course(course)) as store:
            save_services(store, server.address, services(server))


def services(server) -> LtiServices:
    return LtiServices(lti_platform.COURSE, "Counting together", f"{server.address}/lineitems", f"{server.address}/members", tuple(lti_platform.SCOPES))


def patient(monkeypatch) -> list[float]:
    """Platforms are asked again at once. Returns how long each wait would have been, in seconds."""
    waits: list[float] = []

    def made(title, **more):
        return Patience(title, sleep=waits.append, **more)

    monkeypatch.setattr("autograder.desk.platform_connection.Patience", made)
    return waits


def mark_of(server, kind: str, user: int) -> float | None:
    if kind == "canvas":
        return server.work[user].score
    if kind == "lti":
        return server.graded[user].score
    return None if server.graded[user].grade < 0 else server.graded[user].grade


def set_mark(server, kind: str, user: int, mark: float) -> None:
    """A person gives a mark on the platform."""
    if kind == "canvas":
        server.work[user].score = mark
    elif kind == "lti":
        server.graded[user].score = mark
    else:
        server.graded[user].grade = mark


def feedback_of(server, kind: str, user: int) -> list[str]:
    """Names of the feedback files that the student sees, one that was sent twice twice; with LTI the comments."""
    if kind == "lti":
        return server.graded[user].comments
    return server.feedback(user) if kind == "canvas" else list(server.graded[user].files)
