"""What a page's code tried that a worker does not allow: files, network, programs, other processes.

Python's audit events show it (PEP 578); whether an attempt succeeds is the kernel's business. It is a note for a person
and no wall: code that is bent on it can try without being heard.

Only what the page's own code does is noted, with its line. What a library does by itself is not an attempt: Keras reads
/proc/meminfo when a model is saved, PIL starts a viewer, psutil looks around in /proc. Where the page gives a library the
path or the address itself, it is the page's again.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from types import CodeType, FrameType

from autograder.sandbox import unwritable_files

WORDS = {
    "socket.__new__": "to open a network connection",
    "socket.connect": "to open a network connection",
    "socket.bind": "to wait for network connections",
    "socket.sendto": "to send over the network",
    "socket.getaddrinfo": "to look up a computer's address",
    "subprocess.Popen": "to start a program",
    "os.system": "to start a program",
    "os.exec": "to become another program",
    "os.posix_spawn": "to start a program",
    "os.fork": "to start a process",
    "os.forkpty": "to start a process",
    "os.kill": "to signal a process",
    "os.killpg": "to signal processes",
    "os.chmod": "to change a file's rights",
    "os.chown": "to change a file's owner",
    "os.utime": "to change a file's times",
    "os.link": "to link a file",
    "os.symlink": "to link a file",
}
PLACES = ("/dev/", "/proc/self", "/sys/devices", "/etc/localtime", "/etc/mime.types")
MOST_ATTEMPTS = 20
OPENED = "to open a file: "

PYTHON = tuple(sysconfig.get_paths()[name] + os.sep for name in ("stdlib", "platstdlib"))
SITE_PACKAGES = f"{os.sep}site-packages{os.sep}"
ACTS_FOR_ITS_CALLER = f"{SITE_PACKAGES}numpy{os.sep}"  # does with files what its caller asks for, like Python's own library
SHORTEST = 5  # characters of a path that a page could only have written down itself

attempts: dict[str, int] = {}
pages: set[str] = set()  # file names of the page's own code
_own: tuple[str, ...] = ()


def install(folders: list[str]) -> None:
    """Takes note from now on, in this process; there is no way to stop it.

    Args:
        folders: where ordinary code reads and writes.
    """
    global _own
    _own = tuple(dict.fromkeys(folder.rstrip("/") + "/" for folder in folders))
    sys.addaudithook(_hear)


def take_attempts() -> list[str]:
    """What was tried since the last time, as phrases."""
    phrases = [f"{what} ({times} times)" if times > 1 else what for what, times in attempts.items()]
    attempts.clear()
    return phrases[:MOST_ATTEMPTS]


def _hear(event: str, arguments: tuple) -> None:
    path = ""
    if event == "open":
        what = path = _file(arguments[0])
    else:
        what = WORDS.get(event, "")
    if what and len(attempts) < 10 * MOST_ATTEMPTS and (place := _place(sys._getframe(1), path.removeprefix(OPENED))):
        what = f"{what}, in {place}"
        attempts[what] = attempts.get(what, 0) + 1


def _place(frame: FrameType | None, path: str) -> str:
    """``mnist.py, line 12`` if the page's own code did it; empty if a library did it by itself.

    Args:
        frame: the innermost; path: the file that is opened, if it is one.
    """
    by_library = False
    while frame is not None:
        file = frame.f_code.co_filename
        if file in pages:
            counts = not by_library or _wrote_down(frame.f_code, path)
            return f"{file}, line {frame.f_lineno}" if counts else ""
        by_library = by_library or _is_library(file)
        frame = frame.f_back
    return ""


def _is_library(file: str) -> bool:
    """Whether code of this file acts for itself: no part of Python, and nothing that was made while the page ran."""
    if file.startswith("<") or file == unwritable_files.__file__:  # which is where a page calls ``open``
        return False
    return (SITE_PACKAGES in file and ACTS_FOR_ITS_CALLER not in file) or not file.startswith(PYTHON)


def _wrote_down(code: CodeType, path: str) -> bool:
    """Whether the page's code holds the path, its beginning, or an address."""
    texts = [one for one in code.co_consts if isinstance(one, str)]
    if path:
        return any(len(text) >= SHORTEST and path.startswith(text) for text in texts)
    return any("://" in text for text in texts)


def _file(path: object) -> str:
    """``to open a file: …`` for a file outside of all places where libraries look."""
    if isinstance(path, bytes):
        path = os.fsdecode(path)
    if not isinstance(path, str) or not path.startswith("/") or path.startswith((*PLACES, *_own)):
        return ""
    return f"{OPENED}{path[:200]}"
