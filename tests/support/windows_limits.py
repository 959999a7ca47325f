"""What Windows and macOS do not have, taken away on Linux: real commands of the kit then run under their limits.

``windows_limits.environment("windows", folder)`` gives variables with which every Python that is started, and every Python that this one
starts, begins with ``begin`` (by a ``sitecustomize.py`` in the folder):

- ``sys.platform`` and ``os.name`` are those of the other system in the modules of the kit, and in no others: the libraries
  here are those of Linux, and would look for theirs.
- What is not there on the other system is missing for them, too: ``os.fork``, ``fcntl``, ``SIGKILL``, the sockets of Unix and so on.
- A process is started as Windows does it: no descriptor is passed on, and a socket is handed over by ``share`` and ``fromshare``.
- Where Windows finds the home in ``USERPROFILE``, there is no ``HOME``. A path of the kit's own files has less than 260 characters.
- ``/proc`` and ``/dev/shm`` cannot be opened by the kit's own modules, and nothing can be written where the kit is installed.
- A file that is opened as text without an encoding by a module of the kit is an error: on Windows it would be cp1252.

What it cannot show: the other system's own kernel, terminal and libraries. For these there is ``.github/workflows/three-systems.yml``.
"""

from __future__ import annotations

import builtins
import contextlib
import importlib.abc
import importlib.machinery
import os
import secrets
import sys
import threading
import types
from pathlib import Path

SYSTEM = "LIMITS_OF_SYSTEM"  # the variable that says which
LOCKED = "LIMITS_LOCKED"  # "<end of a file's name>:<times>": so often it cannot be replaced, because another program has it open
NAMES = {"windows": ("win32", "nt"), "macos": ("darwin", "posix")}
PLACES = ("/proc", "/dev/shm")
PATIENCE = 20  # seconds
LONGEST = 259  # characters of a path, where nobody has allowed longer ones
PACKAGE = str(Path(__file__).parents[2] / "autograder") + os.sep
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
MISSING = {
    "windows": {
        "os": (
            *("fork", "forkpty", "getuid", "geteuid", "getgid", "getegid", "setuid", "setsid", "getsid", "setpgid", "getpgid", "getpgrp"),
            *("killpg", "chown", "lchown", "mkfifo", "mknod", "nice", "uname", "getloadavg", "sched_getaffinity", "sched_setaffinity"),
            *("memfd_create", "pidfd_open", "wait", "wait3", "wait4", "waitid", "WNOHANG", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_PATH"),
            *("O_DIRECTORY", "O_NOFOLLOW", "set_blocking", "get_blocking", "register_at_fork", "posix_spawn", "statvfs", "sysconf"),
        ),  # fmt: skip
        "signal": (
            *("SIGKILL", "SIGALRM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGCHLD", "SIGPIPE", "SIGXCPU", "SIGSTOP", "SIGCONT"),
            *("SIGTSTP", "SIGWINCH", "setitimer", "alarm", "pause", "pthread_kill", "pthread_sigmask", "sigwait"),
        ),  # fmt: skip
        "socket": ("AF_UNIX", "SOCK_SEQPACKET", "send_fds", "recv_fds"),
        "select": ("poll", "epoll"),
        "": ("fcntl", "grp", "pwd", "pty", "resource", "syslog", "termios", "tty"),  # whole modules
    },
    "macos": {
        "os": ("memfd_create", "pidfd_open", "sched_getaffinity", "sched_setaffinity", "O_PATH"),
        "socket": ("SOCK_SEQPACKET",),
        "select": ("epoll",),
        "": (),
    },
}


def environment(system: str, folder: Path) -> dict[str, str]:
    """Variables for a process that is to run under the limits of a system.

    Args:
        system: ``windows`` or ``macos``.
        folder: an empty one, for what Python reads when it begins.
    """
    (folder / "sitecustomize.py").write_text(
        f"import sys\nsys.path.insert(0, {str(Path(__file__).parent)!r})\nimport windows_limits\n"
        "del sys.path[0]\nwindows_limits.begin()\n"
    )
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONUTF8", "LC_ALL", "LC_CTYPE")}
    terminal = {"PYTHONIOENCODING": "cp1252"} if system == "windows" else {}
    if system == "windows":
        kept["USERPROFILE"] = kept.pop("HOME", "/")
    return {**kept, **terminal, SYSTEM: system, "PYTHONPATH": str(folder)}


def begin() -> None:
    """Takes away what the system of the environment does not have, in this process and in those that it starts."""
    system = os.environ.get(SYSTEM, "")
    if system not in NAMES:
        return
    import subprocess

    _start_as_there(subprocess, system)
    if system == "windows":
        sys.modules["msvcrt"] = _console()
        sys.addaudithook(_short_paths)
    sys.addaudithook(_no_places)
    sys.addaudithook(_read_only)
    sys.meta_path.insert(0, _Kit(system))


class _Kit(importlib.abc.MetaPathFinder):
    """Gives the kit's modules a standard library that says what it says on the other system, and lacks what is not there."""

    def __init__(self, system: str) -> None:
        import select
        import signal
        import socket

        missing = MISSING[system]
        platform, name = NAMES[system]
        sockets = _sockets(socket) if system == "windows" else {}
        self.refused = missing[""]
        self.seen = {
            "sys": _Seen(sys, platform=platform),
            "os": _Seen(os, missing["os"], name=name, replace=_replace()),
            "signal": _Seen(signal, missing.get("signal", ())),
            "socket": _Seen(socket, missing["socket"], **sockets),
            "select": _Seen(select, missing["select"]),
        }

    def find_spec(self, name: str, path: object, target: object = None) -> importlib.machinery.ModuleSpec | None:
        if name.partition(".")[0] != "autograder":
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)  # type: ignore[arg-type]
        if spec is not None and isinstance(spec.loader, importlib.machinery.SourceFileLoader):
            spec.loader = _Loader(spec.loader, self)
        return spec


RUN: dict[str, _Loader] = {}


class _Loader(importlib.abc.Loader):
    def __init__(self, real: importlib.machinery.SourceFileLoader, kit: _Kit) -> None:
        self.real, self.kit = real, kit

    def __getattr__(self, name: str) -> object:
        return getattr(self.real, name)

    def create_module(self, spec: object) -> None:
        return None

    def get_code(self, name: str) -> types.CodeType:
        """For ``python -m``, which runs a module without this loader."""
        self.main = self.real.get_code(name)
        RUN[name] = self
        return compile(f"__import__('windows_limits').RUN[{name!r}].run(globals())", self.real.get_filename(name), "exec")

    def exec_module(self, module: types.ModuleType) -> None:
        self.main = self.real.get_code(module.__name__)
        self.run(module.__dict__)

    def run(self, namespace: dict) -> None:
        namespace["__builtins__"] = {**vars(builtins), "__import__": self._import, "open": _open}
        exec(self.main, namespace)

    def _import(self, name: str, globals: object = None, locals: object = None, fromlist: tuple = (), level: int = 0) -> object:
        if level == 0 and name in self.kit.refused:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        if level == 0 and name in self.kit.seen:
            return self.kit.seen[name]
        return __import__(name, globals, locals, fromlist, level)  # type: ignore[arg-type]


class _Seen(types.ModuleType):
    """A module as it looks on another system."""

    def __init__(self, real: types.ModuleType, missing: tuple[str, ...] = (), **other: object) -> None:
        super().__init__(real.__name__)
        object.__setattr__(self, "_seen", (real, missing, other))

    def __getattribute__(self, name: str) -> object:
        real, missing, other = object.__getattribute__(self, "_seen")
        if name in missing:
            raise AttributeError(f"module {real.__name__!r} has no attribute {name!r} on this system")
        return other[name] if name in other else getattr(real, name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(object.__getattribute__(self, "_seen")[0], name, value)

    def __delattr__(self, name: str) -> None:
        delattr(object.__getattribute__(self, "_seen")[0], name)


def _open(file: object, mode: str = "r", *others: object, **named: object) -> object:
    if "b" not in mode and not isinstance(file, int) and len(others) < 2 and "encoding" not in named:
        raise AssertionError(f"{file} is opened as text without an encoding")
    return open(file, mode, *others, **named)  # type: ignore[call-overload]


def _no_places(event: str, arguments: tuple) -> None:
    """The kit's own modules find nothing in ``PLACES``; Python's and other libraries', which are Linux's, do."""
    if event in ("open", "os.listdir", "os.scandir") and arguments and isinstance(arguments[0], (str, os.PathLike)):
        if str(os.fspath(arguments[0])).startswith(PLACES) and _asked_by_kit():
            raise FileNotFoundError(2, "No such file or directory", str(arguments[0]))


def _read_only(event: str, arguments: tuple) -> None:
    """As where the kit was installed for all users of a machine."""
    if event == "open" and isinstance(arguments[0], str) and isinstance(arguments[2], int) and arguments[2] & WRITES:
        if os.path.abspath(arguments[0]).startswith(PACKAGE):
            raise PermissionError(13, "Permission denied", arguments[0])


def _short_paths(event: str, arguments: tuple) -> None:
    if event == "open" and isinstance(arguments[0], str) and len(os.path.abspath(arguments[0])) > LONGEST and _asked_by_kit():
        raise FileNotFoundError(2, "No such file or directory", arguments[0])


def _asked_by_kit() -> bool:
    frame = sys._getframe(2)
    while frame is not None and frame.f_code.co_filename.endswith(("pathlib.py", "/os.py", "_local.py", "/io.py", "windows_limits.py")):
        frame = frame.f_back
    return frame is not None and f"{os.sep}autograder{os.sep}" in frame.f_code.co_filename


def _start_as_there(subprocess: types.ModuleType, system: str) -> None:
    """What is asked of ``Popen`` as on that system; the limits go along into each process that is started."""
    real = subprocess.Popen.__init__
    ours = {name: os.environ[name] for name in (SYSTEM, "PYTHONPATH", LOCKED) if name in os.environ}

    def begin(self: object, *arguments: object, **named: object) -> None:
        if system == "windows" and (named.get("pass_fds") or named.get("preexec_fn")):
            raise ValueError("pass_fds and preexec_fn are not supported on Windows")
        if named.get("env") is not None:
            named["env"] = {**named["env"], **ours}  # type: ignore[dict-item]
        real(self, *arguments, **named)

    subprocess.Popen.__init__ = begin


def _sockets(socket: types.ModuleType) -> dict[str, object]:
    """``socketpair`` over the network's loop, ``share`` and ``fromshare``, as Windows has them."""
    unix, make, send, receive = socket.AF_UNIX, socket.socket, socket.send_fds, socket.recv_fds

    def socketpair(*arguments: object) -> tuple:
        if arguments:
            raise ValueError("Only AF_INET and SOCK_STREAM are supported on this system")
        with make(socket.AF_INET, socket.SOCK_STREAM) as listening:
            listening.bind(("127.0.0.1", 0))
            listening.listen(1)
            one = make(socket.AF_INET, socket.SOCK_STREAM)
            one.connect(listening.getsockname())
            other, _address = listening.accept()
        return one, other

    def share(self: object, process: int) -> bytes:
        place = f"\0{secrets.token_hex(16)}"
        listening = make(unix, socket.SOCK_STREAM)
        listening.bind(place)
        listening.listen(1)
        listening.settimeout(PATIENCE)  # a process that ends before it takes the socket
        copy = os.dup(self.fileno())  # type: ignore[attr-defined]

        def hand_over() -> None:
            with listening, contextlib.suppress(TimeoutError):
                there, _address = listening.accept()
                with there:
                    send(there, [b"x"], [copy])
            os.close(copy)

        threading.Thread(target=hand_over, daemon=True).start()
        return place.encode()

    def fromshare(data: bytes) -> object:
        with make(unix, socket.SOCK_STREAM) as line:
            line.connect(data.decode())
            _message, found, _flags, _address = receive(line, 1, 1)
        return make(fileno=found[0])

    socket.socket.share = share
    return {"socketpair": socketpair, "fromshare": fromshare}


def _console() -> types.ModuleType:
    """``msvcrt`` over the terminal that is here."""
    import select
    import termios
    import tty

    ready = select.select
    before: list = []

    def kbhit() -> bool:
        if not before:
            before.append(termios.tcgetattr(0))
            tty.setcbreak(0, termios.TCSANOW)
        return bool(ready([0], [], [], 0)[0])

    module = types.ModuleType("msvcrt")
    module.kbhit = kbhit  # type: ignore[attr-defined]
    module.getwch = lambda: os.read(0, 1).decode("utf-8", "replace")  # type: ignore[attr-defined]
    return module


def _replace() -> object:
    """``os.replace`` that refuses a file some times, as Windows does while another program has it open."""
    part, _, times = os.environ.get(LOCKED, "").rpartition(":")
    left = [int(times or 0)]

    def replace(source: object, target: object, **named: object) -> None:
        if part and str(target).endswith(part) and left[0]:
            left[0] -= 1
            error = PermissionError(13, "Access is denied", str(source))
            error.winerror = 5  # type: ignore[attr-defined]
            raise error
        os.replace(source, target, **named)  # type: ignore[arg-type]

    return replace
