"""What a course remembers: attempts in order, nothing changed, nothing lost, whole or not at all."""

import datetime
import os
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import course_sample
import pytest

from autograder.core.corrections import CorrectionKind
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.desk.course_file import ADDRESS, CourseUnusable, read_course
from autograder.desk.store import Graded, LogEntry, Store

NOON = datetime.datetime(2026, 5, 30, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


def report(points=10.0, submission="ada", figure=b""):
    check = CheckResult("test_b", "it doubles", Outcome.PASSED, points, 10.0, figure=figure)
    return Report("mini", submission, "", Status.GRADED, (ExerciseResult("double", (check,)),), "full", "", 17, 0.1)


def graded(content, when=NOON, known_by="file", points=10.0, **more):
    return Graded(report(points, **more), content, "mini.py", when, known_by)


@pytest.fixture
def store(tmp_path):
    (tmp_path / "course.toml").write_text("format = 1\n[assignments.mini]\n")
    with Store(read_course(tmp_path)) as opened:
        yield opened


def test_the_same_page_with_the_same_result_is_saved_once(store):
    assert [store.record("mini", [graded(b"1")]) for _ in range(3)] == [1, 0, 0]
    assert store.record("mini", [replace(graded(b"1"), report=replace(report(), seconds=9.0))]) == 0


def test_another_result_for_the_same_page_is_another_grading_of_one_attempt(store):
    store.record("mini", [graded(b"1"), graded(b"1", points=4.0)])
    (attempt,) = store.attempts()
    assert attempt.report.score == 4.0 and attempt.gradings == 2
    assert [one.score for _when, one in store.history(attempt.number)] == [10.0, 4.0]


def test_attempts_come_in_the_order_in_which_they_were_submitted(store):
    store.record("mini", [graded(b"2", NOON + HOUR), graded(b"1", NOON)])
    assert [store.blob(one.page) for one in store.attempts()] == [b"1", b"2"]


def test_an_older_page_that_comes_back_is_a_new_attempt(store):
    for content, hours in ((b"1", 0), (b"2", 1), (b"1", 2)):
        store.record("mini", [graded(content, NOON + hours * HOUR, "typed")])
    assert [store.blob(one.page) for one in store.attempts()] == [b"1", b"2", b"1"]
    store.record("mini", [graded(b"1", NOON, "typed")])  # the first download once more
    assert len(store.attempts()) == 3


def test_figures_come_back(store):
    store.record("mini", [graded(b"1", figure=b"png")])
    (attempt,) = store.attempts()
    assert store.with_figures(attempt).checks[0].figure == b"png" and attempt.report.checks[0].figure == b""


@pytest.mark.parametrize("statement", ["UPDATE gradings SET report = ''", "DELETE FROM gradings", "DELETE FROM corrections", "UPDATE attempts SET page = ''", "DELETE FROM blobs"])
def test_the_database_itself_refuses_to_change_or_lose_a_row(store, tmp_path, statement):
    store.record("mini", [graded(b"1")])
    store.correct_all([LogEntry(0, "", "Grace", CorrectionKind.COMMENT, "mini", "ada", reason="good")])
    with closing(sqlite3.connect(tmp_path / "course.db")) as connection, connection, pytest.raises(sqlite3.DatabaseError, match="never changed"):
        connection.execute(statement)


def test_undo_and_undo_of_an_undo(store):
    (first,) = store.correct_all([LogEntry(0, "", "Grace", CorrectionKind.POINTS, "mini", "ada", "double", points=3.0, reason="r")])
    (back,) = store.correct_all([LogEntry(0, "", "Grace", None, "", "", undoes=first)])
    assert store.standing() == [] and store.log()[0].undone == back
    store.correct_all([LogEntry(0, "", "Grace", None, "", "", undoes=back)])
    assert [one.number for one in store.standing()] == [first] and len(store.log()) == 3


def test_only_this_user_can_read_it(store, tmp_path):
    assert stat.S_IMODE((tmp_path / "course.db").stat().st_mode) == 0o600


def test_a_database_of_another_version_is_left_alone(tmp_path):
    (tmp_path / "course.toml").write_text("format = 1\n")
    with closing(sqlite3.connect(tmp_path / "course.db")) as connection, connection:
        connection.execute("CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT)")
        connection.execute("INSERT INTO about VALUES ('schema', '7')")
    with pytest.raises(CourseUnusable, match="has version 7, and this kit reads version 1"):
        Store(read_course(tmp_path))


def test_a_file_that_is_not_a_database_is_said(tmp_path):
    (tmp_path / "course.toml").write_text("format = 1\n")
    (tmp_path / "course.db").write_text("no database at all, but long enough to be looked at as one" * 50)
    with pytest.raises(CourseUnusable, match="cannot be used: file is not a database"):
        Store(read_course(tmp_path))


def test_a_page_that_was_damaged_on_the_disk_is_not_given_out(store):
    with pytest.raises(CourseUnusable, match="does not have the file"):
        store.blob("0" * 64)


KILLED = """
import os, signal, sys
from pathlib import Path
from autograder.desk import store as module
from autograder.desk.course_file import read_course
sys.path[:0] = {tests!r}
from test_store import graded

left = [{statements}]
real = module.insert
def insert(table):
    left[0] -= 1
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(table)
module.insert = insert
with module.Store(read_course(Path({folder!r}))) as opened:
    opened.record("mini", [graded(b"1"), graded(b"2", submission="ben")])
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
@pytest.mark.parametrize("statements", [0, 1, 2, 5, 6])
def test_kill_in_each_statement_saves_all_or_nothing(store, tmp_path, statements):
    """Each of the two gradings is three rows: the page, the attempt, the grading."""
    code = KILLED.format(tests=[os.path.dirname(__file__), os.path.dirname(course_sample.__file__)], folder=str(tmp_path), statements=statements)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert len(store.attempts()) == (2 if statements == 6 else 0)
    assert store.record("mini", [graded(b"1"), graded(b"2", submission="ben")]) == (0 if statements == 6 else 2)


def test_the_same_in_postgresql(tmp_path, monkeypatch, postgres):
    monkeypatch.setenv(ADDRESS, postgres.new())
    (tmp_path / "course.toml").write_text("format = 1\n")
    with Store(read_course(tmp_path)) as opened:
        assert [opened.record("mini", [graded(b"1")]) for _ in range(2)] == [1, 0]
        (number,) = opened.correct_all([LogEntry(0, "", "Grace", CorrectionKind.EXEMPT, "mini", "ada", reason="ill")])
        assert [one.number for one in opened.standing()] == [number]
        with pytest.raises(Exception, match="never changed"), opened.engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM gradings")
    with Store(read_course(tmp_path)) as opened:
        assert len(opened.attempts()) == 1


def test_the_sample_can_be_read(tmp_path):
    assert read_course(course_sample.write_course(tmp_path)).assignment().late.per_day == 10


def test_a_correction_and_what_was_judged_for_it_are_saved_together(store, monkeypatch):
    """Otherwise a check would be off, and who waited for it would still have nothing."""

    def breaks(*_arguments):
        raise RuntimeError

    monkeypatch.setattr(store, "_record", breaks)
    with pytest.raises(RuntimeError):
        store.correct_all([LogEntry(0, "", "Grace", CorrectionKind.OFF, "mini", "", "double", "test_b", reason="r")], "mini", [graded(b"1")])
    assert store.log() == []
