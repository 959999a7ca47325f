"""A push is stopped in every step, by kill -9 too: nothing is lost, and nothing reaches a student twice."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing

import platform_course
import pytest
from loopback_server import CUT, DROP, HALF, Fault, kills
from platform_course import FIRST, feedback_of, mark_of, set_mark

from autograder.desk.course_file import read_course
from autograder.desk.platform_connection import open_course_platform
from autograder.desk.platform_journal import JournalLine, PlatformJournal, Step
from autograder.desk.push_plan import Fate, PushPlanner
from autograder.desk.pushing import Pusher
from autograder.desk.standing import CourseStanding
from autograder.desk.store import Store
from autograder.lms.patience import Patience

pytestmark = pytest.mark.usefixtures("warm_servers")
CHANGES = {"canvas": "PUT", "moodle": "save_grade", "lti": "POST .*/scores"}
STEPS = {  # requests of one student's turn that leave something on the platform
    "canvas": ("POST /upload", "PUT"),
    "moodle": ("POST /webservice/upload", "save_grade"),
    "lti": ("POST .*/scores",),
}


class Crash(BaseException):
    """Ends the program at once, in its own process."""


@pytest.fixture(params=platform_course.KINDS)
def kind(request):
    return request.param


@pytest.fixture
def server(kind, monkeypatch):
    with platform_course.serving(kind, monkeypatch) as running:
        yield running


@pytest.fixture
def folder(tmp_path, server, kind):
    return platform_course.course_at(tmp_path / "here", server, kind) / "course"


def push(folder, crash=lambda _journal, _platform: None):
    """One run of the command, without the command. Returns the plan and what became of it."""
    course = read_course(folder)
    with Store(course) as store, closing(open_course_platform(course, store, patience=Patience("Platform", sleep=lambda _seconds: None))) as platform:
        (mine,) = course.assignments
        journal = PlatformJournal(store, course.lms, mine.lms)
        plan = PushPlanner(CourseStanding(course, store), store, platform, journal.known()).plan(mine)
        crash(journal, platform)
        return plan, Pusher(platform, store, journal).push(plan)


def is_whole(server, kind):
    """Every student has the right mark and exactly one page."""
    people = [FIRST[kind] + number for number in range(3)]
    assert [mark_of(server, kind, one) for one in people] == [100, 50, 80]
    assert [len(feedback_of(server, kind, one)) for one in people] == [1, 1, 1]
    return True


def count_saved(server, kind):
    return len([one for one in server.asked if one.method == "PUT" or one.form.get("wsfunction") == ["mod_assign_save_grade"] or one.path.endswith("/scores")])


def test_a_crash_between_any_two_steps(folder, server, kind):
    """In the process: before and after each line of the journal, and each change on the platform, of one student and the next."""
    before = (folder / "course.db").read_bytes()
    for point in range(1, 8):
        left = [point]

        def stopping(journal, platform, left=left):
            def counted(function):
                def call(*arguments):
                    left[0] -= 1
                    if not left[0]:
                        raise Crash
                    found = function(*arguments)
                    left[0] -= 1
                    if not left[0]:
                        raise Crash
                    return found

                return call

            journal.add, platform.give = counted(journal.add), counted(platform.give)

        with pytest.raises(Crash):
            push(folder, stopping)
        _plan, done = push(folder)
        assert not done.failed and not done.stopped and is_whole(server, kind), point
        assert count_saved(server, kind) == 3, point
        (folder / "course.db").write_bytes(before)
        fresh = platform_course.new_server(kind)
        fresh.http.server_close()
        server.asked.clear()
        for name in ("work", "graded"):
            if hasattr(server, name):
                setattr(server, name, getattr(fresh, name))

@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_kill_in_each_request(folder, server, kind):
    """One run after the other is killed, each in another request, before or after it was carried out; the last one ends."""
    killed = []
    process = [0]
    for step in STEPS[kind]:
        for carried_out in (False, True):
            if not carried_out and step != STEPS[kind][-1]:
                continue  # not yet carried out is the step before
            server.faults = [Fault(step, kills(process), carried_out=carried_out)]
            command = [sys.executable, "-m", "autograder", "course", "push", "course", "--yes"]
            running = subprocess.Popen(command, cwd=folder.parent, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)
            process[0] = running.pid
            running.communicate(timeout=120)
            killed.append(running.returncode)
    server.faults = []
    assert set(killed) == {-signal.SIGKILL}
    _plan, done = push(folder)
    assert is_whole(server, kind) and not done.failed and done.found == ["Ada Lovelace"]
    assert count_saved(server, kind) == 4  # one was not carried out


@pytest.mark.parametrize("fault", [500, HALF, CUT, DROP])
@pytest.mark.parametrize("carried_out", [False, True])
def test_a_lost_answer_is_looked_up(folder, server, kind, fault, carried_out):
    server.faults = [Fault(CHANGES[kind], fault, carried_out=carried_out or fault in (HALF, CUT), skip=1, times=2)]
    _plan, done = push(folder)
    assert len(done.sent) == 3 and not done.stopped and is_whole(server, kind)


def test_a_platform_that_fails_for_good_stops_and_the_next_run_goes_on(folder, server, kind):
    server.faults = [Fault(CHANGES[kind], 500, skip=1, times=99)]
    _plan, done = push(folder)
    assert done.sent == ["Ada Lovelace"] and done.stopped
    server.faults = []
    plan, done = push(folder)
    assert [row.fate for row in plan.rows] == [Fate.SAME, Fate.SEND, Fate.SEND] and is_whole(server, kind)


def test_our_own_mark_from_before_a_crash_is_not_taken_for_a_persons(folder, server, kind):
    """50 was sent, and the run was killed before the journal had a line on it; then the mark is corrected to 65."""

    def stopping(_journal, platform):
        give = platform.give

        def call(*arguments):
            give(*arguments)
            raise Crash

        platform.give = call

    set_mark(server, kind, FIRST[kind], 100)
    with pytest.raises(Crash):  # at Ada's page
        push(folder, stopping)
    with pytest.raises(Crash):  # at Ben's mark
        push(folder, stopping)
    assert mark_of(server, kind, FIRST[kind] + 1) == 50
    course = read_course(folder)
    with Store(course) as store:
        (mine,) = course.assignments
        known = PlatformJournal(store, course.lms, mine.lms).known()
        assert known[str(FIRST[kind] + 1)].marks == {"50.00"} and not known[str(FIRST[kind] + 1)].sha256


def test_a_mark_that_changes_during_the_push_is_kept(folder, server, kind):
    plan, done = push(folder, lambda _journal, _platform: set_mark(server, kind, FIRST[kind] + 1, 77))
    assert [name for name, _why in done.failed] == ["Ben Bo"] and "was changed to 77.00 a moment ago" in done.failed[0][1]
    assert mark_of(server, kind, FIRST[kind] + 1) == 77 and len(done.sent) == 2


def test_another_page_is_sent_again_and_the_same_is_not(folder, server, kind):
    push(folder)
    shutil.copytree(folder, folder.parent / "copy")
    assert push(folder)[1].sent == []
    course = read_course(folder)
    with Store(course) as store:
        (mine,) = course.assignments
        PlatformJournal(store, course.lms, mine.lms).add(JournalLine(str(FIRST[kind]), Step.SENT, "100.00", "0" * 64))
    plan, done = push(folder)
    assert [row.why for row in plan.of(Fate.SEND)] == ["feedback only"] and done.found == ["Ada Lovelace"]


def test_the_journal_refuses_to_be_changed(folder, server, kind):
    push(folder)
    course = read_course(folder)
    with Store(course) as store, store.engine.begin() as connection, pytest.raises(Exception, match="never changed"):
        connection.exec_driver_sql("DELETE FROM platform_log")


def test_a_course_of_an_older_kit_gets_the_journal(folder):
    course = read_course(folder)
    with Store(course) as store, store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE platform_log")
    with Store(course) as store:
        assert PlatformJournal(store, course.lms, "1").lines() == []
