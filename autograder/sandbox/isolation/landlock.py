"""Landlock: which files a process may still reach, enforced by the kernel (Linux 5.13 and newer), without root.

Source of the numbers: the kernel's ``include/uapi/linux/landlock.h``.
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct
from collections.abc import Iterable

from autograder.sandbox.isolation import syscalls

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR, REMOVE_DIR, REMOVE_FILE = (1 << bit for bit in range(6))
MAKE_DIR, MAKE_REG = 1 << 7, 1 << 8
TRUNCATE, IOCTL_DEV = 1 << 14, 1 << 15
ON_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV  # the others make sense for folders only

READ = EXECUTE | READ_FILE | READ_DIR
WRITE = WRITE_FILE | READ_FILE | READ_DIR | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | TRUNCATE
WRITE_NO_NEW_FILES = WRITE & ~(MAKE_DIR | MAKE_REG)

_BITS_OF_FILES = {1: 13, 2: 14, 3: 15, 4: 15}  # version -> number of rights it knows; 16 from version 5 on
_RULE_PATH_BENEATH = 1
_CREATE_VERSION = 1


def version() -> int:
    """The kernel's Landlock version; 0 where there is none."""
    try:
        return syscalls.syscall("landlock_create_ruleset", None, ctypes.c_size_t(0), ctypes.c_uint(_CREATE_VERSION))
    except OSError:
        return 0


def restrict(rules: Iterable[tuple[str, int]]) -> None:
    """Takes away every access to files but those named, and TCP, and signals and sockets to other processes.

    Args:
        rules: (path, rights); a path that does not exist is left out.

    Raises:
        OSError: the kernel does not support Landlock, or refuses.
    """
    known = version()
    if not known:
        raise OSError("the kernel does not support Landlock")
    files = (1 << _BITS_OF_FILES.get(known, 16)) - 1
    network = 0b11 if known >= 4 else 0  # bind and connect over TCP
    scope = 0b11 if known >= 6 else 0  # abstract sockets and signals
    attributes = struct.pack("QQQ", files, network, scope)[: 24 if known >= 6 else 16 if known >= 4 else 8]
    ruleset = syscalls.syscall("landlock_create_ruleset", attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint(0))
    try:
        for path, rights in rules:
            _allow(ruleset, path, rights & files)
        syscalls.prctl(syscalls.PR_SET_NO_NEW_PRIVS, 1)
        syscalls.syscall("landlock_restrict_self", ctypes.c_int(ruleset), ctypes.c_uint(0))
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(place).st_mode):
            rights &= ON_FILES
        rule = struct.pack("=Qi", rights, place)
        syscalls.syscall(
            "landlock_add_rule", ctypes.c_int(ruleset), ctypes.c_int(_RULE_PATH_BENEATH), rule, ctypes.c_uint(0)
        )
    finally:
        os.close(place)
