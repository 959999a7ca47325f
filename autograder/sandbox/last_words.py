"""What a process has written to its standard error before it ended: from a pipe, without waiting for who may still hold it open."""

from __future__ import annotations

import os
import threading

KEPT = 65536  # bytes, the last ones
PATIENCE = 2  # seconds for the rest to arrive once the process has ended; a process that it left behind may hold the pipe open


def read_now(descriptor: int) -> str:
    """What is in a pipe, which is closed then. Its other end does not wait when the pipe is full (see ``worker_boot``)."""
    os.set_blocking(descriptor, False)
    try:
        return os.read(descriptor, KEPT).decode("utf-8", "replace")
    except OSError:
        return ""
    finally:
        os.close(descriptor)


class Drained:
    """Empties a pipe all the time, so that it is never full: C code would wait then, and with it the student's.

    Windows has no pipes that do not wait, or has them from Python 3.12 on only.

    Args:
        descriptor: of the end to read from; it is closed when the other end is.

    Example:
        >>> read, write = os.pipe()
        >>> words = Drained(read)
        >>> os.write(write, b"It ended."), os.close(write)
        (9, None)
        >>> words.take()
        'It ended.'
    """

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self.kept = b""
        self.thread = threading.Thread(target=self._run, name="last words", daemon=True)
        self.thread.start()

    def take(self) -> str:
        """The end of what was written."""
        self.thread.join(PATIENCE)
        return self.kept.decode("utf-8", "replace")

    def _run(self) -> None:
        try:
            while data := os.read(self.descriptor, KEPT):
                self.kept = (self.kept + data)[-KEPT:]
        except OSError:
            pass  # it is gone
        finally:
            os.close(self.descriptor)
