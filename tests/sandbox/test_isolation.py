"""What a worker cannot do, tried from inside one, at both levels; and what it must still be able to do."""

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.core import isolation_level
from autograder.sandbox import isolation
from autograder.sandbox.isolation import ProcessLimits
from autograder.sandbox.launcher import Starters
from autograder.sandbox.spawn_launcher import SpawnLauncher
from autograder.sandbox.worker_handle import WorkerHandle

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the walls are the Linux kernel's")

PLENTY = 60  # seconds
LIMITS = ProcessLimits(memory=2048)
HEAD = "import ctypes, errno, glob, os, socket, subprocess, sys, tempfile, threading\nlibc = ctypes.CDLL(None, use_errno=True)\n"


@pytest.fixture(scope="module", params=["full", "reduced"])
def server(request):
    with Starters(highest_level=request.param) as starters:
        running = starters.get(("numpy",))
        if running.level != request.param:
            pytest.skip(f"this system gives {running.level}")
        yield running


@pytest.fixture
def told(server):
    """``told(body)``: what a function with this body gives or raises, as text, inside a worker."""
    workers = []

    def run(body: str, argument: object = None) -> str:
        worker = server.start(LIMITS)
        workers.append(worker)
        return answer(worker, body, argument)

    yield run
    for worker in workers:
        worker.close()


def answer(worker: WorkerHandle, body: str, argument: object = None) -> str:
    source = HEAD + "def f(x):\n" + "\n".join(f"    {line}" for line in body.splitlines())
    worker.ask({"op": "load", "cells": [{"source": source, "picks": [0, 1, 2], "filename": "mnist.py"}]}, PLENTY)
    reply = worker.ask({"op": "call", "function": "f", "arguments": {"x": argument}}, PLENTY)
    return str(reply["value"]) if reply["status"] == "returned" else f"{reply['type']}: {reply['message']}"


@pytest.fixture
def secret(tmp_path):
    """A file that everybody may read and write."""
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o777)
    path = tmp_path / "secret.txt"
    path.write_text("the labels")
    path.chmod(0o666)
    return path


FORBIDDEN = {
    "read a file": "return open(x).read()",
    "read this repository": f"return open({__file__!r}).read()",
    "read another account's files": f"return [open(path).read() for path in ({os.path.expanduser('~root/.bashrc')!r}, '/etc/shadow')]",
    "write to a file": "os.write(os.open(x, os.O_WRONLY), b'forged')",
    "write beside a file": "os.open(x + '.new', os.O_WRONLY | os.O_CREAT)",
    "write into the libraries": "import numpy\nos.write(os.open(numpy.__file__, os.O_WRONLY | os.O_APPEND), b'# forged')",
    "remove a file": "os.remove(x)",
    "make a link to a file": "os.link(x, 'link')\nreturn open('link').read()",
    "change a file's rights": "os.chmod(x, 0)",
    "change a file's times": "os.utime(x)",
    "speak TCP": "socket.socket(socket.AF_INET, socket.SOCK_STREAM)",
    "speak UDP": "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
    "speak to a socket file": "socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)",
    "start a process": "os.fork()",
    "start a program": "subprocess.run(['/bin/true'])",
    "become a program": "os.execv('/bin/true', ['true'])",
    "start a program from memory": "os.memfd_create('program')",
    "signal another process": "os.kill(os.getppid() or 1, 0)",
    "signal itself to death unseen": "os.kill(os.getpid(), 9)",
    "leave its session": "os.setsid()",
    "outlive the server": "if libc.prctl(1, 0, 0, 0, 0): raise OSError(ctypes.get_errno())",
    "make a namespace": "if libc.unshare(0x10000000): raise OSError(ctypes.get_errno())",
    "mount something": "if libc.mount(b'none', b'/', b'tmpfs', 0, None): raise OSError(ctypes.get_errno())",
    "trace a process": "if libc.ptrace(16, os.getppid(), 0, 0) == -1: raise OSError(ctypes.get_errno())",
    "take all processors": "os.sched_setaffinity(0, range(os.cpu_count()))",
    "share memory with others": "if libc.shmget(1, 4096, 0o1666) == -1: raise OSError(ctypes.get_errno())",
}


@pytest.mark.parametrize("body", FORBIDDEN.values(), ids=FORBIDDEN)
def test_what_is_forbidden(told, secret, body):
    outcome = told(body, str(secret))
    assert outcome.partition(":")[0] in ("OSError", "PermissionError", "FileNotFoundError", "BlockingIOError"), outcome
    assert secret.read_text() == "the labels"
    assert [path.name for path in secret.parent.iterdir()] == ["secret.txt"]


def test_what_a_process_waited_for_a_processor_is_seen_from_outside(server):
    """Its judge cannot look it up itself: within its namespace the process has another number."""
    worker = server.start(LIMITS)
    try:
        assert answer(worker, "import time\nfor _ in range(200):\n    time.sleep(0.0001)\nreturn 1") == "1"  # each time, it waits to go on
        assert 0 < worker.waited() < PLENTY
        assert answer(worker, "return 1") == "1", "the process was ended by the question"
    finally:
        worker.close()


OF_THE_MACHINE = [
    "/etc/passwd", "/etc/group", "/etc/shadow", "/etc/hostname", "/etc/hosts", "/etc/machine-id", "/etc/resolv.conf",
    "/etc/environment", "/etc/fstab", "/etc/ssl/openssl.cnf", "/proc/1/environ", "/proc/cmdline",
    "/proc/version", "/proc/mounts", "/proc/partitions", "/proc/sys/kernel/random/boot_id", "/sys/class/dmi/id/product_name",
    "/sys/kernel/uevent_seqnum", "/sys/devices/virtual/dmi/id/sys_vendor", "/root/.bashrc", "/var/log/dpkg.log",
    "/usr/share/doc/bash/copyright", "/run/utmp", "/dev/mem", "/boot/grub/grub.cfg",
]  # fmt: skip


@pytest.mark.parametrize("path", OF_THE_MACHINE)
def test_nothing_of_the_machine_can_be_read(told, path):
    """``/proc/1`` is somebody else's at level ``reduced`` only; in a room it is the worker itself."""
    if path == "/proc/1/environ":
        body = "return [line for line in open(x, 'rb').read().split(b'\\0') if line] if os.getpid() != 1 else 1 / 0"
        assert told(body, path).partition(":")[0] in ("PermissionError", "ZeroDivisionError")
        return
    outcome = told("return open(x, 'rb').read(50)", path)
    if path == "/proc/mounts":  # a link to the process's own
        assert "secret" not in outcome
        return
    assert outcome.partition(":")[0] in ("PermissionError", "FileNotFoundError"), outcome


def test_of_etc_there_is_only_what_libraries_need(tmp_path):
    """What is not shown in the house cannot be read, whoever asks."""
    from autograder.sandbox.isolation import namespaces

    shown = [path for path in namespaces.readable_paths() if path.startswith("/etc")]
    assert set(shown) <= {"/etc/ld.so.cache", "/etc/mime.types"}


def test_no_home_and_no_account_can_be_looked_at(told):
    body = (
        "import pwd\nfound = []\n"
        "for path in ('/home', '/root', '/etc/ssh', '/var', '/srv', '/mnt', '/tmp', '/sys', '/sys/class', '/run'):\n"
        "    try: found += [path, *os.listdir(path)] if os.listdir(path) and path not in os.getcwd() else []\n"
        "    except OSError: pass\n"
        "return found, len(pwd.getpwall())"
    )
    found, accounts = eval(told(body))  # noqa: S307  our own text
    assert accounts == 0
    assert set(found) <= {"/sys", "devices"}, "above what is shown of the processors"


def test_libraries_are_found_and_the_time_is_known_without_the_machines_settings(told):
    body = (
        "import ctypes.util, datetime, locale, mimetypes, time, zoneinfo\n"
        "ctypes.CDLL('libstdc++.so.6'); ctypes.CDLL('libz.so.1')\n"
        "locale.setlocale(locale.LC_ALL, 'C.UTF-8')\n"
        "return (mimetypes.guess_type('x.png')[0], time.tzname[0], os.path.expanduser('~') != '~', os.cpu_count() > 0,\n"
        "        datetime.datetime.now(zoneinfo.ZoneInfo('Asia/Seoul')).utcoffset().total_seconds() / 3600)"
    )
    assert told(body) == "('image/png', 'UTC', True, True, 9.0)"


def test_numbers_threads_and_figures_still_work(told):
    body = (
        "import numpy as np\n"
        "found = []\n"
        "thread = threading.Thread(target=lambda: found.append(np.ones((50, 50)) @ np.ones((50, 50))))\n"
        "thread.start(); thread.join()\n"
        "import matplotlib.pyplot as plt\n"
        "plt.plot([1, 2]); plt.gcf().canvas.draw()\n"
        "return float(found[0][0, 0])"
    )
    assert told(body) == "50.0"


def test_an_environment_without_anything_of_ours(told, monkeypatch):
    monkeypatch.setenv("API_TOKEN", "secret")
    assert "API_TOKEN" not in told("return sorted(os.environ)")


def test_no_descriptor_but_the_line_to_the_judge(told):
    body = "found = []\nfor n in range(200):\n    try: os.fstat(n); found.append(n)\n    except OSError: pass\nreturn found"
    assert told(body) == "[0, 1, 2, 3]"


def test_no_thread_of_another_process_can_be_signalled(told):
    """Landlock prevents it from Linux 6.12 on; the filter does everywhere."""
    body = (
        "from autograder.sandbox.isolation import syscalls\nsyscalls.syscall('tgkill', os.getpid(), os.getpid(), 0)\n"
        "other = os.getppid() or 2\n"
        "try: syscalls.syscall('tgkill', other, other, 0)\n"
        "except PermissionError: return 'refused'"
    )
    assert told(body) == "refused"


SHARED = Path("/usr/local/share/nbgrader/exchange/course/inbound")


@pytest.mark.skipif(not os.access("/usr/local/share", os.W_OK), reason="only root may put a file there")
def test_nothing_of_a_course_below_usr_can_be_read(told):
    """nbgrader's own place for what students hand in."""
    made = [path for path in (SHARED, *SHARED.parents) if not path.exists()]
    SHARED.mkdir(parents=True, exist_ok=True)
    secret = SHARED / "neighbour.py"
    secret.write_text("return images / 255")
    try:
        assert "Error" in told(f"return open({str(secret)!r}).read()")
        assert "Error" in told(f"return os.listdir({str(SHARED)!r})")
    finally:
        secret.unlink()
        for path in made:
            path.rmdir()


@pytest.mark.parametrize("prefix", ["/usr", "/usr/local"])
def test_where_python_is_the_systems_own_its_folder_is_not_shown_whole(prefix, monkeypatch):
    from autograder.sandbox.isolation import namespaces

    for name in ("prefix", "base_prefix", "exec_prefix"):
        monkeypatch.setattr(sys, name, prefix)
    assert not [path for path in namespaces.readable_paths() if f"{SHARED}/".startswith(f"{path}/")]


@pytest.fixture(scope="module")
def room():
    with Starters() as starters:
        running = starters.get(("numpy",))
        if running.level != "full":
            pytest.skip(f"this system gives {running.level}")
        yield running


def test_a_room_has_no_neighbours(room):
    """Two workers at once: neither sees the other, nor anything of the judge's."""
    first, second = room.start(LIMITS), room.start(LIMITS)
    try:
        assert answer(first, "return sorted(name for name in os.listdir('/proc') if name.isdigit())") == "['1']"
        assert answer(second, "return sorted(name for name in os.listdir('/proc') if name.isdigit())") == "['1']"
        assert (
            answer(first, "open('note', 'w').write('hello')\nreturn sorted(os.listdir('.'))")
            == "['matplotlib', 'note']"
        )
        assert answer(second, "return os.listdir('.')") == "['matplotlib']"
    finally:
        first.close()
        second.close()


def test_a_room_has_a_name_of_its_own(room):
    worker = room.start(LIMITS)
    body = "import platform\nreturn socket.gethostname(), platform.node(), os.uname().nodename"
    assert answer(worker, body) == "('room', 'room', 'room')"
    worker.close()


def test_a_room_is_nobodys(room):
    """Not root, and without any privilege, also where the fork server is root."""
    worker = room.start(LIMITS)
    body = "lines = open('/proc/self/status').read().splitlines()\nreturn os.geteuid(), [l for l in lines if l.startswith('CapEff')]"
    uid, capabilities = eval(answer(worker, body))  # noqa: S307  our own text
    worker.close()
    assert uid != 0 and capabilities == ["CapEff:\t0000000000000000"]


def test_a_rooms_scratch_is_small(room):
    worker = room.start(LIMITS)
    told = answer(worker, "for n in range(100):\n    open(f'{n}', 'wb').write(bytes(10**6 * 8))")
    worker.close()
    assert told.startswith("OSError: [Errno 28]")


def test_a_room_is_ended_whatever_runs_in_it(room):
    from autograder.sandbox.worker_handle import WorkerLost

    worker = room.start(LIMITS)
    body = "import threading, time\nfor _ in range(20): threading.Thread(target=time.sleep, args=(60,)).start()\nwhile True:\n    try: time.sleep(60)\n    except BaseException: pass"
    with pytest.raises(WorkerLost) as caught:
        source = HEAD + "def f(x):\n" + "\n".join(f"    {line}" for line in body.splitlines())
        worker.ask({"op": "load", "cells": [{"source": source, "picks": [0, 1, 2], "filename": "mnist.py"}]}, PLENTY)
        worker.ask({"op": "call", "function": "f", "arguments": {"x": 0}}, 0.3)
    assert caught.value.outcome == "timeout"


def test_a_spawned_worker_is_confined_too():
    spawner = SpawnLauncher(("numpy",))
    worker = spawner.start(LIMITS)
    try:
        assert worker.level in ("reduced", "none")
        if worker.level == "reduced":
            assert answer(worker, f"return open({__file__!r}).read()").startswith("PermissionError")
    finally:
        worker.close()
        spawner.close()


def test_the_level_is_found_by_trying(tmp_path, monkeypatch):
    """A kernel that lets one of the attempts through does not get the level, whatever its version says."""
    canary = tmp_path / "canary"
    canary.touch()
    assert isolation.best_level(str(tmp_path), str(canary), "none") == "none"
    monkeypatch.setattr(isolation, "attempts_at", lambda *_: {"reading other files": True, "starting a process": False})
    assert isolation.best_level(str(tmp_path), str(canary), "full") == "none"
    monkeypatch.setattr(isolation, "attempts_at", lambda *_: {})
    assert isolation.best_level(str(tmp_path), str(canary), "full") == "none"


def test_the_judges_memory_cannot_be_read(tmp_path):
    """By another process of the same account; root may read everything, so root is not asked."""
    source = """
import ctypes, os, sys
from autograder.sandbox.isolation import keep_memory_to_oneself
keep_memory_to_oneself()
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert done.stdout == "0\n"


def test_the_lowest_level_counts():
    assert isolation_level.lowest({"full", "reduced"}) == "reduced"
    assert isolation_level.lowest({"none", "full"}) == "none"
    assert isolation_level.lowest(set()) == "full"


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_every_jump_of_the_filter_lands_inside(machine):
    from autograder.sandbox.isolation import seccomp

    steps = seccomp.program(machine, 7)
    for place, (code, if_true, if_false, _) in enumerate(steps):
        if code in (seccomp.EQUAL, seccomp.AT_LEAST, seccomp.ANY_BIT):
            assert place + 1 + max(if_true, if_false) < len(steps)
    assert steps[-1] == (seccomp.RETURN, 0, 0, seccomp.ALLOW)


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_filter_says_what_it_should(machine):
    """The filter, run by a small interpreter: for each call the verdict that the kernel would give."""
    from autograder.sandbox.isolation import seccomp

    column, architecture = seccomp.MACHINES[machine]

    def verdict(number: int, argument: int = 0, second: int = 0, arch: int = architecture) -> int:
        fields = {seccomp.NUMBER: number, seccomp.ARCHITECTURE: arch}
        fields |= {seccomp.FIRST_ARGUMENT: argument, seccomp.SECOND_ARGUMENT: second}
        steps, place, value = seccomp.program(machine, 7), 0, 0
        while True:
            code, if_true, if_false, operand = steps[place]
            if code == seccomp.RETURN:
                return operand
            if code == seccomp.LOAD:
                value, jump = fields[operand], 0
            else:
                tests = {
                    seccomp.EQUAL: value == operand,
                    seccomp.AT_LEAST: value >= operand,
                    seccomp.ANY_BIT: bool(value & operand),
                }
                jump = if_true if tests[code] else if_false
            place += 1 + jump

    for numbers in seccomp.DENIED.values():
        if numbers[column] is not None:
            assert verdict(numbers[column]) == seccomp.ERRNO | 1
    assert verdict(seccomp.CLONE[column], seccomp.CLONE_THREAD | 0xF00) == seccomp.ALLOW
    assert verdict(seccomp.CLONE[column], 17) == seccomp.ERRNO | 11
    assert verdict(seccomp.CLONE3[column]) == seccomp.ERRNO | 38
    assert verdict(seccomp.PRCTL[column], 1) == seccomp.ERRNO | 1
    assert verdict(seccomp.PRCTL[column], 15) == seccomp.ALLOW
    assert verdict(seccomp.PRLIMIT[column], 0) == seccomp.ALLOW
    assert verdict(seccomp.PRLIMIT[column], 7) == seccomp.ERRNO | 1
    assert verdict(seccomp.TGKILL[column], 7) == seccomp.ALLOW, "abort() of its own"
    assert verdict(seccomp.TGKILL[column], 8) == seccomp.ERRNO | 1
    for call, orders in seccomp.OWNERS.items():
        assert [verdict(call[column], 3, order) for order in orders] == [seccomp.ERRNO | 1] * len(orders)
        assert verdict(call[column], 8, 3) == seccomp.ALLOW, "another order on descriptor 8"
    assert verdict(0) == seccomp.ALLOW
    assert verdict(0, arch=0x40000003) == seccomp.KILL


def test_a_machine_without_a_table_is_refused():
    from autograder.sandbox.isolation import seccomp

    with pytest.raises(OSError):
        seccomp.program("vax", 7)
    assert platform.machine() in seccomp.MACHINES or isolation.best_level("/tmp", __file__) == "none"


def test_the_servers_children_come_and_go(room):
    """Process numbers and mounts are given back: many rooms, one after the other."""
    for _ in range(30):
        room.start(LIMITS).close()
    worker = room.start(LIMITS)
    assert answer(worker, "return 7") == "7"
    worker.close()
