"""The small graded class, connected to a Canvas or a Moodle in miniature."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import canvas_server
import course_class
import moodle_server

from autograder.lms.patience import Patience

SERVERS = {"canvas": canvas_server, "moodle": moodle_server}
FIRST = {"canvas": 11, "moodle": 31}  # Ada's number; Ben and Cleo have the next ones


def new_server(kind: str):
    return canvas_server.CanvasServer() if kind == "canvas" else moodle_server.MoodleServer()


@contextmanager
def serving(kind: str, monkeypatch) -> Iterator:
    """A server that runs, with its token in the environment."""
    monkeypatch.setenv(f"AUTOGRADER_{kind.upper()}_TOKEN", SERVERS[kind].TOKEN)
    with new_server(kind).running() as running:
        yield running


def course_at(folder: Path, server, kind: str) -> Path:
    """A copy of the class whose ``course.toml`` names the server. Returns the folder above the course."""
    here = course_class.copy_to(folder)
    settings = here / "course" / "course.toml"
    module = SERVERS[kind]
    text = f'{settings.read_text()}lms = {module.ASSIGNMENT}\n\n[lms]\nkind = "{kind}"\naddress = "{server.address}"\ncourse = {module.COURSE}\n'
    settings.write_text(text)
    return here


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
    return None if server.graded[user].grade < 0 else server.graded[user].grade


def set_mark(server, kind: str, user: int, mark: float) -> None:
    """A person gives a mark on the platform."""
    if kind == "canvas":
        server.work[user].score = mark
    else:
        server.graded[user].grade = mark


def feedback_of(server, kind: str, user: int) -> list[str]:
    """Names of the feedback files that the student sees, one that was sent twice twice."""
    return server.feedback(user) if kind == "canvas" else list(server.graded[user].files)
