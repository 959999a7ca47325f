"""Processes that judge side by side: what they share, and what each of them sees for itself."""

import functools
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import process
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess

import miniature
import pytest

from autograder.content.discovery import Handed
from autograder.core.settings import Settings
from autograder.grading import batch, process_pool


class Simple:
    """The least that a pool's process has."""

    def join(self, lines):
        pass

    def close(self):
        pass


LASTING = """
import os

@pytest.fixture(scope="session")
def lasting():
    with open(os.environ["MADE_HERE"], "a") as file:
        file.write(f"{os.getpid()}\\n")

@pytest.mark.points(1)
def test_with_what_lasts(double, lasting):
    \"\"\"asks for what lasts for the session\"\"\"
    expect(double(np.array([1.0]))).is_close_to([2.0])
"""
TELLS = """
import os

@pytest.mark.points(1)
def test_that_tells(double):
    \"\"\"tells about its surroundings\"\"\"
    raise ValueError(f"{WORD} in {os.environ.get('TOLD')}")
"""


def wait_for(note, task):
    """Until a task has written its note; a task that has ended without it never will."""
    while not note.exists():
        assert not task.done() or note.exists(), task.exception()
        time.sleep(0.01)


def handed(folder, count):
    """Right pages, no two alike: of those that are, one is judged."""
    found = []
    for number in range(count):
        path = folder / f"student{number}.py"
        path.write_text(miniature.page(double=f"return 2 * numbers + {number} - {number}"))
        found.append(Handed(path.stem, path))
    return found


def graded(folder, pages, out, here=None, **environment):
    """``autograder grade`` in a process of its own, by two of its.

    Args:
        here: the folder that it stands in.
    """
    words = [pages, "--assignment", folder, "--jobs", "2", "--out", out]
    command = [sys.executable, "-m", "autograder", "grade", *map(str, words)]
    return subprocess.run(command, cwd=here, env={**os.environ, **environment}, capture_output=True, text=True)


NAMES = "numpy pickle pytest random signal socket struct threading"  # what a process of ours imports as it begins


@pytest.fixture
def hostile(tmp_path):
    """A folder of pages that are called like modules, each of which leaves a note where it is imported."""
    folder = tmp_path / "hostile"
    folder.mkdir()
    note = f"open({str(folder / 'note')!r}, 'a').write(__name__ + ' ')\n"
    for name in NAMES.split():
        (folder / f"{name}.py").write_text(note)
    return folder


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux forks grading processes")
def test_what_lasts_for_a_session_is_made_once_for_all_processes(tmp_path):
    """By the process that they are forked from: for MNIST that is a second, and 200 MB for each of them."""
    folder = miniature.write(tmp_path / "kit", {"checks/test_double.py": miniature.DOUBLE + LASTING})
    (tmp_path / "pages").mkdir()
    handed(tmp_path / "pages", 6)
    made = tmp_path / "made"
    done = graded(folder, tmp_path / "pages", tmp_path / "out", MADE_HERE=str(made))
    assert done.returncode == 0, done.stderr
    assert len(made.read_text().split()) == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux forks grading processes")
def test_a_class_is_graded_where_the_folder_for_temporary_files_has_a_long_name(tmp_path):
    """Too long for the socket of multiprocessing's fork server: the address of a socket has 108 bytes."""
    folder = miniature.write(tmp_path / "kit")
    (tmp_path / "pages").mkdir()
    handed(tmp_path / "pages", 2)
    place = tmp_path / "a name of many letters" / ("x" * 60)
    place.mkdir(parents=True)
    done = graded(folder, tmp_path / "pages", tmp_path / "out", TMPDIR=str(place))
    assert done.returncode == 0, done.stderr
    assert "2 submissions, 2 graded" in done.stdout and list(place.iterdir()) == []


def test_no_page_in_the_current_folder_is_imported_by_a_grading_process(tmp_path, hostile):
    """``autograder grade .`` stands among the pages: one that is called ``pickle.py`` ran, unconfined."""
    folder = miniature.write(tmp_path / "kit")
    (tmp_path / "pages").mkdir()
    handed(tmp_path / "pages", 2)
    done = graded(folder, tmp_path / "pages", tmp_path / "out", hostile)
    assert not (hostile / "note").exists(), (hostile / "note").read_text()
    assert done.returncode == 0 and "2 submissions, 2 graded" in done.stdout, done


def test_nor_by_one_that_is_a_fresh_interpreter(hostile, monkeypatch):
    """As on macOS and Windows, and where the process that others are forked from has ended."""
    monkeypatch.chdir(hostile)
    monkeypatch.delenv(process_pool.SAFE, raising=False)
    with process_pool.pool(1, Simple, prepared=False) as pool:
        assert pool.submit(os.getpid).result() != os.getpid()
        assert pool.submit(os.getenv, process_pool.SAFE).result() is None  # it is not passed on
    assert not (hostile / "note").exists(), (hostile / "note").read_text()


class Slow(Simple):
    """Works as long as it is told, leaves a note when it begins, and says who worked."""

    def work(self, task):
        seconds, note = task
        note.touch()
        time.sleep(seconds)
        return os.getpid()


@pytest.mark.skipif(os.name == "nt", reason="there are no signals to one process there")
def test_ctrl_c_ends_a_task_and_is_nothing_to_a_process_that_has_none(tmp_path):
    """One that was interrupted as it waited for a task, or gave back a result, kept a lock: the command waited for ever."""
    quick, slow = (0, tmp_path / "quick"), (60, tmp_path / "slow")
    with process_pool.pool(1, Slow, prepared=False) as pool:
        there = pool.submit(os.getpid).result()
        for _ in range(2):
            os.kill(there, signal.SIGINT)
            assert pool.submit(process_pool.work, quick).result() == there
        task = pool.submit(process_pool.work, slow)
        wait_for(slow[1], task)
        os.kill(there, signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            task.result()
        with pytest.raises(KeyboardInterrupt):  # what its worker is like now nobody knows
            pool.submit(process_pool.work, quick).result()
        assert pool.submit(os.getpid).result() == there


def test_what_is_on_its_way_to_a_process_that_shall_end_is_not_begun(tmp_path):
    """It cannot be cancelled there; a class that was stopped in its first second went on for a whole page."""
    note = tmp_path / "note"
    pool = process_pool.pool(1, Slow, prepared=False)
    pool.submit(os.getpid).result()  # it has begun
    busy = pool.submit(time.sleep, 1)  # not in a worker: Ctrl-C is nothing to it
    tasks = [pool.submit(process_pool.work, (0, note)) for _ in range(4)]
    while not tasks[0].running():  # as Python calls it; it is on its way behind the other
        assert not tasks[0].done()
        time.sleep(0.01)
    pool.shutdown(cancel_futures=True)
    assert busy.result() is None and not note.exists()
    assert [task for task in tasks if not task.cancelled() and task.exception() is None] == []


@pytest.mark.skipif(os.name == "nt", reason="there are no signals to one process there")
def test_what_a_process_that_shall_end_is_doing_is_stopped(tmp_path):
    """Also where nobody has told it: ``kill`` reaches the command alone."""
    slow = 60, tmp_path / "slow"
    pool = process_pool.pool(1, Slow, prepared=False)
    task = pool.submit(process_pool.work, slow)
    wait_for(slow[1], task)
    pool.shutdown(cancel_futures=True)
    assert isinstance(task.exception(), KeyboardInterrupt)


def test_a_process_that_began_while_another_one_died_is_not_waited_for(monkeypatch):
    """Python ended those that it knew, and then waited for all: a class of two stood still, once in some hundred times."""
    monkeypatch.setattr(BaseProcess, "terminate", lambda self: None)  # as for one that Python does not know yet
    monkeypatch.setattr(process._ExecutorManagerThread, "shutdown_workers", lambda self: None)
    pool = process_pool.pool(2, Simple, prepared=False)
    idle, dying = pool.submit(time.sleep, 0.1), pool.submit(os._exit, 9)
    with pytest.raises(BrokenProcessPool):
        dying.result()
    del idle
    ending = threading.Thread(target=pool.shutdown, daemon=True)
    ending.start()
    ending.join(300)
    stands_still = ending.is_alive()
    monkeypatch.undo()
    for one in multiprocessing.active_children():
        one.kill()
    assert not stands_still


class Waits(Simple):
    """Tells where it waits."""

    def __init__(self, note):
        self.note = note

    def wait(self):
        with open(self.note, "a") as file:
            file.write("waited ")


ONE_WAITS = pytest.mark.parametrize(
    ("jobs", "cores", "lines", "waited"),
    [(2, 2, {"a": 1}, 1), (3, 2, {"a": 1}, 1), (2, 3, {"a": 1}, 0), (2, 2, {}, 0), (1, 1, {"a": 1}, 0)],
    ids=["all cores", "more than there are", "a core is free", "no servers", "alone"],
)


@ONE_WAITS
def test_all_but_one_may_work_at_once_where_there_are_no_more_cores(monkeypatch, jobs, cores, lines, waited):
    """Without any process."""
    monkeypatch.setattr(process_pool, "cores", lambda: cores)
    monkeypatch.setattr(process_pool, "_Pool", lambda *_given, initargs, **_named: initargs[3])
    at_once = process_pool.pool(jobs, Simple, lines, prepared=False)
    assert (at_once is not None) == waited
    assert not waited or [at_once.acquire(block=False) for _ in range(jobs)] == [*[True] * (jobs - 1), False]


@ONE_WAITS
def test_one_process_waits_while_libraries_load_on_its_core(tmp_path, monkeypatch, jobs, cores, lines, waited):
    """Three that work on two cores: each figure took half as long again, and so did the import."""
    monkeypatch.setattr(process_pool, "cores", lambda: cores)
    note = tmp_path / "note"
    note.touch()
    with process_pool.pool(jobs, functools.partial(Waits, note), lines, prepared=False) as pool:
        for done in [pool.submit(time.sleep, 0.2) for _ in range(jobs)]:
            done.result()
    assert note.read_text().count("waited") == waited


def test_each_class_sees_the_checks_and_the_surroundings_of_now(tmp_path, monkeypatch):
    """Also where an earlier one has left a process that began in others."""
    files = {"checks/test_double.py": f"{miniature.DOUBLE}\nWORD = 'first'\n{TELLS}"}
    folder = miniature.write(tmp_path, files)
    (tmp_path / "pages").mkdir()
    pages = handed(tmp_path / "pages", 2)
    told = []
    for word in ("first", "second"):
        monkeypatch.setenv("TOLD", f"the {word} run")
        checks = folder / "checks" / "test_double.py"
        checks.write_text(checks.read_text().replace("first", word))
        reports = list(batch.grade(pages, folder, Settings(exercises=("double",)), 2))
        told += {report.exercises[0].checks[-1].message.rpartition(": ")[2] for report in reports}
    assert told == ["first in the first run", "second in the second run"]


ENDS = {
    "os._exit(9)": (1, "a                not graded: The grading process ended twice."),
    "raise SystemExit(9)": (1, "The checks could not run: pytest ended with SystemExit: 9 (test_double.py, line 2)"),
}


@pytest.mark.parametrize(("end", "told"), ENDS.items(), ids=ENDS)
def test_checks_that_end_their_process_do_not_end_the_command(tmp_path, end, told):
    """Not even where they end the one that all grading processes are forked from."""
    folder = miniature.write(tmp_path / "kit", {"checks/test_double.py": f"import os\n{end}\n"})
    miniature.files(
        tmp_path / "pages", a_py=miniature.page(), b_py=miniature.page()
    )  # one would be judged by the command
    done = graded(folder, tmp_path / "pages", tmp_path / "out")
    assert done.returncode == told[0] and told[1] in done.stdout + done.stderr, done
    assert "Traceback" not in done.stderr


def test_elsewhere_than_on_linux_processes_are_fresh_interpreters(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert process_pool._method(b"").get_start_method() == "spawn"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux forks grading processes")
def test_and_where_no_fork_server_can_be_started(monkeypatch):
    def fail():
        raise OSError("AF_UNIX path too long")

    monkeypatch.setattr(process_pool.compat, "start_fork_server", fail)
    assert process_pool._method(b"").get_start_method() == "spawn"
    assert process_pool.READY not in os.environ


@pytest.mark.skipif(os.name == "nt", reason="there are no signals to one process there")
@pytest.mark.parametrize("has_work", [True, False])
def test_only_a_pool_that_has_work_stops_its_processes(monkeypatch, has_work):
    """One that is only starting would end with a traceback."""
    told = []
    monkeypatch.setattr(process_pool.compat, "pool_processes", lambda _pool: [BaseProcess.__new__(BaseProcess)])
    monkeypatch.setattr(BaseProcess, "pid", 7)
    monkeypatch.setattr(process_pool.compat, "is_broken", lambda _pool: False)
    monkeypatch.setattr(process_pool.compat, "has_work", lambda _pool: has_work)
    monkeypatch.setattr(process_pool.os, "kill", lambda *given: told.append(given))
    monkeypatch.setattr(process_pool.ProcessPoolExecutor, "shutdown", lambda *_given, **_named: None)
    pool = process_pool._Pool.__new__(process_pool._Pool)
    pool.ended = multiprocessing.Semaphore(0)
    pool.shutdown(cancel_futures=True)
    assert told == [(7, signal.SIGINT)] * has_work and pool.ended.acquire(block=False)


def test_no_process_begins_a_task_after_the_end(monkeypatch):
    """Each of them hears of it."""
    monkeypatch.setattr(process_pool, "_ended", multiprocessing.Semaphore(0))
    assert process_pool._is_over() is False
    process_pool._ended.release()
    assert process_pool._is_over() is process_pool._is_over() is True
    with pytest.raises(KeyboardInterrupt):
        process_pool.work("a task")
