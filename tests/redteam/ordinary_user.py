"""Runs a Python program as an ordinary user: ``python ordinary_user.py FOLDER PROGRAM ARGUMENT…``

Who is one already goes on as he is. Root becomes nobody, in a private view of the file system in which Python, this
repository and FOLDER can be reached also where root's home is closed to others; outside of it nothing is changed.
"""

import os
import sys
from pathlib import Path

NOBODY = 65534
REPOSITORY = Path(__file__).parents[2]


def become_ordinary(folder: Path) -> None:
    """Drops root's rights, for good. FOLDER then belongs to nobody."""
    if os.geteuid() != 0:
        return
    from autograder.sandbox.isolation import syscalls

    syscalls.unshare(syscalls.CLONE_NEWNS)
    syscalls.mount("none", "/", None, syscalls.MS_REC | syscalls.MS_PRIVATE)
    _open_the_way([Path(sys.base_prefix), Path(sys.prefix), REPOSITORY, folder])
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    os.environ |= {"HOME": str(folder), "USER": "nobody", "LOGNAME": "nobody"}


def _open_the_way(paths: list[Path]) -> None:
    """Lays an empty folder over each one on the way that is closed to others, with nothing but these paths in it."""
    from autograder.sandbox.isolation import syscalls

    closed = {path: [above for above in reversed(path.parents) if not os.stat(above).st_mode & 0o001] for path in paths}
    held = {path: os.open(path, os.O_PATH) for path in paths if closed[path]}
    for folder in dict.fromkeys(closed[path][0] for path in held):
        syscalls.mount("tmpfs", str(folder), "tmpfs", 0, "mode=755,size=1m")
    for path, descriptor in held.items():
        path.mkdir(parents=True, exist_ok=True)
        syscalls.mount(f"/proc/self/fd/{descriptor}", str(path), None, syscalls.MS_BIND | syscalls.MS_REC)
        os.close(descriptor)


if __name__ == "__main__":
    become_ordinary(Path(sys.argv[1]).resolve())
    os.execv(sys.executable, [sys.executable, *sys.argv[2:]])
