"""Namespaces: a root folder with little in it, no network, no view of other processes. Linux, without root.

A fork server enters a *house* once: a file tree that holds the libraries, read-only, and nothing else. Each of its
children then gets its own *room* inside: process numbers, network and shared memory that no other process sees, and a
scratch folder in memory that disappears with it.

Who is root is so in the house, and not in a room. Who is not gets a user namespace, in which it may make the others.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from pathlib import Path

from autograder.sandbox.isolation import syscalls
from autograder.sandbox.package_folders import package_folders

NOBODY = 65534
PLAIN = syscalls.MS_NOSUID | syscalls.MS_NODEV | syscalls.MS_NOEXEC
SCRATCH_OPTIONS = "size=64m,nr_inodes=2000,mode=700"
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")
SYSTEM_FOLDERS = ("/lib", "/lib64", "/lib32", "/bin", "/sbin")
# Of /usr and of Python's own folders: whole, they may hold others' work (nbgrader exchanges it in /usr/local/share).
PROGRAMS = (
    "bin", "sbin", "lib", "lib32", "lib64", "share/fonts", "share/zoneinfo", "share/locale", "etc/fonts", "pyvenv.cfg",
)  # fmt: skip
# Of /etc only where the libraries are: who has an account here, and what the machine is called, stays private.
# Without the others the time is UTC and an account has no name. (Python's list of file types fails where it sees the
# system's and may not read it.)
SYSTEM_FILES = ("/etc/ld.so.cache", "/etc/mime.types", "/sys/devices/system/cpu")
OWN_NAME = "room"  # of the machine, as seen from inside


def readable_paths() -> list[str]:
    """The files and folders that a worker's libraries need, and that hold no user's data."""
    prefixes = ["/usr", "/usr/local", sys.prefix, sys.base_prefix, sys.exec_prefix]
    programs = [os.path.join(prefix, name) for prefix in prefixes for name in PROGRAMS]
    package = str(Path(__file__).parents[2])
    libraries = [path for path in os.environ.get("LD_LIBRARY_PATH", "").split(os.pathsep) if path.strip("/")]
    wanted = [*SYSTEM_FOLDERS, *SYSTEM_FILES, *programs, *package_folders(), package, *filter(os.path.isabs, libraries)]
    return [path for path in dict.fromkeys(wanted) if os.path.exists(path)]


def enter_house(scratch: str) -> None:
    """Moves the calling process, which must have a single thread, into a file tree with the libraries only.

    It returns in a child, the first process of the house; the caller itself waits for that one's end and ends alike.

    Args:
        scratch: folder that is writable to every room, each having its own.

    Raises:
        OSError: this system does not allow it. The process may be half-way in then, and of no use.
    """
    user, group = os.geteuid(), os.getegid()
    own_users = 0 if user == 0 else syscalls.CLONE_NEWUSER
    syscalls.unshare(own_users | syscalls.CLONE_NEWNS | syscalls.CLONE_NEWPID | syscalls.CLONE_NEWUTS)
    if own_users:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    _go_on_as_first_process()
    syscalls.set_host_name(OWN_NAME)  # before a library asks for it and remembers
    syscalls.mount("none", "/", None, syscalls.MS_REC | syscalls.MS_PRIVATE)
    root = tempfile.mkdtemp(prefix="house-", dir=scratch)
    syscalls.mount("tmpfs", root, "tmpfs", syscalls.MS_NOSUID | syscalls.MS_NODEV, "size=1m,nr_inodes=4000,mode=755")
    for path in [*readable_paths(), *DEVICES]:
        _show(path, root)
    os.makedirs(root + scratch, exist_ok=True)
    os.makedirs(root + "/dev/shm", exist_ok=True)
    os.makedirs(root + "/proc", exist_ok=True)
    syscalls.mount("proc", root + "/proc", "proc", PLAIN)
    syscalls.change_root(root)
    syscalls.make_read_only("/", below=False)
    os.chdir(scratch)


def fork() -> int:
    """Like ``os.fork``; the child is the first process of a namespace, and takes all others of it along when it ends."""
    own = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
    try:
        syscalls.unshare(syscalls.CLONE_NEWPID)
        child = os.fork()
        if child:
            syscalls.setns(own, syscalls.CLONE_NEWPID)
    finally:
        os.close(own)
    return child


def enter_room(scratch: str) -> None:
    """Gives the calling child its own namespaces and scratch folder, and takes its privileges away.

    Raises:
        OSError: not allowed here.
    """
    syscalls.unshare(syscalls.CLONE_NEWNET | syscalls.CLONE_NEWIPC | syscalls.CLONE_NEWUTS | syscalls.CLONE_NEWNS)
    syscalls.mount("proc", "/proc", "proc", PLAIN)
    owner = NOBODY if os.geteuid() == 0 else os.geteuid()
    options = f"{SCRATCH_OPTIONS},uid={owner}"
    syscalls.mount("tmpfs", scratch, "tmpfs", PLAIN, options)
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
    else:
        syscalls.drop_capabilities()
    os.chdir(scratch)


def _go_on_as_first_process() -> None:
    """Forks: a new namespace of processes begins with the next child."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        os._exit(max(0, os.waitstatus_to_exitcode(status)))
    syscalls.prctl(syscalls.PR_SET_PDEATHSIG, signal.SIGKILL)


def _show(path: str, root: str) -> None:
    """Lets a file or folder appear under the new root, read-only."""
    target = root + path
    if os.path.lexists(target):
        return  # inside a folder that is there already
    os.makedirs(os.path.dirname(target), exist_ok=True)
    if os.path.islink(path):
        os.symlink(os.readlink(path), target)
        return
    if os.path.isdir(path):
        os.mkdir(target)
    else:
        Path(target).touch()
    syscalls.mount(path, target, None, syscalls.MS_BIND | syscalls.MS_REC)
    if path not in DEVICES:
        syscalls.make_read_only(target, below=True)
