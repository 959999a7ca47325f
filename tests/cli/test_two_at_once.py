"""Two commands on one course at the same moment, as two processes: nothing is sent twice, nothing is lost, no report is of an older state."""

import csv
import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing

import one_by_chance
import platform_course
import pytest
from loopback_server import Answer
from platform_course import FIRST, feedback_of, mark_of

from autograder.desk.course_lock import Work, alone

pytestmark = [pytest.mark.usefixtures("warm_servers"), pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")]
PLATFORMS = ("canvas", "lti")
CHANGES = {"canvas": "PUT", "lti": "POST .*/scores"}


@pytest.fixture(params=PLATFORMS)
def kind(request):
    """The platform; of those that a test does not choose itself one by chance: what waits and what is locked is on this machine."""
    chooses = any(marker.args[0] == "kind" for marker in request.node.iter_markers("parametrize"))
    if not (chooses or request.config.getoption("--whole") or request.param == one_by_chance.chosen(PLATFORMS, request.node.originalname)):
        pytest.skip("the other platform is tried this time: --whole tries both")
    return request.param


@pytest.fixture
def server(kind, monkeypatch):
    with platform_course.serving(kind, monkeypatch) as running:
        yield running


@pytest.fixture
def here(tmp_path, server, kind):
    return platform_course.course_at(tmp_path / "here", server, kind)


@pytest.fixture
def started(here):
    """Starts commands; those that still run at the end are ended."""
    running = []

    def start(*words):
        command = [sys.executable, "-u", "-m", "autograder", *words]
        running.append(subprocess.Popen(command, cwd=here, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True))
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.communicate()


class Stop:
    """Stops the first request that fits until the test lets it go on; then it is carried out, or not."""

    def __init__(self, server, matches):
        self.matches, self.carried_out = matches, True
        self.reached, self.go_on = threading.Event(), threading.Event()
        self.respond = server.respond
        server.respond = self.stopped

    def stopped(self, asked):
        if not self.reached.is_set() and is_change(asked, self.matches):
            self.reached.set()
            assert self.go_on.wait(120)
            if not self.carried_out:
                return Answer({}, 500)
        return self.respond(asked)


def is_change(asked, matches):
    return re.search(matches, f"{asked.method} {asked.path}") is not None


def waits(process):
    """The sentence with which a command says that it waits for another one."""
    return process.stderr.readline()


def is_whole(server, kind):
    people = [FIRST[kind] + number for number in range(3)]
    return [mark_of(server, kind, one) for one in people] == [100, 50, 80] and [len(feedback_of(server, kind, one)) for one in people] == [1, 1, 1]


def test_two_pushes_at_the_same_moment(server, kind, started):
    """The second one begins while the first one sends; it waits, and finds everything there."""
    stop = Stop(server, CHANGES[kind])
    first = started("course", "push", "course", "--yes")
    assert stop.reached.wait(120)
    second = started("course", "push", "course", "--yes")
    assert "Another command is connected to the learning platform" in waits(second)
    stop.go_on.set()
    (one, error), (other, more) = first.communicate(timeout=120), second.communicate(timeout=120)
    assert "for 3 students." in one and "There is nothing to send." in other, one + error + other + more
    assert (first.returncode, second.returncode) == (0, 0) and is_whole(server, kind)
    assert len([one for one in server.asked if is_change(one, CHANGES[kind])]) == 3


def test_a_push_that_is_killed_lets_the_other_one_go_on(server, kind, started):
    stop = Stop(server, CHANGES[kind])
    first = started("course", "push", "course", "--yes")
    assert stop.reached.wait(120)
    second = started("course", "push", "course", "--yes")
    assert "Another command" in waits(second)
    first.send_signal(signal.SIGKILL)
    first.wait()
    stop.carried_out = False
    stop.go_on.set()
    out, error = second.communicate(timeout=120)
    assert second.returncode == 0 and is_whole(server, kind), out + error


def test_a_push_without_yes_waits_for_nobody(server, kind, here, started):
    with alone(here / "course", Work.PLATFORM):
        out, error = started("course", "push", "course").communicate(timeout=120)
    assert "3 to send" in out and not error


@pytest.mark.parametrize("kind", ["canvas"], indirect=True)
@pytest.mark.parametrize(
    ("work", "words"),
    [
        (Work.PLATFORM, ("course", "fetch", "course", "--yes")),
        (Work.JUDGING, ("grade", "pages", "--course", "course")),
        (Work.JUDGING, ("course", "regrade", "course")),
        (Work.JUDGING, ("override", "--check", "double::1", "--off", "--reason", "x", "--by", "G", "--yes", "--course", "course")),
        (Work.WRITING, ("override", "ben", "--exempt", "--reason", "x", "--by", "G", "--course", "course")),
        (Work.WRITING, ("course", "add", "course", "--assignment", "miniature")),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_each_command_that_changes_something_waits(server, here, started, work, words):
    with alone(here / "course", work):
        process = started(*words)
        assert "Another command" in waits(process)
    out, error = process.communicate(timeout=120)
    assert process.returncode in (0, 2) and "Traceback" not in error, out + error


@pytest.mark.parametrize("kind", ["canvas"], indirect=True)
def test_two_corrections_at_the_same_moment_are_both_in_the_reports(here, started):
    """Each one writes the reports after its own entry: the last one's state is the one that is there in the end."""
    words = ("--reason", "x", "--by", "Grace", "--course", "course")
    with alone(here / "course", Work.WRITING):
        running = [started("override", name, "total", "--points", "1", *words) for name in ("ada", "ben", "cleo")]
        assert all("Another command is writing" in waits(one) for one in running)
    for one in running:
        out, error = one.communicate(timeout=120)
        assert one.returncode == 0, out + error
    with closing(sqlite3.connect(here / "course" / "course.db")) as database, database:
        assert database.execute("SELECT count(*) FROM corrections").fetchone() == (3,)
    with open(here / "course" / "reports" / "miniature" / "grades.csv", newline="") as file:
        points = {row["submission"]: row["total"] for row in csv.DictReader(file)}
    assert {name: points[name] for name in ("Ada Lovelace", "Ben Bo", "Cleo Xu")} == {"Ada Lovelace": "51", "Ben Bo": "1", "Cleo Xu": "31"}


@pytest.mark.parametrize("kind", ["canvas"], indirect=True)
def test_two_gradings_of_one_class_at_the_same_moment_save_each_page_once(here, started):
    with alone(here / "course", Work.JUDGING):
        running = [started("grade", "pages", "--course", "course") for _ in range(2)]
        assert all("Another command is judging" in waits(one) for one in running)
    for one in running:
        out, error = one.communicate(timeout=300)
        assert one.returncode == 0 and "0 new gradings saved" in out, out + error
    with closing(sqlite3.connect(here / "course" / "course.db")) as database, database:
        assert database.execute("SELECT (SELECT count(*) FROM attempts), (SELECT count(*) FROM gradings)").fetchone() == (3, 3)
