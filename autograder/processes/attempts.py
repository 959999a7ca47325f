"""What a page's code tried that a worker does not allow: files, network, programs, other processes.

Python's audit events tell it (PEP 578); whether an attempt succeeds is the kernel's business. It is a note for a person
and no wall: code that is bent on it can try without being heard.
"""

from __future__ import annotations

import os
import sys

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
MOST = 20

seen: dict[str, int] = {}
_own: tuple[str, ...] = ()


def watch(folders: list[str]) -> None:
    """Takes note from now on, in this process; there is no way to stop it.

    Args:
        folders: where ordinary code reads and writes.
    """
    global _own
    _own = tuple(dict.fromkeys(folder.rstrip("/") + "/" for folder in folders))
    sys.addaudithook(_hear)


def take() -> list[str]:
    """What was tried since the last time, as phrases."""
    phrases = [f"{what} ({times} times)" if times > 1 else what for what, times in seen.items()]
    seen.clear()
    return phrases[:MOST]


def _hear(event: str, arguments: tuple) -> None:
    if event == "open":
        what = _file(arguments[0])
    else:
        what = WORDS.get(event, "")
    if what and len(seen) < 10 * MOST:
        seen[what] = seen.get(what, 0) + 1


def _file(path: object) -> str:
    """``to open a file: …`` for a file outside of all places where libraries look."""
    if isinstance(path, bytes):
        path = os.fsdecode(path)
    if not isinstance(path, str) or not path.startswith("/") or path.startswith((*PLACES, *_own)):
        return ""
    return f"to open a file: {path[:200]}"
