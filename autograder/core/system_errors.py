"""What the system says of a file or a port that cannot be used, in the reader's language: the reasons that people meet."""

from __future__ import annotations

import errno
import functools

from autograder.core.languages.messages import Message, message


def reason(error: OSError) -> str:
    """Why the system refuses: a message where it is one of these reasons, else the system's own words.

    Example:
        >>> reason(FileNotFoundError(errno.ENOENT, "No such file or directory", "page.py"))
        'No such file or directory'
    """
    known = _reasons().get(error.errno or 0)
    if known is not None and known == error.strerror:  # Windows says some in its own words, and in its language
        return known
    return error.strerror or str(error) or type(error).__name__


@functools.cache  # most runs need none of them
def _reasons() -> dict[int, Message]:
    """errno -> what Python says of it."""
    return {
        errno.ENOENT: message("No such file or directory"), errno.EACCES: message("Permission denied"), errno.EPERM: message("Operation not permitted"),
        errno.EISDIR: message("Is a directory"), errno.ENOTDIR: message("Not a directory"), errno.EEXIST: message("File exists"),
        errno.ENOTEMPTY: message("Directory not empty"), errno.ENOSPC: message("No space left on device"), errno.EROFS: message("Read-only file system"),
        errno.EMFILE: message("Too many open files"), errno.ENAMETOOLONG: message("File name too long"), errno.EIO: message("Input/output error"),
        errno.EBUSY: message("Device or resource busy"), errno.ENOMEM: message("Cannot allocate memory"), errno.EINVAL: message("Invalid argument"),
        errno.EADDRINUSE: message("Address already in use"), errno.EADDRNOTAVAIL: message("Cannot assign requested address"),
        errno.ECONNREFUSED: message("Connection refused"), errno.ECONNRESET: message("Connection reset by peer"), errno.ENETUNREACH: message("Network is unreachable"),
    }  # fmt: skip
