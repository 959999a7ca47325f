"""A filter for system calls: one process with threads, no program started, no socket made, no other process signalled.

What is not named is allowed: the calls that TensorFlow makes change with its versions, and a list of allowed ones
would break on the next. Source of the numbers: the kernel's system call tables.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct

from autograder.sandbox.isolation import syscalls

# name: (number on x86_64, number on aarch64); None where the architecture has no such call.
DENIED = {
    # other processes
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "kcmp": (312, 272),
    "pidfd_send_signal": (424, 424), "pidfd_open": (434, 434), "pidfd_getfd": (438, 438), "process_madvise": (440, 440),
    "process_mrelease": (448, 448), "kill": (62, 129), "tkill": (200, 130), "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240), "setsid": (112, 157), "setpgid": (109, 154),
    # its own programs and processes
    "execve": (59, 221), "execveat": (322, 281), "fork": (57, None), "vfork": (58, None), "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    # the shape of the file system
    "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51), "open_tree": (428, 428),
    "move_mount": (429, 429), "fsopen": (430, 430), "fsconfig": (431, 431), "fsmount": (432, 432), "fspick": (433, 433),
    "mount_setattr": (442, 442), "open_tree_attr": (467, 467), "unshare": (272, 97), "setns": (308, 268),
    "mknod": (133, None), "mknodat": (259, 33), "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265),
    "quotactl": (179, 60), "quotactl_fd": (443, 443), "swapon": (167, 224), "swapoff": (168, 225),
    # rights and times of files, which Landlock does not guard
    "chmod": (90, None), "fchmod": (91, 52), "fchmodat": (268, 53), "fchmodat2": (452, 452), "chown": (92, None),
    "fchown": (93, 55), "lchown": (94, None), "fchownat": (260, 54), "utime": (132, None), "utimes": (235, None),
    "futimesat": (261, None), "utimensat": (280, 88), "setxattr": (188, 5), "lsetxattr": (189, 6), "fsetxattr": (190, 7),
    "setxattrat": (463, 463), "removexattr": (197, 14), "lremovexattr": (198, 15), "fremovexattr": (199, 16),
    "removexattrat": (466, 466),
    # sockets, and memory shared with others
    "socket": (41, 198), "shmget": (29, 194), "shmat": (30, 196), "shmctl": (31, 195), "shmdt": (67, 197),
    "semget": (64, 190), "semop": (65, 193), "semctl": (66, 191), "semtimedop": (220, 192), "msgget": (68, 186),
    "msgsnd": (69, 189), "msgrcv": (70, 188), "msgctl": (71, 187), "mq_open": (240, 180), "mq_unlink": (241, 181),
    # the kernel itself
    "bpf": (321, 280), "perf_event_open": (298, 241), "userfaultfd": (323, 282), "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426), "io_uring_register": (427, 427), "keyctl": (250, 219), "add_key": (248, 217),
    "request_key": (249, 218), "init_module": (175, 105), "finit_module": (313, 273), "delete_module": (176, 106),
    "kexec_load": (246, 104), "kexec_file_load": (320, 294), "reboot": (169, 142), "acct": (163, 89),
    "settimeofday": (164, 170), "clock_settime": (227, 112), "adjtimex": (159, 171), "clock_adjtime": (305, 266),
    "syslog": (103, 116), "personality": (135, 92), "iopl": (172, None), "ioperm": (173, None),
    # a larger share of the machine
    "sched_setaffinity": (203, 122), "sched_setparam": (142, 118), "sched_setscheduler": (144, 119),
    "sched_setattr": (314, 274), "setpriority": (141, 140), "ioprio_set": (251, 30),
}  # fmt: skip
CLONE, CLONE3, PRCTL, PRLIMIT = (56, 220), (435, 435), (157, 167), (302, 261)
TGKILL, FCNTL, IOCTL = (234, 131), (72, 25), (16, 29)
OWNERS = {FCNTL: (8, 10, 15), IOCTL: (0x8901, 0x8902)}  # orders that let the kernel signal another process: F_SETOWN …
MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}  # column above, name in the kernel

CLONE_THREAD = 0x00010000
X32_BIT = 0x40000000  # calls of a second set on x86_64

ALLOW, ERRNO, KILL = 0x7FFF0000, 0x00050000, 0x80000000
LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER, ARCHITECTURE, FIRST_ARGUMENT, SECOND_ARGUMENT = 0, 4, 16, 24  # offsets in the kernel's record of a call
_FILTER_MODE = 2


def program(machine: str, process: int) -> list[tuple[int, int, int, int]]:
    """The filter as classic BPF instructions: (code, jump if true, jump if false, operand).

    Args:
        process: the one number to whose threads signals may go, as the C library's ``abort`` does.

    Raises:
        OSError: the machine is not known here.
    """
    if machine not in MACHINES:
        raise OSError(f"no table of system calls for {machine}")
    column, architecture = MACHINES[machine]
    steps = [(LOAD, 0, 0, ARCHITECTURE), (EQUAL, 1, 0, architecture), _answer(KILL), (LOAD, 0, 0, NUMBER)]
    if machine == "x86_64":
        steps += [(AT_LEAST, 0, 1, X32_BIT), _refuse(errno.EPERM)]
    steps += [(EQUAL, 0, 1, CLONE3[column]), _refuse(errno.ENOSYS)]  # the C library then uses clone
    steps += [
        (EQUAL, 0, 4, CLONE[column]),
        _argument(FIRST_ARGUMENT),
        (ANY_BIT, 0, 1, CLONE_THREAD),
        _answer(ALLOW),
        _refuse(errno.EAGAIN),
    ]
    steps += [
        (EQUAL, 0, 4, PRCTL[column]),
        _argument(FIRST_ARGUMENT),
        (EQUAL, 0, 1, syscalls.PR_SET_PDEATHSIG),
        _refuse(errno.EPERM),
        _answer(ALLOW),
    ]
    for call, own in ((PRLIMIT, 0), (TGKILL, process)):  # no other process's limits, no other process's threads
        steps += [
            (EQUAL, 0, 4, call[column]),
            _argument(FIRST_ARGUMENT),
            (EQUAL, 1, 0, own),
            _refuse(errno.EPERM),
            _answer(ALLOW),
        ]
    for call, orders in OWNERS.items():
        compared = [(EQUAL, len(orders) - place, 0, order) for place, order in enumerate(orders)]
        looked = [_argument(SECOND_ARGUMENT), *compared, _answer(ALLOW), _refuse(errno.EPERM)]
        steps += [(EQUAL, 0, len(looked), call[column]), *looked]
    for numbers in DENIED.values():
        if numbers[column] is not None:
            steps += [(EQUAL, 0, 1, numbers[column]), _refuse(errno.EPERM)]
    return [*steps, _answer(ALLOW)]


def restrict() -> None:
    """Puts the filter on the calling thread, and so on all it will start in this process. It cannot be taken off.

    Raises:
        OSError: the kernel has no filters, or the machine is not known here.
    """
    steps = program(platform.machine(), os.getpid())
    code = b"".join(struct.pack("HBBI", *step) for step in steps)
    buffer = ctypes.create_string_buffer(code, len(code))
    header = struct.pack("HxxxxxxP", len(steps), ctypes.addressof(buffer))
    syscalls.prctl(syscalls.PR_SET_NO_NEW_PRIVS, 1)
    syscalls.prctl(syscalls.PR_SET_SECCOMP, _FILTER_MODE, ctypes.c_char_p(header))


def _argument(place: int) -> tuple[int, int, int, int]:
    return (LOAD, 0, 0, place)


def _refuse(number: int) -> tuple[int, int, int, int]:
    return (RETURN, 0, 0, ERRNO | number)


def _answer(verdict: int) -> tuple[int, int, int, int]:
    return (RETURN, 0, 0, verdict)
