"""Single keys from a terminal, without Enter; the terminal is left as it was found."""

from __future__ import annotations

import os
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator

TICK = 0.1  # seconds until the reading thread sees that it should end
NAMES = {
    **{"\x1b[A": "up", "\x1bOA": "up", "\x1b[B": "down", "\x1bOB": "down"},
    **{"\x1b[5~": "page up", "\x1b[6~": "page down", " ": "page down"},
    **{"\r": "enter", "\n": "enter", "\x1b": "escape", "\x03": "q", "\x04": "q"},
}
WINDOWS = {"H": "up", "P": "down", "I": "page up", "Q": "page down"}  # the second half of a special key
KEY = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1bO.|\x1b|.", re.DOTALL)


def key_names(text: str) -> Iterator[str]:
    """What was typed, key by key: letters in lower case, names for special keys; unknown ones are left out.

    Example:
        >>> list(key_names("N\\x1b[A\\x1b[15~"))
        ['n', 'up']
    """
    for key in KEY.findall(text):
        if key in NAMES:
            yield NAMES[key]
        elif len(key) == 1 and key.isprintable():
            yield key.lower()


class Keys:
    """Reads keys in the background, and passes each one on. Use as a context manager.

    Args:
        put: called with each key's name; with ``"q"`` when the terminal is gone.
    """

    def __init__(self, put: Callable[[str], None]) -> None:
        self.put = put
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._run, name="keys", daemon=True)

    def __enter__(self) -> Keys:
        self.take()
        self.thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.ended.set()
        self.thread.join(5 * TICK)
        self.give_back()

    def take(self) -> None:
        """Keys come at once, and are not printed."""

    def give_back(self) -> None:
        """The terminal is as it was."""

    def read(self) -> str:
        """What was typed within a tick; maybe nothing.

        Raises:
            OSError, EOFError: the terminal is gone.
        """
        raise NotImplementedError

    def _run(self) -> None:
        while not self.ended.is_set():
            try:
                for key in key_names(self.read()):
                    self.put(key)
            except (OSError, EOFError):
                self.put("q")
                return


class PosixKeys(Keys):
    """Linux and macOS. Ctrl-C and Ctrl-Z stay signals."""

    def take(self) -> None:
        import termios
        import tty

        self.descriptor = sys.stdin.fileno()
        self.before = termios.tcgetattr(self.descriptor)
        tty.setcbreak(self.descriptor, termios.TCSANOW)

    def give_back(self) -> None:
        import termios

        try:
            termios.tcsetattr(self.descriptor, termios.TCSADRAIN, self.before)
        except termios.error:
            pass  # the terminal is gone

    def read(self) -> str:
        import select

        if not select.select([self.descriptor], [], [], TICK)[0]:
            return ""
        data = os.read(self.descriptor, 1024)
        if not data:
            raise EOFError
        return data.decode("utf-8", "ignore")


class WindowsKeys(Keys):
    """The console of Windows."""

    def read(self) -> str:
        import msvcrt

        if not msvcrt.kbhit():
            time.sleep(TICK / 2)
            return ""
        key = msvcrt.getwch()
        if key in ("\x00", "\xe0"):
            name = WINDOWS.get(msvcrt.getwch(), "")
            return next((text for text, known in NAMES.items() if known == name), "")
        return key


def keys(put: Callable[[str], None]) -> Keys:
    """What reads keys on this system."""
    return WindowsKeys(put) if os.name == "nt" else PosixKeys(put)
