"""Real workers, forked and spawned: started, asked, lost and ended. NumPy only, so that it is quick.

They run without walls (see test_confine for those), so that a page here can do the things that have to be survived.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from autograder.sandbox.fork_server_client import ForkServerClient
from autograder.sandbox.fork_server_handle import ENVIRONMENT, Servers, StartFailed, loading_servers
from autograder.sandbox.isolation import ProcessLimits
from autograder.sandbox.last_words import read_now
from autograder.sandbox.launcher import Starters
from autograder.sandbox.preload import load_chains
from autograder.sandbox.spawn_launcher import SpawnLauncher
from autograder.sandbox.worker_handle import WorkerHandle, WorkerLost
from autograder.transport.channel import Channel

MODULES = ("numpy",)
LIMITS = ProcessLimits(memory=2048)
PLENTY = 300  # seconds; for answers that do come, however busy the machine is
LITTLE = 0.3  # seconds; for answers that never come

needs_fork = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="workers are forked on Linux only")


@pytest.fixture(scope="module")
def starters():
    """A fork server for the whole file: what one worker does must not matter to the next."""
    with Starters(highest_level="none") as running:
        yield running


@pytest.fixture
def start(starters):
    """``start(source)``: a worker that has read a page."""
    workers = []

    def started(source: str, starter=None, limits: ProcessLimits = LIMITS) -> WorkerHandle:
        worker = (starter or starters.get(MODULES)).start(limits)
        workers.append(worker)
        reply = load(worker, source)
        assert reply["status"] == "returned", reply
        return worker

    yield started
    for worker in workers:
        worker.close()


@pytest.fixture
def slow(tmp_path, monkeypatch) -> tuple[str, ...]:
    """Libraries that take a while to load; who waits for the server's end, waits for all of it."""
    (tmp_path / "slow_to_load.py").write_text("import time\ntime.sleep(20)")
    monkeypatch.setattr("autograder.sandbox.fork_server_handle.PATIENCE", PLENTY)
    monkeypatch.setattr("autograder.sandbox.fork_server_handle.ENVIRONMENT", {**ENVIRONMENT, "PYTHONPATH": str(tmp_path)})
    return ("json", "slow_to_load")


def leave(worker: WorkerHandle) -> None:
    """Closes our side of a worker whose server is gone."""
    worker.channel.close()
    worker.words()
    with pytest.raises(StartFailed, match="is gone"):
        worker.end(True)


def load(worker: WorkerHandle, source: str) -> dict:
    import ast

    picks = list(range(len(ast.parse(source).body)))
    return worker.ask({"op": "load", "cells": [{"source": source, "picks": picks, "filename": "mnist.py"}]}, PLENTY)


def call(worker: WorkerHandle, seconds: float = PLENTY, **arguments: object) -> dict:
    return worker.ask({"op": "call", "function": "f", "arguments": arguments, "seed": 17}, seconds)


def lost(worker: WorkerHandle, seconds: float = PLENTY, **arguments: object) -> WorkerLost:
    """The exception with which a call gives no answer."""
    with pytest.raises(WorkerLost) as caught:
        call(worker, seconds, **arguments)
    return caught.value


def is_running(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def ends(pid: int) -> bool:
    """Whether a process that was killed is gone; the kernel may take a moment to carry it out."""
    for _ in range(200):
        if not is_running(pid):
            return True
        time.sleep(0.01)
    return False


# -- answers ----------------------------------------------------------------------------------------------------------


def test_a_function_is_called_with_arrays_and_gives_plain_data(start):
    worker = start("import numpy as np\n\ndef f(images, factor):\n    return images * factor, np.uint8(3)")
    reply = call(worker, images=np.arange(3.0), factor=2)
    array, number = reply["value"]
    assert array.tolist() == [0.0, 2.0, 4.0]
    assert (number.type_name, number.content) == ("numpy.uint8", 3)


def test_an_argument_comes_back_as_it_is_after_the_call(start):
    reply = call(start("def f(images):\n    images[0] = 9"), images=np.zeros(2))
    assert reply["arguments"]["images"].tolist() == [9.0, 0.0]


def test_an_exception_is_an_answer_with_its_place(start):
    reply = call(start("def f(x):\n    return 1 / x"), x=0)
    assert (reply["status"], reply["type"], reply["places"]) == ("raised", "ZeroDivisionError", [("mnist.py", 2, "f")])


@pytest.mark.parametrize("ending", ["import sys; sys.exit(0)", "raise KeyboardInterrupt", "exit()", "quit(1)"])
def test_an_exit_in_python_is_an_answer(start, ending):
    worker = start(f"def f():\n    {ending}")
    assert call(worker)["type"] in ("SystemExit", "KeyboardInterrupt", "NameError")
    assert worker.alive


def test_a_page_that_exits_while_it_is_read_is_an_answer(starters):
    worker = starters.get(MODULES).start(LIMITS)
    assert load(worker, "import sys\nsys.exit(3)")["type"] == "SystemExit"
    worker.close()


def test_endless_recursion_is_an_answer(start):
    assert call(start("def f():\n    return f()"))["type"] == "RecursionError"


def test_what_is_printed_comes_along(start):
    assert call(start("import sys\n\ndef f():\n    print('a')\n    print('b', file=sys.stderr)"))["output"] == "a\nb\n"


def test_a_hundred_megabytes_of_prints_do_no_harm(start):
    worker = start("def f():\n    for _ in range(100):\n        print('x' * 2**20)\n    return 1")
    reply = call(worker)
    assert reply["value"] == 1
    assert len(reply["output"]) < 100_000 and "more characters were left out" in reply["output"]


def test_what_goes_past_python_to_standard_output_does_no_harm(start):
    worker = start("import os\n\ndef f():\n    for _ in range(20):\n        os.write(1, b'x' * 2**20)\n    return 1")
    assert call(worker)["value"] == 1


def test_random_numbers_follow_the_seed_of_each_request(start):
    worker = start("import random\nimport numpy as np\n\ndef f():\n    return random.random(), float(np.random.rand())")
    assert call(worker)["value"] == call(worker)["value"]


def test_a_thread_that_is_left_running_does_not_hold_up_the_next_call(start):
    source = (
        "import threading, time\n\ndef f():\n    threading.Thread(target=time.sleep, args=(60,)).start()\n    return 1"
    )
    worker = start(source)
    assert [call(worker)["value"], call(worker)["value"]] == [1, 1]


def test_two_workers_know_nothing_of_each_other(start):
    first = start("import builtins, numpy\nbuiltins.secret = numpy.secret = 1\n\ndef f():\n    return 1")
    second = start(
        "import builtins, numpy\n\ndef f():\n    return hasattr(builtins, 'secret') or hasattr(numpy, 'secret')"
    )
    assert (call(first)["value"], call(second)["value"]) == (1, False)


def test_a_worker_sees_no_environment_of_ours(monkeypatch):
    monkeypatch.setenv("COURSE_PASSWORD", "hunter2")
    with Starters(highest_level="none") as starters:
        worker = starters.get(MODULES).start(LIMITS)
        load(worker, "import os\n\ndef f():\n    return sorted(os.environ), os.getcwd()")
        names, folder = call(worker)["value"]
        worker.close()
    assert "COURSE_PASSWORD" not in names
    assert Path(folder) != Path.cwd() and not Path(folder).exists(), "a folder of its own, gone with the server"


def test_a_future_import_holds_for_the_cells_after_it(start):
    """As in a notebook's kernel: an annotation that nothing defines is never looked at."""
    worker = start("")
    sources = ["from __future__ import annotations", "def f(x: NoSuchType = 1) -> AnotherOne:\n    return x"]
    cells = [{"source": one, "picks": [0], "filename": "mnist.py"} for one in sources]
    assert worker.ask({"op": "load", "cells": cells}, PLENTY)["status"] == "returned"
    assert call(worker)["value"] == 1
    assert worker.ask({"op": "load", "cells": cells[1:]}, PLENTY)["type"] == "NameError"


SHOWN = """
import inspect

def text(x):
    return inspect.getsource(given)
"""


def test_python_finds_the_text_of_what_the_page_defines(start):
    """Cells of one name are parts of one file; a notebook's each have a name of their own."""
    worker = start("")
    parts = [(SHOWN, [0, 1], "random.py"), ("\n" * 9 + "given = lambda: 3  # three", [0], "random.py")]
    for cells, expected in (
        (parts, "given = lambda: 3  # three\n"),
        ([("def given():\n    pass", [0], "cell 2")], "def given():\n    pass\n"),
    ):
        sent = [{"source": source, "picks": picks, "filename": name} for source, picks, name in cells]
        assert worker.ask({"op": "load", "cells": sent}, PLENTY)["status"] == "returned"
        assert worker.ask({"op": "call", "function": "text", "arguments": {"x": 0}}, PLENTY)["value"] == expected


# -- no answer --------------------------------------------------------------------------------------------------------


def test_an_endless_loop_is_stopped_and_named(start):
    error = lost(start("def f():\n    while True:\n        pass"), LITTLE)
    assert (error.outcome, error.detail) == ("timeout", "0.3")


@pytest.fixture
def crowd():
    """``crowd(processor)``: other processes keep this one busy."""
    others = []

    def gathered(processor: int) -> None:
        source = f"import os\nos.sched_setaffinity(0, [{processor}])\nprint(flush=True)\nwhile True: pass"
        for _ in range(4):  # each in a session of its own: the kernel divides a processor between sessions first
            one = subprocess.Popen([sys.executable, "-c", source], stdout=subprocess.PIPE, start_new_session=True)
            others.append(one)
            one.stdout.readline()

    yield gathered
    for one in others:
        one.kill()
        one.wait()
        one.stdout.close()


@needs_fork
@pytest.mark.parametrize("spawned", [False, True])
def test_a_process_gets_back_the_time_in_which_it_had_no_processor(start, crowd, spawned):
    """A right answer was stopped "after 10 s" on a busy machine, of which it had computed three."""
    source = "import os, time\n\ndef f(processor):\n    os.sched_setaffinity(0, [processor])\n    while time.process_time() < ends: pass\n    return 1"
    source += "\n\nends = time.process_time() + 0.4"
    launcher = SpawnLauncher(MODULES, "none") if spawned else None
    worker = start(source, launcher)
    processor = min(os.sched_getaffinity(0))
    crowd(processor)
    assert call(worker, 0.6, processor=processor)["value"] == 1
    assert 0 < worker.added <= 5 * 0.6
    if launcher is not None:
        launcher.close()


def test_no_process_is_waited_for_without_end(start):
    worker = start("def f():\n    while True: pass")
    worker.waited = lambda: 1e9
    assert lost(worker, LITTLE).outcome == "timeout"
    assert worker.added == 5 * LITTLE


def test_who_sleeps_gets_no_time_back(start):
    worker = start("import time\n\ndef f():\n    time.sleep(60)")
    assert lost(worker, LITTLE).outcome == "timeout"
    assert worker.added < 5 * LITTLE


def test_an_endless_loop_is_stopped_even_if_it_catches_everything(start):
    source = "import signal\n\ndef f():\n    signal.signal(signal.SIGTERM, signal.SIG_IGN)\n    while True:\n        try:\n            while True: pass\n        except BaseException: pass"
    assert lost(start(source), LITTLE).outcome == "timeout"


@pytest.mark.parametrize(
    ("ending", "detail"),
    [
        ("os._exit(0)", "exit code 0"),
        ("os._exit(3)", "exit code 3"),
        ("os.kill(os.getpid(), 9)", "signal 9"),
        ("os.abort()", "signal 6"),
    ],
)
def test_a_process_that_ends_is_a_crash_and_tells_how(start, ending, detail):
    error = lost(start(f"import os\n\ndef f():\n    {ending}"))
    assert (error.outcome, error.detail) == ("crashed", detail)


def test_a_page_that_ends_the_process_while_it_is_read_is_a_crash(starters):
    worker = starters.get(MODULES).start(LIMITS)
    with pytest.raises(WorkerLost) as caught:
        load(worker, "import os\nos._exit(0)")
    assert caught.value.outcome == "crashed"


def test_too_much_memory_for_an_array_is_an_answer(start):
    reply = call(start("import numpy as np\n\ndef f():\n    return np.ones((60000, 784, 60))"))
    assert (reply["status"], "MemoryError" in reply["bases"]) == ("raised", True)


def test_memory_that_grows_without_end_stops_at_the_limit(start):
    worker = start("def f():\n    held = []\n    while True:\n        held.append(bytearray(2**26))", limits=ProcessLimits(memory=600))
    try:
        assert "MemoryError" in call(worker)["bases"]
    except WorkerLost as error:
        assert error.outcome == "memory"


def test_last_words_about_memory_make_a_crash_a_lack_of_memory(start):
    source = "import os\n\ndef f():\n    os.write(2, b'terminate called after throwing std::bad_alloc')\n    os.abort()"
    assert lost(start(source)).outcome == "memory"


def test_an_answer_too_large_for_a_message_is_a_crash_that_says_so(start, monkeypatch):
    worker = start("import numpy as np\n\ndef f():\n    return [np.zeros(2**24), np.zeros(2**24), np.zeros(2**24)]")
    error = lost(worker)
    assert error.outcome == "crashed" and "too large for one message" in error.detail


# A page can reach the worker's own code. It can break its line, and never more than its line.
FORGED = {
    "early bytes": "self.connection.sendall(b''.join(wire.encode(value)) + b'early')",
    "no message": 'self.connection.sendall(b\'{"status": "returned", "value": 1}\' * 3)',
    "a pickle": "self.connection.sendall(pickle.dumps(value))",
    "another number": "send(self, {**value, 'id': 'ffff'})",
    "no number": "send(self, {'status': 'returned', 'value': 1})",
    "no dictionary": "send(self, 'passed')",
}


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED)
def test_a_forged_answer_is_a_crash(start, forged):
    source = f"""
import pickle
from autograder.transport import wire
from autograder.transport.channel import Channel

send = Channel.send

def forge(self, value, seconds=None):
    {forged}

def f():
    Channel.send = forge

def g():
    pass
"""
    worker = start(source)
    with pytest.raises(WorkerLost) as caught:
        call(worker)  # puts the forger in place; only early bytes come behind a good answer
        call(worker)
    assert caught.value.outcome == "crashed" and not worker.alive


def test_early_bytes_are_named():
    """Whatever waits before a question is asked answers nothing."""
    ours, theirs = socket.socketpair()
    read, write = os.pipe()
    os.close(write)
    worker = WorkerHandle(Channel(ours), lambda: read_now(read), lambda kill: 0, "none")
    theirs.sendall(b"early")
    with pytest.raises(WorkerLost, match="sent a message without a request"):
        worker.ask({"op": "call"}, PLENTY)
    theirs.close()


def test_a_killed_worker_is_never_asked_again(start):
    worker = start("def f(again):\n    while not again: pass\n    return 1")
    lost(worker, LITTLE, again=False)
    assert not worker.alive
    with pytest.raises((WorkerLost, OSError)):
        call(worker, again=True)


def test_the_next_worker_after_a_killed_one_is_a_fresh_process(start):
    first = start(
        "import os\nseen = []\n\ndef f(loop):\n    seen.append(1)\n    while loop: pass\n    return os.getpid(), len(seen)"
    )
    pid, _count = call(first, loop=False)["value"]
    lost(first, LITTLE, loop=True)
    second = start("import os\nseen = []\n\ndef f(loop):\n    seen.append(1)\n    return os.getpid(), len(seen)")
    other, count = call(second, loop=False)["value"]
    assert other != pid and count == 1


def test_closing_twice_is_harmless(start):
    worker = start("def f(): pass")
    worker.close()
    assert worker.close() == 0


@needs_fork
def test_a_worker_that_hangs_up_and_stays_is_ended(monkeypatch):
    """It sleeps for two seconds, so that a judge that waits for it is delayed and not stuck."""
    monkeypatch.setattr(ForkServerClient._answer, "__defaults__", (1,))
    with Starters(highest_level="none") as starters:
        worker = starters.get(MODULES).start(LIMITS)
        load(worker, "import os, time\n\ndef f():\n    os.closerange(3, 100)\n    time.sleep(2)")
        with pytest.raises(WorkerLost):
            call(worker)


# -- what is left -----------------------------------------------------------------------------------------------------

PIDS = "import os, subprocess, sys\n\ndef f():\n    child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n    return os.getpid(), child.pid"


@needs_fork
def test_nothing_survives_the_end_of_a_worker(start):
    worker = start(PIDS)
    pids = call(worker)["value"]
    assert all(is_running(pid) for pid in pids)
    worker.close()
    assert all(ends(pid) for pid in pids)


@needs_fork
@pytest.mark.parametrize("by_itself", [False, True], ids=["closed", "ended by itself"])
def test_nothing_survives_a_spawned_worker(start, tmp_path, by_itself):
    note = tmp_path / "pid"
    source = f"""
import os, subprocess, sys

def f(by_itself):
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    with open({str(note)!r}, "w") as file:
        file.write(str(child.pid))
    if by_itself:
        os._exit(0)
"""
    spawner = SpawnLauncher(MODULES, "none")
    try:
        worker = start(source, spawner)
        lost(worker, by_itself=True) if by_itself else call(worker, by_itself=False)
        worker.close()
        assert ends(int(note.read_text()))
    finally:
        spawner.close()


@needs_fork
def test_nothing_survives_the_end_of_a_server():
    with Starters(highest_level="none") as starters:
        worker = starters.get(MODULES).start(LIMITS)
        load(worker, PIDS)
        pids = call(worker)["value"]
        (servers,) = starters.servers
    leave(worker)
    assert all(ends(pid) for pid in (*pids, servers.process.pid))
    assert not Path(servers.scratch.folder).exists()


@needs_fork
def test_nothing_survives_a_worker_that_ended_by_itself(start, tmp_path):
    note = tmp_path / "pid"
    source = f"""
import os, subprocess, sys

def f():
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(2)"])
    open({str(note)!r}, "w").write(str(child.pid))
    os._exit(0)
"""
    lost(start(source))
    assert not is_running(int(note.read_text())) or ends_within_a_second(int(note.read_text()))


def ends_within_a_second(pid: int) -> bool:
    for _ in range(50):
        time.sleep(0.01)
        if not is_running(pid):
            return True
    return False


# -- starting ---------------------------------------------------------------------------------------------------------


@needs_fork
def test_our_own_modules_are_compiled_once(tmp_path, monkeypatch):
    """And not for each check anew: 0.05 s. What a page imports leaves nothing behind."""
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path))
    with Starters(highest_level="none") as starters:
        worker = starters.get(MODULES).start(LIMITS)
        assert list(tmp_path.rglob("autograder/sandbox/worker_main.*.pyc"))
        load(worker, "import sys\ndef f(): return sys.dont_write_bytecode")
        assert call(worker)["value"] is True
        worker.close()


@pytest.mark.parametrize("spawn", [pytest.param(False, marks=needs_fork), True])
def test_personal_settings_of_whoever_grades_change_no_figure(tmp_path, monkeypatch, spawn):
    """Matplotlib's: with ``image.origin: lower`` every image of a class was upside down."""
    (tmp_path / "matplotlibrc").write_text("image.origin: lower\nfigure.dpi: 42\n")
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path))
    with Starters(spawn, highest_level="none") as starters:
        worker = starters.get(("numpy", "matplotlib.pyplot")).start(LIMITS)
        names = "'image.origin', 'figure.dpi', 'backend'"
        load(worker, f"import matplotlib\ndef f(): return [matplotlib.rcParams[name] for name in ({names})]")
        assert call(worker)["value"] == ["upper", 100.0, "Agg"]
        worker.close()


@pytest.mark.parametrize("spawn", [pytest.param(False, marks=needs_fork), True])
def test_a_library_that_is_missing_is_our_fault_and_named(spawn):
    with Starters(spawn) as starters, pytest.raises(StartFailed, match="a_library_that_nobody_has"):
        starters.get(("a_library_that_nobody_has",)).start(LIMITS)


@needs_fork
def test_a_server_that_is_gone_is_told():
    with Starters(highest_level="none") as starters:
        server = starters.get(MODULES)
        server.start(LIMITS).close()
        starters.servers[0].process.kill()
        starters.servers[0].process.wait()
        with pytest.raises(StartFailed, match="the fork server"):
            server.start(LIMITS)


@needs_fork
def test_a_worker_that_cannot_be_confined_is_our_fault_and_nobody_elses(start, starters):
    """A full disk, say: the judge hears of it, and the workers of the same server go on."""
    other = start("def f():\n    return 1")
    with pytest.raises(StartFailed, match="TypeError"):
        starters.get(MODULES).start(ProcessLimits(memory=None))
    assert call(other)["value"] == 1


@needs_fork
def test_two_judges_share_a_server():
    """Each ends its own workers; when one judge goes, only its workers end."""
    with Starters(highest_level="none") as starters:
        server = starters.get(MODULES)
        other = ForkServerClient(server.connection.dup())
        theirs, ours = other.start(LIMITS), server.start(LIMITS)
        for worker in (theirs, ours):
            load(worker, "import os\n\ndef f():\n    return os.getpid()")
        pids = [call(worker)["value"] for worker in (theirs, ours)]
        theirs.close()
        assert ends(pids[0]) and call(ours)["value"] == pids[1]
        other.close()
        assert server.start(LIMITS).close() is not None
        ours.close()


@pytest.mark.parametrize(
    ("sets", "expected"),
    [
        ([("a", "b"), ("a",), ("a", "b")], [[("a",), ("a", "b")]]),
        ([("a", "b"), ("a", "c")], [[("a", "b")], [("a", "c")]]),
        ([("a", "keras"), ("a", "matplotlib.pyplot")], [[("a", "matplotlib.pyplot"), ("a", "keras")]]),  # brings it
        ([(), ("a",)], [[(), ("a",)]]),
        ([], []),
    ],
)
def test_a_process_goes_from_one_set_of_libraries_to_the_next(sets, expected):
    assert load_chains(sets) == expected


@needs_fork
def test_servers_that_share_libraries_come_from_one_process():
    """Each has its own libraries and no more, and the level of isolation it was asked for."""
    with Starters(highest_level="none") as starters:
        starters.load([("json", "colorsys"), ("json",)])
        few, more = starters.get(("json",)), starters.get(("json", "colorsys"))
        assert len(starters.servers) == 1 and few.connection is not more.connection
        folder = Path(starters.servers[0].scratch.folder)
        found = []
        for one in (few, more):
            worker = one.start(LIMITS)
            load(worker, "import os, sys\n\ndef f():\n    return 'colorsys' in sys.modules, os.getppid()")
            found.append(call(worker)["value"])
            worker.close()
        (without, first), (within, second) = found
    assert (without, within) == (False, True) and first != second
    assert ends(first) and ends(second) and not folder.exists()


@needs_fork
def test_a_library_that_is_missing_leaves_the_other_servers_alone():
    with Starters(highest_level="none") as starters:
        starters.load([("json",), ("json", "a_library_that_nobody_has")])
        with pytest.raises(StartFailed, match="a_library_that_nobody_has"):
            starters.get(("json", "a_library_that_nobody_has")).start(LIMITS)
        assert starters.get(("json",)).start(LIMITS).close() is not None


@needs_fork
def test_a_server_that_still_loads_need_not_be_waited_for(slow):
    """``watch`` ends while TensorFlow loads. Servers that are ready hear it, and end their workers."""
    with Starters(highest_level="none") as starters:
        starters.load([("json",), slow])
        worker = starters.get(("json",)).start(LIMITS)
        load(worker, "import os\n\ndef f():\n    return os.getpid()")
        pid = call(worker)["value"]
        starters.stop_loading()
        assert starters.servers[0].process.wait(PLENTY) == -signal.SIGKILL and call(worker)["value"] == pid
    leave(worker)
    assert ends(pid)


@needs_fork
def test_servers_that_have_begun_are_taken_once():
    """A command lets them load before it has loaded what judges; they end with whoever has taken them."""
    with loading_servers([MODULES, ("json",)], None, "none") as found:
        theirs = list(found)
        with Starters(highest_level="none") as starters:
            starters.take(found)
            assert found == [] and starters.servers == theirs[::-1]
            worker = starters.get(MODULES).start(LIMITS)
            load(worker, "def f():\n    return 1")
            assert call(worker)["value"] == 1
            worker.close()
        assert all(one.process.returncode is not None for one in theirs)


@needs_fork
def test_servers_that_nobody_takes_are_not_waited_for(slow):
    """All is known already, or the command's words are wrong."""
    with loading_servers([slow], None, "none") as (one,):
        pass
    assert one.process.returncode == -signal.SIGKILL and not Path(one.scratch.folder).exists()


def test_no_server_begins_where_workers_are_not_forked():
    with loading_servers([MODULES], True, "none") as found:
        assert found == []


@pytest.mark.parametrize("spawn", [pytest.param(False, marks=needs_fork), True])
def test_a_set_that_comes_twice_leaves_nothing_behind(spawn, tmp_path, monkeypatch):
    """Exercises share sets of libraries. Each starter has a folder for its workers, which ends with it."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with Starters(spawn, "none") as starters:
        starters.load([MODULES, MODULES, ("json",), MODULES])
        assert len(starters.running) == 2
    assert list(tmp_path.iterdir()) == []


@needs_fork
def test_libraries_that_nobody_needed_are_not_waited_for(slow):
    """A page of stubs is checked before TensorFlow is there."""
    with Starters(highest_level="none") as starters:
        starters.load([("json",), slow])
        starters.get(("json",)).start(LIMITS).close()
        process = starters.servers[0].process
    assert process.returncode == -signal.SIGKILL


@needs_fork
def test_a_server_that_does_not_end_is_killed(monkeypatch):
    monkeypatch.setattr("autograder.sandbox.fork_server_handle.PATIENCE", LITTLE)
    servers = Servers([MODULES], "none")
    os.kill(servers.process.pid, signal.SIGSTOP)
    servers.close()
    assert servers.process.returncode == -signal.SIGKILL and not Path(servers.scratch.folder).exists()


@needs_fork
def test_a_judge_that_is_killed_takes_its_workers_along():
    """An endless loop of a student's would go on for ever, and the server serves the other judges."""
    with Starters(highest_level="none") as starters:
        server = starters.get(MODULES)
        pids = subprocess.run(
            [sys.executable, "-c", LONELY_JUDGE, str(server.connection.fileno())],
            pass_fds=[server.connection.fileno()],
            capture_output=True,
            text=True,
            cwd=Path(__file__).parents[1],
        )
        assert pids.returncode == -signal.SIGKILL and ends(int(pids.stdout))
        server.start(LIMITS).close()


LONELY_JUDGE = """
import os, signal, socket, sys
from autograder.sandbox.isolation import ProcessLimits
from autograder.sandbox.fork_server_client import ForkServerClient

worker = ForkServerClient(socket.socket(fileno=int(sys.argv[1]))).start(ProcessLimits())
cell = {"source": "import os\\n\\ndef f(): return os.getpid()\\n\\ndef g():\\n    while True: pass"}
worker.ask({"op": "load", "cells": [{**cell, "picks": [0, 1, 2], "filename": "a.py"}], "seed": 0}, 9)
request = {"op": "call", "arguments": {}, "seed": 0}
print(worker.ask({**request, "function": "f"}, 9)["value"], flush=True)
worker.channel.send({**request, "function": "g", "id": "1"}, 9)
os.kill(os.getpid(), signal.SIGKILL)
"""

SECOND_THREAD = """
import threading
from autograder.sandbox import fork_server

fork_server.check_safe_to_fork()
done = threading.Event()
threading.Thread(target=done.wait).start()
try:
    fork_server.check_safe_to_fork()
except fork_server.UnsafeToFork as error:
    print(error)
done.set()
"""


@needs_fork
def test_a_server_with_a_second_thread_refuses_to_fork():
    """A fork would hang in the child, so it is not tried. (In an interpreter of its own: the tests' has threads.)"""
    done = subprocess.run([sys.executable, "-c", SECOND_THREAD], capture_output=True, text=True, check=True)
    assert "second thread" in done.stdout


def test_one_starter_serves_for_one_set_of_libraries(starters):
    assert starters.get(MODULES) is starters.get(MODULES)


REQUESTS = """
import os, random
import numpy as np

CALLS = []

def f(kind):
    CALLS.append(kind)
    if kind == "numbers":
        return [random.random(), float(np.random.rand()), hash("text"), len(CALLS)]
    if kind == "prints":
        print("hello")
        return {"a": (1, 2.5), np.uint8(3): None}
    if kind == "raises":
        return {}[kind]
    if kind == "settings":
        return {name: os.environ.get(name) for name in ("OMP_NUM_THREADS", "MPLBACKEND", "PYTHONHASHSEED")}
    if kind == "ends":
        os._exit(5)
    while kind == "loops":
        pass
"""
KINDS = ["numbers", "prints", "raises", "settings", "nothing", "numbers"]


@needs_fork
def test_a_spawned_worker_gives_the_same_answers_as_a_forked_one(start):
    spawner = SpawnLauncher(MODULES, "none")
    try:
        answers = []
        for starter in (None, spawner):
            worker = start(REQUESTS, starter)
            replies = [call(worker, kind=kind) for kind in KINDS]
            answers.append(
                [{key: value for key, value in reply.items() if key not in ("id", "seconds")} for reply in replies]
            )
            endings = [
                (one.outcome, one.detail)
                for one in (lost(worker, kind="ends"), lost(start(REQUESTS, starter), 2, kind="loops"))
            ]
            answers[-1].append(endings)
        assert answers[0] == answers[1]
        assert answers[0][-1] == [("crashed", "exit code 5"), ("timeout", "2")]
    finally:
        spawner.close()


def test_a_spawned_worker_has_the_same_memory_limit():
    spawner = SpawnLauncher(MODULES, "none")
    worker = spawner.start(LIMITS)
    load(worker, "import numpy as np\n\ndef f():\n    return np.ones((60000, 784, 60))")
    assert "MemoryError" in call(worker)["bases"]
    worker.close()
    spawner.close()
    assert not Path(spawner.scratch.folder).exists()
