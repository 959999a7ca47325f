"""Two commands never do the same work on a course at once; a process that ends, however it ends, keeps nothing."""

import multiprocessing
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from autograder.desk.course_file import CourseUnusable
from autograder.desk.course_lock import FOLDER, CourseBusy, Work, alone
from autograder.desk.keys import CourseKey

HOLDS = """
import sys
from pathlib import Path
from autograder.desk.course_lock import Work, alone
with alone(Path(sys.argv[1]), Work(sys.argv[2])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holding(tmp_path):
    """Starts processes that have a lock until their input ends."""
    started = []

    def start(work):
        process = subprocess.Popen([sys.executable, "-c", HOLDS, str(tmp_path), work.value], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        started.append(process)
        assert process.stdout.readline() == "held\n"
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdin.close(), process.stdout.close()


def is_free(folder, work=Work.PLATFORM):
    try:
        with alone(folder, work, patience=0, say=lambda _said: None):
            return True
    except CourseBusy:
        return False


def test_another_process_waits_and_says_so(tmp_path, holding):
    process = holding(Work.PLATFORM)
    said = []
    assert not is_free(tmp_path)

    def ends(sentence):
        said.append(sentence)
        process.stdin.close()  # the other one ends because of this

    with alone(tmp_path, Work.PLATFORM, say=ends):
        assert process.wait() == 0
    assert said == ["Another command is connected to the learning platform of this course. This one waits until it is done; Ctrl-C ends the wait."]


def test_other_work_does_not_wait(tmp_path, holding):
    holding(Work.JUDGING)
    assert is_free(tmp_path, Work.WRITING) and is_free(tmp_path, Work.PLATFORM) and not is_free(tmp_path, Work.JUDGING)


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_a_killed_process_leaves_nothing_behind(tmp_path, holding):
    process = holding(Work.PLATFORM)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert is_free(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_process_that_was_forked_meanwhile_does_not_keep_it(tmp_path):
    """As the graders are, that a killed command leaves for a moment."""
    ends = multiprocessing.get_context("fork").Event()
    with alone(tmp_path, Work.JUDGING):
        child = multiprocessing.get_context("fork").Process(target=ends.wait)
        child.start()
    try:
        assert is_free(tmp_path, Work.JUDGING)
    finally:
        ends.set()
        child.join()


def test_who_has_it_does_not_wait_for_it_again_and_gives_it_back_at_the_end(tmp_path):
    with alone(tmp_path, Work.WRITING), alone(tmp_path, Work.WRITING, patience=0), alone(tmp_path / "." / "", Work.WRITING, patience=0):
        other = []
        thread = threading.Thread(target=lambda: other.append(is_free(tmp_path, Work.WRITING)))
        thread.start()
        thread.join()
        assert other == [False]
    assert is_free(tmp_path, Work.WRITING)
    with pytest.raises(ZeroDivisionError), alone(tmp_path, Work.WRITING):
        _ = 1 / 0
    assert is_free(tmp_path, Work.WRITING)


def test_only_this_user_can_use_the_locks(tmp_path):
    assert is_free(tmp_path)
    assert stat.S_IMODE((tmp_path / FOLDER).stat().st_mode) == 0o700 and stat.S_IMODE((tmp_path / FOLDER / "platform").stat().st_mode) == 0o600


def test_what_cannot_be_locked_is_said(tmp_path, monkeypatch):
    (tmp_path / FOLDER).write_text("a file")
    with pytest.raises(CourseUnusable, match="cannot be locked: .*so nothing was done"), alone(tmp_path, Work.WRITING):
        pass

    def broken(*_arguments, **_settings):
        raise sqlite3.OperationalError("disk I/O error")

    (tmp_path / FOLDER).unlink()
    monkeypatch.setattr("autograder.desk.course_lock.sqlite3.connect", broken)
    with pytest.raises(CourseUnusable, match="disk I/O error"), alone(tmp_path, Work.WRITING):
        pass


def test_two_processes_make_one_key(tmp_path, monkeypatch):
    """Each saw that there is none; what both sign with is the one that is there in the end."""
    exists, made = Path.exists, []

    def other_is_first(path, *arguments, **settings):
        if path.name == "course.key" and not made:
            made.append(True)
            there = exists(path, *arguments, **settings)
            made.append(CourseKey(tmp_path))  # another process, at this moment
            return there
        return exists(path, *arguments, **settings)

    monkeypatch.setattr(Path, "exists", other_is_first)
    mine = CourseKey(tmp_path)
    assert mine.public.fingerprint == made[1].public.fingerprint == CourseKey(tmp_path).public.fingerprint


def test_a_course_on_a_server_is_locked_on_other_machines_too(tmp_path, postgres):
    """Two folders, as on two machines, and one database."""
    address = postgres.new()
    engines = [create_engine(address) for _ in range(2)]
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir(), other.mkdir()
    try:
        with alone(one, Work.PLATFORM, engines[0]):
            with alone(one, Work.PLATFORM, engines[0], patience=0), pytest.raises(CourseBusy):
                _in_thread(lambda: _take(other, engines[1]))
            _in_thread(lambda: _take(other, engines[1], Work.WRITING))
        _in_thread(lambda: _take(other, engines[1]))
    finally:
        for engine in engines:
            engine.dispose()


def _take(folder, engine, work=Work.PLATFORM):
    with alone(folder, work, engine, patience=0, say=lambda _said: None):
        pass


def _in_thread(work):
    """Another thread is like another process: it has none of this one's locks."""
    caught = []

    def run():
        try:
            work()
        except Exception as error:
            caught.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if caught:
        raise caught[0]
