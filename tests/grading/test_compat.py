"""Python's process pools are still as grading needs them; each test says what has changed if they are not."""

import functools
import multiprocessing
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from other_side import OtherSideChanged, unchanged

from autograder.grading import compat

SECONDS = 60  # for a process to begin or end, however busy the machine is


def unchanged_python(what: str):
    return unchanged("Python", "grading/compat.py", what)


@pytest.fixture
def pool():
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield pool


def test_the_processes_of_a_pool(pool):
    with unchanged_python("a pool's processes are in _processes, until it is shut down"):
        assert compat.pool_processes(pool) == []
        number = pool.submit(os.getpid).result(SECONDS)
        assert [process.pid for process in compat.pool_processes(pool)] == [number]
        pool.shutdown()
        assert compat.pool_processes(pool) == []


def test_a_pool_that_has_lost_a_process_is_broken(pool):
    with unchanged_python("_broken says that a process of the pool has died"):
        assert not compat.is_broken(pool)
        lost = pool.submit(os._exit, 1)
        assert isinstance(lost.exception(SECONDS), BrokenProcessPool)
        assert compat.is_broken(pool)


def test_a_pool_has_work_until_its_last_task_is_done(pool):
    with unchanged_python("_pending_work_items holds the tasks that are not finished"):
        assert not compat.has_work(pool)
        tasks = [pool.submit(time.sleep, 0.01) for _task in range(3)]
        assert compat.has_work(pool)
        for task in tasks:
            task.result(SECONDS)
        pool.shutdown()
        assert not compat.has_work(pool)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork server on this system")
def test_the_fork_server_starts_and_stays():
    from multiprocessing import forkserver

    with unchanged_python("multiprocessing.forkserver.ensure_running starts the fork server, once"):
        compat.start_fork_server()
        started = forkserver._forkserver._forkserver_pid
        compat.start_fork_server()
        assert started and forkserver._forkserver._forkserver_pid == started


def test_something_is_called_when_a_process_of_a_pool_ends(tmp_path):
    ended = tmp_path / "ended"
    finish = functools.partial(Path.touch, ended)
    spawn = multiprocessing.get_context("spawn")
    with unchanged_python("multiprocessing.util.Finalize has something called when a process of a pool ends"):
        with ProcessPoolExecutor(1, spawn, initializer=compat.at_process_end, initargs=(None, finish)) as pool:
            pool.submit(os.getpid).result(SECONDS)
            assert not ended.exists()
        assert ended.exists()


@pytest.mark.parametrize("name", ["_processes", "_broken", "_pending_work_items"])
def test_a_change_would_be_said(name):
    """The tests above can fail, and say what to do."""
    pool = ProcessPoolExecutor(1)
    delattr(pool, name)
    with pytest.raises(OtherSideChanged, match=rf"^Python {sys.version_info[0]}\.[\d.]+ has changed. autograder/grading/compat.py .*{name}"):
        with unchanged_python("a pool has what it had"):
            compat.pool_processes(pool), compat.is_broken(pool), compat.has_work(pool)
