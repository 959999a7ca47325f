"""Ctrl-C where it can do no harm."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator


@contextlib.contextmanager
def held() -> Iterator[None]:
    """What runs inside is not interrupted by Ctrl-C; it is raised afterwards. A second one is not held any more.

    Python raises ``KeyboardInterrupt`` between any two steps of the main thread, also between taking a lock and entering
    the block that would give it back. ``concurrent.futures`` shares locks with its own thread, which would then wait
    for ever, and the command for it (seen in one of three runs).

    Raises:
        KeyboardInterrupt: there was one.

    Example:
        >>> with held():
        ...     pass
    """
    reached = threading.current_thread() is threading.main_thread()
    if not reached or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield  # another part decides what becomes of it, or holds it already
        return
    noted = False

    def note(number: int, frame: object) -> None:
        nonlocal noted
        noted = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if noted:
            raise KeyboardInterrupt
