"""System calls that Python's library does not offer, through ctypes. Linux only; every failure is an ``OSError``."""

from __future__ import annotations

import ctypes
import os
import platform

CLONE_NEWNS = 0x00020000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

MS_NOSUID, MS_NODEV, MS_NOEXEC = 2, 4, 8
MS_BIND, MS_REC, MS_PRIVATE = 0x1000, 0x4000, 0x40000
MNT_DETACH = 2
_AT_FDCWD, _AT_RECURSIVE, _MOUNT_ATTR_RDONLY = -100, 0x8000, 1

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 4, 22, 38

# Calls that have one number everywhere were added after 2019; of the older ones each architecture has its own.
_NUMBERS = {
    "x86_64": {"pivot_root": 155, "capset": 126, "tgkill": 234},
    "aarch64": {"pivot_root": 41, "capset": 91, "tgkill": 131},
}
_NUMBERS_EVERYWHERE = {
    "mount_setattr": 442, "landlock_create_ruleset": 444, "landlock_add_rule": 445, "landlock_restrict_self": 446,
}  # fmt: skip

_libc = ctypes.CDLL(None, use_errno=True)


def syscall(name: str, *arguments: object) -> int:
    """A raw system call.

    Raises:
        OSError: the kernel said no, or this architecture is not known here.
    """
    number = _NUMBERS_EVERYWHERE.get(name) or _NUMBERS.get(platform.machine(), {}).get(name)
    if number is None:
        raise OSError(f"{name} is not known on {platform.machine()}")
    return _checked(name, _libc.syscall(ctypes.c_long(number), *arguments))


def unshare(flags: int) -> None:
    _checked("unshare", _libc.unshare(flags))


def setns(descriptor: int, kind: int) -> None:
    _checked("setns", _libc.setns(descriptor, kind))


def prctl(option: int, *arguments: object) -> None:
    padded = [ctypes.c_ulong(value) if isinstance(value, int) else value for value in arguments]
    padded += [ctypes.c_ulong(0)] * (4 - len(padded))
    _checked("prctl", _libc.prctl(option, *padded))


def set_host_name(name: str) -> None:
    """The machine's name and domain, as seen from the calling process's namespace."""
    for call in (_libc.sethostname, _libc.setdomainname):
        _checked(call.__name__, call(name.encode(), ctypes.c_size_t(len(name))))


def mount(source: str, target: str, kind: str | None, flags: int = 0, options: str | None = None) -> None:
    texts = [None if text is None else os.fsencode(text) for text in (source, target, kind, options)]
    _checked(f"mount {target}", _libc.mount(texts[0], texts[1], texts[2], ctypes.c_ulong(flags), texts[3]))


def unmount(target: str) -> None:
    _checked(f"umount {target}", _libc.umount2(os.fsencode(target), MNT_DETACH))


def make_read_only(target: str, below: bool) -> None:
    """Makes a mount read-only, and with ``below`` also those inside it; other flags stay."""
    attributes = (ctypes.c_uint64 * 4)(_MOUNT_ATTR_RDONLY, 0, 0, 0)
    flags = _AT_RECURSIVE if below else 0
    path = ctypes.c_char_p(os.fsencode(target))
    syscall(
        "mount_setattr",
        ctypes.c_int(_AT_FDCWD),
        path,
        ctypes.c_uint(flags),
        ctypes.byref(attributes),
        ctypes.c_size_t(32),
    )


def change_root(target: str) -> None:
    """Makes a mount the root of this namespace and lets go of the old one."""
    os.chdir(target)
    here = ctypes.c_char_p(b".")
    syscall("pivot_root", here, here)  # the old root now lies over the new one
    unmount(".")
    os.chdir("/")


def drop_capabilities() -> None:
    """Gives up all privileges of the user namespace."""
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    none = (ctypes.c_uint32 * 6)()
    syscall("capset", ctypes.byref(header), ctypes.byref(none))


def _checked(name: str, result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")
    return result
